"""The subjects that the given paths hold, with every problem of every file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fenji.commands.failing import BadUsage
from fenji.commands.standard_input import typed_document
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.release import Release
from fenji.model.text import Text
from fenji.reading.files_below import files_below

if TYPE_CHECKING:
    from fenji.model.submission import Submission

SUFFIXES = (".yaml", ".yml", ".json")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """The files to read, and what is wrong with the folders that were to be looked into."""

    files: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Submitted:
    """What can be classified, and what is wrong with the rest; `typed` is what stdin held."""

    subjects: tuple[Submission, ...]
    problems: tuple[Diagnostic, ...]
    typed: dict[str, str]


def files_of(paths: Sequence[str]) -> Given:
    """The files to read: each path itself, and below folders everything in YAML or JSON.

    Raises BadUsage for a folder without any.
    """
    found: list[str] = []
    problems: list[Diagnostic] = []
    for path in paths:
        if path == STDIN or not _is_folder(path):
            found.append(path)
            continue
        below = files_below(Path(path), path)
        inside = [str(file) for file in below.files if file.suffix.lower() in SUFFIXES]
        if not inside and not below.problems:
            raise BadUsage(
                Text(
                    f"`{path}` 里没有 YAML 或 JSON 文件",
                    f"there is no YAML or JSON file in `{path}`",
                ),
                Text("请给出填报文件或其所在文件夹", "give a file of submissions, or its folder"),
            )
        found += inside
        problems += below.problems
    return Given(tuple(dict.fromkeys(found)), tuple(problems))


def _is_folder(path: str) -> bool:
    """Whether there is a folder; of a path that the system will not look at, reading says why."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def submitted(given: Given, release: Release) -> Submitted:
    """Every subject that can be read. Of two with one id neither is: nobody knows which is meant."""
    from fenji.reading.submission import same_ids

    subjects: list[Submission] = []
    problems = list(given.problems)
    typed: dict[str, str] = {}
    for file in given.files:
        try:
            subjects += _read(file, release, typed)
        except Refused as refused:
            problems += refused.diagnostics
    problems += same_ids(subjects)
    often = Counter(subject.id for subject in subjects)
    alone = tuple(subject for subject in subjects if often[subject.id] == 1)
    return Submitted(alone, tuple(problems), typed)


def _read(file: str, release: Release, typed: dict[str, str]) -> Sequence[Submission]:
    from fenji.reading.submission import read_submissions

    if file != STDIN:
        return read_submissions(Path(file), release)
    from fenji.reading.submission import subject_nodes, submission_from

    found: list[Submission] = []
    problems: list[Diagnostic] = []
    for node in subject_nodes(typed_document(typed)):
        try:
            found.append(submission_from(node, release))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(problems)
    return found
