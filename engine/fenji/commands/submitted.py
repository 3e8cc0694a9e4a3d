"""The subjects that the given paths hold, with every problem of every file."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fenji.commands.failing import BadUsage
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.release import Release
from fenji.model.text import Text

if TYPE_CHECKING:
    from fenji.model.submission import Submission

SUFFIXES = (".yaml", ".yml", ".json")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What can be classified, and what is wrong with the rest; `typed` is what stdin held."""

    subjects: tuple[Submission, ...]
    problems: tuple[Diagnostic, ...]
    typed: dict[str, str]


def files_of(paths: Sequence[str]) -> list[str]:
    """The files to read: each path itself, and below folders everything in YAML or JSON.

    Raises BadUsage for a folder without any.
    """
    found: list[str] = []
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            inside = sorted(_inside(Path(path)))
            if not inside:
                raise BadUsage(
                    Text(
                        f"`{path}` 里没有 YAML 或 JSON 文件",
                        f"there is no YAML or JSON file in `{path}`",
                    ),
                    Text(
                        "请给出填报文件或其所在文件夹", "give a file of submissions, or its folder"
                    ),
                )
            found += inside
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield str(path)


def submitted(files: Sequence[str], release: Release) -> Submitted:
    """Every subject that can be read. Of two with one id neither is: nobody knows which is meant."""
    from fenji.reading.submission import same_ids

    subjects: list[Submission] = []
    problems: list[Diagnostic] = []
    typed: dict[str, str] = {}
    for file in files:
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
    from fenji.reading.document import read_document
    from fenji.reading.submission import subject_nodes, submission_from

    data = sys.stdin.buffer.read()
    name = "stdin.json" if _is_json(data) else "stdin"
    typed[name] = data.decode("utf-8", errors="replace")
    found: list[Submission] = []
    problems: list[Diagnostic] = []
    for node in subject_nodes(read_document(data, name)):
        try:
            found.append(submission_from(node, release))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(problems)
    return found


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
