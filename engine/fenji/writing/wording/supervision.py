"""Inspections in words: how often, and in which way."""

from __future__ import annotations

from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import Mode
from fenji.model.text import Text
from fenji.writing.wording.lexicon import Lexicon

MODE = {
    Mode.KEY_UNIT: Text("重点检查", "key inspection"),
    Mode.RANDOM_DRAW: Text("双随机抽查", "random draw"),
    Mode.ROUTINE: Text("日常检查", "routine check"),
    Mode.SPECIAL: Text("专项检查", "special inspection"),
    Mode.COMPREHENSIVE: Text("综合性检查", "comprehensive inspection"),
    Mode.FOLLOW_UP: Text("督促复查", "follow-up"),
}

_PERIODS = {
    1: Text("每月", "a month"),
    3: Text("每季度", "a quarter"),
    6: Text("每半年", "every half-year"),
    12: Text("每年", "a year"),
}
_TIMES = {1: "once", 2: "twice"}


def frequency_text(frequency: Frequency, words: Lexicon) -> str:
    """`每年 2 次`, `twice a year`; `每 3 年 1 次`, `once in 3 years`."""
    often = _TIMES.get(frequency.times, f"{frequency.times} times")
    period = _period(frequency.months)
    return words.pick(f"{period.zh} {frequency.times} 次", f"{often} {period.en}")


def _period(months: int) -> Text:
    if months in _PERIODS:
        return _PERIODS[months]
    if months % 12 == 0:
        return Text(f"每 {months // 12} 年", f"in {months // 12} years")
    return Text(f"每 {months} 个月", f"in {months} months")
