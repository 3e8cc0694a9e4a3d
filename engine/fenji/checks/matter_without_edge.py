"""A matter leads somewhere, or is known to be open: else nobody noticed that nobody is in charge.

Good:  an activity with an edge to a department, a licence, or an entry under `blind_spots`
Bad:   an activity that subjects can name, and that no edge begins at
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.jurisdiction.edge import EdgeKind
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.text import Text

ID = "matter-without-edge"
_ELSEWHERE = (EdgeKind.EXCLUDES, EdgeKind.HANDS_OVER)
"""What leads to no department in charge."""


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Matters from which no edge leads to a department. A warning: edges may be on their way."""
    chart = release.chart
    led = {edge.of for edge in chart.edges if edge.kind not in _ELSEWHERE}
    known_open = {matter for spot in chart.blind_spots for matter in spot.matters}
    for matter in chart.matters.values():
        if matter.id not in led | known_open:
            yield Diagnostic(
                ID,
                Level.WARNING,
                Text(
                    f"没有边从 `{matter.id}` 通向任何部门",
                    f"no edge leads from `{matter.id}` to a department",
                ),
                matter.place,
                Text(
                    "写出它的 `edges` 或 `licences`；文件未定的写进 `blind_spots`",
                    "write its `edges` or `licences`; where the documents leave it open, `blind_spots`",
                ),
            )
