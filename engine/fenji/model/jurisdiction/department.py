"""Departments: one line of authority each, with the bodies that act for it at its levels."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class Body:
    """Who acts for a department at a level; `{county}`, `{town}`, `{zone}` stand for the territory.

    `territory` narrows it to one unit (the branch of one zone); empty: every unit of the level.
    """

    level: EnforcementLevel
    title: Text
    territory: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """A department (部门): what the law calls the competent authority, whatever its level.

    `aliases` are other names under which documents know it. `government`: it is the people's
    government itself, which decides where no department is named.
    """

    id: str
    title: Text
    aliases: tuple[str, ...]
    bodies: tuple[Body, ...]
    government: bool
    parent: str
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
