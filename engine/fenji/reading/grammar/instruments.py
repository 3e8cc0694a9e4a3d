"""Laws, orders, standards and notices: `instruments.yaml`."""

from __future__ import annotations

from fenji.model.dates import PartialDate, partial_date
from fenji.model.law import Encoded, Exclusion, Instrument, Missing, Standing
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.exclusions import exclusions
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.provenance import known_instrument
from fenji.reading.grammar.rule_files import known_entity, known_sector
from fenji.reading.grammar.values import rough_day
from fenji.reading.node import Node

_NO_DAY = partial_date("0001")


def instrument(declared: Declared, node: Node, kinds: frozenset[str]) -> Instrument:
    """One instrument; `kinds` are the entity kinds of the rules that it carries."""
    problems = declared.problems
    fields = Fields(node, problems)
    if "replaced_by" in fields:
        known_instrument(declared, fields, "replaced_by")
    replacement = fields.text("replacement", "stated")
    if replacement not in ("stated", "presumed"):
        problems.error(
            "wrong-value",
            fields.place_of("replacement"),
            Text(
                f"`replacement` 不能是 `{replacement}`", f"`replacement` cannot be `{replacement}`"
            ),
            Text("写 `stated` 或 `presumed`", "write `stated` or `presumed`"),
        )
    fields.needed("standing")
    fields.needed("encoded")
    return Instrument(
        fields.needed_text("id"),
        fields.label("title"),
        fields.text("number"),
        fields.text("issuer"),
        fields.one_of("standing", Standing, Standing.PROPOSAL),
        _first_day(declared, fields),
        rough_day(problems, fields, "until"),
        fields.text("replaced_by") or None,
        replacement == "presumed",
        fields.one_of("encoded", Encoded, Encoded.NONE),
        tuple(_missing(declared, one) for one in fields.items("missing")),
        _exclusions(declared, fields, kinds),
        fields.text("source"),
        fields.place_of("id"),
    )


def _first_day(declared: Declared, fields: Fields) -> PartialDate:
    fields.needed("from")
    return rough_day(declared.problems, fields, "from") or _NO_DAY


def _missing(declared: Declared, node: Node) -> Missing:
    fields = Fields(node, declared.problems)
    kind = fields.text("for", SUBJECT)
    known_entity(declared, fields, kind)
    if fields.needed_text("sector"):
        known_sector(declared, fields, "sector")
    if "earlier" in fields:
        known_instrument(declared, fields, "earlier")
    scope = fields.node("scope")
    here = Here(declared, kind, Rank.CLASSIFICATION)
    return Missing(
        fields.needed_text("clause"),
        fields.label("title"),
        fields.text("sector"),
        kind,
        None if scope is None else condition(here, scope),
        fields.needed_text("finding"),
        fields.one_of("tier", Tier, Tier.MAJOR) if "tier" in fields else None,
        fields.needed_text("why"),
        fields.text("earlier"),
        node.place,
    )


def _exclusions(declared: Declared, fields: Fields, kinds: frozenset[str]) -> tuple[Exclusion, ...]:
    """Read at the nearest kind that all rules of the instrument have in common.

    A name means the same there and on every kind below, since no line has one name twice.
    """
    lines = [declared.names.lineage(kind) for kind in kinds if declared.names.lineage(kind)]
    common = [k for k in lines[0] if all(k in line for line in lines)] if lines else []
    kind = common[0] if common else SUBJECT
    return exclusions(Here(declared, kind, Rank.FINDING), fields)
