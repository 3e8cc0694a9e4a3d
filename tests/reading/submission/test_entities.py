"""Names, lists of children and their ids."""

from __future__ import annotations

import pytest

from fenji.model.submission import Children
from tests.reading.submission.reading import about, help_of, ids, refused, submitted


def mines(written: str) -> Children:
    """The mines of one subject."""
    return about(f"{{mine: {written}}}").root.children["mine"]


def test_an_unknown_fact_is_asked_back() -> None:
    (found,) = refused(about, "{mine: [{exit_spacing: 3}]}").diagnostics
    assert found.id == "unknown-fact"
    assert found.message.en == "no fact of `mine` is called `exit_spacing`"
    assert found.help is not None
    assert found.help.en == "did you mean `exit_spacing_m`?"
    assert (found.place.line, found.place.column) == (2, 17)


def test_a_fact_of_another_kind_is_sent_there() -> None:
    (found,) = refused(about, "{cas: 7664-41-7}").diagnostics
    assert found.id == "misplaced-fact"
    assert found.message.en == "`cas` is a fact of `substance`"
    assert found.help is not None
    assert found.help.en == "write it at `facts` → `hazard_unit` → `substance` → `cas`"


def test_children_of_another_kind_are_sent_there() -> None:
    (found,) = refused(about, "{substance: []}").diagnostics
    assert found.message.en.startswith("`substance` stands below `hazard_unit`")


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        ("{hazard_unit: [{level: 4}]}", "determinations: [{matter: level_filed"),
        ("{hazard_unit: [{ratio: 4}]}", "take `ratio` out"),
        ("{mine: [{deep: true}]}", "take `deep` out"),
        ("{level: 4}", "determinations: [{matter: level_filed"),
    ],
)
def test_what_is_computed_is_no_fact(facts: str, step: str) -> None:
    assert ids(about, facts) == ["computed-value"]
    assert step in help_of(about, facts)


def test_what_an_authority_decides_is_no_fact() -> None:
    assert ids(about, "{mine: [{grade: A}]}") == ["determined-fact"]
    assert "determinations" in help_of(about, "{mine: [{grade: A}]}")


def test_a_list_is_whole_and_an_absent_one_is_unknown() -> None:
    assert mines("[]") == Children((), True)
    assert "mine" not in about("{mine: null}").root.children
    assert "mine" not in about("{}").root.children


def test_children_without_an_id_are_called_by_their_place_as_people_count() -> None:
    found = mines("[{}, {id: b}, {id: 4}, {}, {id: '1#'}, {id: '#1槽'}]").items
    assert [m.id for m in found] == ["#1", "b", "4", "#4", "1#", "#1槽"]


def test_nobody_takes_the_name_of_one_without_an_id() -> None:
    assert help_of(mines, "[{id: '#2'}]") == "leave the id out, or write `2#`"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("[{id: a}, {id: a}]", "duplicate-id"),
        ("[{id: 1}, {id: '1'}]", "duplicate-id"),
        ("[{id: '#1'}]", "wrong-id"),
        ("[{id: a/b}]", "wrong-id"),
        ("[{id: [a]}]", "wrong-id"),
        ("[{id: true}]", "wrong-id"),
        ("[a]", "wrong-shape"),
        ("{id: a}", "wrong-shape"),
        ("a", "wrong-shape"),
        ("{whole: true}", "wrong-shape"),
        ("{whole: false, items: a}", "wrong-shape"),
        ("{whole: perhaps, items: []}", "not-yes-or-no"),
        ("{whole: false, items: [], number: 3}", "unknown-key"),
        ("{whole: false, items: [{}, {}], count: 1}", "wrong-count"),
        ("{items: [{}, {}], count: 3}", "wrong-count"),
        ("{whole: false, items: [], count: 1.5}", "not-whole"),
        ("{whole: false, items: [], count: -1}", "not-whole"),
    ],
)
def test_a_list_that_is_none_is_refused(written: str, problem: str) -> None:
    assert ids(mines, written) == [problem]


def test_a_list_that_is_not_whole_says_how_many_there_are() -> None:
    found = mines("{whole: false, items: [{id: a}], count: 12}")
    assert (found.whole, found.count, [m.id for m in found.items]) == (False, 12, ["a"])
    assert not mines("{whole: false, items: [{}]}").whole
    assert mines("{whole: false, count: 3}").count == 3


def test_a_list_with_all_that_there_are_is_whole() -> None:
    assert mines("{whole: false, items: [{}, {}], count: 2}").whole


def test_all_problems_are_found_at_once_in_their_order() -> None:
    text = """
subject: {kind: enterprise, id: 91341522MA2N00000J, nme: x}
facts:
  employees: "186"
  mine:
    - {id: a, blocked: 1}
    - {id: a, exit_spacing: 3}
  hazard_unit:
    - substance: [{cas: 7664-41-8, quantity_t: -1}, {substance_name: 泥}]
determinations: [{matter: grdae, value: 1, authority: x, at: 2025-01-01}]
facst: {}
"""
    assert ids(submitted, text) == [
        "unknown-key",
        "needs-unit",
        "not-yes-or-no",
        "duplicate-id",
        "unknown-fact",
        "wrong-cas-number",
        "out-of-range",
        "unknown-substance",
        "unknown-matter",
        "unknown-key",
    ]
