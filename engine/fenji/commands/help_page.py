"""The help of a command, laid out like everything else that is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fenji.commands.spoken import SpokenCommand, SpokenOption
from fenji.commands.terminal import columns
from fenji.model.text import Language, Text
from fenji.writing.page.blocks import Block, Heading, Page, Paragraph, Run, Table, line
from fenji.writing.page.terminal import as_terminal

if TYPE_CHECKING:
    import click

WIDEST = 100
EXIT_CODES = (
    ("0", Text("正常", "fine")),
    ("1", Text("规则有问题，或有情景不符", "findings in the rules, or scenarios that fail")),
    ("2", Text("用法或输入有误", "bad usage or bad input")),
)


def command_help(command: SpokenCommand, context: click.Context, language: Language) -> str:
    """Usage, what it does, options, examples, exit codes."""
    return shown(tuple(_page(command, context, language)))


def shown(page: Page) -> str:
    """The page at the terminal's width, without colour."""
    return as_terminal(page, width=min(columns(), WIDEST))


def _page(command: SpokenCommand, context: click.Context, language: Language) -> Iterator[Block]:
    arguments = (p for p in command.params if not isinstance(p, SpokenOption))
    options = _pick(language, "[选项]", "[OPTIONS]")
    pieces = (a.make_metavar(context) for a in arguments)
    usage = " ".join((context.command_path, options, *pieces))
    yield Heading(f"{_pick(language, '用法：', 'Usage: ')}{usage}")
    for paragraph in command.text.in_(language).split("\n"):
        yield Paragraph(line(paragraph))
    yield Heading(_pick(language, "选项", "Options"))
    known = (p for p in command.get_params(context) if isinstance(p, SpokenOption))
    records = (option.get_help_record(context) for option in known)
    yield Table((), tuple((line(r[0]), line(r[1])) for r in records if r))
    if command.examples:
        yield Heading(_pick(language, "例", "Examples"))
        for example in command.examples:
            yield Paragraph(line(example))
    yield from exit_codes(language)


def exit_codes(language: Language) -> Iterator[Block]:
    """What the exit codes mean."""
    yield Heading(_pick(language, "退出码", "Exit codes"))
    rows = tuple((line(code), (Run(text.in_(language)),)) for code, text in EXIT_CODES)
    yield Table((), rows)


def _pick(language: Language, zh: str, en: str) -> str:
    return zh if language == "zh" else en
