"""A release of a few facts, built by hand, for trying what reads facts."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.condition import All, Word
from fenji.model.dictionary import (
    ChoiceOption,
    EntityKind,
    FactDefinition,
    Identification,
    Kind,
    Origin,
)
from fenji.model.expression import Literal
from fenji.model.law import Confirmation, Provenance, Review, Standing
from fenji.model.release import Release
from fenji.model.rule import (
    Case,
    Classification,
    Definition,
    FindingKind,
    Measure,
    MeasureCase,
    Rule,
)
from fenji.model.sector import Sector
from fenji.model.table import Key, Row, Table
from fenji.model.text import Text
from fenji.model.unit import RefusedSpelling, Unit, Units
from fenji.model.value import ANY_NUMBER, Member, NumberSpan, one, point

PROVENANCE = Provenance((), Standing.STANDARD, Review(Confirmation.COPY_SEEN))
AT_LEAST_0 = NumberSpan(Fraction(0), None)
ALWAYS = All(())


def unit(name: str, dimension: str, factor: str, zh: str, en: str) -> Unit:
    return Unit(name, dimension, Fraction(factor), Text(zh, en))


UNITS = Units(
    by_name={
        u.name: u
        for u in (
            unit("t", "mass", "1", "吨", "tonnes"),
            unit("kg", "mass", "1/1000", "千克", "kilograms"),
            unit("short_ton", "mass", "90718474/100000000", "短吨", "short tons"),
            unit("m3", "volume", "1", "立方米", "cubic metres"),
            unit("mu", "area", "2000/3", "亩", "mu"),
            unit("m2", "area", "1", "平方米", "square metres"),
            unit("m", "length", "1", "米", "metres"),
            unit("percent", "share", "1", "百分之", "percent"),
        )
    },
    by_spelling={
        **dict.fromkeys(("t", "吨"), "t"),
        **dict.fromkeys(("kg", "千克", "公斤"), "kg"),
        **dict.fromkeys(("m3", "立方米"), "m3"),
        "亩": "mu",
        "m2": "m2",
        "m": "m",
        "米": "m",
        "%": "percent",
    },
    refused={
        "ton": RefusedSpelling(
            "ton", ("t", "short_ton"), Text("公制、美制都这样写", "metric and US")
        )
    },
)


def entity(name: str, parent: str | None) -> EntityKind:
    return EntityKind(name, Text(f"{name}的", name), parent, None, Origin.DECLARED, ())


def fact(
    of: str,
    name: str,
    kind: Kind,
    unit: str = "",
    *,
    range_: NumberSpan = ANY_NUMBER,
    options: tuple[Member, ...] = (),
    origin: Origin = Origin.DECLARED,
    conditional: bool = False,
    pattern: str = "",
    by: Identification | None = None,
) -> FactDefinition:
    label = Text(f"{name}的标签", f"label of {name}")
    return FactDefinition(
        of,
        name,
        label,
        label,
        kind,
        unit,
        range_,
        tuple(ChoiceOption(o, Text(f"选{o}", str(o))) for o in options),
        origin,
        ALWAYS if conditional else None,
        pattern=pattern,
        identified_by=by,
    )


FACTS = (
    fact("subject", "employees", Kind.COUNT),
    fact("subject", "county", Kind.TEXT, pattern=r"^\d{6}$"),
    fact("subject", "subject_kind", Kind.CHOICE, options=("enterprise", "park")),
    fact("subject", "activities", Kind.CHOICES, options=("chemical_production", "mining")),
    fact("subject", "rating", Kind.CHOICE, options=("A", "B"), origin=Origin.DETERMINED),
    fact("mine", "mine_type", Kind.CHOICE, options=("underground", "open_pit")),
    fact("mine", "surface_exits", Kind.COUNT, conditional=True),
    fact("mine", "exit_spacing_m", Kind.NUMBER, "m", range_=AT_LEAST_0),
    fact("mine", "air_temperature", Kind.NUMBER),
    fact("mine", "blocked", Kind.FLAG, origin=Origin.INSPECTED),
    fact("mine", "class", Kind.CHOICE, options=(Fraction(1), Fraction(2), "none")),
    fact("mine", "licensed_until", Kind.DATE),
    fact("mine", "grade", Kind.CHOICE, options=("A", "B", "C", "D"), origin=Origin.DETERMINED),
    fact("pond", "safety", Kind.CHOICE, options=("normal", "sick"), origin=Origin.DETERMINED),
    fact("hazard_unit", "pressure", Kind.NUMBER, range_=NumberSpan(Fraction(0), Fraction(100))),
    fact("substance", "cas", Kind.TEXT),
    fact("substance", "substance_name", Kind.TEXT),
    fact("substance", "quantity_t", Kind.NUMBER, "t", range_=AT_LEAST_0),
    fact("substance", "colours", Kind.CHOICES, options=("red", "blue")),
    fact("substance", "hazard_categories", Kind.CHOICES, options=("J1", "W2", "W5.3")),
    fact(
        "substance",
        "substance",
        Kind.CHOICE,
        options=("ammonia", "chlorine", "nitrocellulose", "other"),
        by=Identification("spellings", "cas", "substance_name", "other"),
    ),
)

SPELLINGS = Table(
    "spellings",
    Text("名录", "spellings"),
    (Key("spelling", Word.IS, "substance_name"),),
    ("substance",),
    tuple(
        Row(number, (("spelling", one(spelling)), ("substance", one(substance))))
        for number, (spelling, substance) in enumerate(
            (
                ("7664-41-7", "ammonia"),
                ("氨（液氨）", "ammonia"),
                ("Liquid Ammonia", "ammonia"),
                ("7782-50-5", "chlorine"),
                ("液氯", "chlorine"),
                ("9004-70-0", "nitrocellulose"),
                ("乙醇", "other"),
                ("黑药", "nitrocellulose"),
                ("黑药", "other"),
            ),
            start=1,
        )
    ),
    False,
    PROVENANCE,
)

CATEGORIES = Table(
    "categories",
    Text("类别", "categories"),
    (Key("category", Word.HAS, "hazard_categories"),),
    ("critical_quantity_t",),
    (Row(1, (("category", one("J1")), ("critical_quantity_t", point(5)))),),
    False,
    PROVENANCE,
)


def measure(name: str, of: str, unit: str = "") -> Measure:
    case = MeasureCase(None, Literal(point(1)))
    return Measure(name, "chemicals", of, Text("量", name), unit, (case,), ANY_NUMBER, PROVENANCE)


def classification(name: str, of: str, values: tuple[Member, ...], matter: str) -> Classification:
    cases = tuple(Case(value, Text(str(value), str(value)), ALWAYS) for value in values)
    return Classification(
        name,
        "chemicals",
        of,
        Text("类", name),
        cases,
        (),
        values,
        (),
        None,
        name,
        None,
        (),
        matter,
        PROVENANCE,
    )


def rule(name: str, of: str) -> Rule:
    return Rule(
        name,
        "chemicals",
        of,
        Text("规则", name),
        None,
        ALWAYS,
        (),
        FindingKind.MAJOR_ACCIDENT_HAZARD,
        None,
        PROVENANCE,
    )


def small_release() -> Release:
    by_kind: dict[str, dict[str, FactDefinition]] = {}
    for definition in FACTS:
        by_kind.setdefault(definition.entity, {})[definition.name] = definition
    kinds = (
        entity("mine", "subject"),
        entity("pond", "mine"),
        entity("hazard_unit", "subject"),
        entity("substance", "hazard_unit"),
    )
    return Release(
        digest="small",
        instruments={},
        units=UNITS,
        entities={kind.name: kind for kind in kinds},
        facts=by_kind,
        tables={"spellings": SPELLINGS, "categories": CATEGORIES},
        parameters={},
        sectors={"chemicals": Sector("chemicals", 1, Text("危化", "chemicals"), ALWAYS, "")},
        definitions=(
            Definition("deep", "chemicals", "mine", Text("深", "deep"), ALWAYS, PROVENANCE),
        ),
        measures=(measure("ratio", "hazard_unit"), measure("depth", "mine", "m")),
        classifications=(
            classification(
                "level", "hazard_unit", ("none", Fraction(4), Fraction(3)), "level_filed"
            ),
        ),
        sheets=(),
        rules=(rule("mine.exits", "mine"), rule("chem.source", "hazard_unit")),
        policies=(),
    )
