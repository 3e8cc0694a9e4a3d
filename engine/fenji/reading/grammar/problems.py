"""What is wrong, gathered while reading goes on, so that everything can be mended at once."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.place import Place
from fenji.model.text import Text


class Problems:
    """Diagnostics in the order met; the same one at the same place only once.

    What could not be read is stood in for by something harmless: nothing of it leaves the reader,
    since a release with a problem is refused as a whole.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, Place, str], Diagnostic] = {}

    def error(self, kind: str, place: Place, message: Text, step: Text | None = None) -> None:
        """Note an error of that kind; `step` is what to do next."""
        self.add(Diagnostic(kind, Level.ERROR, message, place, step))

    def add(self, diagnostic: Diagnostic) -> None:
        """Note a diagnostic that was made elsewhere."""
        key = (diagnostic.id, diagnostic.place, diagnostic.message.en)
        self._found.setdefault(key, diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note several."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All of them."""
        return tuple(self._found.values())


def listing(words: Iterable[object], most: int = 12) -> str:
    """Words in backticks, cut off where there are many."""
    several = [f"`{word}`" for word in words]
    return ", ".join(several[:most]) + (", …" if len(several) > most else "")
