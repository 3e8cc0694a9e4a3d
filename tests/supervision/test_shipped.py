"""The rules that are kept: facts taken away widen what their scenarios answer, and never lower it.

Over all departments together, the most that certainly holds never rises and the most that is possible
never falls when a fact, a list or a determination is taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from fenji.classifying import classify
from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.submission import Submission
from fenji.model.supervision.answer import SupervisionAnswer
from fenji.model.tier import ORDER
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios
from tests.supervision.small import rate

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted((RULES / "supervision").glob("*_test.yaml"))


@cache
def release() -> Release:
    return load_release()


def answer(scenario: Scenario, submission: Submission) -> SupervisionAnswer | None:
    try:
        return classify(release(), submission, scenario.as_of).supervision
    except Refused:
        return None


def certain(found: SupervisionAnswer) -> float:
    return max(rate(one.at_least.certain) for one in found.departments)


def possible(found: SupervisionAnswer) -> float:
    return max(rate(one.at_least.possible) for one in found.departments)


def with_less(submission: Submission) -> Iterator[tuple[str, Submission]]:
    """The submission without one of its facts, lists or determinations."""
    root = submission.root
    for name in root.facts:
        facts = {key: fact for key, fact in root.facts.items() if key != name}
        yield name, replace(submission, root=replace(root, facts=facts))
    for name in root.children:
        children = {key: several for key, several in root.children.items() if key != name}
        yield name, replace(submission, root=replace(root, children=children))
    for made in submission.determinations:
        others = tuple(one for one in submission.determinations if one != made)
        yield made.matter, replace(submission, determinations=others)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_taken_away_widens_the_range(file: Path) -> None:
    narrower = []
    for scenario in read_scenarios(file, release())[::5]:
        if scenario.submission is None:
            continue
        known = answer(scenario, scenario.submission)
        assert known is not None
        for name, submission in with_less(scenario.submission):
            less = answer(scenario, submission)
            assert less is not None
            if certain(less) > certain(known) or possible(less) < possible(known):
                narrower.append((scenario.case, name, certain(less), possible(less)))
    assert narrower == []


def test_no_kept_rule_lets_a_worse_tier_be_inspected_less() -> None:
    """Inspections bound the tier from below alone, caps from above, so there is no way to write it."""
    schedule = release().schedule
    assert all(one.reach.better is None for one in schedule.inspections)
    assert all(one.reach.worse is None for one in schedule.caps)


def test_every_tier_has_a_frequency_of_its_own_and_each_is_a_proposal_in_one_file() -> None:
    schedule = release().schedule
    bounds = {one.reach.worse for one in schedule.inspections if one.id.startswith("supervision.t")}
    assert bounds == set(ORDER)
    kept = {release().parameters[name] for name in schedule.parameters}
    assert {one.place.path for one in kept} == {"rules/supervision/parameters.yaml"}
    assert {one.provenance.standing.value for one in kept} == {"proposal"}
