"""What is wrong with a rule file or a submission, said so that its reader can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from fenji.model.place import Place
from fenji.model.text import Text


class Level(Enum):
    """An error stops the work; a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place.

    `id` is the kebab-case name of the kind of problem, stable for ever; `help` is one next step.
    """

    id: str
    level: Level
    message: Text
    place: Place
    help: Text | None = None


class Refused(Exception):
    """Input cannot be used. Carries every problem found, so that all can be mended at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(
            sorted(diagnostics, key=lambda d: (d.place.path, d.place.line, d.place.column, d.id))
        )
        super().__init__("; ".join(f"{d.place}: {d.id}: {d.message.en}" for d in self.diagnostics))
