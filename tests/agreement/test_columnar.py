"""The columnar evaluator says what the reference says: of generated releases, of shipped rules on facts
of their own, all of a release's subjects in one batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from fenji.assessment import decide
from fenji.evaluation import columnar
from fenji.evaluation.protocol import Judged
from fenji.model.release import Release
from fenji.model.rule import Rule
from fenji.model.submission import Submission
from fenji.model.tier import ORDER, rank
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios
from tests.agreement import planted_columnar
from tests.agreement.agreement import disagreements, drawn, prepared_anew
from tests.agreement.cases import kept, read, written
from tests.agreement.columns import Columnar, is_close
from tests.agreement.declared import by_the_reference, in_columns
from tests.agreement.evaluators import REFUSED, Outcome, outcome, reference
from tests.agreement.facts import facts_of
from tests.agreement.planting import in_place
from tests.agreement.policies import with_policy
from tests.agreement.reducing import smallest
from tests.agreement.shipped import Closures, day_in_force

RELEASES = 30
SUBJECTS = 50
"""1,500 pairs: a plan costs as much as some hundred subjects of a small release."""

FOR_EACH_RULE = 6
EVERY = 80
"""Of the scenarios of a file, one in so many."""

MOST_REFERRED = 1 / 2
"""What is drawn stands on the lines, and numbers are extreme: of a plausible population it is less
than a thousandth (see `bench`)."""


def test_it_agrees_on_generated_releases() -> None:
    columns = Columnar()
    for seed in range(RELEASES):
        release, as_of, submissions = drawn(Random(seed), subjects=SUBJECTS)
        failure = next(disagreements(release, as_of, submissions, {"columnar": columns}), None)
        if failure is not None:
            small = smallest(failure, {"columnar": columns})
            pytest.fail(f"seed {seed}: {small}\n\n{written(small)}", pytrace=False)
    print(f"{columns.referred} of {columns.judged} referred")
    assert columns.referred < MOST_REFERRED * columns.judged


def test_it_agrees_on_what_was_found() -> None:
    for name in kept():
        trial = read(name)
        found = disagreements(
            trial.release, trial.as_of, trial.submissions, {"columnar": Columnar()}
        )
        failure = next(found, None)
        assert failure is None, f"{name}: {failure}"


FOLDED = 16
"""Releases with a policy, of which the tiers are compared."""


def test_it_agrees_on_the_tiers_of_generated_policies() -> None:
    met: set[tuple[int, ...]] = set()
    for seed in range(FOLDED):
        random = Random(seed)
        release, as_of, submissions = drawn(random)
        folded = with_policy(release, random)
        met |= _same_tiers(folded, as_of, submissions)
    assert len(met) > 3 * len(ORDER)


def test_it_agrees_on_values_on_declared_facts() -> None:
    for seed in range(FOLDED):
        _same_declared(seed)


def _same_declared(seed: int) -> None:
    release, as_of, submissions = drawn(Random(seed))
    prepared = prepared_anew(release, as_of)
    given = in_columns(prepared_anew(release, as_of), submissions)
    for submission, found in zip(submissions, given, strict=True):
        if found is not None:
            right = by_the_reference(prepared, submission)
            assert found.keys() == right.keys()
            wrong = [at for at in right if not is_close(right[at], found[at])]
            assert not wrong, (seed, wrong[0], right[wrong[0]], found[wrong[0]])


@pytest.mark.parametrize("error", planted_columnar.FOLDING)
def test_an_error_in_the_folding_is_noticed(error: str) -> None:
    def agrees(seed: int) -> None:
        random = Random(seed)
        release, as_of, submissions = drawn(random)
        with in_place(planted_columnar.FOLDING[error]):
            if error == "declared taken as known":
                _same_declared(seed)
            else:
                _same_tiers(with_policy(release, random), as_of, submissions)

    with pytest.raises(AssertionError):  # noqa: PT012
        for seed in range(FOLDED):
            agrees(seed)


def _same_tiers(
    release: Release, as_of: date, submissions: Sequence[Submission]
) -> set[tuple[int, ...]]:
    """The figures that were met, of subjects that are not referred."""
    prepared, met = prepared_anew(release, as_of), set()
    plan = columnar.planned(prepared, values=False, tiers=True)
    rows = columnar.judged(plan, columnar.taken_in(prepared, submissions)).tiers()
    for submission, (*found, refer) in zip(submissions, rows.iter_rows(), strict=True):
        if not refer:
            right = decide(release, submission, as_of, evaluator="reference").tier
            declared = right.on_declared
            figures = (right.certain, declared.certain, declared.possible, right.possible)
            assert tuple(found) == tuple(map(rank, figures)), submission
            met.add(tuple(found))
    return met


@pytest.fixture(scope="module")
def shipped() -> Release:
    """The rules of the checkout."""
    return load_release()


def test_it_agrees_on_each_shipped_rule(shipped: Release) -> None:
    """The whole release in columns, each rule on facts drawn from what it reads; the reference judges
    the rule by itself."""
    closures, columns = Closures(shipped), Columnar()
    by_day: dict[date, list[Rule]] = defaultdict(list)
    for rule in shipped.rules:
        by_day[day_in_force(shipped, rule)].append(rule)
    for as_of, rules in by_day.items():
        submissions: list[Submission] = []
        right: list[tuple[str, Outcome]] = []
        for rule in rules:
            own, reads = closures.of(rule)
            facts, ready = facts_of(own, as_of, reads), prepared_anew(own, as_of)
            random = Random(rule.id)
            for _ in range(FOR_EACH_RULE):
                submissions.append(facts.drawn(random))
                right.append((rule.id, outcome(reference, ready, submissions[-1])))
        given = columns.many(prepared_anew(shipped, as_of), submissions)
        for (rule_id, one), other in zip(right, given, strict=True):
            refused_by_others = one.judged is not None and other.raised == REFUSED
            if not refused_by_others:
                assert _of(rule_id, one.judged) == _of(rule_id, other.judged), (rule_id, as_of)
    print(f"{columns.referred} of {columns.judged} referred")
    assert columns.referred < MOST_REFERRED * columns.judged


def test_it_agrees_on_shipped_tiers(shipped: Release) -> None:
    """Of facts that rules read, and of scenarios, whatever their day was."""
    closures, as_of = Closures(shipped), date(2026, 3, 1)
    submissions: list[Submission] = []
    for rule in shipped.rules[::12]:
        _, reads = closures.of(rule)
        submissions.append(facts_of(shipped, as_of, reads).drawn(Random(rule.id)))
    for path in sorted(Path("rules").rglob("*_test.yaml")):
        for scenario in islice(read_scenarios(path, shipped), 0, None, EVERY):
            if isinstance(scenario.submission, Submission):
                submissions.append(scenario.submission)
    assert len(_same_tiers(shipped, as_of, submissions)) > len(ORDER)


def _of(rule: str, judged: Judged | None) -> object:
    if judged is None:
        return None
    return {path: truths for (path, name), truths in judged.rules.items() if name == rule}
