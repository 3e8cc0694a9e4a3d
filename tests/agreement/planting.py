"""An evaluator with an error in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any as Anything
from unittest.mock import patch

from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Evaluator, Judged
from fenji.model.submission import Submission

Planted = tuple[tuple[Anything, Anything, Anything], ...]
"""What is put in whose place: the module, class or dict, the name in it, what stands there now."""


@contextmanager
def _in_place(error: Planted) -> Iterator[None]:
    with ExitStack() as stack:
        for place, name, wrong in error:
            if isinstance(place, dict):
                stack.enter_context(patch.dict(place, {name: wrong}))
            else:
                stack.enter_context(patch.object(place, name, wrong))
        yield


def broken(evaluator: Evaluator, error: Planted) -> Evaluator:
    """The evaluator with that error in it, from making the release ready on."""

    def judge(prepared: Prepared, submission: Submission) -> Judged:
        with _in_place(error):
            return evaluator(prepared, submission)

    return judge
