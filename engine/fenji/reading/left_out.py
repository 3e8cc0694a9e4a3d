"""`left_out.yaml` beside the rules of a sector: the rows of the reference that nothing carries."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.left_out import LeftOut, WhyLeftOut
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.text import Text
from fenji.reading.document import read_file
from fenji.reading.entries import items_under, text_under
from fenji.reading.known_names import every_name
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node
from fenji.reading.refusal import error
from fenji.reading.schema import check_shape

LEFT_OUT = "left_out.yaml"
_NEED_OF = (WhyLeftOut.DUPLICATE_OF, WhyLeftOut.ENCODED_AS)


def read_left_out(
    path: Path, shown: str, release: Release, rows: Collection[str] | None = None
) -> tuple[LeftOut, ...]:
    """Every row of one file, in the order written.

    Raises Refused with all problems: what is out of shape, a row twice, a row that the release does
    carry, a name that it does not have and, where all `rows` of the reference are given, a row that
    is none of them.
    """
    node = read_file(path, shown)
    shape = check_shape(node, "left_out")
    if shape:
        raise Refused(shape)
    found = tuple(_left_out(item) for item in items_under(node, "left_out"))
    problems = [*_twice(found), *_wrong(found, release, rows)]
    if problems:
        raise Refused(problems)
    return found


def _left_out(node: Node) -> LeftOut:
    return LeftOut(
        text_under(node, "row"),
        WhyLeftOut(text_under(node, "reason")),
        text_under(node, "of"),
        text_under(node, "note"),
        node.place,
    )


def _twice(several: tuple[LeftOut, ...]) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for one in several:
        before = first.setdefault(one.row, one.place)
        if before is not one.place:
            yield error(
                "duplicate-id",
                one.place,
                Text(
                    f"`{one.row}` 已经列过（第 {before.line} 行）",
                    f"`{one.row}` is listed already (line {before.line})",
                ),
                Text("留一处", "keep one of the two"),
            )


def _wrong(
    several: tuple[LeftOut, ...], release: Release, rows: Collection[str] | None
) -> Iterator[Diagnostic]:
    names = every_name(release)
    left = {one.row for one in several}
    for one in several:
        if rows is not None and one.row not in rows:
            yield _unknown_row(one, one.row, rows)
        if (one.reason in _NEED_OF) is not bool(one.of):
            yield _of_or_not(one)
        elif one.reason is WhyLeftOut.ENCODED_AS and one.of not in names:
            yield _unknown_name(one, names)
        elif one.reason is WhyLeftOut.DUPLICATE_OF and (
            one.of in left or (rows is not None and one.of not in rows)
        ):
            yield _unknown_row(one, one.of, [row for row in rows or () if row not in left])


def _unknown_row(one: LeftOut, row: str, rows: Collection[str]) -> Diagnostic:
    return error(
        "unknown-row",
        one.place,
        Text(
            f"`{row}` 不是参考资料中的条目，或者也在未收录之列",
            f"`{row}` is no row of the reference, or is left out itself",
        ),
        did_you_mean(row, rows) or Text("改正编号", "mend the id"),
    )


def _of_or_not(one: LeftOut) -> Diagnostic:
    word = one.reason.value
    if one.of:
        message = Text(f"`{word}` 不写 `of`", f"`{word}` takes no `of`")
        return error("wrong-shape", one.place, message, Text("删去 `of`", "leave `of` out"))
    what = Text("哪一条", "which row")
    if one.reason is WhyLeftOut.ENCODED_AS:
        what = Text("哪个名称", "which name")
    message = Text(f"`{word}` 要写明是{what.zh}", f"`{word}` has to say {what.en}")
    return error("wrong-shape", one.place, message, Text("写 `of: …`", "write `of: …`"))


def _unknown_name(one: LeftOut, names: Collection[str]) -> Diagnostic:
    return error(
        "unknown-name",
        one.place,
        Text(f"规则中没有 `{one.of}` 这个名称", f"nothing in the rules is called `{one.of}`"),
        did_you_mean(one.of, names)
        or Text(
            "写事实（`种类.名称`）、定义、量值、分类、表、规则等的名称",
            "write the name of a fact (`KIND.NAME`), definition, measure, class, table or rule",
        ),
    )
