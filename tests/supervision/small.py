"""A release of one sector with rules of supervision made by hand, and decisions to try them on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fenji.assessment import decide
from fenji.model.decision import Decision, Finding, SectorAnswer, Status, ThreeFigures
from fenji.model.jurisdiction.answer import JurisdictionAnswer, MatterAnswer, Settled
from fenji.model.jurisdiction.matter import Matter, MatterKind
from fenji.model.law import Confirmation, Provenance, Review, Standing
from fenji.model.release import Release
from fenji.model.rule import FindingKind
from fenji.model.submission import Entity, Submission
from fenji.model.supervision.answer import DepartmentAnswer, SupervisionAnswer
from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import (
    Amount,
    By,
    CapRule,
    Figure,
    InspectionRule,
    JointVisitRule,
    Mode,
    Reach,
    Schedule,
)
from fenji.model.text import Text
from fenji.model.tier import Tier, TierRange
from fenji.model.truth import Truth
from fenji.supervision import supervise
from tests.reading.grammar.small_folder import load

AS_OF = date(2026, 3, 1)
NOWORDS = Text("", "")
SUBMISSION = Submission("enterprise", "x", "", Entity("subject", "", {}, {}), ())


@cache
def release() -> Release:
    """The small folder of the grammar's tests: one sector, `mines`, that may apply."""
    with TemporaryDirectory() as folder:
        return load(Path(folder), {})


def text(word: str) -> Text:
    return Text(f"{word}的名称", word)


def provenance(standing: Standing = Standing.PROPOSAL) -> Provenance:
    return Provenance((), standing, Review(Confirmation.COPY_SEEN))


def reach(
    by: By = By.LEAD,
    *,
    departments: tuple[str, ...] = (),
    sectors: tuple[str, ...] = (),
    worse: Tier | None = None,
    better: Tier | None = None,
    findings: tuple[FindingKind, ...] = (),
) -> Reach:
    return Reach(by, departments, sectors, worse, better, findings, None, "")


def often(times: int, months: int = 12) -> Figure:
    return Figure(Amount(times), Amount(months))


def floor(
    id_: str,
    figure: Figure | None,
    to: Reach | None = None,
    standing: Standing = Standing.PROPOSAL,
    *,
    mode: Mode = Mode.KEY_UNIT,
    outside_plan: bool = False,
    on_clue: bool = False,
) -> InspectionRule:
    return InspectionRule(
        id_,
        text(id_),
        to or reach(),
        mode,
        figure,
        NOWORDS,
        outside_plan,
        on_clue,
        provenance(standing),
    )


def cap(
    id_: str,
    figure: Figure | None,
    to: Reach | None = None,
    standing: Standing = Standing.PROPOSAL,
) -> CapRule:
    return CapRule(id_, text(id_), to or reach(), figure, NOWORDS, provenance(standing))


JOINT = JointVisitRule("joint", text("joint"), provenance(Standing.LAW))


def scheduled(*rules: InspectionRule | CapRule | JointVisitRule) -> Release:
    """The small release with these rules of supervision."""
    return replace(
        release(),
        schedule=Schedule(
            tuple(one for one in rules if isinstance(one, InspectionRule)),
            tuple(one for one in rules if isinstance(one, CapRule)),
            tuple(one for one in rules if isinstance(one, JointVisitRule)),
        ),
    )


@cache
def _undecided() -> Decision:
    return decide(release(), SUBMISSION, AS_OF)


def decided(
    certain: Tier | None = None,
    possible: Tier | None = None,
    *,
    findings: tuple[Finding, ...] = (),
    open_findings: tuple[Finding, ...] = (),
    mines: Truth = Truth.FALSE,
) -> Decision:
    """A decision with that tier; `mines` is whether its one sector applies, with the same tier."""
    figures = ThreeFigures(certain, TierRange(certain, possible), possible)
    sector = SectorAnswer("mines", 2, text("mines"), mines, "", figures, ())
    return replace(
        _undecided(),
        tier=figures,
        findings=findings,
        open_findings=open_findings,
        sectors=() if mines is Truth.FALSE else (sector,),
    )


def hazard(status: Status = Status.HOLDS) -> Finding:
    """A major accident hazard in the sector `mines`."""
    return Finding(
        "hazard",
        "mines",
        text("hazard"),
        "",
        FindingKind.MAJOR_ACCIDENT_HAZARD,
        status,
        None,
        (),
        Standing.LAW,
        Review(Confirmation.COPY_SEEN),
        (),
        None,
    )


def matter(
    name: str,
    *leads: str,
    kind: MatterKind = MatterKind.ACTIVITY,
    has: Truth = Truth.TRUE,
) -> MatterAnswer:
    how = Settled.SETTLED if len(leads) == 1 else Settled.UNDETERMINED
    return MatterAnswer(
        name, kind, text(name), has, how, leads, "", None, (), (), (), (), NOWORDS, ()
    )


def in_charge(*matters: MatterAnswer) -> JurisdictionAnswer:
    """The first matter's departments lead the subject."""
    first = matters[0]
    titles = tuple(text(one) for one in first.leads)
    return JurisdictionAnswer(
        first.settled, first.leads, titles, first.matter, "", None, (), (), (), matters, NOWORDS, ()
    )


def with_matters(of: Release, **sectors: tuple[int, ...]) -> Release:
    """The release with matters of these sectors in its chart."""
    matters = {
        name: Matter(name, MatterKind.ACTIVITY, text(name), numbers, (), "", "", None, provenance())
        for name, numbers in sectors.items()
    }
    return replace(of, chart=replace(of.chart, matters=matters))


def supervised(
    of: Release, decision: Decision, answer: JurisdictionAnswer | None = None
) -> SupervisionAnswer:
    found = supervise(of, SUBMISSION, decision, answer, AS_OF)
    assert found is not None
    return found


def lead(of: Release, decision: Decision) -> DepartmentAnswer:
    """What the subject's lead does, where nobody is named."""
    (found, *_) = supervised(of, decision).departments
    assert found.leads_subject
    return found


def rate(frequency: Frequency | None) -> float:
    """Times a month; no figure asks for nothing."""
    return 0.0 if frequency is None else float(frequency.rate)


def room(frequency: Frequency | None) -> float:
    """Times a month that a cap allows; no figure is no limit."""
    return float("inf") if frequency is None else float(frequency.rate)
