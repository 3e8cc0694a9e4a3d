"""Static checks of a release: what is well formed and can still not be meant.

Each check is a file with the same three names: `ID`, and a generator `check`; its docstring is the
manual page. What the reader refuses at load (unknown names, cycles, wrong types) is not repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fenji.checks import (
    constant_condition,
    earlier_edition,
    every_over_nothing,
    fires_when_inapplicable,
    label_is_title,
    matter_without_edge,
    silent_gap,
    table_rows,
    threshold_outside_range,
    unread_fact,
    untested,
)
from fenji.model.diagnostic import Diagnostic
from fenji.model.release import Release
from fenji.model.scenario import Scenario

CHECKS: tuple[Callable[[Release, Sequence[Scenario]], Iterator[Diagnostic]], ...] = (
    constant_condition.check,
    earlier_edition.check,
    every_over_nothing.check,
    fires_when_inapplicable.check,
    label_is_title.check,
    matter_without_edge.check,
    silent_gap.check,
    table_rows.check,
    threshold_outside_range.check,
    unread_fact.check,
    untested.check,
)


def check(release: Release, scenarios: Sequence[Scenario]) -> list[Diagnostic]:
    """All findings of all checks, by place."""
    found = [diagnostic for one in CHECKS for diagnostic in one(release, scenarios)]
    return sorted(found, key=lambda d: (d.place.path, d.place.line, d.place.column, d.id))
