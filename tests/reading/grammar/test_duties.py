"""Duties, as written and as read."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.model.duty import Binds, Calendar, Duty, Period, Timing
from fenji.model.text import Text
from tests.reading.grammar.small_folder import load, mines, refusal
from tests.reading.grammar.test_items import FLOODED, FROM_FILE


def one(*more: str) -> dict[str, str | None]:
    said = (
        "id: drain, title: 排水, title_en: drain, binds: authority, when: {flooded: true}, "
        "frequency: 每月, frequency_en: monthly"
    )
    return mines(f"duties:\n  - {{{', '.join((said, *more))}}}\n")


def test_a_duty_with_its_period_and_its_date(tmp_path: Path) -> None:
    release = load(tmp_path, one("every: {months: 1}", "last_done: licensed_on"))
    assert release.duties == (
        Duty(
            "drain",
            "mines",
            "mine",
            Text("排水", "drain"),
            Binds.AUTHORITY,
            None,
            FLOODED,
            (),
            Timing.EVERY,
            Period(1, Calendar.MONTHS),
            Text("每月", "monthly"),
            ("mine", "licensed_on"),
            FROM_FILE,
        ),
    )


def test_a_duty_without_a_figure(tmp_path: Path) -> None:
    (duty,) = load(tmp_path, one()).duties
    assert (duty.timing, duty.period, duty.last_done) == (None, None, None)


def test_duties_change_the_digest(tmp_path: Path) -> None:
    digests = {
        load(tmp_path / str(days), one(f"within: {{days: {days}}}")).digest for days in (15, 16)
    }
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        (("every: {months: 1}", "within: {days: 1}"), ["wrong-shape"]),
        (("every: {weeks: 1}",), ["missing-key", "unknown-key"]),
        (("every: {days: 0}",), ["wrong-value"]),
        (("last_done: depth_m",), ["wrong-type"]),
        (("last_done: drained_on",), ["unknown-fact"]),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, written: tuple[str, ...], ids: list[str]
) -> None:
    assert [d.id for d in refusal(tmp_path, one(*written))] == ids


def test_a_duty_may_not_be_called_like_a_rule(tmp_path: Path) -> None:
    rule = (
        "rules:\n  - {id: drain, title: 水, title_en: w, when: {flooded: true}, finding: element}\n"
    )
    files = {name: f"{text}{rule}" for name, text in one().items()}
    assert [d.id for d in refusal(tmp_path, files)] == ["duplicate-id"]


@pytest.mark.parametrize("missing", ["binds: authority, ", "frequency: 每月, "])
def test_whom_it_binds_and_how_often_has_to_be_said(tmp_path: Path, missing: str) -> None:
    files = {name: (text or "").replace(missing, "") for name, text in one().items()}
    assert refusal(tmp_path, files)
