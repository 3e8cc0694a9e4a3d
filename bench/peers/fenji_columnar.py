"""Fenji's columnar evaluator on the same rules, over columns that are there before.

python fenji_columnar.py WORKLOAD SECONDS      prints a line of JSON
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from columns import truths
from fenji.evaluation.columnar import Frames, Plan, judged, prepare, stream
from fenji.model.submission import SUBJECT
from measuring import rate
from twenty_rules import AS_OF, twenty

TYPES = {"word": pl.String, "flag": pl.Boolean, "whole": pl.Float64, "number": pl.Float64}


def main(path: str, seconds: float) -> None:
    work: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    schema = {name: TYPES[kind] for name, kind in work["kinds"].items()}
    frame = pl.DataFrame(work["facts"], schema=schema)
    plan = prepare(twenty(), AS_OF)
    answers = truths(judged(plan, {SUBJECT: frame})).to_dicts()
    wrong = sum(
        sorted(rule for rule, truth in said.items() if truth) != right or None in said.values()
        for said, right in zip(answers, work["expected"], strict=True)
    )
    many = work["batch"]
    whole = pl.concat([frame] * (many // frame.height + 1)).head(many).rechunk()
    best = many * rate(partial(_streamed, plan), [{SUBJECT: whole}], seconds)
    print(json.dumps({"singly": {}, "batch": {"wrong": wrong, "best": best}}))


def _streamed(plan: Plan, frames: Frames) -> None:
    """In chunks, as populations are judged."""
    for _ in stream(plan, [frames]):
        pass


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
