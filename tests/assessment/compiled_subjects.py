"""Subjects of all sorts for holding compiled decisions against the reference's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import TypeVar

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.reading.scenarios import read_scenarios
from fenji.reading.submission import read_submissions
from tests.agreement.facts import facts_of

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 3, 1)
DRAWN = 8
T = TypeVar("T")


def examples(release: Release) -> Iterator[Submission]:
    """The submissions of the examples."""
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        yield from read_submissions(path, release)


@lru_cache(maxsize=1)
def of_scenarios(release: Release) -> tuple[Submission, ...]:
    """The facts of the last scenario of each file of rules."""
    found = []
    for path in sorted((ROOT / "rules").rglob("*_test.yaml")):
        given = [s.submission for s in read_scenarios(path, release) if s.submission is not None]
        found += given[-1:]
    return tuple(found)


@lru_cache(maxsize=2)
def drawn(release: Release, as_of: date = AS_OF) -> tuple[Submission, ...]:
    """Facts of everything in the dictionary, drawn by chance: gaps, spans, odd days, some refused."""
    facts = facts_of(release, as_of)
    return tuple(facts.drawn(Random(seed)) for seed in range(DRAWN))


def outcome(decided: Callable[[], T]) -> T | tuple[Diagnostic, ...]:
    """What came out, or why it was refused."""
    try:
        return decided()
    except Refused as refused:
        return tuple(refused.diagnostics)
