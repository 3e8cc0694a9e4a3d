"""`fenji jurisdiction roster`: the lists that the city's plan asks for by name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
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
from fenji.model.text import Text

if TYPE_CHECKING:
    from fenji.model.decision import Decision
    from fenji.model.submission import Submission
    from fenji.writing.rosters.roster import Roster
    from fenji.writing.wording.lexicon import Lexicon

ENTERPRISES, RISKS, HAZARDS, ITEMS = "enterprises", "risks", "hazards", "inspection-items"
XLSX = "xlsx"

Make = Callable[[Sequence["Decision"], date, "Lexicon"], "Roster"]


@spoken_command(
    "roster",
    Text(
        "编制名单和清单，按部门、层级、机构排列，各附依据：监管单位名单（enterprises）、重大风险清单（risks）、"
        "重大事故隐患清单（hazards）、专项和综合性检查事项清单（inspection-items）。\n"
        "PATH 与 fenji classify 相同：文件、文件夹或 -（标准输入）。",
        "Makes rosters by department, level and body, each row with its basis: subjects (enterprises), "
        "major risks (risks), major accident hazards (hazards), items of special and comprehensive "
        "inspections (inspection-items).\n"
        "PATH is as for fenji classify: a file, a folder or - (standard input).",
    ),
    click.Argument(["paths"], nargs=-1, required=True, type=GivenPath(), metavar="PATH…"),
    SpokenOption(
        ["--kind"],
        text=Text("哪一种名单", "which roster"),
        type=click.Choice([ENTERPRISES, RISKS, HAZARDS, ITEMS]),
        default=ENTERPRISES,
    ),
    SpokenOption(
        ["--format", "form"],
        text=Text(
            "输出格式；xlsx 要装有 XlsxWriter（fenji[sheets]）",
            "form of the output; xlsx needs XlsxWriter (fenji[sheets])",
        ),
        type=click.Choice(["text", "markdown", "csv", XLSX]),
        default="text",
    ),
    SpokenOption(
        ["--out"],
        text=Text("写入这个文件；不写则输出", "write to this file; else to the output"),
        type=GivenPath(),
        metavar="FILE",
        default=None,
    ),
    as_of_option(),
    place_option(),
    rules_option(),
    lang_option(),
    examples=(
        "fenji jurisdiction roster sites/",
        "fenji jurisdiction roster sites/ --kind hazards --format csv --out hazards.csv",
    ),
)
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    kind: str,
    form: str,
    out: str | None,
    as_of: date,
    places: tuple[str, ...],
    rules: str | None,
) -> int:
    """The exit code: 0, or 2 where anything could not be read."""
    from fenji.assessment.evaluator import for_so_many
    from fenji.classifying import classify
    from fenji.commands.submitted import files_of, submitted
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    if form == XLSX:
        _can_be_written(out)
    given = files_of(paths)
    release = release_from(rules, language, places)
    if release is None:
        return failing.BAD_INPUT
    found = submitted(given, release)
    problems = list(found.problems)
    evaluator = for_so_many(len(found.subjects))

    def decide(subject: Submission) -> Decision:
        return classify(release, subject, as_of, evaluator=evaluator)

    decisions = list(each(found, decide, problems))
    words = lexicon_of(release, language)
    _write(_roster(kind, decisions, as_of, words), form, out, words)
    return ended(found, problems, language)


def _roster(kind: str, decisions: list[Decision], as_of: date, words: Lexicon) -> Roster:
    from fenji.writing.rosters.enterprises import enterprises
    from fenji.writing.rosters.findings import hazards, risks
    from fenji.writing.rosters.inspection_items import inspection_items

    makers: dict[str, Make] = {
        ENTERPRISES: enterprises,
        RISKS: risks,
        HAZARDS: hazards,
        ITEMS: inspection_items,
    }
    return makers[kind](decisions, as_of, words)


def _write(roster: Roster, form: str, out: str | None, words: Lexicon) -> None:
    if form == XLSX:
        from fenji.writing.rosters.as_xlsx import as_xlsx

        data = as_xlsx(roster)
    else:
        data = _text(roster, form, words, to_file=out is not None).encode()
    if out is not None:
        Path(out).write_bytes(data)
        click.echo(out)
    else:
        click.echo(data if form == XLSX else data.decode(), nl=False)


def _text(roster: Roster, form: str, words: Lexicon, *, to_file: bool) -> str:
    if form == "csv":
        from fenji.writing.rosters.as_csv import as_csv

        return as_csv(roster)
    from fenji.writing.rosters.as_page import roster_page

    return written(roster_page(roster, words), form, to_file=to_file)


def _can_be_written(out: str | None) -> None:
    """Raises BadUsage where a workbook would come to a terminal, or nothing can write one."""
    from importlib.util import find_spec

    if out is None and sys.stdout.isatty():
        raise failing.BadUsage(
            Text("工作簿不能显示在终端上", "a workbook cannot be shown on a terminal"),
            Text("用 --out 写入文件", "write it to a file with --out"),
        )
    if find_spec("xlsxwriter") is None:
        raise failing.BadUsage(
            Text("没有安装 XlsxWriter", "XlsxWriter is not installed"),
            Text(
                "安装 fenji[sheets]，或用 --format csv",
                "install fenji[sheets], or use --format csv",
            ),
        )
