"""A page as the reader asked for it: on the terminal, or in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenji.commands.terminal import coloured, columns

if TYPE_CHECKING:
    from fenji.writing.page.blocks import Page

MARKDOWN = "markdown"
TEXT = "text"


def written(page: Page, form: str = TEXT, *, to_file: bool = False) -> str:
    """The page in that form; text as wide as the terminal, in colour where that takes it."""
    if form == MARKDOWN:
        from fenji.writing.page.markdown import as_markdown

        return as_markdown(page)
    from fenji.writing.page.terminal import as_terminal

    return as_terminal(page, width=columns(), colour=coloured() and not to_file)
