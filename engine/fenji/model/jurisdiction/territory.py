"""Levels of enforcement, and the territorial units in which they are exercised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


class EnforcementLevel(Enum):
    """Who acts for a department; the value is the word in YAML and JSON, the highest first.

    `zone` is the branch or committee of a development zone, `township` a town or street.
    """

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    ZONE = "zone"
    COUNTY = "county"
    TOWNSHIP = "township"

    @property
    def rank(self) -> int:
        """The smaller the higher."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(EnforcementLevel)}


@dataclass(frozen=True, slots=True)
class Territory:
    """A territorial unit: the city, a county or district, a town or street, a development zone.

    `id` is the division's code (GB/T 2260, for towns the statistical nine digits) or a word of ours.
    A zone lies in the county `parent`.
    """

    id: str
    level: EnforcementLevel
    title: Text
    parent: str
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)
