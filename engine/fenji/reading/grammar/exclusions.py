"""`unless`: what takes a rule or a class away though its condition is met."""

from __future__ import annotations

from fenji.model.law import Exclusion, Standing
from fenji.model.text import Text
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.provenance import basis, standing
from fenji.reading.node import Node


def exclusions(here: Here, fields: Fields, above: tuple[Node, ...] = ()) -> tuple[Exclusion, ...]:
    """All exclusions under `unless`, after those that stand `above` at the head of the file."""
    several = (*above, *fields.items("unless"))
    return tuple(_exclusion(here, Fields(node, here.problems)) for node in several)


def _exclusion(here: Here, fields: Fields) -> Exclusion:
    when = fields.needed("when")
    claimed_by = fields.text("claimed_by")
    if claimed_by not in ("", "enterprise"):
        here.problems.error(
            "wrong-value",
            fields.place_of("claimed_by"),
            Text(f"`claimed_by` 不能是 `{claimed_by}`", f"`claimed_by` cannot be `{claimed_by}`"),
            Text("写 `enterprise`，或删去", "write `enterprise`, or leave it out"),
        )
    own = basis(here.declared, fields)
    fields.needed("basis")
    first = here.declared.standings.get(own[0].instrument) if own else None
    return Exclusion(
        NOTHING if when is None else condition(here, when),
        own,
        fields.label("title"),
        claimed_by == "enterprise",
        standing(fields) or first or Standing.PROPOSAL,
        fields.place,
    )
