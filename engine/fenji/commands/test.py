"""`fenji test`: the scenarios beside the rules, each held against what comes out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.pages import written
from fenji.commands.paths import GivenPath
from fenji.commands.releases import release_from
from fenji.commands.scenario_files import ScenarioFile, beside, given, read_scenario_file
from fenji.commands.spoken import (
    SpokenOption,
    lang_option,
    place_option,
    rules_option,
    spoken_command,
    spoken_in,
)
from fenji.commands.terminal import coloured, columns
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.text import Text

if TYPE_CHECKING:
    from fenji.model.release import Release
    from fenji.writing.reference.outcomes import Failure
    from fenji.writing.wording.lexicon import Lexicon

FAILING = 1
ENOUGH = 0.95
"""The share of planted errors that the scenarios have to notice."""
WORTH_A_PROCESS = 32 * 1024
"""Below so many bytes of scenarios, starting processes takes longer than it saves."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one file: how many cases it has, those that fail, why it cannot be read."""

    cases: int
    failures: tuple[Failure, ...]
    problems: tuple[Diagnostic, ...]


@spoken_command(
    "test",
    Text(
        "运行情景：按各情景所报事实判断，与其预期对照，不符的逐项列出预期、实际和理由。\n"
        "PATH 是 *_test.yaml 文件或文件夹；不写则运行规则旁的全部情景，有 --place 时运行其中的情景。",
        "Runs scenarios: decides the facts of each and compares with what it expects; each "
        "difference is listed with what was expected, what was found and why.\n"
        "PATH is a *_test.yaml file or a folder; else all that stand beside the rules, with --place "
        "those in it.",
    ),
    click.Argument(["paths"], nargs=-1, type=GivenPath(), metavar="[PATH]…"),
    SpokenOption(
        ["--jobs"],
        text=Text(
            "同时运行的进程数；不写则视多少而定", "processes at a time; else by how much there is"
        ),
        type=click.IntRange(min=1),
        metavar="N",
        default=None,
    ),
    SpokenOption(
        ["--mutate"],
        text=Text(
            "另在规则中逐一埋入小错误（数值差一步、比较反转、all 与 any 互换、删去一项），"
            "看情景能否发现；发现的不足 95% 时退出码为 1",
            "also plant small errors in the rules one at a time (a figure one step off, a comparison "
            "flipped, all for any, a line dropped) and see whether a scenario notices; exit code 1 "
            "below 95%",
        ),
        is_flag=True,
    ),
    place_option(),
    rules_option(),
    lang_option(),
    examples=(
        "fenji test",
        "fenji test rules/02_non_coal_mines --lang en",
        "fenji test rules/02_non_coal_mines --mutate",
    ),
)
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    jobs: int | None,
    mutate: bool,
    places: tuple[str, ...],
    rules: str | None,
) -> int:
    """The exit code: 1 where a scenario fails or cannot be read, 2 where the rules cannot be."""
    from fenji.reading.sources import release_folder
    from fenji.writing.page.terminal import as_terminal
    from fenji.writing.reference.outcomes import failure_page, summary_page
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    release = release_from(rules, language, places)
    if release is None:
        return failing.BAD_INPUT
    folder = Path(rules) if rules else release_folder()
    folders = (folder, *(Path(place) for place in places))
    own = folders[1:] or folders
    files = given(paths) if paths else tuple(file for each in own for file in beside(each))
    words = lexicon_of(release, language)
    width, colour = columns(), coloured()
    results = []
    for result in _results(files, release, folders, jobs or _jobs(files)):
        results.append(result)
        for failure in result.failures:
            page = failure_page(failure, words)
            click.echo(as_terminal(page, width=width, colour=colour))
    problems = [diagnostic for result in results for diagnostic in result.problems]
    if problems:
        failing.refused(
            problems, failing.texts_of({file.shown: file.path for file in files}), language
        )
    failed = sum(len(result.failures) for result in results)
    cases = sum(result.cases for result in results)
    page = summary_page(cases, failed, len(files), words)
    click.echo(as_terminal(page, width=width, colour=colour), nl=False)
    if failed or problems:
        return FAILING
    return _mutate(release, folders, files, jobs, words) if mutate else 0


def _mutate(
    release: Release,
    folders: tuple[Path, ...],
    files: Sequence[ScenarioFile],
    jobs: int | None,
    words: Lexicon,
) -> int:
    """The exit code: 1 where fewer planted errors were noticed than `ENOUGH`."""
    from fenji.commands.mutating import planted
    from fenji.writing.reference.planted import planted_page

    found = planted(release, folders, files, jobs)
    missed = [(p.place, p.about, p.what) for p in found if not p.noticed]
    page = planted_page(len(found), missed, words)
    click.echo(written(page), nl=False)
    noticed = len(found) - len(missed)
    return 0 if noticed >= ENOUGH * len(found) else FAILING


def _jobs(files: Sequence[ScenarioFile]) -> int:
    """One, unless there is so much that processes pay."""
    size = sum(file.path.stat().st_size for file in files if file.path.is_file())
    if size < WORTH_A_PROCESS:
        return 1
    return min(len(files), os.cpu_count() or 1)


def _results(
    files: Sequence[ScenarioFile], release: Release, folders: tuple[Path, ...], jobs: int
) -> Iterator[FileResult]:
    """The result of each file, in their order, whatever process it comes from; `folders` are that of
    the release and those laid over it."""
    if jobs == 1 or len(files) <= 1:
        for file in files:
            yield run_file(file, release)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_open_release, initargs=(folders,)) as pool:
        yield from pool.map(_run_in_process, files)


_opened: dict[str, Release] = {}
"""The release of a process that runs scenarios for another."""


def _open_release(folders: tuple[Path, ...]) -> None:
    from fenji.reading.release import load_release

    _opened["release"] = load_release(folders[0], overlays=folders[1:])


def _run_in_process(file: ScenarioFile) -> FileResult:
    return run_file(file, _opened["release"])


def run_file(file: ScenarioFile, release: Release) -> FileResult:
    """Runs every case of one file."""
    from fenji.assessment.scenario import reasons
    from fenji.checks.scenario import run
    from fenji.writing.reference.outcomes import Failure

    try:
        scenarios = read_scenario_file(file, release)
    except Refused as refused:
        return FileResult(0, (), refused.diagnostics)
    failures = []
    for scenario in scenarios:
        mismatches = run(release, scenario)
        if mismatches:
            rules = dict.fromkeys(
                m.name for m in mismatches if m.what in ("findings", "not", "open")
            )
            why = tuple((rule, reasons(release, scenario, rule)) for rule in rules)
            failures.append(Failure(scenario.case, scenario.place, mismatches, why))
    return FileResult(len(scenarios), tuple(failures), ())
