"""Bytes become nodes with places, or are refused at the place where they are wrong."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.place import Place
from fenji.reading import yaml_text
from fenji.reading.document import MOST_BYTES, read_document, read_file
from fenji.reading.node import Mapping, Node, Scalar, Sequence


def refused(data: bytes | str, path: str) -> tuple[Diagnostic, ...]:
    """The problems for which the bytes are refused; each is said in both languages."""
    with pytest.raises(Refused) as caught:
        read_document(data.encode() if isinstance(data, str) else data, path)
    for diagnostic in caught.value.diagnostics:
        assert diagnostic.message.zh
        assert diagnostic.message.en
        assert diagnostic.help is not None
    return caught.value.diagnostics


def where(data: bytes | str, path: str = "x.yaml") -> list[tuple[str, int, int, int]]:
    """Id, line, column and width of each problem."""
    return [(d.id, d.place.line, d.place.column, d.place.width) for d in refused(data, path)]


def values(node: Node) -> Any:
    """The values of a node without their places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [values(item) for item in node.items]
    return {key.text: values(value) for key, value in node.entries}


def read(text: str, path: str = "x.yaml") -> Any:
    """The values of a text."""
    return values(read_document(text.encode(), path))


PLACES = """\
规则: 甲
list:
  - {a: 1, 乙: "丙丁"}
  - |
    block
last:
"""


def test_yaml_nodes_know_line_column_and_width_in_characters() -> None:
    node = read_document(PLACES.encode(), "x.yaml")
    assert isinstance(node, Mapping)
    assert node.place == Place("x.yaml", 1, 1, 5)
    assert [key.place for key, _ in node.entries] == [
        Place("x.yaml", 1, 1, 2),
        Place("x.yaml", 2, 1, 4),
        Place("x.yaml", 6, 1, 4),
    ]
    listed = node.get("list")
    assert isinstance(listed, Sequence)
    assert [item.place for item in listed.items] == [
        Place("x.yaml", 3, 5, 15),
        Place("x.yaml", 4, 5, 1),
    ]
    inner = listed.items[0]
    assert isinstance(inner, Mapping)
    assert [value.place for _, value in inner.entries] == [
        Place("x.yaml", 3, 9, 1),
        Place("x.yaml", 3, 15, 4),
    ]
    assert node.get("last") == Scalar(None, "", node.place)


def test_json_nodes_know_line_column_and_width_in_characters() -> None:
    node = read_document('{\r\n "甲": [1e-7,\t"乙"],\n "b": {}}'.encode(), "x.json")
    assert isinstance(node, Mapping)
    assert node.place == Place("x.json", 1, 1, 1)
    (first, listed), (second, inner) = node.entries
    assert first.place == Place("x.json", 2, 2, 3)
    assert isinstance(listed, Sequence)
    assert [i.place for i in listed.items] == [Place("x.json", 2, 8, 4), Place("x.json", 2, 14, 3)]
    assert second.place == Place("x.json", 3, 2, 3)
    assert inner.place == Place("x.json", 3, 7, 2)
    assert listed.items[0] == Scalar(Fraction(1, 10**7), "1e-7", node.place)


def test_quoted_words_are_text_and_names_always_are() -> None:
    assert read("'0810': \"500\"\nno: 'true'\n1: ~\ntrue: true") == {
        "0810": "500",
        "no": "true",
        "1": None,
        "true": True,
    }


def test_numbers_keep_the_text_that_was_written() -> None:
    node = read_document(b"[1.50, 2018]", "x.yaml")
    assert isinstance(node, Sequence)
    assert [item.text for item in node.items if isinstance(item, Scalar)] == ["1.50", "2018"]


def test_a_byte_order_mark_and_windows_line_breaks_are_taken() -> None:
    node = read_document(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "x.yaml")
    assert isinstance(node, Mapping)
    assert [str(key.place) for key, _ in node.entries] == ["x.yaml:1:1", "x.yaml:2:1"]


