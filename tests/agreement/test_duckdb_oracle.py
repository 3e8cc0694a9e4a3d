"""DuckDB, which knows nothing of Fenji, comes to the same truths about one entity."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from random import Random

import pytest

from fenji.evaluation import columnar
from fenji.evaluation.compiled import judge
from fenji.evaluation.protocol import Evaluator, Judged
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from tests.agreement import planted, planted_compiled
from tests.agreement.agreement import prepared_anew
from tests.agreement.constructs import of_condition
from tests.agreement.duckdb_oracle import answers, drawn
from tests.agreement.evaluators import others, reference
from tests.agreement.planting import broken

AS_OF = date(2026, 6, 1)
RELEASES = 40
NEEDED = 50
"""So often at least each construct meets each of the three truths."""

NO_RULE = (Truth.FALSE, Truth.FALSE)
PLANTED = {
    "null read as false": (reference, planted.ERRORS),
    "strict for inclusive": (reference, planted.ERRORS),
    "applies_when ignored": (reference, planted.ERRORS),
    "swapped bound": (judge, planted_compiled.ERRORS),
}
EVALUATORS: dict[str, Evaluator] = {"reference": reference, **others()}


def truths(evaluator: Evaluator, release: Release, several: list[Submission]) -> list[list[Truth]]:
    ready = prepared_anew(release, AS_OF)
    return of_rules(release, [evaluator(ready, submission) for submission in several])


def of_rules(release: Release, several: list[Judged]) -> list[list[Truth]]:
    names = [("", rule.id) for rule in release.rules]
    return [[judged.rules.get(name, NO_RULE)[0] for name in names] for judged in several]


@cache
def oracle(seed: int) -> tuple[Release, list[Submission], list[list[Truth]]]:
    release, several = drawn(Random(seed))
    return release, several, answers(release, several)


def first_difference(evaluator: Evaluator) -> int | None:
    for seed in range(RELEASES):
        release, several, right = oracle(seed)
        if truths(evaluator, release, several) != right:
            return seed
    return None


@pytest.mark.parametrize("name", EVALUATORS)
def test_duckdb_agrees(name: str) -> None:
    assert first_difference(EVALUATORS[name]) is None


def test_duckdb_agrees_with_columns() -> None:
    for seed in range(RELEASES):
        release, several, right = oracle(seed)
        judged = columnar.judge_many(prepared_anew(release, AS_OF), several)
        assert of_rules(release, judged) == right, seed


@pytest.mark.parametrize("error", PLANTED)
def test_duckdb_notices_an_error(error: str) -> None:
    evaluator, errors = PLANTED[error]
    assert first_difference(broken(evaluator, errors[error])) is not None


def test_each_construct_met_each_truth_often_enough() -> None:
    met: Counter[tuple[str, Truth]] = Counter()
    for seed in range(RELEASES):
        release, _, right = oracle(seed)
        for rule, several in zip(release.rules, zip(*right, strict=True), strict=True):
            for construct in set(of_condition(rule.when, release)):
                met.update((construct, truth) for truth in several)
    names = sorted({construct for construct, _ in met})
    assert len(names) > 20
    assert [(n, t) for n in names for t in Truth if met[n, t] < NEEDED] == []
