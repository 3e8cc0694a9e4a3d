"""The clauses that the submitted facts meet. Whether they are determined so is an authority's act."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision, Finding
from fenji.model.rule import FindingKind
from fenji.writing.decision.sections.reasons import branch, legend
from fenji.writing.page.blocks import (
    TIER_TONE,
    Block,
    Entry,
    Heading,
    Line,
    Paragraph,
    Run,
    faint,
    line,
)
from fenji.writing.wording.bases import bases_text, standing_and_review
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import tier_text
from fenji.writing.wording.vocabulary import FINDING_KIND

ORDER = (
    FindingKind.MAJOR_ACCIDENT_HAZARD,
    FindingKind.MAJOR_HAZARD_SOURCE,
    FindingKind.PROHIBITION,
    FindingKind.DIRECT_TIER,
    FindingKind.BASE_TIER,
    FindingKind.SCOPE,
    FindingKind.ELEMENT,
)


def findings(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """Each clause that is met, the gravest kinds first."""
    met = sorted(decision.findings, key=lambda f: ORDER.index(f.kind))
    title = words.pick("所报事实符合的条款", "Clauses that the submitted facts meet")
    yield Heading(title, len(met))
    if not met:
        yield Paragraph(line(faint(_none_met(words))))
        return
    if explain and any(finding.reason for finding in met):
        yield Paragraph(legend(words))
    for finding in met:
        yield entry(finding, words, explain=explain)


def entry(finding: Finding, words: Lexicon, *, explain: bool) -> Entry:
    """One finding with its clause, its entity and, explained, its reason."""
    kind = words.say(FINDING_KIND[finding.kind.value])
    tree = (branch(finding.reason, words, finding.entity),) if finding.reason and explain else ()
    return Entry(
        line(
            Run(kind, "red" if finding.kind in ORDER[:3] else "strong"),
            words.pick("：", ": "),
            words.say(finding.title),
            *_tier(finding, words),
        ),
        (line(_where(finding, words)), cited(finding, words))
        if finding.entity
        else (cited(finding, words),),
        tree,
    )


def cited(finding: Finding, words: Lexicon) -> Line:
    """The clause, and what should be known of it where it is not confirmed law."""
    about = standing_and_review(finding.standing, finding.review, words)
    return line(
        bases_text(finding.basis, words),
        faint(words.pick(f"（{about}）", f" ({about})") if about else ""),
    )


def _where(finding: Finding, words: Lexicon) -> Run:
    return Run(entity_text(finding.entity, words), "name")


def _tier(finding: Finding, words: Lexicon) -> list[Run]:
    if finding.tier is None:
        return []
    return [
        Run(words.pick(" → ", " → ")),
        Run(tier_text(finding.tier, words), TIER_TONE[finding.tier]),
    ]


def _none_met(words: Lexicon) -> str:
    return words.pick(
        "就本版规则所录条款与所报事实，没有一条已经成立；未定者见下。",
        "Of the clauses this release holds, none is met for certain by what was submitted; "
        "what is open stands below.",
    )
