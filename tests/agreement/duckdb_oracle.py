"""DuckDB as an outside oracle: the conditions of one entity as SQL, whose logic has three values too.

Comparisons, `all`, `any`, `not` and `at_least_n` over facts that are known or null. What only Fenji
knows is kept out: no ranges, and options that no rule asks for, so that a fact nobody answered could be
anything, as null is. Quantifiers stay out too: `EXISTS`, `bool_or`, `count` and `CASE` drop nulls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any as Anything
from unittest.mock import patch

import duckdb

from fenji.model.condition import All, Any, AtLeastN, Compare, Condition, Not, Word
from fenji.model.dictionary import ChoiceOption, FactDefinition, Kind
from fenji.model.expression import Expression, Literal, Name
from fenji.model.release import Release
from fenji.model.rule import FindingKind, Rule
from fenji.model.submission import SUBJECT, Submission
from fenji.model.truth import Truth
from fenji.model.unit import Units
from fenji.model.value import ANY_NUMBER, DateSpan, Member, NumberSpan, SetSpan, Value, is_known
from tests.agreement import conditions, vocabulary
from tests.agreement.drawing import Drawing, Sort
from tests.agreement.facts import facts_of
from tests.agreement.formulas import figure, name_of, written_day
from tests.evaluation.vocabulary import LABEL, LAW, PROVENANCE

RULES, SUBJECTS = 24, 30
TYPES = {Kind.FLAG: "BOOLEAN", Kind.NUMBER: "DOUBLE", Kind.COUNT: "DOUBLE", Kind.DATE: "DATE"}
COMPARING = {
    Word.IS: "=",
    Word.IS_NOT: "<>",
    Word.AT_LEAST: ">=",
    Word.AT_MOST: "<=",
    Word.MORE_THAN: ">",
    Word.LESS_THAN: "<",
    Word.ONE_OF: "IN",
    Word.NONE_OF: "NOT IN",
}
BESIDES: dict[Kind, tuple[tuple[Member, ...], ...]] = {
    Kind.CHOICE: (("never asked",), (Fraction(-9), Fraction(99))),
    Kind.CHOICES: (("never asked",), ()),
}
"""Options that no rule asks for: of words, and of choices among numbers."""


def _numbers(draw: Drawing, kind: str, depth: int) -> Condition:
    right = figure(draw) if draw.chance(60) else name_of(draw, kind, Sort.NUMBER)
    words = (*conditions.ORDER, *conditions.SAME)
    return Compare(name_of(draw, kind, Sort.NUMBER), draw.one(words), (right,))


def _two(draw: Drawing, kind: str, depth: int) -> Condition:
    sort = draw.one((Sort.FLAG, Sort.WORD))
    left, right = name_of(draw, kind, sort), name_of(draw, kind, sort)
    return Compare(left, draw.one(conditions.SAME), (right,))


def _days(draw: Drawing, kind: str, depth: int) -> Condition:
    left = name_of(draw, kind, Sort.DATE)
    right = written_day(draw) if draw.chance(60) else name_of(draw, kind, Sort.DATE)
    return Compare(left, draw.one((*conditions.ORDER, *conditions.SAME)), (right,))


def _simple(leaf: conditions.Drawn) -> conditions.Drawn:
    return lambda draw, kind, depth: leaf(draw, kind, conditions.SIMPLE)


LEAVES = (
    _numbers,
    _two,
    _days,
    *map(_simple, (conditions._flag, conditions._words, conditions._graded)),
    *map(_simple, (conditions._sets, conditions._texts)),
)


def drawn(random: Random) -> tuple[Release, list[Submission]]:
    """A release of rules about one entity, and subjects whose facts are known or missing."""
    draw = Drawing(random)
    facts = {name: _open(fact) for name, fact in vocabulary.vocabulary(draw)[SUBJECT].items()}
    draw.entities = {SUBJECT: draw.entities[SUBJECT]}
    with patch.object(conditions, "LEAVES", LEAVES):
        several = [_rule(f"r{i}", conditions.condition(draw, SUBJECT)) for i in range(RULES)]
    release = _release(draw, facts, several)
    given = facts_of(release, date(2026, 6, 1))
    return release, [_known(given.drawn(random), facts) for _ in range(SUBJECTS)]


def _open(fact: FactDefinition) -> FactDefinition:
    """The fact without what would settle it though nobody answered."""
    if fact.kind in BESIDES:
        words, numbers = BESIDES[fact.kind]
        besides = numbers if isinstance(fact.options[0].value, Fraction) else words
        added = tuple(ChoiceOption(value, LABEL) for value in besides)
        return replace(fact, options=(*fact.options, *added))
    return replace(fact, range=ANY_NUMBER, may_lie_ahead=True)


def _rule(name: str, when: Condition) -> Rule:
    return Rule(name, "one", SUBJECT, LABEL, None, when, (), FindingKind.ELEMENT, None, PROVENANCE)


def _release(draw: Drawing, facts: Mapping[str, FactDefinition], rules: list[Rule]) -> Release:
    return Release(
        digest=f"oracle {draw.random.random()}",
        instruments={"LAW": LAW},
        units=Units({}, {}, {}),
        entities=draw.entities,
        facts={SUBJECT: facts},
        tables={},
        parameters={},
        sectors={},
        definitions=(),
        measures=(),
        classifications=(),
        sheets=(),
        rules=tuple(rules),
        policies=(),
    )


def _known(submission: Submission, facts: Mapping[str, FactDefinition]) -> Submission:
    """The submission without what a table cannot hold: spans, what does not apply, what is later."""
    given = {
        name: fact
        for name, fact in submission.root.facts.items()
        if fact.value is not None
        and (isinstance(fact.value, SetSpan) or is_known(fact.value))
        and (fact.at is None or fact.at <= date(2026, 6, 1))
    }
    return replace(submission, root=replace(submission.root, facts=given), determinations=())


def answers(release: Release, submissions: Sequence[Submission]) -> list[list[Truth]]:
    """What DuckDB makes of every rule, subject by subject."""
    facts = release.facts[SUBJECT]
    columns = [column for fact in facts.values() for column in _columns(fact)]
    asked = ", ".join(_sql(rule.when, facts) for rule in release.rules)
    with duckdb.connect() as base:
        declared = ", ".join(f'"{name}" {type_}' for name, type_ in columns)
        base.execute(f"CREATE TABLE subjects (number INTEGER, {declared})")
        rows = [(i, *_row(facts, submission)) for i, submission in enumerate(submissions)]
        marks = ", ".join("?" * (len(columns) + 1))
        base.executemany(f"INSERT INTO subjects VALUES ({marks})", rows)
        found = base.execute(f"SELECT {asked} FROM subjects ORDER BY number").fetchall()
    return [[_truth(answer) for answer in row] for row in found]


def _truth(answer: bool | None) -> Truth:
    return Truth.UNKNOWN if answer is None else Truth.TRUE if answer else Truth.FALSE


def _columns(fact: FactDefinition) -> list[tuple[str, str]]:
    if fact.kind is Kind.CHOICES:
        return [(f"{fact.name}:{option.value}", "BOOLEAN") for option in fact.options]
    numbered = bool(fact.options) and isinstance(fact.options[0].value, Fraction)
    return [(fact.name, "DOUBLE" if numbered else TYPES.get(fact.kind, "VARCHAR"))]


def _row(facts: Mapping[str, FactDefinition], submission: Submission) -> list[Anything]:
    found: list[Anything] = []
    for fact in facts.values():
        given = submission.root.facts.get(fact.name)
        value = None if given is None else given.value
        if fact.kind is not Kind.CHOICES:
            found.append(None if value is None else _plain(value))
            continue
        for option in fact.options:
            found.append(_member(value, str(option.value)))
    return found


def _member(value: Value | None, word: str) -> bool | None:
    if not isinstance(value, SetSpan):
        return None
    if word in value.certain:
        return True
    return None if value.possible is None or word in value.possible else False


def _plain(value: Value) -> Anything:
    """A known value as DuckDB takes it. Decimals of 15 digits keep their order as doubles."""
    if isinstance(value, NumberSpan | DateSpan):
        return float(value.low) if isinstance(value.low, Fraction) else value.low
    assert not isinstance(value, SetSpan)
    assert value.members is not None
    (member,) = value.members
    return float(member) if isinstance(member, Fraction) else member


def _sql(node: Condition, facts: Mapping[str, FactDefinition]) -> str:
    if isinstance(node, Compare):
        gates = [_gate(part, facts) for part in (node.left, *node.right)]
        return f"({' AND '.join([*filter(None, gates), _comparison(node)])})"
    if isinstance(node, Not):
        return f"(NOT {_sql(node.of, facts)})"
    assert isinstance(node, All | Any | AtLeastN)
    parts = [_sql(part, facts) for part in node.of]
    if isinstance(node, AtLeastN):
        ways = [" AND ".join(several) for several in combinations(parts, node.n)]
        return f"({' OR '.join(f'({way})' for way in ways)})"
    return f"({(' AND ' if isinstance(node, All) else ' OR ').join(parts)})"


def _gate(node: Expression, facts: Mapping[str, FactDefinition]) -> str:
    """What does not apply is false in every comparison."""
    applies = facts[node.name].applies_when if isinstance(node, Name) else None
    return "" if applies is None else _sql(applies, facts)


def _comparison(node: Compare) -> str:
    assert isinstance(node.left, Name)
    right = [_operand(part) for part in node.right]
    if node.word in (Word.HAS, Word.HAS_ANY, Word.HAS_NONE):
        several = [f'"{node.left.name}:{_written(part)}"' for part in node.right]
        return f"({'NOT ' if node.word is Word.HAS_NONE else ''}({' OR '.join(several)}))"
    side = f"({', '.join(right)})" if node.word in (Word.ONE_OF, Word.NONE_OF) else right[0]
    return f"({_operand(node.left)} {COMPARING[node.word]} {side})"


def _written(node: Expression) -> Anything:
    assert isinstance(node, Literal)
    return _plain(node.value)


def _operand(node: Expression) -> str:
    if isinstance(node, Name):
        return f'"{node.name}"'
    value = _written(node)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"CAST('{value!r}' AS DOUBLE)"
    return f"DATE '{value}'" if isinstance(value, date) else f"'{value}'"
