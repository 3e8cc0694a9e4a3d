"""Folders that may not be opened are never passed over."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.bad_input.test_bad_input import RULES
from tests.commands.running import run

PARK = "subject: {kind: park, id: %s, name: 虚构园区}\nfacts: {}\n"


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files in it that the system refuses to open, whoever runs the test."""
    folder = tmp_path / "locked"
    folder.mkdir()
    really = os.scandir

    def scandir(path: str | Path = ".") -> object:
        if Path(path).name == folder.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.chdir(tmp_path)
    return folder


def test_submissions_in_it_are_not_taken_for_none(locked: Path) -> None:
    (locked / "a.yaml").write_text(PARK % "p1", "utf-8")
    for language, said in (
        ("zh", "文件夹打不开（没有权限）"),
        ("en", "the folder cannot be opened"),
    ):
        result = run("classify", "locked", "--rules", str(RULES), "--lang", language)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"locked:1:1: unreadable-folder: {said}")


def test_submissions_beside_it_are_still_decided(locked: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PARK % "p1", "utf-8")
    result = run("classify", ".", "--rules", str(RULES), "--format", "json")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    assert "locked:1:1: unreadable-folder" in result.stderr


def test_rules_in_it_are_not_left_out(locked: Path, tmp_path: Path) -> None:
    release = tmp_path / "rules"
    shutil.copytree(RULES, release, copy_function=shutil.copyfile)
    shutil.copytree(release / "01_chemicals", release / "locked")
    result = run("check", "rules", "--lang", "en")
    assert result.exit_code == 1
    assert "rules/locked:1:1: unreadable-folder" in result.stdout
    assert run("facts", "--rules", "rules").exit_code == 2


def test_scenarios_in_it_are_not_taken_for_none(locked: Path) -> None:
    result = run("test", "locked", "--rules", str(RULES), "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: locked: the folder cannot be opened")
