"""Diagnostics as JSON, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterable

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.text import Text


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """`{"diagnostics": […], "errors": n, "warnings": n}`; lines and columns count from 1.

    A diagnostic about no file has `null` for its place.
    """
    several = list(diagnostics)
    levels = [d.level for d in several]
    whole = {
        "diagnostics": [_plain(d) for d in several],
        "errors": levels.count(Level.ERROR),
        "warnings": levels.count(Level.WARNING),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _plain(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    known = {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "width": place.width,
    }
    return {
        "id": diagnostic.id,
        "level": diagnostic.level.value,
        "message": _both(diagnostic.message),
        "place": known if place.line else None,
        "help": None if diagnostic.help is None else _both(diagnostic.help),
    }


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.in_("zh"), "en": text.in_("en")}
