"""What evaluators once disagreed on: each case that a run has kept."""

from __future__ import annotations

from tests.agreement.agreement import disagreements
from tests.agreement.cases import kept, read
from tests.agreement.evaluators import others


def test_all_evaluators_agree_on_what_was_found() -> None:
    for name in kept():
        trial = read(name)
        found = disagreements(trial.release, trial.as_of, trial.submissions, others())
        failure = next(found, None)
        assert failure is None, f"{name}: {failure}"
