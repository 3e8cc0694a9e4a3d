"""What YAML and JSON are both refused for, in words."""

from __future__ import annotations

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.scalars import Unusable

MOST_DEPTH = 64
"""Lists and mappings inside one another."""

MOST_NODES = 1_000_000
"""Values in one file, those that an alias repeats counted each time."""


def problem(kind: str, place: Place, message: Text, step: Text) -> Diagnostic:
    """An error of the text itself, of that kind, with the next step."""
    return Diagnostic(kind, Level.ERROR, message, place, step)


def unusable(found: Unusable, place: Place) -> Diagnostic:
    """A number that is not taken, at its place."""
    return problem(found.id, place, found.message, found.help)


def empty(path: str) -> Diagnostic:
    """The problem of a file in which nothing stands."""
    return problem(
        "empty-file",
        Place(path, 1, 1),
        Text("文件是空的", "the file is empty"),
        Text("请检查是否已保存，或写上内容", "check that it was saved, or write something in it"),
    )


def duplicate_key(name: str, first: Place, place: Place) -> Diagnostic:
    """A name that stands twice in one mapping."""
    return problem(
        "duplicate-key",
        place,
        Text(
            f"`{name}` 在同一处写了两次（第 {first.line} 行已有）",
            f"`{name}` is written twice here (first on line {first.line})",
        ),
        Text("请删去其中一个", "take one of them out"),
    )


def too_deep(place: Place) -> Diagnostic:
    """Lists and mappings nested beyond reading."""
    return problem(
        "too-deep",
        place,
        Text(f"嵌套超过 {MOST_DEPTH} 层", f"nested more than {MOST_DEPTH} levels deep"),
        Text("请减少嵌套层次", "nest less deeply"),
    )


def too_many_values(place: Place) -> Diagnostic:
    """More values than a file may hold, mostly by aliases of aliases."""
    return problem(
        "too-many-values",
        place,
        Text(f"值的个数超过 {MOST_NODES:,}", f"more than {MOST_NODES:,} values"),
        Text("请分成几个文件，不要层层引用", "split the file, and do not nest aliases"),
    )


def cut_off(place: Place, what: Text) -> Diagnostic:
    """The end of the file inside something that was opened at `place`."""
    return problem(
        "cut-off",
        place,
        Text(f"文件结束了，这里的{what.zh}还没有结束", f"the file ends before this {what.en} does"),
        Text(
            "请补上结尾；如果文件不完整，请重新取得",
            "close it; if the file was cut off, get it again",
        ),
    )


LIST = Text("列表", "list")
MAPPING = Text("映射", "mapping")
LIST_OR_MAPPING = Text("列表或映射", "list or mapping")
QUOTED_TEXT = Text("引号文字", "quoted text")
