"""The compiled evaluator: a release made into Python functions for a day, and run for each subject.

It gives what the reference gives over everything (see `protocol`), and nothing that explains it: no
reasons, no gaps by name, no values on declared facts.
"""

from __future__ import annotations

from functools import lru_cache

from fenji.evaluation.compiled.codes import GIVEN
from fenji.evaluation.compiled.release import Compiled, compile_release
from fenji.evaluation.compiled.running import run
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Judged
from fenji.evaluation.reference import whole
from fenji.model.submission import Submission


@lru_cache(maxsize=32)
def compiled(prepared: Prepared) -> Compiled:
    """The release compiled, once for each one that was made ready."""
    return compile_release(prepared)


def judge(prepared: Prepared, submission: Submission) -> Judged:
    """All of one subject. See `protocol.Evaluator`."""
    told = run(compiled(prepared), prepared, submission)
    if told is None:
        return whole.judge(prepared, submission)
    return Judged({at: GIVEN[code] for at, code in told.rules.items()}, told.values)
