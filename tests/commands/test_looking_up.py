"""`fenji facts`, `fenji rules`, `fenji schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.commands.running import small
from tests.kept_output import assert_as_kept


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("command", "arguments", "name"),
    [
        ("facts", (), "facts"),
        ("facts", ("exit_spacing_m",), "facts_one"),
        ("rules", (), "rules"),
        ("rules", ("mine.exits-too-close",), "rules_one"),
    ],
)
def test_what_is_looked_up_is_as_kept(
    command: str, arguments: tuple[str, ...], name: str, language: str
) -> None:
    result = small(command, *arguments, "--lang", language)
    assert result.exit_code == 0
    assert_as_kept(f"{name}.{language}.txt", result.stdout)


@pytest.mark.parametrize("search", ["spacing", "出口间距", "How far apart", "EXIT_SPACING"])
def test_a_fact_is_found_by_name_label_or_question(search: str) -> None:
    assert "exit_spacing_m · mine" in small("facts", search, "--lang", "en").stdout


@pytest.mark.parametrize("search", ["KA-88", "〔2022〕88号", "exit", "第二目", "矿山"])
def test_rules_are_found_by_their_words_and_clauses(search: str) -> None:
    found = small("rules", search, "--lang", "en").stdout
    assert "mine.exits-too-close" in found
    assert "mine.exit-blocked" in found


@pytest.mark.parametrize("command", ["facts", "rules"])
def test_nothing_found_is_said(command: str) -> None:
    result = small(command, "zzz", "--lang", "en")
    assert result.exit_code == 2
    assert f"`fenji {command}` lists them all" in result.stderr


def test_a_schema_knows_the_facts_of_the_release() -> None:
    schema = small("schema", "submission").stdout
    Draft202012Validator.check_schema(json.loads(schema))
    assert "exit_spacing_m" in schema


def test_every_schema_is_written_into_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "schema"
    result = small("schema", "--out", str(folder))
    assert result.exit_code == 0
    written = sorted(path.name for path in folder.iterdir())
    assert len(written) == len(result.stdout.splitlines())
    assert {"rules.schema.json", "submission.schema.json", "decision.schema.json"} <= set(written)
    for path in folder.iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


def test_an_unknown_kind_of_schema_names_the_kinds() -> None:
    result = small("schema", "rule", "--lang", "en")
    assert result.exit_code == 2
    assert "rules" in result.stderr


def test_a_schema_that_cannot_be_written_is_no_traceback(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    result = small("schema", "--out", str(blocked / "below"), "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
