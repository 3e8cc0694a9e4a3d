"""What is worked out for the names alone that a scenario expects is what the whole decision says."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.assessment import decide
from fenji.assessment.found import Found, found, found_in
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.truth import Truth
from fenji.model.value import Value
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted(RULES.rglob("*_test.yaml"))
EVERY = 12


def one_in_so_many(release: Release, file: Path) -> list[Scenario]:
    several = [s for s in read_scenarios(file, release) if s.submission is not None]
    return several[:: EVERY if len(several) > EVERY else 1][:20]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_what_the_decision_says(file: Path) -> None:
    release = load_release()
    for scenario in one_in_so_many(release, file):
        assert scenario.submission is not None
        made = found(release, scenario, scenario.submission)
        whole = found_in(decide(release, scenario.submission, scenario.as_of))
        expect = scenario.expect
        for name in (*expect.findings, *expect.not_, *expect.open):
            assert made.rules.get(name, Truth.FALSE) is whole.rules.get(name, Truth.FALSE)
        for name in (*expect.duties, *expect.not_duties, *expect.open_duties):
            assert made.duties.get(name, Truth.FALSE) is whole.duties.get(name, Truth.FALSE)
        names = {path.rpartition(".")[2] for path in expect.values}
        assert named(made, names) == named(whole, names)


def named(what: Found, names: set[str]) -> dict[tuple[str, str], Value | None]:
    """The values of those names, at every entity."""
    return {at: value for at, value in what.values.items() if at[1] in names}
