"""Rows of the reference that the chart carries, or that stand in its list of what was left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.checks.carried import carried
from fenji.commands.check import checked
from fenji.reading.known_names import every_name
from tests.reading.grammar.jurisdiction.small_chart import CHART, PEOPLE
from tests.reading.grammar.small_folder import load, write_folder


def test_an_entry_that_makes_several_edges_carries_its_row_once(tmp_path: Path) -> None:
    rows = carried(load(tmp_path, CHART))
    assert [(one.name, one.place.line) for one in rows["J-1"]] == [("fuel.safety", 3)]
    assert [one.name for one in rows["AC01"]] == ["make_fuel"]


def test_departments_carry_rows_too(tmp_path: Path) -> None:
    people = (CHART[PEOPLE] or "").replace(
        "    parent: government", "    parent: government\n    covers: [D-1]"
    )
    assert [one.name for one in carried(load(tmp_path, CHART | {PEOPLE: people}))["D-1"]] == [
        "safety"
    ]


def test_what_is_encoded_otherwise_can_be_named_by_the_chart(tmp_path: Path) -> None:
    names = every_name(load(tmp_path, CHART))
    assert {
        "safety",
        "0102",
        "burn_fuel",
        "road_licence",
        "fuel.safety",
        "fuel.safety@make_fuel",
        "in_zone",
        "licensed",
        "ask",
        "BS1",
    } <= names


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("{row: J-2, reason: encoded_as, of: in_zone}", []),
        ("{row: J-1, reason: text_not_read}", ["carried-and-left-out"]),
        ("{row: J-2, reason: encoded_as, of: in_zoen}", ["unknown-name"]),
    ],
)
def test_the_list_beside_it_is_checked(tmp_path: Path, row: str, found: list[str]) -> None:
    left_out = {"jurisdiction/left_out.yaml": f"left_out:\n  - {row}\n"}
    _, problems = checked(write_folder(tmp_path, CHART | left_out))
    said = [one.id for one in problems if one.place.path == "rules/jurisdiction/left_out.yaml"]
    assert said == found
