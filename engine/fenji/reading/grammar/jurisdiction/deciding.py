"""What decides: principles, rankings, level rules; and what the documents leave open."""

from __future__ import annotations

from fenji.model.jurisdiction.blind_spot import BlindSpot
from fenji.model.jurisdiction.edge import EdgeKind, Nature
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.principle import Principle, Rank, Ranking
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.matters import of_subject
from fenji.reading.grammar.jurisdiction.naming import departments, matters, unit_of_level
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.grammar.values import whole_number

_NEVER_LEADS = (EdgeKind.EXCLUDES, EdgeKind.DELEGATES, EdgeKind.HANDS_OVER)


def principle(declared: Declared, fields: Fields, above: Inherited) -> Principle:
    """One principle."""
    kind = fields.one_of("kind", EdgeKind, EdgeKind.DUTY) if "kind" in fields else None
    if kind in _NEVER_LEADS:
        declared.problems.error(
            "wrong-value",
            fields.place_of("kind"),
            Text(f"`{kind.value}` 得不出牵头部门", f"`{kind.value}` finds no lead"),
            Text(
                "写 `duty`、`licence`、`trade`、`place` 或 `falls_back_to`",
                "write `duty`, `licence`, `trade`, `place` or `falls_back_to`",
            ),
        )
    if kind is None:
        fields.needed("settles")
    return Principle(
        fields.needed_text("id"),
        _order(declared, fields),
        fields.label("title"),
        kind,
        fields.one_of("nature", Nature, Nature.ORDINARY) if "nature" in fields else None,
        fields.label("settles"),
        provenance(declared, fields, above),
        fields.place_of("id"),
    )


def ranking(declared: Declared, fields: Fields, above: Inherited) -> Ranking:
    """One step of ranking."""
    fields.needed("by")
    return Ranking(
        fields.needed_text("id"),
        _order(declared, fields),
        fields.label("title"),
        fields.one_of("by", Rank, Rank.ANY),
        provenance(declared, fields, above),
        fields.place_of("id"),
    )


def level_rule(declared: Declared, fields: Fields, above: Inherited) -> LevelRule:
    """One level rule."""
    fields.needed("level")
    delegated = "delegated_from" in fields
    return LevelRule(
        fields.needed_text("id"),
        _order(declared, fields),
        fields.label("title"),
        departments(declared, fields.words("departments")),
        matters(declared, fields.words("matters")),
        of_subject(declared, fields),
        fields.one_of("level", EnforcementLevel, EnforcementLevel.COUNTY),
        unit_of_level(declared, fields),
        fields.one_of("delegated_from", EnforcementLevel, EnforcementLevel.COUNTY)
        if delegated
        else None,
        provenance(declared, fields, above),
        fields.place_of("id"),
    )


def blind_spot(declared: Declared, fields: Fields, above: Inherited) -> BlindSpot:
    """One field in which it is open who is in charge."""
    return BlindSpot(
        fields.needed_text("id"),
        fields.label("title"),
        matters(declared, fields.words("matters")),
        tuple(word.text for word in fields.words("clauses")),
        fields.label("open"),
        provenance(declared, fields, above),
        fields.place_of("id"),
    )


def _order(declared: Declared, fields: Fields) -> int:
    node = fields.needed("order")
    return 0 if node is None else whole_number(declared.problems, node, 0) or 0
