"""One id names one thing."""

from __future__ import annotations

from collections.abc import Mapping

from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems


def once(problems: Problems, known: Mapping[str, object], name: str, place: Place) -> bool:
    """Whether the id is new; noted at the second, with the place of the first, where not."""
    if name not in known:
        return True
    first = known[name]
    at = first if isinstance(first, Place) else getattr(first, "place", place)
    problems.error(
        "duplicate-id",
        place,
        Text(
            f"`{name}` 已经用过（{at.path}:{at.line}）",
            f"`{name}` is already used ({at.path}:{at.line})",
        ),
        Text("请换一个 id", "choose another id"),
    )
    return False
