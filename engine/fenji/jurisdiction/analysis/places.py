"""The places that an analysis goes through: every county, every zone, and nowhere in particular."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.jurisdiction.ready import ReadyChart
from fenji.jurisdiction.territory import COUNTY, ZONE
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.submission import SUBJECT
from fenji.model.value import Member

Facts = dict[str, Member]


def places_of(ready: ReadyChart) -> dict[str, Facts]:
    """By the id of a unit (empty: nothing known), the facts of a subject that lies there."""
    found: dict[str, Facts] = {"": {}}
    for unit in ready.chart.territory.values():
        facts: Facts = {}
        if unit.level is EnforcementLevel.COUNTY:
            facts = {COUNTY: unit.id, **dict(_no_zone(ready))}
        elif unit.level is EnforcementLevel.ZONE:
            facts = {ZONE: unit.id, COUNTY: unit.parent}
        known = {name: value for name, value in facts.items() if _is_option(ready, name, value)}
        if known:
            found[unit.id] = known
    return found


def _is_option(ready: ReadyChart, name: str, value: Member) -> bool:
    definition = ready.release.facts.get(SUBJECT, {}).get(name)
    return definition is not None and (definition.values is None or value in definition.values)


def _no_zone(ready: ReadyChart) -> Iterator[tuple[str, Member]]:
    """The word by which a subject says that it lies in no zone, where the dictionary has one."""
    definition = ready.release.facts.get(SUBJECT, {}).get(ZONE)
    for option in definition.options if definition is not None else ():
        if option.value not in ready.chart.territory:
            yield ZONE, option.value
            return
