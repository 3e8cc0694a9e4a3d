"""A decision under the invented release, made by hand: every kind of thing once."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

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
from fenji.model.dictionary import Origin
from fenji.model.duty import Binds, Calendar, Period, Timing
from fenji.model.law import (
    Basis,
    Confirmation,
    Review,
    Standing,
)
from fenji.model.reason import Gap, Reason, Seen
from fenji.model.rule import FindingKind
from fenji.model.submission import Determination, Source
from fenji.model.text import Text
from fenji.model.tier import Tier, TierRange
from fenji.model.truth import Truth
from fenji.model.value import Choice, NumberSpan, point
from tests.writing.decision.invented_release import (
    AT_LEAST_0,
    BASIS,
    EXITS_RULE,
    FACTS,
    HELD,
    KA,
    NO_WING,
    OVER,
    RULES,
    SEEN,
    SOURCE_RULE,
    TOO_CLOSE,
    TWO_EXITS,
    release,
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
        earlier_edition=(),
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
