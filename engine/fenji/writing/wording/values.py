"""What a value could be, said with its unit and the labels of its choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from fenji.model.text import Text
from fenji.model.value import Choice, DateSpan, Member, NumberSpan, SetSpan, Value
from fenji.writing.wording.lexicon import Lexicon, Named, member_key
from fenji.writing.wording.numbers import number_text

MOST_MEMBERS = 4


def value_text(value: Value | None, named: Named, words: Lexicon) -> str:
    """`29.9 米`, `1 至 50 吨`, `至少 0.4 吨`, `未知`, `不适用`; choices by their labels."""
    if value is None:
        return words.pick("不适用", "not applicable")
    if isinstance(value, NumberSpan):
        if value == named.range and value.low != value.high:
            return _unknown(words)
        unit = unit_text(named.unit, words)
        low = None if value.low is None else number_text(value.low)
        high = None if value.high is None else number_text(value.high)
        return _span(low, high, unit, words)
    if isinstance(value, DateSpan):
        return _days(_day(value.low), _day(value.high), words)
    if isinstance(value, Choice):
        return _choice(value, named.options, words)
    return _set(value, named.options, words)


def member_text(member: Member, options: Mapping[str, Text], words: Lexicon) -> str:
    """One member of a choice by its label; a yes or no in words."""
    if isinstance(member, bool):
        return words.pick("是", "yes") if member else words.pick("否", "no")
    label = options.get(member_key(member))
    if label is not None:
        return words.say(label)
    return number_text(member) if isinstance(member, Fraction) else member


def unit_text(unit: str, words: Lexicon) -> str:
    """The unit as it follows a number: its Chinese name, or its symbol."""
    found = words.release.units.by_name.get(unit)
    if found is None:
        return unit
    return words.pick(found.label.zh, found.name)


def joined(parts: Iterable[str], words: Lexicon) -> str:
    """Several things in a row."""
    return words.pick("、", ", ").join(parts)


def either(parts: Iterable[str], words: Lexicon) -> str:
    """One of several things."""
    return words.pick(" 或 ", " or ").join(parts)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _days(low: str | None, high: str | None, words: Lexicon) -> str:
    if low is None and high is not None:
        return f"{words.pick('不晚于', 'on or before')} {high}"
    if high is None and low is not None:
        return f"{words.pick('不早于', 'on or after')} {low}"
    return _span(low, high, "", words)


def _span(low: str | None, high: str | None, unit: str, words: Lexicon) -> str:
    after = f" {unit}" if unit else ""
    if low is None and high is None:
        return _unknown(words)
    if low is not None and low == high:
        return low + after
    if low is None:
        return f"{words.pick('至多', 'at most')} {high}{after}"
    if high is None:
        return f"{words.pick('至少', 'at least')} {low}{after}"
    return f"{low} {words.pick('至', 'to')} {high}{after}"


def _choice(value: Choice, options: Mapping[str, Text], words: Lexicon) -> str:
    members = value.members
    if members is None or members == {True, False}:
        return _unknown(words)
    if not members:
        return words.pick("无一可能", "nothing it could be")
    keys = {member_key(m) for m in members}
    if len(keys) > 1 and options and keys >= set(options):
        return _unknown(words)
    if len(members) > MOST_MEMBERS:
        count = len(members)
        return words.pick(f"未知（{count} 种可能）", f"unknown ({count} possibilities)")
    return either((member_text(m, options, words) for m in _in_order(members, options)), words)


def _in_order(members: frozenset[Member], options: Mapping[str, Text]) -> list[Member]:
    """As the dictionary lists them, so that the same set always reads the same."""
    places = {key: at for at, key in enumerate(options)}
    return sorted(members, key=lambda m: (places.get(member_key(m), len(places)), member_key(m)))


def _set(value: SetSpan, options: Mapping[str, Text], words: Lexicon) -> str:
    certain = joined(_labels(value.certain, options, words), words)
    if value.possible is None:
        if not certain:
            return _unknown(words)
        return words.pick(f"{certain}，可能还有其他", f"{certain}, perhaps more")
    perhaps = value.possible - value.certain
    if len(perhaps) > MOST_MEMBERS:
        count = len(perhaps)
        if not certain:
            return words.pick(f"未知（{count} 种可能）", f"unknown ({count} possibilities)")
        more = words.pick(f"，可能还有 {count} 种", f", perhaps more ({count} possibilities)")
        return certain + more
    if not perhaps:
        return certain or words.pick("无", "none")
    more = joined(_labels(perhaps, options, words), words)
    if not certain:
        return words.pick(f"可能有 {more}", f"perhaps {more}")
    return words.pick(f"{certain}，可能还有 {more}", f"{certain}, perhaps {more}")


def _labels(members: frozenset[str], options: Mapping[str, Text], words: Lexicon) -> Iterable[str]:
    return (member_text(m, options, words) for m in _in_order(frozenset(members), options))


def _unknown(words: Lexicon) -> str:
    return words.pick("未知", "unknown")
