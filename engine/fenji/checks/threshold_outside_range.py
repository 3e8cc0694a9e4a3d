"""A threshold lies inside the range of its fact, so that the comparison can come out either way.

Good:  range: {at_least: 0, at_most: 100}   with   {oxygen_percent: {less_than: 19.5}}
Bad:   range: {at_least: 0, at_most: 100}   with   {oxygen_percent: {at_least: 195}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.checks.walking import nodes
from fenji.evaluation.reference.comparing import COMPARING
from fenji.model.condition import Compare
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.dictionary import Kind
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.text import Text
from fenji.model.truth import Truth

ID = "threshold-outside-range"
READ = ("rules", "definitions", "measures", "classifications", "sheets", "policies", "duties")


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Comparisons of a number with figures that decide it before anything is known."""
    for node in nodes(tuple(getattr(release, part) for part in READ)):
        if not isinstance(node, Compare) or not isinstance(node.left, Name):
            continue
        if node.left.stratum is not Stratum.FACT:
            continue
        fact = release.facts[node.left.entity][node.left.name]
        literals = tuple(r.value for r in node.right if isinstance(r, Literal))
        if fact.kind not in (Kind.NUMBER, Kind.COUNT) or len(literals) < len(node.right):
            continue
        if COMPARING[node.word](fact.range, literals) is not Truth.UNKNOWN:
            yield Diagnostic(
                ID,
                Level.ERROR,
                Text(
                    f"与 `{fact.name}` 比较的数值不在其取值范围之内，比较结果恒定",
                    f"the figure that `{fact.name}` is compared with lies outside its range",
                ),
                node.place,
                Text(
                    "改数值，或改字典中的 range",
                    "correct the figure, or the range in the dictionary",
                ),
            )
