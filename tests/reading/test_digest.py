"""The digest of a release: what changes it, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.reading.release import load_release
from tests.reading.grammar.small_folder import BASE, mines, write_folder
from tests.reading.grammar.test_conditions import OTHERS

TWO = """\
rules:
  - {id: a, title: 甲, title_en: a, when: {flooded: true, stock_t: 1}, finding: element}
  - {id: b, title: 乙, title_en: b, when: {any: [{flooded: true}, {stock_t: 1}]}, finding: element}
"""
FILES = {**mines(TWO), **OTHERS}
RULES = "02_mines/rules.yaml"
HEAD, FIRST, SECOND = (
    (FILES[RULES] or "").partition("rules:\n")[0],
    *(TWO.splitlines(keepends=True)[1:]),
)


def _digest(folder: Path, changes: dict[str, str | None]) -> str:
    return load_release(write_folder(folder, {**FILES, **changes}), cache=False).digest


SAME: dict[str, dict[str, str | None]] = {
    "comments and blank lines": {RULES: f"# ours\n\n{HEAD}\nrules:   # two\n{FIRST}\n{SECOND}"},
    "quotes and another style": {
        RULES: f"{HEAD}rules:\n{FIRST}{SECOND}".replace(
            "finding: element", "'finding': \"element\""
        )
    },
    "another name of the file": {
        RULES: None,
        "02_mines/other.yaml": f"{HEAD}rules:\n{FIRST}{SECOND}",
    },
    "rules in another order": {RULES: f"{HEAD}rules:\n{SECOND}{FIRST}"},
    "rules in two files": {
        RULES: f"{HEAD}rules:\n{SECOND}",
        "02_mines/other.yaml": f"{HEAD}rules:\n{FIRST}",
    },
    "keys in another order": {
        RULES: f"{HEAD}rules:\n{FIRST}{SECOND}".replace(
            "title: 甲, title_en: a", "title_en: a, title: 甲"
        )
    },
    "columns in another order": {
        "tables/widths.csv": "least_m,type,from_m\n3,underground,0\n6,,\n"
    },
    "a scenario": {"02_mines/rules_test.yaml": "- case: x\n"},
}
OTHER: dict[str, dict[str, str | None]] = {
    "a figure": {RULES: f"{HEAD}rules:\n{FIRST.replace('stock_t: 1', 'stock_t: 2')}{SECOND}"},
    "a word of a title": {RULES: f"{HEAD}rules:\n{FIRST.replace('甲', '丙')}{SECOND}"},
    "what the file says of all": {
        RULES: f"{HEAD.replace('copy_seen', 'recalled')}rules:\n{FIRST}{SECOND}"
    },
    "a number made text": {
        "instruments.yaml": BASE["instruments.yaml"].replace("number: 第1号", "number: '1'")
    },
    "the order of a condition, which reasons show": {
        RULES: f"{HEAD}rules:\n{FIRST}{SECOND}".replace(
            "flooded: true, stock_t: 1", "stock_t: 1, flooded: true"
        )
    },
    "the order of an any": {
        RULES: f"{HEAD}rules:\n{FIRST}{SECOND}".replace(
            "{flooded: true}, {stock_t: 1}", "{stock_t: 1}, {flooded: true}"
        )
    },
    "a cell": {"tables/widths.csv": "type,from_m,least_m\nunderground,0,3\n,,7\n"},
    "rows in another order": {"tables/widths.csv": "type,from_m,least_m\n,,6\nunderground,0,3\n"},
    "a rule less": {RULES: f"{HEAD}rules:\n{FIRST}"},
}


@pytest.mark.parametrize("change", SAME)
def test_it_stays(change: str, tmp_path: Path) -> None:
    assert _digest(tmp_path / "b", SAME[change]) == _digest(tmp_path / "a", {})


@pytest.mark.parametrize("change", OTHER)
def test_it_changes(change: str, tmp_path: Path) -> None:
    assert _digest(tmp_path / "b", OTHER[change]) != _digest(tmp_path / "a", {})


@pytest.mark.parametrize("change", SAME)
def test_the_same_digest_is_the_same_release(change: str, tmp_path: Path) -> None:
    one = load_release(write_folder(tmp_path / "a", FILES), cache=False)
    other = load_release(write_folder(tmp_path / "b", {**FILES, **SAME[change]}), cache=False)
    assert one == other
    assert list(one.facts["mine"]) == list(other.facts["mine"])
