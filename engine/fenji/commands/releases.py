"""The release that a command works with."""

from __future__ import annotations

from pathlib import Path

from fenji.commands import failing
from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.text import Language


def release_from(folder: str | None, language: Language) -> Release | None:
    """The release in that folder, or our own; `None` where it cannot be read, which has been said."""
    from fenji.reading.release import load_release

    path = Path(folder) if folder else None
    try:
        return load_release(path)
    except Refused as refused:
        failing.refused(refused.diagnostics, failing.release_texts(path), language)
        return None
