"""All that a release says of jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fenji.model.condition import Condition
from fenji.model.jurisdiction.blind_spot import BlindSpot
from fenji.model.jurisdiction.department import Department
from fenji.model.jurisdiction.edge import Edge, Licence
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.matter import Matter
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.jurisdiction.territory import Territory


@dataclass(frozen=True, slots=True)
class Chart:
    """Departments, territory, matters and what joins them, for all dates.

    Mappings are by id in the order of ids; `principles`, `rankings` and `levels` in their own order;
    `edges` by id, those of licences among them. A release without jurisdiction has an empty chart.
    """

    departments: Mapping[str, Department] = field(default_factory=dict)
    territory: Mapping[str, Territory] = field(default_factory=dict)
    matters: Mapping[str, Matter] = field(default_factory=dict)
    licences: Mapping[str, Licence] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    principles: tuple[Principle, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    levels: tuple[LevelRule, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()

    @property
    def conditions(self) -> Iterator[Condition]:
        """Every condition in it, all of them over the subject."""
        several: tuple[Matter | Edge | LevelRule, ...]
        several = (*self.matters.values(), *self.edges, *self.levels)
        return (one.when for one in several if one.when is not None)
