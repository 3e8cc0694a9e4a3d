"""A fact, table or parameter in the dictionary is read by something; what nobody reads misleads.

Good:  a fact that some condition, formula or table key names
Bad:   a fact that is asked of enterprises and changes no answer
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.checks.walking import nodes
from fenji.jurisdiction.territory import FACT as WHERE
from fenji.jurisdiction.view import ACTIVITIES, INDUSTRY_CODE, MAIN_ACTIVITY
from fenji.model.condition import Listed
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.expression import Lookup, Name, Parameter
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.submission import SUBJECT
from fenji.model.text import Text

ID = "unread"
READING = ("rules", "definitions", "measures", "classifications", "sheets", "policies", "duties")


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Facts, tables and parameters that nothing reads. A warning: rules may be on their way."""
    facts, tables, parameters = _read(release)
    for kind, several in release.facts.items():
        for fact in several.values():
            if (kind, fact.name) not in facts and not fact.descriptive:
                yield _unread(f"{kind}.{fact.name}", fact.place)
    for table in release.tables.values():
        if table.name not in tables:
            yield _unread(table.name, table.place)
    for parameter in release.parameters.values():
        if parameter.name not in parameters:
            yield _unread(parameter.name, parameter.place)


def _read(release: Release) -> tuple[set[tuple[str, str]], set[str], set[str]]:
    facts: set[tuple[str, str]] = {("subject", s.asked_by) for s in release.sectors.values()}
    facts |= {(e.name, e.dated_by) for e in release.entities.values() if e.dated_by}
    facts |= {("subject", "industry_code") for s in release.sectors.values() if s.industry_codes}
    if release.chart.matters:
        facts |= {(SUBJECT, name) for name in (ACTIVITIES, MAIN_ACTIVITY, INDUSTRY_CODE)}
        facts |= {(SUBJECT, name) for name in WHERE.values()}
    tables: set[str] = set()
    parameters: set[str] = set()
    definitions = [f for several in release.facts.values() for f in several.values()]
    for fact in definitions:
        if fact.identified_by is not None:
            tables.add(fact.identified_by.table)
            facts |= {
                (fact.entity, fact.identified_by.numbers),
                (fact.entity, fact.identified_by.names),
            }
    facts |= {duty.last_done for duty in release.duties if duty.last_done is not None}
    for step in (s for p in release.policies for s in p.steps if s.of):
        assert step.of is not None
        facts.add(step.of)
    parts = [getattr(release, part) for part in READING]
    gates = tuple(f.applies_when for f in definitions)
    others = tuple(release.sectors.values()), tuple(release.instruments.values())
    charted = (*release.chart.conditions, *release.schedule.conditions)
    parameters |= release.schedule.parameters
    for node in nodes((*parts, gates, *others, charted)):
        if isinstance(node, Name):
            facts.add((node.entity, node.name))
        elif isinstance(node, Lookup | Listed):
            tables.add(node.table)
        elif isinstance(node, Parameter):
            parameters.add(node.name)
    return facts, tables, parameters


def _unread(name: str, place: Place) -> Diagnostic:
    return Diagnostic(
        ID,
        Level.WARNING,
        Text(f"没有任何规则用到 `{name}`", f"nothing reads `{name}`"),
        place,
        Text("删去，或写出用到它的规则", "remove it, or write the rule that needs it"),
    )
