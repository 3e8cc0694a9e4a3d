"""Classifications: one answer from cases, or the worst of several answers, or what overrides them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from fenji.evaluation.prepared import ReadyClassification
from fenji.evaluation.reference.exclusions import excluded
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, Verdict, union
from fenji.evaluation.world import Spot
from fenji.model.expression import Name, Stratum
from fenji.model.reason import Seen
from fenji.model.rule import Case, Classification
from fenji.model.truth import Truth, all_of
from fenji.model.value import Choice, Member, NumberSpan, as_span, is_known

Members = frozenset[Member]
GIVEN_LIMIT = 512
"""So many combinations of given answers are gone through one by one; beyond, the answer is wide."""


def value_of_classification(
    scene: Scene, several: tuple[ReadyClassification, ...], at: Spot
) -> Valued:
    """The set of answers not ruled out. Editions and overriding cases of one name answer together."""
    answers = [(ready.classification, _answer(scene, ready, at)) for ready in several]
    applying = [(c, v) for c, v in answers if v.applies is not Truth.FALSE]
    sure = {c.id for c, v in applying if v.applies is Truth.TRUE}
    beaten = {c.overrides for c, _ in applying if c.id in sure and c.overrides}
    standing = [(c, v) for c, v in applying if c.id not in beaten]
    if not standing:
        return answers[0][1]
    if len(standing) == 1:
        return standing[0][1]
    return _together(standing, at)


def _together(standing: list[tuple[Classification, Valued]], at: Spot) -> Valued:
    """Several answers that may all apply: the set of them, and a conflict where nothing ranks them."""
    members: Members = frozenset()
    declared: Members = frozenset()
    for _, valued in standing:
        members |= _members(valued.value) or frozenset()
        declared |= _members(valued.on_declared) or frozenset()
    name = standing[0][0].name
    ids = {c.id for c, _ in standing}
    certain = [c for c, v in standing if v.applies is Truth.TRUE and c.overrides not in ids]
    conflict = tuple(c.id for c in certain) if len(certain) > 1 and len(members) > 1 else ()
    value = Choice(members)
    parts = tuple(valued.seen for _, valued in standing)
    seen = Seen(name, at.path, value, is_known(value), parts=parts)
    applies = Truth.TRUE if certain else Truth.UNKNOWN
    gaps = NO_GAPS if is_known(value) else union(valued.gaps for _, valued in standing)
    return Valued(value, applies, gaps, seen, Choice(declared), conflict)


def _answer(scene: Scene, ready: ReadyClassification, at: Spot) -> Valued:
    """The answer of one classification: does not apply out of scope, or where it is excluded."""
    classification = ready.classification
    applies, gaps = ready.in_force, NO_GAPS
    if classification.scope is not None:
        scope = scene.judge(classification.scope, at)
        applies, gaps = all_of((applies, scope.truth)), scope.gaps
    if classification.unless and applies is not Truth.FALSE:
        exclusion = excluded(scene, classification.id, classification.unless, at)
        applies = all_of((applies, ~exclusion.truth))
        gaps = union((gaps, exclusion.gaps))
    if applies is Truth.FALSE:
        seen = Seen(classification.name, at.path, None, True)
        return Valued(None, applies, NO_GAPS, seen)
    worked = (
        _worst(scene, classification, at)
        if classification.worst_of
        else _cases(scene, classification, at)
    )
    worked = _with_determination(scene, classification, worked, at)
    if applies is Truth.UNKNOWN:
        return worked._replace(applies=all_of((applies, worked.applies)), gaps=gaps | worked.gaps)
    return worked


def _cases(scene: Scene, classification: Classification, at: Spot) -> Valued:
    if not classification.given:
        return _from_cases(scene, classification, at)
    given = [
        scene.value(Name(at.entity.kind, g, Stratum.CLASSIFICATION), at)
        for g in classification.given
    ]
    choices = [_members(valued.value) for valued in given]
    if any(c is None for c in choices) or _combinations(choices) > GIVEN_LIMIT:
        return _from_cases(scene, classification, at)
    found = []
    for combination in product(*(sorted(c, key=str) for c in choices if c is not None)):
        assumed = {
            (at.path, name): _taken(valued, member)
            for name, valued, member in zip(classification.given, given, combination, strict=True)
        }
        found.append(_from_cases(scene.assuming(assumed), classification, at))
    value = Choice(frozenset().union(*(_members(v.value) or frozenset() for v in found)))
    seen = Seen(
        classification.name, at.path, value, is_known(value), parts=tuple(v.seen for v in given)
    )
    open_ = union((*(v.gaps for v in given), *(v.gaps for v in found)))
    applies = Truth.UNKNOWN if any(v.applies is not Truth.TRUE for v in given) else Truth.TRUE
    gaps = NO_GAPS if is_known(value) and applies is Truth.TRUE else open_
    return Valued(value, applies, gaps, seen, value)


def _combinations(choices: list[Members | None]) -> int:
    count = 1
    for choice in choices:
        count *= len(choice or ())
    return count


def _taken(valued: Valued, member: Member) -> Valued:
    """The given answer taken to be one of its possible members."""
    value = Choice(frozenset({member}))
    seen = valued.seen._replace(value=value, known=True)
    return Valued(value, Truth.TRUE, NO_GAPS, seen, value)


def _from_cases(scene: Scene, classification: Classification, at: Spot) -> Valued:
    """All answers of the cases that may be the first to hold."""
    verdicts = _up_to_the_first(scene, classification, at)
    members, gaps, seen = _first(scene, classification, verdicts, at)
    on_declared = _first_on_declared(scene, classification, verdicts, at)
    value = Choice(members)
    applies = Truth.TRUE if members is None or members else Truth.FALSE
    if not members and members is not None:
        return Valued(None, applies, NO_GAPS, Seen(classification.name, at.path, None, True))
    shown = Seen(classification.name, at.path, value, is_known(value), parts=seen)
    return Valued(value, applies, NO_GAPS if is_known(value) else gaps, shown, Choice(on_declared))


Judged = list[tuple[Case, Verdict | None]]


def _up_to_the_first(scene: Scene, classification: Classification, at: Spot) -> Judged:
    """The cases up to the first that certainly holds; what stands below it does not count."""
    judged: Judged = []
    for case in classification.cases:
        judged.append((case, None if case.when is None else scene.judge(case.when, at)))
        verdict = judged[-1][1]
        if verdict is None or verdict.truth is Truth.TRUE:
            break
    return judged


def _first(
    scene: Scene, classification: Classification, verdicts: Judged, at: Spot
) -> tuple[Members | None, Gaps, tuple[Seen, ...]]:
    members: Members = frozenset()
    gaps: Gaps = NO_GAPS
    seen: list[Seen] = []
    for case, verdict in verdicts:
        truth = Truth.TRUE if verdict is None else verdict.truth
        if verdict is not None:
            gaps = union((gaps, verdict.gaps))
            seen.extend(_read(verdict))
        if truth is Truth.FALSE:
            continue
        answers, more = _case_members(scene, classification, case, at)
        gaps = union((gaps, more))
        if answers is None:
            return None, gaps, _once(seen)
        members |= answers
        if truth is Truth.TRUE:
            break
    return members, gaps, _once(seen)


def _first_on_declared(
    scene: Scene, classification: Classification, verdicts: Judged, at: Spot
) -> Members | None:
    members: Members = frozenset()
    for case, verdict in verdicts:
        low = Truth.TRUE if verdict is None else verdict.low
        if low is Truth.FALSE:
            continue
        answers, _ = _case_members(scene, classification, case, at)
        if answers is None:
            return None
        members |= answers
        if low is Truth.TRUE:
            break
    return members


def _case_members(
    scene: Scene, classification: Classification, case: Case, at: Spot
) -> tuple[Members | None, Gaps]:
    """The answer of one case; of a computed one, the known number or what `order` leaves possible.

    A number that the order does not hold is no class: it could be any of them.
    """
    if case.computed is None:
        return frozenset({case.value}), NO_GAPS
    valued = scene.value(case.computed, at)
    if valued.value is None:
        return None, NO_GAPS
    span, order = as_span(valued.value), classification.order
    known = span.low if span.low == span.high else None
    if known is not None and (not order or known in order):
        return frozenset({known}), NO_GAPS
    numbers = [m for m in order if isinstance(m, Fraction) and _in(span, m)]
    return (frozenset(numbers) if numbers else None), valued.gaps


def _in(span: NumberSpan, number: Fraction) -> bool:
    low, high = span.low, span.high
    return (low is None or low <= number) and (high is None or number <= high)


def _read(verdict: Verdict) -> Iterator[Seen]:
    """The values a verdict read, for the trace of the classification."""
    stack = [verdict.reason]
    while stack:
        reason = stack.pop()
        yield from (seen for seen in reason.seen if seen.label)
        stack.extend(reversed(reason.parts))


def _once(seen: list[Seen]) -> tuple[Seen, ...]:
    return tuple({(s.entity, s.label): s for s in seen}.values())


def _worst(scene: Scene, classification: Classification, at: Spot) -> Valued:
    """The worst of several answers by the order; one that does not apply is passed over."""
    order = {member: rank for rank, member in enumerate(classification.order)}
    several = [
        scene.value(Name(at.entity.kind, name, Stratum.CLASSIFICATION), at)
        for name in classification.worst_of
    ]
    possible: set[int] = {-1}
    for valued in several:
        if valued.applies is Truth.FALSE:
            continue
        members = _members(valued.value)
        ranks = {order[m] for m in members} if members is not None else set(order.values())
        if valued.applies is Truth.UNKNOWN:
            ranks.add(-1)
        possible = {max(a, b) for a in possible for b in ranks}
    answers = frozenset(classification.order[rank] for rank in possible if rank >= 0)
    parts = tuple(valued.seen for valued in several)
    if not answers:
        seen = Seen(classification.name, at.path, None, True, parts=parts)
        return Valued(None, Truth.FALSE, NO_GAPS, seen)
    value = Choice(answers)
    applies = Truth.UNKNOWN if -1 in possible else Truth.TRUE
    settled = is_known(value) and applies is Truth.TRUE
    gaps = NO_GAPS if settled else union(valued.gaps for valued in several)
    seen = Seen(classification.name, at.path, value, is_known(value), parts=parts)
    return Valued(value, applies, gaps, seen, value)


def _with_determination(
    scene: Scene, classification: Classification, worked: Valued, at: Spot
) -> Valued:
    """The worse of what was computed and what an authority determined stands (design §2)."""
    decided = scene.determined.get((at.path, classification.determined_as or ""))
    if decided is None or worked.applies is Truth.FALSE or decided not in classification.order:
        return worked
    order = {member: rank for rank, member in enumerate(classification.order)}
    least = order[decided]

    def worse(members: Members | None) -> Choice:
        ranks = order.values() if members is None else [order[m] for m in members]
        return Choice(frozenset(classification.order[max(rank, least)] for rank in ranks))

    value = worse(_members(worked.value))
    seen = worked.seen._replace(value=value, known=is_known(value), parts=(worked.seen,))
    gaps = NO_GAPS if is_known(value) else worked.gaps
    on_declared = worse(_members(worked.on_declared))
    return worked._replace(value=value, on_declared=on_declared, gaps=gaps, seen=seen)


def _members(value: object) -> Members | None:
    return value.members if isinstance(value, Choice) else None
