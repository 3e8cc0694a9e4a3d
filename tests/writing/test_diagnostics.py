"""Diagnostics as text with carets, as JSON, as GitHub annotations and as SARIF."""

from __future__ import annotations

import json

import pytest

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text
from fenji.writing.diagnostics import as_github, as_json, as_sarif, as_text, count_line
from fenji.writing.display_width import display_width

SOURCE = "规则:\n  - 矿山间距: {lpg_stored_kg: 3}\n\t深度: 010\n"
SOURCES = {"a.yaml": SOURCE}


def diagnostic(
    place: Place, level: Level = Level.ERROR, message: str = "no fact is called `x`"
) -> Diagnostic:
    step = Text("是不是 `y`？", "did you mean `y`?")
    return Diagnostic("unknown-fact", level, Text("没有叫 `x` 的事实", message), place, step)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("矿山a", 5), ("：，", 4), ("é", 1), ("e\u0301", 1), ("ｱ", 1), ("😀", 2), ("", 0)],
)
def test_a_chinese_character_takes_two_cells(text: str, cells: int) -> None:
    assert display_width(text) == cells


def test_the_caret_stands_under_what_is_meant() -> None:
    assert as_text([diagnostic(Place("a.yaml", 2, 12, 13))], SOURCES, "en") == (
        "a.yaml:2:12: unknown-fact: no fact is called `x`\n"
        "    2 |   - 矿山间距: {lpg_stored_kg: 3}\n"
        "      |                ^^^^^^^^^^^^^\n"
        "   help: did you mean `y`?\n"
        "\n"
        "1 error\n"
    )


def test_the_caret_is_as_wide_as_chinese_is() -> None:
    shown = as_text([diagnostic(Place("a.yaml", 2, 5, 4))], SOURCES, "zh").splitlines()
    assert shown[:4] == [
        "a.yaml:2:5: unknown-fact: 没有叫 `x` 的事实",
        "    2 |   - 矿山间距: {lpg_stored_kg: 3}",
        "      |     ^^^^^^^^",
        "   下一步：是不是 `y`？",
    ]


def test_a_tab_is_shown_as_spaces() -> None:
    shown = as_text([diagnostic(Place("a.yaml", 3, 6, 3))], SOURCES, "en").splitlines()
    assert shown[1:3] == ["    3 |     深度: 010", "      |           ^^^"]


@pytest.mark.parametrize("column", [1, 40, 200, 399])
@pytest.mark.parametrize("width", [1, 10, 300])
def test_a_long_line_is_trimmed_around_the_caret(column: int, width: int) -> None:
    line = "".join(chr(0x4E00 + n) if n % 3 else str(n % 10) for n in range(400))
    shown = as_text([diagnostic(Place("a", 1, column, width))], {"a": line}, "en", width=80)
    text, caret = shown.splitlines()[1:3]
    assert display_width(text) <= 80
    assert display_width(caret) <= 80
    marked, at, cells = line[column - 1], len(caret) - caret.count("^"), 0
    for character in text:
        if cells == at:
            assert character == marked
            break
        cells += display_width(character)
    else:
        pytest.fail("the caret stands beyond the line")


def test_control_characters_are_not_sent_to_the_terminal() -> None:
    found = diagnostic(Place("a\x1b.yaml", 1, 1), message="typed `\x1b[31m`")
    shown = as_text([found], {"a\x1b.yaml": "\x1b[2Jrules: 1"}, "en")
    assert "\x1b" not in shown
    assert "[2Jrules: 1" in shown


def test_a_file_that_is_not_at_hand_is_shown_without_its_line() -> None:
    for place in (Place("b.yaml", 1, 1), Place("a.yaml", 99, 1)):
        assert "|" not in as_text([diagnostic(place)], SOURCES, "en")
    assert as_text([diagnostic(NOWHERE)], SOURCES, "en").startswith("unknown-fact: no fact")


def test_a_warning_says_so() -> None:
    found = [diagnostic(Place("a.yaml", 1, 1), Level.WARNING)]
    assert as_text(found, {}, "en").startswith("a.yaml:1:1: warning: unknown-fact: ")
    assert as_text(found, {}, "zh").startswith("a.yaml:1:1: 警告：unknown-fact: ")


def test_problems_are_counted() -> None:
    error, warning = (diagnostic(NOWHERE, level) for level in (Level.ERROR, Level.WARNING))
    assert count_line([error] * 3 + [warning], "en") == "3 errors, 1 warning"
    assert count_line([error] * 3 + [warning], "zh") == "3 处错误，1 处警告"
    assert count_line([warning] * 2, "en") == "2 warnings"
    assert count_line([], "zh") == "没有错误"
    assert as_text([], {}, "zh") == ""


def test_json_has_both_languages_and_the_place() -> None:
    found = [diagnostic(Place("a.yaml", 2, 12, 13)), diagnostic(NOWHERE, Level.WARNING)]
    plain = json.loads(as_json(found))
    assert (plain["errors"], plain["warnings"]) == (1, 1)
    assert plain["diagnostics"][0] == {
        "id": "unknown-fact",
        "level": "error",
        "message": {"zh": "没有叫 `x` 的事实", "en": "no fact is called `x`"},
        "place": {"path": "a.yaml", "line": 2, "column": 12, "width": 13},
        "help": {"zh": "是不是 `y`？", "en": "did you mean `y`?"},
    }
    assert plain["diagnostics"][1]["place"] is None


def test_github_commands_are_escaped() -> None:
    found = diagnostic(Place("a,b:c%.yaml", 2, 12, 13), message="100 %\nof it: a, b")
    assert as_github([found], "en") == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,col=12,endColumn=25,title=unknown-fact"
        "::100 %25%0Aof it: a, b%0Adid you mean `y`?\n"
    )
    assert as_github([diagnostic(NOWHERE, Level.WARNING)], "zh").startswith(
        "::warning title=unknown-fact::没有叫"
    )


def test_sarif_names_rules_places_and_messages() -> None:
    places = [Place("规则/a b.yaml", 2, 12, 13), NOWHERE]
    whole = json.loads(as_sarif([diagnostic(place) for place in places], "en"))
    assert whole["version"] == "2.1.0"
    (run,) = whole["runs"]
    assert run["tool"]["driver"]["rules"] == [{"id": "unknown-fact"}]
    assert run["columnKind"] == "unicodeCodePoints"
    first, second = run["results"]
    assert first["ruleIndex"] == 0
    assert first["level"] == "error"
    assert first["message"]["text"].startswith("no fact is called `x`")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "%E8%A7%84%E5%88%99/a%20b.yaml"},
                "region": {"startLine": 2, "startColumn": 12, "endColumn": 25},
            }
        }
    ]
    assert "locations" not in second
