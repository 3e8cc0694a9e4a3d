"""From a decision and the lists of the sectors to what an officer has to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from fenji.checklists.hanging import Hanging, hanging
from fenji.model.checklist import Checklist, ChecklistItem, ChecklistMade, ToCheck
from fenji.model.decision import Ask, Decision
from fenji.model.law import Basis
from fenji.model.reason import Gap
from fenji.model.release import Release
from fenji.model.rule import Classification, Sheet
from fenji.model.sector import CROSS_CUTTING

Fact = tuple[str, str]


def checklist_for(
    decision: Decision, release: Release, checklists: Sequence[Checklist]
) -> ChecklistMade:
    """The list for the subject of that decision.

    An item stands in it where a fact of its own was never inspected, or where the tier hangs on one.
    The weightiest come first, in the order of the decision's questions.
    """
    applying = {CROSS_CUTTING, *(sector.name for sector in decision.sectors)}
    items = [item for one in checklists if one.sector in applying for item in one.items]
    rests_on = hanging(decision, release)
    to_see = [found for item in items if (found := _to_see(item, decision.inspect, release))]
    seen = {one.item for one in to_see}
    rest = [item for item in items if item.id not in seen]
    listed = {fact for item in items for fact in item.facts}
    places = {ask.gap: place for place, ask in enumerate(decision.inspect)}
    return ChecklistMade(
        decision.subject_id,
        decision.subject_name,
        decision.as_of,
        tuple(sorted(to_see, key=lambda one: min(places[gap] for gap in one.open))),
        tuple(found for item in rest if (found := _hanging(item, decision, rests_on, release))),
        tuple(_unlisted(decision.inspect, listed, release)),
    )


def _fact(gap: Gap) -> Fact:
    return gap.kind, gap.name


def _to_see(item: ChecklistItem, asks: Iterable[Ask], release: Release) -> ToCheck | None:
    own = [ask for ask in asks if _fact(ask.gap) in item.facts]
    if not own:
        return None
    triggers = tuple(dict.fromkeys(name for ask in own for name in _rules(ask, release)))
    gaps = tuple(ask.gap for ask in own)
    return ToCheck(item.id, item.look, gaps, (), triggers, _basis(item, triggers, release))


def _hanging(
    item: ChecklistItem, decision: Decision, rests_on: Hanging, release: Release
) -> ToCheck | None:
    """The item where the tier rests on its facts, or waits for one that can be read off a paper."""
    own = [at for at in rests_on.facts if at[1] in item.facts]
    asks = [a for a in decision.asks if a.worst is not None and _fact(a.gap) in item.facts]
    if not own and not asks:
        return None
    holding = [rule for at in own for rule in rests_on.facts[at]]
    waiting = [rule for ask in asks for rule in _rules(ask, release)]
    triggers = tuple(dict.fromkeys((*holding, *waiting)))
    gaps = tuple(ask.gap for ask in asks)
    hangs = tuple((entity, name) for entity, (_, name) in own)
    return ToCheck(item.id, item.look, gaps, hangs, triggers, _basis(item, triggers, release))


def _unlisted(asks: Iterable[Ask], listed: Container[Fact], release: Release) -> Iterator[ToCheck]:
    """The questions of the dictionary for facts that no item mentions, each once."""
    by_fact: dict[Fact, list[Ask]] = defaultdict(list)
    for ask in asks:
        if _fact(ask.gap) not in listed:
            by_fact[_fact(ask.gap)].append(ask)
    for several in by_fact.values():
        triggers = tuple(dict.fromkeys(name for ask in several for name in _rules(ask, release)))
        gaps = tuple(ask.gap for ask in several)
        basis = _of_rules(triggers, release)
        yield ToCheck("", several[0].question, gaps, (), triggers, basis)


def _rules(ask: Ask, release: Release) -> Iterator[str]:
    """The rules, duties, classes and scores among what waits for an answer."""
    known = _bases(release)
    return (name for name in ask.waiting if name in known)


def _basis(item: ChecklistItem, triggers: Iterable[str], release: Release) -> tuple[Basis, ...]:
    return item.basis or _of_rules(triggers, release)


def _of_rules(triggers: Iterable[str], release: Release) -> tuple[Basis, ...]:
    """The first basis of each, each once."""
    known = _bases(release)
    return tuple(dict.fromkeys(known[name][0] for name in triggers if known[name]))


@lru_cache(maxsize=4)
def _bases(release: Release) -> dict[str, tuple[Basis, ...]]:
    """What each rule, duty, class and score rests on, by its id or name."""
    answers: tuple[Classification | Sheet, ...] = (*release.classifications, *release.sheets)
    found = {answer.name: answer.provenance.basis for answer in answers}
    return found | {one.id: one.provenance.basis for one in release.rules_and_duties}
