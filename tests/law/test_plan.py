"""The city's plan: each clause on the sectors held is served, or lies outside for a reason."""

from __future__ import annotations

from pathlib import Path

from fenji.reading.checklists import read_checklists
from fenji.reading.plan_coverage import PLAN_COVERAGE, read_plan_coverage
from fenji.reading.release import load_release

RULES = Path(__file__).parents[2] / "rules"
CLAUSES_OF_SECTION = {
    "3.4": 4,  # who is in charge
    "4.4": 17,  # supervision and enforcement
    "6.1": 15,  # hazardous chemicals
    "6.2": 3,  # non-coal mines
    "6.3": 10,  # fire safety
}
CLAUSES = [
    f"{section}.{number}"
    for section, clauses in CLAUSES_OF_SECTION.items()
    for number in range(1, clauses + 1)
]


def test_every_clause_is_served_or_outside_for_a_reason() -> None:
    release = load_release()
    checklists = read_checklists(release)
    clauses = read_plan_coverage(RULES / PLAN_COVERAGE, PLAN_COVERAGE, release, checklists)
    assert [c.clause for c in clauses] == CLAUSES
    outside = [c for c in clauses if not c.served]
    assert all(c.outside is not None and len(c.outside.zh) > 20 for c in outside)
    assert len(outside) <= len(clauses) / 5
