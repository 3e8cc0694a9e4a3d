"""A page as blocks of styled words, before it is text for a terminal or Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fenji.model.tier import Tier

Tone = Literal[
    "plain", "strong", "faint", "name", "warning", "red", "orange", "yellow", "blue", "grey"
]

TIER_TONE: dict[Tier | None, Tone] = {
    None: "grey",
    Tier.LOW: "blue",
    Tier.GENERAL: "yellow",
    Tier.CONSIDERABLE: "orange",
    Tier.MAJOR: "red",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one tone."""

    text: str
    tone: Tone = "plain"


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What the page is about, and a line under it."""

    text: str
    below: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a section, with a count where there is one."""

    text: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few words across the page."""

    line: Line


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column titles (none: no line of titles)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A line with lines that hang below it."""

    line: Line
    parts: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list: its line, lines of detail under it, and why it is so."""

    line: Line
    details: tuple[Line, ...] = ()
    tree: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Divider:
    """The end of one thing."""


Block = Title | Heading | Paragraph | Table | Entry | Divider
Page = tuple[Block, ...]


def line(*runs: str | Run) -> Line:
    """A line of words, plain unless they say otherwise; empty words are left out."""
    made = (Run(run) if isinstance(run, str) else run for run in runs)
    return tuple(run for run in made if run.text)


def faint(text: str) -> Run:
    """Words that may be passed over."""
    return Run(text, "faint")


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, "strong")


def plain_text(words: Iterable[Run]) -> str:
    """A line without its tones."""
    return "".join(run.text for run in words)
