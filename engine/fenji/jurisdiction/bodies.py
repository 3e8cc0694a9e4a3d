"""Who acts for a department at a level in a territory, and which of its bodies then do not."""

from __future__ import annotations

from fenji.jurisdiction.ready import ReadyChart
from fenji.jurisdiction.territory import Whereabouts, filled
from fenji.model.jurisdiction.answer import BodyAnswer
from fenji.model.jurisdiction.department import Body, Department
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.text import Text

LEVEL = {
    EnforcementLevel.NATION: Text("国家级", "national"),
    EnforcementLevel.PROVINCE: Text("省级", "province"),
    EnforcementLevel.CITY: Text("市级", "city"),
    EnforcementLevel.ZONE: Text("开发区", "development zone"),
    EnforcementLevel.COUNTY: Text("县级", "county"),
    EnforcementLevel.TOWNSHIP: Text("乡镇（街道）", "township"),
}
"""What the levels are called."""


def body_at(
    ready: ReadyChart,
    where: Whereabouts,
    department: str,
    level: EnforcementLevel,
    territory: str = "",
) -> BodyAnswer:
    """The body of a department at a level; by the department's own title where it names none there."""
    key = ("body", department, level, territory, where.key)
    found: BodyAnswer | None = ready.remembered.get(key)
    if found is None:
        units = {**where.units, level: territory} if territory else where.units
        if territory:
            units = _with_parents(ready, units, territory)
        unit = units.get(level, "")
        named = body_named(ready.chart.departments[department], level, unit)
        title = _by_level(ready.chart.departments[department], level) if named is None else named
        found = BodyAnswer(department, level, unit, filled(title, ready, units))
        ready.remembered[key] = found
    return found


def body_named(department: Department, level: EnforcementLevel, unit: str) -> Text | None:
    """The title of the body for that unit, else of the one for every unit of the level."""
    own = [body for body in department.bodies if body.level is level]
    for body in own:
        if body.territory and body.territory == unit:
            return body.title
    return next((body.title for body in own if not body.territory), None)


def barred(
    ready: ReadyChart, where: Whereabouts, department: str, level: EnforcementLevel
) -> tuple[BodyAnswer, ...]:
    """The lower bodies of the same department in the units in which the subject lies or may lie."""
    lower = {
        body.level: None
        for body in ready.chart.departments[department].bodies
        if body.level.rank > level.rank and _reaches(body, where)
    }
    ordered = sorted(lower, key=lambda one: one.rank)
    return tuple(body_at(ready, where, department, one) for one in ordered)


def _reaches(body: Body, where: Whereabouts) -> bool:
    """Whether the subject may lie where the body acts; a zone's only where it is known to."""
    unit = where.units.get(body.level, "")
    if body.territory:
        return unit == body.territory
    if body.level is EnforcementLevel.ZONE:
        return bool(unit)
    return body.level not in where.outside


def _by_level(department: Department, level: EnforcementLevel) -> Text:
    zh, en = LEVEL[level].zh, LEVEL[level].en
    return Text(f"{department.title.zh}（{zh}）", f"{department.title.en} ({en})")


def _with_parents(
    ready: ReadyChart, units: dict[EnforcementLevel, str], territory: str
) -> dict[EnforcementLevel, str]:
    """The units above one that is named by a rule, where the facts name none."""
    known = ready.chart.territory
    at = known[territory].parent if territory in known else ""
    while at in known:
        units.setdefault(known[at].level, at)
        at = known[at].parent
    return units
