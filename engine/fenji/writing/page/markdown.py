"""A page as Markdown: headings, tables, nested lists."""

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
    Table,
    Title,
)

STRONG = ("strong", "red", "orange", "yellow", "blue", "grey")
SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|"})


def as_markdown(page: Page) -> str:
    """The page as Markdown that reads well as it stands; words of the page are never markup."""
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if before is not None and not (isinstance(before, Entry) and isinstance(block, Entry)):
            lines.append("")
        lines += _lines(block)
        before = block
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> list[str]:
    if isinstance(block, Title):
        return [f"# {_escaped(block.text)}", "", _inline(block.below)]
    if isinstance(block, Heading):
        count = f" ({block.count})" if block.count is not None else ""
        return [f"## {_escaped(block.text)}{count}"]
    if isinstance(block, Paragraph):
        return [_inline(block.line)]
    if isinstance(block, Divider):
        return ["---"]
    if isinstance(block, Entry):
        return list(_entry(block))
    return _table(block)


def _table(table: Table) -> list[str]:
    if not table.rows:
        return []
    count = max(len(row) for row in table.rows)
    titles = [_escaped(title) for title in table.columns] or [""] * count
    made = [f"| {' | '.join(titles)} |", f"|{' --- |' * count}"]
    for row in table.rows:
        cells = [_inline(cell) for cell in row] + [""] * (count - len(row))
        made.append(f"| {' | '.join(cells)} |")
    return made


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- {_inline(entry.line)}"
    for detail in entry.details:
        yield f"  - {_inline(detail)}"
    for branch in entry.tree:
        yield from _branch(branch, 1)


def _branch(branch: Branch, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_inline(branch.line)}"
    for part in branch.parts:
        yield from _branch(part, depth + 1)


def _inline(words: Line) -> str:
    return "".join(_run(run) for run in words).strip()


def _run(run: Run) -> str:
    text = _escaped(run.text)
    bare = text.strip()
    if run.tone not in STRONG or not bare:
        return text
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}**{bare}**{text[len(text.rstrip()) :]}"


def _escaped(text: str) -> str:
    return text.translate(SPECIAL).replace("\n", " ")
