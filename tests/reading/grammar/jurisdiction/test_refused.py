"""What is wrong with the files of jurisdiction is said at its place, all at once.

`refused/NAME.yaml`: `files` are laid over the base folder, `says` lists `path:line:column: id: what
is said: what to do next` of everything that comes of them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.reading.grammar.small_folder import refusal

_FILES = sorted((Path(__file__).parent / "refused").glob("*.yaml"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_it_is_said_at_its_place(file: Path, tmp_path: Path) -> None:
    trip = yaml.safe_load(file.read_text("utf-8"))
    said = [
        f"{d.place}: {d.id}: {d.message.en}: {d.help.en if d.help else ''}"
        for d in refusal(tmp_path, trip["files"])
    ]
    assert said == [f"rules/{line}" for line in trip["says"]]


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_it_is_said_in_chinese_too(file: Path, tmp_path: Path) -> None:
    for problem in refusal(tmp_path, yaml.safe_load(file.read_text("utf-8"))["files"]):
        assert re.search("[\u4e00-\u9fff]", problem.message.zh)
        assert problem.help is None or re.search("[\u4e00-\u9fff]", problem.help.zh)
