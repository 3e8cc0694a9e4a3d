"""An evaluator with an error in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any as Anything
from unittest.mock import patch

from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Evaluator, Judged
from fenji.model.submission import Submission
from tests.agreement.evaluators import ByBatch, Outcome

Planted = tuple[tuple[Anything, Anything, Anything], ...]
"""What is put in whose place: the module, class or dict, the name in it, what stands there now."""


@contextmanager
def in_place(error: Planted) -> Iterator[None]:
    """While it is there."""
    with ExitStack() as stack:
        for place, name, wrong in error:
            if isinstance(place, dict):
                stack.enter_context(patch.dict(place, {name: wrong}))
            else:
                stack.enter_context(patch.object(place, name, wrong))
        yield


def broken(evaluator: Evaluator, error: Planted) -> Evaluator:
    """The evaluator with that error in it, from making the release ready on."""

    return (
        BrokenByBatch(evaluator, error)
        if isinstance(evaluator, ByBatch)
        else _alone(evaluator, error)
    )


def _alone(evaluator: Evaluator, error: Planted) -> Evaluator:
    def judge(prepared: Prepared, submission: Submission) -> Judged:
        with in_place(error):
            return evaluator(prepared, submission)

    return judge


class BrokenByBatch:
    """An evaluator of batches with an error in it."""

    def __init__(self, evaluator: ByBatch, error: Planted) -> None:
        self._evaluator = evaluator
        self._error = error

    def __call__(self, prepared: Prepared, submission: Submission) -> Judged:
        """One subject."""
        with in_place(self._error):
            return self._evaluator(prepared, submission)

    def many(self, prepared: Prepared, submissions: Sequence[Submission]) -> list[Outcome]:
        """Each subject."""
        with in_place(self._error):
            return self._evaluator.many(prepared, submissions)
