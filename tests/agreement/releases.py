"""Whole small releases, drawn."""

from __future__ import annotations

from itertools import count
from random import Random

from fenji.model.law import Provenance
from fenji.model.release import Release
from fenji.model.rule import Classification, Definition, FindingKind, Measure, Rule, Sheet
from fenji.model.unit import Units
from tests.agreement.classifications import classifications
from tests.agreement.conditions import condition, simple
from tests.agreement.drawing import Drawing
from tests.agreement.exclusions import exclusions, shared
from tests.agreement.laws import PARAMETERS, instruments, provenance
from tests.agreement.measures import definition, measure
from tests.agreement.sheets import sheet
from tests.agreement.tables import tables
from tests.agreement.vocabulary import DEPTH, PARENTS, vocabulary
from tests.evaluation.vocabulary import LABEL

KINDS = ("subject", "subject", "subject", "site", "site", "part", "event", "harm")
"""Kinds as often as items are drawn for them."""

_numbers = count()


def drawn_release(random: Random) -> Release:
    """A release in which everything can be read by something else."""
    draw = Drawing(random)
    facts = vocabulary(draw)
    tables(draw)
    draw.parameters = tuple(PARAMETERS)
    unless = shared(draw, "subject")
    definitions: list[Definition] = []
    measures: list[Measure] = []
    for index in range(draw.random.randint(4, 7)):
        kind = draw.one(KINDS)
        if draw.chance(60):
            measures.append(measure(draw, kind, f"measure{DEPTH[kind]}_{index}"))
        else:
            definitions.append(definition(draw, kind, f"defined{DEPTH[kind]}_{index}"))
    classes: list[Classification] = []
    for index in range(draw.random.randint(1, 2)):
        kind = draw.one(KINDS)
        classes += classifications(draw, kind, f"class{DEPTH[kind]}_{index}")
    rules: list[Rule] = []
    sheets: list[Sheet] = []
    for index in range(draw.random.randint(6, 9)):
        kind = draw.one(KINDS)
        if draw.chance(15):
            sheets.append(sheet(draw, kind, f"sheet{DEPTH[kind]}_{index}"))
        else:
            rules.append(_rule(draw, kind, f"rule_{index}"))
    return Release(
        digest=f"drawn {next(_numbers)}",
        instruments=instruments(unless),
        units=Units({}, {}, {}),
        entities={name: draw.entities[name] for name in PARENTS},
        facts=facts,
        tables=draw.tables,
        parameters=PARAMETERS,
        sectors={},
        definitions=tuple(definitions),
        measures=tuple(measures),
        classifications=tuple(classes),
        sheets=tuple(sheets),
        rules=tuple(rules),
        policies=(),
    )


def _rule(draw: Drawing, kind: str, name: str) -> Rule:
    from_: Provenance = provenance(draw)
    found = Rule(
        name,
        "one",
        kind,
        LABEL,
        simple(draw, kind) if draw.chance(30) else None,
        condition(draw, kind),
        exclusions(draw, kind),
        FindingKind.ELEMENT,
        None,
        from_,
    )
    draw.rules.append((kind, name))
    return found
