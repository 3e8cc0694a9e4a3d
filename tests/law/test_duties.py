"""The duties of sector 1 as data: all rows of the reference, told apart by whom they bind."""

from __future__ import annotations

from fenji.model.duty import Binds, Calendar, Timing
from fenji.reading.release import load_release

ROWS = {f"SUP-{number:02}" for number in range(1, 35)}


def test_all_rows_on_supervision_are_duties() -> None:
    covered = {row for duty in load_release().duties for row in duty.provenance.covers}
    assert {row for row in covered if row.startswith("SUP-")} == ROWS


def test_those_of_authorities_are_told_apart() -> None:
    of_authorities = {
        row
        for duty in load_release().duties
        if duty.binds is Binds.AUTHORITY
        for row in duty.provenance.covers
        if row.startswith("SUP-")
    }
    numbers = (3, 4, 9, 10, 14, 15, 16, 19, 20, 21, 22, 31, 32, 33)
    assert of_authorities == {f"SUP-{number:02}" for number in numbers}


def test_the_figures_are_those_of_the_texts() -> None:
    found = {
        duty.id.removeprefix("chem.duty."): (duty.timing, duty.period.number, duty.period.unit)
        for duty in load_release().duties
        if duty.id.startswith("chem.duty.") and duty.period is not None
    }
    every, within = Timing.EVERY, Timing.WITHIN
    days, months, years = Calendar.DAYS, Calendar.MONTHS, Calendar.YEARS
    assert found == {
        "source-assessment": (every, 3, years),
        "source-filing": (within, 15, days),
        "special-plan-drill": (every, 1, years),
        "site-plan-drill": (every, 6, months),
        "monitoring-data": (Timing.KEEP, 30, days),
        "technical-owner-check": (every, 3, months),
        "operating-owner-check": (every, 7, days),
        "report-levels-1-2": (every, 3, months),
        "report-level-1": (every, 6, months),
        "special-supervision-rounds": (every, 6, months),
        "emergency-drill": (every, 6, months),
        "safety-evaluation": (every, 3, years),
        "safety-evaluation-2011": (every, 3, years),
        "diagnosis": (every, 3, years),
        "licence-renewal": (every, 3, years),
        "fireworks-wholesale-licence": (every, 3, years),
        "fireworks-retail-licence": (every, 2, years),
        "high-consequence-areas": (every, 18, months),
        "flow-filing": (within, 3, days),
        "flow-filing-2011": (within, 5, days),
        "park-assessment": (every, 3, years),
        "key-inspection": (every, 1, years),
        "pipeline-works-notice": (Timing.AHEAD, 7, days),
    }
