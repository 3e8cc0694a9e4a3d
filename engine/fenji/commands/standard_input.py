"""What is typed or piped in: YAML or JSON, told apart by trying."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from fenji.commands.failing import BadUsage
from fenji.model.diagnostic import Refused
from fenji.model.text import Text

if TYPE_CHECKING:
    from fenji.reading.node import Node

NAME = "stdin"


def typed_document(typed: dict[str, str]) -> Node:
    """The document on the standard input; `typed` takes its text, by the name problems give it.

    What neither YAML nor JSON can read is said in the words of the one it looks like. Raises
    Refused, and BadUsage where there is no standard input.
    """
    from fenji.reading.document import read_document

    data = _data()
    text = data.decode("utf-8", errors="replace")
    as_json = f"{NAME}.json"
    if _is_json(data):
        typed[as_json] = text
        return read_document(data, as_json)
    typed[NAME] = text
    try:
        return read_document(data, NAME)
    except Refused:
        if _looks_like_json(text):
            typed[as_json] = typed.pop(NAME)
            return read_document(data, as_json)
        raise


def _data() -> bytes:
    """All of it, or of too much one byte more than is taken."""
    from fenji.reading.document import MOST_BYTES

    if sys.stdin is None:
        raise BadUsage(
            Text("没有标准输入", "there is no standard input"),
            Text("请给出文件", "give a file"),
        )
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _looks_like_json(text: str) -> bool:
    """Whether it begins as JSON does: `{"`, `[{` and so on."""
    begun = "".join(text[:1000].split())
    return begun.startswith(('{"', '[{"', '["'))
