"""The compiled evaluator says what the reference says: of the examples, the scenarios, made-up worlds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fenji.evaluation import compiled
from fenji.evaluation.prepared import prepare
from fenji.evaluation.protocol import Judged
from fenji.evaluation.reference import whole
from fenji.model.condition import All, Any, AnyFinding, Compare, Condition, Quantified, Word
from fenji.model.diagnostic import Refused
from fenji.model.expression import Expression, Literal, Name, Stratum
from fenji.model.release import Release
from fenji.model.rule import Case, Classification, Definition, FindingKind
from fenji.model.submission import Children, Entity, Fact, Submission
from fenji.model.value import YES, one, point
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios
from fenji.reading.submission import read_submissions
from tests.evaluation.strategies import Known, partly_known
from tests.evaluation.test_enumeration import releases
from tests.evaluation.vocabulary import AS_OF, LABEL, PROVENANCE, release, rule

ROOT = Path(__file__).parents[2]
DAYS = (date(2026, 3, 1), date(2026, 11, 25))
SCENARIOS = sorted((ROOT / "rules").rglob("*_test.yaml"))
EVERY = 12
"""Of the scenarios of a file, one in so many is judged; `script/agree` goes through more."""


@pytest.fixture(scope="module")
def shipped() -> Release:
    return load_release()


def assert_same(released: Release, as_of: date, submission: Submission) -> Judged:
    prepared = prepare(released, as_of)
    expected = whole.judge(prepared, submission)
    found = compiled.judge(prepared, submission)
    assert dict(found.rules) == dict(expected.rules)
    assert dict(found.values) == dict(expected.values)
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_examples(shipped: Release, path: Path) -> None:
    for submission in read_submissions(path, shipped):
        for as_of in DAYS:
            assert assert_same(shipped, as_of, submission).rules


def spread(path: Path, shipped: Release) -> Iterator[tuple[date, Submission]]:
    scenarios = (s for s in read_scenarios(path, shipped) if s.submission is not None)
    for scenario in islice(scenarios, 0, None, EVERY):
        assert scenario.submission is not None
        yield scenario.as_of, scenario.submission


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda p: p.stem)
def test_a_spread_of_scenarios(shipped: Release, path: Path) -> None:
    for _, submission in spread(path, shipped):
        assert_same(shipped, DAYS[0], submission)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(releases(), partly_known())
def test_made_up_worlds(released: Release, known: Known) -> None:
    assert_same(released, AS_OF, known.submission())


def flag(name: str) -> Condition:
    return Compare(Name("subject", name, Stratum.FACT), Word.IS, (Literal(YES),))


def small() -> Release:
    gated = Name("subject", "g", Stratum.FACT)
    two = Compare(gated, Word.AT_LEAST, (Literal(point(2)),))
    return release(rules=(rule("two", two),))


def subject(**facts: Fact) -> Submission:
    children = {"item": Children(())}
    return Submission("enterprise", "x", "x", Entity("subject", "x", facts, children), ())


def test_not_applicable_is_refused_where_it_applies() -> None:
    facts = subject(a=Fact(one(True)), g=Fact(None))
    with pytest.raises(Refused):
        compiled.judge(prepare(small(), AS_OF), facts)


def test_not_applicable_is_taken_where_it_may_be_so() -> None:
    assert assert_same(small(), AS_OF, subject(a=Fact(one(False)), g=Fact(None))).rules == {}
    assert assert_same(small(), AS_OF, subject(g=Fact(None))).rules


def test_a_value_of_another_kind_is_left_to_the_reference() -> None:
    facts = subject(a=Fact(one(True)), g=Fact(one("many")))
    assert assert_same(small(), AS_OF, facts).rules


def item_flag(name: str) -> Condition:
    return Compare(Name("item", name, Stratum.FACT), Word.IS, (Literal(YES),))


def classification(
    name: str, cases: tuple[Case, ...], given: tuple[str, ...] = ()
) -> Classification:
    members = tuple(case.value for case in cases)
    return Classification(
        name, "cross_cutting", "subject", LABEL, cases, (), members, given, None, name, None, (),
        None, PROVENANCE,
    )  # fmt: skip


def is_(name: str, word: str) -> Condition:
    return Compare(Name("subject", name, Stratum.CLASSIFICATION), Word.IS, (Literal(one(word)),))


def either(name: str, when: Condition, given: tuple[str, ...] = ()) -> Classification:
    """`high` where the condition holds, else `low`."""
    return classification(name, (Case("high", LABEL, when), Case("low", LABEL, None)), given)


ITEMS = (
    None,
    Children(()),
    Children((), whole=False),
    Children((Entity("item", "1", {"y": Fact(one(True))}, {}),)),
    Children((Entity("item", "1", {}, {}), Entity("item", "2", {"y": Fact(one(False))}, {}))),
    Children((Entity("item", "1", {"y": Fact(one(False))}, {}),), whole=False, count=3),
)


def over_items(**facts: Fact) -> Iterator[Submission]:
    """The subject with each sort of list, twice: what is remembered of the first is met again."""
    for items in (*ITEMS, *ITEMS):
        below = {} if items is None else {"item": items}
        yield Submission("enterprise", "x", "x", Entity("subject", "x", facts, below), ())


@pytest.mark.parametrize("known", [{}, {"a": Fact(one(True))}, {"a": Fact(one(False))}])
def test_given_answers_that_children_read_too(known: dict[str, Fact]) -> None:
    """What is worked out of other entities under an assumption is left to the reference."""
    below = Quantified("some", "item", All((is_("first", "high"), item_flag("y"))))
    released = release(
        classifications=(
            either("first", flag("a")),
            either("second", Any((is_("first", "low"), below)), ("first",)),
        ),
        rules=(rule("high", is_("second", "high")), rule("low", is_("second", "low"))),
    )
    for submission in over_items(**known):
        assert_same(released, AS_OF, submission)


@pytest.mark.parametrize("known", [{}, {"a": Fact(one(True))}, {"a": Fact(one(False))}])
def test_given_answers_of_given_answers(known: dict[str, Fact]) -> None:
    released = release(
        classifications=(
            either("first", flag("a")),
            either("second", Any((is_("first", "low"), flag("b"))), ("first",)),
            either("third", All((is_("first", "high"), is_("second", "low"))), ("first",)),
        ),
    )
    for submission in over_items(**known):
        assert_same(released, AS_OF, submission)


def test_any_finding_looks_everywhere() -> None:
    """Though the grammar keeps it to policies."""
    seen = replace(rule("seen", item_flag("y")), for_="item", finding=FindingKind.ELEMENT)
    echo = replace(rule("echo", AnyFinding("element")), for_="item")
    released = release(rules=(echo, rule("any", AnyFinding("element")), seen))
    for submission in over_items():
        assert_same(released, AS_OF, submission)


class Unheard(Compare):
    """A condition that no evaluator knows."""


def test_a_construct_that_is_not_known_is_a_loud_error_though_no_rule_reads_it() -> None:
    known = flag("a")
    assert isinstance(known, Compare)
    unheard = Unheard(known.left, known.word, known.right)
    definition = Definition("odd", "cross_cutting", "subject", LABEL, unheard, PROVENANCE)
    released = replace(small(), definitions=(definition,), digest="odd")
    with pytest.raises(KeyError):
        compiled.judge(prepare(released, AS_OF), subject())


def test_names_of_nothing_in_force_apply_nowhere() -> None:
    """A classification whose instrument has ended: a comparison with it is false."""
    gone: Expression = Name("subject", "gone", Stratum.CLASSIFICATION)
    released = release(rules=(rule("never", Compare(gone, Word.IS, (Literal(one("x")),))),))
    assert assert_same(released, AS_OF, subject()).rules == {}
