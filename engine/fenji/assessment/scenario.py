"""A scenario held against what was found: every point in which the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fenji.assessment.found import Found, found
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.model.condition import Fires
from fenji.model.decision import Decision, Status
from fenji.model.diagnostic import Refused
from fenji.model.reason import Reason
from fenji.model.release import Release
from fenji.model.scenario import Expectation, Scenario
from fenji.model.submission import Entity
from fenji.model.tier import Tier
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan, Value, as_span


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that was expected and is not so.

    `what` is the key of `expect`, `name` what it speaks of (a rule, a path, a fact, a figure). Both
    sides are truths for rules, values for `values`, words for the rest; absence is "".
    """

    what: str
    name: str
    expected: Truth | Value | str | None
    found: Truth | Value | str | None


def run(release: Release, scenario: Scenario) -> tuple[Mismatch, ...]:
    """Decides the scenario's facts and compares; empty where all is as expected."""
    if scenario.submission is None:
        return compare_refused(scenario, scenario.refused_with)
    try:
        what = found(release, scenario, scenario.submission)
    except Refused as refused:
        return compare_refused(scenario, (d.id for d in refused.diagnostics))
    return compare(scenario, what)


def compare_refused(scenario: Scenario, ids: Iterable[str]) -> tuple[Mismatch, ...]:
    """The facts were refused with these diagnostics: was that expected?"""
    found = tuple(dict.fromkeys(ids))
    if scenario.expect.error in found:
        return ()
    return (Mismatch("error", "", scenario.expect.error, ", ".join(found)),)


def compare(scenario: Scenario, what: Found) -> tuple[Mismatch, ...]:
    """Every point in which what was found is not as expected, in the order of the keys."""
    expect = scenario.expect
    if expect.error:
        return (Mismatch("error", "", expect.error, ""),)
    return (
        *_truths(what.rules, findings=expect.findings, not_=expect.not_, open=expect.open),
        *_truths(
            what.duties,
            duties=expect.duties,
            not_duties=expect.not_duties,
            open_duties=expect.open_duties,
        ),
        *_values(scenario, what),
        *(_of_the_whole(expect, what.decision) if what.decision is not None else ()),
    )


def _of_the_whole(expect: Expectation, decision: Decision) -> Iterator[Mismatch]:
    """What hangs on more than the rules and values named."""
    said = dict.fromkeys((f.rule for f in decision.earlier_edition), Truth.UNKNOWN)
    said |= {f.rule: Truth.TRUE for f in decision.earlier_edition if f.status is Status.HOLDS}
    yield from _truths(said, earlier=expect.earlier, open_earlier=expect.open_earlier)
    yield from _tiers(expect, decision)
    asks = [ask.gap.name for ask in decision.asks]
    yield from _named("asks", expect.asks, asks)
    yield from _unwanted("not_asks", expect.not_asks, asks)
    yield from _named("inspect", expect.inspect, (ask.gap.name for ask in decision.inspect))
    yield from _named("presumed", expect.presumed, (item.rule for item in decision.presumed))
    yield from _named("cautions", expect.cautions, (caution.id for caution in decision.cautions))
    yield from _named("sectors", expect.sectors, _applying(decision))


def reasons(release: Release, scenario: Scenario, rule: str) -> tuple[Reason, ...]:
    """Why the rule comes out as it does, at each entity that the scenario names."""
    target = next((r for r in release.rules if r.id == rule), None)
    if target is None or scenario.submission is None:
        return ()
    prepared = prepare(release, scenario.as_of)
    if rule not in prepared.rules:
        return ()
    scene = scene_of(prepared, scenario.submission)
    spots = [spot for spot in scene.world.spots(target.for_) if spot.phantom is None]
    return tuple(scene.judge(Fires(rule), spot).reason for spot in spots)


WANTED = {"not": Truth.FALSE, "open": Truth.UNKNOWN}
"""What the first word of a key wants of the names under it; any other wants that they hold."""


def _truths(held: Mapping[str, Truth], **expected: tuple[str, ...]) -> Iterator[Mismatch]:
    """What should hold somewhere, hold and be open nowhere, be open somewhere and hold nowhere."""
    for key, names in expected.items():
        what = key.rstrip("_")
        truth = WANTED.get(what.partition("_")[0], Truth.TRUE)
        for name in names:
            actual = held.get(name, Truth.FALSE)
            if actual is not truth:
                yield Mismatch(what, name, truth, actual)


def _values(scenario: Scenario, what: Found) -> Iterator[Mismatch]:
    for path, expected in scenario.expect.values.items():
        entity, _, name = path.rpartition(".")
        actual = what.values.get((_entity_path(scenario, entity), name))
        if not _same(expected, actual):
            yield Mismatch("values", path, expected, actual)


def _entity_path(scenario: Scenario, path: str) -> str:
    """`hazard_unit.0` as decisions write it: `hazard_unit:store-2`."""
    if not path or scenario.submission is None:
        return ""
    at: Entity = scenario.submission.root
    made = []
    words = iter(path.split("."))
    for kind in words:
        at = at.children[kind].items[int(next(words))]
        made.append(f"{kind}:{at.id}")
    return "/".join(made)


def _same(expected: Value | None, actual: Value | None) -> bool:
    if isinstance(expected, NumberSpan) and actual is not None:
        return expected == as_span(actual)
    return expected == actual


def _tiers(expect: Expectation, decision: Decision) -> Iterator[Mismatch]:
    figures = decision.tier
    found = {
        "certain": figures.certain,
        "possible": figures.possible,
        "on_declared_certain": figures.on_declared.certain,
        "on_declared_possible": figures.on_declared.possible,
    }
    for figure, expected in expect.tier.items():
        actual = _word(found[figure])
        if actual != expected:
            yield Mismatch("tier", figure, expected, actual)


def _word(tier: Tier | None) -> str:
    return "ungraded" if tier is None else tier.value


def _named(what: str, expected: Iterable[str], actual: Iterable[str]) -> Iterator[Mismatch]:
    found = set(actual)
    for name in expected:
        if name not in found:
            yield Mismatch(what, name, name, "")


def _unwanted(what: str, expected: Iterable[str], actual: Iterable[str]) -> Iterator[Mismatch]:
    found = set(actual)
    for name in expected:
        if name in found:
            yield Mismatch(what, name, "", name)


def _applying(decision: Decision) -> Iterator[str]:
    return (sector.name for sector in decision.sectors if sector.applies is Truth.TRUE)
