"""Who is in charge, as programs and people read it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from fenji.classifying import classify
from fenji.model.submission import Submission
from fenji.writing.decision import as_json, as_text, json_schema
from tests.jurisdiction.charts import (
    AS_OF,
    COUNTY_LEVEL,
    activity,
    chart,
    edge,
    flag,
    level,
    place,
    release_of,
    subject,
)

RELEASE = release_of(
    chart(
        [activity("mill"), activity("fair"), activity("drone"), place("boiler", flag("x"))],
        [
            edge("mill", "industry", "trade", when=flag("y")),
            edge("mill", "commerce", "place"),
            edge("fair", "culture"),
            edge("fair", "sports"),
            edge("boiler", "market"),
            edge("boiler", "fire", concern="smoke"),
        ],
        levels=[level("city_level", 1, "city", when=flag("z")), COUNTY_LEVEL],
    )
)
SUBJECTS = {
    "settled": subject("mill", x=True, y=True, z=False, county="west"),
    "level open": subject("mill", x=False, y=True),
    "waits": subject("mill", x=False, z=False),
    "several matters": subject("mill", "fair", x=False),
    "undetermined": subject("fair", x=False, z=False, county="east"),
    "unassigned": subject("drone", x=True),
    "nothing known": subject(named=False),
}


def said(of: Submission, *, explain: bool = False) -> str:
    text = as_text(classify(RELEASE, of, AS_OF), RELEASE, "en", explain=explain, width=300)
    return text.partition("Who is in charge")[2]


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_answer_is_as_the_schema_says(name: str) -> None:
    schema = Draft202012Validator(json.loads(json_schema()))
    of = replace(SUBJECTS[name], digest="0" * 64)
    made = json.loads(as_json(classify(RELEASE, of, AS_OF), RELEASE))
    schema.validate(made)
    assert list(made["jurisdiction"]) == list(
        json.loads(json_schema())["$defs"]["jurisdiction"]["properties"]
    )


def test_a_settled_lead_is_named_with_its_level_and_who_has_a_part() -> None:
    text = said(SUBJECTS["settled"])
    assert "lead: West Countyindustry (county)" in text
    assert "through: mill" in text
    assert "with a part: West Countyfire: smoke" in text
    assert "with a part: West Countymarket: boiler" in text


def test_an_open_level_names_the_bodies_and_what_decides() -> None:
    text = said(SUBJECTS["level open"])
    assert "level not settled: city industry, localindustry" in text
    assert "still to know: z, county" in text


def test_an_open_lead_names_the_departments_and_what_decides() -> None:
    text = said(SUBJECTS["waits"])
    assert "not settled, one of: commerce, industry" in text
    assert "hangs on: y" in text


def test_equals_are_named_with_the_procedure() -> None:
    text = said(SUBJECTS["undetermined"])
    assert "the documents name as equals: culture, sports" in text
    assert "how it is settled: they agree; the government decides" in text


def test_nobody_is_said_so() -> None:
    assert "named by no document" in said(SUBJECTS["unassigned"])


@pytest.mark.parametrize("name", SUBJECTS)
def test_explained_it_gives_every_step(name: str) -> None:
    found = classify(RELEASE, SUBJECTS[name], AS_OF).jurisdiction
    assert found is not None
    text = said(SUBJECTS[name], explain=True)
    assert all(one.why.en in text for one in found.rejected)
    assert ("Step by step" in text) is bool(found.path)
