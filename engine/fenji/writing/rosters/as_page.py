"""A roster as a page: a heading for each group, an entry for each row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from fenji.writing.page.blocks import (
    Block,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Title,
    faint,
    line,
    strong,
)
from fenji.writing.rosters.roster import Roster
from fenji.writing.wording.lexicon import Lexicon


def roster_page(roster: Roster, words: Lexicon) -> Page:
    """The whole roster; what a row leaves empty is left out."""
    count = len(roster.rows)
    day = words.pick(f"截至 {roster.as_of}", f"as of {roster.as_of}")
    rows = words.pick(f"{count} 条", f"{count} row" if count == 1 else f"{count} rows")
    blocks: list[Block] = [Title(roster.title, line(faint(f"{day} · {rows}")))]
    for head, several in groupby(roster.rows, key=lambda row: row[: roster.grouped]):
        group = list(several)
        separator = words.pick("，", ", ")
        blocks.append(Heading(separator.join(cell for cell in head if cell), len(group)))
        blocks += (_entry(row, roster, words) for row in group)
    if not count:
        blocks.append(Paragraph(line(faint(words.pick("没有可列的", "nothing to list")))))
    if roster.remark:
        blocks.append(Paragraph(line(faint(roster.remark))))
    return tuple(blocks)


def _entry(row: tuple[str, ...], roster: Roster, words: Lexicon) -> Entry:
    named = row[roster.named]
    after = row[roster.named + 1]
    id_ = f"  {after}" if after != named else ""
    return Entry(line(strong(named), faint(id_)), tuple(_details(row, roster, words)))


def _details(row: tuple[str, ...], roster: Roster, words: Lexicon) -> Iterator[Line]:
    colon = words.pick("：", ": ")
    for at, (label, cell) in enumerate(zip(roster.columns, row, strict=True)):
        if cell and at > roster.named + 1:
            yield line(faint(f"{label}{colon}"), cell)
