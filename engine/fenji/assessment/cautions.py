"""What whoever relies on a decision should know of the ground it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Protocol

from fenji.assessment.answers import Answers
from fenji.assessment.findings import Weighed
from fenji.evaluation.reference.scene import Scene
from fenji.model.decision import Caution, Finding, Status, StepTaken
from fenji.model.law import Confirmation, Instrument, Review, Standing
from fenji.model.release import Release
from fenji.model.sector import PLAN
from fenji.model.submission import Determination
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import Choice, Value, is_known

UNSURE = {
    Confirmation.RECALLED: Text(
        "凭记忆录入，未核对原文", "written from memory, not read against the text"
    ),
    Confirmation.UNCERTAIN: Text("存疑，使用前须核对", "uncertain: check it before relying on it"),
}


def cautions(
    scene: Scene, weighed: Iterable[Weighed], answers: Answers, steps: Iterable[StepTaken]
) -> tuple[Caution, ...]:
    """All cautions, each once, in a fixed order."""
    several = tuple(weighed)
    found = [
        *of_findings(one.finding for one in several),
        *of_steps(steps),
        *of_answers((*answers.classifications, *answers.scores)),
        *replacements(scene.prepared.release, _instruments(several)),
        *sectors_not_held(scene.prepared.release),
        *of_doubts(scene),
    ]
    return in_order(found)


def in_order(found: Iterable[Caution]) -> tuple[Caution, ...]:
    """Each once, by its id and what it is about."""
    once: Mapping[tuple[str, str], Caution] = {(c.id, c.about): c for c in found}
    return tuple(sorted(once.values(), key=lambda c: (c.id, c.about)))


def of_doubts(scene: Scene) -> Iterator[Caution]:
    """What was met in facts on the way."""
    for doubt in scene.doubts.values():
        yield Caution(doubt.id, f"{doubt.entity}.{doubt.about}".lstrip("."), doubt.message)


def of_findings(findings: Iterable[Finding]) -> Iterator[Caution]:
    """Findings that hold on a proposal, or on wording that nobody confirmed."""
    for finding in findings:
        if finding.status is Status.HOLDS:
            yield from of_rule(finding.rule, finding.title, finding.standing, finding.review)


def of_rule(rule: str, title: Text, standing: Standing, review: Review) -> Iterator[Caution]:
    """What is due of a rule where it holds."""
    if standing is Standing.PROPOSAL:
        yield proposal(rule, title)
    yield from unconfirmed(rule, title, review)


def of_steps(steps: Iterable[StepTaken]) -> Iterator[Caution]:
    """Steps that moved a tier on a proposal."""
    for step in steps:
        if step.moved and step.standing is Standing.PROPOSAL:
            yield proposal(step.id, step.title)


def unconfirmed(about: str, title: Text, review: Review) -> Iterator[Caution]:
    """That the text behind it was not read, or not read surely; nothing where it was."""
    unsure = UNSURE.get(review.status)
    if unsure is not None:
        zh = f"《{title.zh}》的依据{unsure.zh}"
        en = f'the basis of "{title.en}" is {unsure.en}'
        yield Caution("unconfirmed-rule", about, Text(zh, en))


def proposal(about: str, title: Text) -> Caution:
    """That no document lays it down."""
    zh = f"“{title.zh}”是本项目的建议，不是任何文件的规定"
    en = f'"{title.en}" is a proposal of this project, laid down in no document'
    return Caution("proposal", about, Text(zh, en))


class Answered(Protocol):
    """An answer as far as cautions read it (see `Answer`)."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> Text: ...
    @property
    def entity(self) -> str: ...
    @property
    def value(self) -> Value | None: ...
    @property
    def review(self) -> Review: ...
    @property
    def decided(self) -> Determination | None: ...
    @property
    def computed(self) -> Value | None: ...
    @property
    def conflict(self) -> tuple[str, ...]: ...


def of_answers(answers: Iterable[Answered]) -> Iterator[Caution]:
    """Answers on wording that nobody confirmed, that conflict, or that an authority does not share."""
    for answer in answers:
        about = f"{answer.entity}.{answer.name}".lstrip(".")
        unsure = UNSURE.get(answer.review.status)
        if unsure is not None and answer.value is not None and is_known(answer.value):
            zh = f"“{answer.label.zh}”的依据{unsure.zh}"
            en = f'the basis of "{answer.label.en}" is {unsure.en}'
            yield Caution("unconfirmed-answer", answer.name, Text(zh, en))
        if answer.conflict:
            zh = f"“{answer.label.zh}”有互相冲突的结论（{'、'.join(answer.conflict)}），并列给出"
            several = ", ".join(answer.conflict)
            en = f'"{answer.label.en}" has answers that conflict ({several}); both stand'
            yield Caution("conflict", about, Text(zh, en))
        if answer.decided is not None and _disagrees(answer):
            zh = f"“{answer.label.zh}”的计算结果与{answer.decided.authority}的认定不一致，按较重者"
            en = f'"{answer.label.en}": computed and determined answers differ; the worse stands'
            yield Caution("disagreement", about, Text(zh, en))


def _disagrees(answer: Answered) -> bool:
    """Whether what the facts alone give is something else than what was determined."""
    computed = answer.computed
    if answer.decided is None or not isinstance(computed, Choice) or computed.members is None:
        return False
    return computed.members != frozenset({answer.decided.value})


def _instruments(weighed: Iterable[Weighed]) -> Iterator[str]:
    for one in weighed:
        if one.truth is not Truth.FALSE and one.finding.basis:
            yield one.finding.basis[0].instrument


@lru_cache(maxsize=8)
def _presumed_replacements(release: Release) -> dict[str, Instrument]:
    """What was replaced without a repeal that anybody saw, by what took its place."""
    return {
        i.replaced_by: i
        for i in release.instruments.values()
        if i.replaced_by and i.replacement_presumed
    }


def replacements(release: Release, instruments: Iterable[str]) -> Iterator[Caution]:
    """Findings under a text that took another's place without a repeal that anybody saw."""
    replaced = _presumed_replacements(release)
    for instrument in instruments:
        old = replaced.get(instrument)
        if old is not None:
            zh = f"推定 {instrument} 已取代 {old.id}：未见明文废止"
            en = f"{instrument} is presumed to have replaced {old.id}: no repeal was seen"
            yield Caution("presumed-replacement", instrument, Text(zh, en))


@lru_cache(maxsize=8)
def sectors_not_held(release: Release) -> tuple[Caution, ...]:
    """Sectors of the plan of which the release has no rules: nothing is said of them either way."""
    held = {sector.number for sector in release.sectors.values()}
    missing = [title for number, title in PLAN.items() if number not in held]
    if not missing:
        return ()
    zh = f"本版本没有收录下列行业领域的规则，对其不作任何判断：{'、'.join(t.zh for t in missing)}"
    named = "; ".join(title.en for title in missing)
    en = f"this release holds no rules of these sectors and says nothing of them: {named}"
    return (Caution("sectors-not-held", "", Text(zh, en)),)
