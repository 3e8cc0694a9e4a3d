"""What stands beside the rules and is checked with them: left-out rows, checklists, the plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fenji.model.diagnostic import Diagnostic, Refused

if TYPE_CHECKING:
    from fenji.model.checklist import Checklist
    from fenji.model.release import Release


def problems_beside(folder: Path, release: Release) -> list[Diagnostic]:
    """Everything that is wrong with those files; `folder` is that of the rules."""
    from fenji.checks.beside import unlisted_facts
    from fenji.reading.checklists import read_checklists

    found = _of_left_out(folder, release)
    checklists: tuple[Checklist, ...] = ()
    try:
        checklists = read_checklists(release, folder)
    except Refused as refused:
        return [*found, *refused.diagnostics]
    return [*found, *unlisted_facts(release, checklists), *_of_plan(folder, release, checklists)]


def texts_beside(folder: Path | None, overlays: tuple[Path, ...] = ()) -> dict[str, str]:
    """The texts of the rules and of what stands beside them, by the paths that diagnostics name."""
    from fenji.commands import failing
    from fenji.reading.checklists import checklist_files

    files = {shown: path for path, shown in checklist_files(folder)}
    return failing.release_texts(folder, overlays) | failing.texts_of(files)


def _of_left_out(folder: Path, release: Release) -> list[Diagnostic]:
    from fenji.checks.beside import carried_and_left_out
    from fenji.reading.left_out import LEFT_OUT, read_left_out

    root = folder.resolve()
    found: list[Diagnostic] = []
    for file in sorted(root.glob(f"*/{LEFT_OUT}")):
        shown = f"{root.name}/{file.relative_to(root).as_posix()}"
        try:
            found += carried_and_left_out(release, read_left_out(file, shown, release))
        except Refused as refused:
            found += refused.diagnostics
    return found


def _of_plan(folder: Path, release: Release, checklists: tuple[Checklist, ...]) -> list[Diagnostic]:
    from fenji.reading.plan_coverage import PLAN_COVERAGE, read_plan_coverage

    root = folder.resolve()
    file = root / PLAN_COVERAGE
    if file.is_file():
        try:
            read_plan_coverage(file, f"{root.name}/{PLAN_COVERAGE}", release, checklists)
        except Refused as refused:
            return list(refused.diagnostics)
    return []
