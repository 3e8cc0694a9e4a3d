"""A decision is the same, byte for byte, whether or not compiled functions were over the subject."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

import pytest

from fenji.assessment import decide, evaluator
from fenji.assessment.evaluator import Evaluator
from fenji.evaluation.prepared import prepare
from fenji.model.decision import Decision
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.reading.release import load_release
from fenji.writing.decision import as_json
from tests.assessment.compiled_subjects import AS_OF, DRAWN, drawn, examples, of_scenarios, outcome


@pytest.fixture(scope="module")
def shipped() -> Release:
    return load_release()


def assert_same(
    release: Release, subjects: Iterable[Submission], as_of: date = AS_OF, *, explain: bool
) -> int:
    """All of them; the number of those that were decided, not refused."""
    found = 0
    for subject in subjects:
        told = partial(decide, release, subject, as_of, explain=explain)
        expected = outcome(partial(told, evaluator="reference"))
        compiled = outcome(partial(told, evaluator="compiled"))
        if not isinstance(expected, Decision) or not isinstance(compiled, Decision):
            assert compiled == expected
            continue
        for part in Decision.__slots__:
            same = getattr(compiled, part) == getattr(expected, part)
            assert same, f"{subject.id}: {part}"
        if not explain:
            assert as_json(compiled, release) == as_json(expected, release)
        found += 1
    return found


@pytest.mark.parametrize("explain", [False, True])
def test_of_the_examples(shipped: Release, explain: bool) -> None:
    assert assert_same(shipped, examples(shipped), explain=explain) > 30


def test_of_scenarios(shipped: Release) -> None:
    assert assert_same(shipped, of_scenarios(shipped), explain=False) > 60


def test_of_facts_drawn_by_chance(shipped: Release) -> None:
    assert 0 < assert_same(shipped, drawn(shipped), explain=False) < DRAWN


def test_on_a_day_on_which_other_editions_are_in_force(shipped: Release) -> None:
    as_of = date(2019, 7, 1)
    assert assert_same(shipped, drawn(shipped, as_of), as_of, explain=True)


def test_left_to_itself_it_compiles_once_that_has_paid(
    shipped: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fenji.assessment.WHOLE_PAYS_FROM", 3)
    prepared, subject = prepare(shipped, date(2026, 4, 1)), next(examples(shipped))
    known = [evaluator.known_of(prepared, subject, "auto", 3) for _ in range(5)]
    assert [one is None for one in known] == [True, True, True, False, False]


def test_whoever_knows_how_many_there_are_need_not_wait() -> None:
    assert evaluator.for_so_many(1) == "reference"
    assert evaluator.for_so_many(evaluator.WHOLE_PAYS_FROM) == "compiled"


def test_another_evaluator_is_an_error(shipped: Release) -> None:
    odd: Evaluator = "fastest"  # type: ignore[assignment]
    with pytest.raises(ValueError, match="fastest"):
        decide(shipped, next(examples(shipped)), AS_OF, evaluator=odd)
