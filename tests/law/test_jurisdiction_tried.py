"""Whatever decides who is in charge is tried: matters, principles, rankings and level rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from fenji.jurisdiction import answer
from fenji.model.jurisdiction.answer import JurisdictionAnswer
from fenji.model.jurisdiction.chart import Chart
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios

RULES = Path(__file__).parents[2] / "rules" / "jurisdiction"
COOPERATES_ONLY = {"level.mine-administration"}
"""National inspection of mines leads no matter, so that no path takes its level."""


@cache
def chart() -> Chart:
    return load_release().chart


@cache
def answers() -> tuple[JurisdictionAnswer, ...]:
    return tuple(_answers())


def _answers() -> Iterator[JurisdictionAnswer]:
    release = load_release()
    for file in sorted(RULES.glob("*_test.yaml")):
        for scenario in read_scenarios(file, release):
            if scenario.submission is not None:
                found = answer(release, scenario.submission, scenario.as_of)
                assert found is not None
                yield found


@cache
def taken() -> frozenset[str]:
    """The ids of all that some path of some scenario takes."""
    steps = {step.by for one in answers() for m in one.matters for step in m.path}
    levels = {m.level.by for one in answers() for m in one.matters if m.level is not None}
    return frozenset(steps | levels | {one.ranking for one in answers()})


def _ids(what: str) -> list[str]:
    if what == "principles":
        return [one.id for one in chart().principles if one.kind is not None]
    if what == "rankings":
        return [one.id for one in chart().rankings]
    return [one.id for one in chart().levels if one.id not in COOPERATES_ONLY]


@pytest.mark.parametrize("what", ["principles", "rankings", "levels"])
def test_each_is_taken_by_the_path_of_some_scenario(what: str) -> None:
    assert [id_ for id_ in _ids(what) if id_ not in taken()] == []


def test_every_matter_is_had_in_some_scenario() -> None:
    had = {m.matter for one in answers() for m in one.matters}
    assert sorted(set(chart().matters) - had) == []


def test_every_chain_is_walked() -> None:
    walked = {m.matter for one in answers() for m in one.matters if m.hands_over}
    chained = {edge.of for edge in chart().edges if edge.kind.value == "hands_over"}
    assert sorted(chained - walked) == []
