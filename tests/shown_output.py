"""Output shown in the READMEs: between `<!-- output: COMMAND -->` and `<!-- end -->` stands what that
command prints. Run as a program (`script/readme`), it puts there what they print now.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")

_SHOWN = re.compile(
    r"(<!-- output: (?P<command>.+?) -->\n```text\n)(?P<text>.*?)(```\n<!-- end -->)", re.S
)
_DIGEST = re.compile(r"\b[0-9a-f]{7,64}\b")


def run(command: str) -> subprocess.CompletedProcess[str]:
    """Runs `fenji …` from the checkout as if piped from a terminal of 80 columns."""
    program, *arguments = shlex.split(command, comments=True)
    assert program == "fenji", command
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments],
        cwd=ROOT,
        env={**os.environ, **plain},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def shown(page: str) -> list[tuple[str, str]]:
    """Each command of a page, with what the page shows as its output."""
    return [(found["command"], found["text"]) for found in _SHOWN.finditer(page)]


def refreshed(page: str) -> str:
    """The page with what its commands print now."""
    return _SHOWN.sub(lambda found: found[1] + printed(found["command"]) + found[4], page)


def printed(command: str) -> str:
    """What the command prints, without spaces at the ends of lines."""
    done = run(command)
    assert done.returncode == 0, done.stderr
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").splitlines())


def without_digests(text: str) -> str:
    """The text with each digest blotted out: those change with every edit of any rule."""
    return _DIGEST.sub(lambda found: "·" * len(found[0]), text)


if __name__ == "__main__":
    for readme in READMES:
        before = readme.read_text("utf-8")
        after = refreshed(before)
        readme.write_text(after, "utf-8")
        print(f"{readme.name}: {'as it was' if after == before else 'refreshed'}")
