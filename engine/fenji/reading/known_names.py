"""What a release has a name for, as files that stand beside its rules refer to it."""

from __future__ import annotations

from fenji.model.jurisdiction.blind_spot import BlindSpot
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.release import Release
from fenji.model.rule import Classification, Definition, Measure, Sheet

Fact = tuple[str, str]
"""An entity kind with a fact of it; for the list of its children of a kind, that kind's name."""


def answer_names(release: Release) -> frozenset[str]:
    """Definitions, measures, classifications and sheets."""
    several: tuple[Definition | Measure | Classification | Sheet, ...] = (
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
    )
    return frozenset(one.name for one in several)


def every_name(release: Release) -> frozenset[str]:
    """All of it: facts and kinds as written in `fact_names`, ids of rules, duties and steps, names
    of answers, tables, parameters, instruments and sectors, everything of chart and schedule."""
    steps = (step.id for policy in release.policies for step in policy.steps)
    return frozenset(
        {
            *(one.id for one in release.rules_and_duties),
            *steps,
            *answer_names(release),
            *fact_names(release),
            *release.tables,
            *release.parameters,
            *release.instruments,
            *release.sectors,
            *chart_names(release),
            *release.schedule.rules,
        }
    )


def chart_names(release: Release) -> frozenset[str]:
    """Departments, territory, matters, licences, edges and what decides between them."""
    chart = release.chart
    several: tuple[Principle | Ranking | LevelRule | BlindSpot, ...]
    several = (*chart.principles, *chart.rankings, *chart.levels, *chart.blind_spots)
    return frozenset(
        {
            *chart.departments,
            *chart.territory,
            *chart.matters,
            *chart.licences,
            *(edge.id for edge in chart.edges),
            *(edge.id.partition("@")[0] for edge in chart.edges),
            *(one.id for one in several),
        }
    )


def fact_names(release: Release) -> dict[str, Fact]:
    """How each fact and each list of children can be written: `KIND.NAME`, and the name alone where
    no other kind has a fact of that name; a list by the name of its kind."""
    found: dict[str, Fact] = {}
    often: dict[str, int] = {}
    for kind, facts in release.facts.items():
        for name in facts:
            found[f"{kind}.{name}"] = (kind, name)
            often[name] = often.get(name, 0) + 1
    for kind, facts in release.facts.items():
        found |= {name: (kind, name) for name in facts if often[name] == 1}
    for entity in release.entities.values():
        if entity.parent is not None:
            found[entity.name] = (entity.parent, entity.name)
    return found
