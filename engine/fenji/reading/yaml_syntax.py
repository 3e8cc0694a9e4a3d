"""What is wrong with a text that should be YAML, said with the next step.

The parser's own words are read only to tell one mistake from another; they are never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from fenji.model.diagnostic import Diagnostic
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.unreadable import (
    LIST,
    LIST_OR_MAPPING,
    MAPPING,
    QUOTED_TEXT,
    cut_off,
    problem,
    too_deep,
)


@dataclass(frozen=True, slots=True)
class _Mistake:
    """How a mistake is recognised (the parser's words), and how it is said."""

    words: re.Pattern[str]
    message: Text
    help: Text


def _mistake(words: str, zh: str, en: str, help_zh: str, help_en: str) -> _Mistake:
    return _Mistake(re.compile(words), Text(zh, en), Text(help_zh, help_en))


_MISTAKES = (
    _mistake(
        "mapping values are not allowed",
        "这里不能再有 `: `",
        "a second `: ` cannot stand here",
        "文字里有冒号就加引号；否则检查缩进",
        "quote text that contains a colon, or check the indentation",
    ),
    _mistake(
        "sequence entries are not allowed",
        "列表项 `- ` 不能接在同一行",
        "a list item `- ` cannot stand on this line",
        "请另起一行并缩进，或写成 `[…]`",
        "put it on a line of its own, indented, or write `[…]`",
    ),
    _mistake(
        "while parsing a flow sequence|expected ',' or '\\]'",
        "这个列表里少了 `,` 或 `]`",
        "`,` or `]` is missing in this list",
        "请补上逗号或方括号",
        "add the comma or the bracket",
    ),
    _mistake(
        "while parsing a flow mapping|expected ',' or '}'",
        "这个映射里少了 `,` 或 `}`",
        "`,` or `}` is missing in this mapping",
        "请补上逗号或花括号",
        "add the comma or the brace",
    ),
    _mistake(
        "unknown escape|escape code|escape sequence|hexdecimal",
        "双引号里的反斜杠写法不对",
        "a backslash in double quotes that YAML does not know",
        "请改用单引号，或把反斜杠写成 `\\\\`",
        "use single quotes, or write the backslash as `\\\\`",
    ),
    _mistake(
        "could not find expected ':'",
        "名称之后少了 `: `",
        "`: ` is missing after a name",
        "请写成 `名称: 值`，冒号后空一格",
        "write `name: value`, with a space after the colon",
    ),
    _mistake(
        "document (indicator|separator)",
        "引号内出现了 `---` 或 `...`，引号还没有结束",
        "`---` or `...` inside a quote that was not closed",
        "请补上引号",
        "close the quote",
    ),
    _mistake(
        "while scanning an? (alias|anchor)|alphabetic or numeric",
        "`*` 或 `&` 不能作文字的开头",
        "text cannot begin with `*` or `&`",
        "请给这段文字加引号",
        "quote the text",
    ),
    _mistake(
        "while scanning a block scalar",
        "`|` 或 `>` 之后写法不对",
        "something wrong after `|` or `>`",
        "文字请另起一行并缩进；以 `|`、`>` 开头的文字请加引号",
        "begin the text on the next line, indented, or quote text that begins with `|` or `>`",
    ),
    _mistake(
        "tag",
        "这里的 `!` 标签不能用",
        "the tag with `!` cannot be used",
        "请去掉标签；以 `!` 开头的文字请加引号",
        "take the tag out, or quote text that begins with `!`",
    ),
    _mistake(
        "directive|incompatible YAML",
        "以 `%` 开头的指令不能用",
        "a directive beginning with `%` cannot be used",
        "请删去这一行",
        "take the line out",
    ),
    _mistake(
        "expected '-' indicator|while parsing a block collection",
        "这里应是列表项 `- `",
        "a list item `- ` is expected here",
        "请与上面的 `- ` 对齐，或检查缩进",
        "align it with the `- ` above, or check the indentation",
    ),
    _mistake(
        "expected key|while parsing a block mapping",
        "这一行与上面对不上",
        "this does not fit what stands above",
        "请检查缩进；引号之后不能再有文字",
        "check the indentation; nothing may follow a closing quote",
    ),
    _mistake(
        "node content|cannot start any token",
        "值不能这样开头",
        "a value cannot begin like this",
        "请给这段文字加引号",
        "quote the text",
    ),
)
_OTHER = _mistake(
    "",
    "这里不合 YAML 的写法",
    "this is not YAML",
    "请检查缩进、引号和括号",
    "check indentation, quotes and brackets",
)
_TAB = _mistake(
    "",
    "缩进里有制表符",
    "a tab in the indentation",
    "请换成空格",
    "use spaces instead",
)
_WIDE_COLON = _mistake(
    "",
    "这里是全角冒号 `：`，不能分开名称和值",
    "a full-width colon `：` does not part a name from its value",
    "请换成半角冒号加空格 `: `",
    "write an ASCII colon and a space: `: `",
)


def syntax(error: yaml.MarkedYAMLError, lines: list[str], path: str) -> Diagnostic:
    """The mistake at which the parser stopped; the end of the file is told apart."""
    words = f"{error.context or ''} {error.problem or ''}"
    begun = _place(error.context_mark, lines, path)
    place = _place(error.problem_mark, lines, path) or begun or Place(path, 1, 1)
    at_end = place.line > len(lines) or not any(
        line.strip() for line in [lines[place.line - 1][place.column - 1 :], *lines[place.line :]]
    )
    if at_end and begun is not None and (opened := _opened(words)):
        return cut_off(begun, opened)
    if at_end and "flow node" in words:
        return cut_off(place, LIST_OR_MAPPING)
    if "nesting depth" in words:
        return too_deep(place)
    tab = _tab(place, lines)
    if tab is not None:
        return problem("yaml-syntax", tab, _TAB.message, _TAB.help)
    found = next((m for m in _MISTAKES if m.words.search(words)), _OTHER)
    wide = _wide_colon(begun, place, lines) if "`: `" in found.message.en else None
    if wide is not None:
        return problem("yaml-syntax", wide, _WIDE_COLON.message, _WIDE_COLON.help)
    return problem("yaml-syntax", place, found.message, found.help)


def _place(mark: yaml.Mark | None, lines: list[str], path: str) -> Place | None:
    """The mark as a place; one beyond the text stands at the end of its last line."""
    if mark is None:
        return None
    if mark.line < len(lines):
        return Place(path, mark.line + 1, mark.column + 1)
    return Place(path, len(lines), len(lines[-1]) + 1)


def _wide_colon(begun: Place | None, place: Place, lines: list[str]) -> Place | None:
    """A Chinese colon where a name begins a line, from the line before the mistake on."""
    first = place.line - 1 if begun is None else begun.line
    for number in range(max(1, first), place.line + 1):
        found = re.match(r"[ -]*[^\s:\"'#]+(：)", lines[number - 1])
        if found:
            return Place(place.path, number, found.start(1) + 1)
    return None


def _opened(words: str) -> Text | None:
    if "flow sequence" in words:
        return LIST
    if "flow mapping" in words:
        return MAPPING
    return QUOTED_TEXT if "quoted scalar" in words else None


def _tab(place: Place, lines: list[str]) -> Place | None:
    """The first tab among the spaces with which the line begins, where the error is no later."""
    line = lines[place.line - 1]
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    at = indentation.find("\t")
    if at < 0 or place.column - 1 > len(indentation):
        return None
    return Place(place.path, place.line, at + 1)
