"""Drawings can be read: nothing lies over anything else, and nothing hangs over the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest

from fenji.jurisdiction.analysis.walk import Walked, walk
from fenji.jurisdiction.ready import ReadyChart, ready_chart
from fenji.model.text import Language
from fenji.reading.release import load_release
from fenji.writing.display_width import display_width
from fenji.writing.jurisdiction.graph.choosing import of_all, of_one
from fenji.writing.jurisdiction.graph.drawing import Drawing
from fenji.writing.jurisdiction.graph.fonts import in_lines, text_width
from fenji.writing.jurisdiction.graph.svg import as_svg
from fenji.writing.wording import lexicon_of

AS_OF = date(2026, 6, 1)
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Area:
    left: float
    top: float
    right: float
    bottom: float
    what: str

    def over(self, other: Area) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@pytest.fixture(scope="module")
def ready() -> ReadyChart:
    return ready_chart(load_release(), AS_OF)


@pytest.fixture(scope="module")
def walked(ready: ReadyChart) -> Sequence[Walked]:
    return walk(ready)


def drawn(
    ready: ReadyChart, walked: Sequence[Walked], matter: str | None, language: Language
) -> Drawing:
    words = lexicon_of(ready.release, language)
    return of_all(ready, walked, words) if matter is None else of_one(ready, walked, matter, words)


def boxes(root: ElementTree.Element) -> Iterator[Area]:
    for group in root.iter(f"{SVG}g"):
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        x, y, width, height = (float(rect.get(k, "")) for k in ("x", "y", "width", "height"))
        yield Area(x, y, x + width, y + height, group.get("id", ""))
        for text in group.findall(f"{SVG}text"):
            wide = text_width(text.text or "", 13)
            assert float(text.get("x", "")) + wide <= x + width, text.text
            assert y < float(text.get("y", "")) <= y + height, text.text


def labels(root: ElementTree.Element) -> Iterator[Area]:
    for text in root.iter(f"{SVG}text"):
        if text.get("font-size") == "11":
            wide = text_width(text.text or "", 11)
            x, y = float(text.get("x", "")), float(text.get("y", ""))
            left = x - wide if text.get("text-anchor") == "end" else x
            yield Area(left, y - 9, left + wide, y + 2, text.text or "")


SOME = [
    "chemical_production",
    "fuel_station",
    "mining_underground",
    "retail_and_markets",
    "alcohol_fuel_use",
    "homestay",
    None,
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("matter", SOME)
def test_nothing_lies_over_anything_else(
    ready: ReadyChart, walked: Sequence[Walked], matter: str | None, language: Language
) -> None:
    root = ElementTree.fromstring(as_svg(drawn(ready, walked, matter, language)))
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    placed = [*boxes(root), *labels(root)]
    assert placed
    for area in placed:
        assert area.left >= 0, area
        assert area.right <= width, area
        assert area.bottom <= height, area
    for one, other in combinations(placed, 2):
        assert not one.over(other), (one, other)


@pytest.mark.parametrize("matter", SOME)
def test_every_link_joins_two_boxes(
    ready: ReadyChart, walked: Sequence[Walked], matter: str | None
) -> None:
    drawing = drawn(ready, walked, matter, "zh")
    nodes = {node.id for node in drawing.nodes}
    assert len(nodes) == len(drawing.nodes)
    for link in drawing.links:
        assert {link.from_, link.to} <= nodes
    root = ElementTree.fromstring(as_svg(drawing))
    paths = [path for path in root.iter(f"{SVG}path") if path.get("marker-end")]
    assert len(paths) == len(drawing.links) + len(drawing.legend)


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("应急管理部门", 30, ["应急管理部门"]),
        ("危险化学品重大危险源备案管理", 20, ["危险化学品重大", "危险源备案管理"]),
        ("emergency management of mines", 20, ["emergency", "management of mines"]),
        ("一二三四五六，七八", 12, ["一二三四五", "六，七八"]),
        ("unbreakablewordthatistoolong", 10, ["unbreakablewordthatistoolong"]),
        ("", 10, [""]),
    ],
)
def test_lines_are_even_and_keep_words_whole(text: str, cells: int, lines: list[str]) -> None:
    assert in_lines(text, cells) == lines


def test_no_line_is_too_long() -> None:
    text = "国务院安全生产委员会 Work Safety Committee 成员单位职责分工"
    assert all(display_width(line) <= 24 for line in in_lines(text, 24))
