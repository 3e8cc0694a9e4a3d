"""A condition says something: with no fact known it is neither true nor false.

Good:  when: {exit_spacing_m: {less_than: 30}}
Bad:   when: {exit_spacing_m: {at_least: 0}}      always true, whatever is submitted
Bad:   when: {all: [{lit: true}, {lit: {is: false}}, {spacing: {less_than: -1}}]}    never true
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.model.condition import Condition
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.submission import SUBJECT, Entity, Submission
from fenji.model.text import Text
from fenji.model.truth import Truth

ID = "constant-condition"
NOBODY = Submission("enterprise", "", "", Entity(SUBJECT, "", {}, {}), ())
SAID = {
    Truth.TRUE: Text("恒为真", "always true"),
    Truth.FALSE: Text("恒为假", "never true"),
}


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Every condition of rules, duties, definitions and cases, on the last day that brings a text."""
    for kind, provenance, condition, place in _conditions(release):
        day = _day(release, provenance)
        if day is None:
            continue
        scene = scene_of(prepare(release, day), NOBODY)
        truth = scene.judge(condition, scene.world.spots(kind)[0]).truth
        if truth is not Truth.UNKNOWN:
            said = SAID[truth]
            yield Diagnostic(
                ID,
                Level.ERROR,
                Text(
                    f"这个条件{said.zh}，不论提交什么事实",
                    f"this condition is {said.en}, whatever is submitted",
                ),
                place,
                Text(
                    "检查数值、取值范围和表",
                    "look at its figures, the facts' ranges and its tables",
                ),
            )


def _day(release: Release, provenance: Provenance) -> date | None:
    """The latest first day of any text, or the last day on which this one is in force."""
    if not provenance.basis:
        return None
    law = release.instruments[provenance.basis[0].instrument]
    start = provenance.from_ or law.from_
    latest = max(i.from_.last for i in release.instruments.values())
    ends = [end.first for end in (provenance.until, law.until) if end is not None]
    successor = release.instruments.get(law.replaced_by or "")
    if successor is not None:
        ends.append(successor.from_.first - timedelta(days=1))
    return max(start.last, min([latest, *ends]))


def _conditions(release: Release) -> Iterator[tuple[str, Provenance, Condition, Place]]:
    for rule in release.rules_and_duties:
        for condition in (rule.when, rule.scope, *(u.when for u in rule.unless)):
            if condition is not None:
                yield rule.for_, rule.provenance, condition, _place(condition, rule.place)
    for definition in release.definitions:
        place = _place(definition.when, definition.place)
        yield definition.for_, definition.provenance, definition.when, place
    for measure in release.measures:
        for case in measure.cases:
            if case.when is not None:
                place = _place(case.when, measure.place)
                yield measure.for_, measure.provenance, case.when, place
    for classification in release.classifications:
        for answer in classification.cases:
            if answer.when is not None:
                place = _place(answer.when, classification.place)
                yield classification.for_, classification.provenance, answer.when, place


def _place(condition: Condition, fallback: Place) -> Place:
    return fallback if condition.place == NOWHERE else condition.place
