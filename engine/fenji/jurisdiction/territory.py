"""In which territorial units a subject lies, and what they are called where that is not known."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.jurisdiction.ready import ReadyChart
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.reason import Gap
from fenji.model.text import Text
from fenji.model.value import Choice

COUNTY = "county"
TOWN = "town"
ZONE = "development_zone"

FACT = {
    EnforcementLevel.COUNTY: COUNTY,
    EnforcementLevel.TOWNSHIP: TOWN,
    EnforcementLevel.ZONE: ZONE,
}
"""The subject's fact that says in which unit of a level it lies."""

SOMEWHERE = {
    "city": Text("所在市", "local"),
    "county": Text("所在县区", "local"),
    "town": Text("所在乡镇（街道）", "local"),
    "zone": Text("所在开发区", "local"),
}
"""What stands for a unit that is not known, by placeholder."""

PLACEHOLDER = {
    EnforcementLevel.CITY: "city",
    EnforcementLevel.COUNTY: "county",
    EnforcementLevel.TOWNSHIP: "town",
    EnforcementLevel.ZONE: "zone",
}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The unit of each level in which the subject lies, by level; absent where it is not known.

    `outside` are levels of which it is known that the subject lies in no unit (no zone). `key` is
    the same for subjects of which the same is known.
    """

    units: dict[EnforcementLevel, str]
    outside: frozenset[EnforcementLevel]
    key: tuple[str | None, ...]


def whereabouts(view: View) -> Whereabouts:
    """The county also from the town, and from the zone that lies in it."""
    units: dict[EnforcementLevel, str] = {}
    outside = set()
    known = view.ready.chart.territory
    if view.ready.city:
        units[EnforcementLevel.CITY] = view.ready.city
    for level, name in FACT.items():
        value = view.value(name)
        if value is None:
            outside.add(level)
        elif isinstance(value, Choice) and value.members is not None and len(value.members) == 1:
            unit = str(next(iter(value.members)))
            if unit in known and known[unit].level is level:
                units[level] = unit
            else:
                outside.add(level)
    if EnforcementLevel.COUNTY not in units:
        for level in (EnforcementLevel.TOWNSHIP, EnforcementLevel.ZONE):
            parent = known[units[level]].parent if level in units else ""
            if parent in known and known[parent].level is EnforcementLevel.COUNTY:
                units.setdefault(EnforcementLevel.COUNTY, parent)
    none = frozenset(outside - units.keys())
    key = tuple(None if level in none else units.get(level, "") for level in EnforcementLevel)
    return Whereabouts(units, none, key)


def unit_gap(view: View, where: Whereabouts, level: EnforcementLevel) -> Gap | None:
    """The fact that would say in which unit of a level the subject lies, where that is not known."""
    if level not in FACT or level in where.units or level in where.outside:
        return None
    return view.gap(FACT[level])


def filled(text: Text, ready: ReadyChart, units: dict[EnforcementLevel, str]) -> Text:
    """A title with the names of units in place of `{county}` and the like."""
    if "{" not in text.zh and "{" not in text.en:
        return text
    zh, en = text.zh, text.en
    for level, word in PLACEHOLDER.items():
        unit = ready.chart.territory.get(units.get(level, ""))
        name = unit.title if unit is not None else SOMEWHERE[word]
        zh, en = zh.replace(f"{{{word}}}", name.zh), en.replace(f"{{{word}}}", name.en)
    return Text(zh, en)
