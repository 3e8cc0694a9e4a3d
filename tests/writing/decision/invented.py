"""An invented release and a decision under it, made by hand: every kind of thing once."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fenji.model.condition import All, Any, Compare, Quantified, Word
from fenji.model.dates import partial_date
from fenji.model.decision import (
    Answer,
    Ask,
    Caution,
    Decision,
    DutyAnswer,
    Finding,
    Presumed,
    SectorAnswer,
    Status,
    StepTaken,
    ThreeFigures,
)
from fenji.model.dictionary import ChoiceOption, EntityKind, FactDefinition, Kind, Origin
from fenji.model.duty import Binds, Calendar, Period, Timing
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
from fenji.model.reason import Gap, Reason, Seen
from fenji.model.release import Release
from fenji.model.rule import FindingKind, Measure, MeasureCase, Rule
from fenji.model.sector import Sector
from fenji.model.submission import Determination, Source
from fenji.model.table import Key, Table
from fenji.model.text import Text
from fenji.model.tier import Tier, TierRange
from fenji.model.truth import Truth
from fenji.model.unit import Unit, Units
from fenji.model.value import ANY_NUMBER, Choice, NumberSpan, one, point

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


def _reason_of_source() -> Reason:
    substance = "hazard_unit:store-2/substance:#1"
    quantity = Seen(
        "quantity_t", substance, point(Fraction("12.5")), True, Source.ENTERPRISE, date(2026, 2, 11)
    )
    critical = Seen("critical.critical_t", substance, point(10), True)
    ratio = Seen(
        "s",
        "hazard_unit:store-2",
        NumberSpan(Fraction(5, 3), None),
        False,
        parts=(quantity, critical),
    )
    over = Reason(
        OVER, "hazard_unit:store-2", Truth.TRUE, Truth.TRUE, (ratio, Seen("", "", point(1), True))
    )
    assert HELD.where is not None
    held = Reason(HELD.where, substance, Truth.TRUE, Truth.TRUE, (quantity, critical))
    some = Reason(HELD, "hazard_unit:store-2", Truth.TRUE, Truth.TRUE, (), (held,))
    return Reason(SOURCE_RULE, "hazard_unit:store-2", Truth.TRUE, Truth.TRUE, (), (over, some))


def _reason_of_exits() -> Reason:
    spacing = Seen("exit_spacing_m", "mine:shaft-1", AT_LEAST_0, False)
    exits = Seen(
        "surface_exits", "mine:shaft-1", point(2), True, Source.REGISTER, date(2026, 1, 31)
    )
    wing = Seen("wing_exit_present", "mine:shaft-1", Choice(frozenset({True, False})), False)
    u, t, f = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
    both = Reason(
        EXITS_RULE.of[0],
        "mine:shaft-1",
        u,
        u,
        (),
        (
            Reason(TWO_EXITS, "mine:shaft-1", t, t, (exits,)),
            Reason(TOO_CLOSE, "mine:shaft-1", u, u, (spacing,)),
        ),
    )
    return Reason(
        EXITS_RULE, "mine:shaft-1", u, u, (), (both, Reason(NO_WING, "mine:shaft-1", u, f, (wing,)))
    )


SPACING_GAP = Gap("mine:shaft-1", "mine", "exit_spacing_m", Origin.DECLARED)
WING_GAP = Gap("mine:shaft-1", "mine", "wing_exit_present", Origin.INSPECTED)
LIST_GAP = Gap("hazard_unit:store-2", "hazard_unit", "substance", Origin.DECLARED, is_list=True)
FIGURES = ThreeFigures(Tier.CONSIDERABLE, TierRange(Tier.CONSIDERABLE, Tier.MAJOR), Tier.MAJOR)
UNGRADED = ThreeFigures(None, TierRange(None, None), Tier.MAJOR)


def decision() -> Decision:
    """One major hazard source that is met, and one of every kind of open thing."""
    source = Finding(
        "chem.major-hazard-source",
        "chemicals",
        RULES[1].title,
        "hazard_unit:store-2",
        FindingKind.MAJOR_HAZARD_SOURCE,
        Status.HOLDS,
        None,
        BASIS,
        Standing.STANDARD,
        SEEN,
        (),
        _reason_of_source(),
    )
    exits = Finding(
        "mine.ug.exits-too-close",
        "mines",
        RULES[0].title,
        "mine:shaft-1",
        FindingKind.MAJOR_ACCIDENT_HAZARD,
        Status.NOT_ANSWERED,
        Tier.MAJOR,
        KA,
        Standing.LAW,
        SEEN,
        (SPACING_GAP, WING_GAP),
        _reason_of_exits(),
    )
    unread = Finding(
        "",
        "chemicals",
        Text("厂房与锅炉房的间距", "distance from the boiler house"),
        "",
        FindingKind.MAJOR_ACCIDENT_HAZARD,
        Status.NOT_ENCODED,
        Tier.MAJOR,
        (Basis("GB18218-2018", "附录B"),),
        Standing.STANDARD,
        Review(Confirmation.UNCERTAIN),
        (),
        None,
    )
    made = Determination(
        "hazard_source_level", Fraction(3), "六安市应急管理局", date(2025, 11, 20), "store-2"
    )
    level = Answer(
        "hazard_source_level",
        "chemicals",
        Text("重大危险源级别", "level of hazard source"),
        "hazard_unit:store-2",
        Choice(frozenset({Fraction(3), Fraction(4)})),
        "",
        (("3", Text("三级", "level 3")), ("4", Text("四级", "level 4"))),
        BASIS,
        Standing.STANDARD,
        SEEN,
        (LIST_GAP,),
        Seen("hazard_source_level", "hazard_unit:store-2", None, False),
        made,
        Choice(frozenset({Fraction(3), Fraction(4)})),
    )
    ratio = Answer(
        "s",
        "chemicals",
        Text("S 值", "S"),
        "hazard_unit:store-2",
        NumberSpan(Fraction(5, 3), None),
        "",
        (),
        BASIS,
        Standing.STANDARD,
        SEEN,
        (LIST_GAP,),
        Seen("s", "hazard_unit:store-2", NumberSpan(Fraction(5, 3), None), False),
    )
    step = StepTaken(
        "worst-sector",
        Text("取各行业等级之最重", "the worst of the sectors"),
        BASIS,
        Standing.PROPOSAL,
        FIGURES,
        True,
    )
    return Decision(
        subject_kind="enterprise",
        subject_id="91341522MA2N000008",
        subject_name="皖西虚拟矿业有限公司",
        as_of=date(2026, 3, 1),
        release=release().digest,
        engine="0.1.0",
        facts="0badc0de" * 8,
        tier=FIGURES,
        steps=(step,),
        sectors=(
            SectorAnswer(
                "chemicals",
                1,
                Text("危险化学品", "hazardous chemicals"),
                Truth.TRUE,
                "handles_chemicals",
                FIGURES,
                (),
            ),
            SectorAnswer(
                "mines",
                2,
                Text("非煤矿山", "non-coal mines"),
                Truth.UNKNOWN,
                "mines_anything",
                UNGRADED,
                (),
            ),
        ),
        findings=(source,),
        open_findings=(exits, unread),
        classifications=(level,),
        scores=(),
        measures=(ratio,),
        determinations=(made,),
        asks=(
            Ask(
                SPACING_GAP,
                FACTS[5].label,
                FACTS[5].question,
                "m",
                ("mine.ug.exits-too-close",),
                Tier.MAJOR,
            ),
            Ask(
                LIST_GAP,
                Text("物质", "substance"),
                Text("单元内还有哪些物质？", "Which other substances are in the unit?"),
                "",
                ("s", "hazard_source_level"),
                None,
            ),
        ),
        inspect=(
            Ask(
                WING_GAP,
                FACTS[7].label,
                Text("矿体翼部是否设有出口？", "Does the wing have an exit?"),
                "",
                ("mine.ug.exits-too-close",),
                Tier.MAJOR,
            ),
        ),
        presumed=(
            Presumed(
                "chem.major-hazard-source",
                "hazard_unit:store-2",
                Text("单元间有符合规定的分隔", "units parted as prescribed"),
                BASIS,
                Standing.PROPOSAL,
            ),
        ),
        cautions=(
            Caution(
                "proposal",
                "worst-sector",
                Text(
                    "等级取各行业之最重，系本项目建议，没有文件规定",
                    "that the worst sector's tier is taken is a proposal of this project",
                ),
            ),
        ),
        duties=(
            DutyAnswer(
                "chem.duty.assessment",
                "chemicals",
                Text("重大危险源安全评估", "assess the major hazard source"),
                "hazard_unit:store-2",
                Binds.ENTERPRISE,
                Status.HOLDS,
                Timing.EVERY,
                Period(3, Calendar.YEARS),
                Text("每三年一次", "every three years"),
                date(2022, 3, 15),
                date(2025, 3, 15),
                BASIS,
                Standing.LAW,
                SEEN,
                (),
            ),
            DutyAnswer(
                "chem.duty.report",
                "chemicals",
                Text("报送备案材料", "report the filing"),
                "hazard_unit:store-2",
                Binds.AUTHORITY,
                Status.NOT_ANSWERED,
                None,
                None,
                Text("定期", "regularly"),
                None,
                None,
                BASIS,
                Standing.LAW,
                Review(Confirmation.RECALLED),
                (LIST_GAP,),
            ),
        ),
    )
