"""Major hazard sources: each unit with its result, level and figures side by side."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Answer, Decision, Status
from fenji.model.rule import FindingKind
from fenji.model.truth import Truth
from fenji.writing.page.blocks import Block, Heading, Line, Run, Table, Tone, line, strong
from fenji.writing.wording.answers import answer_text
from fenji.writing.wording.entities import entity_text, is_listed, kind_of
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.vocabulary import STATUS


def sources(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """A row for each entity of which a major hazard source is asked, whatever came out."""
    shown = shown_answers(decision, words)
    if not shown:
        return
    yield Heading(words.pick("重大危险源", "Major hazard sources"))
    labels = {answer.name: words.say(answer.label) for answer in shown}
    entities = dict.fromkeys(answer.entity for answer in shown)
    status = _statuses(decision)
    columns = (words.pick("对象", "entity"), words.pick("结果", "result"), *labels.values())
    rows = []
    for entity in entities:
        figures = {a.name: answer_text(a, words) for a in shown if a.entity == entity}
        rows.append(
            (
                line(strong(entity_text(entity, words))),
                _result(status.get(entity), words),
                *(line(figures.get(name, "")) for name in labels),
            )
        )
    yield Table(columns, tuple(rows))


def shown_answers(decision: Decision, words: Lexicon) -> tuple[Answer, ...]:
    """What the texts by which an entity is one, or not, say of it besides: its level and figures."""
    laws = dict(words.release.instruments)
    about = {
        (rule.for_, rule.provenance.basis[0].instrument)
        for rule in words.release.rules
        if rule.finding is FindingKind.MAJOR_HAZARD_SOURCE
        and rule.provenance.basis
        and rule.provenance.in_force(decision.as_of, laws) is not Truth.FALSE
    }
    return tuple(
        answer
        for answer in (*decision.classifications, *decision.measures)
        if answer.basis
        and (kind_of(answer.entity, words), answer.basis[0].instrument) in about
        and is_listed(answer.entity)
    )


def _statuses(decision: Decision) -> dict[str, Status]:
    """By entity, the worst that any rule says of it: that it holds goes before that it is open."""
    found: dict[str, Status] = {}
    for finding in (*decision.findings, *decision.open_findings):
        if finding.kind is FindingKind.MAJOR_HAZARD_SOURCE and finding.rule:
            found.setdefault(finding.entity, finding.status)
    return found


def _result(status: Status | None, words: Lexicon) -> Line:
    if status is None:
        return line(words.pick("未达到", "not met"))
    tone: Tone = "red" if status is Status.HOLDS else "warning"
    return (Run(words.say(STATUS[status]), tone),)
