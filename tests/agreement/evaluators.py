"""The evaluators that are held against each other, and what each makes of one subject."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from fenji.evaluation import compiled
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Answered, At, Evaluator, Judged
from fenji.evaluation.reference import whole
from fenji.model.diagnostic import Refused
from fenji.model.submission import Submission
from fenji.model.truth import Truth


def reference(prepared: Prepared, submission: Submission) -> Judged:
    """The reference. It is looked up at each call: an error can be planted, a watch be set."""
    return whole.judge(prepared, submission)


def others() -> dict[str, Evaluator]:
    """All others, by name."""
    return {"compiled": compiled.judge}


@dataclass(frozen=True)
class Outcome:
    """What an evaluator gave: an answer, or the name of what it raised."""

    judged: Judged | None
    raised: str = ""


@runtime_checkable
class ByBatch(Protocol):
    """An evaluator that judges many subjects at once. Its numbers may be as exact as doubles are."""

    def __call__(self, prepared: Prepared, submission: Submission) -> Judged: ...

    def many(self, prepared: Prepared, submissions: Sequence[Submission]) -> list[Outcome]: ...


def outcomes(
    evaluator: Evaluator, prepared: Prepared, submissions: Sequence[Submission]
) -> Iterator[Outcome]:
    """What it makes of each subject. What is raised over a batch is raised of all in it."""
    if not isinstance(evaluator, ByBatch):
        yield from (outcome(evaluator, prepared, submission) for submission in submissions)
        return
    try:
        yield from evaluator.many(prepared, submissions)
    except Exception as error:
        yield from (Outcome(None, f"{type(error).__name__}: {error}") for _ in submissions)


def outcome(evaluator: Evaluator, prepared: Prepared, submission: Submission) -> Outcome:
    """What it makes of one subject. Anything raised but Refused is named with its message."""
    try:
        return Outcome(evaluator(prepared, submission))
    except Refused:
        return Outcome(None, REFUSED)
    except Exception as error:
        return Outcome(None, f"{type(error).__name__}: {error}")


REFUSED = "refused"
Difference = tuple[At, object, object]


Alike = Callable[[Answered | None, Answered | None], bool]


def differences(right: Outcome, other: Outcome, alike: Alike = operator.eq) -> list[Difference]:
    """Where the other differs: the entity and name, what is right, what it gave. None: it agrees.

    A reference that breaks is a difference from what it should be, whatever the other does.
    """
    if right == other and right.raised in ("", REFUSED):
        return []
    if right.judged is None or other.judged is None:
        return [(("", ""), _said(right), _said(other))]
    found: list[Difference] = []
    no_rule = (Truth.FALSE, Truth.FALSE)
    for at in sorted({*right.judged.rules, *other.judged.rules}):
        rules = (right.judged.rules.get(at, no_rule), other.judged.rules.get(at, no_rule))
        if at not in right.judged.rules or at not in other.judged.rules or rules[0] != rules[1]:
            found.append((at, *rules))
    for at in sorted({*right.judged.values, *other.judged.values}):
        values = (_at(right.judged, at), _at(other.judged, at))
        if not alike(*values):
            found.append((at, *values))
    return found


def _at(judged: Judged, at: At) -> Answered | None:
    return judged.values.get(at)


def _said(outcome: Outcome) -> str:
    return outcome.raised or "an answer"
