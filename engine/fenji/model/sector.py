"""The sectors of the plan, and what makes one apply to a subject."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.condition import Condition
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class Sector:
    """One of the 17 sectors.

    It applies where `applies` (over the subject) is true, or where the subject's `industry_code`
    begins with one of `industry_codes` (GB/T 4754). `asked_by` names the subject's yes-or-no
    fact that decides where nothing else does: only its "no" excludes the sector.
    """

    name: str
    number: int
    title: Text
    applies: Condition
    asked_by: str
    industry_codes: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


CROSS_CUTTING = "cross_cutting"
"""The sector of what concerns everyone: it has no folder of a sector's own and always applies."""
