"""Facts of the dictionary as pages: many as a table for each kind of entity, one in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from fenji.model.dictionary import FactDefinition, Kind, Origin
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.writing.page.blocks import (
    Block,
    Heading,
    Line,
    Page,
    Paragraph,
    Table,
    Title,
    faint,
    line,
    strong,
)
from fenji.writing.wording.conditions import sentence
from fenji.writing.wording.lexicon import Lexicon, Named, member_key
from fenji.writing.wording.values import unit_text, value_text

KIND = {
    Kind.NUMBER: Text("数值", "number"),
    Kind.COUNT: Text("整数", "count"),
    Kind.FLAG: Text("是否", "yes or no"),
    Kind.CHOICE: Text("单选", "one of"),
    Kind.CHOICES: Text("多选", "any of"),
    Kind.TEXT: Text("文字", "text"),
    Kind.DATE: Text("日期", "date"),
}
ORIGIN = {
    Origin.DECLARED: Text("申报", "declared"),
    Origin.INSPECTED: Text("检查", "inspected"),
    Origin.DETERMINED: Text("认定", "determined"),
}


LONGEST_LIST = 24


def facts_page(facts: Sequence[FactDefinition], words: Lexicon) -> Page:
    """A table for each kind of entity, in the dictionary's order."""
    blocks: list[Block] = []
    columns = words.pick("字段 名称 填法 来源", "fact label written origin").split()
    for entity, several in groupby(facts, key=lambda fact: fact.entity):
        listed = list(several)
        blocks.append(Heading(_where(entity, words), len(listed)))
        blocks.append(Table(tuple(columns), tuple(_row(fact, words) for fact in listed)))
    return tuple(blocks)


def fact_page(fact: FactDefinition, words: Lexicon) -> Page:
    """Everything the dictionary says of one fact."""
    return (
        Title(words.say(fact.label), line(faint(f"{fact.name} · {_where(fact.entity, words)}"))),
        Paragraph(line(words.say(fact.question))),
        Table((), tuple((line(faint(label)), value) for label, value in _details(fact, words))),
        *_options(fact, words),
    )


def _where(entity: str, words: Lexicon) -> str:
    """`subject > 单元 hazard_unit > 物质 substance`."""
    lineage = [kind for kind in reversed(words.release.lineage(entity)) if kind != SUBJECT]
    if not lineage:
        return words.pick("主体 subject", "subject")
    return " › ".join(f"{words.kind(kind)} {kind}" for kind in lineage)


def _row(fact: FactDefinition, words: Lexicon) -> tuple[Line, ...]:
    return (
        line(fact.name),
        line(words.say(fact.label)),
        line(_written(fact, words)),
        line(faint(words.say(ORIGIN[fact.origin]))),
    )


def _written(fact: FactDefinition, words: Lexicon) -> str:
    unit = unit_text(fact.unit, words)
    if unit:
        return words.pick(f"数值，{unit}", f"number, {unit}")
    if fact.options:
        listed = "|".join(member_key(option.value) for option in fact.options)
        if len(listed) <= LONGEST_LIST:
            return listed
        count = len(fact.options)
        kind = words.say(KIND[fact.kind])
        return words.pick(f"{kind}，{count} 种", f"{kind} {count}")
    return words.say(KIND[fact.kind])


def _details(fact: FactDefinition, words: Lexicon) -> Iterator[tuple[str, Line]]:
    unit = unit_text(fact.unit, words)
    kind = words.say(KIND[fact.kind]) + (words.pick(f"，{unit}", f", {unit}") if unit else "")
    yield words.pick("填法", "written"), line(kind)
    if fact.range.low is not None or fact.range.high is not None:
        possible = value_text(fact.range, Named(fact.label, fact.unit, {}), words)
        yield words.pick("范围", "range"), line(possible)
    if fact.pattern:
        yield words.pick("格式", "pattern"), line(fact.pattern)
    yield words.pick("来源", "origin"), line(words.say(ORIGIN[fact.origin]))
    if fact.applies_when is not None:
        yield words.pick("适用", "applies when"), line(sentence(fact.applies_when, words))
    if fact.good_for_months is not None:
        months = fact.good_for_months
        yield (
            words.pick("有效期", "good for"),
            line(words.pick(f"{months} 个月", f"{months} months")),
        )
    yield words.pick("出处", "stands in"), line(faint(f"{fact.place.path}:{fact.place.line}"))


def _options(fact: FactDefinition, words: Lexicon) -> Iterator[Block]:
    if fact.options:
        yield Heading(words.pick("可选值", "Values"), len(fact.options))
        rows = tuple(
            (line(strong(member_key(o.value))), line(words.say(o.label))) for o in fact.options
        )
        yield Table((), rows)
