"""What whoever relies on a decision should know of the ground it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fenji.assessment.answers import Answers
from fenji.assessment.findings import Weighed
from fenji.evaluation.reference.scene import Scene
from fenji.model.decision import Answer, Caution, Status, StepTaken
from fenji.model.law import Basis, Confirmation, Review, Standing
from fenji.model.sector import PLAN
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import Choice, is_known

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
        *_of_findings(several),
        *_of_steps(steps),
        *_of_answers((*answers.classifications, *answers.scores)),
        *_replacements(scene, several),
        *_sectors_not_held(scene),
        *doubted(scene),
    ]
    return in_order(found)


def doubted(scene: Scene) -> Iterator[Caution]:
    """What was met on the way while facts were read."""
    for d in scene.doubts.values():
        yield Caution(d.id, f"{d.entity}.{d.about}".lstrip("."), d.message)


def in_order(several: Iterable[Caution]) -> tuple[Caution, ...]:
    """Each once, by its id and what it is about."""
    once: Mapping[tuple[str, str], Caution] = {(c.id, c.about): c for c in several}
    return tuple(sorted(once.values(), key=lambda c: (c.id, c.about)))


def _of_findings(weighed: Iterable[Weighed]) -> Iterator[Caution]:
    for one in weighed:
        finding = one.finding
        if finding.status is not Status.HOLDS:
            continue
        if finding.standing is Standing.PROPOSAL:
            yield proposal(finding.rule, finding.title)
        yield from unconfirmed(finding.rule, finding.title, finding.review)


def _of_steps(steps: Iterable[StepTaken]) -> Iterator[Caution]:
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


def _of_answers(answers: Iterable[Answer]) -> Iterator[Caution]:
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


def _disagrees(answer: Answer) -> bool:
    """Whether what the facts alone give is something else than what was determined."""
    computed = answer.computed
    if answer.decided is None or not isinstance(computed, Choice) or computed.members is None:
        return False
    return computed.members != frozenset({answer.decided.value})


def _replacements(scene: Scene, weighed: Iterable[Weighed]) -> Iterator[Caution]:
    """Findings under a text that took another's place without a repeal that anybody saw."""
    presumed = {
        i.replaced_by: i
        for i in scene.prepared.release.instruments.values()
        if i.replaced_by and i.replacement_presumed
    }
    for one in weighed:
        if one.truth is Truth.FALSE or not one.finding.basis:
            continue
        basis: Basis = one.finding.basis[0]
        old = presumed.get(basis.instrument)
        if old is not None:
            zh = f"推定 {basis.instrument} 已取代 {old.id}：未见明文废止"
            en = f"{basis.instrument} is presumed to have replaced {old.id}: no repeal was seen"
            yield Caution("presumed-replacement", basis.instrument, Text(zh, en))


def _sectors_not_held(scene: Scene) -> Iterator[Caution]:
    """Sectors of the plan of which the release has no rules: nothing is said of them either way."""
    held = {sector.number for sector in scene.prepared.release.sectors.values()}
    missing = [title for number, title in PLAN.items() if number not in held]
    if missing:
        zh = f"本版本没有收录下列行业领域的规则，对其不作任何判断：{'、'.join(t.zh for t in missing)}"
        named = "; ".join(title.en for title in missing)
        en = f"this release holds no rules of these sectors and says nothing of them: {named}"
        yield Caution("sectors-not-held", "", Text(zh, en))
