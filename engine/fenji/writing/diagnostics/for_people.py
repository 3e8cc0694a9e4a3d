"""Diagnostics as text: where, what, the line with a caret under it, and the next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.place import Place
from fenji.model.text import Language, Text
from fenji.writing.diagnostics.excerpt import excerpt, visible

_WARNING = Text("警告：", "warning: ")
_HELP = Text("下一步：", "help: ")


def as_text(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, str],
    language: Language,
    *,
    width: int = 100,
) -> str:
    """One block each, and a line that counts them; nothing where there are none.

    `sources` are the texts of the files by the paths in the diagnostics; a file that is not there
    is shown without its line. No line of an excerpt is wider than `width` cells.
    """
    several = list(diagnostics)
    if not several:
        return ""
    lines_of = _Lines(sources)
    blocks = [_block(d, lines_of.at(d.place), language, width) for d in several]
    return "\n".join([*blocks, count_line(several, language) + "\n"])


def count_line(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """`3 errors, 1 warning`, leaving out what there is none of."""
    levels = [d.level for d in diagnostics]
    errors = levels.count(Level.ERROR)
    warnings = levels.count(Level.WARNING)
    if language == "zh":
        said = [f"{errors} 处错误"] * bool(errors) + [f"{warnings} 处警告"] * bool(warnings)
        return "，".join(said) or "没有错误"
    said = [_plural(errors, "error")] * bool(errors) + [_plural(warnings, "warning")] * bool(
        warnings
    )
    return ", ".join(said) or "no errors"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _block(diagnostic: Diagnostic, line: str | None, language: Language, width: int) -> str:
    place = diagnostic.place
    where = f"{visible(place.path)}:{place.line}:{place.column}: " if place.line else ""
    level = _WARNING.in_(language) if diagnostic.level is Level.WARNING else ""
    message = visible(diagnostic.message.in_(language))
    said = [f"{where}{level}{diagnostic.id}: {message}"]
    if line is not None:
        said += excerpt(line, place, width)
    if diagnostic.help is not None:
        said.append(f"   {_HELP.in_(language)}{visible(diagnostic.help.in_(language))}")
    return "".join(f"{line}\n" for line in said)


class _Lines:
    """Lines of the sources, each source split once."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._split: dict[str, list[str]] = {}

    def at(self, place: Place) -> str | None:
        """The line of that place, if its file is known and has it."""
        if place.path not in self._split:
            text = self._sources.get(place.path, "").removeprefix("\ufeff")
            self._split[place.path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = self._split[place.path]
        known = place.path in self._sources and 0 < place.line <= len(lines)
        return lines[place.line - 1] if known else None
