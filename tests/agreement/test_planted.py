"""Errors planted into an evaluator are noticed, and come out small enough to be read."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random

import pytest

from fenji.evaluation.compiled import judge
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Evaluator, Judged
from fenji.model.submission import Submission
from tests.agreement import planted, planted_columnar, planted_compiled
from tests.agreement.agreement import Disagreement, disagreements, drawn
from tests.agreement.cases import keep, trial_of
from tests.agreement.columns import Columnar
from tests.agreement.evaluators import reference
from tests.agreement.planting import Planted, broken
from tests.agreement.reducing import smallest

RELEASES = 40
"""So many at most are drawn before an error has to be noticed."""

ERRORS: dict[str, tuple[Evaluator, Planted]] = {
    **{f"{error} (reference)": (reference, where) for error, where in planted.ERRORS.items()},
    **{f"{error} (compiled)": (judge, where) for error, where in planted_compiled.ERRORS.items()},
    **{
        f"{error} (columnar)": (Columnar(), where)
        for error, where in planted_columnar.ERRORS.items()
    },
}


def first_failure(error: str, evaluator: Evaluator) -> Disagreement | None:
    for seed in range(RELEASES):
        failure = next(disagreements(*drawn(Random(seed)), {error: evaluator}), None)
        if failure is not None:
            return failure
    return None


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_is_noticed(error: str) -> None:
    assert first_failure(error, broken(*ERRORS[error])) is not None


@pytest.mark.parametrize("error", ["lost exclusion (reference)", "lost exclusion (compiled)"])
def test_a_failure_is_made_small_and_can_be_replayed(error: str, tmp_path: Path) -> None:
    evaluators = {error: broken(*ERRORS[error])}
    failure = first_failure(error, evaluators[error])
    assert failure is not None
    small = smallest(failure, evaluators)
    release = small.trial.release
    assert len(small.trial.submissions) == 1
    assert len((*release.rules, *release.classifications)) == 1
    assert sum(map(len, (release.tables, release.sheets, release.measures))) == 0
    path = keep(small, tmp_path)
    spec = spec_from_file_location("kept", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    trial = trial_of(module)
    assert trial == small.trial
    again = disagreements(trial.release, trial.as_of, trial.submissions, evaluators)
    assert next(again).differences == small.differences


def test_what_an_evaluator_remembers_wrongly_of_others_is_kept_with_them() -> None:
    """It gives each subject the answers of the one before, as a wrong memory may."""
    before: dict[int, tuple[Prepared, Judged]] = {}

    def remembers(prepared: Prepared, submission: Submission) -> Judged:
        own = (prepared, reference(prepared, submission))
        return before.setdefault(id(prepared), own)[1]

    failure = first_failure("remembers", remembers)
    assert failure is not None
    assert len(smallest(failure, {"remembers": remembers}).trial.submissions) == 2


def test_an_evaluator_that_breaks_disagrees() -> None:
    def breaks(prepared: Prepared, submission: Submission) -> Judged:
        raise KeyError("a node that it does not know")

    release, as_of, submissions = drawn(Random(0))
    failure = next(disagreements(release, as_of, submissions, {"breaks": breaks}))
    assert "KeyError" in str(failure)


def test_an_evaluator_that_leaves_a_rule_out_disagrees() -> None:
    def forgets(prepared: Prepared, submission: Submission) -> Judged:
        judged = reference(prepared, submission)
        return Judged(dict(list(judged.rules.items())[1:]), judged.values)

    release, as_of, submissions = drawn(Random(0))
    assert next(disagreements(release, as_of, submissions, {"forgets": forgets}), None)
