"""Fenji: hazard classification of enterprises from rules of law kept as data.

    >>> import fenji
    >>> release = fenji.load_release()
    >>> for submission in fenji.read_submissions(Path("examples/chlor_alkali.yaml"), release):
    ...     decision = fenji.classify(release, submission, date(2026, 11, 25))

Everything is imported when it is first used, so that `import fenji` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from fenji.version import VERSION as __version__

if TYPE_CHECKING:
    from fenji.assessment import brief
    from fenji.classifying import classify
    from fenji.model.brief import Brief
    from fenji.model.decision import Answer, Ask, Caution, Decision, Finding, Status, ThreeFigures
    from fenji.model.diagnostic import Diagnostic, Refused
    from fenji.model.release import Release
    from fenji.model.submission import Submission
    from fenji.model.text import Text
    from fenji.model.tier import Tier
    from fenji.model.truth import Truth
    from fenji.reading.release import load_release
    from fenji.reading.submission import read_submissions
    from fenji.writing.decision import as_json, as_markdown, as_text

_FROM = {
    "Answer": "fenji.model.decision",
    "Ask": "fenji.model.decision",
    "Brief": "fenji.model.brief",
    "Caution": "fenji.model.decision",
    "Decision": "fenji.model.decision",
    "Diagnostic": "fenji.model.diagnostic",
    "Finding": "fenji.model.decision",
    "Refused": "fenji.model.diagnostic",
    "Release": "fenji.model.release",
    "Status": "fenji.model.decision",
    "Submission": "fenji.model.submission",
    "Text": "fenji.model.text",
    "ThreeFigures": "fenji.model.decision",
    "Tier": "fenji.model.tier",
    "Truth": "fenji.model.truth",
    "as_json": "fenji.writing.decision",
    "as_markdown": "fenji.writing.decision",
    "as_text": "fenji.writing.decision",
    "brief": "fenji.assessment",
    "classify": "fenji.classifying",
    "load_release": "fenji.reading.release",
    "read_submissions": "fenji.reading.submission",
}

__all__ = [
    "Answer",
    "Ask",
    "Brief",
    "Caution",
    "Decision",
    "Diagnostic",
    "Finding",
    "Refused",
    "Release",
    "Status",
    "Submission",
    "Text",
    "ThreeFigures",
    "Tier",
    "Truth",
    "__version__",
    "as_json",
    "as_markdown",
    "as_text",
    "brief",
    "classify",
    "load_release",
    "read_submissions",
]


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module 'fenji' has no attribute {name!r}")
    found = getattr(import_module(_FROM[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
