"""A fact as it stands on the day: answered, unanswered, not applicable, or not yet true."""

from __future__ import annotations

from datetime import date

from fenji.evaluation.reference.scene import Doubt, Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued
from fenji.evaluation.world import Spot
from fenji.model.dates import add_months
from fenji.model.diagnostic import Diagnostic, Level, Refused
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.reason import Gap, Seen
from fenji.model.submission import Fact
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import (
    YES_OR_NO,
    Choice,
    DateSpan,
    SetSpan,
    Value,
    is_known,
)


def value_of_fact(scene: Scene, at: Spot, name: str) -> Valued:
    """What the fact could be. Raises Refused where `not_applicable` was answered and it applies."""
    key = (at.path, name)
    found = scene.valued.get(key)
    if found is None:
        definition = scene.prepared.release.facts[at.entity.kind][name]
        found = scene.valued[key] = _value(scene, at, definition)
    return found


def _value(scene: Scene, at: Spot, definition: FactDefinition) -> Valued:
    applies, gate = Truth.TRUE, NO_GAPS
    if definition.applies_when is not None:
        verdict = scene.judge(definition.applies_when, at)
        applies, gate = verdict.truth, verdict.gaps
    fact = at.entity.facts.get(definition.name)
    if applies is Truth.FALSE:
        return _not_applicable(scene, at, definition, fact)
    if fact is not None and fact.value is None:
        if applies is Truth.TRUE:
            raise Refused([_answered_not_applicable(definition, fact)])
        fact = None
    # what may not apply is not asked for before what decides that is answered
    own = gate or _gaps(at, definition)
    if fact is None or _not_yet(scene, at, definition, fact):
        return _valued(at, definition, anything(definition, scene.prepared.as_of), applies, own)
    _stale(scene, at, definition, fact)
    assert fact.value is not None
    gaps = gate if is_known(fact.value) else own
    return _valued(at, definition, fact.value, applies, gaps, fact)


def _gaps(at: Spot, definition: FactDefinition) -> Gaps:
    if at.phantom is not None:
        return frozenset({at.phantom})
    return frozenset({Gap(at.path, definition.entity, definition.name, definition.origin)})


def _valued(
    at: Spot,
    definition: FactDefinition,
    value: Value,
    applies: Truth,
    gaps: Gaps,
    fact: Fact | None = None,
) -> Valued:
    source, day = (fact.source, fact.at) if fact else (None, None)
    seen = Seen(definition.name, at.path, value, is_known(value), source, day)
    return Valued(value, applies, gaps, seen, value)


def _not_applicable(
    scene: Scene, at: Spot, definition: FactDefinition, fact: Fact | None
) -> Valued:
    if fact is not None and fact.value is not None:
        zh = f"“{definition.label.zh}”已填写，但按其适用条件并不适用，未采用"
        en = f'"{definition.label.en}" was answered though it does not apply here: not used'
        scene.doubt(Doubt("answer-not-applicable", at.path, definition.name, Text(zh, en)))
    return Valued(None, Truth.FALSE, NO_GAPS, Seen(definition.name, at.path, None, True))


def anything(definition: FactDefinition, as_of: date) -> Value:
    """All that an unanswered fact could be."""
    if definition.kind in (Kind.NUMBER, Kind.COUNT):
        return definition.range
    if definition.kind is Kind.FLAG:
        return YES_OR_NO
    if definition.kind is Kind.DATE:
        return DateSpan(None, None if definition.may_lie_ahead else as_of)
    options = definition.options
    words = frozenset(option.value for option in options) if options else None
    if definition.kind is Kind.CHOICES:
        return SetSpan(frozenset(), frozenset(str(w) for w in words) if words else None)
    return Choice(words)


def _not_yet(scene: Scene, at: Spot, definition: FactDefinition, fact: Fact) -> bool:
    """A day that has not come, or an answer given later, is not a fact on the day (design §5)."""
    as_of = scene.prepared.as_of
    later = fact.at is not None and fact.at > as_of
    if isinstance(fact.value, DateSpan) and not definition.may_lie_ahead:
        later = later or fact.value.high is None or fact.value.high > as_of
    if later:
        zh = f"“{definition.label.zh}”的日期晚于 {as_of}，该日尚不成其为事实，按未填写处理"
        en = (
            f'"{definition.label.en}" is dated after {as_of}: '
            "on that day not yet a fact, so unanswered"
        )
        scene.doubt(Doubt("later-than-as-of", at.path, definition.name, Text(zh, en)))
    return later


def _stale(scene: Scene, at: Spot, definition: FactDefinition, fact: Fact) -> None:
    if definition.good_for_months is None or fact.at is None:
        return
    if add_months(fact.at, definition.good_for_months) < scene.prepared.as_of:
        months = definition.good_for_months
        zh = f"“{definition.label.zh}”取自 {fact.at}，已超过 {months} 个月，宜重新核实"
        en = f'"{definition.label.en}" dates from {fact.at}, over {months} months ago'
        scene.doubt(Doubt("stale-fact", at.path, definition.name, Text(zh, en)))


def _answered_not_applicable(definition: FactDefinition, fact: Fact) -> Diagnostic:
    return Diagnostic(
        "applies-here",
        Level.ERROR,
        Text(
            f"`{definition.name}` 在此适用，不能填 `not_applicable`",
            f"`{definition.name}` applies here and cannot be answered `not_applicable`",
        ),
        fact.place,
        Text("不知道就不填，或填 null", "leave it out, or write null, if it is not known"),
    )
