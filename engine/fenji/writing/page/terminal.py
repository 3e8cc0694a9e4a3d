"""A page as text for a terminal, at a given width, with or without colour."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.writing.page.blocks import (
    Block,
    Branch,
    Divider,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Run,
    Title,
    Tone,
    faint,
)
from fenji.writing.page.columns import laid_out
from fenji.writing.page.wrapping import wrapped

SGR: dict[Tone, str] = {
    "plain": "",
    "strong": "1",
    "faint": "2",
    "name": "36",
    "warning": "33",
    "red": "1;31",
    "orange": "1;38;5;208",
    "yellow": "1;33",
    "blue": "1;34",
    "grey": "1;90",
}
"""How each tone is selected on a terminal (ECMA-48, select graphic rendition)."""
NARROWEST = 40
INDENT = "  "


def as_terminal(page: Page, *, width: int = 80, colour: bool = False) -> str:
    """The page in lines of at most `width` cells (40 at the least), without spaces at their ends."""
    room = max(width, NARROWEST)
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if before is not None and _apart(before, block):
            lines.append("")
        lines += (_written(words, colour) for words in _lines(block, room))
        before = block
    return "".join(f"{text}\n" for text in lines)


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line goes between the two."""
    if isinstance(block, Heading):
        return not isinstance(before, Title)
    return isinstance(block, (Title, Divider))


def _lines(block: Block, width: int) -> list[Line]:
    inner = width - len(INDENT)
    if isinstance(block, Title):
        title = wrapped((Run(block.text, "strong"),), width)
        return [*title, *wrapped(block.below, width), (faint("─" * width),)]
    if isinstance(block, Heading):
        count = f"  {block.count}" if block.count is not None else ""
        return wrapped((Run(block.text, "strong"), faint(count)), width)
    if isinstance(block, Divider):
        return [(faint("─" * width),)]
    if isinstance(block, Paragraph):
        inside = wrapped(block.line, inner)
    elif isinstance(block, Entry):
        inside = _entry(block, inner)
    else:
        inside = laid_out(block, inner)
    return [(Run(INDENT), *words) for words in inside]


def _entry(entry: Entry, width: int) -> list[Line]:
    lines = _hanging(entry.line, (faint("· "),), (Run("  "),), width)
    for detail in entry.details:
        lines += _hanging(detail, (Run("  "),), (Run("  "),), width)
    for branch in entry.tree:
        lines += _tree(branch, (Run("  "),), (Run("  "),), width)
    return lines


def _tree(branch: Branch, first: Line, rest: Line, width: int) -> Iterator[Line]:
    """The branch's own line, then its parts, each under a guide."""
    hang = faint("│ ") if branch.parts else Run("  ")
    yield from _hanging(branch.line, first, (*rest, hang), width)
    for at, part in enumerate(branch.parts):
        last = at == len(branch.parts) - 1
        guide, below = ("└ ", "  ") if last else ("├ ", "│ ")
        yield from _tree(part, (*rest, faint(guide)), (*rest, faint(below)), width)


def _hanging(words: Line, first: Line, rest: Line, width: int) -> list[Line]:
    """A line with something before it, and something else before what it runs over into."""
    taken = max(sum(len(run.text) for run in first), sum(len(run.text) for run in rest))
    room = max(width - taken, NARROWEST // 2)
    return [(*(rest if at else first), *part) for at, part in enumerate(wrapped(words, room))]


def _written(words: Line, colour: bool) -> str:
    if not colour:
        return "".join(run.text for run in words).rstrip()
    return "".join(
        f"\x1b[{SGR[run.tone]}m{run.text}\x1b[0m" if SGR[run.tone] else run.text for run in words
    ).rstrip()
