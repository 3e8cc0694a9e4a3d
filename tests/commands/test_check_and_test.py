"""`fenji check` and `fenji test`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.running import RULES, run, small
from tests.kept_output import assert_as_kept

SCENARIOS = "01_mines/exits_test.yaml"
Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """The small release with one stretch of one file written otherwise."""

    def edit(file: str, before: str, after: str) -> Path:
        folder = tmp_path / "rules"
        shutil.copytree(RULES, folder)
        text = (folder / file).read_text("utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after), "utf-8")
        return folder

    return edit


def test_good_rules_are_said_to_be_so() -> None:
    result = run("check", RULES, "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.startswith("nothing found: 2 rules, 2 instruments, release ")


def test_all_problems_come_at_once_with_a_caret(edited: Edit) -> None:
    folder = edited("01_mines/exits.yaml", "exit_", "exitt_")
    result = run("check", str(folder), "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout.count("unknown-fact") == 2
    assert "did you mean `exit_spacing_m`?" in result.stdout
    assert "^^^" in result.stdout
    assert result.stdout.splitlines()[-1].endswith("2 errors")


def test_a_scenario_that_cannot_be_read_is_a_finding(edited: Edit) -> None:
    folder = edited(SCENARIOS, "vary: {mine.0", "vary: {mine.7")
    result = run("check", str(folder))
    assert result.exit_code == 1
    assert "rules/01_mines/exits_test.yaml:" in result.stdout


def test_a_rule_without_a_case_against_it_is_a_finding(edited: Edit) -> None:
    folder = edited(SCENARIOS, "not: [mine.exit-blocked]", "sectors: [mines]")
    result = run("check", str(folder))
    assert result.exit_code == 1
    assert "untested" in result.stdout


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_findings_for_programs(edited: Edit, form: str) -> None:
    folder = edited("01_mines/exits.yaml", "exit_spacing_m", "exit_spacing")
    result = run("check", str(folder), "--format", form)
    assert result.exit_code == 1
    if form == "github":
        assert result.stdout.startswith("::error file=rules/01_mines/exits.yaml,line=9,")
    else:
        assert "unknown-fact" in json.dumps(json.loads(result.stdout))


def test_good_rules_are_valid_json_too() -> None:
    assert json.loads(run("check", RULES, "--format", "json").stdout)["errors"] == 0


def test_a_folder_that_is_not_there_is_bad_usage() -> None:
    assert run("check", "nowhere").exit_code == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_scenarios_that_come_out_are_counted(jobs: str) -> None:
    result = small("test", "--lang", "en", "--jobs", jobs)
    assert result.exit_code == 0
    assert result.stdout.strip() == "✓ 3 scenarios in 1 file, all as expected"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_failing_scenario_is_as_kept(edited: Edit, language: str) -> None:
    folder = edited("01_mines/exits.yaml", "less_than: 30", "at_most: 30")
    result = run("test", "--rules", str(folder), "--lang", language)
    assert result.exit_code == 1
    assert_as_kept(f"test_failing.{language}.txt", result.stdout)


def test_processes_say_the_same_as_one(edited: Edit) -> None:
    folder = edited("01_mines/exits.yaml", "less_than: 30", "at_most: 30")
    shutil.copy(folder / SCENARIOS, folder / "01_mines" / "again_test.yaml")
    one, two = (run("test", "--rules", str(folder), "--jobs", n).stdout for n in "12")
    assert one == two
    assert "2" in one.splitlines()[-1]


def test_one_file_of_scenarios_alone(tmp_path: Path) -> None:
    file = tmp_path / "mine_test.yaml"
    file.write_bytes((Path(RULES) / SCENARIOS).read_bytes())
    assert small("test", str(file)).exit_code == 0
    assert small("test", str(tmp_path)).exit_code == 0


def test_a_file_of_scenarios_that_is_not_there_is_said() -> None:
    result = small("test", "nowhere_test.yaml")
    assert result.exit_code == 1
    assert "file-not-found" in result.stderr


def test_a_folder_without_scenarios_is_bad_usage(tmp_path: Path) -> None:
    assert small("test", str(tmp_path)).exit_code == 2
