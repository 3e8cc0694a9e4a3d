"""What stands beside a missing clause is the edition before it, not some other text.

Good:  GB35181-2025: missing: [{…, earlier: GB35181-2017}], and GB35181-2017: replaced_by: GB35181-2025
Bad:   earlier: GB18218-2018
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.text import Text

ID = "earlier-edition"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Missing clauses beside which a text would be shown that they did not replace."""
    for instrument in release.instruments.values():
        for missing in instrument.missing:
            earlier = missing.earlier
            if not earlier or release.instruments[earlier].replaced_by == instrument.id:
                continue
            yield Diagnostic(
                ID,
                Level.ERROR,
                Text(
                    f"`{earlier}` 不是 `{instrument.id}` 的旧版",
                    f"`{earlier}` is not the edition before `{instrument.id}`",
                ),
                missing.place,
                Text(
                    f"`{earlier}` 写上 `replaced_by: {instrument.id}`，或者删去 `earlier`",
                    f"write `replaced_by: {instrument.id}` under `{earlier}`, or leave `earlier` out",
                ),
            )
