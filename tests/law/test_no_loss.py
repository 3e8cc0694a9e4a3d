"""Nothing of the reference is lost: each row is carried or left out for a reason, and no rule reads
fewer facts than its row's draft condition without saying why.

`reference_rows.yaml` holds the rows by id. What fails here is a list of rows, each with what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from fenji.checks.beside import carried_and_left_out
from fenji.checks.carried import Carrier, carried
from fenji.model.left_out import LeftOut, WhyLeftOut
from fenji.model.release import Release
from fenji.reading.left_out import read_left_out
from fenji.reading.release import load_release

ROOT = Path(__file__).parents[2]
ROWS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "reference_rows.yaml").read_text("utf-8")
)
SECTORS = {
    "01_hazardous_chemicals": ROWS["sector_1"],
    "02_non_coal_mines": ROWS["sector_2"],
    "03_fire": ROWS["sector_3"],
    "jurisdiction": ROWS["jurisdiction"],
}
EVERY: dict[str, Any] = {row: known for rows in ROWS.values() for row, known in rows.items()}
MOST_LEFT_OUT = 0.05
of_each_sector = pytest.mark.parametrize("sector", SECTORS)


@cache
def release() -> Release:
    return load_release()


@cache
def carriers() -> Mapping[str, tuple[Carrier, ...]]:
    return carried(release())


@cache
def left_out(sector: str) -> tuple[LeftOut, ...]:
    file = ROOT / "rules" / sector / "left_out.yaml"
    return read_left_out(file, str(file.relative_to(ROOT)), release(), SECTORS[sector].keys())


@of_each_sector
def test_every_row_is_carried_or_left_out_for_a_reason(sector: str) -> None:
    reasoned = {one.row for one in left_out(sector)}
    rows = SECTORS[sector]
    assert [row for row in rows if row not in carriers() and row not in reasoned] == []


def test_every_row_that_something_covers_is_a_row_of_the_reference() -> None:
    unknown = {row: [c.name for c in several] for row, several in carriers().items()}
    assert {row: names for row, names in unknown.items() if row not in EVERY} == {}


@of_each_sector
def test_no_row_is_both_carried_and_left_out(sector: str) -> None:
    assert [str(d.place) for d in carried_and_left_out(release(), left_out(sector))] == []


@of_each_sector
def test_few_of_the_verified_rows_are_left_out(sector: str) -> None:
    rows = SECTORS[sector].items()
    verified = [row for row, known in rows if known["confidence"] == "verified"]
    lost = sorted({one.row for one in left_out(sector)} & set(verified))
    assert len(lost) <= MOST_LEFT_OUT * len(verified), lost


def test_a_rule_reads_no_fewer_facts_than_its_row_or_says_why() -> None:
    fewer = {}
    for row, several in carriers().items():
        wanted = len(EVERY[row]["reads"]) if row in EVERY else 0
        read = frozenset().union(*(carrier.reads for carrier in several))
        if len(read) < wanted and not any(carrier.note for carrier in several):
            fewer[row] = f"{sorted(name for _, name in read)} of {EVERY[row]['reads']}"
    assert fewer == {}


def test_a_text_that_was_not_read_is_missing_from_its_instrument() -> None:
    """In sector 1 the clause stands at the end of the row's id; decisions in its scope stay open."""
    clauses = {m.clause for law in release().instruments.values() for m in law.missing}
    lost = left_out("01_hazardous_chemicals")
    unread = [one.row for one in lost if one.reason is WhyLeftOut.TEXT_NOT_READ]
    assert [row for row in unread if row.rpartition("-")[2] not in clauses] == []
