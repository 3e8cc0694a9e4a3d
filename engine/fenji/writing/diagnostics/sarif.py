"""Diagnostics as SARIF 2.1.0 (OASIS standard, 27 March 2020), for code scanners."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from fenji.model.diagnostic import Diagnostic
from fenji.model.text import Language

_LANGUAGE: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """One run with a result each."""
    several = list(diagnostics)
    ids = sorted({d.id for d in several})
    run = {
        "tool": {"driver": {"name": "fenji", "rules": [{"id": id_} for id_ in ids]}},
        "language": _LANGUAGE[language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, ids.index(d.id), language) for d in several],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(diagnostic: Diagnostic, index: int, language: Language) -> dict[str, object]:
    message = diagnostic.message.in_(language)
    if diagnostic.help is not None:
        message += "\n" + diagnostic.help.in_(language)
    result: dict[str, object] = {
        "ruleId": diagnostic.id,
        "ruleIndex": index,
        "level": diagnostic.level.value,
        "message": {"text": message},
    }
    if diagnostic.place.line:
        result["locations"] = [{"physicalLocation": _location(diagnostic)}]
    return result


def _location(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    return {
        "artifactLocation": {"uri": quote(place.path.replace("\\", "/"))},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        },
    }
