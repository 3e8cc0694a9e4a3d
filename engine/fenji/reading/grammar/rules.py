"""Rules: a condition over facts, an outcome, a basis."""

from __future__ import annotations

from fenji.model.rule import FindingKind, Rule
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.exclusions import exclusions
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.items import about
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.rule_files import RuleFile
from fenji.reading.node import Node

BRING_TIERS = frozenset({FindingKind.DIRECT_TIER, FindingKind.BASE_TIER})
"""The kinds of findings that bring a tier by themselves."""


def rule(file: RuleFile, node: Node) -> Rule:
    """One rule."""
    fields = Fields(node, file.declared.problems)
    here = file.here(fields, Rank.FINDING)
    when = fields.needed("when")
    fields.needed("finding")
    finding = fields.one_of("finding", FindingKind, FindingKind.ELEMENT)
    return Rule(
        fields.needed_text("id"),
        file.sector,
        here.kind,
        fields.label("title"),
        file.scope_at(here),
        NOTHING if when is None else condition(here, when),
        exclusions(here, fields, about(fields, file.unless)),
        finding,
        _tier(file.declared.problems, fields, finding),
        file.provenance(fields),
        fields.place_of("id"),
    )


def _tier(problems: Problems, fields: Fields, finding: FindingKind) -> Tier | None:
    stated = "tier" in fields
    tier = fields.one_of("tier", Tier, Tier.MAJOR) if stated else None
    if stated == (finding in BRING_TIERS):
        return tier
    words = "`direct_tier`, `base_tier`"
    problems.error(
        "tier-mismatch",
        fields.place_of("tier" if stated else "finding"),
        Text(f"`{finding.value}` 不能写 `tier`", f"`{finding.value}` takes no `tier`")
        if stated
        else Text(f"`{finding.value}` 要写明 `tier`", f"`{finding.value}` needs a `tier`"),
        Text(f"只有 {words} 带 `tier`", f"only {words} bring one")
        if stated
        else Text("写 `tier: major` 之类", "write `tier: major` or another"),
    )
    return tier
