"""Sectors: `NN_sector/sector.yaml`."""

from __future__ import annotations

from fenji.model.sector import Sector
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Named, Rank
from fenji.reading.grammar.resolving import meaning_of
from fenji.reading.grammar.types import Sort
from fenji.reading.grammar.values import whole_number
from fenji.reading.node import Node


def sector(declared: Declared, node: Node) -> Sector:
    """One sector, and what makes it apply to a subject."""
    fields = Fields(node, declared.problems)
    here = Here(declared, SUBJECT, Rank.CLASSIFICATION)
    number, applies = fields.needed("number"), fields.needed("applies")
    _asked_by(here, fields)
    return Sector(
        fields.needed_text("sector"),
        (whole_number(declared.problems, number, 0) if number is not None else None) or 0,
        fields.label("title"),
        NOTHING if applies is None else condition(here, applies),
        fields.needed_text("asked_by"),
        tuple(code.text for code in fields.words("industry_codes")),
        node.place,
    )


def _asked_by(here: Here, fields: Fields) -> None:
    name = fields.text("asked_by")
    if not name:
        return
    found = meaning_of(here, name, fields.place_of("asked_by"))
    if found is not None and (found.named is not Named.FACT or found.type.sort is not Sort.FLAG):
        here.problems.error(
            "wrong-type",
            fields.place_of("asked_by"),
            Text(f"`{name}` 不是主体的是否事实", f"`{name}` is no yes-or-no fact of the subject"),
            Text("写一个 `kind: flag` 的事实", "name a fact of `kind: flag`"),
        )
