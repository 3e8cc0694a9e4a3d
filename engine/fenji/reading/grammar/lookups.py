"""Look-ups in tables: which row matches what is known here, and what it gives."""

from __future__ import annotations

from collections.abc import Callable

from fenji.model.condition import Listed
from fenji.model.expression import Expression, Literal, Lookup
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER, one, point
from fenji.reading.grammar.declared import Head, Here
from fenji.reading.grammar.fields import Fields, scalar_of
from fenji.reading.grammar.resolving import named_value
from fenji.reading.grammar.types import FLAG, NUMBER, TEXT, Type
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node

Side = Callable[[Here, Node], tuple[Expression, Type] | None]
"""How the right side of a comparison is read, where it is a mapping."""

_BY = tuple[tuple[str, Expression], ...]


def lookup(here: Here, node: Node, side: Side) -> tuple[Expression, Type]:
    """What `{table: T, give: COLUMN, by?, take?}` gives."""
    fields = Fields(node, here.problems, ("table", "give", "by", "take"))
    head = _head(here, fields)
    give = fields.needed_text("give")
    if head is None:
        return Literal(ANY_NUMBER, node.place), NUMBER
    type_ = head.gives.get(give)
    if type_ is None and give:
        here.problems.error(
            "unknown-column",
            fields.place_of("give"),
            Text(
                f"表 `{head.name}` 不给出 `{give}` 一列", f"table `{head.name}` gives no `{give}`"
            ),
            did_you_mean(give, head.gives),
        )
    take = fields.text("take") or None
    if take not in (None, "smallest", "largest"):
        here.problems.error(
            "wrong-value",
            fields.place_of("take"),
            Text(f"`take` 不能是 `{take}`", f"`take` cannot be `{take}`"),
            Text("写 `smallest` 或 `largest`", "write `smallest` or `largest`"),
        )
    found = Lookup(head.name, give, _by(here, fields, head, side), take, node.place)  # type: ignore[arg-type]
    return found, type_ or NUMBER


def listed(here: Here, node: Node, place: Place, side: Side) -> Listed | None:
    """Whether some row matches: `{table: T, by?}`."""
    fields = Fields(node, here.problems, ("table", "by"))
    head = _head(here, fields)
    return None if head is None else Listed(head.name, _by(here, fields, head, side), place)


def _head(here: Here, fields: Fields) -> Head | None:
    name = fields.needed_text("table")
    known = here.declared.tables
    if name and name not in known:
        here.problems.error(
            "unknown-table",
            fields.place_of("table"),
            Text(f"没有表 `{name}`", f"no table is called `{name}`"),
            did_you_mean(name, known) or Text("在 tables/ 中登记它", "declare it in tables/"),
        )
    return known.get(name)


def _by(here: Here, fields: Fields, head: Head, side: Side) -> _BY:
    """What stands for each key of the table, in the order of its keys."""
    node = fields.node("by")
    given = {} if node is None else _given(here, node, head, side)
    found = []
    for key in head.key_names:
        if key not in given:
            at = fields.place_of("table")
            named = named_value(here, key, at)
            if named is None:
                continue
            given[key] = (*named, at)
        expression, type_, place = given[key]
        head.uses.setdefault(key, []).append((type_, place))
        found.append((key, expression))
    return tuple(found)


def _given(
    here: Here, node: Node, head: Head, side: Side
) -> dict[str, tuple[Expression, Type, Place]]:
    fields = Fields(node, here.problems)
    found = {}
    for key in fields.written:
        if key.text not in head.key_names:
            here.problems.error(
                "unknown-table-key",
                key.place,
                Text(
                    f"表 `{head.name}` 没有键 `{key.text}`",
                    f"table `{head.name}` has no key `{key.text}`",
                ),
                did_you_mean(key.text, head.key_names),
            )
            continue
        value = fields.node(key.text)
        if value is None:
            fields.needed(key.text)
            continue
        read = _stand_in(here, value, side)
        # What cannot be read is noted; a number keeps the key from being looked for by its name.
        found[key.text] = (*(read or (Literal(ANY_NUMBER, value.place), NUMBER)), value.place)
    return found


def _stand_in(here: Here, node: Node, side: Side) -> tuple[Expression, Type] | None:
    if isinstance(node, Mapping):
        if node.get("is") is None:
            return side(here, node)
        word = Fields(node, here.problems, ("is",)).node("is")
        scalar = None if word is None else scalar_of(word, here.problems)
        if scalar is None or scalar.value is None:
            return None
        if isinstance(scalar.value, bool):
            return Literal(one(scalar.value), scalar.place), FLAG
        if not isinstance(scalar.value, str):
            return Literal(point(scalar.value), scalar.place), NUMBER
        return Literal(one(scalar.value), scalar.place), TEXT
    scalar = scalar_of(node, here.problems)
    if scalar is None:
        return None
    if isinstance(scalar.value, str):
        return named_value(here, scalar.value, scalar.place)
    if isinstance(scalar.value, bool) or scalar.value is None:
        step = Text(
            f"写名称，或 `{{is: {scalar.text}}}`", f"write a name, or `{{is: {scalar.text}}}`"
        )
        message = Text("`by` 里要写名称或数", "`by` takes names and numbers")
        here.problems.error("wrong-value", scalar.place, message, step)
        return None
    return Literal(point(scalar.value), scalar.place), NUMBER
