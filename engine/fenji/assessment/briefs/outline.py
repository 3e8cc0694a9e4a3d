"""What briefs of a release on a day share: what each key stands for, and what open sectors leave open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from fenji.assessment.cautions import of_rule
from fenji.assessment.duties import bound, duty_key, ready_duties
from fenji.assessment.findings import Weight, status_of
from fenji.assessment.foresight.release import Ready
from fenji.evaluation.compiled.codes import GIVEN, UNKNOWN
from fenji.evaluation.compiled.tree import KindReader
from fenji.evaluation.prepared import Prepared, ReadyRule
from fenji.model.brief import Item
from fenji.model.decision import Caution, DutyAnswer, Status
from fenji.model.duty import Duty
from fenji.model.law import Instrument, Missing, Standing
from fenji.model.rule import Classification, FindingKind
from fenji.model.submission import SUBJECT
from fenji.model.tier import Tier
from fenji.model.truth import Truth

Alike = tuple[str, FindingKind, Tier | None, Standing]
"""What a tier hangs on of a finding, however it comes out."""


class Entry(NamedTuple):
    """A rule or duty: its place in the release, and all that can be said of it beforehand.

    `weight` is the place of what it weighs (see `Outline.weighed`), `statuses` how it stands by its
    code; `claimed` is whether it has exclusions to be claimed. `cautions` are due where it holds, and
    `answer` is that of a duty that binds the subject itself and recurs on no day.
    """

    place: int
    id: str
    kind: str
    ready: ReadyRule
    duty: Duty | None
    weight: int
    statuses: tuple[Status, ...]
    claimed: bool
    instrument: str
    cautions: tuple[Caution, ...]
    answer: DutyAnswer | None


class Clause(NamedTuple):
    """A clause in force that is not encoded."""

    instrument: Instrument
    missing: Missing
    id: str
    weight: int


class Unexcluded(NamedTuple):
    """What the rules and duties of a sector leave open that may not apply, by their places."""

    rules: tuple[tuple[int, Item], ...]
    duties: tuple[tuple[int, Item], ...]
    weights: frozenset[int]
    instruments: frozenset[str]


OPEN = UNKNOWN[0]
"""The code of what waits for no fact of its own."""
NOTHING = Unexcluded((), (), frozenset(), frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Rules and duties by their keys, sectors by name; the first classification of each name.

    `weights` are all that something weighs, by its place.
    """

    kinds: Mapping[str, KindReader]
    entries: Mapping[str, Entry]
    unexcluded: Mapping[str, Unexcluded]
    clauses: tuple[Clause, ...]
    classifications: tuple[Classification, ...]
    weights: tuple[Alike, ...]

    def weighed(self, numbers: Iterable[int]) -> frozenset[Weight]:
        """The weights of findings numbered by `numbered`."""
        found = []
        for number in numbers:
            found.append(Weight(*self.weights[number >> 4], *GIVEN[number & 15]))
        return frozenset(found)


def numbered(weight: int, code: int) -> int:
    """One number for what is weighed and both truths by which it counts (see `codes`)."""
    return weight << 4 | code & 15


@lru_cache(maxsize=32)
def outline(ready: Ready) -> Outline:
    """The outline of a release that was compiled for a day."""
    prepared = ready.prepared
    weights: dict[Alike, int] = {}
    entries = {
        key: _entry(place, as_rule, None, weights)
        for place, (key, as_rule) in enumerate(prepared.rules.items())
    }
    for place, (duty, as_rule) in enumerate(ready_duties(prepared)):
        entries[duty_key(duty.id)] = _entry(place, as_rule, duty, weights)
    clauses = tuple(
        Clause(instrument, missing, f"{instrument.id} {missing.clause}", _numbered(weights, weight))
        for instrument, missing, weight in _missing(prepared)
    )
    sectors = {entry.ready.rule.sector for entry in entries.values()}
    classifications = prepared.release.classifications
    return Outline(
        {kind.name: kind for kind in ready.compiled.kinds},
        entries,
        {sector: _unexcluded(entries, sector) for sector in sectors},
        clauses,
        tuple({(c.for_, c.name): c for c in reversed(classifications)}.values()),
        tuple(weights),
    )


def _entry(place: int, ready: ReadyRule, duty: Duty | None, weights: dict[Alike, int]) -> Entry:
    rule = ready.rule
    law = rule.provenance
    plain = duty is not None and duty.last_done is None and duty.for_ == SUBJECT
    return Entry(
        place,
        rule.id,
        rule.for_,
        ready,
        duty,
        _numbered(weights, (rule.sector, rule.finding, rule.tier, law.standing)),
        _statuses(ready.in_force),
        any(exclusion.claimed_by_enterprise for exclusion in ready.unless),
        law.basis[0].instrument if law.basis else "",
        tuple(of_rule(rule.id, rule.title, law.standing, law.review)),
        bound(duty, "") if duty is not None and plain else None,
    )


def _numbered(weights: dict[Alike, int], weight: Alike) -> int:
    return weights.setdefault(weight, len(weights))


@lru_cache(maxsize=3)
def _statuses(in_force: Truth) -> tuple[Status, ...]:
    return tuple(
        status_of(in_force, truth, low, waits=code >> 6 != 0)
        for code, (truth, low) in enumerate(GIVEN)
    )


def _missing(prepared: Prepared) -> Iterable[tuple[Instrument, Missing, Alike]]:
    for instrument, in_force in prepared.instruments.values():
        for missing in instrument.missing if in_force is not Truth.FALSE else ():
            kind, standing = FindingKind(missing.finding), instrument.standing
            yield instrument, missing, (missing.sector, kind, missing.tier, standing)


def _unexcluded(entries: Mapping[str, Entry], sector: str) -> Unexcluded:
    own = [entry for entry in entries.values() if entry.ready.rule.sector == sector]
    rules = [entry for entry in own if entry.duty is None]
    return Unexcluded(
        tuple((entry.place, _open(entry)) for entry in rules),
        tuple((entry.place, _open(entry)) for entry in own if entry.duty is not None),
        frozenset(numbered(entry.weight, OPEN) for entry in rules),
        frozenset(entry.instrument for entry in rules),
    )


def _open(entry: Entry) -> Item:
    entity = "" if entry.kind == SUBJECT else f"{entry.kind}:?"
    return Item(entry.id, entity, Status.SECTOR_NOT_EXCLUDED)
