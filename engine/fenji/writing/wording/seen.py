"""Values that were read, with where they come from."""

from __future__ import annotations

from fenji.model.reason import Seen
from fenji.model.text import Text
from fenji.writing.wording.entities import kind_of
from fenji.writing.wording.expressions import SIGNS, TIGHTNESS
from fenji.writing.wording.lexicon import Lexicon, Named
from fenji.writing.wording.values import value_text
from fenji.writing.wording.vocabulary import SOURCE

AGGREGATES = {
    "sum": Text("合计", "total"),
    "min": Text("最小", "smallest"),
    "max": Text("最大", "largest"),
    "count": Text("数目", "number"),
}
OTHERS = {
    "min": Text("其中较小者", "the smaller of them"),
    "max": Text("其中较大者", "the larger of them"),
    "days_since": Text("至今天数", "days since"),
    "months_since": Text("至今足月数", "whole months since"),
    "years_since": Text("至今足年数", "whole years since"),
    "months_ended": Text("至今已届满的月数", "months ended since"),
}
"""How evaluators label what was computed without a name of its own."""


def seen_text(seen: Seen, words: Lexicon) -> str:
    """`29.9 米（企业申报 2026-02-11）`: the value alone, without its name."""
    return seen_value(seen, words) + seen_origin(seen, words)


def seen_value(seen: Seen, words: Lexicon) -> str:
    """The value with its unit and labels."""
    return value_text(seen.value, _named(seen, words), words)


def seen_origin(seen: Seen, words: Lexicon) -> str:
    """Source and day in brackets, where they are stated."""
    parts = []
    if seen.source is not None:
        parts.append(words.say(SOURCE[seen.source]))
    if seen.at is not None:
        parts.append(seen.at.isoformat())
    if not parts:
        return ""
    return words.pick(f"（{' '.join(parts)}）", f" ({' '.join(parts)})")


def seen_name(seen: Seen, words: Lexicon) -> str:
    """What was read: the label of a name, the title of a table, the formula with its figures."""
    if seen.label in SIGNS:
        return _formula(seen, words)
    how, colon, kind = seen.label.partition(":")
    if colon and how in AGGREGATES:
        said = AGGREGATES[how]
        return words.pick(f"{said.zh}（各{words.kind(kind)}）", f"{said.en} ({words.kind(kind)})")
    if seen.label in OTHERS:
        return words.say(OTHERS[seen.label])
    return words.say(_named(seen, words).label)


def _formula(seen: Seen, words: Lexicon) -> str:
    """`12.5 吨 ÷ 10 =`: the figures that were put in, before what came out."""
    parts = (_operand(part, seen.label, words) for part in seen.parts)
    return f" {SIGNS[seen.label]} ".join(parts) + " ="


def _operand(part: Seen, sign: str, words: Lexicon) -> str:
    if part.label not in SIGNS:
        return seen_value(part, words)
    inner = _formula(part, words).removesuffix(" =")
    return f"({inner})" if TIGHTNESS[part.label] <= TIGHTNESS[sign] else inner


def _named(seen: Seen, words: Lexicon) -> Named:
    table, dot, column = seen.label.partition(".")
    found = words.release.tables.get(table)
    if dot and found is not None:
        several = len(found.gives) > 1
        zh = f"“{found.title.zh}”" + (f" {column}" if several else "")
        en = f"“{found.title.in_('en')}”" + (f" {column}" if several else "")
        return Named(Text(zh, en), "", {})
    return words.named(kind_of(seen.entity, words), seen.label)
