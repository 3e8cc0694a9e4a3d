"""The examples, classified under the rules that come with the engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from fenji.writing.decision import json_schema
from fenji.writing.display_width import display_width
from tests.commands.running import run
from tests.kept_output import assert_as_kept

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.yaml"))
KEPT = ("chlor_alkali", "half_of_the_facts_missing", "underground_mine")
DAY = ("--as-of", "2026-03-01")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_as_the_schema_of_decisions_says(path: Path) -> None:
    result = run("classify", str(path), *DAY, "--format", "json", "--explain")
    assert result.exit_code == 0, result.stderr
    validator = Draft202012Validator(json.loads(json_schema()))
    for line in result.stdout.splitlines():
        validator.validate(json.loads(line))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", KEPT)
def test_some_examples_are_as_kept(name: str, language: str) -> None:
    path = next(path for path in EXAMPLES if path.stem == name)
    result = run("classify", str(path), *DAY, "--lang", language)
    assert_as_kept(f"example_{name}.{language}.txt", result.stdout)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_examples_with_reasons_keep_to_the_width(language: str) -> None:
    paths = (str(path) for path in EXAMPLES)
    result = run("classify", *paths, *DAY, "--explain", "--lang", language)
    assert result.exit_code == 0, result.stderr
    assert max(display_width(line) for line in result.stdout.splitlines()) <= 80
