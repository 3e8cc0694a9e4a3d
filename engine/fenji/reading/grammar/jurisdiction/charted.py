"""What the files of jurisdiction declare by id, known before anything that names it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fenji.model.place import Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class Unit:
    """What is known of a territorial unit before it is read: the word of its level, as written."""

    level: str
    title: Text


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of a matter before it is read: the chain in which it is a link, if in any."""

    chain: str
    title: Text


@dataclass(frozen=True, slots=True)
class Charted:
    """All that can be named, by id. `departments` gives the names by which documents know each.

    `places` has every id of every list: one id names one thing, since the path of an answer,
    `remove` and people name things by it alone.
    """

    departments: dict[str, tuple[str, ...]] = field(default_factory=dict)
    territory: dict[str, Unit] = field(default_factory=dict)
    activities: dict[str, Link] = field(default_factory=dict)
    others: dict[str, Link] = field(default_factory=dict)
    licences: dict[str, Text] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def matters(self) -> Mapping[str, Link]:
        """Activities and the matters beside them."""
        return {**self.activities, **self.others}

    def options(self, of: str, level: str = "") -> Iterator[tuple[str, Text]]:
        """The ids of `activities`, `licences` or `territory` (of one level) with their titles, in
        the order of the ids."""
        if of == "territory":
            units = sorted(self.territory.items())
            yield from ((name, unit.title) for name, unit in units if unit.level == level)
        elif of == "activities":
            yield from ((name, link.title) for name, link in sorted(self.activities.items()))
        elif of == "licences":
            yield from sorted(self.licences.items(), key=lambda pair: pair[0])
