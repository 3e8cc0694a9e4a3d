"""Output shown in the READMEs: what stands between `<!-- output: COMMAND -->` and `<!-- end -->`.

It is what that command prints; of a long one the top, with `<!-- output: COMMAND [first 20 lines] -->`.
Run as a program (`script/readme`), it puts there what the commands print now.
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
_TOP = re.compile(r" \[first (\d+) lines\]$")
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


def printed(wanted: str) -> str:
    """What the command prints, or the top of it, without spaces at the ends of lines."""
    cut = _TOP.search(wanted)
    done = run(_TOP.sub("", wanted))
    assert done.returncode == 0, done.stderr
    lines = [line.rstrip() for line in done.stdout.strip("\n").splitlines()]
    if cut is not None and int(cut[1]) < len(lines):
        lines = [*lines[: int(cut[1])], "…"]
    return "".join(f"{line}\n" for line in lines)


def without_digests(text: str) -> str:
    """The text with each digest blotted out: those change with every edit of any rule."""
    return _DIGEST.sub(lambda found: "·" * len(found[0]), text)


if __name__ == "__main__":
    for readme in READMES:
        before = readme.read_text("utf-8")
        after = refreshed(before)
        readme.write_text(after, "utf-8")
        print(f"{readme.name}: {'as it was' if after == before else 'refreshed'}")
