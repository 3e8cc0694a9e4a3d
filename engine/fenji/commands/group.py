"""`fenji` itself: names its commands, imports the one that is asked for, and says what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from fenji.commands.language import language_of
from fenji.commands.spoken import SpokenOption, lang_option
from fenji.commands.spoken_group import SpokenGroup
from fenji.model.text import Language, Text

COMMANDS = {
    "classify": Text("对所报事实分级，并说明理由", "classify submitted facts, with reasons"),
    "checklist": Text("列出现场检查清单", "list what to look at on the spot"),
    "facts": Text("可以填报哪些事实、用什么单位", "what can be submitted, in which unit"),
    "rules": Text("查规则：条款、条件、情景", "look up rules: clause, condition, scenarios"),
    "check": Text("检查规则是否写得对", "check that the rules are well-formed"),
    "test": Text("运行规则旁的情景", "run the scenarios beside the rules"),
    "jurisdiction": Text(
        "由谁监管：理由、图、重叠与盲区、名单", "who is in charge: why, graph, gaps, lists"
    ),
    "plan-coverage": Text("规划各条由什么落实", "what serves each clause of the city's plan"),
    "schema": Text("输出供编辑器用的 JSON Schema", "write JSON Schemas for editors"),
}
"""What each does, in a line."""
ABOUT = Text(
    "依规则对企业的危险性分级，每个结论都说明依据到条款。",
    "Classifies enterprises by hazard, each answer down to the clause of law.",
)
INTERRUPTED = 130
PIPE_CLOSED = 141


class Fenji(SpokenGroup):
    """The group of all commands."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """With the language of the run, read before the arguments are parsed."""
        extra.setdefault("obj", language_of(args, os.environ))
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """The command's exit code; click itself would call a reader that goes away a failure."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _close_quietly()
            return PIPE_CLOSED
        return code

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Runs a command and exits with its code; whatever goes wrong is said, never traced."""
        given = list(sys.argv[1:] if args is None else args)
        extra.pop("standalone_mode", None)
        extra.setdefault("prog_name", "fenji")
        code = run(self, given, language_of(given, os.environ), extra)
        sys.exit(code)


def run(group: Fenji, arguments: list[str], language: Language, extra: dict[str, Any]) -> int:
    """The exit code of the command that the arguments name."""
    try:
        _write_utf8()
        code = click.Group.main(group, arguments, standalone_mode=False, **extra)
    except click.ClickException as error:
        from fenji.commands import failing

        return failing.usage(error, language)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as error:
        from fenji.commands import failing

        return failing.system(error, language)
    return code if isinstance(code, int) else 0


def _write_utf8() -> None:
    """Chinese comes out whatever the locale of the process says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_quietly() -> None:
    """Keeps Python from complaining at its end that nobody reads any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_version(ctx: click.Context, option: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from fenji.version import VERSION

        click.echo(f"fenji {VERSION}")
        ctx.exit()


fenji = Fenji(
    "fenji",
    text=ABOUT,
    named=COMMANDS,
    package="fenji.commands",
    params=[
        lang_option(),
        SpokenOption(
            ["--version"],
            text=Text("显示版本", "show the version"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
        ),
    ],
)
