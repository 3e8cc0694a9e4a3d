"""A value of the wrong kind, and how it is written right."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.text import Text
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.scalars import number

_KINDS = {
    "object": Text("映射（名称: 值）", "a mapping (`name: value`)"),
    "array": Text("列表", "a list"),
    "string": Text("文字", "text"),
    "number": Text("数", "a number"),
    "integer": Text("整数", "a whole number"),
    "boolean": Text(" true/false", "true or false"),
}


def wrong_type(node: Node, name: str, wanted: list[str]) -> tuple[Text, Text | None]:
    """The message and, where it can be told, the next step."""
    kinds = [_KINDS[kind] for kind in wanted if kind != "null"]
    zh = "、".join(k.zh for k in kinds[:-1])
    zh = f"{zh}或{kinds[-1].zh}" if zh else kinds[-1].zh
    en = ", ".join(k.en for k in kinds[:-1])
    en = f"{en} or {kinds[-1].en}" if en else kinds[-1].en
    if isinstance(node, Scalar) and node.value is None:
        known_zh, known_en = (f"`{name}` ", f"`{name}`") if name else ("这里", "this")
        return (
            Text(f"{known_zh}是空的", f"{known_en} is empty"),
            Text(f"请写{zh}，或删去这一项", f"write {en}, or take it out"),
        )
    met = _kind(node)
    place_zh, place_en = (f"`{name}` ", f"`{name}`") if name else ("这里", "this")
    message = Text(f"{place_zh}应是{zh}，却是{met.zh}", f"{place_en} must be {en}, not {met.en}")
    return message, _step(node, wanted)


def _kind(node: Node) -> Text:
    if isinstance(node, Mapping):
        return _KINDS["object"]
    if isinstance(node, Sequence):
        return _KINDS["array"]
    if isinstance(node.value, bool):
        return Text(f"`{node.text}`", f"`{node.text}`")
    if isinstance(node.value, Fraction):
        return Text(f"数 `{_short(node.text)}`", f"the number `{_short(node.text)}`")
    return Text(f"文字 `{_short(node.text)}`", f"the text `{_short(node.text)}`")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _step(node: Node, wanted: list[str]) -> Text | None:
    if not isinstance(node, Scalar):
        return None
    text = _short(node.text)
    if isinstance(node.value, str):
        if "boolean" in wanted:
            return Text("请写 `true` 或 `false`", "write `true` or `false`")
        if "number" in wanted or "integer" in wanted:
            bare = isinstance(number(node.text), Fraction)
            return (
                Text(f"请去掉引号：`{text}`", f"write it without quotes: `{text}`")
                if bare
                else None
            )
    elif "string" in wanted:
        return Text(f'请加引号：`"{text}"`', f'quote it: `"{text}"`')
    if "array" in wanted and "object" not in wanted:
        return Text(f"请写成列表：`[{text}]`", f"write it as a list: `[{text}]`")
    return None
