"""Diagnostics as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.model.diagnostic import Diagnostic
from fenji.model.text import Language


def as_github(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """One `::error …::` or `::warning …::` line each."""
    return "".join(f"{_command(d, language)}\n" for d in diagnostics)


def _command(diagnostic: Diagnostic, language: Language) -> str:
    place = diagnostic.place
    properties = {"title": diagnostic.id}
    if place.line:
        properties = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(place.column + place.width),
            **properties,
        }
    message = diagnostic.message.in_(language)
    if diagnostic.help is not None:
        message += "\n" + diagnostic.help.in_(language)
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{diagnostic.level.value} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
