"""`fenji classify`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from fenji.writing.decision import json_schema
from tests.commands.running import SITES, TOO_CLOSE, UNKNOWN, run, small
from tests.kept_output import assert_as_kept

DAY = ("--as-of", "2026-03-01")
JSON = ("--format", "json")
ID = "91341522MA0FJ0012N"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_sites_with_reasons_are_as_kept(language: str) -> None:
    result = small("classify", SITES, *DAY, "--explain", "--lang", language)
    assert result.exit_code == 0
    assert_as_kept(f"classify_small.{language}.txt", result.stdout)


def test_one_site_has_no_summary() -> None:
    result = small("classify", TOO_CLOSE, *DAY, "--lang", "en")
    assert "Summary" not in result.stdout
    assert "major (red): no missing fact can change it." in result.stdout


def test_json_is_one_line_a_subject_and_as_the_schema_says() -> None:
    result = small("classify", SITES, *DAY, *JSON)
    made = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["subject"]["id"] for one in made] == [ID, "91341525MA0FJ0020W"]
    validator = Draft202012Validator(json.loads(json_schema()))
    for one in made:
        validator.validate(one)
        assert one["as_of"] == "2026-03-01"


def test_the_same_facts_and_day_are_the_same_bytes() -> None:
    first, second = (small("classify", SITES, *DAY, *JSON).stdout_bytes for _ in range(2))
    assert first == second


def test_markdown_begins_with_the_subject() -> None:
    result = small("classify", TOO_CLOSE, *DAY, "--format", "markdown")
    assert result.stdout.startswith("# 皖西虚拟矿业有限公司\n")


@pytest.mark.parametrize("path", [TOO_CLOSE, UNKNOWN])
def test_standard_input_is_yaml_or_json(path: str) -> None:
    text = Path(path).read_bytes()
    piped = small("classify", "-", *DAY, *JSON, stdin=text)
    assert piped.exit_code == 0
    assert piped.stdout == small("classify", path, *DAY, *JSON).stdout


def test_json_with_tabs_is_read_from_standard_input() -> None:
    text = Path(UNKNOWN).read_text("utf-8").replace(" ", "\t")
    assert small("classify", "-", *DAY, *JSON, stdin=text).exit_code == 0


def test_without_a_day_it_is_today() -> None:
    from datetime import date

    before = date.today()
    made = json.loads(small("classify", TOO_CLOSE, *JSON).stdout)
    assert before <= date.fromisoformat(made["as_of"]) <= date.today()


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("subject: {kind: enterprise, id: x}\nfacts: {exits: 2}\n")
    (tmp_path / "b.yaml").write_bytes(Path(TOO_CLOSE).read_bytes())
    (tmp_path / "c.json").write_text('{"subject": ')
    (tmp_path / "d.yaml").write_bytes(b"\x00\x01\x02")
    result = small("classify", str(tmp_path), *DAY, *JSON, "--lang", "en")
    assert result.exit_code == 2
    assert [json.loads(line)["subject"]["id"] for line in result.stdout.splitlines()] == [ID]
    for name in ("a.yaml:", "c.json:", "d.yaml"):
        assert name in result.stderr
    assert "unknown-fact" in result.stderr
    assert "errors" in result.stderr.splitlines()[-1]


def test_of_two_subjects_with_one_id_neither_is_classified(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(Path(TOO_CLOSE).read_bytes())
    (tmp_path / "b.yaml").write_bytes(Path(TOO_CLOSE).read_bytes())
    (tmp_path / "c.json").write_bytes(Path(UNKNOWN).read_bytes())
    result = small("classify", str(tmp_path), *DAY, *JSON)
    assert result.exit_code == 2
    assert [json.loads(line)["subject"]["id"] for line in result.stdout.splitlines()] == [
        "91341525MA0FJ0020W"
    ]
    assert "same-subject" in result.stderr


def test_one_file_given_twice_is_read_once() -> None:
    result = small("classify", TOO_CLOSE, TOO_CLOSE, SITES, *DAY, *JSON)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2


def test_a_folder_is_read_with_those_below_and_without_hidden_ones(tmp_path: Path) -> None:
    below = tmp_path / "county" / "sites"
    below.mkdir(parents=True)
    (below / "site.YML").write_bytes(Path(TOO_CLOSE).read_bytes())
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "bad.yaml").write_text("nonsense")
    (tmp_path / "notes.txt").write_text("not a site")
    result = small("classify", str(tmp_path), *DAY, *JSON)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.yaml",), "file-not-found"),
        ((TOO_CLOSE, "--as-of", "2026-02-30"), "`2026-02-30` is no date"),
        ((TOO_CLOSE, "--as-of", "20260301"), "`20260301` is no date"),
        (
            (TOO_CLOSE, "--format", "pdf"),
            "--format cannot be `pdf`: it can be text, json, markdown",
        ),
        ((), "is missing"),
    ],
)
def test_what_cannot_be_says_so_and_exits_with_2(arguments: tuple[str, ...], said: str) -> None:
    result = small("classify", *arguments, "--lang", "en")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_rules_that_are_not_there_are_bad_input() -> None:
    result = run("classify", TOO_CLOSE, "--rules", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_an_empty_folder_is_bad_usage(tmp_path: Path) -> None:
    result = small("classify", str(tmp_path), "--lang", "en")
    assert result.exit_code == 2
    assert "there is no YAML or JSON file" in result.stderr
    assert "help: " in result.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('{"subject": ', "stdin.json:1:13: cut-off"),
        ('[{"subject": {"kind": "park" "id": 1}}]', "stdin.json:1:30: json-syntax"),
        ("{subject: {kind: park", "stdin:1:11: cut-off"),
        ("subject: {kind: park}}", "stdin:1:22: yaml-syntax"),
    ],
)
def test_what_is_piped_in_is_corrected_as_what_it_looks_like(typed: str, said: str) -> None:
    result = small("classify", "-", stdin=typed)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{said}: ")


def test_too_much_on_standard_input_is_not_held() -> None:
    result = small("classify", "-", "--lang", "en", stdin=b"#" * (6 * 1024 * 1024))
    assert result.exit_code == 2
    assert "file-too-large: the file is over the limit of 5 MB" in result.stderr
