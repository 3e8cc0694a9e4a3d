"""The schemas for editors know the names of the release, and refuse nothing that is right."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from fenji.model.condition import Compare, Word
from fenji.model.dictionary import ChoiceOption, EntityKind, FactDefinition, Kind, Origin
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.law import Confirmation, Provenance, Review, Standing
from fenji.model.release import Release
from fenji.model.rule import Case, Classification, Definition, FindingKind, Measure, Rule
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import ANY_NUMBER, YES
from fenji.reading.editor_schema import editor_schemas

PROVENANCE = Provenance((), Standing.LAW, Review(Confirmation.RECALLED))
WHEN = Compare(Name("mine", "deep", Stratum.FACT), Word.IS, (Literal(YES),))


def text(word: str) -> Text:
    return Text(f"中{word}", word)


def kind(name: str, parent: str | None) -> EntityKind:
    return EntityKind(name, text(name), parent, None, Origin.DECLARED, ())


def fact(entity: str, name: str, of: Kind, *values: str, unit: str = "") -> FactDefinition:
    options = tuple(ChoiceOption(value, text(value)) for value in values)
    question = text(f"is {name}")
    return FactDefinition(
        entity, name, text(name), question, of, unit, ANY_NUMBER, options, Origin.DECLARED
    )


@pytest.fixture(scope="module")
def release() -> Release:
    """A subject with mines, which have shafts."""
    facts = (
        fact("subject", "county", Kind.TEXT),
        fact("mine", "mine_type", Kind.CHOICE, "underground", "open_pit"),
        fact("mine", "deep", Kind.FLAG),
        fact("mine", "hazards", Kind.CHOICES, "gas", "water"),
        fact("shaft", "depth_m", Kind.NUMBER, unit="m"),
        fact("shaft", "sunk", Kind.DATE),
    )
    by_kind: dict[str, dict[str, FactDefinition]] = {}
    for each in facts:
        by_kind.setdefault(each.entity, {})[each.name] = each
    cases = tuple(Case(Fraction(n), text(f"class {n}"), WHEN if n < 3 else None) for n in (1, 2, 3))
    return Release(
        digest="",
        instruments={},
        units=Units({}, {}, {}),
        entities={
            "subject": kind("subject", None),
            "mine": kind("mine", "subject"),
            "shaft": kind("shaft", "mine"),
        },
        facts=by_kind,
        tables={},
        parameters={},
        sectors={},
        definitions=(Definition("gassy", "mines", "mine", text("gassy"), WHEN, PROVENANCE),),
        measures=(
            Measure("ratio", "mines", "mine", text("ratio"), "", (), ANY_NUMBER, PROVENANCE),
        ),
        classifications=(
            Classification(
                name="mine_class",
                sector="mines",
                for_="mine",
                label=text("class"),
                cases=cases,
                worst_of=(),
                order=(),
                given=(),
                overrides=None,
                id="mine_class",
                scope=None,
                unless=(),
                determined_as=None,
                provenance=PROVENANCE,
            ),
        ),
        sheets=(),
        rules=(
            Rule(
                "mine.too-deep",
                "mines",
                "mine",
                text("too deep"),
                None,
                WHEN,
                (),
                FindingKind.PROHIBITION,
                None,
                PROVENANCE,
            ),
        ),
        policies=(),
    )


@pytest.fixture(scope="module")
def schemas(release: Release) -> dict[str, Any]:
    return editor_schemas(release)


def fits(schemas: dict[str, Any], kind: str, value: Any) -> bool:
    """Whether an editor would leave the value without a mark."""
    registry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    validator = Draft202012Validator({"$ref": f"{kind}.schema.json"}, registry=registry)
    return bool(validator.is_valid(value))


def test_every_schema_is_valid(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("when", "right"),
    [
        ({"mine_type": "underground"}, True),
        ({"mine_type": "undergruond"}, False),
        ({"mine_type": {"one_of": ["underground", "open_pit"]}}, True),
        ({"mine_type": {"one_of": ["underground", "pit"]}}, False),
        ({"mine_type": {"at_least": 3}}, False),
        ({"deep": True}, True),
        ({"deep": "yes"}, False),
        ({"hazards": {"has_any": ["gas"]}}, True),
        ({"hazards": {"has_any": ["fire"]}}, False),
        ({"hazards": "gas"}, False),
        ({"gassy": True}, True),
        ({"gassy": 3}, False),
        ({"ratio": {"more_than": 1}}, True),
        ({"ratio": {"has": 1}}, False),
        ({"mine_class": 2}, True),
        ({"mine_class": 4}, False),
        ({"mine_class": {"at_most": 2}}, True),
        ({"some": {"of": "shaft", "where": {"depth_m": {"at_least": 300}, "deep": True}}}, True),
        ({"some": {"of": "shaft", "where": {"depth_m": True}}}, False),
        ({"some": {"of": "mine"}}, False),
        ({"any": [{"not": {"deep": "yes"}}]}, False),
        ({"finding": "mine.too-deep"}, True),
        ({"not_yet_known": 3}, True),
    ],
)
@pytest.mark.parametrize("where", ["item", "file"])
def test_conditions_know_the_facts_of_their_kind(
    schemas: dict[str, Any], when: Any, right: bool, where: str
) -> None:
    rule = {"id": "x", "title": "x", "title_en": "x", "finding": "scope", "when": when}
    file: dict[str, Any] = {"sector": "mines", "rules": [rule]}
    (rule if where == "item" else file)["for"] = "mine"
    assert fits(schemas, "rules", file) is right


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({"county": "341522", "mine": [{"id": "a", "mine_type": "open_pit"}]}, True),
        ({"county": None, "mine": {"whole": False, "items": [{"hazards": ["gas"]}]}}, True),
        ({"mine": [{"shaft": [{"depth_m": {"at_least": 5}}, {"depth_m": "800 m"}]}]}, True),
        ({"mine": [{"mine_type": {"value": "open_pit", "source": "register"}}]}, True),
        ({"mine": [{"mine_type": "pit"}]}, False),
        ({"mine": [{"hazards": ["fire"]}]}, False),
        ({"contry": "341522"}, False),
        ({"shaft": []}, False),
    ],
)
def test_submissions_know_the_facts_of_each_kind(
    schemas: dict[str, Any], facts: Any, right: bool
) -> None:
    subject = {"kind": "enterprise", "id": "x", "name": "y"}
    assert fits(schemas, "submission", {"subject": subject, "facts": facts}) is right


def test_a_name_is_explained_in_both_languages(schemas: dict[str, Any]) -> None:
    depth = schemas["condition.schema.json"]["$defs"]["shaft.depth_m"]["description"]
    for said in ("中depth_m（m）", "depth_m (m)", "中is depth_m", "is depth_m"):
        assert said in depth
