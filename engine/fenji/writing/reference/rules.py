"""Rules and duties as pages: many as a list, one with its clause, its condition and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.duty import Duty
from fenji.model.law import Provenance
from fenji.model.rule import Rule
from fenji.model.scenario import Scenario
from fenji.model.tier import Tier
from fenji.writing.page.blocks import (
    TIER_TONE,
    Block,
    Branch,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Run,
    Table,
    Title,
    faint,
    line,
)
from fenji.writing.reference.listing import SourceLine
from fenji.writing.wording.bases import bases_short, bases_text, standing_and_review
from fenji.writing.wording.conditions import Outline, outline
from fenji.writing.wording.duties import BINDS, timing_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import tier_text
from fenji.writing.wording.vocabulary import FINDING_KIND


def rules_page(rules: Sequence[Rule | Duty], words: Lexicon) -> Page:
    """A list for each sector, in the order of the release; duties after rules."""
    blocks: list[Block] = []
    for sector in dict.fromkeys(rule.sector for rule in rules):
        title = sector_title(sector, words)
        own = [rule for rule in rules if rule.sector == sector]
        holding = [rule for rule in own if isinstance(rule, Rule)]
        duties = [duty for duty in own if isinstance(duty, Duty)]
        if holding:
            blocks.append(Heading(title, len(holding)))
            blocks += (_entry(rule, words) for rule in holding)
        if duties:
            blocks.append(Heading(words.pick(f"{title}：义务", f"{title}: duties"), len(duties)))
            blocks += (_entry(duty, words) for duty in duties)
    return tuple(blocks)


def rule_page(
    rule: Rule | Duty,
    source: Sequence[SourceLine],
    scenarios: Sequence[Scenario],
    words: Lexicon,
) -> Page:
    """Everything that is known of one rule or duty; `scenarios` are those that name it."""
    said = _of_duty(rule, words) if isinstance(rule, Duty) else _of_rule(rule, words)
    rows = (*said, *_details(rule, words))
    return (
        Title(
            words.say(rule.title), line(faint(f"{rule.id} · {sector_title(rule.sector, words)}"))
        ),
        Table((), tuple((line(faint(label)), value) for label, value in rows)),
        *_conditions(rule, words),
        *_source(source, rule, words),
        *_scenarios(rule, scenarios, words),
    )


def sector_title(sector: str, words: Lexicon) -> str:
    """What a sector is called; its name where no sector's file names it."""
    found = words.release.sectors.get(sector)
    return words.say(found.title) if found else sector


def _entry(rule: Rule | Duty, words: Lexicon) -> Entry:
    clause = bases_short(rule.provenance.basis, words)
    return Entry(line(Run(rule.id, "name"), faint(f"  {clause}")), (line(words.say(rule.title)),))


def _of_rule(rule: Rule, words: Lexicon) -> Iterator[tuple[str, Line]]:
    kind = words.say(FINDING_KIND[rule.finding.value])
    yield words.pick("结论", "finding"), line(kind, *_tier(rule.tier, words))


def _of_duty(duty: Duty, words: Lexicon) -> Iterator[tuple[str, Line]]:
    yield words.pick("义务人", "binds"), line(words.say(BINDS[duty.binds]))
    yield words.pick("频次", "how often"), line(words.say(duty.frequency))
    period = timing_text(duty, words)
    if period:
        yield words.pick("期限", "period"), line(period)
    if duty.last_done is not None:
        name = words.say(words.named(*duty.last_done).label)
        yield words.pick("起算", "reckoned from"), line(name)


