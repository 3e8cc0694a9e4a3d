"""A small world for trying the evaluator: few facts, small domains, every construct."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fenji.model.condition import Compare, Word
from fenji.model.dates import partial_date
from fenji.model.dictionary import ChoiceOption, EntityKind, FactDefinition, Kind, Origin
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.law import (
    Basis,
    Confirmation,
    Encoded,
    Instrument,
    Provenance,
    Review,
    Standing,
)
from fenji.model.release import Release
from fenji.model.rule import Definition, FindingKind, Measure, MeasureCase, Rule
from fenji.model.sector import Sector
from fenji.model.table import Key, Row, Table
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import YES, NumberSpan, Value, one, point

AS_OF = date(2026, 6, 1)
DAYS = (date(2025, 6, 1), date(2026, 5, 31), AS_OF)
LABEL = Text("词", "word")
PROVENANCE = Provenance((Basis("LAW", "1"),), Standing.LAW, Review(Confirmation.COPY_SEEN))
LAW = Instrument(
    "LAW",
    LABEL,
    "1",
    "x",
    Standing.LAW,
    partial_date("2020"),
    None,
    None,
    False,
    Encoded.WHOLE,
    (),
    (),
    "",
)
NO_LIMIT = NumberSpan(None, None)
SMALL = NumberSpan(Fraction(0), Fraction(2))


def fact(
    entity: str,
    name: str,
    kind: Kind,
    *,
    options: tuple[str, ...] = (),
    limits: NumberSpan = NO_LIMIT,
    origin: Origin = Origin.DECLARED,
    gate: str = "",
) -> FactDefinition:
    """A fact of the small world; `gate` is a flag that it needs."""
    applies = Compare(Name(entity, gate, Stratum.FACT), Word.IS, (Literal(YES),)) if gate else None
    return FactDefinition(
        entity,
        name,
        LABEL,
        LABEL,
        kind,
        "",
        limits,
        tuple(ChoiceOption(o, LABEL) for o in options),
        origin,
        applies,
    )


SUBJECT_FACTS = (
    fact("subject", "a", Kind.FLAG),
    fact("subject", "b", Kind.FLAG, origin=Origin.INSPECTED),
    fact("subject", "n", Kind.COUNT, limits=SMALL),
    fact("subject", "m", Kind.COUNT, limits=SMALL, origin=Origin.INSPECTED),
    fact("subject", "k", Kind.CHOICE, options=("p", "q", "r")),
    fact("subject", "s", Kind.CHOICES, options=("u", "v")),
    fact("subject", "d", Kind.DATE),
    fact("subject", "g", Kind.COUNT, limits=SMALL, gate="a"),
)
ITEM_FACTS = (
    fact("item", "x", Kind.COUNT, limits=SMALL),
    fact("item", "y", Kind.FLAG, origin=Origin.INSPECTED),
)


def row(number: int, **cells: Value) -> Row:
    """A row of a table."""
    return Row(number, tuple(cells.items()))


TABLE = Table(
    "t",
    LABEL,
    (Key("k", Word.IS, "k"), Key("least", Word.AT_LEAST, "n")),
    ("give",),
    (
        row(1, k=one("p"), give=point(1)),
        row(2, k=one("q"), least=point(1), give=point(2)),
        row(3, k=one("q"), least=point(2), give=point(0)),
    ),
    False,
    PROVENANCE,
)
WHOLE_TABLE = Table(
    "w",
    LABEL,
    (Key("k", Word.IS, "k"),),
    ("give",),
    (
        row(1, k=one("p"), give=point(0)),
        row(2, k=one("q"), give=point(1)),
        row(3, k=one("r"), give=point(2)),
    ),
    True,
    PROVENANCE,
)


def release(
    *,
    rules: tuple[Rule, ...] = (),
    definitions: tuple[Definition, ...] = (),
    measures: tuple[Measure, ...] = (),
    **more: object,
) -> Release:
    """A release over the small world."""
    parts: dict[str, object] = {
        "classifications": (),
        "sheets": (),
        "policies": (),
        "parameters": {},
        **more,
    }
    return Release(
        digest=str(id(parts)),
        instruments={"LAW": LAW},
        units=Units({}, {}, {}),
        entities={
            "subject": EntityKind("subject", LABEL, None, None, Origin.DECLARED, ()),
            "item": EntityKind("item", LABEL, "subject", None, Origin.DECLARED, ()),
        },
        facts={
            "subject": {f.name: f for f in SUBJECT_FACTS},
            "item": {f.name: f for f in ITEM_FACTS},
        },
        tables={"t": TABLE, "w": WHOLE_TABLE},
        sectors={
            "one": Sector(
                "one",
                1,
                LABEL,
                Compare(Name("subject", "a", Stratum.FACT), Word.IS, (Literal(YES),)),
                "a",
            )
        },
        rules=rules,
        definitions=definitions,
        measures=measures,
        **parts,  # type: ignore[arg-type]
    )


def rule(name: str, when: object, **more: object) -> Rule:
    """A rule of the cross-cutting sector about the subject."""
    parts: dict[str, object] = {
        "scope": None,
        "unless": (),
        "finding": FindingKind.PROHIBITION,
        "tier": None,
        **more,
    }
    return Rule(
        id=name,
        sector="cross_cutting",
        for_="subject",
        title=LABEL,
        when=when,  # type: ignore[arg-type]
        provenance=PROVENANCE,
        **parts,  # type: ignore[arg-type]
    )


def measure(name: str, cases: tuple[MeasureCase, ...]) -> Measure:
    """A measure of the subject."""
    return Measure(name, "cross_cutting", "subject", LABEL, "", cases, NO_LIMIT, PROVENANCE)
