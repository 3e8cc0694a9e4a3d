"""A comparison with what does not apply is false: under `not` that would make a rule hold for nothing.

Good:  when: {has_shaft: true, not: {shaft_depth_m: {at_most: 300}}}
Bad:   when: {not: {shaft_depth_m: {at_most: 300}}}     true of an open pit, which has no shaft
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.checks.walking import conjuncts, nodes, polarised
from fenji.model.condition import Compare, Condition
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.dictionary import FactDefinition
from fenji.model.duty import Duty
from fenji.model.expression import Name, Stratum
from fenji.model.release import Release
from fenji.model.rule import Rule
from fenji.model.scenario import Scenario
from fenji.model.text import Text

ID = "fires-when-inapplicable"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Rules and duties that read a fact under `not` (or `no`) without asking that it apply."""
    for rule in release.rules_and_duties:
        for fact, condition in _negated(release, rule):
            if not _asked(rule, fact):
                name = fact.name
                yield Diagnostic(
                    ID,
                    Level.ERROR,
                    Text(
                        f"`{name}` 不适用时比较为假，经 `not` 反成真，规则会凭“不适用”成立",
                        f"where `{name}` does not apply, `not` turns the false comparison true",
                    ),
                    condition.place,
                    Text(
                        f"在同一条件里写上 `{name}` 的适用条件",
                        f"ask in the same condition for what makes `{name}` apply",
                    ),
                )


def _negated(release: Release, rule: Rule | Duty) -> Iterator[tuple[FactDefinition, Condition]]:
    for condition, positive in polarised(rule.when):
        if positive or not isinstance(condition, Compare):
            continue
        for node in nodes(condition):
            if isinstance(node, Name) and node.stratum is Stratum.FACT:
                fact = release.facts[node.entity][node.name]
                if fact.applies_when is not None:
                    yield fact, condition


def _asked(rule: Rule | Duty, fact: FactDefinition) -> bool:
    """Whether everything the fact needs stands among what the rule asks for anyway."""
    asked = {*conjuncts(rule.scope), *conjuncts(rule.when)}
    return all(part in asked for part in conjuncts(fact.applies_when))