def _details(rule: Rule | Duty, words: Lexicon) -> Iterator[tuple[str, Line]]:
    provenance = rule.provenance
    yield words.pick("对象", "for"), line(words.kind(rule.for_))
    yield words.pick("条款", "clause"), line(bases_text(provenance.basis, words))
    about = standing_and_review(provenance.standing, provenance.review, words)
    if about:
        yield words.pick("性质", "standing"), line(about)
    where = provenance.review.where
    if where:
        yield words.pick("文本", "text seen"), line(where)
    days = _days(provenance, words)
    if days:
        yield words.pick("施行", "in force"), line(days)
    if provenance.covers:
        yield words.pick("对应", "covers"), line(", ".join(provenance.covers))
    if provenance.note:
        yield words.pick("备注", "note"), line(provenance.note)


def _tier(tier: Tier | None, words: Lexicon) -> list[Run]:
    if tier is None:
        return []
    return [Run(" → "), Run(tier_text(tier, words), TIER_TONE[tier])]


def _days(provenance: Provenance, words: Lexicon) -> str:
    """From when until when, by the instrument that carries the rule and by its own dates."""
    carrying = provenance.basis[0].instrument if provenance.basis else ""
    instrument = words.release.instruments.get(carrying)
    start = provenance.from_ or (instrument.from_ if instrument else None)
    end = provenance.until or (instrument.until if instrument else None)
    parts = []
    if start is not None:
        parts.append(words.pick(f"自 {start} 起", f"from {start}"))
    if end is not None:
        parts.append(words.pick(f"至 {end} 止", f"until {end}"))
    if instrument is not None and instrument.replaced_by:
        by = words.release.instruments.get(instrument.replaced_by)
        number = by.number if by else instrument.replaced_by
        parts.append(words.pick(f"由 {number} 代替", f"replaced by {number}"))
    return words.pick("，", ", ").join(parts)


def _conditions(rule: Rule | Duty, words: Lexicon) -> Iterator[Block]:
    yield Heading(words.pick("条件", "Condition"))
    if rule.scope is not None:
        yield Entry(
            line(faint(words.pick("适用于", "applies to"))),
            (),
            (_branch(outline(rule.scope, words)),),
        )
    yield Entry(line(faint(words.pick("当", "when"))), (), (_branch(outline(rule.when, words)),))
    instrument = words.release.instruments.get(
        rule.provenance.basis[0].instrument if rule.provenance.basis else ""
    )
    for exclusion in rule.unless + (instrument.unless if instrument else ()):
        claimed = words.pick("（由企业提出）", " (for the enterprise to claim)")
        yield Entry(
            line(
                faint(words.pick("除非：", "unless: ")),
                words.say(exclusion.title),
                faint(claimed if exclusion.claimed_by_enterprise else ""),
            ),
            (line(faint(bases_text(exclusion.basis, words))),) if exclusion.basis else (),
            (_branch(outline(exclusion.when, words)),),
        )


def _branch(made: Outline) -> Branch:
    return Branch(line(made.text), tuple(_branch(part) for part in made.parts))


def _source(source: Sequence[SourceLine], rule: Rule | Duty, words: Lexicon) -> Iterator[Block]:
    if not source:
        return
    yield Heading(words.pick("原文", "Source"))
    yield Paragraph(line(faint(f"{rule.place.path}:{rule.place.line}")))
    yield Table((), tuple((line(faint(str(s.number))), line(s.text)) for s in source))


def _scenarios(rule: Rule | Duty, scenarios: Sequence[Scenario], words: Lexicon) -> Iterator[Block]:
    yield Heading(words.pick("情景", "Scenarios"), len(scenarios))
    marks = {
        "met": words.pick("符合", "met"),
        "open": words.pick("未定", "open"),
        "not": words.pick("不符合", "not met"),
    }
    rows = []
    for scenario in scenarios:
        expect = scenario.expect
        met, open_ = (*expect.findings, *expect.duties), (*expect.open, *expect.open_duties)
        how = "met" if rule.id in met else "open" if rule.id in open_ else "not"
        rows.append(
            (line(faint(marks[how])), line(scenario.case), line(faint(f"{scenario.as_of}")))
        )
    if rows:
        yield Table((), tuple(rows))
