"""The scenarios that stand beside rules, or in the files given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fenji.commands.failing import BadUsage
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.text import Text
from fenji.reading.files_below import files_below, name_below

if TYPE_CHECKING:
    from fenji.model.release import Release
    from fenji.model.scenario import Scenario

SUFFIX = "_test.yaml"


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """A file of scenarios, and its path as readers know it."""

    path: Path
    shown: str


def beside(folder: Path) -> tuple[ScenarioFile, ...]:
    """The files of scenarios of a release, shown as its other files are: `rules/…`."""
    root = folder.resolve()
    return tuple(ScenarioFile(path, name_below(path, root, root.name)) for path in _below(root))


def given(paths: Sequence[str]) -> tuple[ScenarioFile, ...]:
    """The files at those paths, and those below folders.

    Raises BadUsage where there are none, and where a folder cannot be looked into.
    """
    found: dict[str, ScenarioFile] = {}
    for path in paths:
        files = list(_below(Path(path))) if Path(path).is_dir() else [Path(path)]
        if not files:
            raise BadUsage(
                Text(f"`{path}` 里没有情景文件", f"there is no file of scenarios in `{path}`"),
                Text("情景写在 `名称_test.yaml` 里", "scenarios stand in `NAME_test.yaml`"),
            )
        for file in files:
            found.setdefault(str(file), ScenarioFile(file, str(file)))
    return tuple(found.values())


def _below(folder: Path) -> Iterator[Path]:
    below = files_below(folder, str(folder))
    for problem in below.problems:
        place = problem.place.path
        said = Text(f"{place}：{problem.message.zh}", f"{place}: {problem.message.en}")
        raise BadUsage(said, problem.help)
    yield from (path for path in below.files if path.name.endswith(SUFFIX))


def read_scenario_file(file: ScenarioFile, release: Release) -> tuple[Scenario, ...]:
    """The cases of one file. Raises Refused with all problems of all of them."""
    from fenji.reading.document import read_file
    from fenji.reading.scenarios.cases import scenarios_from

    return scenarios_from(read_file(file.path, file.shown), release)


def read_scenario_files(
    files: Sequence[ScenarioFile], release: Release
) -> tuple[list[Scenario], list[Diagnostic]]:
    """The cases of all files that can be read, and what is wrong with the others."""
    scenarios: list[Scenario] = []
    problems: list[Diagnostic] = []
    for file in files:
        try:
            scenarios += read_scenario_file(file, release)
        except Refused as refused:
            problems += refused.diagnostics
    return scenarios, problems
