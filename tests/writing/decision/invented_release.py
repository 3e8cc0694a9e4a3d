"""An invented release, made by hand: every kind of thing that is written about once."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.condition import All, Any, Compare, Quantified, Word
from fenji.model.dates import partial_date
from fenji.model.dictionary import ChoiceOption, EntityKind, FactDefinition, Kind, Origin
from fenji.model.expression import Aggregate, Arithmetic, Literal, Lookup, Name, Stratum
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
from fenji.model.rule import FindingKind, Measure, MeasureCase, Rule
from fenji.model.sector import Sector
from fenji.model.table import Key, Table
from fenji.model.text import Text
from fenji.model.unit import Unit, Units
from fenji.model.value import ANY_NUMBER, NumberSpan, one, point

BASIS = (Basis("GB18218-2018", "4.2.1"),)
KA = (Basis("KA-2022-88", "一、地下矿山（一）第2目"),)
SEEN = Review(Confirmation.COPY_SEEN)
AT_LEAST_0 = NumberSpan(Fraction(0), None)


def _instrument(id_: str, title: Text, number: str, standing: Standing) -> Instrument:
    return Instrument(
        id_,
        title,
        number,
        "",
        standing,
        partial_date("2019-03-01"),
        None,
        None,
        False,
        Encoded.WHOLE,
        (),
        (),
        "",
    )


def _fact(
    entity: str, name: str, label: Text, kind: Kind, unit: str = "", *options: ChoiceOption
) -> FactDefinition:
    question = Text(f"{label.zh}是多少？", f"What is the {label.en}?")
    origin = Origin.INSPECTED if name == "wing_exit_present" else Origin.DECLARED
    span = AT_LEAST_0 if unit else ANY_NUMBER
    return FactDefinition(entity, name, label, question, kind, unit, span, options, origin)


UNIT_KINDS = (
    ChoiceOption("production", Text("生产单元", "production unit")),
    ChoiceOption("storage", Text("储存单元", "storage unit")),
)
SUBJECT_KINDS = (ChoiceOption("enterprise", Text("企业", "an enterprise")),)
FACTS = (
    _fact("subject", "mines_anything", Text("是否开采矿山", "mining of any kind"), Kind.FLAG),
    _fact("subject", "subject_kind", Text("类别", "kind"), Kind.CHOICE, "", *SUBJECT_KINDS),
    _fact(
        "hazard_unit", "unit_kind", Text("单元类别", "kind of unit"), Kind.CHOICE, "", *UNIT_KINDS
    ),
    _fact("substance", "quantity_t", Text("最大存量", "largest quantity"), Kind.NUMBER, "t"),
    _fact("substance", "cas", Text("CAS 号", "CAS number"), Kind.TEXT),
    _fact("mine", "exit_spacing_m", Text("出口间距", "exit spacing"), Kind.NUMBER, "m"),
    _fact("mine", "surface_exits", Text("直达地面的出口数", "surface exits"), Kind.COUNT),
    _fact("mine", "wing_exit_present", Text("矿体翼部设有出口", "wing has an exit"), Kind.FLAG),
)
SPACING = Name("mine", "exit_spacing_m", Stratum.FACT)
EXITS = Name("mine", "surface_exits", Stratum.FACT)
WING = Name("mine", "wing_exit_present", Stratum.FACT)
QUANTITY = Name("substance", "quantity_t", Stratum.FACT)
RATIO = Name("hazard_unit", "s", Stratum.MEASURE)
CRITICAL = Lookup("critical", "critical_t", ())

TOO_CLOSE = Compare(SPACING, Word.LESS_THAN, (Literal(point(30)),))
TWO_EXITS = Compare(EXITS, Word.IS, (Literal(point(2)),))
NO_WING = Compare(WING, Word.IS, (Literal(one(False)),))
EXITS_RULE = Any((All((TWO_EXITS, TOO_CLOSE)), NO_WING))
OVER = Compare(RATIO, Word.AT_LEAST, (Literal(point(1)),))
HELD = Quantified("some", "substance", Compare(QUANTITY, Word.AT_LEAST, (CRITICAL,)))
SOURCE_RULE = All((OVER, HELD))


def _provenance(basis: tuple[Basis, ...]) -> Provenance:
    return Provenance(basis, Standing.STANDARD, SEEN)


RATIO_MEASURE = Measure(
    "s",
    "chemicals",
    "hazard_unit",
    Text("S 值", "S"),
    "",
    (MeasureCase(None, Aggregate("sum", "substance", Arithmetic("/", QUANTITY, CRITICAL))),),
    AT_LEAST_0,
    _provenance(BASIS),
)
RULES = (
    Rule(
        "mine.ug.exits-too-close",
        "mines",
        "mine",
        Text(
            "两个直达地面出口间距不足30米，或矿体一翼过长而无出口",
            "Two surface exits under 30 m apart, or a long wing without an exit",
        ),
        None,
        EXITS_RULE,
        (),
        FindingKind.MAJOR_ACCIDENT_HAZARD,
        None,
        _provenance(KA),
    ),
    Rule(
        "chem.major-hazard-source",
        "chemicals",
        "hazard_unit",
        Text("单元构成危险化学品重大危险源", "The unit is a major hazard source"),
        None,
        SOURCE_RULE,
        (),
        FindingKind.MAJOR_HAZARD_SOURCE,
        None,
        _provenance(BASIS),
    ),
)


def release() -> Release:
    """A few facts, two rules, two instruments."""
    facts: dict[str, dict[str, FactDefinition]] = {}
    for fact in FACTS:
        facts.setdefault(fact.entity, {})[fact.name] = fact
    kinds = (
        EntityKind("subject", Text("主体", "subject"), None, None, Origin.DECLARED, ()),
        EntityKind("hazard_unit", Text("单元", "unit"), "subject", None, Origin.DECLARED, ()),
        EntityKind(
            "substance", Text("物质", "substance"), "hazard_unit", None, Origin.DECLARED, ()
        ),
        EntityKind("mine", Text("矿山", "mine"), "subject", None, Origin.DECLARED, ()),
    )
    table = Table(
        "critical",
        Text("临界量表", "table of critical quantities"),
        (Key("cas", Word.IS, "cas"),),
        ("critical_t",),
        (),
        False,
        _provenance(BASIS),
    )
    instruments = (
        _instrument(
            "GB18218-2018",
            Text("危险化学品重大危险源辨识", "Identification of major hazard installations"),
            "GB 18218-2018",
            Standing.STANDARD,
        ),
        _instrument(
            "KA-2022-88",
            Text("金属非金属矿山重大事故隐患", "Major accident hazards of mines"),
            "矿安〔2022〕88号",
            Standing.LAW,
        ),
    )
    units = (
        Unit("t", "mass", Fraction(1), Text("吨", "tonne")),
        Unit("m", "length", Fraction(1), Text("米", "metre")),
    )
    sectors = (
        Sector(
            "chemicals", 1, Text("危险化学品", "hazardous chemicals"), HELD, "handles_chemicals"
        ),
        Sector("mines", 2, Text("非煤矿山", "non-coal mines"), NO_WING, "mines_anything"),
    )
    return Release(
        digest="4f2a91c07be5" * 5 + "4f2a",
        instruments={i.id: i for i in instruments},
        units=Units({u.name: u for u in units}, {}, {}),
        entities={k.name: k for k in kinds},
        facts=facts,
        tables={table.name: table},
        parameters={},
        sectors={s.name: s for s in sectors},
        definitions=(),
        measures=(RATIO_MEASURE,),
        classifications=(),
        sheets=(),
        rules=RULES,
        policies=(),
    )