def test_an_alias_stands_for_what_is_anchored() -> None:
    assert read("a: &x [1, 2]\nb: *x") == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: [1, 2", ("cut-off", 1, 4, 1)),
        ("b:\n  a: {c: d\n", ("cut-off", 2, 6, 1)),
        ('a: "bc\n', ("cut-off", 1, 4, 1)),
        ("a: 'bc", ("cut-off", 1, 4, 1)),
        ("a: b: c", ("yaml-syntax", 1, 5, 1)),
        ("a: - b", ("yaml-syntax", 1, 4, 1)),
        ("a: @x", ("yaml-syntax", 1, 4, 1)),
        ("a: `x", ("yaml-syntax", 1, 4, 1)),
        ("a: [1 2}", ("yaml-syntax", 1, 8, 1)),
        ("- a\nb: c", ("yaml-syntax", 2, 1, 1)),
        ("a: 1\n b: 2", ("yaml-syntax", 2, 3, 1)),
        ('k: "a" b', ("yaml-syntax", 1, 8, 1)),
        ("a:\n\t- b", ("yaml-syntax", 2, 1, 1)),
        ("a:\n  \tb: c\n", ("yaml-syntax", 2, 3, 1)),
        ("a: b\n标题：x\nc: d\n", ("yaml-syntax", 2, 3, 1)),
        ("- 标题：x\n  c: d\n", ("yaml-syntax", 1, 5, 1)),
        ("a: *b", ("yaml-alias", 1, 4, 2)),
        ("a: &b [*b]", ("yaml-alias", 1, 8, 2)),
        ("a: !x 3", ("yaml-tag", 1, 4, 4)),
        ("a: !!str 3", ("yaml-tag", 1, 4, 7)),
        ("a: !!python/object:os.system {}", ("yaml-tag", 1, 4, 28)),
        ("a: &x {b: 1}\nc:\n  <<: *x", ("yaml-merge", 3, 3, 2)),
        ("a: 1\na: 2", ("duplicate-key", 2, 1, 1)),
        ("'1': 1\n1: 2", ("duplicate-key", 2, 1, 1)),
        ("{[a]: b}", ("bad-key", 1, 2, 7)),
        ("? ~\n: a", ("bad-key", 1, 3, 1)),
        ("a: 010", ("leading-zeros", 1, 4, 3)),
        ("a:\n- 9007199254740993", ("too-many-digits", 2, 3, 16)),
        ("a: .nan", ("not-finite", 1, 4, 4)),
        ("a\n---\nb", ("several-documents", 2, 1, 3)),
        ("a: b\x07", ("control-character", 1, 5, 1)),
        ("a: b\u2028", ("control-character", 1, 5, 1)),
        ("", ("empty-file", 1, 1, 1)),
        (" \n", ("empty-file", 1, 1, 1)),
        ("# nothing\n", ("empty-file", 1, 1, 1)),
        ("---\n", ("empty-file", 1, 1, 1)),
    ],
)
def test_bad_yaml_is_refused_at_its_place(text: str, problem: tuple[str, int, int, int]) -> None:
    assert where(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ("empty-file", 1, 1, 1)),
        ("{", ("cut-off", 1, 1, 1)),
        ("[1,\n", ("cut-off", 2, 1, 1)),
        ('{"a":\n "b', ("cut-off", 2, 2, 1)),
        ('{"a": 1', ("cut-off", 1, 1, 1)),
        ('{"a"', ("cut-off", 1, 1, 1)),
        ('"\\', ("cut-off", 1, 1, 1)),
        ('{"a": 1,}', ("json-syntax", 1, 9, 1)),
        ("[1 2]", ("json-syntax", 1, 4, 1)),
        ('{"a" 1}', ("json-syntax", 1, 6, 1)),
        ("{abc: 1}", ("json-syntax", 1, 2, 3)),
        ("{'a': 1}", ("json-syntax", 1, 2, 3)),
        ("[True]", ("json-syntax", 1, 2, 4)),
        ("[1.]", ("json-syntax", 1, 2, 2)),
        ("[.5]", ("json-syntax", 1, 2, 2)),
        ("[+1]", ("json-syntax", 1, 2, 2)),
        ("[1] x", ("json-syntax", 1, 5, 1)),
        ("[1] // x", ("json-syntax", 1, 5, 2)),
        ('["\\q"]', ("json-syntax", 1, 3, 2)),
        ('["a\nb"]', ("json-syntax", 1, 4, 1)),
        ('["\\ud800"]', ("json-syntax", 1, 3, 6)),
        ('["\\udc00\\ud800"]', ("json-syntax", 1, 3, 6)),
        ("[01]", ("leading-zeros", 1, 2, 2)),
        ("[NaN]", ("not-finite", 1, 2, 3)),
        ("[-Infinity]", ("not-finite", 1, 2, 9)),
        ("[1e999999999999]", ("too-many-digits", 1, 2, 14)),
        ("[9007199254740993]", ("too-many-digits", 1, 2, 16)),
        ('{"a": 1,\n "a": 2}', ("duplicate-key", 2, 2, 3)),
    ],
)
def test_bad_json_is_refused_at_its_place(text: str, problem: tuple[str, int, int, int]) -> None:
    assert where(text, "x.json") == [problem]


def test_all_problems_of_a_text_are_found_at_once() -> None:
    text = "a: 010\nb: 1e30\na: 3\nc: !x 3\nd: [1\n"
    assert [problem[:2] for problem in where(text)] == [
        ("leading-zeros", 1),
        ("too-many-digits", 2),
        ("duplicate-key", 3),
        ("yaml-tag", 4),
        ("cut-off", 5),
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a: b\nc: \x00", ("binary-file", 2, 4, 1)),
        (b"PK\x03\x04\x14\x00", ("binary-file", 1, 1, 1)),
        ("a: 甲".encode("utf-16"), ("not-utf-8", 1, 1, 1)),
        (b"a: b\r\n\xe7\x94\xb2\xff", ("not-utf-8", 2, 2, 1)),
        ("名称: 企业".encode("gbk"), ("not-utf-8", 1, 1, 1)),
    ],
)
def test_what_is_not_utf8_text_is_refused(data: bytes, problem: tuple[str, int, int, int]) -> None:
    assert where(data) == [problem]


