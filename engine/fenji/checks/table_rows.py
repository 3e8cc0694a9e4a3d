"""The rows of a table leave no gap where it says so, and never give two answers at once.

Good:  exhaustive: true over bands 0, 1-29, 30-49, 50-99, 100 and more
Bad:   exhaustive: true over bands 0, 1-29, 31-49: 30 finds no row
Bad:   bands 1-30 and 30-49: 30 finds two, and nothing says to take the smallest or the largest
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product

from fenji.checks.walking import nodes
from fenji.evaluation.reference.comparing import COMPARING
from fenji.model.condition import Word
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.expression import Lookup
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.table import Row, Table
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import Choice, NumberSpan, SetSpan, Value, one, point

ID = "table-rows"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Every combination of the values between which the cells make a difference."""
    taken = {
        node.table
        for node in nodes((release.measures, release.rules, release.classifications))
        if isinstance(node, Lookup) and node.take is not None
    }
    for table in release.tables.values():
        problem = next(_problems(release, table, taken=table.name in taken), None)
        if problem is not None:
            yield problem


def _problems(release: Release, table: Table, *, taken: bool) -> Iterator[Diagnostic]:
    for rows, keys in _groups(release, table):
        for values in product(*keys.values()):
            chosen = dict(zip(keys, values, strict=True))
            found = [row for row in rows if _matches(table, row, chosen)]
            problem = _problem(table, chosen, found, taken=taken)
            if problem is not None:
                yield problem


def _groups(release: Release, table: Table) -> Iterator[tuple[list[Row], dict[str, list[Value]]]]:
    """The rows that share a first word, with the candidates of those keys that they ask for."""
    first = next((key for key in table.keys if key.word is Word.IS), None)
    every = _candidates(release, table, table.rows)
    if first is None:
        yield list(table.rows), every
        return
    for word in every[first.key]:
        rows = [r for r in table.rows if dict(r.cells).get(first.column) in (None, word)]
        asked = _candidates(release, table, rows)
        yield rows, {**asked, first.key: [word]}


def _problem(
    table: Table, keys: Mapping[str, Value], found: list[Row], *, taken: bool
) -> Diagnostic | None:
    shown = ", ".join(f"{name} = {_shown(value)}" for name, value in keys.items())
    if not found and table.exhaustive:
        said = Text(
            f"表 `{table.name}` 中没有一行对应：{shown}", f"no row of `{table.name}` for {shown}"
        )
        return Diagnostic(ID, Level.ERROR, said, table.place, Text("补上一行", "add the row"))
    answers = {tuple(dict(row.cells).get(column) for column in table.gives) for row in found}
    if len(answers) > 1 and not taken:
        rows = "、".join(str(row.number) for row in found)
        said = Text(
            f"表 `{table.name}` 的第 {rows} 行同时对应：{shown}",
            f"rows {rows.replace('、', ', ')} of `{table.name}` all match {shown}",
        )
        help_ = Text("使各行互斥", "make the rows exclude each other")
        return Diagnostic(ID, Level.ERROR, said, found[1].place, help_)
    return None


def _matches(table: Table, row: Row, keys: Mapping[str, Value]) -> bool:
    cells = dict(row.cells)
    return all(
        COMPARING[key.word](keys[key.key], (cells[key.column],)) is Truth.TRUE
        for key in table.keys
        if key.column in cells
    )


def _candidates(release: Release, table: Table, rows: Sequence[Row]) -> dict[str, list[Value]]:
    """For each key that some row asks for: all the words that its fact can be, or the numbers on,
    between and beside the figures in its cells."""
    cells: dict[str, list[Value]] = defaultdict(list)
    for key in table.keys:
        found = [cell for row in rows if (cell := dict(row.cells).get(key.column)) is not None]
        if found:
            cells[key.key].extend(found)
    candidates: dict[str, list[Value]] = {}
    for name, several in cells.items():
        spans = [v.low for v in several if isinstance(v, NumberSpan)]
        numbers = sorted({low for low in spans if low is not None})
        if numbers:
            candidates[name] = [point(number) for number in _around(release, name, numbers)]
        else:
            words = [v for v in several if isinstance(v, Choice)]
            candidates[name] = _words(release, name, words)
    return candidates


def _around(release: Release, name: str, numbers: list[Fraction]) -> list[Fraction]:
    """On each figure, half way to the next, and beyond the ends, within the fact's range."""
    between = [(a + b) / 2 for a, b in pairwise(numbers)]
    every = [numbers[0] - 1, *numbers, *between, numbers[-1] + 1]
    limits = next((f[name].range for f in release.facts.values() if name in f), None)
    low, high = (limits.low, limits.high) if limits else (None, None)
    whole = any(f[name].kind.value == "count" for f in release.facts.values() if name in f)
    return [
        n
        for n in every
        if (low is None or n >= low)
        and (high is None or n <= high)
        and not (whole and n.denominator > 1)
    ]


def _words(release: Release, name: str, cells: list[Choice]) -> list[Value]:
    for facts in release.facts.values():
        if name in facts and facts[name].options:
            options = facts[name].options
            if facts[name].kind.value == "choices":
                single = [frozenset({str(o.value)}) for o in options]
                return [SetSpan(words, words) for words in single]
            return [one(option.value) for option in options]
    return list(dict.fromkeys(cells)) or [one("")]


def _shown(value: Value) -> str:
    if isinstance(value, Choice) and value.members:
        return str(next(iter(value.members)))
    if isinstance(value, SetSpan):
        return ", ".join(sorted(value.certain))
    return str(float(value.low)) if isinstance(value, NumberSpan) and value.low is not None else "?"
