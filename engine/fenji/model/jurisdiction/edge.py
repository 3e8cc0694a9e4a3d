"""The edges of the graph. None of them says who leads: leads follow from them by the principles."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.condition import Condition
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


class EdgeKind(Enum):
    """What joins a matter to a department (or, for `hands_over`, to the next matter of its chain).

    `duty`: a text names the department for it; `licence`: it grants the licence; `trade`: it runs
    the industry; `place`: it runs the ground on which it happens; `excludes`: a text takes the
    department out; `falls_back_to`: who decides where nobody is named; `delegates`: enforcement is
    handed to another level. The value is the word in YAML and JSON.
    """

    DUTY = "duty"
    LICENCE = "licence"
    TRADE = "trade"
    PLACE = "place"
    EXCLUDES = "excludes"
    DELEGATES = "delegates"
    HANDS_OVER = "hands_over"
    FALLS_BACK_TO = "falls_back_to"


class Nature(Enum):
    """What makes an edge stronger or weaker than others of its kind.

    `special`: it rests on a law for that field alone (P01); `residual`: it holds only where no
    other department is named (P05).
    """

    ORDINARY = "ordinary"
    SPECIAL = "special"
    RESIDUAL = "residual"


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge from the matter `of` to the department (or matter) `to`.

    `concern` is the part of the matter it speaks of; without one it speaks of the whole, and only
    such edges compete for the lead. It stands where `when` (over the subject) is true. `licence`
    names the licence of a licence edge.
    """

    id: str
    kind: EdgeKind
    nature: Nature
    of: str
    to: str
    concern: Text | None
    when: Condition | None
    licence: str
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence, the matters that need it and who grants it; each makes a licence edge.

    `high_hazard`: an activity under it is ranked first among a subject's matters (P10).
    """

    id: str
    title: Text
    for_: tuple[str, ...]
    issued_by: str
    high_hazard: bool
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
