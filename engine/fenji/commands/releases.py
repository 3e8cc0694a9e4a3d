"""The release that a command works with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fenji.commands import failing
from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.text import Language


def release_from(
    folder: str | None, language: Language, places: Sequence[str] = ()
) -> Release | None:
    """The release in that folder, or our own, with the folders of places laid over it; `None` where
    it cannot be read, which has been said."""
    from fenji.reading.release import load_release

    path, overlays = Path(folder) if folder else None, tuple(Path(place) for place in places)
    try:
        return load_release(path, overlays=overlays)
    except Refused as refused:
        texts = failing.release_texts(path, overlays)
        failing.refused(refused.diagnostics, texts, language)
        return None
