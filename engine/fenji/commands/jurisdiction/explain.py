"""`fenji jurisdiction explain`: who is in charge of each subject, step by step."""

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
from fenji.model.text import Language, Text

if TYPE_CHECKING:
    from fenji.model.jurisdiction.answer import JurisdictionAnswer
    from fenji.model.release import Release
    from fenji.model.submission import Submission

Write = Callable[["Submission", "JurisdictionAnswer | None"], str]


@spoken_command(
    "explain",
    Text(
        "说明每个单位由谁监管：牵头部门、执法层级和机构，逐步的理由和依据，配合部门各管什么，"
        "其他部门为何不牵头，还有什么未定、由什么决定。\n"
        "PATH 与 fenji classify 相同：文件、文件夹或 -（标准输入）。",
        "Says who is in charge of each subject: lead department, level and body, each step with its "
        "basis, what each cooperating department is for, why others do not lead, what is open and what "
        "decides it.\n"
        "PATH is as for fenji classify: a file, a folder or - (standard input).",
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
    place_option(),
    rules_option(),
    lang_option(),
    examples=(
        "fenji jurisdiction explain site.yaml",
        "fenji jurisdiction explain sites/ --as-of 2026-03-01 --format markdown",
    ),
)
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    as_of: date,
    form: str,
    places: tuple[str, ...],
    rules: str | None,
) -> int:
    """The exit code: 0, or 2 where anything could not be read."""
    from fenji.commands.submitted import files_of, submitted
    from fenji.jurisdiction import answer

    language = spoken_in(context)
    given = files_of(paths)
    release = release_from(rules, language, places)
    if release is None:
        return failing.BAD_INPUT
    found = submitted(given, release)
    problems = list(found.problems)
    write = _writer(form, release, as_of, language)

    def explained(subject: Submission) -> str:
        return write(subject, answer(release, subject, as_of))

    for at, text in enumerate(each(found, explained, problems)):
        if at and form != "json":
            click.echo()
        click.echo(text, nl=False)
    return ended(found, problems, language)


def _writer(form: str, release: Release, as_of: date, language: Language) -> Write:
    from fenji.writing.jurisdiction.explaining import explain_json, explain_page
    from fenji.writing.wording import lexicon_of

    if form == "json":
        return lambda subject, made: explain_json(subject, made, as_of)
    words = lexicon_of(release, language)
    return lambda subject, made: written(explain_page(subject, made, as_of, words), form)
