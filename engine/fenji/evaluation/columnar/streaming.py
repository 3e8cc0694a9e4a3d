"""Populations larger than memory: cut into chunks of subjects with all that stands below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import polars as pl

from fenji.evaluation.columnar.frames import PARENT, Frames
from fenji.evaluation.columnar.judging import Judgement, judged
from fenji.evaluation.columnar.plan import Plan
from fenji.model.submission import SUBJECT

CHUNK = 100_000
"""Subjects at a time: enough that a column costs more than the call for it, few enough for the cache."""


def stream(plan: Plan, batches: Iterable[Frames], chunk: int = CHUNK) -> Iterator[Judgement]:
    """Judges batch after batch, in chunks; nothing of one is kept for the next."""
    for frames in batches:
        for part in cut(plan, frames, chunk):
            yield judged(plan, part)


def cut(plan: Plan, frames: Frames, chunk: int) -> Iterator[dict[str, pl.DataFrame]]:
    """Chunks of so many subjects. Rows below must stand in the order of their parents."""
    parents = plan.work.graph.parents
    kinds = [kind for kind in frames if kind != SUBJECT]
    kinds.sort(key=plan.work.graph.depth)
    for kind in kinds:
        if not frames[kind][PARENT].is_sorted():
            raise ValueError(f"the rows of `{kind}` do not stand in the order of their parents")
    height = frames[SUBJECT].height
    for start in range(0, max(height, 1), chunk):
        bounds = {SUBJECT: (start, min(start + chunk, height))}
        found = {SUBJECT: frames[SUBJECT].slice(start, chunk)}
        for kind in kinds:
            own = frames[kind]
            first, last = bounds.get(parents[kind] or SUBJECT, (0, 0))
            low, high = (int(own[PARENT].search_sorted(at)) for at in (first, last))
            bounds[kind] = (low, high)
            rows = own.slice(low, high - low)
            found[kind] = rows.with_columns((pl.col(PARENT) - first).cast(pl.UInt32))
        yield found
