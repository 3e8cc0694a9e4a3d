"""Paths as they are given to commands."""

from __future__ import annotations

from typing import Any

import click

from fenji.commands.failing import BadUsage
from fenji.model.text import Text


class GivenPath(click.ParamType[str]):
    """A path; an empty one, such as a shell variable that is not set leaves, is no folder."""

    name = "PATH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path as it was written. Raises BadUsage for an empty one."""
        if value:
            return str(value)
        raise BadUsage(
            Text("有一个路径是空的", "one of the paths is empty"),
            Text("请检查变量是否有值", "check that the variable it came from is set"),
        )
