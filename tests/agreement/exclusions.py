"""Exclusions, drawn: with and without a claim of the enterprise."""

from __future__ import annotations

from fenji.model.law import Exclusion, Standing
from tests.agreement.conditions import condition, simple
from tests.agreement.drawing import Drawing
from tests.evaluation.vocabulary import LABEL


def exclusions(draw: Drawing, kind: str, *, most: int = 2) -> tuple[Exclusion, ...]:
    """None, or some."""
    several = range(draw.random.randint(1, most)) if draw.chance(50) else ()
    return tuple(
        Exclusion(condition(draw, kind, 1), (), LABEL, draw.chance(50), Standing.LAW)
        for _ in several
    )


def shared(draw: Drawing, kind: str) -> tuple[Exclusion, ...]:
    """What an instrument takes from all its rules: it can be read at every kind below."""
    return tuple(
        Exclusion(simple(draw, kind), (), LABEL, claimed, Standing.LAW)
        for claimed in (False, True)
        if draw.chance(60)
    )
