"""JSON text (RFC 8259) to nodes, with exact places and the numbers as they are written."""

from __future__ import annotations

import re

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.reading.json_problems import bad_escape, control_character, lone_surrogate, unexpected
from fenji.reading.lines import Lines
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.scalars import Unusable, number
from fenji.reading.unreadable import (
    LIST,
    MAPPING,
    MOST_DEPTH,
    MOST_NODES,
    QUOTED_TEXT,
    cut_off,
    duplicate_key,
    too_deep,
    too_many_values,
    unusable,
)

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(
    r"(?:true|false|null|NaN|-?Infinity|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.+-])"
)
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPES = {
    '"': '"',
    "\\": "\\",
    "/": "/",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def read_json(text: str, path: str) -> Node:
    """The one value of the text. Raises Refused with every problem found."""
    return _Reader(text, path).read()


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.at = 0
        self.lines = Lines(text, path)
        self.problems: list[Diagnostic] = []
        self.nodes = 0

    def read(self) -> Node:
        node = self.value(0)
        if self.peek():
            raise self.stop(unexpected(self.text, self.at, self.lines, "end"))
        if self.problems:
            raise Refused(self.problems)
        return node

    def stop(self, problem: Diagnostic) -> Refused:
        return Refused([*self.problems, problem])

    def peek(self) -> str:
        """The next character that is not space; empty at the end."""
        space = _SPACE.match(self.text, self.at)
        assert space is not None
        self.at = space.end()
        return self.text[self.at : self.at + 1]

    def value(self, depth: int) -> Node:
        self.nodes += 1
        first = self.peek()
        if self.nodes > MOST_NODES:
            raise self.stop(too_many_values(self.lines.place(self.at, self.at + 1)))
        if first == '"':
            return self.string()
        if first in ("{", "["):
            if depth == MOST_DEPTH:
                raise self.stop(too_deep(self.lines.place(self.at, self.at + 1)))
            return self.mapping(depth + 1) if first == "{" else self.sequence(depth + 1)
        return self.word()

    def word(self) -> Scalar:
        start = self.at
        found = _WORD.match(self.text, start)
        if found is None:
            raise self.stop(unexpected(self.text, start, self.lines, "value"))
        self.at = found.end()
        written = found.group()
        place = self.lines.place(start, self.at)
        if written in _WORDS:
            return Scalar(_WORDS[written], written, place)
        exact = number(written)
        if isinstance(exact, Unusable):
            self.problems.append(unusable(exact, place))
            exact = None
        return Scalar(exact, written, place)

    def string(self) -> Scalar:
        start = self.at
        self.at += 1
        pieces: list[str] = []
        while True:
            plain = _PLAIN.match(self.text, self.at)
            assert plain is not None
            pieces.append(plain.group())
            self.at = plain.end()
            stopper = self.text[self.at : self.at + 1]
            if stopper == "\\":
                pieces.append(self.escape(start))
            elif stopper == '"':
                break
            elif stopper:
                raise self.stop(control_character(stopper, self.lines.place(self.at, self.at + 1)))
            else:
                raise self.stop(cut_off(self.lines.place(start, start + 1), QUOTED_TEXT))
        self.at += 1
        value = "".join(pieces)
        return Scalar(value, value, self.lines.place(start, self.at))

    def escape(self, opened: int) -> str:
        """The character for the escape here; one where two are a pair. The quote is at `opened`."""
        start = self.at
        simple = _ESCAPES.get(self.text[start + 1 : start + 2])
        if simple is not None:
            self.at += 2
            return simple
        units: list[int] = []
        while len(units) < 2 and (found := _UNICODE.match(self.text, self.at)):
            unit = int(found.group(1), 16)
            if units and not 0xDC00 <= unit <= 0xDFFF:
                break
            units.append(unit)
            self.at = found.end()
            if not 0xD800 <= units[0] <= 0xDBFF:
                break
        if not units:
            if start + 2 > len(self.text):
                raise self.stop(cut_off(self.lines.place(opened, opened + 1), QUOTED_TEXT))
            raise self.stop(
                bad_escape(self.text[start : start + 2], self.lines.place(start, start + 2))
            )
        if len(units) == 2:
            return chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))
        if 0xD800 <= units[0] <= 0xDFFF:
            place = self.lines.place(start, self.at)
            raise self.stop(lone_surrogate(self.text[start : self.at], place))
        return chr(units[0])

    def sequence(self, depth: int) -> Sequence:
        start = self.at
        self.at += 1
        items: list[Node] = []
        if self.peek() != "]":
            items.append(self.value(depth))
            while self.goes_on(start, "]"):
                items.append(self.value(depth))
        self.at += 1
        return Sequence(tuple(items), self.lines.place(start, self.at))

    def mapping(self, depth: int) -> Mapping:
        start = self.at
        self.at += 1
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        if self.peek() != "}":
            entries.append(self.entry(start, depth, seen))
            while self.goes_on(start, "}"):
                entries.append(self.entry(start, depth, seen))
        self.at += 1
        return Mapping(tuple(entries), self.lines.place(start, self.at))

    def entry(self, start: int, depth: int, seen: dict[str, Scalar]) -> tuple[Scalar, Node]:
        if not (first := self.peek()):
            raise self.stop(cut_off(self.lines.place(start, start + 1), MAPPING))
        if first != '"':
            raise self.stop(unexpected(self.text, self.at, self.lines, "key"))
        key = self.string()
        if key.text in seen:
            self.problems.append(duplicate_key(key.text, seen[key.text].place, key.place))
        seen.setdefault(key.text, key)
        if not (colon := self.peek()):
            raise self.stop(cut_off(self.lines.place(start, start + 1), MAPPING))
        if colon != ":":
            raise self.stop(unexpected(self.text, self.at, self.lines, ":"))
        self.at += 1
        return key, self.value(depth)

    def goes_on(self, start: int, closing: str) -> bool:
        """Whether another member follows; stands on it, or on the closing bracket."""
        following = self.peek()
        if following == closing:
            return False
        if not following:
            what = LIST if closing == "]" else MAPPING
            raise self.stop(cut_off(self.lines.place(start, start + 1), what))
        if following != ",":
            raise self.stop(unexpected(self.text, self.at, self.lines, closing))
        self.at += 1
        return True
