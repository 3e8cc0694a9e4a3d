"""Mappings with a fixed set of keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fenji.model.diagnostic import Diagnostic
from fenji.model.text import Text
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Scalar
from fenji.reading.refusal import error


def unknown_keys(node: Mapping, known: Sequence[str]) -> Iterable[Diagnostic]:
    """A problem for each key that has no meaning there."""
    for key, _ in node.entries:
        if key.text not in known:
            yield error(
                "unknown-key",
                key.place,
                Text(f"这里没有 `{key.text}` 这一项", f"`{key.text}` means nothing here"),
                did_you_mean(key.text, known),
            )


def missing_keys(node: Mapping, needed: Sequence[str]) -> Iterable[Diagnostic]:
    """A problem for each key that is needed there and does not stand, or stands empty."""
    for name in needed:
        found = node.get(name)
        if found is None or (isinstance(found, Scalar) and found.value is None):
            yield error(
                "missing-key",
                node.place,
                Text(f"这里缺少 `{name}`", f"`{name}` is missing here"),
                Text(f"请加上 `{name}: …`", f"add `{name}: …`"),
            )
