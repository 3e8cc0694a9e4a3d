"""As many rules as are asked for over the ten facts of `twenty/`: the twenty, again and again, moved.

Each copy has its figures and its words moved by one more step, so that hardly two conditions are equal:
those about words alone come again when all words have been gone through.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fenji.model.condition import All, Compare, Condition, Not
from fenji.model.condition import Any as Some
from fenji.model.dictionary import Kind
from fenji.model.expression import Literal, Name
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.model.value import Choice, NumberSpan, one, point


def with_rules(release: Release, many: int) -> Release:
    """The release with so many rules."""
    rules = []
    for number in range(many):
        rule = release.rules[number % len(release.rules)]
        when = _moved(release, rule.when, number // len(release.rules))
        rules.append(replace(rule, id=f"r{number}", when=when))
    return replace(release, digest=f"{release.digest} {many}", rules=tuple(rules))


def _moved(release: Release, node: Condition, steps: int) -> Condition:
    if isinstance(node, All | Some):
        return replace(node, of=tuple(_moved(release, part, steps) for part in node.of))
    if isinstance(node, Not):
        return replace(node, of=_moved(release, node.of, steps))
    assert isinstance(node, Compare)
    assert isinstance(node.left, Name)
    fact = release.facts[SUBJECT][node.left.name]
    right = []
    for part in node.right:
        assert isinstance(part, Literal)
        value = part.value
        if isinstance(value, NumberSpan):
            assert value.low is not None
            step = Fraction(1) if fact.kind is Kind.COUNT else Fraction(1, 10)
            right.append(replace(part, value=point(value.low + step * steps)))
        elif fact.kind is Kind.CHOICE:
            assert isinstance(value, Choice)
            assert value.members is not None
            words = [option.value for option in fact.options]
            (word,) = value.members
            moved = words[(words.index(word) + steps) % len(words)]
            right.append(replace(part, value=one(moved)))
        else:
            right.append(part)
    return replace(node, right=tuple(right))
