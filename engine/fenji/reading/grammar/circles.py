"""Circles of a directed graph, each by the path that closes it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def circles(graph: Mapping[N, Sequence[N]]) -> Iterator[list[N]]:
    """A path for each step that closes a circle; depth first and without recursion."""
    done: set[N] = set()
    for start in graph:
        if start not in done:
            yield from _from(graph, start, done)


def _from(graph: Mapping[N, Sequence[N]], start: N, done: set[N]) -> Iterator[list[N]]:
    path: list[N] = [start]
    on_path = {start}
    waiting = [iter(graph[start])]
    while path:
        following = next(waiting[-1], None)
        if following is None:
            done.add(path[-1])
            on_path.discard(path.pop())
            waiting.pop()
        elif following in on_path:
            yield path[path.index(following) :]
        elif following in graph and following not in done:
            path.append(following)
            on_path.add(following)
            waiting.append(iter(graph[following]))
