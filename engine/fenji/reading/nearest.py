"""The name that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from fenji.model.text import Text

CLOSE_ENOUGH = 0.6
"""Share of letters in common, in order (difflib's ratio)."""


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like the word, if any is close; case, spaces and hyphens do not count."""
    by_fold = {_folded(name): name for name in names}
    found = get_close_matches(_folded(word), by_fold, n=1, cutoff=CLOSE_ENOUGH)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, names: Iterable[str]) -> Text | None:
    """The question that offers the nearest name; where none is near and they are few, all names."""
    several = list(names)
    found = nearest(word, several)
    if found is not None:
        return Text(f"是不是 `{found}`？", f"did you mean `{found}`?")
    if 0 < len(several) <= 12:
        return Text(
            f"可以写：{'、'.join(f'`{n}`' for n in several)}",
            f"it can be {', '.join(f'`{n}`' for n in several)}",
        )
    return None


def _folded(word: str) -> str:
    return word.casefold().replace(" ", "_").replace("-", "_")
