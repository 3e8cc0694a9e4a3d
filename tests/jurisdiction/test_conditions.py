"""Conditions judged on the spot, held against the reference evaluator."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.facts import value_of_fact
from fenji.jurisdiction.ready import ready_chart
from fenji.jurisdiction.view import View
from fenji.model.condition import Compare, Condition, Word
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.release import Release
from fenji.model.rule import Case
from fenji.model.submission import Determination, Entity, Submission
from fenji.model.truth import Truth
from fenji.model.value import YES, one
from tests.assessment.test_soundness import classification
from tests.evaluation.strategies import CONDITIONS, DOMAINS, Known, partly_known
from tests.evaluation.test_enumeration import releases
from tests.evaluation.vocabulary import AS_OF, LABEL
from tests.evaluation.vocabulary import release as small
from tests.jurisdiction.test_properties import OFTEN

A = Name("subject", "a", Stratum.FACT)


@OFTEN
@given(releases(), CONDITIONS, partly_known())
def test_they_come_out_as_in_the_reference(release: Release, when: Condition, of: Known) -> None:
    submission = of.submission()
    scene = scene_of(prepare(release, AS_OF), submission)
    view = View(
        ready_chart(release, AS_OF), scene_of(prepare(release, AS_OF), submission), submission
    )
    verdict = scene.judge(when, scene.world.root)
    found = view.judge(when)
    assert found.truth is verdict.truth
    if verdict.truth is Truth.UNKNOWN:
        assert found.gaps == verdict.gaps


@OFTEN
@given(releases(), partly_known(most=8))
def test_facts_are_read_as_in_the_reference(release: Release, of: Known) -> None:
    submission = of.submission()
    scene = scene_of(prepare(release, AS_OF), submission)
    view = View(
        ready_chart(release, AS_OF), scene_of(prepare(release, AS_OF), submission), submission
    )
    for name in DOMAINS:
        valued = value_of_fact(scene, scene.world.root, name)
        assert view.read(name) == (valued.value, valued.applies, valued.gaps)


def test_what_an_authority_decided_is_read_where_no_fact_is_answered() -> None:
    """A condition on a class of which all that is known is a determination."""
    cases = (Case("high", LABEL, Compare(A, Word.IS, (Literal(YES),))), Case("low", LABEL, None))
    graded = replace(classification("class", cases), determined_as="grade", order=("low", "high"))
    release = small(classifications=(graded,))
    is_high = Compare(
        Name("subject", "class", Stratum.CLASSIFICATION), Word.IS, (Literal(one("high")),)
    )
    nobody = Entity("subject", "x", {}, {})
    made = (Determination("grade", "high", "x", AS_OF),)
    for determinations, truth in (((), Truth.UNKNOWN), (made, Truth.TRUE), ((), Truth.UNKNOWN)):
        submission = Submission("enterprise", "x", "x", nobody, determinations)
        scene = scene_of(prepare(release, AS_OF), submission)
        assert scene.judge(is_high, scene.world.root).truth is truth
        found = View(ready_chart(release, AS_OF), scene, submission).judge(is_high)
        assert found.truth is truth
