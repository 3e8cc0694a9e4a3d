"""Where the files of a release are, and what each of them is by the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fenji.model.diagnostic import Diagnostic, Level, Refused
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.files_below import files_below, name_below
from fenji.reading.system_words import why

MOST_BYTES = 5 * 1024 * 1024
"""Of a longer file only one byte more is read, so that it is refused without being held."""


class Role(Enum):
    """What a file holds; the value is the name of its schema (figures are CSV and have none)."""

    INSTRUMENTS = "instruments"
    UNITS = "units"
    FACTS = "facts"
    TABLE = "table"
    PARAMETERS = "parameters"
    POLICY = "policy"
    SECTOR = "sector"
    RULES = "rules"
    ACTIVITIES = "activities"
    JURISDICTION = "jurisdiction"
    SUPERVISION = "supervision"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a release: its path as readers know it (`rules/…`), and what stands in it.

    `layer` is 0 for the release itself, then counts the folders laid over it.
    """

    path: str
    role: Role
    data: bytes
    layer: int = 0


_SUFFIXES = (".yaml", ".yml", ".csv")
_SECTOR_FOLDER = re.compile(r"\d\d_[a-z0-9_]+")
_SCENARIOS = "_test.yaml"
_LEFT_OUT = "left_out.yaml"
_AT_THE_TOP = {
    "activities.yaml": Role.ACTIVITIES,
    "instruments.yaml": Role.INSTRUMENTS,
    "units.yaml": Role.UNITS,
}
_IN_FOLDERS = {
    "facts": Role.FACTS,
    "instruments": Role.INSTRUMENTS,
    "jurisdiction": Role.JURISDICTION,
}
_WITH_PARAMETERS = {"policy": Role.POLICY, "supervision": Role.SUPERVISION}
_PLAN_COVERAGE = "plan_coverage.yaml"


def release_folder() -> Path:
    """The checkout's `rules/` where this file stands in a checkout, else the wheel's.

    An editable install has a copy beside the package too; it goes stale, so the checkout is first.
    """
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent.parent
    if _is_ours(checkout / "pyproject.toml") and (checkout / "rules").is_dir():
        return checkout / "rules"
    return package / "data" / "rules"


def _is_ours(project: Path) -> bool:
    try:
        return re.search(r'^name = "fenji"$', project.read_text("utf-8"), re.MULTILINE) is not None
    except (OSError, UnicodeDecodeError):
        return False


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a release, sorted by path, and what is wrong with others that stand there."""

    files: tuple[SourceFile, ...]
    problems: tuple[Diagnostic, ...]


def read_sources(folder: Path | None = None, overlays: Sequence[Path] = ()) -> Sources:
    """The files of the release in that folder and of those laid over it; scenarios are left out.

    A file or folder that cannot be read, or a YAML file where nothing would read it, is a problem.
    Raises Refused where a folder is missing or holds no rules at all.
    """
    found: list[SourceFile] = []
    problems: list[Diagnostic] = []
    for layer, (root, shown, given) in enumerate(_layers(folder, overlays)):
        if not root.is_dir():
            raise Refused([_no_folder(given)])
        below = files_below(root, shown)
        before = tuple(problems)
        files = list(_of_layer(root, shown, layer, below.files, problems))
        if not files:
            raise Refused([*before, *(below.problems or [_no_rules(given)])])
        problems += below.problems
        found += files
    return Sources(tuple(found), tuple(problems))


def _layers(folder: Path | None, overlays: Sequence[Path]) -> Iterator[tuple[Path, str, str]]:
    """Each folder, how its readers know it, and how it was given; no two are shown alike."""
    used: set[str] = set()
    for given in (folder, *overlays):
        root = (given if given is not None else release_folder()).resolve()
        shown = root.name if root.name not in used else str(given)
        used.add(shown)
        yield root, shown, str(given or root)


def _of_layer(
    root: Path, shown: str, layer: int, files: Iterable[Path], problems: list[Diagnostic]
) -> Iterator[SourceFile]:
    for file in files:
        if file.suffix.lower() not in _SUFFIXES or _beside_the_rules(file.name):
            continue
        path = name_below(file, root, shown)
        role = _role(file.relative_to(root).parts)
        if role is None:
            problems.append(_misplaced(path))
            continue
        try:
            with file.open("rb") as opened:
                yield SourceFile(path, role, opened.read(MOST_BYTES + 1), layer)
        except OSError as error:
            problems.append(_unreadable(path, why(error)))


def source_texts(folder: Path | None = None, overlays: Sequence[Path] = ()) -> dict[str, str]:
    """The text of every file under the folders by its shown path, for drawing carets."""
    texts = {}
    for root, named, _ in _layers(folder, overlays):
        for file in files_below(root, named).files:
            if file.suffix.lower() in _SUFFIXES:
                shown = name_below(file, root, named)
                try:
                    with file.open("rb") as opened:
                        texts[shown] = opened.read(MOST_BYTES).decode("utf-8", errors="replace")
                except OSError:
                    continue
    return texts


def _beside_the_rules(name: str) -> bool:
    """Scenarios, and the lists of what was left out on purpose and of how the plan is covered: kept
    with the rules, no part of them."""
    return name.endswith(_SCENARIOS) or name in (_LEFT_OUT, _PLAN_COVERAGE)


def _role(parts: tuple[str, ...]) -> Role | None:
    suffix = parts[-1].rpartition(".")[2]
    if suffix not in ("yaml", "csv"):
        return None
    if len(parts) == 1:
        return _AT_THE_TOP.get(parts[0])
    if len(parts) != 2:
        return None
    folder, name = parts
    if folder == "tables":
        return Role.FIGURES if suffix == "csv" else Role.TABLE
    if suffix == "csv":
        return None
    if folder in _IN_FOLDERS:
        return _IN_FOLDERS[folder]
    if folder in _WITH_PARAMETERS:
        return Role.PARAMETERS if name == "parameters.yaml" else _WITH_PARAMETERS[folder]
    if _SECTOR_FOLDER.fullmatch(folder):
        return Role.SECTOR if name == "sector.yaml" else Role.RULES
    return None


def _no_folder(path: str) -> Diagnostic:
    return Diagnostic(
        "file-not-found",
        Level.ERROR,
        Text("没有这个文件夹", "there is no such folder"),
        Place(path, 1, 1),
        Text("请检查路径", "check the path"),
    )


def _no_rules(path: str) -> Diagnostic:
    return Diagnostic(
        "no-rules",
        Level.ERROR,
        Text("这个文件夹里没有规则", "there are no rules in this folder"),
        Place(path, 1, 1),
        Text(
            "请给出含有 instruments.yaml、facts/ 等的文件夹",
            "give the folder that holds instruments.yaml, facts/ and so on",
        ),
    )


def _misplaced(path: str) -> Diagnostic:
    return Diagnostic(
        "misplaced-file",
        Level.ERROR,
        Text("文件放在这里不会被读取", "nothing reads a file that stands here"),
        Place(path, 1, 1),
        Text(
            "规则放在 `NN_行业/名称.yaml`；其他文件的位置见 docs/language.md",
            "rules go to `NN_sector/NAME.yaml`; docs/language.md says where the others belong",
        ),
    )


def _unreadable(path: str, reason: Text) -> Diagnostic:
    return Diagnostic(
        "unreadable-file",
        Level.ERROR,
        Text(f"文件读不出来（{reason.zh}）", f"the file cannot be read ({reason.en})"),
        Place(path, 1, 1),
        Text("请检查读取权限", "check that you may read it"),
    )
