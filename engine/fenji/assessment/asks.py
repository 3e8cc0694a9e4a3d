"""What is still missing: declared facts to ask for, inspected ones to go and see, weightiest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fenji.assessment.answers import Answers
from fenji.assessment.duties import Owed
from fenji.assessment.findings import Weighed
from fenji.assessment.sectors import Applying
from fenji.assessment.tiers.folding import Folded
from fenji.model.decision import Ask, Status
from fenji.model.dictionary import Origin
from fenji.model.folding import Fold
from fenji.model.reason import Gap
from fenji.model.release import Release
from fenji.model.rule import FindingKind
from fenji.model.text import Text
from fenji.model.tier import Tier, rank, worse
from fenji.model.truth import Truth

Waiting = tuple[str, Tier | None]


def ask(
    release: Release,
    sectors: Mapping[str, Applying],
    weighed: Iterable[Weighed],
    answers: Answers,
    folded: Iterable[Folded],
    duties: Iterable[Owed] = (),
    earlier: Iterable[Weighed] = (),
) -> tuple[tuple[Ask, ...], tuple[Ask, ...]]:
    """The declared facts that could change the answer, and the inspected ones; the weightiest first."""
    waiting: dict[Gap, list[Waiting]] = defaultdict(list)
    for name, applying in sectors.items():
        if applying.question is not None:
            waiting[applying.question].append((name, None))
    _of_findings(waiting, weighed, _brought(release))
    for answer in (*answers.classifications, *answers.scores):
        for gap in answer.waits_for:
            waiting[gap].append((answer.name, None))
    for fold in folded:
        for step, gaps in fold.gaps:
            for gap in gaps:
                waiting[gap].append((step.id, step.to))
    _of_earlier(waiting, earlier)
    of_duties: dict[Gap, list[Waiting]] = defaultdict(list)
    for duty in duties:
        for gap in duty.gaps:
            of_duties[gap].append((duty.answer.duty, None))
    asks = [
        ask_for(release, gap, [*waiting.get(gap, ()), *of_duties.get(gap, ())])
        for gap in dict.fromkeys((*waiting, *of_duties))
    ]
    heavy = {gap: len({name for name, _ in several}) for gap, several in waiting.items()}
    ordered = sorted(asks, key=lambda ask: _weight(ask, heavy.get(ask.gap, 0)))
    inspected = [a for a in ordered if a.gap.origin is Origin.INSPECTED]
    declared = [a for a in ordered if a.gap.origin is not Origin.INSPECTED]
    return tuple(declared), tuple(inspected)


def _weight(ask: Ask, answers: int) -> tuple[int, int, str, str]:
    """What tiers and answers wait for goes before what only duties do."""
    return -rank(ask.worst), -answers, ask.gap.entity, ask.gap.name


Brought = Mapping[tuple[str, FindingKind], Tier]


def _brought(release: Release) -> Brought:
    """The tier that a sector's policy gives for each finding of a kind, by sector and kind."""
    return {
        (policy.sector, kind): step.tiers[0][1]
        for policy in release.policies
        if policy.sector is not None
        for step in policy.steps
        if step.fold is Fold.WORST and step.tiers
        for kind in step.findings
    }


def _of_findings(
    waiting: dict[Gap, list[Waiting]], weighed: Iterable[Weighed], brought: Brought
) -> None:
    for one in weighed:
        finding = one.finding
        if one.truth is not Truth.UNKNOWN:
            continue
        name = finding.rule or f"{finding.basis[0].instrument} {finding.basis[0].clause}"
        if finding.status is Status.SECTOR_NOT_EXCLUDED:
            continue
        for gap in finding.waits_for:
            tier = worse(finding.tier, brought.get((finding.sector, finding.kind)))
            waiting[gap].append((name, tier))


def _of_earlier(waiting: dict[Gap, list[Waiting]], earlier: Iterable[Weighed]) -> None:
    """What an earlier edition would have said moves no tier, so none hangs on it."""
    for one in earlier:
        for gap in one.finding.waits_for:
            waiting[gap].append((one.finding.rule, None))


def ask_for(release: Release, gap: Gap, waiting: Sequence[Waiting]) -> Ask:
    """One gap as it is asked for, with what waits for it."""
    worst: Tier | None = None
    for _, tier in waiting:
        worst = worse(worst, tier)
    names = tuple(sorted({name for name, _ in waiting}))
    if gap.is_list:
        label = release.entities[gap.name].label
        question = Text(f"请列出全部{label.zh}；没有则填 []", f"List every {label.en}; [] for none")
        return Ask(gap, label, question, "", names, worst)
    definition = release.facts[gap.kind][gap.name]
    return Ask(gap, definition.label, definition.question, definition.unit, names, worst)
