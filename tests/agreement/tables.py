"""Tables: exhaustive and not, with bands, blank cells, set keys, and rows that match together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

from fenji.model.condition import Word
from fenji.model.table import Key, Row, Table
from fenji.model.value import Value, day, one, point
from tests.agreement.drawing import Drawing
from tests.evaluation.vocabulary import LABEL, PROVENANCE

FIGURES = ("0", "0.3", "1", "1.5", "2", "3", "29.9")
FLAGS = (True, False)
DATES = (date(2025, 2, 28), date(2025, 11, 30), date(2026, 6, 1))
KEYS = {
    "by_word": (Key("word", Word.IS, "w"),),
    "bands": (Key("from", Word.AT_LEAST, "n"), Key("to", Word.LESS_THAN, "n")),
    "steps": (Key("over", Word.MORE_THAN, "n"), Key("up_to", Word.AT_MOST, "n")),
    "listed": (
        Key("word", Word.IS, "w"),
        Key("good", Word.HAS, "s"),
        Key("least", Word.AT_LEAST, "n"),
    ),
    "graded": (Key("grade", Word.IS, "g"), Key("other", Word.IS_NOT, "w")),
}
"""By key: `w` is a word, `n` a number, `s` a set, `g` a numbered choice."""

EXHAUSTIVE = ("by_word", "bands", "steps")
GIVES = ("figure", "word", "day", "flag")


def tables(draw: Drawing) -> None:
    """Draws one table of each shape, to be looked up from then on."""
    for name, keys in KEYS.items():
        rows = tuple(
            Row(number, (*cells.items(), *_given(draw, name).items()))
            for number, cells in enumerate(_keys(draw, name), 1)
        )
        draw.tables[name] = Table(name, LABEL, keys, GIVES, rows, name in EXHAUSTIVE, PROVENANCE)


def _given(draw: Drawing, name: str) -> dict[str, Value]:
    given: dict[str, Value] = {
        "figure": _figure(draw),
        "word": one(draw.one(("p", "q", "r"))),
        "day": day(draw.one(DATES)),
        "flag": one(draw.one(FLAGS)),
    }
    if name not in EXHAUSTIVE and draw.chance(15):
        del given["figure"]
    return given


def _keys(draw: Drawing, name: str) -> list[dict[str, Value]]:
    if name == "by_word":
        return [{"word": one(word)} for word in ("p", "q", "r")]
    if name in ("bands", "steps"):
        first, second = (key.column for key in KEYS[name])
        edges = sorted({Fraction(draw.one(FIGURES)) for _ in range(2)})
        ends: list[Fraction | None] = [None, *edges, None]
        return [
            {
                **({} if low is None else {first: point(low)}),
                **({} if high is None else {second: point(high)}),
            }
            for low, high in pairwise(ends)
        ]
    as_choice = draw.chance(50)
    return [_loose(draw, name, as_choice) for _ in range(draw.random.randint(2, 4))]


def _loose(draw: Drawing, name: str, as_choice: bool) -> dict[str, Value]:
    """The cells of one row of a table that is not exhaustive: any of them may be blank."""
    cells: dict[str, Value] = {}
    if name == "graded":
        grade = Fraction(draw.random.randint(1, 3))
        cells = {
            "grade": one(grade) if as_choice else point(grade),
            "other": one(draw.one(("p", "q"))),
        }
    else:
        cells = {
            "word": one(draw.one(("p", "q", "r"))),
            "good": one(draw.one(("u", "v", "w"))),
            "least": _figure(draw),
        }
    return {column: cell for column, cell in cells.items() if draw.chance(65)}


def _figure(draw: Drawing) -> Value:
    return point(Fraction(draw.one(FIGURES)))
