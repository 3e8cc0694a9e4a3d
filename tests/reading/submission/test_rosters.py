"""The roster of a level is decided like any other matter, once a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fenji.model.diagnostic import Refused
from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.department import Department
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.text import Text
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.small_release import PROVENANCE, small_release
from tests.reading.submission.reading import CODE

_SAFETY = Department("safety", Text("安全局", "safety"), (), (), False, "", PROVENANCE)
CHARTED = replace(small_release(), chart=Chart(departments={"safety": _SAFETY}))


def on_roster(*made: str, release: Release = CHARTED) -> Submission:
    """The submission of one enterprise, put on the rosters of `LEVEL YEAR-MONTH-DAY`."""
    several = ", ".join(
        f"{{matter: enforcement_level, value: {level}, authority: 市应急局, at: {day}}}"
        for level, day in (one.split() for one in made)
    )
    text = f"subject: {{kind: enterprise, id: {CODE}}}\nfacts: {{}}\ndeterminations: [{several}]\n"
    return submission_from(read_document(text.encode(), "facts.yaml"), release)


def problem(*made: str, release: Release = CHARTED) -> tuple[str, str, str, int]:
    with pytest.raises(Refused) as refused:
        on_roster(*made, release=release)
    (one,) = refused.value.diagnostics
    assert one.help is not None
    return one.id, one.message.en, one.help.en, one.place.line


def test_a_level_can_be_decided() -> None:
    (made,) = on_roster("city 2026-01-05").determinations
    assert (made.matter, made.value, made.of) == ("enforcement_level", "city", "")


def test_a_later_roster_can_follow() -> None:
    made = on_roster("city 2025-01-05", "county 2026-01-05").determinations
    assert [one.value for one in made] == ["city", "county"]


def test_the_same_twice_is_no_contradiction() -> None:
    assert len(on_roster("city 2026-01-05", "city 2026-01-05").determinations) == 2


def test_a_value_that_is_no_level_is_refused() -> None:
    assert problem("ctiy 2026-01-05") == (
        "unknown-choice",
        "`enforcement_level` cannot be `ctiy`",
        "did you mean `city`?",
        3,
    )


def test_two_levels_on_one_day_are_refused() -> None:
    assert problem("city 2026-01-05", "county 2026-01-05") == (
        "two-levels",
        "two levels claimed for one enterprise on one day: `city` (line 3) and `county`",
        "one enterprise, one level: leave the one that stands",
        3,
    )


def test_without_a_chart_there_is_no_such_matter() -> None:
    assert problem("city 2026-01-05", release=small_release())[0] == "unknown-matter"
