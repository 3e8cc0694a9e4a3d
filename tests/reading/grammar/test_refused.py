"""Every kind of problem has a file that trips it, at the places where it has to be reported.

`refused/ID.yaml`: `files` are laid over the base folder, `at` lists `path:line:column` of every
report of that id, `also` reports of other ids that come with it, `help` what the first one advises.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

import fenji.reading
from tests.reading.grammar.small_folder import refusal

_HERE = Path(__file__).parent / "refused"
_READING = Path(fenji.reading.__file__).parent
_TABLE = Path(__file__).parents[3] / "docs" / "diagnostics.md"
_FILES = sorted(_HERE.glob("*.yaml"))
_MADE_HERE = ["grammar", "release.py", "sources.py"]
_MADE_BY_HAND = {"file-not-found", "no-rules", "unreadable-file", "wrong-shape"}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_a_file_trips_it_at_its_places(file: Path, tmp_path: Path) -> None:
    trip = yaml.safe_load(file.read_text("utf-8"))
    found = refusal(tmp_path, trip["files"])
    reported = sorted(f"{d.place}: {d.id}" for d in found)
    wanted = [f"rules/{place}: {file.stem}" for place in trip["at"]]
    assert reported == sorted(wanted + [f"rules/{other}" for other in trip.get("also", [])])


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_it_says_what_is_wrong_in_both_languages(file: Path, tmp_path: Path) -> None:
    trip = yaml.safe_load(file.read_text("utf-8"))
    found = [d for d in refusal(tmp_path, trip["files"]) if d.id == file.stem]
    for problem in found:
        assert re.search("[\u4e00-\u9fff]", problem.message.zh)
        assert not re.search("[\u4e00-\u9fff]", re.sub("`[^`]*`", "", problem.message.en))
        assert problem.message.en[0] == problem.message.en[0].lower()
    if "help" in trip:
        assert found[0].help is not None
        assert found[0].help.en == trip["help"]


def _ids_in_code() -> set[str]:
    files = [f for part in _MADE_HERE for f in (_READING / part, *(_READING / part).rglob("*.py"))]
    trees = [ast.parse(file.read_text("utf-8")) for file in files if file.is_file()]
    calls = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call) and n.args]
    return {
        call.args[0].value
        for call in calls
        if ast.unparse(call.func).rpartition(".")[2] in ("error", "Diagnostic")
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_id_in_the_code_has_a_file_that_trips_it() -> None:
    assert _ids_in_code() - _MADE_BY_HAND == {file.stem for file in _FILES}


def test_every_id_in_the_code_is_in_the_table() -> None:
    described = set(re.findall(r"^\| `([a-z-]+)` \|", _TABLE.read_text("utf-8"), re.MULTILINE))
    assert _ids_in_code() <= described
