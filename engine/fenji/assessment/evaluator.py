"""Which evaluator goes over a subject first: both give the same decision, byte for byte.

The reference alone answers at once. Compiled functions have to be made first, and then spare it most
of its work: that pays for whoever decides about many subjects on one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from fenji.evaluation.prepared import Prepared
from fenji.model.submission import Submission

if TYPE_CHECKING:
    from fenji.assessment.foresight.subject import Foresight

Evaluator = Literal["auto", "reference", "compiled"]
"""`auto` begins with the reference, and compiles once so many subjects have shown that it pays."""

BRIEF_PAYS_FROM, WHOLE_PAYS_FROM = 60, 1000
"""From so many subjects under one release on one day on, compiling has paid: for briefs, and for whole
decisions (measured over the examples, see `bench/one_subject.py`)."""


def for_so_many(subjects: int) -> Evaluator:
    """The evaluator for whoever knows beforehand how many whole decisions there are to make."""
    return "compiled" if subjects >= WHOLE_PAYS_FROM else "reference"


def known_of(
    prepared: Prepared,
    submission: Submission,
    evaluator: Evaluator,
    pays_from: int,
    *,
    explain: bool = False,
) -> Foresight | None:
    """What the compiled functions say of a subject; `None` where the reference is to look alone.

    That is also where only it can answer (see `running`). Raises ValueError for any other word.
    """
    if evaluator == "reference" or (evaluator == "auto" and not _pays(prepared, pays_from)):
        return None
    if evaluator not in ("auto", "compiled"):
        raise ValueError(f"evaluator is auto, reference or compiled, not {evaluator!r}")
    from fenji.assessment.foresight.release import ready
    from fenji.assessment.foresight.subject import Foresight
    from fenji.evaluation.compiled.running import run

    made = ready(prepared)
    told = run(made.compiled, prepared, submission)
    return None if told is None else Foresight(made, told, explain=explain)


@dataclass(slots=True, eq=False)
class _Count:
    """How many subjects were decided under a release on a day."""

    subjects: int = 0


@lru_cache(maxsize=32)
def _count(prepared: Prepared) -> _Count:
    return _Count()


def _pays(prepared: Prepared, pays_from: int) -> bool:
    count = _count(prepared)
    count.subjects += 1
    return count.subjects > pays_from
