"""What this project does not take of YAML, said with the next step."""

from __future__ import annotations

from fenji.model.diagnostic import Diagnostic
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.unreadable import problem


def control_character(found: str, place: Place) -> Diagnostic:
    """A character that is not for text."""
    return problem(
        "control-character",
        place,
        Text(
            f"这里有不可见的控制字符 U+{ord(found):04X}",
            f"an invisible control character, U+{ord(found):04X}",
        ),
        Text("请删去，或换成空格、换行", "take it out, or write a space or a line break"),
    )


def half_character(place: Place) -> Diagnostic:
    """An escape that is half of a character beyond U+FFFF."""
    return problem(
        "yaml-syntax",
        place,
        Text("这里有半个字符的转义", "an escape that is only half of a character"),
        Text("请直接写这个字", "write the character itself"),
    )


def several_documents(place: Place) -> Diagnostic:
    """A second document in the file."""
    return problem(
        "several-documents",
        place,
        Text("一个文件里有不止一份文档", "a second document begins here"),
        Text("请每个文件只放一份，删去 `---`", "keep one document in a file, without `---`"),
    )


def tag(found: str, place: Place) -> Diagnostic:
    """A tag such as `!x` or `!!str`."""
    shown = found.replace("tag:yaml.org,2002:", "!!")
    return problem(
        "yaml-tag",
        place,
        Text(f"不能用标签 `{shown}`", f"the tag `{shown}` cannot be used"),
        Text(
            "请去掉标签；以 `!` 开头的文字请加引号",
            "take the tag out, or quote text that begins with `!`",
        ),
    )


def merge_key(place: Place) -> Diagnostic:
    """`<<`, which would bring in entries that do not stand here."""
    return problem(
        "yaml-merge",
        place,
        Text("不能用合并键 `<<`", "the merge key `<<` cannot be used"),
        Text("请把各项写在这里", "write the entries out here"),
    )


def key_not_a_word(place: Place) -> Diagnostic:
    """A name that is empty, a list or a mapping."""
    return problem(
        "bad-key",
        place,
        Text("`:` 之前应是一个名称", "a name is expected before `:`"),
        Text(
            "请写成 `名称: 值`；以 `{` 或 `[` 开头的文字请加引号",
            "write `name: value`, and quote text that begins with `{` or `[`",
        ),
    )


def unknown_alias(name: str, place: Place) -> Diagnostic:
    """`*name` without a `&name` above it."""
    return problem(
        "yaml-alias",
        place,
        Text(f"上面没有 `&{name}`", f"no `&{name}` stands above"),
        Text(
            "以 `*` 开头的文字请加引号；引用请先写 `&`",
            "quote text that begins with `*`, or write the `&` first",
        ),
    )


def recursive_alias(name: str, place: Place) -> Diagnostic:
    """`*name` inside of `&name`."""
    return problem(
        "yaml-alias",
        place,
        Text(f"`*{name}` 引用了它自己所在的一段", f"`*{name}` stands inside of `&{name}`"),
        Text("请把内容写出来", "write it out"),
    )
