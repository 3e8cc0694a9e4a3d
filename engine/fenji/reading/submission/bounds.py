"""Bounds: `{at_least: 5, at_most: 10}` around a number or a date, either end of which may be left out."""

from __future__ import annotations

from fenji.model.diagnostic import Refused
from fenji.model.text import Text
from fenji.reading.keys import unknown_keys
from fenji.reading.node import Mapping, Node, Scalar
from fenji.reading.refusal import Problems, refusal

ENDS = ("at_least", "at_most")


def ends(node: Node, name: str) -> tuple[Scalar | None, Scalar | None]:
    """The scalars at the two ends; one and the same where a single value stands.

    Raises Refused for a list, for other keys and for no end at all.
    """
    if isinstance(node, Scalar):
        return node, node
    if not isinstance(node, Mapping) or not node.entries:
        raise refusal(
            "wrong-shape",
            node.place,
            Text(f"`{name}` 要的是一个值", f"`{name}` wants one value"),
            Text(
                "请写一个值，或上下限 `{at_least: …, at_most: …}`",
                "write one value, or bounds: `{at_least: …, at_most: …}`",
            ),
        )
    problems = Problems()
    problems.add(unknown_keys(node, ENDS))
    found: list[Scalar | None] = []
    for end in ENDS:
        bound = node.get(end)
        if bound is not None and not (isinstance(bound, Scalar) and bound.value is not None):
            problems.add(
                refusal(
                    "wrong-shape",
                    bound.place,
                    Text(f"`{end}` 要的是一个值", f"`{end}` wants one value"),
                    Text(
                        f"没有这一端就不写 `{end}`", f"leave `{end}` out where there is no such end"
                    ),
                ).diagnostics
            )
            bound = None
        found.append(bound)
    problems.refuse()
    return found[0], found[1]


def reversed_bounds(node: Node, name: str) -> Refused:
    """The lower bound is above the upper one."""
    return refusal(
        "reversed-bounds",
        node.place,
        Text(
            f"`{name}` 的下限 at_least 大于上限 at_most",
            f"`{name}` has its at_least above its at_most",
        ),
        Text("请对调两个值，或改正其中一个", "swap the two, or mend one of them"),
    )
