"""Files that are out of shape are said to be so at their places, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fenji.model.diagnostic import Diagnostic
from fenji.reading.document import read_document
from fenji.reading.schema import check_shape
from fenji.reading.schema_files import schema_files, target

ROOT = Path(__file__).parents[2]


def found(text: str, schema: str) -> list[Diagnostic]:
    """The problems of a text; jsonschema's own words never show."""
    diagnostics = check_shape(read_document(text.encode(), "x.yaml"), schema)
    for diagnostic in diagnostics:
        for said in (diagnostic.message.zh, diagnostic.message.en):
            assert said
            assert "property" not in said
            assert "schema" not in said
    return diagnostics


RULES = """\
sector: fire
for: venue
basis: {instrument: GB35181-2025, clause: 5.3}
review: {status: confirmed, by: 张三, at: 2026-01-31}
definitions:
  - {name: crowded, label: 人员密集, label_en: crowded, when: {people: {at_least: 50}}}
measures:
  - {name: share, label: 比例, label_en: share, unit: '', formula: a / b, range: {at_least: 0}}
  - name: width
    label: 宽度
    label_en: width
    cases:
      - {when: [{listed: {table: t}}, {a: true}], table: t, give: width, by: {k: {is: x}}}
      - {otherwise: true, value: 5}
classifications:
  - name: level
    cases:
      - {value: 1, label: 一级, label_en: level 1, when: {not: {a: {one_of: [x, y]}}}}
      - {value: {formula: 2 * a}, when: {count: {of: exit, at_least: 3}}}
      - {value: none, otherwise: true}
    order: [none, 1]
  - {name: rank, worst_of: [level], order: [none, 1], determined_as: grade}
sheets:
  - name: score
    label: 分
    label_en: score
    base: 100
    items:
      - name: 甲
        name_en: a
        cap: {at_least: -10}
        entries: [{id: SC-01, title: 乙, title_en: b, points: -2, times: {formula: count(exit)}}]
rules:
  - id: fire.venue
    title: 一
    title_en: one
    when: {at_least_n: {n: 2, of: [{a: true}, {finding: other}, {some: {of: exit}}]}}
    unless: [{when: {b: true}, title: 丙, title_en: c, basis: {instrument: X, clause: y}}]
    finding: direct_tier
    tier: major
    from: 2018
    until: 2025-10
"""


def test_a_file_in_shape_has_no_problem() -> None:
    assert found(RULES, "rules") == []


CASES = [
    ("rules", "sectr: fire", [("missing-key", 1, 1), ("unknown-key", 1, 1)]),
    ("rules", "[]", [("wrong-type", 1, 1)]),
    ("rules", "sector: Fire Brigade", [("bad-form", 1, 9)]),
    ("rules", "sector: fire\nrules:", [("empty-value", 2, 1)]),
    ("rules", "sector: fire\nrules: {a: 1}", [("wrong-type", 2, 8)]),
    ("rules", "sector: fire\nrules:\n  - id: x", [("missing-key", 3, 5)]),
    ("rules", "sector: fire\nscope: {a: {at_lest: 1}}", [("unknown-key", 2, 13)]),
    ("rules", "sector: fire\nscope: {a: [1, 2]}", [("wrong-type", 2, 12)]),
    ("rules", "sector: fire\nscope: {a: }", [("empty-value", 2, 9)]),
    ("rules", "sector: fire\nscope: {any: []}", [("empty-value", 2, 9)]),
    (
        "rules",
        "sector: fire\nscope: {not: {some: {off: x}}}",
        [("missing-key", 2, 21), ("unknown-key", 2, 22)],
    ),
    ("rules", "sector: fire\nscope: {count: {of: x}}", [("missing-key", 2, 16)]),
    ("rules", "sector: fire\nreview: copy-seen", [("not-allowed", 2, 9)]),
    ("rules", "sector: fire\nbasis: {instrument: X}", [("missing-key", 2, 8)]),
    ("rules", "sector: fire\nbasis: []", [("empty-value", 2, 1)]),
    (
        "rules",
        "sector: fire\nmeasures:\n"
        "- {name: a, label: b, label_en: c, formula: d, cases: [{otherwise: true, value: 1}]}",
        [("too-many-keys", 3, 48)],
    ),
    (
        "rules",
        "sector: fire\nclassifications: [{name: a, worst_of: [b]}]",
        [("missing-key", 2, 29)],
    ),
    ("facts", "facts: {Mine: []}", [("bad-form", 1, 9)]),
    ("facts", "{}", [("empty-value", 1, 1)]),
    ("instruments", "instruments: [{id: x}]", [("missing-key", 1, 15)]),
    ("table", "table: t\nkeys: [{column: a}]", [("missing-key", 1, 1), ("missing-key", 2, 8)]),
    (
        "units",
        "units:\n  - {name: t, factor: -1}",
        [("missing-key", 2, 5), ("out-of-range", 2, 23)],
    ),
    ("units", "units: [{spellings: [t, t]}]", [("missing-key", 1, 9), ("twice-in-list", 1, 25)]),
    ("parameters", "parameters: 3", [("wrong-type", 1, 13)]),
    ("policy", "steps: []", [("empty-value", 1, 1)]),
    ("sector", "number: 18", [("missing-key", 1, 1), ("out-of-range", 1, 9)]),
    (
        "scenarios",
        "- case: x\n  facts: {}\n  vary: {a: 1}\n  expect: {fnidings: []}",
        [("too-many-keys", 3, 3), ("unknown-key", 4, 12)],
    ),
    (
        "scenarios",
        "- case: x\n  facts: {}\n  as_of: 2026/3/1\n  expect: {not: [a]}",
        [("bad-form", 3, 10)],
    ),
    ("submission", "subject: {kind: a, id: 34, name: b}\nfacts: {}", [("wrong-type", 1, 24)]),
    (
        "submission",
        "subjects:\n- facts: {a: {valu: 3}}",
        [("missing-key", 2, 3), ("unknown-key", 2, 15)],
    ),
    ("submission", "- facts: {}", [("missing-key", 1, 3)]),
]


