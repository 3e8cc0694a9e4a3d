"""What is wrong with a text that should be JSON, said with the next step."""

from __future__ import annotations

import re

from fenji.model.diagnostic import Diagnostic
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.lines import Lines
from fenji.reading.unreadable import problem

_STRETCH = re.compile(r'[^\s,:\[\]{}"]+|.', re.DOTALL)
_EXPECTED = {
    "value": Text("这里应是一个值", "a value is expected here"),
    "key": Text("这里应是带双引号的名称", "a name in double quotes is expected here"),
    ":": Text("名称之后应是 `:`", "`:` is expected after the name"),
    "]": Text("这里应是 `,` 或 `]`", "`,` or `]` is expected here"),
    "}": Text("这里应是 `,` 或 `}`", "`,` or `}` is expected here"),
    "end": Text("文件到此应结束", "the file should end here"),
}
_HELP = {
    "value": Text(
        "文字请加双引号；是否只写 true、false",
        "put text in double quotes; write yes or no as true, false",
    ),
    "key": Text("请给名称加双引号", "put the name in double quotes"),
    ":": Text('请写成 `"名称": 值`', 'write `"name": value`'),
    "]": Text("请补上逗号或方括号", "add the comma or the bracket"),
    "}": Text("请补上逗号或花括号", "add the comma or the brace"),
    "end": Text(
        "一个文件只放一个值；几个对象请放进一个列表 `[…]`",
        "keep one value in a file; put several objects into one list `[…]`",
    ),
}


def unexpected(text: str, at: int, lines: Lines, expected: str) -> Diagnostic:
    """Something else than expected: `value`, `key`, `:`, `]`, `}` or `end`."""
    found = _STRETCH.match(text, at)
    if found is None:
        return problem(
            "cut-off",
            lines.place(at, at + 1),
            Text("文件在这里断了", "the file ends here, too early"),
            Text(
                "请补上后面的内容；如果文件不完整，请重新取得",
                "write the rest; if the file was cut off, get it again",
            ),
        )
    written = found.group()
    end = found.end() if len(written) <= 40 else at + 40
    message = _EXPECTED[expected]
    return problem(
        "json-syntax",
        lines.place(at, end),
        Text(
            f"{message.zh}，却是 `{text[at:end]}`", f"{message.en}, but `{text[at:end]}` was found"
        ),
        _help(written, text, at, expected),
    )


def _help(written: str, text: str, at: int, expected: str) -> Text:
    if written in ("]", "}") and text[:at].rstrip().endswith(","):
        return Text("请删去前面多余的逗号", "take out the comma before it")
    if written.startswith(("#", "//", "/*")):
        return Text("JSON 里不能写注释，请删去", "JSON has no comments: take it out")
    if written.startswith("'"):
        return Text("请把单引号换成双引号", "use double quotes instead of single ones")
    if written[0] in "，：“”":
        return Text("请换成半角标点", "use the plain ASCII punctuation")
    if expected == "value" and written in ("True", "False", "None"):
        return Text("请写 true、false 或 null", "write true, false or null")
    return _HELP[expected]


def control_character(found: str, place: Place) -> Diagnostic:
    """A line break or another control character inside quotes."""
    if found in "\n\r":
        return problem(
            "json-syntax",
            place,
            Text("引号内的文字不能换行", "quoted text ends at the end of the line"),
            Text("请补上引号，或把换行写成 `\\n`", "close the quote, or write the break as `\\n`"),
        )
    return problem(
        "json-syntax",
        place,
        Text(
            f"引号内有控制字符 U+{ord(found):04X}",
            f"control character U+{ord(found):04X} in quotes",
        ),
        Text(
            f"请写成 `\\u{ord(found):04x}`，或删去",
            f"write it as `\\u{ord(found):04x}` or take it out",
        ),
    )


def bad_escape(written: str, place: Place) -> Diagnostic:
    """A backslash before something that it does not go with."""
    return problem(
        "json-syntax",
        place,
        Text(f"`{written}` 不是 JSON 的转义写法", f"`{written}` is no escape of JSON"),
        Text("反斜杠本身请写成 `\\\\`", "write a backslash itself as `\\\\`"),
    )


def lone_surrogate(written: str, place: Place) -> Diagnostic:
    """Half of a character beyond U+FFFF."""
    return problem(
        "json-syntax",
        place,
        Text(f"`{written}` 只是半个字符", f"`{written}` is only half of a character"),
        Text("请写出另一半，或直接写这个字", "write its other half, or the character itself"),
    )
