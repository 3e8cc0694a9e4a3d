"""Duties in words: who is bound, and the period that a text gives."""

from __future__ import annotations

from fenji.model.duty import Binds, Calendar, Duty, Period, Timing
from fenji.model.text import Text
from fenji.writing.wording.lexicon import Lexicon

BINDS = {
    Binds.ENTERPRISE: Text("企业", "the enterprise"),
    Binds.AUTHORITY: Text("主管部门", "the authorities"),
}

TIMING = {
    Timing.EVERY: Text("每 {}", "every {}"),
    Timing.WITHIN: Text("{}以内", "within {}"),
    Timing.AHEAD: Text("提前 {}", "{} ahead"),
    Timing.KEEP: Text("保存 {}", "kept for {}"),
}

_UNITS = {
    Calendar.DAYS: Text("日", "day"),
    Calendar.MONTHS: Text("个月", "month"),
    Calendar.YEARS: Text("年", "year"),
}


def timing_text(duty: Duty, words: Lexicon) -> str:
    """`每 6 个月`; empty where the text gives no figure."""
    if duty.timing is None or duty.period is None:
        return ""
    return words.say(TIMING[duty.timing]).format(period_text(duty.period, words))


def period_text(period: Period, words: Lexicon) -> str:
    """`6 个月`, `15 days`."""
    unit = words.say(_UNITS[period.unit])
    many = "s" if words.language == "en" and period.number > 1 else ""
    return f"{period.number} {unit}{many}"
