"""click's commands and options with their help in both languages, laid out for Chinese too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from fenji.commands.paths import GivenPath
from fenji.model.text import Language, Text

Spoken = Text | str


def spoken_in(context: click.Context) -> Language:
    """The language of the run, found before anything was parsed."""
    found = context.find_root().obj
    return "en" if found == "en" else "zh"


class SpokenOption(click.Option):
    """An option whose help stands in both languages."""

    def __init__(self, declarations: Sequence[str], *, text: Text, **settings: Any) -> None:
        super().__init__(declarations, help=text.zh, **settings)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """What stands in the help: how it is written, what it does."""
        written = ", ".join((*self.opts, *self.secondary_opts))
        if not self.is_flag:
            written += f" {self.make_metavar(ctx)}"
        return written, self.text.in_(spoken_in(ctx))


class SpokenCommand(click.Command):
    """A command whose help stands in both languages, with `examples` as they are typed."""

    def __init__(
        self, name: str, *, text: Text, examples: tuple[str, ...] = (), **rest: Any
    ) -> None:
        rest.setdefault("add_help_option", True)
        super().__init__(name, help=text.zh, **rest)
        self.text = text
        self.examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, which says what it does in the reader's language."""
        return help_option()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help as a page."""
        from fenji.commands.help_page import command_help

        formatter.write(command_help(self, ctx, spoken_in(ctx)))


def help_option() -> SpokenOption:
    """`--help`."""

    def show(ctx: click.Context, option: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return SpokenOption(
        ["--help"],
        text=Text("显示本帮助", "show this help"),
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
    )


def spoken_command(
    name: str, text: Text, *parameters: click.Parameter, examples: tuple[str, ...] = ()
) -> Callable[[Callable[..., int]], SpokenCommand]:
    """Makes a function of its parameters a command; it returns the exit code."""

    def made(function: Callable[..., int]) -> SpokenCommand:
        return SpokenCommand(
            name, text=text, examples=examples, params=list(parameters), callback=function
        )

    return made


def lang_option() -> SpokenOption:
    """`--lang`. Read before parsing; here only so that it is known and checked."""
    return SpokenOption(
        ["--lang"],
        text=Text(
            "语言；不写则依 FENJI_LANG、LC_ALL、LANG，否则中文",
            "language; else by FENJI_LANG, LC_ALL, LANG; else Chinese",
        ),
        type=click.Choice(["zh", "en"]),
        expose_value=False,
    )


def rules_option() -> SpokenOption:
    """`--rules`: the folder of the release."""
    return SpokenOption(
        ["--rules"],
        text=Text(
            "规则所在文件夹；不写则用本程序自带的规则",
            "folder of the rules; else those that come with this program",
        ),
        type=GivenPath(),
        metavar="FOLDER",
        default=None,
    )


def place_option() -> SpokenOption:
    """`--place`: folders of places laid over the rules."""
    return SpokenOption(
        ["--place", "places"],
        text=Text(
            "叠加在规则之上的本地文件夹，同编号的以它为准；可写多次，后者优先",
            "folder of a place laid over the rules, which goes first; of several the last does",
        ),
        type=GivenPath(),
        metavar="FOLDER",
        multiple=True,
    )
