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
    doubt = _doubt(scene, at, definition, fact, applies=True)
    if fact is None or (doubt is not None and doubt.id == LATER):
        unknown = anything(definition, scene.prepared.as_of)
        return _valued(at, definition, unknown, applies, gate or _gaps(at, definition))
    assert fact.value is not None
    # what may not apply is not asked for before what decides that is answered
    gaps = gate if gate or is_known(fact.value) else _gaps(at, definition)
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


def _doubt(
    scene: Scene, at: Spot, definition: FactDefinition, fact: Fact | None, *, applies: bool
) -> Doubt | None:
    """Remember what there is to doubt about a fact that is read."""
    doubt = doubt_about(at.path, definition, fact, scene.prepared.as_of, applies=applies)
    if doubt is not None:
        scene.doubt(doubt)
    return doubt


def _not_applicable(
    scene: Scene, at: Spot, definition: FactDefinition, fact: Fact | None
) -> Valued:
    _doubt(scene, at, definition, fact, applies=False)
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


LATER = "later-than-as-of"


def doubt_about(
    path: str, definition: FactDefinition, fact: Fact | None, as_of: date, *, applies: bool
) -> Doubt | None:
    """What there is to doubt about an answer that is read: it does not apply, is of a later day, is old.

    `applies` is whether it may apply.
    """
    if fact is None or fact.value is None:
        return None
    if not applies:
        zh = "已填写，但按其适用条件并不适用，未采用"
        en = "was answered though it does not apply here: not used"
        return _about(path, definition, "answer-not-applicable", zh, en)
    if _not_yet(definition, fact, as_of):
        zh = f"的日期晚于 {as_of}，该日尚不成其为事实，按未填写处理"
        en = f"is dated after {as_of}: on that day not yet a fact, so unanswered"
        return _about(path, definition, LATER, zh, en)
    months = definition.good_for_months
    if months is None or fact.at is None or add_months(fact.at, months) >= as_of:
        return None
    zh = f"取自 {fact.at}，已超过 {months} 个月，宜重新核实"
    en = f"dates from {fact.at}, over {months} months ago"
    return _about(path, definition, "stale-fact", zh, en)


def _about(path: str, definition: FactDefinition, id_: str, zh: str, en: str) -> Doubt:
    label = definition.label
    return Doubt(id_, path, definition.name, Text(f"“{label.zh}”{zh}", f'"{label.en}" {en}'))


def _not_yet(definition: FactDefinition, fact: Fact, as_of: date) -> bool:
    """A day that has not come, or an answer given later, is not a fact on the day (design §5)."""
    if fact.at is not None and fact.at > as_of:
        return True
    if not isinstance(fact.value, DateSpan) or definition.may_lie_ahead:
        return False
    return fact.value.high is None or fact.value.high > as_of


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
