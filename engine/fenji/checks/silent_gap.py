"""What is not encoded is not silent: an instrument held in part says what is missing.

Good:  encoded: part    with    missing: [{clause: 5.3.3 b, …}]
Bad:   encoded: part    without `missing`, though rules of hazards rest on it
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.law import Encoded
from fenji.model.release import Release
from fenji.model.rule import FindingKind
from fenji.model.scenario import Scenario
from fenji.model.text import Text

ID = "silent-gap"
WEIGHTY = frozenset({FindingKind.MAJOR_ACCIDENT_HAZARD, FindingKind.MAJOR_HAZARD_SOURCE})


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Instruments of hazard rules that are held in part and do not say what is left out."""
    carrying = {
        rule.provenance.basis[0].instrument
        for rule in release.rules
        if rule.finding in WEIGHTY and rule.provenance.basis
    }
    for instrument in release.instruments.values():
        held_in_part = instrument.encoded is not Encoded.WHOLE and not instrument.missing
        if held_in_part and instrument.id in carrying:
            yield Diagnostic(
                ID,
                Level.ERROR,
                Text(
                    f"`{instrument.id}` 只收录了一部分，却没有列出未收录的条款",
                    f"`{instrument.id}` is held in part, but does not say which clauses are missing",
                ),
                instrument.place,
                Text("在 missing 中列出", "list them under `missing`, each with its scope"),
            )
