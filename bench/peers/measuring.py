"""One engine in a process of its own: `python measuring.py ENGINE WORKLOAD SECONDS`, a line of JSON.

An engine is a file beside this one with `load(rules, kinds)`, which gives a function from a fact set to
the ids of the rules that hold, or with `load_batch` and `columns_of`. Answers are held against the
reference's before anything is timed. Runs in the engine's environment: Fenji is not there.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

SLICE = 0.001
"""Seconds that a slice of the fact sets takes, about: short enough to be left alone now and then."""


def rate(evaluate: Callable[[Any], object], several: list[Any], seconds: float) -> float:
    """Fact sets a second where nothing else disturbs: of each slice the quickest pass, all added up.

    At least five passes, then for so many seconds.
    """
    gc.collect()
    start = perf_counter()
    for one in several:
        evaluate(one)
    size = max(1, round(SLICE * len(several) / (perf_counter() - start)))
    slices = [several[at : at + size] for at in range(0, len(several), size)]
    least = [float("inf")] * len(slices)
    passes, begin = 0, perf_counter()
    while passes < 5 or perf_counter() - begin < seconds:
        for index, part in enumerate(slices):
            start = perf_counter()
            for one in part:
                evaluate(one)
            least[index] = min(least[index], perf_counter() - start)
        passes += 1
    return len(several) / sum(least)


def said_of_missing(evaluate: Any, sets: list[Any], open_: list[list[str]]) -> dict[str, int]:
    """What a two-valued engine makes of rules that are open: raised, held, not held."""
    said = {"raised": 0, "held": 0, "not held": 0}
    for facts, unknown in zip(sets, open_, strict=True):
        if unknown:
            try:
                held = evaluate(dict(facts))
            except BaseException:  # some raise no Exception
                said["raised"] += 1
            else:
                said["held"] += len(set(held) & set(unknown))
                said["not held"] += len(set(unknown) - set(held))
    return said


def singly(engine: Any, work: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Answers and speed, one fact set after the other."""
    facts, expected = work["facts"], work["expected"]
    start = perf_counter()
    evaluate = engine.load(work["rules"], work["kinds"])
    loaded = perf_counter() - start
    if hasattr(engine, "FACTS"):
        facts, expected = facts[: engine.FACTS], expected[: engine.FACTS]
    wrong = sum(
        sorted(evaluate(dict(one))) != right for one, right in zip(facts, expected, strict=True)
    )
    rate(evaluate, facts, getattr(engine, "WARM", 0.5))
    best = rate(evaluate, facts, seconds)
    missing = said_of_missing(evaluate, work["missing"], work["open"])
    return {"load_ms": loaded * 1e3, "wrong": wrong, "missing": missing, "best": best}


def in_batch(engine: Any, work: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Answers and speed over columns, which are there before."""
    evaluate = engine.load_batch(work["rules"], work["kinds"])
    answers = evaluate(engine.columns_of(work["facts"]))
    wrong = sum(
        bool(answers[rule["id"]][index]) != (rule["id"] in right)
        for rule in work["rules"]
        for index, right in enumerate(work["expected"])
    )
    many = work["batch"]
    sets = work["facts"]
    columns = engine.columns_of((sets * (many // len(sets) + 1))[:many])
    return {"wrong": wrong, "best": many * rate(evaluate, [columns], seconds)}


def main(name: str, path: str, seconds: float) -> None:
    work = json.loads(Path(path).read_text("utf-8"))
    engine = import_module(name)
    found: dict[str, Any] = {"version": version(engine.PACKAGE), "how": engine.HOW}
    found["singly"] = singly(engine, work, seconds)
    if hasattr(engine, "load_batch"):
        found["batch"] = in_batch(engine, work, seconds)
    print(json.dumps(found), flush=True)
    os._exit(0)  # some leave threads or a Java machine behind


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
