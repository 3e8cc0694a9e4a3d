"""Tables of law: what `tables/NAME.yaml` says of the columns, and the figures in `tables/NAME.csv`."""

from __future__ import annotations

from fenji.model.place import Place
from fenji.model.table import Key, Row, Table
from fenji.model.text import Text
from fenji.model.value import Value
from fenji.reading.grammar.cells import cell_value
from fenji.reading.grammar.csv_text import Cell
from fenji.reading.grammar.declared import Declared, Head
from fenji.reading.grammar.documents import Figures
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.grammar.types import DATE, FLAG, NUMBER, TEXT, WORDS, Type, joined
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node

_GIVES = {"number": NUMBER, "text": TEXT, "date": DATE, "flag": FLAG}
_KEY_WORDS = {w.value: w for w in WORDS.values() if not w.value.endswith(("_of", "_any", "_none"))}


def head(problems: Problems, node: Node) -> Head:
    """The columns of a table."""
    fields = Fields(node, problems)
    keys = tuple(k for k in (_key(problems, one) for one in fields.items("keys")) if k is not None)
    gives = {}
    given = fields.node("gives")
    for column in () if given is None else Fields(given, problems).written:
        kind = Fields(given, problems).text(column.text) if given is not None else ""
        if kind not in _GIVES:
            problems.error(
                "wrong-value",
                column.place,
                Text(f"`{kind}` 不是列的种类", f"`{kind}` is no kind of column"),
                did_you_mean(kind, _GIVES),
            )
        gives[column.text] = _GIVES.get(kind, TEXT)
    exhaustive = fields.flag("exhaustive")
    return Head(fields.needed_text("table"), keys, gives, exhaustive or False, node.place)


def _key(problems: Problems, node: Node) -> Key | None:
    fields = Fields(node, problems)
    column = fields.needed_text("column")
    words = [key for key in fields.written if key.text != "column"]
    if len(words) != 1 or words[0].text not in _KEY_WORDS:
        problems.error(
            "wrong-shape",
            words[0].place if words else node.place,
            Text("键要写成 `{column: …, is: …}`", "a key is written `{column: …, is: …}`"),
            did_you_mean(words[0].text, _KEY_WORDS) if len(words) == 1 else None,
        )
        return None
    return Key(column, _KEY_WORDS[words[0].text], fields.needed_text(words[0].text))


def table(declared: Declared, node: Node, head: Head, figures: Figures | None) -> Table:
    """A whole table. Cells of a key take the type of what it is compared with wherever it is used."""
    fields = Fields(node, declared.problems)
    return Table(
        head.name,
        fields.label("title"),
        head.keys,
        tuple(head.gives),
        _rows(declared, fields, head, figures),
        head.exhaustive,
        provenance(declared, fields, Inherited()),
        fields.place_of("table"),
    )


def _rows(
    declared: Declared, fields: Fields, head: Head, figures: Figures | None
) -> tuple[Row, ...]:
    problems = declared.problems
    if figures is None:
        problems.error(
            "missing-figures",
            fields.place_of("table"),
            Text(f"没有 `{head.name}.csv`", f"there is no `{head.name}.csv`"),
            Text("把它放在本文件旁边", "put it beside this file"),
        )
        return ()
    rows = figures.rows
    if rows is None:
        return ()
    if not rows:
        place = Place(figures.path, 1, 1)
        problems.error(
            "missing-figures",
            place,
            Text("表是空的", "the table is empty"),
            Text("写上表头和各行", "write its header and its rows"),
        )
        return ()
    columns = _columns(problems, head, rows[0])
    types = _types(declared, head)
    return tuple(
        row
        for number, cells in enumerate(rows[1:], 1)
        if (row := _row(declared, head, number, cells, rows[0], columns, types)) is not None
    )


def _columns(problems: Problems, head: Head, header: tuple[Cell, ...]) -> dict[str, int]:
    """Where each column that is asked for stands."""
    found: dict[str, int] = {}
    for index, cell in enumerate(header):
        if cell.text in found:
            problems.error(
                "duplicate-id",
                cell.place,
                Text(f"列 `{cell.text}` 出现两次", f"column `{cell.text}` stands twice"),
                Text("删去其中一列", "take one of them out"),
            )
        found.setdefault(cell.text, index)
    wanted = dict.fromkeys([*(key.column for key in head.keys), *head.gives])
    for column in wanted:
        if column not in found:
            problems.error(
                "unknown-column",
                header[0].place,
                Text(f"表头没有 `{column}` 一列", f"the header has no column `{column}`"),
                did_you_mean(column, found),
            )
    return {column: found[column] for column in wanted if column in found}


def _types(declared: Declared, head: Head) -> dict[str, Type]:
    """The type of each column. A key that no rule asks for goes by the fact of its name, if any."""
    found = {**head.gives, **head.identifies}
    for key in head.keys:
        uses = list(head.uses.get(key.key, ()))
        if not uses:
            uses = [(m.type, m.place) for m in declared.names.elsewhere(key.key)]
        types: Type | None = uses[0][0] if uses else TEXT
        for other, place in uses[1:]:
            both = joined(types, other) if types is not None else None
            if both is None:
                declared.problems.error(
                    "mixed-key",
                    place,
                    Text(
                        f"表 `{head.name}` 的键 `{key.key}` 在别处是另一类值",
                        f"key `{key.key}` of table `{head.name}` is of another sort elsewhere",
                    ),
                    Text("处处用同一类值查表", "look it up with one sort of value everywhere"),
                )
            types = both or types
        assert types is not None
        found[key.column] = types
    return found


def _row(
    declared: Declared,
    head: Head,
    number: int,
    cells: tuple[Cell, ...],
    header: tuple[Cell, ...],
    columns: dict[str, int],
    types: dict[str, Type],
) -> Row | None:
    if len(cells) != len(header):
        declared.problems.error(
            "wrong-row",
            cells[0].place,
            Text(
                f"这一行有 {len(cells)} 格，表头有 {len(header)} 格",
                f"this row has {len(cells)} cells, the header {len(header)}",
            ),
            Text("含逗号的格要加引号", "quote a cell that holds a comma"),
        )
        return None
    found: list[tuple[str, Value]] = []
    for column, index in columns.items():
        value = cell_value(declared.problems, cells[index], types[column], column)
        if value is not None:
            found.append((column, value))
    first = cells[0].place
    return Row(number, tuple(found), Place(first.path, first.line, 1, _width(cells)))


def _width(cells: tuple[Cell, ...]) -> int:
    last = cells[-1]
    return max(1, last.place.column - 1 + (last.place.width if last.text else 0))
