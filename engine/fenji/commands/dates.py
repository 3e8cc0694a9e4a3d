"""`--as-of`: the day of the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from fenji.commands.failing import BadUsage
from fenji.commands.spoken import SpokenOption
from fenji.model.text import Text


class Day(click.ParamType[date]):
    """A day written `2026-03-01`."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Raises BadUsage for anything else."""
        if isinstance(value, date):
            return value
        try:
            if len(value) != len("2026-03-01"):
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            raise BadUsage(
                Text(f"`{value}` 不是日期", f"`{value}` is no date"),
                Text("请写成 `2026-03-01`", "write it as `2026-03-01`"),
            ) from None


def as_of_option() -> SpokenOption:
    """The day; today where it is not given. Only the command line reads a clock."""
    return SpokenOption(
        ["--as-of"],
        text=Text(
            "判断依据的日期，如 2026-03-01；不写则为今天",
            "the day judged by, such as 2026-03-01; else today",
        ),
        type=Day(),
        default=date.today,
        metavar="DATE",
    )
