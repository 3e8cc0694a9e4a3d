"""All ways to get one node of a rule wrong by one small step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any as Anything

from fenji.model.condition import (
    OPPOSITE,
    All,
    Any,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Word,
)
from fenji.model.expression import Literal
from fenji.model.folding import Step
from fenji.model.place import NOWHERE, Place
from fenji.model.rule import Case, Entry, MeasureCase
from fenji.model.value import NumberSpan, is_known, point

Variant = tuple[str, Place, Anything]
"""What was done (English, short), where, and the node with it done."""

EDGE = {
    Word.AT_LEAST: Word.MORE_THAN,
    Word.MORE_THAN: Word.AT_LEAST,
    Word.AT_MOST: Word.LESS_THAN,
    Word.LESS_THAN: Word.AT_MOST,
}
SKIPPED = frozenset({"provenance", "label", "title", "place", "range", "basis", "left_place"})


Implied = Callable[[Condition, Condition], bool]
"""Whether the second condition cannot hold unless the first does."""


def variants(node: Anything, implied: Implied, place: Place = NOWHERE) -> Iterator[Variant]:
    """The node with one step wrong, in itself or in one of its parts. Titles and sources stay.

    A part that the others imply is not dropped: nothing could notice, for nothing would change.
    """
    place = getattr(node, "place", NOWHERE) if getattr(node, "place", NOWHERE) != NOWHERE else place
    if isinstance(node, All | Any):
        yield from ((what, place, changed) for what, changed in _of_parts(node, implied))
    own = OWN.get(type(node))
    if own is not None:
        yield from ((what, place, changed) for what, changed in own(node))
    for field in fields(node):
        if field.name in SKIPPED:
            continue
        value = getattr(node, field.name)
        for what, where, changed in _inside(value, implied, place):
            yield what, where, replace(node, **{field.name: changed})


def _inside(value: Anything, implied: Implied, place: Place) -> Iterator[Variant]:
    if isinstance(value, tuple):
        for i, part in enumerate(value):
            for what, where, changed in _inside(part, implied, place):
                yield what, where, (*value[:i], changed, *value[i + 1 :])
    elif is_dataclass(value) and not isinstance(value, type | NumberSpan):
        yield from variants(value, implied, place)


Changes = Iterator[tuple[str, Anything]]


def _of_compare(node: Compare | Counted) -> Changes:
    if node.word in EDGE:
        yield f"{node.word.value} → {EDGE[node.word].value}", replace(node, word=EDGE[node.word])
    if node.word in OPPOSITE:
        other = OPPOSITE[node.word]
        yield f"{node.word.value} → {other.value}", replace(node, word=other)


def _of_parts(node: All | Any, implied: Implied) -> Changes:
    other = Any if isinstance(node, All) else All
    if len(node.of) > 1:
        names = {All: "all", Any: "any"}
        yield f"{names[type(node)]} → {names[other]}", other(node.of, node.place)
        for i, part in enumerate(node.of):
            rest = replace(node, of=node.of[:i] + node.of[i + 1 :])
            if isinstance(node, Any) or not implied(part, rest):
                yield f"part {i + 1} dropped", rest


def _of_at_least_n(node: AtLeastN) -> Changes:
    yield f"{node.n} → {node.n + 1} of them", replace(node, n=node.n + 1)
    if node.n > 1:
        yield f"{node.n} → {node.n - 1} of them", replace(node, n=node.n - 1)


def _of_literal(node: Literal) -> Changes:
    value = node.value
    if isinstance(value, NumberSpan) and value.low is not None and is_known(value):
        for stepped in stepped_numbers(value.low):
            yield f"{_shown(value.low)} → {_shown(stepped)}", replace(node, value=point(stepped))


def stepped_numbers(number: Fraction) -> tuple[Fraction, Fraction]:
    """The number one step down and one step up; a step is one in its last decimal place."""
    step = Fraction(1)
    while (number / step).denominator != 1 and step > Fraction(1, 10**15):
        step /= 10
    return number - step, number + step


def _shown(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else str(float(number))


def _of_step(node: Step) -> Changes:
    for i, (words, tier) in enumerate(node.bands):
        for j, (word, limit) in enumerate(words):
            for stepped in stepped_numbers(Fraction(limit)):
                changed = (*words[:j], (word, str(stepped)), *words[j + 1 :])
                bands = (*node.bands[:i], (changed, tier), *node.bands[i + 1 :])
                yield f"{limit} → {_shown(stepped)}", replace(node, bands=bands)


def _of_case(node: Case | MeasureCase | Entry) -> Changes:
    if node.when is not None:
        yield "always taken", replace(node, when=None)


OWN: dict[type, Callable[[Anything], Changes]] = {
    AtLeastN: _of_at_least_n,
    Case: _of_case,
    Compare: _of_compare,
    Counted: _of_compare,
    Entry: _of_case,
    Literal: _of_literal,
    MeasureCase: _of_case,
    Step: _of_step,
}
