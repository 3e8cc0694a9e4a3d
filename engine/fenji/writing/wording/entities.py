"""Paths of entities in the reader's words: `hazard_unit:store-2` is 单元 store-2."""

from __future__ import annotations

from fenji.model.submission import SUBJECT
from fenji.writing.wording.lexicon import Lexicon

NOBODY = "?"
"""The id under which evaluators speak of entities that a list may hold besides those it names."""


def entity_text(path: str, words: Lexicon) -> str:
    """`单元 store-2 / 物质 #1`; the subject itself is empty. Ids are shown as they are."""
    return " / ".join(_step(kind, id_, words) for kind, id_ in steps_of(path, words))


def is_listed(path: str) -> bool:
    """Whether the entity is one that was submitted, not one that a list may hold besides."""
    return f":{NOBODY}" not in path


def entity_below(path: str, above: str, words: Lexicon) -> str:
    """The entity as spoken of under another: nothing for itself, the steps below for its own."""
    if path == above:
        return ""
    if above and path.startswith(f"{above}/"):
        return entity_text(path[len(above) + 1 :], words)
    return entity_text(path, words)


def kind_of(path: str, words: Lexicon) -> str:
    """The kind of the entity that a path leads to."""
    steps = steps_of(path, words)
    return steps[-1][0] if steps else SUBJECT


def steps_of(path: str, words: Lexicon) -> list[tuple[str, str]]:
    """Kind and id of each step; an id may hold `/` and `:` itself."""
    steps: list[tuple[str, str]] = []
    for piece in path.split("/") if path else ():
        kind, colon, id_ = piece.partition(":")
        if colon and kind in words.release.entities:
            steps.append((kind, id_))
        elif steps:
            kind, before = steps[-1]
            steps[-1] = (kind, f"{before}/{piece}")
        else:
            steps.append((kind, id_))
    return steps


def _step(kind: str, id_: str, words: Lexicon) -> str:
    label = words.kind(kind)
    if id_ == NOBODY:
        return words.pick(f"未列出的{label}", f"any {label} not listed")
    return f"{label} {id_}"
