"""Rows of the reference that no rule carries, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.place import NOWHERE, Place


class WhyLeftOut(Enum):
    """The only reasons for which a row may be left out; the value is the word in YAML.

    `encoded_as`: a name of the release carries it under another head; `duplicate_of`: another row
    says the same.
    """

    TEXT_NOT_READ = "text_not_read"
    NOT_A_MATTER_OF_FACTS = "not_a_matter_of_facts"
    DUPLICATE_OF = "duplicate_of"
    ENCODED_AS = "encoded_as"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row that was left out. `of` is the other row, or the name in the release."""

    row: str
    reason: WhyLeftOut
    of: str
    note: str
    place: Place = field(default=NOWHERE, compare=False)
