"""The name of a release: SHA-256 of the parsed, sorted, comment-free form of its files.

Free, so that it does not change the digest: comments, spacing, quoting and the other ways of YAML to
write one thing; the names of files, and how instruments, units, entities, facts, parameters,
definitions, measures, classifications, sheets, rules, duties, activities and the entries of
jurisdiction and supervision are spread over files of one kind and ordered within their lists; the
order of the keys of every mapping but conditions and `gives`; the order of the columns of a CSV, and
its blank lines.

Kept, since answers or their reasons show it: the order of all other lists (cases, steps, options,
bases, members of `any`, rows of a table) and of the entries of a condition and of `gives`; how a number
is written.
Scenarios, `left_out.yaml`, `plan_coverage.yaml`, checklists and files that are neither YAML nor CSV
are no part of a release.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from fenji.reading.grammar.jurisdiction.charting import LISTS
from fenji.reading.node import Mapping, Node, Scalar
from fenji.reading.sources import Role

if TYPE_CHECKING:
    from fenji.reading.grammar.csv_text import Cell
    from fenji.reading.grammar.documents import Document, Documents

_FORM = b"fenji release, form 1"
_LISTS = {
    Role.INSTRUMENTS: ("instruments",),
    Role.UNITS: ("units", "refused"),
    Role.PARAMETERS: ("parameters",),
    Role.RULES: ("definitions", "measures", "classifications", "sheets", "rules", "duties"),
    Role.FACTS: ("entities",),
    Role.ACTIVITIES: ("activities",),
    Role.JURISDICTION: LISTS,
    Role.SUPERVISION: ("inspections", "caps", "joint_visits"),
}
"""The lists of each kind of file that are sets of items, each by itself."""

_ORDERED = frozenset({"when", "scope", "applies", "applies_when", "gives"})
"""The keys under which conditions stand, and that of the columns of a table."""


def digest_of(documents: Documents) -> str:
    """The digest of a release, as 64 hexadecimal digits."""
    items = sorted(sha256(item).digest() for item in _items(documents))
    whole = sha256(_FORM)
    for item in items:
        whole.update(item)
    return whole.hexdigest()


def _items(documents: Documents) -> Iterator[bytes]:
    for document in documents.all:
        yield from _items_of(document)
    for name, figures in documents.figures.items():
        yield _joined(b"figures", name.encode(), *_rows(figures.rows or []))


def _items_of(document: Document) -> Iterator[bytes]:
    """Each item of a file, together with what the file says for all of them."""
    lists = _LISTS.get(document.role, ())
    role, node = document.role.value.encode(), document.node
    if not isinstance(node, Mapping):
        yield _joined(role, canonical(node))
        return
    apart = (*lists, "facts") if document.role is Role.FACTS else lists
    head = Mapping(tuple(e for e in node.entries if e[0].text not in apart), node.place)
    shared = canonical(head)
    if not apart:
        yield _joined(role, shared)
    for name in lists:
        for item in _members(node.get(name)):
            yield _joined(role, shared, name.encode(), canonical(item))
    facts = node.get("facts") if document.role is Role.FACTS else None
    for kind, several in facts.entries if isinstance(facts, Mapping) else ():
        for item in _members(several):
            yield _joined(role, shared, b"facts", kind.text.encode(), canonical(item))


def _members(node: Node | None) -> tuple[Node, ...]:
    return () if node is None or isinstance(node, Scalar | Mapping) else node.items


def canonical(node: Node, *, ordered: bool = False) -> bytes:
    """A node in one form only; `ordered` where the order of keys is kept."""
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Mapping):
        pairs = [
            (key.text.encode(), canonical(value, ordered=ordered or key.text in _ORDERED))
            for key, value in node.entries
        ]
        return _joined(
            b"{", *(part for pair in (pairs if ordered else sorted(pairs)) for part in pair)
        )
    return _joined(b"[", *(canonical(item, ordered=ordered) for item in node.items))


def _scalar(node: Scalar) -> bytes:
    """Typed, so that `1` is not `"1"`; numbers as written, for a clause 4.10 is not a clause 4.1."""
    value = node.value
    if value is None:
        return b"~"
    if isinstance(value, bool):
        return b"!true" if value else b"!false"
    return (b'"' if isinstance(value, str) else b"#") + node.text.encode()


def _joined(*parts: bytes) -> bytes:
    """Parts one after another, each with its length, so that no two lists of parts look alike."""
    return b"".join(b"%d:%b" % (len(part), part) for part in parts)


def _rows(rows: list[tuple[Cell, ...]]) -> Iterator[bytes]:
    for row in rows[1:]:
        cells = sorted(
            (head.text.encode(), cell.text.encode())
            for head, cell in zip(rows[0], row, strict=False)
        )
        yield _joined(*(part for pair in cells for part in pair))
