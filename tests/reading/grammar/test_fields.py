"""What the grammar says by itself of keys that are missing or out of shape."""

from __future__ import annotations

import pytest

from fenji.model.law import Standing
from fenji.model.place import Place
from fenji.reading.document import read_document
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.problems import Problems


@pytest.fixture
def problems() -> Problems:
    return Problems()


def _fields(problems: Problems, text: str, *known: str) -> Fields:
    return Fields(read_document(text.encode(), "a.yaml"), problems, known or None)


def _found(problems: Problems) -> list[tuple[str, Place]]:
    return [(d.id, d.place) for d in problems.found]


def test_a_missing_key_is_noted_at_the_mapping(problems: Problems) -> None:
    assert _fields(problems, "a: 1").needed("when") is None
    assert _found(problems) == [("wrong-shape", Place("a.yaml", 1, 1, 4))]


def test_a_key_with_nothing_is_noted_at_the_key(problems: Problems) -> None:
    assert _fields(problems, "a: 1\nwhen:\n").needed("when") is None
    assert _found(problems) == [("wrong-shape", Place("a.yaml", 2, 1, 4))]


def test_an_unknown_key_is_noted_with_the_nearest(problems: Problems) -> None:
    _fields(problems, "wher: 1", "of", "where")
    (found,) = problems.found
    assert found.id == "wrong-shape"
    assert found.help is not None
    assert found.help.en == "did you mean `where`?"


@pytest.mark.parametrize("text", ["[1]", "word"])
def test_something_else_than_a_mapping_is_noted_once(text: str, problems: Problems) -> None:
    fields = _fields(problems, text)
    assert fields.text("a") == ""
    assert [d.id for d in problems.found] == ["wrong-shape"]


def test_lists_flags_and_words_are_held_to_their_shape(problems: Problems) -> None:
    fields = _fields(problems, "a: 1\nb: yes\nc: laws\n")
    assert fields.items("a") == ()
    assert fields.flag("b") is None
    assert fields.one_of("c", Standing, Standing.PROPOSAL) is Standing.PROPOSAL
    assert [d.id for d in problems.found] == ["wrong-shape", "wrong-shape", "wrong-value"]
