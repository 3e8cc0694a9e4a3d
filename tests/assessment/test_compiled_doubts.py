"""Facts that only rules read which are certainly false are doubted all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.assessment import decide
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.reading.release import load_release
from fenji.reading.submission import read_submissions
from tests.assessment.compiled_subjects import AS_OF, ROOT

EXAMPLE = ROOT / "examples" / "pipeline_section.yaml"


@pytest.fixture(scope="module")
def shipped() -> Release:
    return load_release()


@pytest.fixture(scope="module")
def subject(shipped: Release) -> Submission:
    return read_submissions(Path(EXAMPLE), shipped)[0]


def cautions(shipped: Release, subject: Submission, evaluator: str) -> set[str]:
    decision = decide(shipped, subject, AS_OF, evaluator=evaluator)  # type: ignore[arg-type]
    return {f"{caution.id} {caution.about}" for caution in decision.cautions}


def test_they_are_met(shipped: Release, subject: Submission) -> None:
    assert cautions(shipped, subject, "compiled") == cautions(shipped, subject, "reference")


def test_they_would_be_lost_if_nobody_looked_for_them(
    shipped: Release, subject: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fenji.assessment.foresight.doubts.settle", lambda *_: None)
    lost = cautions(shipped, subject, "reference") - cautions(shipped, subject, "compiled")
    assert {one.partition(" ")[0] for one in lost} == {"answer-not-applicable"}
