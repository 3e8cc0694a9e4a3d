"""A group of commands whose help stands in both languages, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from fenji.commands.spoken import SpokenCommand, help_option, spoken_in
from fenji.model.text import Text


class SpokenGroup(click.Group):
    """Commands by name, in the order in which one meets them, each in a module of its name below
    `package` (with `_` for `-`), as `command`."""

    def __init__(
        self, name: str, *, text: Text, named: Mapping[str, Text], package: str, **rest: Any
    ) -> None:
        super().__init__(name, no_args_is_help=True, **rest)
        self.text = text
        self.named = named
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(self.named)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.named:
            return None
        found = import_module(f"{self.package}.{cmd_name.replace('-', '_')}").command
        assert isinstance(found, SpokenCommand | SpokenGroup)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with. Raises BadUsage where there is none."""
        if args and args[0] not in self.named and not args[0].startswith("-"):
            raise _no_such_command(args[0], self.named)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in the reader's language."""
        return help_option()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help as a page."""
        from fenji.commands.help_page import exit_codes, shown
        from fenji.writing.page.blocks import Block, Heading, Paragraph, Table, line

        language = spoken_in(ctx)
        zh = language == "zh"
        records = (p.get_help_record(ctx) for p in self.get_params(ctx))
        page: list[Block] = [
            Heading(
                f"{'用法：' if zh else 'Usage: '}{ctx.command_path} {'命令 …' if zh else 'COMMAND …'}"
            ),
            Paragraph(line(self.text.in_(language))),
            Heading("命令" if zh else "Commands"),
            Table((), tuple((line(n), line(t.in_(language))) for n, t in self.named.items())),
            Heading("选项" if zh else "Options"),
            Table((), tuple((line(r[0]), line(r[1])) for r in records if r)),
            *exit_codes(language),
        ]
        formatter.write(shown(tuple(page)))


def _no_such_command(name: str, named: Mapping[str, Text]) -> click.ClickException:
    from difflib import get_close_matches

    from fenji.commands.failing import BadUsage

    near = get_close_matches(name, named, 1)
    listed = "、".join(named), ", ".join(named)
    step = Text(f"是不是 `{near[0]}`？", f"did you mean `{near[0]}`?") if near else None
    return BadUsage(
        Text(f"没有命令 `{name}`", f"there is no command `{name}`"),
        step or Text(f"命令有：{listed[0]}", f"the commands are {listed[1]}"),
    )
