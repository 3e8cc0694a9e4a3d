"""The four tiers of risk, and what can be said of a tier when facts are missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fenji.model.text import Text


class Tier(Enum):
    """重大/red, 较大/orange, 一般/yellow, 低/blue; the value is the word in YAML and JSON."""

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and these are keys

    LOW = "low"
    GENERAL = "general"
    CONSIDERABLE = "considerable"
    MAJOR = "major"


ORDER = (Tier.LOW, Tier.GENERAL, Tier.CONSIDERABLE, Tier.MAJOR)
"""From the best to the worst."""

COLOUR = {
    Tier.LOW: "blue",
    Tier.GENERAL: "yellow",
    Tier.CONSIDERABLE: "orange",
    Tier.MAJOR: "red",
}

LABEL = {
    Tier.LOW: Text("低风险", "low"),
    Tier.GENERAL: Text("一般风险", "general"),
    Tier.CONSIDERABLE: Text("较大风险", "considerable"),
    Tier.MAJOR: Text("重大风险", "major"),
}
UNGRADED = Text("未定级", "ungraded")


def rank(tier: Tier | None) -> int:
    """0 for ungraded, then 1 (low) to 4 (major). Only for comparing."""
    return _RANKS[tier]


_RANKS: dict[Tier | None, int] = {tier: at for at, tier in enumerate((None, *ORDER))}


def worse(a: Tier | None, b: Tier | None) -> Tier | None:
    """The worse of the two; a graded one is worse than none."""
    return a if _RANKS[a] >= _RANKS[b] else b


def better(a: Tier | None, b: Tier | None) -> Tier | None:
    """The better of the two; none is better than any, for it claims nothing."""
    return a if _RANKS[a] <= _RANKS[b] else b


def moved(tier: Tier | None, steps: int) -> Tier | None:
    """So many steps worse (or better, if negative), within the four; ungraded stays ungraded."""
    if tier is None:
        return None
    return ORDER[max(0, min(len(ORDER) - 1, ORDER.index(tier) + steps))]


@dataclass(frozen=True, slots=True)
class TierRange:
    """`certain` holds whatever the missing facts are; `possible` is the worst still open.

    `None` is ungraded, which is not low.
    """

    certain: Tier | None
    possible: Tier | None


UNGRADED_RANGE = TierRange(None, None)
