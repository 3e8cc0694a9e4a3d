"""Small charts built by hand, and subjects under them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from fenji.jurisdiction import answer
from fenji.model.condition import Compare, Condition, Word
from fenji.model.dates import partial_date
from fenji.model.dictionary import ChoiceOption, EntityKind, FactDefinition, Kind, Origin
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.jurisdiction.answer import JurisdictionAnswer
from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.department import Body, Department
from fenji.model.jurisdiction.edge import Edge, EdgeKind, Licence, Nature
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.matter import IndustryCode, Matter, MatterKind
from fenji.model.jurisdiction.principle import Principle, Rank, Ranking
from fenji.model.jurisdiction.territory import EnforcementLevel, Territory
from fenji.model.law import (
    Basis,
    Confirmation,
    Encoded,
    Instrument,
    Provenance,
    Review,
    Standing,
)
from fenji.model.release import Release
from fenji.model.submission import SUBJECT, Determination, Entity, Fact, Submission
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import Choice, NumberSpan, SetSpan, Value, one

AS_OF = date(2026, 6, 1)
FLAGS = ("x", "y", "z")
_numbers = count()


def text(word: str) -> Text:
    return Text(f"{word}的名称", word)


def instrument(id_: str, from_: str, replaced_by: str | None = None) -> Instrument:
    return Instrument(
        id_,
        text(id_),
        "1",
        "x",
        Standing.LAW,
        partial_date(from_),
        None,
        replaced_by,
        False,
        Encoded.WHOLE,
        (),
        (),
        "",
    )


LAWS = {
    "LAW": instrument("LAW", "2020-01-01"),
    "OLD": instrument("OLD", "2010-01-01", "NEW"),
    "NEW": instrument("NEW", "2020-01-01"),
    "SOON": instrument("SOON", "2027-01-01"),
    "ROUGH": instrument("ROUGH", "2026"),
}
"""One in force, one replaced, its successor, one to come, one whose first day is known to the year."""


def by(law: str = "LAW") -> Provenance:
    return Provenance((Basis(law, "1"),), Standing.LAW, Review(Confirmation.COPY_SEEN))


def flag(name: str, yes: bool = True) -> Condition:
    return Compare(Name(SUBJECT, name, Stratum.FACT), Word.IS, (Literal(one(yes)),))


def in_county(unit: str) -> Condition:
    return Compare(Name(SUBJECT, "county", Stratum.FACT), Word.IS, (Literal(one(unit)),))


def department(id_: str, **bodies: str) -> Department:
    """A department with a body at each level named, `county="{county} office"`."""
    made = tuple(Body(EnforcementLevel(k), Text(v, v)) for k, v in bodies.items())
    return Department(id_, text(id_), (), made, False, "", by())


def activity(id_: str, *codes: str, when: Condition | None = None) -> Matter:
    """An activity; a code that ends in `?` is ambiguous."""
    several = tuple(IndustryCode(c.rstrip("?"), c.endswith("?")) for c in codes)
    return Matter(id_, MatterKind.ACTIVITY, text(id_), (), several, "", "", when, by())


def place(id_: str, when: Condition | None) -> Matter:
    return Matter(id_, MatterKind.PLACE, text(id_), (), (), "", "", when, by())


def edge(
    of: str,
    to: str,
    kind: str = "duty",
    *,
    nature: str = "ordinary",
    concern: str = "",
    when: Condition | None = None,
    law: str = "LAW",
    id_: str = "",
) -> Edge:
    return Edge(
        id_ or f"{of}.{kind}.{to}",
        EdgeKind(kind),
        Nature(nature),
        of,
        to,
        text(concern) if concern else None,
        when,
        "",
        by(law),
    )


def licence(of: str, to: str, *, high_hazard: bool = True) -> tuple[Licence, Edge]:
    id_ = f"{of}.licence"
    made = Licence(id_, text(id_), (of,), to, high_hazard, by())
    return made, replace(edge(of, to, "licence", id_=id_), licence=id_)


def principle(
    id_: str, order: int, kind: str = "", nature: str = "", settles: str = ""
) -> Principle:
    return Principle(
        id_,
        order,
        text(id_),
        EdgeKind(kind) if kind else None,
        Nature(nature) if nature else None,
        Text(settles, settles),
        by(),
    )


PRINCIPLES = (
    principle("special", 1, "duty", "special"),
    principle("duty", 2, "duty"),
    principle("licence", 3, "licence"),
    principle("trade", 4, "trade", "ordinary"),
    principle("residual", 5, "trade", "residual"),
    principle("place", 6, "place"),
    principle("fallback", 7, "falls_back_to"),
    principle("agree", 8, settles="they agree"),
    principle("government", 9, settles="the government decides"),
)
RANKINGS = tuple(
    Ranking(f"by_{rank.value}", order, text(rank.value), rank, by())
    for order, rank in enumerate(Rank)
)
TERRITORY = {
    unit.id: unit
    for unit in (
        Territory("city", EnforcementLevel.CITY, Text("六安市", "Lu'an"), ""),
        Territory("east", EnforcementLevel.COUNTY, Text("东县", "East County"), "city"),
        Territory("west", EnforcementLevel.COUNTY, Text("西县", "West County"), "city"),
        Territory("mill", EnforcementLevel.TOWNSHIP, Text("磨坊镇", "Mill"), "west"),
        Territory("hill", EnforcementLevel.TOWNSHIP, Text("山口镇", "Hill"), "east"),
        Territory("park", EnforcementLevel.ZONE, Text("东园", "East Park"), "east"),
    )
}


def level(
    id_: str,
    order: int,
    at: str,
    *,
    when: Condition | None = None,
    departments: tuple[str, ...] = (),
    matters: tuple[str, ...] = (),
    territory: str = "",
    from_: str = "",
) -> LevelRule:
    return LevelRule(
        id_,
        order,
        text(id_),
        departments,
        matters,
        when,
        EnforcementLevel(at),
        territory,
        EnforcementLevel(from_) if from_ else None,
        by(),
    )


COUNTY_LEVEL = level("county_level", 90, "county")


def chart(
    matters: Iterable[Matter],
    edges: Iterable[Edge | tuple[Licence, Edge]],
    *,
    departments: Iterable[Department] = (),
    levels: Iterable[LevelRule] = (COUNTY_LEVEL,),
    **more: Any,
) -> Chart:
    """A chart with all principles and rankings; departments that edges name are made where not given."""
    licences = [one[0] for one in edges if isinstance(one, tuple)]
    joined = [one[1] if isinstance(one, tuple) else one for one in edges]
    known = {given.id: given for given in departments}
    named = {e.to for e in joined if e.kind is not EdgeKind.HANDS_OVER}
    for to in sorted(named - known.keys()):
        known[to] = department(to, county="{county}" + to, city=f"city {to}")
    return Chart(
        departments=known,
        territory=TERRITORY,
        matters={one.id: one for one in matters},
        licences={one.id: one for one in licences},
        edges=tuple(joined),
        levels=tuple(levels),
        **{"principles": PRINCIPLES, "rankings": RANKINGS, **more},
    )


def _fact(name: str, kind: Kind, options: Iterable[str] = ()) -> FactDefinition:
    known = tuple(ChoiceOption(option, text(option)) for option in options)
    no_limit = NumberSpan(None, None)
    label = text(name)
    return FactDefinition(SUBJECT, name, label, label, kind, "", no_limit, known, Origin.DECLARED)


def release_of(made: Chart) -> Release:
    """A release of that chart and the few facts that charts read."""
    activities = [one.id for one in made.matters.values() if one.kind is MatterKind.ACTIVITY]
    of_level = {
        level: [unit.id for unit in made.territory.values() if unit.level is level]
        for level in EnforcementLevel
    }
    facts = [
        _fact("activities", Kind.CHOICES, activities),
        _fact("main_activity", Kind.CHOICE, activities),
        _fact("industry_code", Kind.TEXT),
        _fact("county", Kind.CHOICE, of_level[EnforcementLevel.COUNTY]),
        _fact("town", Kind.CHOICE, of_level[EnforcementLevel.TOWNSHIP]),
        _fact("development_zone", Kind.CHOICE, [*of_level[EnforcementLevel.ZONE], "none"]),
        *(_fact(name, Kind.FLAG) for name in FLAGS),
    ]
    return Release(
        digest=f"{next(_numbers):064x}",
        instruments=LAWS,
        units=Units({}, {}, {}),
        entities={SUBJECT: EntityKind(SUBJECT, text("单位"), None, None, Origin.DECLARED, ())},
        facts={SUBJECT: {fact.name: fact for fact in facts}},
        tables={},
        parameters={},
        sectors={},
        definitions=(),
        measures=(),
        classifications=(),
        sheets=(),
        rules=(),
        policies=(),
        chart=made,
    )


def subject(
    *activities: str,
    named: bool = True,
    besides: Iterable[str] | None = (),
    determinations: tuple[Determination, ...] = (),
    **facts: str | bool,
) -> Submission:
    """A subject that does these activities and perhaps others `besides` (`None`: any), if `named`."""
    values: dict[str, Value] = {name: one(value) for name, value in facts.items()}
    if named:
        more = None if besides is None else frozenset(activities).union(besides)
        values["activities"] = SetSpan(frozenset(activities), more)
    root = Entity(SUBJECT, "s", {name: Fact(value) for name, value in values.items()}, {})
    return Submission("enterprise", "s", "s", root, determinations)


def one_of(*members: str) -> Choice:
    return Choice(frozenset(members))


def asked(made: Chart, submission: Submission, as_of: date = AS_OF) -> JurisdictionAnswer:
    """The answer for a subject under a chart."""
    found = answer(release_of(made), submission, as_of)
    assert found is not None
    return found


def gaps(found: Any) -> list[str]:
    """The names of the facts that something waits for, in their order."""
    return [gap.name for gap in found.waits_for]
