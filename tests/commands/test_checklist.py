"""`fenji checklist` and `fenji plan-coverage`, and what `fenji check` says of files beside the rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.running import RULES, TOO_CLOSE, UNKNOWN, run
from tests.kept_output import assert_as_kept

CHECKLIST = """\
sector: mines
items:
  - {id: mine.look.exits, look: 走一遍每个出口, look_en: walk through each exit, facts: [exit_blocked]}
"""
PLAN = """\
clauses:
  - {clause: 6.2.1, rules: [mine.exits-too-close], checklist: [mine.look.exits], features: [reasons]}
  - {clause: 6.2.2, outside: 属于另一个系统, outside_en: is for another system}
"""


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The small release with a checklist and a plan beside it."""
    rules = tmp_path / "rules"
    shutil.copytree(RULES, rules)
    lists = tmp_path / "sector_checklists"
    lists.mkdir()
    (lists / "01_mines.yaml").write_text(CHECKLIST, "utf-8")
    (rules / "plan_coverage.yaml").write_text(PLAN, "utf-8")
    return rules


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_list_for_each_subject_is_as_kept(beside: Path, language: str) -> None:
    where = ("--rules", str(beside), "--as-of", "2026-03-01", "--lang", language)
    result = run("checklist", TOO_CLOSE, UNKNOWN, *where)
    assert result.exit_code == 0
    assert_as_kept(f"checklist_small.{language}.txt", result.stdout)


def test_a_list_as_markdown(beside: Path) -> None:
    result = run("checklist", UNKNOWN, "--rules", str(beside), "--format", "markdown")
    assert result.exit_code == 0
    assert "## " in result.stdout
    assert "□ 走一遍每个出口" in result.stdout


def test_without_any_checklist_the_dictionary_asks() -> None:
    result = run("checklist", UNKNOWN, "--rules", RULES, "--lang", "en")
    assert "Can an exit not be walked through?" in result.stdout


def test_a_subject_that_cannot_be_read_is_said(beside: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("subject: {kind: enterprise, id: x}\nfacts: {minne: []}\n", "utf-8")
    result = run("checklist", str(bad), UNKNOWN, "--rules", str(beside), "--lang", "en")
    assert result.exit_code == 2
    assert "did you mean `mine`?" in result.stderr
    assert "walk through each exit" in result.stdout


def test_a_checklist_that_cannot_be_read_is_shown_at_its_place(beside: Path) -> None:
    file = beside.parent / "sector_checklists" / "01_mines.yaml"
    file.write_text(CHECKLIST.replace("exit_blocked", "exit_blockd"), "utf-8")
    for command in (("checklist", UNKNOWN, "--rules", str(beside)), ("check", str(beside))):
        result = run(*command, "--lang", "en")
        assert result.exit_code == (2 if command[0] == "checklist" else 1)
        said = result.stderr + result.stdout
        assert "sector_checklists/01_mines.yaml:3:" in said
        assert "did you mean `exit_blocked`?" in said
        assert "^^^" in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_plan_is_as_kept(beside: Path, language: str) -> None:
    result = run("plan-coverage", "--rules", str(beside), "--lang", language)
    assert result.exit_code == 0
    assert_as_kept(f"plan_small.{language}.txt", result.stdout)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("mine.exits-too-close", "mine.exits", "no rule is called `mine.exits`"),
        ("mine.look.exits", "mine.look.exit", "no checklist item is called `mine.look.exit`"),
        (
            ", outside: 属于另一个系统, outside_en: is for another system",
            "",
            "nothing serves clause 6.2.2",
        ),
    ],
)
def test_a_clause_that_is_not_covered_fails(
    beside: Path, before: str, after: str, said: str
) -> None:
    (beside / "plan_coverage.yaml").write_text(PLAN.replace(before, after), "utf-8")
    result = run("plan-coverage", "--rules", str(beside), "--lang", "en")
    assert result.exit_code == 1
    assert said in result.stderr
    assert "rules/plan_coverage.yaml:" in result.stderr
    assert run("check", str(beside)).exit_code == 1


def test_rules_without_a_plan_are_bad_usage() -> None:
    result = run("plan-coverage", "--rules", RULES, "--lang", "en")
    assert result.exit_code == 2
    assert "plan_coverage.yaml" in result.stderr


def test_check_is_clean_with_files_beside(beside: Path) -> None:
    assert run("check", str(beside), "--lang", "en").exit_code == 0


def test_check_says_what_was_left_out_wrongly(beside: Path) -> None:
    text = "left_out:\n  - {row: X-1, reason: encoded_as, of: exit_spacing}\n"
    (beside / "01_mines" / "left_out.yaml").write_text(text, "utf-8")
    result = run("check", str(beside), "--lang", "en")
    assert result.exit_code == 1
    assert "rules/01_mines/left_out.yaml:2:5: unknown-name" in result.stdout


def test_check_misses_a_fact_that_no_item_mentions(beside: Path) -> None:
    file = beside.parent / "sector_checklists" / "01_mines.yaml"
    file.write_text(CHECKLIST.replace("exit_blocked", "exit_spacing_m"), "utf-8")
    result = run("check", str(beside), "--lang", "en")
    assert result.exit_code == 1
    assert "rules/facts/mines.yaml:" in result.stdout
    assert "unlisted-fact" in result.stdout
