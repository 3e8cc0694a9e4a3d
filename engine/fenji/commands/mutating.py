"""`fenji test --mutate`: errors planted in the rules, shared out among processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import click

from fenji.commands.scenario_files import ScenarioFile, read_scenario_files
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.scenario import Scenario

SHARES = 64
"""So many parts the mutants are dealt into, so that progress shows and no process waits long."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted error: where and what, and whether some scenario noticed."""

    about: str
    what: str
    place: Place
    noticed: bool


def planted(
    release: Release, folders: tuple[Path, ...], files: Sequence[ScenarioFile], jobs: int | None
) -> list[Planted]:
    """Every mutant of what is written beside those files, tried against all their scenarios;
    `folders` are that of the release and those laid over it."""
    among = frozenset(file.shown.rpartition("/")[0] for file in files)
    tasks = [(share, among) for share in range(SHARES)]
    workers = jobs or os.cpu_count() or 1
    with ProcessPoolExecutor(workers, initializer=_open, initargs=(folders, tuple(files))) as pool:
        found = [one for share in _shown(pool.map(_share, tasks)) for one in share]
    return sorted(found, key=lambda p: (p.place.path, p.place.line, p.place.column, p.what))


def _shown(shares: Iterator[list[Planted]]) -> Iterator[list[Planted]]:
    """The shares with a bar of progress, where somebody watches."""
    if not sys.stderr.isatty():
        yield from shares
        return
    with click.progressbar(shares, length=SHARES, file=sys.stderr) as bar:
        yield from bar


_opened: dict[str, tuple[Release, tuple[Scenario, ...]]] = {}
"""The release and scenarios of a process that tries mutants for another."""


def _open(folders: tuple[Path, ...], files: tuple[ScenarioFile, ...]) -> None:
    from fenji.reading.release import load_release

    release = load_release(folders[0], overlays=folders[1:])
    scenarios, _ = read_scenario_files(files, release)
    _opened["here"] = (release, tuple(scenarios))


def _share(task: tuple[int, frozenset[str]]) -> list[Planted]:
    """Every so-many-th mutant, of what stands in the folders asked for."""
    from fenji.checks.mutation import mutants, try_mutant, watchers

    share, among = task
    release, scenarios = _opened["here"]
    watching = watchers(release, scenarios)
    found = []
    for mutant in islice(mutants(release), share, None, SHARES):
        if _beside(release, mutant.about, mutant.place, among):
            trial = try_mutant(mutant, watching.get(mutant.about, ()))
            noticed = trial.noticed_by is not None
            found.append(Planted(mutant.about, mutant.what, mutant.place, noticed))
    return found


def _beside(release: Release, about: str, place: Place, among: frozenset[str]) -> bool:
    """Whether it is written in one of the folders; tables and policies only where all are asked for."""
    if about in release.tables or about.startswith("policy:"):
        return len(among) > 1
    return place.path.rpartition("/")[0] in among
