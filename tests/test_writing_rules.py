"""`docs/writing_rules.md` in both languages, followed as a reader would, in a copy of the rules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shown_output import ROOT

PAGES = [ROOT / "docs/writing_rules.md", ROOT / "docs/writing_rules.zh-CN.md"]
_BLOCK = re.compile(r"(<!-- printed -->\n)?^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"#.*(?:exits|退出码) (\d)")


def run(line: str, folder: Path) -> tuple[int, str]:
    """One command of the page, in the folder: the rules there, not those of the checkout."""
    _, command, *rest = line.partition("#")[0].split()
    of_folder = ["rules"] if command == "check" else ["--rules", "rules"]
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), command, *rest, *of_folder],
        cwd=folder,
        env={**os.environ, **plain},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_is_true_step_by_step(page: Path, tmp_path: Path) -> None:
    for name in ("rules", "sector_checklists"):
        shutil.copytree(ROOT / name, tmp_path / name)
    printed = ""
    for marked, language, text in _BLOCK.findall(page.read_text("utf-8")):
        if language == "yaml":
            file = tmp_path / text.partition("\n")[0].removeprefix("# ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.partition("\n")[2], "utf-8")
        elif language == "sh":
            for line in text.splitlines():
                code, printed = run(line, tmp_path)
                said = _EXIT.search(line)
                assert code == (int(said[1]) if said else 0), printed
        elif marked:
            assert _lines(printed) == _lines(text)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def test_both_pages_write_the_same_files() -> None:
    english, chinese = (_BLOCK.findall(page.read_text("utf-8")) for page in PAGES)
    files = [
        [text for _, language, text in page if language == "yaml"] for page in (english, chinese)
    ]
    assert files[0] == files[1]
