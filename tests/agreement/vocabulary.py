"""A dictionary: five kinds of entity in three levels, each with facts of every kind."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.condition import Condition
from fenji.model.dictionary import ChoiceOption, EntityKind, FactDefinition, Kind, Origin
from fenji.model.expression import Name, Stratum
from fenji.model.submission import SUBJECT
from fenji.model.value import ANY_NUMBER, Member, NumberSpan
from tests.agreement import conditions
from tests.agreement.drawing import Drawing, Sort
from tests.evaluation.vocabulary import LABEL

Facts = dict[str, dict[str, FactDefinition]]

PARENTS = {SUBJECT: None, "site": SUBJECT, "part": "site", "event": SUBJECT, "harm": "event"}
DEPTH = {SUBJECT: 0, "site": 1, "part": 2, "event": 1, "harm": 2}
"""No name may mean something else further up; siblings share theirs."""

WORDS = ("p", "q", "r")
GRADES: tuple[Member, ...] = tuple(map(Fraction, (1, 2, 3)))
GOODS = ("u", "v", "w")


def _span(low: int | None, high: int | None) -> NumberSpan:
    return NumberSpan(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


RANGES = (ANY_NUMBER, _span(0, None), _span(0, 5), _span(1, 10), _span(-5, 5))
COUNTS = (_span(0, None), _span(0, 4))
OWN = (
    ("amount", Kind.NUMBER, Sort.NUMBER, ()),
    ("pieces", Kind.COUNT, Sort.NUMBER, ()),
    ("yes", Kind.FLAG, Sort.FLAG, ()),
    ("word", Kind.CHOICE, Sort.WORD, WORDS),
    ("grade", Kind.CHOICE, Sort.GRADED, GRADES),
    ("goods", Kind.CHOICES, Sort.SET, GOODS),
    ("note", Kind.TEXT, Sort.TEXT, ()),
    ("since", Kind.DATE, Sort.DATE, ()),
    ("ahead", Kind.DATE, Sort.DATE, ()),
)
GATED = (
    ("seen", Kind.FLAG, Sort.FLAG, ()),
    ("gated_amount", Kind.NUMBER, Sort.NUMBER, ()),
    ("gated_word", Kind.CHOICE, Sort.WORD, WORDS),
    ("gated_grade", Kind.CHOICE, Sort.GRADED, GRADES),
    ("gated_goods", Kind.CHOICES, Sort.SET, GOODS),
    ("gated_since", Kind.DATE, Sort.DATE, ()),
)
"""These may not apply: some of them hang on one before them, which may not apply either."""


def vocabulary(draw: Drawing) -> Facts:
    """Draws a dictionary; its names can be read from then on."""
    for name, parent in PARENTS.items():
        dated = f"since{DEPTH[name]}" if name == "event" else None
        origin = draw.one((Origin.DECLARED, Origin.INSPECTED))
        draw.entities[name] = EntityKind(name, LABEL, parent, dated, origin, ())
    facts: Facts = {kind: {} for kind in PARENTS}
    for kind in PARENTS:
        for row in OWN:
            _declare(draw, facts, kind, row, None)
        for row in GATED:
            _declare(draw, facts, kind, row, conditions.simple(draw, kind))
    return facts


def _declare(
    draw: Drawing,
    facts: Facts,
    kind: str,
    row: tuple[str, Kind, Sort, tuple[Member, ...]],
    applies_when: Condition | None,
) -> None:
    base, of, sort, members = row
    name = f"{base}{DEPTH[kind]}"
    limits = ANY_NUMBER
    if of in (Kind.NUMBER, Kind.COUNT):
        limits = draw.one(RANGES if of is Kind.NUMBER else COUNTS)
    facts[kind][name] = FactDefinition(
        kind,
        name,
        LABEL,
        LABEL,
        of,
        "",
        limits,
        tuple(ChoiceOption(member, LABEL) for member in members),
        draw.one((Origin.DECLARED, Origin.DECLARED, Origin.INSPECTED)),
        applies_when,
        may_lie_ahead=base == "ahead",
    )
    positive = limits.low is not None and limits.low > 0
    draw.declare(Name(kind, name, Stratum.FACT), sort, members, above_zero=positive)
