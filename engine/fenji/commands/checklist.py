"""`fenji checklist`: what an officer has to look at, for each subject."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.answering import each, ended
from fenji.commands.dates import as_of_option
from fenji.commands.pages import written
from fenji.commands.releases import release_from
from fenji.commands.spoken import (
    SpokenOption,
    lang_option,
    rules_option,
    spoken_command,
    spoken_in,
)
from fenji.model.diagnostic import Refused
from fenji.model.text import Language, Text

if TYPE_CHECKING:
    from fenji.model.checklist import Checklist
    from fenji.model.diagnostic import Diagnostic
    from fenji.model.release import Release
    from fenji.model.submission import Submission


@spoken_command(
    "checklist",
    Text(
        "为每个单位列出现场检查清单：只列适用的；先列没有查看过的，再列等级所系的，"
        "最后是各行业清单没有提到而仍须查看的。\n"
        "PATH 与 fenji classify 相同：文件、文件夹或 -（标准输入）。",
        "Lists for each subject what to look at on the spot: only what applies; first what was never "
        "inspected, then what the tier hangs on, then what no sector's list mentions.\n"
        "PATH is as for fenji classify: a file, a folder or - (standard input).",
    ),
    click.Argument(["paths"], nargs=-1, required=True, metavar="PATH…"),
    as_of_option(),
    SpokenOption(
        ["--format", "form"],
        text=Text("输出格式", "form of the output"),
        type=click.Choice(["text", "markdown"]),
        default="text",
    ),
    rules_option(),
    lang_option(),
    examples=(
        "fenji checklist site.yaml",
        "fenji checklist sites/ --as-of 2026-03-01 --format markdown",
    ),
)
@click.pass_context
def command(
    context: click.Context, paths: tuple[str, ...], as_of: date, form: str, rules: str | None
) -> int:
    """The exit code: 0, or 2 where anything could not be read."""
    from fenji.assessment import decide
    from fenji.checklists import checklist_for
    from fenji.commands.submitted import files_of, submitted
    from fenji.writing.checklist import checklist_page
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    files = files_of(paths)
    release = release_from(rules, language)
    if release is None:
        return failing.BAD_INPUT
    checklists = checklists_from(rules, release, language)
    if checklists is None:
        return failing.BAD_INPUT
    given = submitted(files, release)
    problems: list[Diagnostic] = list(given.problems)
    words = lexicon_of(release, language)

    def listed(subject: Submission) -> str:
        decision = decide(release, subject, as_of)
        page = checklist_page(checklist_for(decision, release, checklists), words)
        return written(page, form)

    for at, text in enumerate(each(given, listed, problems)):
        if at:
            click.echo()
        click.echo(text, nl=False)
    return ended(given, problems, language)


def checklists_from(
    rules: str | None, release: Release, language: Language
) -> tuple[Checklist, ...] | None:
    """The checklists beside the rules; `None` where they cannot be read, which has been said."""
    from fenji.reading.checklists import checklist_files, read_checklists

    folder = Path(rules) if rules else None
    try:
        return read_checklists(release, folder)
    except Refused as refused:
        files = {shown: path for path, shown in checklist_files(folder)}
        failing.refused(refused.diagnostics, failing.texts_of(files), language)
        return None
