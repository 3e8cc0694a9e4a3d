"""Which matters a subject has: what it says it does, what its industry code says, what facts show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.jurisdiction.codes import NamedByCode, named_by_code
from fenji.jurisdiction.conditions import NO
from fenji.jurisdiction.ready import ReadyChart, ReadyMatter
from fenji.jurisdiction.view import ACTIVITIES, INDUSTRY_CODE, MAIN_ACTIVITY, View
from fenji.model.truth import Truth
from fenji.model.value import Choice, SetSpan


@dataclass(frozen=True, slots=True)
class Had:
    """A matter that the subject has or may have, by the fact (or the matter's own condition) `by`."""

    ready: ReadyMatter
    has: Truth
    by: str
    gaps: Gaps


@dataclass(frozen=True, slots=True)
class Held:
    """All matters of a subject.

    `activities` and `others` are those that something speaks for, by id. `unnamed` are activities
    that it may have only because not all were named. `mains` are those that its main activity can
    be; `main` is it where that is known, by the fact `main_by`. `beside` are activities that only
    say what a place is like.
    """

    activities: Mapping[str, Had]
    others: Mapping[str, Had]
    unnamed: frozenset[str]
    mains: frozenset[str]
    main: str
    main_by: str
    beside: frozenset[str]

    def certain(self, *, beside: bool = False) -> frozenset[str]:
        """The activities that it certainly has: those that say what is done, or those `beside` them."""
        return self._having(Truth.TRUE, beside)

    def possible(self, *, beside: bool = False) -> frozenset[str]:
        """The activities that it may have besides."""
        return self._having(Truth.UNKNOWN, beside)

    def _having(self, has: Truth, beside: bool) -> frozenset[str]:
        own = {id_ for id_, had in self.activities.items() if had.has is has}
        several = own | self.unnamed if has is Truth.UNKNOWN else own
        return frozenset(several & self.beside if beside else several - self.beside)


def matters_of(view: View) -> Held:
    """Every matter that the subject has or may have.

    Activities not answered are unknown, never absent. Where all of them were named, the industry
    code adds none.
    """
    ready = view.ready
    named, unnamed = _listed(view)
    said = _main_said(view)
    code = named_by_code(ready, _code(view))
    activities = _named(ready, named, said, code, unnamed)
    for matter in ready.shown:
        id_ = matter.matter.id
        if id_ not in activities:
            shown = view.judge(matter.matter.when)
            if shown.truth is not Truth.FALSE:
                asks = {view.gap(ACTIVITIES)} if shown.truth is Truth.UNKNOWN else ()
                gaps = shown.gaps.union(asks) if id_ in unnamed else shown.gaps
                activities[id_] = Had(matter, shown.truth, id_, gaps)
    others: dict[str, Had] = {}
    for matter in ready.others:
        shown = NO if matter.matter.when is None else view.judge(matter.matter.when)
        if shown.truth is not Truth.FALSE:
            others[matter.matter.id] = Had(matter, shown.truth, matter.matter.id, shown.gaps)
    rest = unnamed - activities.keys()
    mains, by = _mains(activities, rest, said, code, ready.beside)
    main = next(iter(mains)) if by else ""
    return Held(activities, others, rest, mains, main, by, ready.beside)


def _listed(view: View) -> tuple[frozenset[str], frozenset[str]]:
    """The activities that are named, and those that may come besides."""
    every = view.ready.activities
    value = view.value(ACTIVITIES)
    if not isinstance(value, SetSpan):
        return frozenset(), every
    possible = every if value.possible is None else every & value.possible
    return every & value.certain, possible - value.certain


def _named(
    ready: ReadyChart,
    named: frozenset[str],
    said: frozenset[str],
    code: NamedByCode,
    unnamed: frozenset[str],
) -> dict[str, Had]:
    """The activities that the subject certainly has because it says so, or its industry code does."""
    by = dict.fromkeys(named, ACTIVITIES)
    if len(said) == 1:
        by.setdefault(next(iter(said)), MAIN_ACTIVITY)
    if code.alone:
        for id_ in code.activities & unnamed:
            by.setdefault(id_, INDUSTRY_CODE)
    return {id_: Had(ready.matters[id_], Truth.TRUE, by[id_], NO_GAPS) for id_ in sorted(by)}


def _main_said(view: View) -> frozenset[str]:
    """What the main activity was said to be (one of these); empty where it was not said."""
    value = view.value(MAIN_ACTIVITY)
    every = view.ready.activities
    if not isinstance(value, Choice) or value.members is None or value.members >= every:
        return frozenset()
    return every & value.members


def _code(view: View) -> str:
    value = view.value(INDUSTRY_CODE)
    if isinstance(value, Choice) and value.members is not None and len(value.members) == 1:
        return str(next(iter(value.members)))
    return ""


def _mains(
    activities: Mapping[str, Had],
    rest: frozenset[str],
    said: frozenset[str],
    code: NamedByCode,
    beside: frozenset[str],
) -> tuple[frozenset[str], str]:
    """What the main activity can be, and by which fact where it can be one only.

    The answer itself; else the declared activity that the industry code names; else the only one.
    Those `beside` others are it only where that is said.
    """
    if len(said) == 1:
        return said, MAIN_ACTIVITY
    possible = rest.union(activities)
    if said & possible:
        possible = said & possible
    certain = frozenset(id_ for id_, had in activities.items() if had.has is Truth.TRUE)
    if certain - beside:
        possible -= beside
    coded = code.activities & possible
    if len(coded) == 1 and coded <= certain:
        return coded, INDUSTRY_CODE
    if len(possible) == 1 and possible <= certain - beside:
        return possible, ACTIVITIES
    return possible, ""
