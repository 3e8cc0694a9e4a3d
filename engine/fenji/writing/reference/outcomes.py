"""Scenarios that do not come out as expected, as pages: expected, found, and why."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.assessment.scenario import Mismatch
from fenji.model.place import Place
from fenji.model.reason import Reason
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import Value
from fenji.writing.decision.sections.reasons import branch
from fenji.writing.page.blocks import Entry, Line, Page, Paragraph, Run, Table, faint, line
from fenji.writing.wording.lexicon import Lexicon, Named
from fenji.writing.wording.values import value_text

RULE = {
    Truth.TRUE: Text("符合", "met"),
    Truth.UNKNOWN: Text("未定", "open"),
    Truth.FALSE: Text("不符合", "not met"),
}
RULES = ("findings", "not", "open")


@dataclass(frozen=True, slots=True)
class Failure:
    """One case, in what it differs, and for each rule concerned why it came out so."""

    case: str
    place: Place
    mismatches: tuple[Mismatch, ...]
    why: tuple[tuple[str, tuple[Reason, ...]], ...]


def failure_page(failure: Failure, words: Lexicon) -> Page:
    """The case, a row for each difference, the reasons of the rules concerned."""
    columns = words.pick("项目 所指 预期 实际", "expect of expected found").split()
    rows = tuple(_row(mismatch, words) for mismatch in failure.mismatches)
    entries = []
    for rule, reasons in failure.why:
        tree = tuple(branch(reason, words) for reason in reasons)
        if tree:
            entries.append(Entry(line(faint(words.pick("理由：", "why: ")), rule), (), tree))
    where = f"{failure.place.path}:{failure.place.line}"
    return (
        Paragraph(line(Run("✗ ", "red"), Run(failure.case, "strong"), faint(f"  {where}"))),
        Table(tuple(columns), rows),
        *entries,
    )


def summary_page(cases: int, failed: int, files: int, words: Lexicon) -> Page:
    """How many cases there were and how many failed."""
    of = words.pick(
        f"{cases} 个情景，{files} 个文件",
        f"{_several(cases, 'scenario')} in {_several(files, 'file')}",
    )
    if not cases:
        return (
            Paragraph(line(Run(words.pick("没有可运行的情景", "no scenario to run"), "warning"))),
        )
    if failed:
        said = words.pick(f"✗ {failed} 个不符，共 ", f"✗ {failed} of ")
        return (Paragraph(line(Run(said, "red"), of)),)
    return (
        Paragraph(line(Run("✓ ", "strong"), of, words.pick("，全部相符", ", all as expected"))),
    )


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _row(mismatch: Mismatch, words: Lexicon) -> tuple[Line, ...]:
    return (
        line(faint(mismatch.what)),
        line(mismatch.name),
        line(Run(_said(mismatch, mismatch.expected, words), "strong")),
        line(Run(_said(mismatch, mismatch.found, words), "red")),
    )


def _said(mismatch: Mismatch, side: Truth | Value | str | None, words: Lexicon) -> str:
    if isinstance(side, Truth):
        return words.say(RULE[side])
    if isinstance(side, str):
        return side or words.pick("无", "none")
    return value_text(side, Named(Text("", ""), "", {}), words)