def test_gbk_is_recognised() -> None:
    (found,) = refused("名称: 企业".encode("gbk"), "x.yaml")
    assert "GBK" in found.message.zh
    assert found.help is not None
    assert "UTF-8" in found.help.zh


@pytest.mark.parametrize("path", ["x.yaml", "x.json"])
def test_depth_is_bounded(path: str) -> None:
    read_document(b"[" * 64 + b"]" * 64, path)
    (found,) = refused("[" * 65 + "]" * 65, path)
    assert (found.id, found.place.column) == ("too-deep", 65)
    assert [d.id for d in refused("[" * 1_000_000, path)] == ["too-deep"]


def test_depth_is_bounded_through_aliases() -> None:
    half = "[" * 40 + "]" * 40
    assert where(f"- &a {half}\n- {'[' * 30}*a{']' * 30}") == [("too-deep", 2, 33, 2)]


def test_aliases_of_aliases_do_not_explode() -> None:
    lines = ["- &a0 [" + ",".join("1" * 10) + "]"]
    lines += [f"- &a{n} [" + ",".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 9)]
    assert [d.id for d in refused("\n".join(lines), "x.yaml")] == ["too-many-values"]


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(Refused) as caught:
        read_file(large, "large.yaml")
    assert [d.id for d in caught.value.diagnostics] == ["file-too-large"]
    assert [d.id for d in refused(b" " * (MOST_BYTES + 1), "x.yaml")] == ["file-too-large"]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, problem in [
        (tmp_path, "not-a-file"),
        (tmp_path / "none.yaml", "file-not-found"),
        (tmp_path / "none\0", "unreadable-file"),
        (Path("/dev/null"), "not-a-file"),
    ]:
        with pytest.raises(Refused) as caught:
            read_file(path, "shown.yaml")
        (found,) = caught.value.diagnostics
        assert (found.id, str(found.place)) == (problem, "shown.yaml:1:1")


def test_a_file_is_known_by_the_path_that_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1", encoding="utf-8")
    assert read_file(file, "rules/a.yaml").place.path == "rules/a.yaml"


_PAIR = re.compile(r"\\ud[89a-f][0-9a-f]{2}")
NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1) | st.decimals(-1000, 1000, places=6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def as_json(value: Any, *, ascii_only: bool) -> str:
    """JSON text of a value, its numbers written as decimals."""
    if isinstance(value, (list, dict)):
        parts = [
            f"{as_json(k, ascii_only=ascii_only)}: {as_json(v, ascii_only=ascii_only)}"
            for k, v in (value.items() if isinstance(value, dict) else ())
        ]
        if isinstance(value, dict):
            return "{" + ", ".join(parts) + "}"
        return "[" + ", ".join(as_json(v, ascii_only=ascii_only) for v in value) + "]"
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=ascii_only)
    return format(value, "f") if not isinstance(value, int) else str(value)


def exact(value: Any) -> Any:
    """The value with its numbers as fractions."""
    if isinstance(value, list):
        return [exact(v) for v in value]
    if isinstance(value, dict):
        return {k: exact(v) for k, v in value.items()}
    return value if value is None or isinstance(value, (bool, str)) else Fraction(value)


@given(JSON, st.booleans())
def test_json_comes_out_as_it_went_in(value: Any, ascii_only: bool) -> None:
    assert read(as_json(value, ascii_only=ascii_only), "x.json") == exact(value)


@given(JSON)
def test_yaml_comes_out_as_it_went_in(value: Any) -> None:
    """JSON without surrogate pairs is YAML too, where it escapes all that cannot be printed."""
    text = _PAIR.sub("x", as_json(value, ascii_only=True)).replace("\x7f", "\\u007f")
    try:
        expected: object = read(text, "x.json")
    except Refused as refused:
        expected = [d.id for d in refused.diagnostics]
    try:
        found: object = read(text, "x.yaml")
    except Refused as refused:
        found = [d.id for d in refused.diagnostics]
    assert found == expected


@given(st.binary(max_size=60) | st.text("ab:-[]{}\"'#&*!|>%@\n\t\\0159.eE,~?：甲", max_size=40))
@pytest.mark.parametrize("path", ["x.yaml", "x.json"])
def test_any_bytes_give_a_node_or_are_refused(path: str, data: bytes | str) -> None:
    raw = data.encode() if isinstance(data, str) else data
    try:
        node = read_document(raw, path)
    except Refused as refused:
        places = [d.place for d in refused.diagnostics]
    else:
        places = [node.place]
    assert places
    lines = raw.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place in places:
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.width >= 1


SAMPLES = ["a: [1, 2", "a: b: c", "a:\n\t- b", 'k: "a" b', "a: &b [*b]", 'a: "\\ud800"', PLACES]


@pytest.mark.parametrize("text", SAMPLES)
def test_the_slow_loader_agrees_with_the_fast_one(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outcome() -> object:
        try:
            return read(text)
        except Refused as refused:
            return [(d.id, d.place.line) for d in refused.diagnostics]

    fast = outcome()
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)
    assert outcome() == fast
