"""Inspections, caps and joint visits, one entry each."""

from __future__ import annotations

from fenji.model.submission import SUBJECT
from fenji.model.supervision.rule import (
    Amount,
    CapRule,
    Figure,
    InspectionRule,
    JointVisitRule,
    Mode,
)
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.parameters import known_parameter
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.grammar.supervision.reach import BETTER, WORSE, Known, reach
from fenji.reading.grammar.values import whole_number
from fenji.reading.node import Mapping, Node


def inspection(known: Known, fields: Fields, above: Inherited) -> InspectionRule:
    """One inspection: its mode, and how often at the least, in a figure or in words."""
    fields.needed("mode")
    own = reach(known, fields, WORSE)
    figure = _figure(known.declared, fields, "at_least")
    if own.duty:
        _only_the_duty_says(fields, "at_least", "frequency", "title")
    else:
        fields.needed("title")
        if "at_least" not in fields:
            fields.needed("frequency")
    return InspectionRule(
        fields.needed_text("id"),
        fields.label("title"),
        own,
        fields.one_of("mode", Mode, Mode.KEY_UNIT),
        figure,
        fields.label("frequency"),
        fields.flag("outside_plan") or False,
        fields.flag("on_clue") or False,
        provenance(known.declared, fields, above, needed=not own.duty),
        fields.place_of("id"),
    )


def cap(known: Known, fields: Fields, above: Inherited) -> CapRule:
    """One cap; without a figure it says in words who publishes it."""
    if "at_most" not in fields:
        fields.needed("frequency")
    return CapRule(
        fields.needed_text("id"),
        fields.label("title"),
        reach(known, fields, BETTER),
        _figure(known.declared, fields, "at_most"),
        fields.label("frequency"),
        provenance(known.declared, fields, above),
        fields.place_of("id"),
    )


def joint_visit(known: Known, fields: Fields, above: Inherited) -> JointVisitRule:
    """Why departments go together."""
    return JointVisitRule(
        fields.needed_text("id"),
        fields.label("title"),
        provenance(known.declared, fields, above),
        fields.place_of("id"),
    )


def _figure(declared: Declared, fields: Fields, name: str) -> Figure | None:
    node = fields.node(name)
    if node is None:
        return None
    inner = Fields(node, declared.problems, ("times", "months"))
    times, months = (_amount(declared, inner.needed(key)) for key in ("times", "months"))
    return None if times is None or months is None else Figure(times, months)


def _amount(declared: Declared, node: Node | None) -> Amount | None:
    """A whole number of at least 1, or a parameter whose values all are."""
    if node is None:
        return None
    if not isinstance(node, Mapping):
        number = whole_number(declared.problems, node, 1)
        return None if number is None else Amount(number)
    inner = Fields(node, declared.problems, ("parameter",))
    name = inner.needed_text("parameter")
    here = Here(declared, SUBJECT, Rank.FACT)
    if not name or not known_parameter(here, name, inner.place_of("parameter")):
        return None
    return Amount(0, name)


def _only_the_duty_says(fields: Fields, *names: str) -> None:
    """With `duty`, title, period and words are the duty's own: a second copy could differ."""
    for name in names:
        if name in fields:
            fields.problems.error(
                "wrong-shape",
                fields.key_place(name),
                Text(
                    f"写了 `duty` 就不写 `{name}`：以该义务的为准",
                    f"`{name}` cannot stand beside `duty`, which says it",
                ),
                Text("删去其中一个", "take one of the two out"),
            )
