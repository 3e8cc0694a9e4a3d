"""`fenji jurisdiction …`, over the small release with a place laid over it."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from click.testing import Result

from fenji.commands.jurisdiction import COMMANDS
from fenji.writing.display_width import display_width
from tests.commands.running import RULES, TOO_CLOSE, run
from tests.kept_output import assert_as_kept

PLACE = Path(__file__).parent / "place"
SITES = str(PLACE / "sites")
WHERE = ("--rules", RULES, "--place", str(PLACE / "rules"), "--as-of", "2026-03-01")


def charted(command: str, *arguments: str, language: str = "zh") -> Result:
    return run("jurisdiction", command, *arguments, *WHERE, "--lang", language)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str, language: str) -> None:
    result = run("jurisdiction", command, "--lang", language, "--help")
    assert result.exit_code == 0
    assert f"fenji jurisdiction {command}" in result.stdout.splitlines()[0]
    assert max(display_width(line) for line in result.stdout.splitlines()) <= 80
    assert_as_kept(f"help_jurisdiction_{command}.{language}.txt", result.stdout)


def test_a_command_that_is_not_there_is_said() -> None:
    result = run("jurisdiction", "explian", "--lang", "en")
    assert result.exit_code == 2
    assert "did you mean `explain`?" in result.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_is_in_charge_is_as_kept(language: str) -> None:
    result = charted("explain", SITES, language=language)
    assert result.exit_code == 0
    assert_as_kept(f"jurisdiction_explain.{language}.txt", result.stdout)


def test_who_is_in_charge_as_markdown() -> None:
    result = charted("explain", SITES, "--format", "markdown", language="en")
    assert "# 皖西虚拟矿业有限公司" in result.stdout
    assert "## Step by step" in result.stdout


def test_who_is_in_charge_for_programs() -> None:
    result = charted("explain", SITES, "--format", "json")
    first, second, *_ = [json.loads(line) for line in result.stdout.splitlines()]
    assert first["subject"]["id"] == "91341522MA0FJ0012N"
    assert first["jurisdiction"]["leads"] == ["safety"]
    assert [step["kind"] for step in first["jurisdiction"]["path"]] == [
        "has",
        "ranking",
        "duty",
        "principle",
        "level",
    ]
    assert second["jurisdiction"]["settled"] == "undetermined"


def test_rules_without_jurisdiction_say_so() -> None:
    result = run("jurisdiction", "explain", TOO_CLOSE, "--rules", RULES, "--lang", "en")
    assert result.exit_code == 0
    assert "these rules say nothing of jurisdiction" in result.stdout


def test_a_subject_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("subject: {kind: enterprise, id: x}\nfacts: {county: '341599'}\n", "utf-8")
    result = charted("explain", str(bad), SITES, language="en")
    assert result.exit_code == 2
    assert "341599" in result.stderr
    assert "Who is in charge" in result.stdout


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_documents_leave_open_is_as_kept(language: str) -> None:
    result = charted("check", "--explain", language=language)
    assert result.exit_code == 1
    assert_as_kept(f"jurisdiction_check.{language}.txt", result.stdout)


def test_what_is_declared_is_expected(tmp_path: Path) -> None:
    mended = tmp_path / "mended" / "jurisdiction"
    mended.mkdir(parents=True)
    (mended / "ours.yaml").write_text(
        "remove: [archives, haulage.old]\n"
        "basis: {instrument: DUTIES, clause: 第九条}\n"
        "edges:\n"
        "  - {id: fallback, kind: falls_back_to, of: [ropeways, wholesale], to: government}\n"
        "principles:\n"
        "  - {id: fallback-last, order: 8, kind: falls_back_to, title: 兜底, title_en: fallback}\n"
        "blind_spots:\n"
        "  - {id: BS1, title: 批发, title_en: wholesale, matters: [wholesale], open: 商务和应急都有依据, open_en: both are named}\n",
        "utf-8",
    )
    result = run("jurisdiction", "check", *WHERE, "--place", str(mended.parent), "--lang", "en")
    assert result.exit_code == 0, result.stdout
    assert "known, BS1: both are named" in result.stdout
    assert "nothing but what is known" in result.stdout


def test_what_they_leave_open_for_programs() -> None:
    result = charted("check", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["clean"] is False
    (overlap,) = found["overlaps"]
    assert overlap["edges"] == ["wholesale.commerce", "wholesale.safety"]
    assert (overlap["given"], overlap["known"]) == ({"sells_food": False}, None)
    assert [one["matter"] for one in found["nobody"]] == ["ropeways"]
    assert found["unreachable"] == ["archives", "government"]
    assert found["lapsed"][0]["carried_on_by"] is None


@pytest.mark.parametrize("form", ["mermaid", "dot", "svg"])
def test_a_matter_is_drawn_as_kept(form: str) -> None:
    result = charted("graph", "--activity", "mining", "--format", form)
    assert result.exit_code == 0
    assert_as_kept(f"jurisdiction_graph.{form}", result.stdout)


def test_the_whole_is_drawn() -> None:
    result = charted("graph", "--format", "svg", language="en")
    root = ElementTree.fromstring(result.stdout)
    words = {element.text for element in root.iter() if element.text}
    assert {"wholesale", "commerce", "hauling ore", "boilers in use"} <= words


@pytest.mark.parametrize(
    ("named", "said"),
    [("mning", "did you mean `mining`?"), ("o", "it may be one of ")],
)
def test_a_matter_that_is_not_there_is_said(named: str, said: str) -> None:
    result = charted("graph", "--activity", named, language="en")
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_matter_can_be_named_by_its_title() -> None:
    assert charted("graph", "--activity", "索道").stdout == (
        charted("graph", "--activity", "ropeways").stdout
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["enterprises", "risks", "hazards"])
def test_a_roster_is_as_kept(kind: str, language: str) -> None:
    result = charted("roster", SITES, "--kind", kind, language=language)
    assert result.exit_code == 0
    assert_as_kept(f"jurisdiction_roster_{kind}.{language}.txt", result.stdout)


def test_a_roster_without_rows_says_so() -> None:
    result = charted("roster", SITES, "--kind", "inspection-items", language="en")
    assert "nothing to list" in result.stdout


def test_a_roster_as_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    text = charted("roster", SITES, "--format", "csv").stdout
    assert text.startswith("\ufeff牵头部门,")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {10}
    assert [row[2] for row in rows[1:3]] == ["皖西市应急管理局", "东县交通运输局"]
    assert [row[3] for row in rows if "虚构批发" in row[3]] == ["'=虚构批发有限公司"]


def test_a_roster_can_be_written_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "roster.csv"
    result = charted("roster", SITES, "--format", "csv", "--out", str(out))
    assert result.stdout == f"{out}\n"
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_roster_as_a_workbook(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    out = tmp_path / "roster.xlsx"
    assert charted("roster", SITES, "--format", "xlsx", "--out", str(out)).exit_code == 0
    with ZipFile(BytesIO(out.read_bytes())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet
    assert "=虚构批发有限公司" in strings


def test_a_workbook_without_its_library_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = charted("roster", SITES, "--format", "xlsx", language="en")
    assert result.exit_code == 2
    assert "install fenji[sheets], or use --format csv" in result.stderr


def test_a_place_is_checked_and_tested_with_its_own_scenarios() -> None:
    place = ("--place", str(PLACE / "rules"), "--lang", "en")
    checked = run("check", RULES, *place)
    assert checked.exit_code == 0
    assert "matter-without-edge" in checked.stdout
    assert "place/rules/activities.yaml" in checked.stdout
    tested = run("test", "--rules", RULES, *place)
    assert tested.exit_code == 0
    assert "4 scenarios in 1 file, all as expected" in tested.stdout


def test_a_scenario_of_jurisdiction_that_fails_is_shown(tmp_path: Path) -> None:
    text = (PLACE / "rules" / "jurisdiction" / "chart_test.yaml").read_text("utf-8")
    wrong = tmp_path / "wrong_test.yaml"
    wrong.write_text(text.replace("level: city", "level: county"), "utf-8")
    result = run("test", str(wrong), *WHERE[:4], "--lang", "en")
    assert result.exit_code == 1
    assert "jurisdiction  level  county" in result.stdout
    assert "city" in result.stdout


def test_a_place_decides_too() -> None:
    result = run("classify", SITES, *WHERE, "--lang", "en")
    assert result.exit_code == 0
    assert "Wanxi emergency bureau" in result.stdout
