"""What the pages say is so: each command shown is run, each output shown is what is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.shown_output import READMES, ROOT, printed, run, shown, without_digests

PAGES = [
    *READMES,
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs").rglob("*.md"),
    ROOT / "bench/README.md",
]

_BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(?:\$ )?(fenji .*|fenji)$", re.MULTILINE)
_EXIT = re.compile(r"#.*(?:exits|退出码) (\d)")
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def commands() -> list[tuple[str, int]]:
    """Each command that a page shows, with the exit code that stands behind it, else 0."""
    alone = [page for page in PAGES if not page.name.startswith("writing_rules")]  # its own test
    blocks = [b for page in alone for b in _BLOCK.findall(page.read_text("utf-8"))]
    lines = [line for block in blocks for line in _COMMAND.findall(block)]
    said = {(line.partition("#")[0].strip(), _EXIT.search(line)) for line in lines}
    return sorted({(command, int(code[1]) if code else 0) for command, code in said})


@pytest.mark.parametrize(("command", "code"), commands())
def test_a_command_shown_runs_and_exits_as_said(command: str, code: int) -> None:
    done = run(command)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_an_output_shown_is_what_is_printed(page: Path) -> None:
    outputs = shown(page.read_text("utf-8"))
    assert outputs
    for command, text in outputs:
        assert without_digests(text) == without_digests(printed(command))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_leads_to_a_file(page: Path) -> None:
    links = _LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_two_readmes_show_the_same_commands() -> None:
    english, chinese = (_BLOCK.findall(page.read_text("utf-8")) for page in READMES)
    assert english
    assert [lines(block) for block in english] == [lines(block) for block in chinese]


def lines(block: str) -> list[str]:
    """The commands of a block without what is said about them, in one language."""
    bare = [line.partition("#")[0].strip() for line in block.splitlines()]
    return [line.replace("--lang en", "--lang zh") for line in bare]


def test_every_decision_of_design_is_in_the_index() -> None:
    index = (ROOT / "docs/adr/README.md").read_text("utf-8")
    records = [p for p in (ROOT / "docs/adr").glob("*.md") if p.name != "README.md"]
    assert [p.name for p in records if f"({p.name})" not in index] == []
    unlike = [p.name for p in records if f"# {int(p.name[:4])}. " not in p.read_text("utf-8")]
    assert unlike == []
