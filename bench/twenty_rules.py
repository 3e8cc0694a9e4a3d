"""The small rule set of `twenty/` and facts for it: as Fenji has them, and as any other engine could.

The rules are written once, in Fenji's YAML. Their neutral form is read off the release that was loaded:
a condition is ["all", [c, ...]], ["any", [c, ...]], ["not", c] or [op, fact, value], with op one
of  >= > <= < == in.  A fact set is a flat mapping of numbers, words and booleans.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from fenji.evaluation.prepared import Prepared, prepare
from fenji.evaluation.reference import whole
from fenji.model.condition import All, AtLeastN, Compare, Condition, Not, Word
from fenji.model.condition import Any as Some
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.expression import Literal, Name
from fenji.model.release import Release
from fenji.model.submission import SUBJECT, Entity, Fact, Submission
from fenji.model.truth import Truth
from fenji.model.value import Choice, Member, NumberSpan, Value, one, point
from fenji.reading.release import load_release

FOLDER = Path(__file__).parent / "twenty"
AS_OF = date(2026, 3, 1)
FactSet = dict[str, Any]
OPERATORS = {
    Word.AT_LEAST: ">=",
    Word.MORE_THAN: ">",
    Word.AT_MOST: "<=",
    Word.LESS_THAN: "<",
    Word.IS: "==",
    Word.ONE_OF: "in",
}
NEGATIVE = {Word.IS_NOT: Word.IS, Word.NONE_OF: Word.ONE_OF}


def twenty() -> Release:
    """The release of twenty rules over ten facts."""
    return load_release(FOLDER, cache=False)


def neutral(node: Condition) -> list[Any]:
    """A condition in the neutral form. TypeError where it has none."""
    if isinstance(node, All | Some):
        return ["all" if isinstance(node, All) else "any", [neutral(part) for part in node.of]]
    if isinstance(node, Not):
        return ["not", neutral(node.of)]
    if not isinstance(node, Compare) or not isinstance(node.left, Name):
        raise TypeError(f"no neutral form: {type(node).__name__}")
    if node.word in NEGATIVE:
        return ["not", neutral(Compare(node.left, NEGATIVE[node.word], node.right))]
    right = [plain(part.value) for part in node.right if isinstance(part, Literal)]
    value = right if node.word is Word.ONE_OF else right[0]
    return [OPERATORS[node.word], node.left.name, value]


def plain(value: Value) -> Any:
    """A known value as JSON has it: whole numbers as ints, other numbers as floats."""
    if isinstance(value, NumberSpan):
        assert value.low is not None
        return int(value.low) if value.low.denominator == 1 else float(value.low)
    assert isinstance(value, Choice)
    assert value.members is not None
    (member,) = value.members
    return member


def kinds(release: Release) -> dict[str, str]:
    """What each fact is to an engine that wants to know: word, flag, whole or number."""
    names = {Kind.CHOICE: "word", Kind.FLAG: "flag", Kind.COUNT: "whole", Kind.NUMBER: "number"}
    return {name: names[fact.kind] for name, fact in release.facts[SUBJECT].items()}


class FactSets:
    """Draws fact sets: one number in five stands on a threshold of some rule.

    Answers that are the same are one object, so that a million subjects fit.
    """

    def __init__(self, release: Release, seed: int = 20261126) -> None:
        self._random = Random(seed)
        self._facts = release.facts[SUBJECT]
        self._edges: dict[str, list[Fraction]] = {name: [] for name in self._facts}
        for rule in release.rules:
            self._take(rule.when)
        self._known: dict[tuple[str, Any], Fact] = {}

    def _take(self, node: Condition) -> None:
        if isinstance(node, All | Some | AtLeastN):
            for part in node.of:
                self._take(part)
        elif isinstance(node, Not):
            self._take(node.of)
        elif isinstance(node, Compare) and isinstance(node.left, Name):
            for part in node.right:
                if isinstance(part, Literal) and isinstance(part.value, NumberSpan):
                    assert part.value.low is not None
                    self._edges[node.left.name].append(part.value.low)

    def drawn(self, missing: int = 0) -> dict[str, Member]:
        """One fact set, with so many of a hundred facts missing."""
        chance = self._random.random
        return {
            name: self._value(name, fact)
            for name, fact in self._facts.items()
            if not missing or chance() * 100 >= missing
        }

    def _value(self, name: str, fact: FactDefinition) -> Member:
        random = self._random
        if fact.kind is Kind.FLAG:
            return random.random() < 0.5
        if fact.kind is Kind.CHOICE:
            return random.choice(fact.options).value
        if random.random() < 0.2:
            return random.choice(self._edges[name])
        if fact.kind is Kind.NUMBER:
            top = max(self._edges[name]) * 2
            return (
                Fraction(0)
                if random.random() < 0.4
                else Fraction(random.randint(1, 500), 500) * top
            )
        return Fraction(int(random.expovariate(1 / float(max(self._edges[name]) or 1))))

    def submission(self, facts: dict[str, Member], number: int = 0) -> Submission:
        """The fact set as the reader of submissions would give it."""
        given = {name: self._fact(name, value) for name, value in facts.items()}
        root = Entity(SUBJECT, str(number), given, {})
        return Submission("enterprise", str(number), "", root, ())

    def _fact(self, name: str, value: Member) -> Fact:
        found = self._known.get((name, value))
        if found is None:
            number = isinstance(value, Fraction)
            found = Fact(point(value) if isinstance(value, Fraction) else one(value))
            if not number or len(self._known) < 10_000:
                self._known[name, value] = found
        return found


def as_json(facts: dict[str, Member], of_kind: dict[str, str]) -> FactSet:
    """A fact set as other engines take it; a `number` is always a float."""
    found: FactSet = {}
    for name, value in facts.items():
        if isinstance(value, Fraction):
            found[name] = float(value) if of_kind[name] == "number" else int(value)
        else:
            found[name] = value
    return found


def held(prepared: Prepared, submission: Submission) -> list[str]:
    """The rules that hold, by the reference."""
    rules = whole.judge(prepared, submission).rules
    return sorted(name for (_, name), (truth, _) in rules.items() if truth is Truth.TRUE)


def ready(release: Release) -> Prepared:
    """The release made ready for the day of the bench."""
    return prepare(release, AS_OF)
