"""Planted errors that no scenario noticed, as a page."""

from __future__ import annotations

from collections.abc import Sequence

from fenji.model.place import Place
from fenji.writing.page.blocks import Page, Paragraph, Run, Table, faint, line
from fenji.writing.wording.lexicon import Lexicon

Missed = tuple[Place, str, str]
"""Where the error was planted, in what, and what was done."""


def planted_page(count: int, missed: Sequence[Missed], words: Lexicon) -> Page:
    """How many were noticed; then each that was not, with its place."""
    noticed = count - len(missed)
    share = f"{100 * noticed / count:.1f} %" if count else "–"
    zh = f"埋入 {count} 处小错误，情景发现 {noticed} 处（{share}）"
    en = f"{noticed} of {count} planted errors were noticed ({share})"
    summary = Paragraph(line(Run(words.pick(zh, en), "strong")))
    if not missed:
        return (summary,)
    columns = words.pick("位置 所在 埋入的错误", "place in error").split()
    rows = tuple(
        (line(faint(f"{place.path}:{place.line}")), line(about), line(what))
        for place, about, what in missed
    )
    return (Table(tuple(columns), rows), summary)
