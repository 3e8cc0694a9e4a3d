"""What is certain must be so in every completion of the missing facts, judged from outside."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.rules import judge_rule
from fenji.evaluation.verdict import Verdict
from fenji.model.condition import OPPOSITE, All, Any, AtLeastN, Compare, Condition, Not, Quantified
from fenji.model.law import Exclusion, Standing
from fenji.model.release import Release
from fenji.model.rule import Definition, MeasureCase
from fenji.model.truth import Truth
from tests.evaluation.strategies import (
    BASIC,
    CONDITIONS,
    FORMULAS,
    LEAVES,
    WORKED,
    Known,
    partly_known,
)
from tests.evaluation.two_valued import Judge
from tests.evaluation.vocabulary import AS_OF, LABEL, PROVENANCE, measure, release, rule

MANY = settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def releases(draw: st.DrawFn, conditions: st.SearchStrategy[Condition] = CONDITIONS) -> Release:
    """A rule with an exclusion over an earlier rule, a definition and a measure by cases."""
    simple = FORMULAS.filter(lambda f: "worked" not in repr(f))
    cases = (MeasureCase(draw(BASIC), draw(simple)), MeasureCase(None, draw(simple)))
    unless = Exclusion(draw(BASIC), (), LABEL, False, Standing.LAW)
    return release(
        rules=(
            rule("earlier", draw(BASIC)),
            rule("tried", draw(conditions), unless=(unless,) if draw(st.booleans()) else ()),
        ),
        definitions=(
            Definition("defined", "cross_cutting", "subject", LABEL, draw(BASIC), PROVENANCE),
        ),
        measures=(measure("worked", cases),),
    )


def judged(released: Release, known: Known) -> Verdict:
    """The reference's verdict on the rule that is tried."""
    prepared = prepare(released, AS_OF)
    scene = scene_of(prepared, known.submission())
    return judge_rule(scene, prepared.rules["tried"], scene.world.root)


@MANY
@given(releases(), partly_known())
def test_what_is_certain_holds_in_every_completion(released: Release, known: Known) -> None:
    truth = judged(released, known).truth
    judge = Judge(released, AS_OF)
    met = {judge.fires("tried", facts) for facts in known.completions()}
    if truth is not Truth.UNKNOWN:
        assert met == {truth is Truth.TRUE}


@MANY
@given(st.data(), partly_known(most=4))
def test_so_it_does_of_each_construct_by_itself(data: st.DataObject, known: Known) -> None:
    """Trees of conditions hide what goes wrong in one leaf: here the rule is a single one."""
    released = data.draw(releases(LEAVES))
    truth = judged(released, known).truth
    judge = Judge(released, AS_OF)
    met = {judge.fires("tried", facts) for facts in known.completions()}
    if truth is not Truth.UNKNOWN:
        assert met == {truth is Truth.TRUE}


@MANY
@given(st.data(), partly_known(most=4))
def test_so_it_does_of_a_measure_whose_case_is_open(data: st.DataObject, known: Known) -> None:
    released = data.draw(releases(WORKED))
    truth = judged(released, known).truth
    met = {Judge(released, AS_OF).fires("tried", facts) for facts in known.completions()}
    if truth is not Truth.UNKNOWN:
        assert met == {truth is Truth.TRUE}


@MANY
@given(releases(), partly_known(most=0))
def test_complete_facts_leave_nothing_open(released: Release, known: Known) -> None:
    whole = Known(known.facts, tuple(i for i in known.items if len(i) == 2), 0)
    verdict = judged(released, whole)
    (facts,) = whole.completions()
    expected = Judge(released, AS_OF).fires("tried", facts)
    assert verdict.truth is (Truth.TRUE if expected else Truth.FALSE)
    assert not verdict.gaps


@MANY
@given(releases(), partly_known(), st.data())
def test_one_more_fact_never_turns_an_answer(
    released: Release, known: Known, data: st.DataObject
) -> None:
    before = judged(released, known)
    filled = data.draw(st.sampled_from(list(known.completions())[:200]))
    more = {
        **known.facts,
        **{k: v for k, v in filled.items() if k in ("n", "k", "a") and v is not None},
    }
    if more.get("a") is False:
        more.pop("g", None)
    after = judged(released, Known(more, known.items, known.more))
    if before.truth is not Truth.UNKNOWN:
        assert after.truth is before.truth


@MANY
@given(releases(), partly_known())
def test_an_open_verdict_says_what_it_waits_for(released: Release, known: Known) -> None:
    verdict = judged(released, known)
    assert (verdict.truth is Truth.UNKNOWN) == bool(verdict.gaps)


def always_applies(node: Compare) -> bool:
    """What may not apply makes a comparison and its opposite false alike, so it stays under `not`."""
    return not re.search("'(g|worked|min|max)'", repr(node))


def pushed(node: Condition, *, negated: bool = False) -> Condition:
    """The condition with its negations at the comparisons."""
    match node:
        case Not(of):
            return pushed(of, negated=not negated)
        case All(of) | Any(of):
            other = {All: Any, Any: All}[type(node)]
            return (other if negated else type(node))(tuple(pushed(p, negated=negated) for p in of))
        case AtLeastN(n, of) if negated:
            return AtLeastN(len(of) - n + 1, tuple(pushed(p, negated=True) for p in of))
        case AtLeastN(n, of):
            return AtLeastN(n, tuple(pushed(p) for p in of))
        case Quantified(word, kind, where) if negated and where is not None:
            turned = {"some": "no", "no": "some", "every": "some"}[word]
            inner = Not(where) if word == "every" else where
            return Quantified(turned, kind, inner)  # type: ignore[arg-type]
        case Compare(left, word, right) if negated and word in OPPOSITE and always_applies(node):
            return Compare(left, OPPOSITE[word], right)
        case _:
            return Not(node) if negated else node


@MANY
@given(releases(), partly_known())
def test_pushing_negations_down_changes_neither_pass(released: Release, known: Known) -> None:
    tried = released.rules[1]
    again = release(
        rules=(released.rules[0], rule("tried", pushed(tried.when), unless=tried.unless)),
        definitions=released.definitions,
        measures=released.measures,
    )
    before, after = judged(released, known), judged(again, known)
    assert (before.truth, before.low) == (after.truth, after.low)
