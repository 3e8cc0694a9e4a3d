"""Lists of children: whole or not, how many there are in all, and what each is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.text import Text
from fenji.reading.decimal_text import decimal_text
from fenji.reading.keys import unknown_keys
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, error, refusal
from fenji.reading.submission.answer import is_null
from fenji.reading.submission.word import is_whole

ID = "id"
_KEYS = ("whole", "items", "count")
_NOT_IN_IDS = frozenset("/:?")
"""They join the parts of a path of entities, or stand for a child that a list does not name."""
_UNNAMED = re.compile(r"#[0-9]+")
"""What a child without an id is called: nobody else may be."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a list; `count` is how many there are in all, where the list says so."""

    items: tuple[Node, ...]
    whole: bool
    count: int | None


def listing(node: Node, kind: str) -> Listing:
    """`[…]`, or `{whole: false, items: […], count: 12}`. Raises Refused."""
    if isinstance(node, Sequence):
        return Listing(node.items, True, None)
    if not isinstance(node, Mapping) or not any(node.get(key) for key in _KEYS):
        raise _wants_list(node, kind)
    problems = Problems()
    problems.add(unknown_keys(node, _KEYS))
    whole, count = True, None
    with problems.kept():
        whole = is_whole(node)
    with problems.kept():
        count = _count(node.get("count"))
    listed = node.get("items")
    items = listed.items if isinstance(listed, Sequence) else ()
    if not isinstance(listed, Sequence) and not (listed is None and not whole):
        problems.add(_wants_list(listed or node, kind).diagnostics)
    problems.refuse()
    if count is not None and (count < len(items) or (whole and count != len(items))):
        raise _wrong_count(node, kind, count, len(items))
    return Listing(items, whole or count == len(items), count)


def child_ids(items: tuple[Node, ...], kind: str) -> tuple[str, ...]:
    """The id of each child; one without an id is called `#1`, `#2` … by its place in the list.

    Raises Refused.
    """
    problems = Problems()
    found: list[str] = []
    seen: dict[str, Node] = {}
    for position, item in enumerate(items):
        given = item.get(ID) if isinstance(item, Mapping) else None
        id_ = f"#{position + 1}"
        if given is not None and not is_null(given):
            with problems.kept():
                id_ = _id(given)
        first = seen.setdefault(id_, item)
        if first is not item:
            problems.add([_duplicate(given or item, first, id_, kind)])
        found.append(id_)
    problems.refuse()
    return tuple(found)


def _id(node: Node) -> str:
    if isinstance(node, Scalar) and isinstance(node.value, Fraction):
        return decimal_text(node.value)
    if not isinstance(node, Scalar) or not isinstance(node.value, str) or not node.value.strip():
        raise refusal(
            "wrong-id",
            node.place,
            Text("`id` 要的是文字", "`id` wants text"),
            Text("请写一个简短的名称，如 `tank-1`", "write a short name, such as `tank-1`"),
        )
    if _NOT_IN_IDS & set(node.value):
        raise refusal(
            "wrong-id",
            node.place,
            Text(
                f"`id` 里不能有 `/`、`:`、`?`：`{node.value}`",
                f"an `id` cannot have `/`, `:` or `?` in it: `{node.value}`",
            ),
            Text("请换成 `-`", "write `-` in their place"),
        )
    if _UNNAMED.fullmatch(node.value):
        raise refusal(
            "wrong-id",
            node.place,
            Text(
                f"`{node.value}` 指没有 id 的第几个，不能作 id",
                f"`{node.value}` is what an entry without an `id` is called, and is no id",
            ),
            Text(
                f"请删去这个 id，或写 `{node.value[1:]}#`",
                f"leave the id out, or write `{node.value[1:]}#`",
            ),
        )
    return node.value


def _duplicate(node: Node, first: Node, id_: str, kind: str) -> Diagnostic:
    line = first.place.line
    return error(
        "duplicate-id",
        node.place,
        Text(
            f"有两个 `{kind}` 的 id 都是 `{id_}`（第 {line} 行已有）",
            f"two `{kind}` have the id `{id_}` (the first is on line {line})",
        ),
        Text("请给它们各起一个 id", "give each an id of its own"),
    )


def _count(node: Node | None) -> int | None:
    if node is None or is_null(node):
        return None
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, Fraction) and value.denominator == 1 and value >= 0:
        return int(value)
    raise refusal(
        "not-whole",
        node.place,
        Text(
            "`count` 要的是总数，一个不小于 0 的整数",
            "`count` is how many there are in all: a whole number",
        ),
        Text("请写整数；不知道就不写 `count`", "write a whole number, or leave `count` out"),
    )


def _wants_list(node: Node, kind: str) -> Refused:
    return refusal(
        "wrong-shape",
        node.place,
        Text(f"`{kind}` 可以有多个，要写成列表", f"there can be several `{kind}`: it wants a list"),
        Text(
            f"请写 `{kind}: [{{…}}]`；一个也没有就写 `{kind}: []`",
            f"write `{kind}: [{{…}}]`, or `{kind}: []` where there is none",
        ),
    )


def _wrong_count(node: Mapping, kind: str, count: int, given: int) -> Refused:
    place = (node.get("count") or node).place
    if count < given:
        return refusal(
            "wrong-count",
            place,
            Text(
                f"`{kind}` 列出了 {given} 个，总数却写 {count}",
                f"{given} `{kind}` are listed, but `count` says {count} in all",
            ),
            Text(
                "`count` 是包括列出者在内的总数", "`count` is the number of all, those listed too"
            ),
        )
    return refusal(
        "wrong-count",
        place,
        Text(
            f"`{kind}` 总数写 {count}，只列出了 {given} 个",
            f"`count` says {count} `{kind}` in all, but {given} are listed",
        ),
        Text("没有列全就加上 `whole: false`", "add `whole: false` where the list is not whole"),
    )
