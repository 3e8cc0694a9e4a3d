"""The same thing found in several places, said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from fenji.jurisdiction.analysis.places import places_of
from fenji.jurisdiction.ready import ReadyChart


class Placed(Protocol):
    """Anything found in places."""

    @property
    def places(self) -> tuple[str, ...]: ...


P = TypeVar("P", bound=Placed)


def in_places(
    ready: ReadyChart, found: Iterable[tuple[P, str]], order: Callable[[P], Any]
) -> tuple[P, ...]:
    """Each once with its places: none where it is so in all of them, and where none is known."""
    several: dict[P, list[str]] = {}
    for one, place in found:
        several.setdefault(one, []).append(place)
    every = len(places_of(ready))
    made = [
        one if len(places) == every else _placed(one, tuple(p for p in places if p))
        for one, places in several.items()
    ]
    return tuple(sorted(made, key=order))


def _placed(one: P, places: tuple[str, ...]) -> P:
    return replace(one, places=places)  # type: ignore[type-var]
