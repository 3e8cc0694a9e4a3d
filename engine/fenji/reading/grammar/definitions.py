"""Definitions: conditions with a name."""

from __future__ import annotations

from fenji.model.condition import All, Condition
from fenji.model.rule import Definition
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.rule_files import RuleFile
from fenji.reading.node import Node


def definition(file: RuleFile, node: Node) -> Definition:
    """One definition; the scope of its file is part of its condition."""
    fields = Fields(node, file.declared.problems)
    here = file.here(fields, Rank.MEASURE)
    return Definition(
        fields.needed_text("name"),
        file.sector,
        here.kind,
        fields.label("label"),
        _within(file, here, fields),
        file.provenance(fields),
        fields.place_of("name"),
    )


def _within(file: RuleFile, here: Here, fields: Fields) -> Condition:
    node = fields.needed("when")
    when = NOTHING if node is None else condition(here, node)
    scope = file.scope_at(here)
    return when if scope is None else All((scope, when), fields.place_of("when"))
