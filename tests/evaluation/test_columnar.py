"""The columnar evaluator: the examples and scenarios, frames given as they are, chunks, what it refers.

How it agrees on generated releases and on shipped rules is in `tests/agreement`.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import islice
from pathlib import Path
from random import Random

import polars as pl
import pytest

from fenji.evaluation import columnar
from fenji.evaluation.columnar import calculating
from fenji.evaluation.columnar.submissions import submissions_of
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import whole
from fenji.model.condition import Compare, Condition, Counted, Quantified, Word
from fenji.model.diagnostic import Refused
from fenji.model.expression import Arithmetic, Expression, Literal, Name, Stratum
from fenji.model.release import Release
from fenji.model.rule import MeasureCase
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from fenji.model.value import YES, one, point
from fenji.reading.release import load_release
from fenji.reading.scenarios import read_scenarios
from fenji.reading.submission import read_submissions
from tests.agreement.agreement import drawn, prepared_anew
from tests.agreement.columns import Columnar
from tests.evaluation.vocabulary import AS_OF, measure, release, rule

ROOT = Path(__file__).parents[2]
EVERY, DAYS = 40, 1
"""Of the scenarios of a file, one in so many is judged, on the day that most are about."""

N, M = (Name("subject", name, Stratum.FACT) for name in ("n", "m"))
LEAKING = Compare(Name("item", "y", Stratum.FACT), Word.IS, (Literal(YES),))
MANY = Counted("item", LEAKING, Word.AT_LEAST, Literal(point(2)))


@pytest.fixture(scope="module")
def shipped() -> Release:
    return load_release()


def test_the_examples_and_scenarios(shipped: Release) -> None:
    by_day: dict[date, list[Submission]] = defaultdict(list)
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        by_day[date(2026, 3, 1)] += read_submissions(path, shipped)
    for path in sorted((ROOT / "rules").rglob("*_test.yaml")):
        for scenario in islice(read_scenarios(path, shipped), 0, None, EVERY):
            if isinstance(scenario.submission, Submission):
                by_day[scenario.as_of].append(scenario.submission)
    columns = Columnar()
    most = sorted(by_day, key=lambda day: -len(by_day[day]))[:DAYS]
    for as_of in most:
        submissions = by_day[as_of]
        prepared = prepare(shipped, as_of)
        given = columns.many(prepared, submissions)
        for submission, found in zip(submissions, given, strict=True):
            try:
                expected = whole.judge(prepared, submission)
            except Refused:
                assert found.raised
                continue
            assert found.judged is not None
            assert dict(found.judged.rules) == dict(expected.rules)
    assert columns.referred < columns.judged / 4  # scenarios stand on the lines


def judged(condition: Condition, frames: columnar.Frames) -> columnar.Judgement:
    return columnar.judged(columnar.prepare(release(rules=(rule("r", condition),)), AS_OF), frames)


FRAMES = {
    "subject": pl.DataFrame({"id": list("abcde"), "item.given": [True, True, True, None, True]}),
    "item": pl.DataFrame(
        {
            "parent": [0, 0, 1, 1, 1],
            "id": list("vwxyz"),
            "y": [True, True, True, None, False],
        }
    ),
}


def test_frames_as_they_are() -> None:
    found = judged(MANY, FRAMES).rules("subject")
    assert found["id"].to_list() == list("abcde")
    assert found["r"].to_list() == [2, 1, 0, 1, 0]
    assert found["r.declared"].to_list() == [2, 0, 0, 1, 0]


def test_values_as_frames() -> None:
    cases = (MeasureCase(MANY, Literal(point(7))), MeasureCase(None, Literal(point(1))))
    plan = columnar.prepare(release(measures=(measure("v", cases),)), AS_OF, values=True)
    found = columnar.judged(plan, FRAMES).values("subject")
    assert found["v.low"].to_list() == [7, 1, 1, 1, 1]
    assert found["v.high"].to_list() == [7, 7, 1, 7, 1]
    assert found["v.applies"].to_list() == [2] * 5


def test_a_list_that_is_absent_is_not_an_empty_one() -> None:
    frames = {"subject": FRAMES["subject"], "item": FRAMES["item"].clear()}
    found = judged(Quantified("no", "item", None), frames)
    assert found.rules("subject")["r"].to_list() == [2, 2, 2, 1, 2]


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 100])
def test_chunks_keep_children_with_their_parents(chunk: int) -> None:
    plan = columnar.prepare(release(rules=(rule("r", MANY),)), AS_OF)
    several = columnar.stream(plan, [FRAMES, FRAMES], chunk)
    found = pl.concat([judgement.rules("subject") for judgement in several])
    assert found["r"].to_list() == [2, 1, 0, 1, 0] * 2


FORTY_NINE = Literal(point(49))
THERE_AND_BACK = Arithmetic("*", Arithmetic("/", N, FORTY_NINE), FORTY_NINE)
"""Of 1, this is 0.9999999999999999 in doubles."""

AT_LEAST = Compare(THERE_AND_BACK, Word.AT_LEAST, (Literal(point(1)),))
ON_THE_LINE = {"subject": pl.DataFrame({"id": ["x", "y"], "n": [1.0, 0.0], "m": [1.0, 2.0]})}


def test_what_is_near_a_line_is_for_the_reference() -> None:
    found = judged(AT_LEAST, ON_THE_LINE)
    assert found.refer.to_list() == [True, False]
    assert found.rules("subject")["refer"].to_list() == [True, False]
    assert found.referred()[0].rules == {("", "r"): (Truth.TRUE, Truth.TRUE)}


def test_without_that_doubles_would_be_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calculating, "NEARNESS", 0.0)
    found = judged(AT_LEAST, ON_THE_LINE)
    assert not found.refer.any()
    assert found.rules("subject")["r"].to_list() == [0, 0]


def tenths() -> Expression:
    """A tenth of one number and two of the other: of 1 and 1, 0.30000000000000004 in doubles."""
    one_tenth, two_tenths = (Literal(point(Fraction(n, 10))) for n in (1, 2))
    return Arithmetic("+", Arithmetic("*", one_tenth, N), Arithmetic("*", two_tenths, M))


def test_sums_of_short_decimals_on_the_line_are_exact() -> None:
    both = Compare(tenths(), Word.AT_MOST, (Literal(point(Fraction(3, 10))),))
    found = judged(both, ON_THE_LINE)
    assert not found.refer.any()
    assert found.rules("subject")["r"].to_list() == [2, 0]


def test_a_count_too_large_to_stay_exact_is_for_the_reference() -> None:
    frames = {"subject": pl.DataFrame({"n": [1e15, 1.0]})}
    condition = Compare(N, Word.AT_LEAST, (Literal(point(2)),))
    assert judged(condition, frames).refer.to_list() == [True, False]


SETS = Name("subject", "s", Stratum.FACT)


def test_what_is_not_carried_is_said_when_the_plan_is_made() -> None:
    condition = Compare(SETS, Word.IS, (SETS,))
    with pytest.raises(columnar.NotCarried, match="two sets"):
        columnar.prepare(release(rules=(rule("r", condition),)), AS_OF)


def test_a_node_of_an_unknown_kind_is_refused_when_the_plan_is_made() -> None:
    with pytest.raises(KeyError):
        columnar.prepare(release(rules=(rule("r", one("no condition")),)), AS_OF)


@pytest.mark.parametrize(
    "frames",
    [
        {"item": FRAMES["item"]},
        {**FRAMES, "unheard_of": pl.DataFrame()},
        {**FRAMES, "item": FRAMES["item"].drop("parent")},
        {"subject": pl.DataFrame({"s": [["u", "u"]]})},
    ],
    ids=["no subjects", "unknown kind", "no parent", "a word twice"],
)
def test_frames_that_are_not_as_agreed_are_refused(frames: columnar.Frames) -> None:
    condition = Compare(SETS, Word.HAS, (Literal(one("u")),))
    with pytest.raises(ValueError, match=r"parent|subject|unheard_of|twice"):
        judged(condition, frames)


def test_rows_out_of_order_are_not_cut() -> None:
    plan = columnar.prepare(release(rules=(rule("r", MANY),)), AS_OF)
    frames = {**FRAMES, "item": FRAMES["item"].reverse()}
    with pytest.raises(ValueError, match="order"):
        list(columnar.stream(plan, [frames]))


@pytest.mark.parametrize("seed", range(5))
def test_rows_made_back_into_submissions_are_judged_alike(seed: int) -> None:
    released, as_of, submissions = drawn(Random(seed), subjects=8)
    prepared = prepared_anew(released, as_of)
    frames = columnar.taken_in(prepared, submissions)
    places = [place for place, _ in enumerate(submissions)]
    for submission, again in zip(
        submissions, submissions_of(prepared, frames, places), strict=True
    ):
        try:
            expected = whole.judge(prepared, submission)
        except Refused:
            continue
        assert whole.judge(prepared, again) == expected


def test_the_front_door_does_not_load_polars() -> None:
    code = "import fenji, sys; raise SystemExit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
