"""Classes, levels and scores that no other section shows, beside what an authority decided."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Answer, Decision
from fenji.model.submission import Determination
from fenji.model.text import Text
from fenji.writing.decision.sections.sources import shown_answers
from fenji.writing.page.blocks import Block, Heading, Line, Paragraph, Run, Table, faint, line
from fenji.writing.wording.answers import answer_text, computed_text, decided_text
from fenji.writing.wording.bases import bases_short
from fenji.writing.wording.entities import entity_text, is_listed
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon, Named
from fenji.writing.wording.values import joined, member_text


def answers(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """A row for each classification and score, with its clause."""
    elsewhere = shown_answers(decision, words)
    several = tuple(
        answer
        for answer in (*decision.classifications, *decision.scores)
        if answer not in elsewhere and is_listed(answer.entity)
    )
    if not several:
        return
    yield Heading(words.pick("类别、级别与评分", "Classes, levels and scores"))
    columns = words.pick("对象 项目 结果 依据", "entity item result clause").split()
    yield Table(tuple(columns), tuple(_row(a, words) for a in several))
    for answer in several:
        if answer.conflict:
            yield Paragraph(_conflict(answer, words))


def determinations(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """What authorities decided, beside what was computed; neither overwrites the other."""
    if not decision.determinations:
        return
    yield Heading(words.pick("主管部门的认定", "Determinations by authorities"))
    columns = words.pick(
        "事项 认定 计算结果 机关与日期", "matter determined computed authority"
    ).split()
    rows = tuple(_determined(d, decision, words) for d in decision.determinations)
    yield Table(tuple(columns), rows)


def _row(answer: Answer, words: Lexicon) -> tuple[Line, ...]:
    where = entity_text(answer.entity, words) or words.pick("主体", "the subject")
    result = line(Run(answer_text(answer, words), "strong"))
    if answer.waits_for:
        few = joined((gap_text(gap, words, answer.entity) for gap in answer.waits_for[:2]), words)
        more = len(answer.waits_for) > 2
        zh, en = (
            f"（待：{few}{' 等' if more else ''}）",
            f" (waits for {few}{' …' if more else ''})",
        )
        result += line(faint(words.pick(zh, en)))
    return (
        line(where),
        line(words.say(answer.label)),
        result,
        line(faint(bases_short(answer.basis, words))),
    )


def _conflict(answer: Answer, words: Lexicon) -> Line:
    named = joined(answer.conflict, words)
    label = words.say(answer.label)
    zh = f"{label}：{named} 结论不一，且没有规定何者优先，故并列。"
    en = f"{label}: {named} disagree and nothing says which goes first, so both stand."
    return line(Run(words.pick(zh, en), "warning"))


def _determined(made: Determination, decision: Decision, words: Lexicon) -> tuple[Line, ...]:
    several = (*decision.classifications, *decision.scores)
    beside = [answer for answer in several if answer.decided == made]
    if beside:
        shown = decided_text(beside[0], words)
        matter = words.say(beside[0].label)
        computed = words.pick("；", "; ").join(computed_text(a, words) for a in beside)
    else:
        named = _named(made.matter, words)
        shown = member_text(made.value, named.options, words)
        matter, computed = words.say(named.label), words.pick("不计算此项", "not computed")
    of = f" {made.of}" if made.of else ""
    return (
        line(matter + of),
        line(Run(shown, "strong")),
        line(computed),
        line(
            f"{made.authority} {made.at.isoformat()}",
            faint(f" {made.reason}" if made.reason else ""),
        ),
    )


def _named(matter: str, words: Lexicon) -> Named:
    """What the matter is called where it is a fact that only an authority decides."""
    for kind, facts in words.release.facts.items():
        if matter in facts:
            return words.named(kind, matter)
    return Named(Text(matter, matter), "", {})
