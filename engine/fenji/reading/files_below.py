"""What stands below a folder; a part of it that cannot be looked into is said, never passed over."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fenji.model.diagnostic import Diagnostic
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.refusal import error
from fenji.reading.system_words import why


@dataclass(frozen=True, slots=True)
class FilesBelow:
    """The files in order of their paths, without hidden ones, and the folders not looked into."""

    files: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def files_below(folder: Path, shown: str) -> FilesBelow:
    """Everything below a folder that readers know as `shown`; links to folders are not followed."""
    refused: list[OSError] = []
    files: list[Path] = []
    linked: list[Path] = []
    for at, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked += [Path(at, name) for name in folders if Path(at, name).is_symlink()]
        files += [Path(at, name) for name in names if not name.startswith(".")]
    problems = [
        *(_unreadable(name_below(Path(e.filename), folder, shown), e) for e in refused),
        *(_linked(name_below(path, folder, shown)) for path in sorted(linked)),
    ]
    files.sort(key=lambda file: file.relative_to(folder).as_posix())
    return FilesBelow(tuple(files), tuple(problems))


def name_below(path: Path, folder: Path, shown: str) -> str:
    """The path as its reader knows it: `rules/03_fire/venues.yaml`."""
    return "/".join((shown.rstrip("/"), *path.relative_to(folder).parts))


def _unreadable(shown: str, refused: OSError) -> Diagnostic:
    reason = why(refused)
    return error(
        "unreadable-folder",
        Place(shown, 1, 1),
        Text(f"文件夹打不开（{reason.zh}）", f"the folder cannot be opened ({reason.en})"),
        Text("请检查读取权限", "check that you may read it"),
    )


def _linked(shown: str) -> Diagnostic:
    return error(
        "linked-folder",
        Place(shown, 1, 1),
        Text("这是指向别处文件夹的链接，不会跟进去读", "links to folders are not followed"),
        Text("请把文件夹本身放在这里，或删去链接", "put the folder itself here, or take it out"),
    )
