"""Paths of entities in words."""

from __future__ import annotations

import pytest

from fenji.writing.wording.entities import entity_below, entity_text, is_listed, kind_of
from fenji.writing.wording.lexicon import lexicon_of
from tests.writing.decision.invented_release import release

ZH = lexicon_of(release(), "zh")
EN = ZH.in_("en")


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("", "", ""),
        ("mine:shaft-1", "矿山 shaft-1", "mine shaft-1"),
        ("hazard_unit:3/substance:#1", "单元 3 / 物质 #1", "unit 3 / substance #1"),
        ("mine:?", "未列出的矿山", "any mine not listed"),
    ],
)
def test_a_path_is_said_with_the_labels_of_its_kinds(path: str, zh: str, en: str) -> None:
    assert entity_text(path, ZH) == zh
    assert entity_text(path, EN) == en


def test_an_entity_is_named_from_where_one_stands() -> None:
    assert entity_below("hazard_unit:a/substance:b", "hazard_unit:a", EN) == "substance b"
    assert entity_below("hazard_unit:a", "hazard_unit:a", EN) == ""
    assert entity_below("hazard_unit:ab", "hazard_unit:a", EN) == "unit ab"


def test_the_kind_of_a_path_is_its_last_steps() -> None:
    assert kind_of("hazard_unit:a/substance:b", EN) == "substance"
    assert kind_of("", EN) == "subject"


def test_what_a_list_may_hold_besides_is_not_listed() -> None:
    assert is_listed("hazard_unit:a/substance:b")
    assert not is_listed("hazard_unit:a/substance:?")
