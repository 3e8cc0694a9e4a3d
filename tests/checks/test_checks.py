"""Every check has a file that trips it, at the places where it has to be reported.

`found/ID.yaml`: `rules` stand in one file about mines, `facts` are added to the mine's, `tables` and
other `files` are laid beside, `instruments` come after the first one; `at` lists `path:line:column` (without a path: in the rules) of every report of that id.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import fenji.checks
from fenji.checks import CHECKS, check
from fenji.model.diagnostic import Diagnostic
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios
from tests.reading.grammar.small_folder import BASE, mines, write_folder

FOUND = Path(__file__).parent / "found"
FILES = sorted(FOUND.glob("*.yaml"))


def reported(file: Path, under: Path) -> list[Diagnostic]:
    """All that the checks report on the release of one file."""
    trip = yaml.safe_load(file.read_text("utf-8"))
    rules = "".join(f"  {line}\n" for line in trip["rules"].splitlines())
    files = mines("sheets: []\nrules:\n" + rules)
    files |= {f"tables/{name}": text for name, text in trip.get("tables", {}).items()}
    more = "".join(f"    {line}\n" for line in trip.get("facts", "").splitlines())
    files |= trip.get("files", {})
    before, after = BASE["facts/mines.yaml"].split("  shaft:\n", 1)
    files["facts/mines.yaml"] = f"{before}{more}  shaft:\n{after}"
    laws = "".join(f"  {line}\n" for line in trip.get("instruments", "").splitlines())
    files["instruments.yaml"] = BASE["instruments.yaml"] + laws
    folder = write_folder(under, files)
    release = load_release(folder, cache=False)
    scenarios = ()
    if "scenarios" in trip:
        cases = folder / "02_mines" / "rules_test.yaml"
        cases.write_text(trip["scenarios"], "utf-8")
        scenarios = read_scenarios(cases, release)
    return check(release, scenarios)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_trips_it_at_its_places(file: Path, tmp_path: Path) -> None:
    trip = yaml.safe_load(file.read_text("utf-8"))
    found = [str(d.place) for d in reported(file, tmp_path) if d.id == file.stem]
    wanted = [at if at.count(":") > 1 else f"02_mines/rules.yaml:{at}" for at in trip["at"]]
    assert found == [f"rules/{place}" for place in wanted]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_says_what_is_wrong_in_both_languages(file: Path, tmp_path: Path) -> None:
    for problem in reported(file, tmp_path):
        assert re.search("[\u4e00-\u9fff]", problem.message.zh)
        assert not re.search("[\u4e00-\u9fff]", re.sub("`[^`]*`", "", problem.message.en))
        assert problem.help is not None


def test_every_check_has_such_a_file() -> None:
    ids = {vars(fenji.checks)[one.__module__.rpartition(".")[2]].ID for one in CHECKS}
    assert ids == {file.stem for file in FILES}
