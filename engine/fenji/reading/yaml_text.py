"""YAML text to nodes, with exact places and scalars of our own (see scalars.py).

Events are read rather than a composed document: depth and number of values are bounded while
reading (a composer recurses as deep as the text says), and it takes half the time.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import StreamEndEvent

from fenji.model.diagnostic import Refused
from fenji.model.place import Place
from fenji.reading.node import Node
from fenji.reading.yaml_nodes import Builder
from fenji.reading.yaml_problems import control_character
from fenji.reading.yaml_syntax import syntax

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_PRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def read_yaml(text: str, path: str) -> Node:
    """The one document of the text. Raises Refused with every problem found."""
    lines = _BREAK.split(text)
    _refuse_control_characters(lines, path)
    builder = Builder(path, lines)
    loader = _LOADER(text)
    try:
        while not isinstance(event := loader.get_event(), StreamEndEvent):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise builder.stop(syntax(error, lines, path)) from None
    finally:
        loader.dispose()
    return builder.finish()


def _refuse_control_characters(lines: list[str], path: str) -> None:
    found = [
        control_character(character.group(), Place(path, number, character.start() + 1))
        for number, line in enumerate(lines, 1)
        if not line.isprintable() and (character := _NOT_PRINTABLE.search(line))
    ]
    if found:
        raise Refused(found)
