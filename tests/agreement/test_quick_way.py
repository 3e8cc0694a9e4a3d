"""Where everything asked is known the compiled rules take a quick way, and say what they would have said."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any as Anything
from unittest.mock import patch

import pytest

from fenji.checks.walking import nodes
from fenji.evaluation.compiled import assembly, complete, judge
from fenji.evaluation.protocol import Evaluator
from fenji.model.condition import AtLeastN, Compare, Condition, Word
from fenji.model.expression import Literal
from fenji.model.release import Release
from fenji.model.submission import SUBJECT, Fact, Submission
from fenji.model.value import is_known
from tests.agreement.agreement import disagreements
from tests.agreement.conditions import ORDER
from tests.agreement.duckdb_oracle import drawn
from tests.agreement.facts import facts_of
from tests.agreement.planting import broken

AS_OF = date(2026, 6, 1)
RELEASES = range(15)
COMPLETE = 20


def plain(seed: int) -> tuple[Release, date, list[Submission]]:
    """Rules that compare facts with what is written; subjects that answer all, and some that do not."""
    random = Random(seed)
    release, several = drawn(random)
    facts = {n: replace(f, applies_when=None) for n, f in release.facts[SUBJECT].items()}
    rules = tuple(rule for rule in release.rules if is_plain(rule.when))
    release = replace(release, digest=f"plain {seed}", facts={SUBJECT: facts}, rules=rules)
    return release, AS_OF, [*several[:10], *(answered(release, random) for _ in range(COMPLETE))]


def is_plain(when: Condition) -> bool:
    parts = list(nodes(when))
    return not any(isinstance(part, AtLeastN) for part in parts) and all(
        all(isinstance(right, Literal) for right in part.right)
        and not (part.word in ORDER and "grade" in str(part.left))
        for part in parts
        if isinstance(part, Compare)
    )


def answered(release: Release, random: Random) -> Submission:
    """A subject that answers everything."""
    given = facts_of(release, AS_OF)
    while True:
        found = given.drawn(random)
        facts = found.root.facts.values()
        if len(facts) == len(release.facts[SUBJECT]) and all(map(is_answer, facts)):
            return found


def is_answer(fact: Fact) -> bool:
    return fact.value is not None and is_known(fact.value) and (fact.at is None or fact.at <= AS_OF)


def noticed(evaluator: Evaluator) -> bool:
    return any(any(disagreements(*plain(seed), {"quick": evaluator})) for seed in RELEASES)


def test_it_says_the_same() -> None:
    ways: Counter[bool] = Counter()

    def watched(*given: Anything) -> Anything:
        found = complete.quick_way(*given)
        ways[found is not None] += 1
        return found

    with patch.object(assembly, "quick_way", watched):
        assert not noticed(judge)
    assert ways[True] >= 10


def _swapped(places: Anything, path: str, operator: Anything, written: Anything) -> ast.expr:
    swapped = {ast.GtE: ast.Gt(), ast.Gt: ast.GtE()}
    return _number(places, path, swapped.get(type(operator), operator), written)


_number = complete._number
WITHOUT_NOT = (Word.NONE_OF, Word.HAS_NONE)
ERRORS = {
    "strict for inclusive": ((complete, "_number", _swapped),),
    "a negative word read as positive": ((complete, "NEGATIVE", WITHOUT_NOT),),
    "the test left out": ((complete._Quick, "test", lambda self: ast.Constant(True)),),
}


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_in_it_is_noticed(error: str) -> None:
    assert noticed(broken(judge, ERRORS[error]))
