"""Conditions, drawn: every construct of the language, nested in every other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal as OneOf

from fenji.model.condition import (
    All,
    Any,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Fires,
    Holds,
    Listed,
    Not,
    Quantified,
    Word,
)
from fenji.model.expression import Expression, Literal, Lookup
from fenji.model.value import one, point
from tests.agreement.drawing import Drawing, Sort
from tests.agreement.formulas import TAKES, a_date, by, figure, name_of, number

ORDER = (Word.AT_LEAST, Word.AT_MOST, Word.MORE_THAN, Word.LESS_THAN)
SAME = (Word.IS, Word.IS_NOT)
SEVERAL = (Word.ONE_OF, Word.NONE_OF)
OF_SETS = (Word.HAS, Word.HAS_ANY, Word.HAS_NONE)
QUANTIFIERS: tuple[OneOf["some", "every", "no"], ...] = ("some", "every", "no")
LOOSE = ("listed", "graded")
SIMPLE = -9
"""The depth of what compares with written values only."""

Drawn = Callable[[Drawing, str, int], Condition]


def condition(draw: Drawing, kind: str, depth: int = 3) -> Condition:
    """Any condition about an entity of the kind, nested so deep at most."""
    several: list[Drawn] = [*LEAVES]
    if depth > 0:
        several += [*BLOCKS, *BLOCKS]
        if draw.children(kind):
            several += OVER_CHILDREN * (3 if draw.entities[kind].parent is None else 6)
    if any(at in draw.lineage(kind) for at, _ in draw.definitions):
        several.append(_holds)
    if any(at in draw.lineage(kind) for at, _ in draw.rules):
        several += [_fires, _fires]
    return draw.one(several)(draw, kind, depth - 1)


def simple(draw: Drawing, kind: str) -> Condition:
    """A condition about what can be read so far, of an entity or its ancestors alone."""
    if draw.chance(20):
        return Not(_flag(draw, kind, SIMPLE))
    return draw.one((_flag, _flag, _words, _figures, _graded))(draw, kind, SIMPLE)


def _figures(draw: Drawing, kind: str, depth: int) -> Condition:
    left = name_of(draw, kind, Sort.NUMBER)
    return Compare(left, draw.one((*ORDER, *ORDER, *SAME)), (figure(draw),))


def _computed(draw: Drawing, kind: str, depth: int) -> Condition:
    left, right = number(draw, kind), number(draw, kind)
    return Compare(left, draw.one((*ORDER, *ORDER, *SAME)), (right,))


def _several_figures(draw: Drawing, kind: str, depth: int) -> Condition:
    right = tuple(number(draw, kind, 0) for _ in range(draw.random.randint(1, 3)))
    return Compare(name_of(draw, kind, Sort.NUMBER), draw.one(SEVERAL), right)


def _flag(draw: Drawing, kind: str, depth: int) -> Condition:
    left = name_of(draw, kind, Sort.FLAG)
    right: Expression = Literal(one(draw.chance(50)))
    if depth > SIMPLE and draw.chance(15):
        right = name_of(draw, kind, Sort.FLAG)
    elif depth > SIMPLE and draw.chance(15):
        right = Lookup("by_word", "flag", by(draw, "by_word", kind))
    return Compare(left, draw.one((Word.IS, Word.IS, Word.IS_NOT)), (right,))


def _words(draw: Drawing, kind: str, depth: int) -> Condition:
    chosen = draw.one(draw.readable(kind, Sort.WORD))
    literals = [Literal(one(word)) for word in draw.some(chosen.members, 1, 3)]
    word = draw.one((*SAME, *SEVERAL))
    if word in SEVERAL:
        return Compare(chosen.node, word, tuple(literals))
    right: Expression = literals[0]
    if depth > SIMPLE and draw.chance(20):
        right = name_of(draw, kind, draw.one((Sort.WORD, Sort.TEXT)))
    elif depth > SIMPLE and draw.chance(35):
        right = Lookup("by_word", "word", by(draw, "by_word", kind))
    return Compare(chosen.node, word, (right,))


def _graded(draw: Drawing, kind: str, depth: int) -> Condition:
    chosen = draw.one(draw.readable(kind, Sort.GRADED))
    word = draw.one((*SAME, *SEVERAL, *ORDER))
    if word in SEVERAL:
        several = draw.some(chosen.members, 1, 2)
        return Compare(chosen.node, word, tuple(Literal(one(m)) for m in several))
    if word in SAME and draw.chance(60):
        return Compare(chosen.node, word, (Literal(one(draw.one(chosen.members))),))
    if depth > SIMPLE and draw.chance(30):
        return Compare(chosen.node, word, (number(draw, kind, 1),))
    return Compare(chosen.node, word, (Literal(point(draw.random.randint(1, 3))),))


def _sets(draw: Drawing, kind: str, depth: int) -> Condition:
    chosen = draw.one(draw.readable(kind, Sort.SET))
    word = draw.one(OF_SETS)
    least, most = (1, 1) if word is Word.HAS else (1, 3)
    right = tuple(Literal(one(good)) for good in draw.some(chosen.members, least, most))
    return Compare(chosen.node, word, right)


def _texts(draw: Drawing, kind: str, depth: int) -> Condition:
    left = name_of(draw, kind, Sort.TEXT)
    word = draw.one((*SAME, *SEVERAL))
    literals = tuple(Literal(one(text)) for text in draw.some(("p", "x", "y"), 1, 2))
    if word in SEVERAL:
        return Compare(left, word, literals)
    right = name_of(draw, kind, Sort.TEXT) if draw.chance(20) else literals[0]
    return Compare(left, word, (right,))


def _dates(draw: Drawing, kind: str, depth: int) -> Condition:
    left = name_of(draw, kind, Sort.DATE)
    word = draw.one((*ORDER, *ORDER, *SAME, *SEVERAL))
    several = draw.random.randint(1, 2) if word in SEVERAL else 1
    return Compare(left, word, tuple(a_date(draw, kind) for _ in range(several)))


def _listed(draw: Drawing, kind: str, depth: int) -> Condition:
    table = draw.one((*LOOSE, *LOOSE, "bands"))
    return Listed(table, by(draw, table, kind))


def _guarded(draw: Drawing, kind: str, depth: int) -> Condition:
    """A look-up in a table that may have no row stands beside the question whether it has one."""
    table = draw.one(LOOSE)
    keys = by(draw, table, kind)
    take = draw.one(TAKES)
    right = Lookup(table, "figure", keys, take)
    word = draw.one((*ORDER, *SAME))
    return All((Listed(table, keys), Compare(number(draw, kind, 1), word, (right,))))


def _parts(draw: Drawing, kind: str, depth: int, least: int, most: int) -> tuple[Condition, ...]:
    several = range(draw.random.randint(least, most))
    return tuple(condition(draw, kind, depth) for _ in several)


def _all(draw: Drawing, kind: str, depth: int) -> Condition:
    return All(_parts(draw, kind, depth, 2, 3))


def _any(draw: Drawing, kind: str, depth: int) -> Condition:
    return Any(_parts(draw, kind, depth, 2, 3))


def _not(draw: Drawing, kind: str, depth: int) -> Condition:
    return Not(condition(draw, kind, depth))


def _at_least_n(draw: Drawing, kind: str, depth: int) -> Condition:
    parts = _parts(draw, kind, depth, 2, 4)
    return AtLeastN(draw.random.randint(1, len(parts)), parts)


def _where(draw: Drawing, kind: str, depth: int, *, needed: bool = False) -> Condition | None:
    return None if not needed and draw.chance(35) else condition(draw, kind, depth)


def _quantified(draw: Drawing, kind: str, depth: int) -> Condition:
    below = draw.one(draw.children(kind))
    word = draw.one(QUANTIFIERS)
    return Quantified(word, below, _where(draw, below, depth, needed=word == "every"))


def _counted(draw: Drawing, kind: str, depth: int) -> Condition:
    below = draw.one(draw.children(kind))
    right: Expression = Literal(point(draw.random.randint(0, 3)))
    if draw.chance(40):
        right = number(draw, kind, 2)
    elif draw.chance(40):
        right = name_of(draw, kind, Sort.NUMBER)
    where = _where(draw, below, depth)
    return Counted(below, where, draw.one((*ORDER, *SAME)), right)


def _holds(draw: Drawing, kind: str, depth: int) -> Condition:
    known = [(at, name) for at, name in draw.definitions if at in draw.lineage(kind)]
    return Holds(*draw.one(known))


def _fires(draw: Drawing, kind: str, depth: int) -> Condition:
    known = [rule for at, rule in draw.rules if at in draw.lineage(kind)]
    return Fires(draw.one(known))


LEAVES: tuple[Drawn, ...] = (
    _figures,
    _figures,
    _computed,
    _computed,
    _several_figures,
    _flag,
    _flag,
    _words,
    _graded,
    _sets,
    _texts,
    _dates,
    _listed,
    _guarded,
)
BLOCKS: tuple[Drawn, ...] = (_all, _any, _not, _at_least_n)
OVER_CHILDREN: tuple[Drawn, ...] = (_quantified, _counted)
