"""Facts of one case changed for another: `vary: {mine.0.exit_spacing_m: 30}`.

The change is made on what was written, before anything is typed, and keeps the place where it is
written; so a wrong value is shown in the case that has it.
"""

from __future__ import annotations

from fenji.model.diagnostic import Refused
from fenji.model.text import Text
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, refusal

ITEMS = "items"


def varied(facts: Node, changes: Mapping) -> Node:
    """The facts with each path set to its value; null takes away. Raises Refused."""
    problems = Problems()
    for path, value in changes.entries:
        with problems.kept():
            facts = _changed(facts, path.text.split("."), path, value)
    problems.refuse()
    return facts


def _changed(node: Node, steps: list[str], path: Scalar, value: Node) -> Node:
    step, *rest = steps
    if isinstance(node, Sequence):
        return _in_list(node, step, rest, path, value)
    if not isinstance(node, Mapping):
        raise _no_such_path(step, path, ())
    if step.isdecimal() and node.get(ITEMS) is not None:
        return _in_mapping(node, ITEMS, [step, *rest], path, value)
    return _in_mapping(node, step, rest, path, value)


def _in_mapping(node: Mapping, step: str, rest: list[str], path: Scalar, value: Node) -> Node:
    before = node.get(step)
    names = [key.text for key, _ in node.entries]
    if before is None and (rest or _is_null(value)):
        raise _no_such_path(step, path, names)
    if rest and before is not None:
        value = _changed(before, rest, path, value)
    kept = [(key, _set(key, step, old, value)) for key, old in node.entries]
    if before is None:
        kept.append((Scalar(step, step, path.place), value))
    return Mapping(tuple((key, new) for key, new in kept if not _taken(key, step, new)), node.place)


def _set(key: Scalar, step: str, old: Node, value: Node) -> Node:
    return value if key.text == step else old


def _taken(key: Scalar, step: str, new: Node) -> bool:
    return key.text == step and _is_null(new)


def _in_list(node: Sequence, step: str, rest: list[str], path: Scalar, value: Node) -> Node:
    position = int(step) if step.isdecimal() else -1
    items = list(node.items)
    if position == len(items) and not rest and not _is_null(value):
        return Sequence((*items, value), node.place)
    if not 0 <= position < len(items):
        raise _no_such_path(step, path, [str(p) for p in range(len(items))])
    if rest:
        items[position] = _changed(items[position], rest, path, value)
    elif _is_null(value):
        del items[position]
    else:
        items[position] = value
    return Sequence(tuple(items), node.place)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _no_such_path(step: str, path: Scalar, names: list[str] | tuple[str, ...]) -> Refused:
    return refusal(
        "unknown-path",
        path.place,
        Text(
            f"`{path.text}` 中的 `{step}` 在原来的事实里没有",
            f"`{step}` of `{path.text}` is not among the facts that are varied",
        ),
        did_you_mean(step, names)
        or Text(
            "路径写事实名和下级名，下级后面跟从 0 起的序号，如 `mine.0.exit_spacing_m`",
            "write names, and positions from 0 after children: `mine.0.exit_spacing_m`",
        ),
    )
