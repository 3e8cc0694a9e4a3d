"""From the bytes of a file to nodes that know their places; what cannot be read is refused here."""

from __future__ import annotations

import stat
from pathlib import Path

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.json_text import read_json
from fenji.reading.node import Node
from fenji.reading.system_words import why
from fenji.reading.unreadable import empty, problem
from fenji.reading.yaml_text import read_yaml

MOST_BYTES = 5 * 1024 * 1024
"""A file may be so large; the size is looked at before anything is read."""

_SAVE_AS_UTF8 = Text(
    "请用编辑器另存为 UTF-8 编码，再试一次", "save the file as UTF-8 in your editor and try again"
)
_GIVE_TEXT = Text("请给出 YAML 或 JSON 文本文件", "give a text file in YAML or JSON")


def read_file(path: Path, shown: str) -> Node:
    """The document in that file; `shown` is the path as its reader knows it.

    Raises Refused with every problem found. Directories, devices and files over 5 MB are refused
    without being read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(shown, "not-a-file", *_what_it_is(status.st_mode))
        if status.st_size > MOST_BYTES:
            raise _too_large(shown, status.st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _refused(
            shown,
            "file-not-found",
            Text("没有这个文件", "there is no such file"),
            Text("请检查路径和文件名", "check the path and the name"),
        ) from None
    except (OSError, ValueError) as error:
        reason = why(error)
        raise _refused(
            shown,
            "unreadable-file",
            Text(f"文件读不出来（{reason.zh}）", f"the file cannot be read ({reason.en})"),
            Text("请检查路径和读取权限", "check the path and that you may read it"),
        ) from None
    return read_document(data, shown)


def read_document(data: bytes, path: str) -> Node:
    """The one document that the bytes hold: JSON where `path` ends in `.json`, else YAML.

    Raises Refused with every problem found.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(path)
    text = _decoded(data, path)
    if not text.strip():
        raise Refused([empty(path)])
    return read_json(text, path) if path.lower().endswith(".json") else read_yaml(text, path)


def _decoded(data: bytes, path: str) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise _refused(
            path,
            "binary-file",
            Text(
                "这是 Excel、Word 或压缩文件，不是文本",
                "this is a workbook or an archive, not text",
            ),
            _GIVE_TEXT,
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(
            path,
            "not-utf-8",
            Text("文件是 UTF-16 编码", "the file is in UTF-16"),
            _SAVE_AS_UTF8,
        )
    nul = data.find(b"\0")
    if nul >= 0:
        message = Text("这里有零字节，这不是文本文件", "a zero byte: this is not a text file")
        raise Refused(
            [problem("binary-file", _place_of_byte(data, nul, path), message, _GIVE_TEXT)]
        )
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Refused([_not_utf8(data, error.start, path)]) from None


def _not_utf8(data: bytes, at: int, path: str) -> Diagnostic:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        message = Text("从这里起不是 UTF-8 文本", "from here on this is not UTF-8 text")
    else:
        message = Text(
            "从这里起不是 UTF-8 文本，像是 GBK 编码",
            "from here on this is not UTF-8 text; it looks like GBK",
        )
    return problem("not-utf-8", _place_of_byte(data, at, path), message, _SAVE_AS_UTF8)


def _place_of_byte(data: bytes, at: int, path: str) -> Place:
    before = data[:at].decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(path, len(lines), len(lines[-1]) + 1)


def _what_it_is(mode: int) -> tuple[Text, Text]:
    if stat.S_ISDIR(mode):
        return (
            Text("这是一个文件夹", "this is a folder"),
            Text("请给出其中的文件", "give a file in it"),
        )
    return Text("这不是普通文件", "this is not an ordinary file"), _GIVE_TEXT


def _too_large(path: str, size: int | None = None) -> Refused:
    message = Text("文件超过 5 MB 的上限", "the file is over the limit of 5 MB")
    if size is not None:
        megabytes = f"{size / 1048576:.1f} MB"
        message = Text(
            f"文件有 {megabytes}，超过 5 MB 的上限",
            f"the file has {megabytes}, over the limit of 5 MB",
        )
    return _refused(
        path,
        "file-too-large",
        message,
        Text("请分成几个文件", "split it into several files"),
    )


def _refused(path: str, kind: str, message: Text, step: Text) -> Refused:
    return Refused([problem(kind, Place(path, 1, 1), message, step)])
