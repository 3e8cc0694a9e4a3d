"""Tiers in words. Nothing here says "safe", and ungraded is never low."""

from __future__ import annotations

from fenji.model.text import Text
from fenji.model.tier import LABEL, UNGRADED, Tier, TierRange
from fenji.writing.wording.lexicon import Lexicon

COLOUR_NAME = {
    Tier.LOW: Text("蓝", "blue"),
    Tier.GENERAL: Text("黄", "yellow"),
    Tier.CONSIDERABLE: Text("橙", "orange"),
    Tier.MAJOR: Text("红", "red"),
}


def tier_text(tier: Tier | None, words: Lexicon) -> str:
    """`重大风险（红）`; `未定级`."""
    if tier is None:
        return words.say(UNGRADED)
    label, colour = words.say(LABEL[tier]), words.say(COLOUR_NAME[tier])
    return words.pick(f"{label}（{colour}）", f"{label} ({colour})")


def tier_word(tier: Tier | None, words: Lexicon) -> str:
    """`重大风险`: the tier without the name of its colour."""
    return words.say(UNGRADED if tier is None else LABEL[tier])


def range_word(span: TierRange, words: Lexicon) -> str:
    """`较大风险至重大风险`, or the one tier where both ends agree."""
    if span.certain is span.possible:
        return tier_word(span.certain, words)
    low, high = tier_word(span.certain, words), tier_word(span.possible, words)
    return words.pick(f"{low}至{high}", f"{low} to {high}")
