"""One decision of everything: what jurisdiction adds to it."""

from __future__ import annotations

from dataclasses import replace

from fenji.classifying import classify
from fenji.jurisdiction import answer
from fenji.model.dictionary import Origin
from fenji.model.law import Standing
from tests.jurisdiction.charts import (
    AS_OF,
    RANKINGS,
    activity,
    chart,
    edge,
    flag,
    release_of,
    subject,
)

CHART = chart([activity("a")], [edge("a", "one", when=flag("x")), edge("a", "two", "trade")])


def test_the_decision_says_who_is_in_charge() -> None:
    release, of = release_of(CHART), subject("a", x=True)
    assert classify(release, of, AS_OF).jurisdiction == answer(release, of, AS_OF)


def test_a_release_without_a_chart_says_nothing_of_it() -> None:
    release = replace(release_of(CHART), chart=chart([], []), digest="0" * 64)
    decision = classify(release, subject("a"), AS_OF)
    assert decision.jurisdiction is None
    assert decision.asks == ()


def test_what_decides_is_asked_for_last_and_once() -> None:
    decision = classify(release_of(CHART), subject("a"), AS_OF)
    asked = [(ask.gap.name, ask.waiting) for ask in decision.asks]
    assert asked == [("x", ("jurisdiction",)), ("county", ("jurisdiction",))]


def test_what_has_to_be_seen_is_not_asked_of_the_enterprise() -> None:
    release = release_of(CHART)
    seen = replace(release.facts["subject"]["x"], origin=Origin.INSPECTED)
    facts = {"subject": {**release.facts["subject"], "x": seen}}
    decision = classify(replace(release, facts=facts, digest="1" * 64), subject("a"), AS_OF)
    assert [ask.gap.name for ask in decision.inspect] == ["x"]
    assert "x" not in [ask.gap.name for ask in decision.asks]


def test_a_step_that_is_only_proposed_is_a_caution() -> None:
    proposed = replace(RANKINGS[1].provenance, standing=Standing.PROPOSAL)
    rankings = (RANKINGS[0], replace(RANKINGS[1], provenance=proposed), *RANKINGS[2:])
    made = replace(CHART, rankings=rankings)
    decision = classify(release_of(made), subject("a", x=True), AS_OF)
    assert ("proposal", "by_main_activity") in [(c.id, c.about) for c in decision.cautions]
    assert ("proposal", "duty") not in [(c.id, c.about) for c in decision.cautions]
