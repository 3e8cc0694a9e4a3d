"""YAML's events put together to nodes, and what this project does not take of YAML refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.place import Place
from fenji.reading import yaml_problems as said
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.scalars import Unusable, plain
from fenji.reading.unreadable import (
    MOST_DEPTH,
    MOST_NODES,
    duplicate_key,
    empty,
    too_deep,
    too_many_values,
    unusable,
)

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Open:
    """A list or mapping being read; `size` and `height` count what is inside, itself included."""

    is_mapping: bool
    start: Any
    anchor: str | None
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)
    key: Scalar | None = None
    size: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    size: int
    height: int


class Builder:
    """Takes events one by one; `finish` gives the document or raises Refused."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self._path = path
        self._lines = lines
        self._problems: list[Diagnostic] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0
        self._root: Node | None = None
        self._begun = False

    def take(self, event: Event) -> None:
        """The next event. Raises Refused where reading on makes no sense."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._start(event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._end(event)
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            if self._begun:
                raise self.stop(said.several_documents(self._place(event.start_mark, None)))
            self._begun = True

    def finish(self) -> Node:
        """The document."""
        nothing = (
            isinstance(self._root, Scalar) and not self._root.text and self._root.value is None
        )
        if self._root is None or nothing:
            raise self.stop(empty(self._path))
        if self._problems:
            raise Refused(self._problems)
        return self._root

    def stop(self, problem: Diagnostic) -> Refused:
        """Everything found so far, and what ends the reading."""
        return Refused([*self._problems, problem])

    def _place(self, start: Any, end: Any) -> Place:
        """From one mark to another, or to the end of the first line.

        The marks of libyaml and those of PyYAML share no type.
        """
        at, column = start.line, start.column
        if end is not None and end.line == at:
            width = end.column - column
        else:
            line = self._lines[at] if at < len(self._lines) else ""
            width = len(line.rstrip()) - column
        return Place(self._path, at + 1, column + 1, width if width > 0 else 1)

    def _scalar(self, event: ScalarEvent) -> None:
        place = self._place(event.start_mark, event.end_mark)
        if event.tag is not None:
            self._problems.append(said.tag(event.tag, place))
        text = event.value
        if not text.isprintable() and _SURROGATE.search(text):
            self._problems.append(said.half_character(place))
        as_key = bool(self._open) and self._open[-1].is_mapping and self._open[-1].key is None
        if as_key:
            self._key(text, event.implicit[0], place, event.anchor)
            return
        value = plain(text) if event.implicit[0] else text
        if isinstance(value, Unusable):
            self._problems.append(unusable(value, place))
            value = None
        self._put(Scalar(value, text, place), event.anchor, 1, 0)

    def _key(self, text: str, is_plain: bool, place: Place, anchor: str | None) -> None:
        mapping = self._open[-1]
        if is_plain and text == "<<":
            self._problems.append(said.merge_key(place))
        elif is_plain and text in ("", "~"):
            self._problems.append(said.key_not_a_word(place))
        elif text in mapping.seen:
            self._problems.append(duplicate_key(text, mapping.seen[text], place))
        mapping.seen.setdefault(text, place)
        mapping.key = Scalar(text, text, place)
        mapping.size += 1
        self._count(1, place)
        if anchor:
            self._anchors[anchor] = _Anchored(mapping.key, 1, 0)

    def _start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        is_mapping = isinstance(event, MappingStartEvent)
        place = self._place(event.start_mark, None)
        if event.tag is not None:
            self._problems.append(said.tag(event.tag, place))
        if len(self._open) == MOST_DEPTH:
            raise self.stop(too_deep(place))
        if self._open and self._open[-1].is_mapping and self._open[-1].key is None:
            raise self.stop(said.key_not_a_word(place))
        if event.anchor:
            self._anchors[event.anchor] = None
        self._open.append(_Open(is_mapping, event.start_mark, event.anchor))

    def _end(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        done = self._open.pop()
        start: Any = event.start_mark
        end: Any = event.end_mark
        place = self._place(done.start, end if end.index > start.index else None)
        node: Node
        if done.is_mapping:
            node = Mapping(tuple(done.entries), place)
        else:
            node = Sequence(tuple(done.items), place)
        self._put(node, done.anchor, done.size, done.height)

    def _alias(self, event: AliasEvent) -> None:
        place = self._place(event.start_mark, event.end_mark)
        name = event.anchor or ""
        if name not in self._anchors:
            raise self.stop(said.unknown_alias(name, place))
        anchored = self._anchors[name]
        if anchored is None:
            raise self.stop(said.recursive_alias(name, place))
        if len(self._open) + anchored.height > MOST_DEPTH:
            raise self.stop(too_deep(place))
        self._count(anchored.size, place)
        top = self._open[-1]
        if top.is_mapping and top.key is None:
            raise self.stop(said.key_not_a_word(place))
        self._add(anchored.node, anchored.size, anchored.height)

    def _put(self, node: Node, anchor: str | None, size: int, height: int) -> None:
        if anchor:
            self._anchors[anchor] = _Anchored(node, size, height)
        self._count(1, node.place)
        self._add(node, size, height)

    def _add(self, node: Node, size: int, height: int) -> None:
        if not self._open:
            self._root = node
            return
        top = self._open[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        if top.key is None:
            top.items.append(node)
        else:
            top.entries.append((top.key, node))
            top.key = None

    def _count(self, more: int, place: Place) -> None:
        self._nodes += more
        if self._nodes > MOST_NODES:
            raise self.stop(too_many_values(place))
