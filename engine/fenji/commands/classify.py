"""`fenji classify`: facts in, decisions out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.answering import each, ended
from fenji.commands.dates import as_of_option
from fenji.commands.pages import written
from fenji.commands.paths import GivenPath
from fenji.commands.releases import release_from
from fenji.commands.spoken import (
    SpokenOption,
    lang_option,
    place_option,
    rules_option,
    spoken_command,
    spoken_in,
)
from fenji.commands.terminal import coloured, columns
from fenji.model.text import Language, Text

if TYPE_CHECKING:
    from fenji.model.decision import Decision
    from fenji.model.release import Release
    from fenji.model.submission import Submission

Write = Callable[["Decision"], str]


@spoken_command(
    "classify",
    Text(
        "对 YAML 或 JSON 文件中的所报事实分级：风险等级、重大危险源、"
        "符合的条款、未定的条款、要补报和要查看的事实。\n"
        "PATH 可以是文件、文件夹（含下级，取 *.yaml、*.yml、*.json）或 -（标准输入）。"
        "一个文件有误不影响其他文件，但退出码为 2。",
        "Classifies the facts in YAML or JSON files: risk tier, major hazard sources, the clauses met, "
        "the clauses open, what to ask and what to inspect.\n"
        "PATH is a file, a folder (with those below it: *.yaml, *.yml, *.json) or - (standard input). "
        "A bad file does not stop the others, but the exit code is then 2.",
    ),
    click.Argument(["paths"], nargs=-1, required=True, type=GivenPath(), metavar="PATH…"),
    as_of_option(),
    SpokenOption(
        ["--format", "form"],
        text=Text(
            "输出格式；json 为每个单位一行", "form of the output; json is one line a subject"
        ),
        type=click.Choice(["text", "json", "markdown"]),
        default="text",
    ),
    SpokenOption(
        ["--explain"],
        text=Text("列出全部理由和全部未定项", "give all reasons and all that is open"),
        is_flag=True,
    ),
    place_option(),
    rules_option(),
    lang_option(),
    examples=(
        "fenji classify site.yaml",
        "fenji classify sites/ --as-of 2026-03-01 --explain",
        "fenji classify site.yaml --format json",
    ),
)
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    as_of: date,
    form: str,
    explain: bool,
    places: tuple[str, ...],
    rules: str | None,
) -> int:
    """The exit code: 0, or 2 where anything could not be read."""
    from fenji.assessment.evaluator import for_so_many
    from fenji.classifying import classify
    from fenji.commands.submitted import files_of, submitted

    language = spoken_in(context)
    given = files_of(paths)
    release = release_from(rules, language, places)
    if release is None:
        return failing.BAD_INPUT
    found = submitted(given, release)
    problems = list(found.problems)
    write = _writer(form, release, language, explain=explain)
    evaluator = for_so_many(len(found.subjects))

    def decide(subject: Submission) -> Decision:
        return classify(release, subject, as_of, explain=explain, evaluator=evaluator)

    decisions = []
    for at, decision in enumerate(each(found, decide, problems)):
        if form != "json" and at:
            click.echo()
        click.echo(write(decision), nl=False)
        decisions.append(decision)
    if form != "json" and len(decisions) > 1:
        click.echo()
        click.echo(_summary(decisions, release, language, form), nl=False)
    return ended(found, problems, language)


def _writer(form: str, release: Release, language: Language, *, explain: bool) -> Write:
    from fenji.writing.decision import as_json, as_markdown, as_text

    if form == "json":
        return lambda decision: as_json(decision, release).decode() + "\n"
    if form == "markdown":
        return lambda decision: as_markdown(decision, release, language, explain=explain)
    width, colour = columns(), coloured()
    return lambda decision: as_text(
        decision, release, language, explain=explain, width=width, colour=colour
    )


def _summary(decisions: list[Decision], release: Release, language: Language, form: str) -> str:
    from fenji.writing.decision.summary import summary
    from fenji.writing.wording import lexicon_of

    return written(summary(decisions, lexicon_of(release, language)), form)
