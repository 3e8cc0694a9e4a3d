"""Edges, from matters to departments and along chains; those of licences among them."""

from __future__ import annotations

from fenji.model.jurisdiction.edge import Edge, EdgeKind, Licence, Nature
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.matters import of_subject
from fenji.reading.grammar.jurisdiction.naming import known_department, known_matter, matters
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Scalar

_WRITTEN = {
    kind.value: kind for kind in EdgeKind if kind not in (EdgeKind.LICENCE, EdgeKind.DELEGATES)
}
_ELSEWHERE = {
    EdgeKind.LICENCE.value: Text("许可写在 `licences` 中", "licences are written under `licences`"),
    EdgeKind.DELEGATES.value: Text(
        "委托写作层级规则的 `delegated_from`", "write `delegated_from` on a level rule"
    ),
    "lead": Text(
        "牵头由各边按原则得出；写明职责（`duty`）、行业（`trade`）等",
        "leads follow from the edges; say why: `duty`, `trade` and so on",
    ),
}


def edges(declared: Declared, fields: Fields, above: Inherited) -> tuple[Edge, ...]:
    """One edge for each matter that the entry names."""
    kind, to = _kind(declared, fields), fields.needed_text("to")
    of = _of(declared, fields)
    if kind is EdgeKind.HANDS_OVER:
        _to_matter(declared, fields, of, to)
    elif kind is not None:
        _to_department(declared, fields, kind, to)
    edge = Edge(
        fields.needed_text("id"),
        kind or EdgeKind.DUTY,
        fields.one_of("nature", Nature, Nature.ORDINARY),
        "",
        to,
        fields.label("concern") if "concern" in fields else None,
        of_subject(declared, fields),
        "",
        provenance(declared, fields, above),
        fields.place_of("id"),
    )
    return _one_each(edge, of)


def licence(declared: Declared, fields: Fields, above: Inherited) -> Licence:
    """One licence."""
    issuer = fields.needed_text("issued_by")
    known_department(declared, issuer, fields.place_of("issued_by"))
    return Licence(
        fields.needed_text("id"),
        fields.label("title"),
        matters(declared, fields.words("for")),
        issuer,
        fields.flag("high_hazard") or False,
        provenance(declared, fields, above),
        fields.place_of("id"),
    )


def edges_of(licence: Licence) -> tuple[Edge, ...]:
    """The edge of each matter that needs the licence, to the department that grants it."""
    edge = Edge(
        licence.id,
        EdgeKind.LICENCE,
        Nature.ORDINARY,
        "",
        licence.issued_by,
        None,
        None,
        licence.id,
        licence.provenance,
        licence.place,
    )
    return _one_each(edge, licence.for_)


def _one_each(edge: Edge, of: tuple[str, ...]) -> tuple[Edge, ...]:
    """The id itself where there is one matter, else with each matter behind it."""
    from dataclasses import replace

    if len(of) == 1:
        return (replace(edge, of=of[0]),)
    return tuple(replace(edge, id=f"{edge.id}@{matter}", of=matter) for matter in of)


def _of(declared: Declared, fields: Fields) -> tuple[str, ...]:
    node = fields.needed("of")
    if node is None:
        return ()
    return matters(declared, (node,) if isinstance(node, Scalar) else fields.words("of"))


def _kind(declared: Declared, fields: Fields) -> EdgeKind | None:
    written = fields.needed_text("kind")
    if written in _WRITTEN or not written:
        return _WRITTEN.get(written)
    declared.problems.error(
        "wrong-value",
        fields.place_of("kind"),
        Text(f"`kind` 不能是 `{written}`", f"`kind` cannot be `{written}`"),
        _ELSEWHERE.get(written) or did_you_mean(written, _WRITTEN),
    )
    return None


def _to_department(declared: Declared, fields: Fields, kind: EdgeKind, to: str) -> None:
    place = fields.place_of("to")
    if to in declared.charted.matters:
        _wrong_end(declared, place, kind, Text("部门", "a department"), to)
    else:
        known_department(declared, to, place)


def _to_matter(declared: Declared, fields: Fields, of: tuple[str, ...], to: str) -> None:
    place = fields.place_of("to")
    if to in declared.charted.departments:
        _wrong_end(declared, place, EdgeKind.HANDS_OVER, Text("下一环节的事项", "a matter"), to)
    elif known_matter(declared, to, place):
        known = declared.charted.matters
        for one in of:
            if not known[one].chain or known[one].chain != known[to].chain:
                _not_of_one_chain(declared, place, one, to)


def _wrong_end(declared: Declared, place: Place, kind: EdgeKind, wanted: Text, to: str) -> None:
    other = kind is EdgeKind.HANDS_OVER
    declared.problems.error(
        "wrong-end",
        place,
        Text(
            f"`{kind.value}` 应指向{wanted.zh}，`{to}` 不是",
            f"`{kind.value}` leads to {wanted.en}, which `{to}` is not",
        ),
        Text("改为所指的部门", "name the department that it leads to")
        if not other
        else Text("改为同一链条上的下一事项", "name the next matter of the chain"),
    )


def _not_of_one_chain(declared: Declared, place: Place, of: str, to: str) -> None:
    declared.problems.error(
        "chain-mismatch",
        place,
        Text(f"`{of}` 与 `{to}` 不在同一链条上", f"`{of}` and `{to}` are not of one chain"),
        Text("给两者写上同一个 `chain`", "give both the same `chain`"),
    )
