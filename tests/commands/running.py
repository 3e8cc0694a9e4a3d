"""Runs `fenji` in the process, over the small release that stands beside the tests."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from fenji.commands.group import fenji

SMALL = Path(__file__).parent / "small"
RULES = str(SMALL / "rules")
SITES = str(SMALL / "sites")
TOO_CLOSE = str(SMALL / "sites" / "too_close.yaml")
UNKNOWN = str(SMALL / "sites" / "unknown.json")
PIPED = {"FENJI_LANG": "", "LC_ALL": "", "LANG": "", "COLUMNS": "", "NO_COLOR": ""}


def run(*arguments: str, stdin: str | bytes | None = None, **environment: str) -> Result:
    """What the command printed on both streams, and its exit code."""
    result = CliRunner().invoke(fenji, list(arguments), input=stdin, env=PIPED | environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def small(command: str, *arguments: str, stdin: str | bytes | None = None) -> Result:
    """The command with the small release."""
    return run(command, *arguments, "--rules", RULES, stdin=stdin)
