"""The columnar evaluator among the others: all subjects of a release at once, numbers in doubles."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fenji.evaluation import columnar
from fenji.evaluation.columnar.one_by_one import one_by_one
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Answered, Judged
from fenji.model.submission import Submission
from fenji.model.value import Choice, NumberSpan
from tests.agreement.evaluators import Outcome, outcome, reference

CLOSE = 1e-9


class InDoubles(Judged):
    """Answers whose numbers are as exact as doubles are."""

    __slots__ = ()


class Columnar:
    """It judges many as one batch; those that it refers are judged by the reference.

    `judged` and `referred` count subjects over all batches.
    """

    def __init__(self) -> None:
        self.judged = 0
        self.referred = 0

    def __call__(self, prepared: Prepared, submission: Submission) -> Judged:
        """One subject, as a batch of its own. Raises what the reference raises."""
        judgement = columnar.judged(
            columnar.planned(prepared), columnar.taken_in(prepared, [submission])
        )
        found = one_by_one(judgement)[0]
        if judgement.refer.any():
            return reference(prepared, submission)
        return InDoubles(found.rules, found.values)

    def many(self, prepared: Prepared, submissions: Sequence[Submission]) -> list[Outcome]:
        """Each subject."""
        plan = columnar.planned(prepared)
        judgement = columnar.judged(plan, columnar.taken_in(prepared, submissions))
        found = [
            outcome(reference, prepared, submission)
            if refer
            else Outcome(InDoubles(one.rules, one.values))
            for submission, refer, one in zip(
                submissions, judgement.refer, one_by_one(judgement), strict=True
            )
        ]
        self.judged += len(found)
        self.referred += int(judgement.refer.sum())
        return found


def is_close(right: Answered | None, other: Answered | None) -> bool:
    """Whether two answers are the same but for what doubles cannot hold."""
    if right is None or other is None or right.applies is not other.applies:
        return right is other
    one, two = right.value, other.value
    if isinstance(one, NumberSpan) and isinstance(two, NumberSpan):
        return _same(one.low, two.low) and _same(one.high, two.high)
    if isinstance(one, Choice) and isinstance(two, Choice):
        if one.members is None or two.members is None or len(one.members) != len(two.members):
            return one == two
        mine = sorted(one.members, key=_by_size)
        return all(map(_same, mine, sorted(two.members, key=_by_size)))
    return one == two


def _by_size(member: object) -> tuple[str, float, str]:
    if isinstance(member, Fraction):
        return "number", float(member), ""
    return type(member).__name__, 0.0, str(member)


def _same(a: object, b: object) -> bool:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return abs(a - b) <= CLOSE * max(abs(a), abs(b))
    return a == b