@pytest.mark.parametrize(("schema", "text", "problems"), CASES)
def test_a_file_out_of_shape_is_refused_where_it_is(
    schema: str, text: str, problems: list[tuple[str, int, int]]
) -> None:
    assert [(d.id, d.place.line, d.place.column) for d in found(text, schema)] == problems


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("sector: fire\nscop: {a: 1}", "did you mean `scope`?"),
        ("sector: fire\nreview: copy-seen", "did you mean `copy_seen`?"),
        ("sector: fire\nrules: [{title: 8}]", 'quote it: `"8"`'),
        ("sector: fire\nscope: {a: {one_of: 3}}", "write it as a list: `[3]`"),
        ("sector: fire\nsheets: [{items: [{exclusive: yes}]}]", "write `true` or `false`"),
        ("sector: fire\nrules: [{from: 1/7/2018}]", "write `2018-07-01`"),
    ],
)
def test_the_next_step_is_offered(text: str, step: str) -> None:
    helps = [d.help.en for d in found(text, "rules") if d.help is not None]
    assert any(said.startswith(step) for said in helps)


def walk(part: Any) -> list[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(part, list):
        return [inner for each in part for inner in walk(each)]
    if isinstance(part, dict):
        return [part, *(inner for each in part.values() for inner in walk(each))]
    return []


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_a_schema_is_valid_and_its_references_lead_somewhere(name: str) -> None:
    schemas = schema_files()
    Draft202012Validator.check_schema(schemas[name])
    for part in walk(schemas[name]):
        if isinstance(part.get("$ref"), str):
            assert target(schemas, part["$ref"], name)
            assert set(part) <= {"$schema", "title", "$ref", "$defs", "description", "examples"}


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_every_key_of_a_schema_is_described(name: str) -> None:
    schemas = schema_files()
    for part in walk(schemas[name]):
        properties = part.get("properties")
        if not isinstance(properties, dict):
            continue
        for key, schema in properties.items():
            described, at = schema, name
            while "description" not in described:
                assert "$ref" in described, key
                at, described = target(schemas, described["$ref"], at)
            assert re.search("[\u4e00-\u9fff]", described["description"]), key
            assert re.match("[A-Za-z`]", described["description"]), key


def test_every_key_of_the_language_page_is_in_a_schema() -> None:
    """The page writes optional keys with a `?`; free ones are names of facts and kinds."""
    page = (
        (ROOT / "docs" / "language.md").read_text(encoding="utf-8").partition("## One example")[0]
    )
    files = "".join(re.findall(r"^```yaml$.*?^```$", page, re.MULTILINE | re.DOTALL))
    keys = set(re.findall(r"(?:^ *(?:- )?\{?|[,{] )([a-z][a-z_]*)\??:", files, re.MULTILINE))
    known = {key for schema in schema_files().values() for key in _keys(schema)}
    assert len(keys) > 80
    assert keys - known <= FREE_KEYS


FREE_KEYS = {"hazard_unit", "mine", "mine_type", "exit_spacing_m", "surface_exits"}


def _keys(schema: Any) -> set[str]:
    return {
        key
        for part in walk(schema)
        if isinstance(part.get("properties"), dict)
        for key in part["properties"]
    }
