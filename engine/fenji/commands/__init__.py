"""The command line. Each command is imported only when it is asked for."""

from __future__ import annotations


def main() -> None:
    """Runs `fenji` with the arguments of the process, and exits with its code."""
    from fenji.commands.group import fenji

    fenji()
