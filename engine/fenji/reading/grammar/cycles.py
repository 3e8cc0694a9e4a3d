"""Nothing may rest on itself: not through measures, definitions, classifications, sheets, rules, nor
through the facts that say when another fact applies."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.condition import Fires, Holds
from fenji.model.duty import Duty
from fenji.model.expression import Name
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.rule import Classification, Rule
from fenji.model.text import Text
from fenji.reading.grammar.circles import circles
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.walking import Item, Node, everything_in, read_by

Key = tuple[str, str]
"""An entity kind with a name of it; an empty kind with the id of a rule."""

_Graph = dict[Key, list[Key]]


def check_cycles(problems: Problems, release: Release) -> None:
    """Note every circle once, with the path that closes it."""
    graph, places = _graph(release)
    for circle in circles(graph):
        _circle(problems, places, circle)


def _graph(release: Release) -> tuple[_Graph, dict[Key, Place]]:
    graph: _Graph = {}
    places: dict[Key, Place] = {}
    items: tuple[Item, ...] = (
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
        *release.rules,
    )
    for item in items:
        key = ("", item.id) if isinstance(item, Rule | Duty) else (item.for_, item.name)
        places.setdefault(key, item.place)
        reads = graph.setdefault(key, [])
        for node in read_by(item):
            reads.extend(_read(node))
        if isinstance(item, Classification):
            reads.extend((item.for_, name) for name in (*item.worst_of, *item.given))
    for of_kind in release.facts.values():
        for fact in of_kind.values():
            if fact.applies_when is not None:
                key = (fact.entity, fact.name)
                places[key] = fact.place
                graph[key] = list(_read(fact.applies_when))
    return graph, places


def _read(node: Node) -> Iterator[Key]:
    for part in everything_in(node):
        if isinstance(part, Name | Holds):
            yield part.entity, part.name
        elif isinstance(part, Fires):
            yield "", part.rule


def _circle(problems: Problems, places: dict[Key, Place], circle: list[Key]) -> None:
    names = [name for _, name in circle]
    if len(circle) == 1:
        message = Text(f"`{names[0]}` 引用了自己", f"`{names[0]}` refers to itself")
    else:
        path = " → ".join(f"`{name}`" for name in (*names, names[0]))
        message = Text(f"循环引用：{path}", f"these rest on one another: {path}")
    problems.error(
        "cycle",
        places[circle[0]],
        message,
        Text("改为引用它们所依据的事实", "let one of them read the facts it rests on instead"),
    )
