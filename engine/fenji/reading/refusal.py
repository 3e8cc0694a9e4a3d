"""Saying what is wrong, and going on so that all problems are found at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from fenji.model.diagnostic import Diagnostic, Level, Refused
from fenji.model.place import Place
from fenji.model.text import Text


def error(kind: str, place: Place, message: Text, step: Text | None = None) -> Diagnostic:
    """One problem that stops the work: its id, what is wrong, and one next step."""
    return Diagnostic(kind, Level.ERROR, message, place, step)


def refusal(kind: str, place: Place, message: Text, step: Text | None = None) -> Refused:
    """One problem, to be raised where nothing can be read."""
    return Refused([error(kind, place, message, step)])


class Problems:
    """What was found wrong so far. A reader goes on past each of them and refuses at the end."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep these too."""
        self.found.extend(diagnostics)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what is refused inside, and go on after it."""
        try:
            yield
        except Refused as refused:
            self.found.extend(refused.diagnostics)

    def refuse(self) -> None:
        """Raise Refused with everything found, if anything was."""
        if self.found:
            raise Refused(self.found)
