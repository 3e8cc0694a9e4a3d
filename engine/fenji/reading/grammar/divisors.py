"""A formula may not divide by what could be 0."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.expression import Arithmetic
from fenji.model.release import Release
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.spans import Spans, holds_zero
from fenji.reading.grammar.walking import Node, everything_in, read_by


def check_divisors(problems: Problems, release: Release) -> None:
    """Note every divisor whose span holds 0, at its place in the formula."""
    spans = Spans(release)
    for outermost in _everywhere(release):
        for node in everything_in(outermost):
            if (
                isinstance(node, Arithmetic)
                and node.sign == "/"
                and holds_zero(spans.of(node.right))
            ):
                problems.error(
                    "zero-divisor",
                    node.right.place,
                    Text("除数可能是 0", "this divisor can be 0"),
                    Text(
                        "改写成乘积（`a / b` 至少 c，即 `a` 至少 `c * b`），或在字典里写明 `range`",
                        "write the product (`a / b` at least c is `a` at least `c * b`), "
                        "or say by `range` that it never is 0",
                    ),
                )


def _everywhere(release: Release) -> Iterator[Node]:
    for items in (
        release.definitions,
        release.measures,
        release.classifications,
        release.sheets,
        release.rules,
        release.duties,
    ):
        for item in items:
            yield from read_by(item)
    for instrument in release.instruments.values():
        yield from (exclusion.when for exclusion in instrument.unless)
        yield from (m.scope for m in instrument.missing if m.scope is not None)
    for sector in release.sectors.values():
        yield sector.applies
    for facts in release.facts.values():
        yield from (f.applies_when for f in facts.values() if f.applies_when is not None)
    for policy in release.policies:
        yield from (step.when for step in policy.steps if step.when is not None)
    yield from release.chart.conditions
    yield from release.schedule.conditions
