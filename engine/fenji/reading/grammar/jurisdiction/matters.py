"""Matters: the activities of `activities.yaml`, and what is led beside them."""

from __future__ import annotations

from dataclasses import replace

from fenji.model.condition import Condition
from fenji.model.jurisdiction.matter import IndustryCode, Matter, MatterKind
from fenji.model.submission import SUBJECT
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.grammar.values import whole_number
from fenji.reading.node import Node, Scalar


def activity(declared: Declared, fields: Fields, above: Inherited) -> Matter:
    """One activity; it may rest on nothing, since it says only what subjects do."""
    codes = (_code(declared, node) for node in fields.items("industry_codes"))
    found = _matter(declared, fields, above, MatterKind.ACTIVITY)
    return replace(
        found,
        codes=tuple(code for code in codes if code.prefix),
        beside=fields.flag("beside") or False,
    )


def matter(declared: Declared, fields: Fields, above: Inherited) -> Matter:
    """One place, piece of equipment or work that is led by itself."""
    fields.needed("kind")
    fields.needed("when")
    return _matter(declared, fields, above, fields.one_of("kind", MatterKind, MatterKind.PLACE))


def _matter(declared: Declared, fields: Fields, above: Inherited, kind: MatterKind) -> Matter:
    numbers = (whole_number(declared.problems, node, 1) for node in fields.items("sectors"))
    return Matter(
        fields.needed_text("id"),
        kind,
        fields.label("title"),
        tuple(number for number in numbers if number is not None),
        (),
        fields.text("chain"),
        fields.text("link"),
        of_subject(declared, fields),
        provenance(declared, fields, above, needed=kind is not MatterKind.ACTIVITY),
        fields.place_of("id"),
    )


def _code(declared: Declared, node: Node) -> IndustryCode:
    if isinstance(node, Scalar):
        return IndustryCode(node.text, False)
    fields = Fields(node, declared.problems)
    return IndustryCode(fields.needed_text("code"), fields.flag("ambiguous") or False)


def of_subject(declared: Declared, fields: Fields) -> Condition | None:
    """The condition under `when`, read at the subject after everything that rules find."""
    when = fields.node("when")
    return None if when is None else condition(Here(declared, SUBJECT, Rank.FINDING), when)
