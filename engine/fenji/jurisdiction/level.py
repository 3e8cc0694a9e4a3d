"""At which level a department enforces: the roster first, else the first level rule that is true."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.jurisdiction.bodies import barred, body_at
from fenji.jurisdiction.conditions import Stands
from fenji.jurisdiction.ready import ReadyLevel
from fenji.jurisdiction.territory import Whereabouts, unit_gap
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.answer import BodyAnswer, LevelAnswer
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Confirmation, Review, Standing
from fenji.model.reason import Gap
from fenji.model.submission import Determination
from fenji.model.text import Text
from fenji.model.truth import Truth

ROSTER = "enforcement_level"
"""The matter of the determination by which an authority puts a subject on the roster of a level."""

OPEN = Text("尚不能定", "not settled yet")
NO_REVIEW = Review(Confirmation.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Reach:
    """The level rules that may be the first true one for a department and a matter, in order.

    `settled`: they give one level in one unit, whatever is not known. `gaps` decide between them.
    """

    rules: tuple[LevelRule, ...]
    settled: bool
    gaps: tuple[Gap, ...]


def reach_of(view: View, department: str, matter: str) -> Reach:
    """The level rules of a department for a matter; there may be none."""
    found: list[LevelRule] = []
    gaps: dict[Gap, None] = {}
    certain = False
    for ready in rules_for(view, department, matter):
        shown = _shown(view, ready)
        if shown.truth is Truth.FALSE:
            continue
        found.append(ready.rule)
        if shown.truth is Truth.TRUE:
            certain = True
            break
        gaps.update(dict.fromkeys(sorted(shown.gaps, key=lambda gap: (gap.entity, gap.name))))
    same = len({(rule.level, rule.territory) for rule in found}) == 1
    return Reach(tuple(found), same and certain, () if same and certain else tuple(gaps))


def rules_for(view: View, department: str, matter: str) -> tuple[ReadyLevel, ...]:
    """The level rules that speak of a department and a matter."""
    key = ("levels", department, matter)
    found: tuple[ReadyLevel, ...] | None = view.ready.remembered.get(key)
    if found is None:
        found = tuple(
            ready
            for ready in view.ready.levels
            if (not ready.rule.departments or department in ready.rule.departments)
            and (not ready.rule.matters or matter in ready.rule.matters)
        )
        view.ready.remembered[key] = found
    return found


def _shown(view: View, ready: ReadyLevel) -> Stands:
    return view.stands(ready.in_force, ready.rule.when)


def body_for(view: View, where: Whereabouts, department: str, matter: str) -> BodyAnswer | None:
    """Who acts for a department in a matter, where that is settled."""
    reach = reach_of(view, department, matter)
    if not reach.settled:
        return None
    rule = reach.rules[-1]
    return body_at(view.ready, where, department, rule.level, rule.territory)


def level_of(
    view: View, where: Whereabouts, departments: tuple[str, ...], matter: str, *, lead: bool
) -> LevelAnswer | None:
    """At which level these departments enforce in a matter; `None` where no rule speaks of it.

    The roster speaks of the subject's `lead` alone.
    """
    made = rostered(view) if lead else None
    if made is not None:
        return _as_rostered(view, where, departments, made)
    reaches = {department: reach_of(view, department, matter) for department in departments}
    rules = {rule.id: rule for reach in reaches.values() for rule in reach.rules}
    if not rules:
        return None
    levels = sorted({rule.level for rule in rules.values()}, key=lambda level: level.rank)
    gaps = dict.fromkeys(gap for reach in reaches.values() for gap in reach.gaps)
    bodies = dict.fromkeys(
        body_at(view.ready, where, department, rule.level, rule.territory)
        for department, reach in reaches.items()
        for rule in reach.rules
    )
    for one in rules.values():
        if not one.territory:
            gap = unit_gap(view, where, one.level)
            if gap is not None:
                gaps[gap] = None
    only = len(departments) == 1 and reaches[departments[0]].settled
    rule = reaches[departments[0]].rules[-1] if only else None
    return LevelAnswer(
        levels=tuple(levels),
        bodies=tuple(sorted(bodies, key=lambda body: body.level.rank)),
        barred=barred(view.ready, where, departments[0], rule.level) if rule else (),
        by=rule.id if rule else "",
        title=rule.title if rule else OPEN,
        basis=rule.provenance.basis if rule else (),
        standing=rule.provenance.standing if rule else Standing.PROPOSAL,
        review=rule.provenance.review if rule else NO_REVIEW,
        waits_for=tuple(gaps),
    )


def rostered(view: View) -> Determination | None:
    """The last determination of the subject's level by the day."""
    made = [
        d
        for d in view.submission.determinations
        if d.matter == ROSTER and d.at <= view.ready.as_of and d.of in ("", view.submission.id)
    ]
    return max(made, key=lambda d: d.at) if made else None


def _as_rostered(
    view: View, where: Whereabouts, departments: tuple[str, ...], made: Determination
) -> LevelAnswer:
    level = EnforcementLevel(str(made.value))
    gap = unit_gap(view, where, level)
    only = departments[0] if len(departments) == 1 else ""
    zh = f"{made.authority}于 {made.at} 列入管辖名单"
    en = f"on the roster of {made.authority} since {made.at}"
    return LevelAnswer(
        levels=(level,),
        bodies=tuple(body_at(view.ready, where, one, level) for one in departments),
        barred=barred(view.ready, where, only, level) if only else (),
        by=ROSTER,
        title=Text(zh, en),
        basis=(),
        standing=Standing.LOCAL,
        review=Review(Confirmation.CONFIRMED, by=made.authority, at=made.at),
        waits_for=() if gap is None else (gap,),
    )


def together(several: list[LevelAnswer], gap: Gap | None) -> LevelAnswer:
    """The levels of a subject of which several matters may be ranked first; `gap` tells them apart."""
    levels = {level for one in several for level in one.levels}
    bodies = dict.fromkeys(body for one in several for body in one.bodies)
    gaps = dict.fromkeys(gap for one in several for gap in one.waits_for)
    if gap is not None:
        gaps[gap] = None
    return LevelAnswer(
        levels=tuple(sorted(levels, key=lambda level: level.rank)),
        bodies=tuple(sorted(bodies, key=lambda body: body.level.rank)),
        barred=(),
        by="",
        title=OPEN,
        basis=(),
        standing=Standing.PROPOSAL,
        review=NO_REVIEW,
        waits_for=tuple(gaps),
    )
