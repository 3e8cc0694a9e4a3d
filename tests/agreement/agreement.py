"""Evaluators held against the reference: one release, one day, many subjects."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from random import Random

from fenji.evaluation.prepared import Prepared, prepare
from fenji.evaluation.protocol import Evaluator
from fenji.model.release import Release
from fenji.model.submission import Submission
from tests.agreement.columns import is_close
from tests.agreement.evaluators import (
    ByBatch,
    Difference,
    differences,
    outcome,
    outcomes,
    reference,
)
from tests.agreement.facts import facts_of
from tests.agreement.laws import DAYS
from tests.agreement.releases import drawn_release
from tests.agreement.tally import Tally, watching

SUBJECTS = 25
"""Subjects for each release that is drawn: drawing and compiling it costs as much as some of them."""


@dataclass(frozen=True)
class Trial:
    """A release on a day and subjects, one after the other: an evaluator may remember those before."""

    release: Release
    as_of: date
    submissions: tuple[Submission, ...]


@dataclass(frozen=True)
class Disagreement:
    """An evaluator that differs from the reference on the last subject of a trial, and where."""

    evaluator: str
    trial: Trial
    differences: tuple[Difference, ...]

    @property
    def sort(self) -> tuple[str, str]:
        """Whose it is, and what was raised where an answer was due."""
        (_, name), right, other = self.differences[0]
        return self.evaluator, "" if name else f"{right}, {str(other).partition(':')[0]}"

    def __str__(self) -> str:
        lines = [f"{self.evaluator} disagrees with the reference:"]
        for (path, name), right, other in self.differences[:5]:
            lines.append(
                f"  {name or 'the whole'} of {path or 'the subject'}: {other}, not {right}"
            )
        return "\n".join(lines)


def prepared_anew(release: Release, as_of: date) -> Prepared:
    """The release made ready for one evaluator alone: what it remembers is its own."""
    found: Prepared = prepare.__wrapped__(release, as_of)
    return found


def disagreements(
    release: Release,
    as_of: date,
    submissions: Iterable[Submission],
    evaluators: Mapping[str, Evaluator],
    tally: Tally | None = None,
) -> Iterator[Disagreement]:
    """All differences. A reference that breaks, other than by refusing, differs from itself."""
    ready, subjects = prepared_anew(release, as_of), tuple(submissions)
    others = {
        name: (e, outcomes(e, prepared_anew(release, as_of), subjects))
        for name, e in evaluators.items()
    }
    before: tuple[Submission, ...] = ()
    for submission in subjects:
        with nullcontext() if tally is None else watching(tally, release):
            right = outcome(reference, ready, submission)
        if tally is not None:
            tally.submitted(submission.root)
        before = (*before, submission)
        trial = Trial(release, as_of, before)
        given = {name: next(several) for name, (_, several) in others.items()}
        if right.raised not in ("", "refused"):
            yield Disagreement("the reference", trial, ((("", ""), "an answer", right.raised),))
            continue
        for name, (evaluator, _) in others.items():
            alike = is_close if isinstance(evaluator, ByBatch) else operator.eq
            found = differences(right, given[name], alike)
            if found:
                yield Disagreement(name, trial, tuple(found))


def drawn(
    random: Random, facts: Random | None = None, subjects: int = SUBJECTS
) -> tuple[Release, date, list[Submission]]:
    """A release, a day and subjects for it; these may have a source of chance of their own."""
    release = drawn_release(random)
    as_of = DAYS[random.randrange(len(DAYS))]
    given = facts_of(release, as_of)
    return release, as_of, [given.drawn(facts or random) for _ in range(subjects)]
