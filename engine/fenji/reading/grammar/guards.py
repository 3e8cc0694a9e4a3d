"""A look-up in a table that is not exhaustive stands only where `listed` has been asked."""

from __future__ import annotations

from fenji.model.condition import All, Any, Condition, Counted, Listed, Quantified
from fenji.model.expression import Lookup
from fenji.model.release import Release
from fenji.model.rule import Classification, Definition, Measure, Sheet
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.walking import Item, Node, parts

_Asked = frozenset[tuple[str, tuple[object, ...]]]
"""The tables that were asked, each with what stood for its keys."""

_NOTHING: _Asked = frozenset()


def check_guards(problems: Problems, release: Release) -> None:
    """Note every look-up that may find no row."""
    loose = frozenset(name for name, table in release.tables.items() if not table.exhaustive)
    guards = _Guards(problems, loose)
    items: tuple[Item, ...] = (
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
        *release.rules,
        *release.duties,
    )
    for item in items:
        guards.check_item(item)
    for instrument in release.instruments.values():
        for exclusion in instrument.unless:
            guards.check(exclusion.when, _NOTHING)
        for missing in instrument.missing:
            guards.check(missing.scope, _NOTHING)
    for sector in release.sectors.values():
        guards.check(sector.applies, _NOTHING)
    for fact in (fact for facts in release.facts.values() for fact in facts.values()):
        guards.check(fact.applies_when, _NOTHING)
    for step in (step for policy in release.policies for step in policy.steps):
        guards.check(step.when, _NOTHING)
    for condition in (*release.chart.conditions, *release.schedule.conditions):
        guards.check(condition, _NOTHING)


class _Guards:
    def __init__(self, problems: Problems, loose: frozenset[str]) -> None:
        self._problems = problems
        self._loose = loose

    def check_item(self, item: Item) -> None:
        """All conditions of an item, each value under the condition of its own case."""
        if isinstance(item, Definition):
            self.check(item.when, _NOTHING)
        elif isinstance(item, Measure):
            for case in item.cases:
                self._case(case.when, _NOTHING, case.value)
        elif isinstance(item, Sheet):
            scope = _asked(item.scope)
            self.check(item.base, scope)
            for entry in (entry for part in item.items for entry in part.entries):
                self._case(entry.when, scope, entry.points, entry.times)
        else:
            scope = _asked(item.scope)
            self.check(item.scope, _NOTHING)
            if isinstance(item, Classification):
                for one in item.cases:
                    self._case(one.when, scope, one.computed)
            else:
                self.check(item.when, scope)
            for exclusion in item.unless:
                self.check(exclusion.when, scope)

    def _case(self, when: Condition | None, above: _Asked, *values: Node | None) -> None:
        self.check(when, above)
        for value in values:
            self.check(value, above | _asked(when))

    def check(self, node: Node | None, asked: _Asked) -> None:
        """One condition or expression, of which the tables in `asked` have a matching row."""
        if node is None:
            return
        if isinstance(node, Lookup) and node.table in self._loose:
            self._look(node, asked)
        if isinstance(node, All):
            asked = asked | _asked(node)
        elif isinstance(node, Quantified | Counted):
            # Asked of the parent, it says nothing of a child that reads a key of its own.
            asked = _NOTHING
        for part in parts(node):
            self.check(part, asked)

    def _look(self, node: Lookup, asked: _Asked) -> None:
        if (node.table, node.by) in asked:
            return
        self._problems.error(
            "unguarded-lookup",
            node.place,
            Text(
                f"表 `{node.table}` 不是穷尽的，可能查不到",
                f"table `{node.table}` is not exhaustive: there may be no row to find",
            ),
            Text(
                f"在同一条件里加 `listed: {{table: {node.table}}}`（键也要相同）",
                f"ask `listed: {{table: {node.table}}}` in the same condition, by the same keys",
            ),
        )


def _asked(node: Condition | None) -> _Asked:
    """The tables that a condition asks for. In an `any` the other parts are taken at their word:
    they may say that some row matches though nobody knows yet which."""
    if isinstance(node, Listed):
        return frozenset({(node.table, node.by)})
    if isinstance(node, All | Any):
        return frozenset().union(*(_asked(part) for part in node.of))
    return _NOTHING
