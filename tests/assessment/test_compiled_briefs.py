"""A brief made from what was compiled says what the whole decision says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from fenji.assessment import brief, decide
from fenji.assessment.briefs.from_decision import brief_of
from fenji.model.brief import Brief
from fenji.model.diagnostic import Diagnostic
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.reading.release import load_release
from tests.assessment.compiled_subjects import AS_OF, drawn, examples, of_scenarios, outcome


@pytest.fixture(scope="module")
def shipped() -> Release:
    return load_release()


def in_full(release: Release, subject: Submission, as_of: date) -> Brief | tuple[Diagnostic, ...]:
    return outcome(lambda: brief_of(decide(release, subject, as_of, evaluator="reference")))


def assert_same(
    release: Release, subjects: Iterable[Submission], as_of: date = AS_OF
) -> Counter[str]:
    """All of them; how often each part of a brief was not empty."""
    met: Counter[str] = Counter()
    for subject in subjects:
        expected = in_full(release, subject, as_of)
        found = outcome(lambda one=subject: brief(release, one, as_of, evaluator="compiled"))
        if not isinstance(expected, Brief) or not isinstance(found, Brief):
            assert found == expected
            met["refused"] += 1
            continue
        for part in Brief.__slots__:
            same = getattr(found, part) == getattr(expected, part)
            assert same, f"{subject.id}: {part}"
            met[part] += bool(getattr(expected, part))
    return met


def test_of_the_examples(shipped: Release) -> None:
    met = assert_same(shipped, examples(shipped))
    assert all(met[part] for part in Brief.__slots__ if part not in ("determinations", "presumed"))


def test_of_scenarios(shipped: Release) -> None:
    assert assert_same(shipped, of_scenarios(shipped))["findings"] > 10


def test_of_facts_drawn_by_chance(shipped: Release) -> None:
    met = assert_same(shipped, drawn(shipped))
    assert met["refused"]
    assert met["determinations"]
    assert met["presumed"]


def test_on_a_day_on_which_other_editions_are_in_force(shipped: Release) -> None:
    as_of = date(2019, 7, 1)
    assert assert_same(shipped, drawn(shipped, as_of), as_of)["findings"]


def test_the_reference_makes_the_same(shipped: Release) -> None:
    subject = next(examples(shipped))
    assert brief(shipped, subject, AS_OF, evaluator="reference") == in_full(shipped, subject, AS_OF)
