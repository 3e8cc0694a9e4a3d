"""Answers of classifications while judging: which members are possible, and which stand together.

An answer is the members that are not ruled out (`None`: any), whether it applies as a verdict's code,
and what keeps it open. One that certainly does not apply has none.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from fenji.evaluation.compiled.codes import APPLIES, FALSE, TRUE
from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.numbers import OPEN, Number, is_point
from fenji.evaluation.protocol import Answered
from fenji.evaluation.reference.classifications import GIVEN_LIMIT
from fenji.model.rule import Classification
from fenji.model.value import Choice, Member

Members = frozenset[Member]
Answer = tuple[Members | None, int, int]
Shown = tuple[int, Members | None, int, int]
"""An answer behind the mask of its members."""
NO_ANSWER: Answer = (None, FALSE, 0)
NOBODY: Members = frozenset()


def choosing(cases: tuple[Members, ...], order: tuple[Member, ...]) -> Callable[..., Answer]:
    """All answers of the cases that may be the first to hold.

    Each case comes as the verdict's code of its condition, and its number where it is computed.
    """

    def chosen(*met: tuple[int, Number | None]) -> Answer:
        members, gaps = NOBODY, 0
        for case, (code, number) in zip(cases, met, strict=True):
            gaps |= code >> 6
            if not code:
                continue
            if number is None:
                members = members | case if members else case
            else:
                found, more = _computed(number, order)
                gaps |= more
                if found is None:
                    return None, TRUE, gaps
                members |= found
            if code == TRUE:
                break
        if not members:
            return NO_ANSWER
        return members, TRUE, 0 if len(members) == 1 else gaps

    return chosen


def _computed(number: Number, order: tuple[Member, ...]) -> tuple[Members | None, int]:
    """The known number, or what the order leaves possible of it; outside the order it is no class."""
    low, high, applies, gaps = number
    if not applies:
        return None, 0
    if is_point(low, high) and (not order or Fraction(low) in order):
        return frozenset({Fraction(low)}), 0
    numbers = [m for m in order if not isinstance(m, str | bool) and low <= m <= high]
    return (frozenset(numbers) if numbers else None), gaps


class Choosing(NamedTuple):
    """A classification as far as its answer hangs on more than its cases."""

    id: str
    overrides: str | None


def together(several: tuple[Choosing, ...]) -> Callable[..., Answer]:
    """Editions and overriding cases of one name answer together."""

    def answered(*answers: Answer) -> Answer:
        applying = [(c, a) for c, a in zip(several, answers, strict=True) if a[1]]
        sure = {c.id for c, a in applying if a[1] == TRUE}
        beaten = {c.overrides for c, _ in applying if c.id in sure and c.overrides}
        standing = [(c, a) for c, a in applying if c.id not in beaten]
        if not standing:
            return answers[0]
        if len(standing) == 1:
            return standing[0][1]
        members, gaps = NOBODY, 0
        for _, (found, _, waiting) in standing:
            members |= found or NOBODY
            gaps |= waiting
        ids = {c.id for c, _ in standing}
        certain = any(a[1] == TRUE and c.overrides not in ids for c, a in standing)
        return members, TRUE if certain else OPEN, 0 if len(members) == 1 else gaps

    return answered


def worst(order: tuple[Member, ...]) -> Callable[..., Answer]:
    """The worst of several answers by the order; one that does not apply is passed over."""
    ranks = {member: rank for rank, member in enumerate(order)}

    def found(*several: Shown) -> Answer:
        possible, gaps = {-1}, 0
        for _, members, applies, waiting in several:
            gaps |= waiting
            if not applies:
                continue
            these = set(ranks.values()) if members is None else {ranks[m] for m in members}
            if applies != TRUE:
                these.add(-1)
            possible = {max(a, b) for a in possible for b in these}
        answers = frozenset(order[rank] for rank in possible if rank >= 0)
        if not answers:
            return NO_ANSWER
        applies = OPEN if -1 in possible else TRUE
        return answers, applies, 0 if len(answers) == 1 and applies == TRUE else gaps

    return found


def determined(classification: Classification) -> Callable[[Answer, Member | None], Answer]:
    """The worse of what was computed and what an authority determined stands."""
    order = classification.order
    ranks = {member: rank for rank, member in enumerate(order)}

    def stands(answer: Answer, decided: Member | None) -> Answer:
        members, applies, gaps = answer
        if decided is None or not applies or decided not in order:
            return answer
        least = ranks[decided]
        these = ranks.values() if members is None else [ranks[m] for m in members]
        found = frozenset(order[max(rank, least)] for rank in these)
        return found, applies, 0 if len(found) == 1 else gaps

    return stands


def limited(applies: int, gaps: int, answer: Answer) -> Answer:
    """The answer within its scope and exclusions."""
    if applies == TRUE:
        return answer
    members, own, waiting = answer
    return members, OPEN if own else FALSE, gaps | waiting


def takings(*given: Shown) -> list[tuple[Members, ...]] | None:
    """Each way to take the given answers one by one; `None` where that says nothing."""
    count = 1
    for _, members, _, _ in given:
        if members is None:
            return None
        count *= len(members)
    if count > GIVEN_LIMIT:
        return None
    return list(product(*([frozenset({m}) for m in members or ()] for _, members, _, _ in given)))


def gathered(found: list[Answer], *given: Shown) -> Answer:
    """What the answer could be over all takings of the given ones."""
    members, gaps = NOBODY, 0
    for answer in found:
        members |= answer[0] or NOBODY
        gaps |= answer[2]
    applies = TRUE
    for shown in given:
        gaps |= shown[3]
        if shown[2] != TRUE:
            applies = OPEN
    return members, applies, 0 if len(members) == 1 and applies == TRUE else gaps


def masking(domain: Domain) -> Callable[[Answer], Shown]:
    """Puts the mask of its members before an answer."""

    def masked(answer: Answer) -> Shown:
        members = answer[0]
        return domain[members], members, answer[1], answer[2]

    return masked


def answered_choice(shown: Shown) -> Answered:
    """What is given out of a classification."""
    _, members, applies, _ = shown
    if not applies:
        return Answered(None, APPLIES[0])
    return Answered(Choice(members), APPLIES[applies])
