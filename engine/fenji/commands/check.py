"""`fenji check`: whether the rules are well-formed and can be meant as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.beside import texts_beside
from fenji.commands.paths import GivenPath
from fenji.commands.spoken import (
    SpokenOption,
    lang_option,
    place_option,
    spoken_command,
    spoken_in,
)
from fenji.commands.terminal import columns
from fenji.model.diagnostic import Diagnostic, Level, Refused
from fenji.model.text import Language, Text

if TYPE_CHECKING:
    from fenji.model.release import Release

FINDINGS = 1
_OF_SCENARIOS = "untested"
"""What cannot be known while a file of scenarios cannot be read, or is not looked at."""


@spoken_command(
    "check",
    Text(
        "检查规则：写法、名称、单位、类型、循环，以及写得通却不会是本意的地方。"
        "一次列出所有文件的所有问题。\n"
        "PATH 是规则所在文件夹；不写则检查本程序自带的规则。"
        "有 --place 时检查叠加以后的规则和其中的情景。",
        "Checks the rules: shape, names, units, types, cycles, and what is well-formed but cannot be "
        "meant. All problems of all files are listed at once.\n"
        "PATH is the folder of the rules; else those that come with this program. With --place the "
        "rules as they are with it, and the scenarios in it.",
    ),
    click.Argument(["path"], required=False, type=GivenPath(), metavar="[PATH]"),
    SpokenOption(
        ["--format", "form"],
        text=Text(
            "输出格式；github 为代码托管平台的注记，sarif 供扫描工具读取",
            "form of the output: github for annotations, sarif for code scanners",
        ),
        type=click.Choice(["text", "json", "github", "sarif"]),
        default="text",
    ),
    place_option(),
    lang_option(),
    examples=("fenji check", "fenji check my-rules/ --format github"),
)
@click.pass_context
def command(context: click.Context, path: str | None, form: str, places: tuple[str, ...]) -> int:
    """The exit code: 1 where anything is an error, 2 where there is no such folder."""
    language = spoken_in(context)
    folder = Path(path) if path else None
    if folder is not None and not folder.is_dir():
        raise failing.BadUsage(
            Text(f"没有文件夹 `{path}`", f"there is no folder `{path}`"),
            Text("请给出规则所在文件夹", "give the folder of the rules"),
        )
    overlays = tuple(Path(place) for place in places)
    release, found = checked(folder, overlays)
    texts = texts_beside(folder, overlays) if found and form == "text" else {}
    click.echo(_written(found, texts, form, language), nl=False)
    if form == "text" and release is not None and not found:
        click.echo(_fine(release).in_(language))
    return FINDINGS if any(d.level is Level.ERROR for d in found) else 0


def checked(
    folder: Path | None, overlays: tuple[Path, ...] = ()
) -> tuple[Release | None, list[Diagnostic]]:
    """The release, if it can be read, and everything that is wrong with it or stands beside it.

    Of places laid over it their own scenarios are read; what stands beside the shared rules was
    written for these alone.
    """
    from fenji.checks import check
    from fenji.commands.beside import problems_beside
    from fenji.commands.scenario_files import beside, read_scenario_files
    from fenji.reading.release import load_release
    from fenji.reading.sources import release_folder

    try:
        release = load_release(folder, overlays=overlays)
    except Refused as refused:
        return None, list(refused.diagnostics)
    own = overlays or (folder or release_folder(),)
    files = tuple(file for each in own for file in beside(each))
    scenarios, problems = read_scenario_files(files, release)
    beside_them = [] if overlays else problems_beside(own[0], release)
    found = [*problems, *check(release, scenarios), *beside_them]
    if problems or overlays:
        found = [one for one in found if one.id != _OF_SCENARIOS]
    return release, sorted(found, key=lambda d: (d.place.path, d.place.line, d.place.column, d.id))


def _written(found: list[Diagnostic], texts: dict[str, str], form: str, language: Language) -> str:
    from fenji.writing import diagnostics

    if form == "json":
        return diagnostics.as_json(found)
    if form == "github":
        return diagnostics.as_github(found, language)
    if form == "sarif":
        return diagnostics.as_sarif(found, language)
    return diagnostics.as_text(found, texts, language, width=columns())


def _fine(release: Release) -> Text:
    rules, instruments = len(release.rules), len(release.instruments)
    short = release.digest[:12]
    return Text(
        f"没有问题：{rules} 条规则，{instruments} 份文件，版本 {short}",
        f"nothing found: {rules} rules, {instruments} instruments, release {short}",
    )
