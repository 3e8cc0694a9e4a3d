"""Nothing comes back to where it began: not hand-overs, delegations, nor what stands above what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.edge import EdgeKind
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.circles import circles
from fenji.reading.grammar.problems import Problems


def check_rounds(problems: Problems, chart: Chart) -> None:
    """Note every circle once, with its path."""
    _handed_over(problems, chart)
    for levels, place in _delegated(chart.levels):
        _note(problems, place, levels, Text("委托循环", "these delegations go round"))
    above = {one.id: one.parent for one in chart.departments.values()}
    _above(problems, above, {one.id: one.place for one in chart.departments.values()})
    above = {one.id: one.parent for one in chart.territory.values()}
    _above(problems, above, {one.id: one.place for one in chart.territory.values()})


def _handed_over(problems: Problems, chart: Chart) -> None:
    following: dict[str, list[str]] = {}
    places: dict[tuple[str, str], Place] = {}
    for edge in chart.edges:
        if edge.kind is EdgeKind.HANDS_OVER:
            following.setdefault(edge.of, []).append(edge.to)
            places[edge.of, edge.to] = edge.place
    for circle in circles(following):
        place = places[circle[-1], circle[0]]
        _note(problems, place, circle, Text("移交循环", "these hand over in a circle"))


def _above(problems: Problems, parents: Mapping[str, str], places: Mapping[str, Place]) -> None:
    for circle in circles({name: [parent] for name, parent in parents.items() if parent}):
        said = Text("上级循环", "each of these stands above the next")
        _note(problems, places[circle[0]], circle, said)


def _note(problems: Problems, place: Place, circle: list[str], said: Text) -> None:
    path = " → ".join(f"`{name}`" for name in (*circle, circle[0]))
    problems.error(
        "cycle",
        place,
        Text(f"{said.zh}：{path}", f"{said.en}: {path}"),
        Text("去掉其中一步", "take one of the steps out"),
    )


def _delegated(levels: tuple[LevelRule, ...]) -> Iterator[tuple[list[str], Place]]:
    """The circles of delegations that speak of a department and a matter in common, each once."""
    found: set[frozenset[str]] = set()
    delegating = [rule for rule in levels if rule.delegated_from is not None]
    for start in delegating:
        for path in _followed(delegating, [start]):
            rules = frozenset(rule.id for rule in path)
            if rules not in found:
                found.add(rules)
                yield (
                    [str(rule.delegated_from.value) for rule in path if rule.delegated_from],
                    (path[0].place),
                )


def _followed(rules: list[LevelRule], path: list[LevelRule]) -> Iterator[list[LevelRule]]:
    """The paths that go on from this one and come back to where it began."""
    if path[-1].level is path[0].delegated_from:
        yield path
        return
    for rule in rules:
        if rule not in path and rule.delegated_from is path[-1].level and _in_common(path, rule):
            yield from _followed(rules, [*path, rule])


def _in_common(path: list[LevelRule], rule: LevelRule) -> bool:
    """Whether some department and some matter are spoken of by all; none named means all."""
    several = (*path, rule)
    departments = [set(one.departments) for one in several if one.departments]
    matters = [set(one.matters) for one in several if one.matters]
    return all(not sets or bool(set.intersection(*sets)) for sets in (departments, matters))
