"""What is wrong with the files of supervision is said at its place, all at once.

`refused/NAME.yaml`: `files` are laid over the small schedule, `says` lists `path:line:column: id: what
is said: what to do next` of everything that comes of them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.reading.grammar.small_folder import refusal
from tests.reading.grammar.supervision.small_schedule import SCHEDULE

_FILES = sorted((Path(__file__).parent / "refused").glob("*.yaml"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_it_is_said_at_its_place(file: Path, tmp_path: Path) -> None:
    trip = yaml.safe_load(file.read_text("utf-8"))
    problems = refusal(tmp_path, {**SCHEDULE, **trip["files"]})
    said = [f"{d.place}: {d.id}: {d.message.en}: {d.help.en if d.help else ''}" for d in problems]
    assert said == [f"rules/{line}" for line in trip["says"]]
    for problem in problems:
        assert re.search("[\u4e00-\u9fff]", problem.message.zh)
        assert problem.help is None or re.search("[\u4e00-\u9fff]", problem.help.zh)


def test_the_small_schedule_itself_is_not_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, SCHEDULE) == ()
