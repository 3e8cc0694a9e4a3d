"""The columnar evaluator over whole populations: `script/bench columns`, or `... columns --most 7`.

Enterprises a second, peak memory, and the ratio to the same rules written in Polars by hand, whose
answers are held against it first. *Judged* is all that is worked out, in two passes, as is and on
declared facts; *given out* is the frame of truths besides. By hand there is the first pass alone. Each
size runs in a process of its own; what is written by hand runs after the peak was read.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import polars as pl

from by_hand import ByHand
from fenji.evaluation.columnar import Judgement, judged, prepare, stream
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from plotting import Axis, Line, chart
from populations import TANK, Population, hundred
from twenty_rules import AS_OF

PLOTS = Path(__file__).parent / "plots"
BATCH = 100_000
CHECKED = 5000


def truths(judgement: Judgement) -> pl.DataFrame:
    """Each rule as a nullable column, as by hand."""
    given = judgement.rules(SUBJECT)
    names = [name for name in given.columns if f"{name}.declared" in given.columns]
    codes = {0: False, 1: None, 2: True}
    return given.select(pl.col(names).replace_strict(codes, return_dtype=pl.Boolean))


def checked(release: Release) -> int:
    """How many enterprises agree in all rules; SystemExit where one does not."""
    frames = Population(7).batch(CHECKED)
    right, ours = ByHand(release)(frames), truths(judged(prepare(release, AS_OF), frames))
    wrong = [name for name in right.columns if not right[name].equals(ours[name], null_equal=True)]
    if wrong:
        raise SystemExit(f"by hand and in columns differ: {wrong[:5]}")
    return CHECKED


def sized(many: int) -> None:
    """One size, in this process: prints a line of JSON."""
    release = hundred()
    plan, by_hand = prepare(release, AS_OF), ByHand(release)
    found = dict.fromkeys(("judged", "given", "hand", "peak", "referred", "tanks"), 0.0)
    for frames in Population().batches(many, BATCH):
        found["tanks"] += frames[TANK].height
        start = perf_counter()
        for judgement in stream(plan, [frames]):
            middle = perf_counter()
            judgement.rules(SUBJECT)
            found["judged"] += middle - start
            found["given"] += perf_counter() - middle
            found["referred"] += int(judgement.refer.sum())
            start = perf_counter()
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for frames in Population().batches(many, BATCH):
        start = perf_counter()
        by_hand(frames)
        found["hand"] += perf_counter() - start
    print(json.dumps(found))


def run(most: int) -> None:
    """All sizes, from a thousand enterprises to ten to the power of `most`."""
    checked(hundred())
    print(
        f"\na hundred rules in batches of {BATCH:,}; the answers of {CHECKED:,} are those by hand"
    )
    heads = {"tanks": 12, "judged /s": 14, "given out /s": 14, "by hand /s": 14, "ratio": 8}
    heads.update({"referred": 10, "peak": 10})
    print(f"{'enterprises':>12}" + "".join(f"{head:>{width}}" for head, width in heads.items()))
    rates, by_hand, memory = [], [], []
    for power in range(3, most + 1):
        many = 10**power
        line = [sys.executable, __file__, "--one", str(many)]
        done = subprocess.run(line, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout.splitlines()[-1])
        whole = found["judged"] + found["given"]
        rates.append((float(many), many / found["judged"]))
        by_hand.append((float(many), many / found["hand"]))
        memory.append((float(many), found["peak"]))
        print(f"{many:>12,}{found['tanks']:>12,.0f}{many / found['judged']:>14,.0f}", end="")
        print(f"{many / whole:>14,.0f}{many / found['hand']:>14,.0f}", end="")
        print(f"{found['judged'] / found['hand']:>8.2f}", end="")
        print(f"{found['referred']:>10,.0f}{found['peak']:>7.0f} MB")
    note = "a hundred rules, a fifth about children; one enterprise in twenty has 1 to 50 tanks"
    axis = Axis("enterprises")
    lines = [Line("in columns", rates), Line("Polars by hand", by_hand, dashed=True)]
    chart(
        PLOTS / "columns.svg",
        "Enterprises a second, in columns",
        note,
        axis,
        Axis("enterprises a second"),
        lines,
    )
    chart(
        PLOTS / "memory.svg",
        "Peak memory of a run in columns",
        note,
        axis,
        Axis("megabytes", logarithmic=False),
        [Line("peak", memory)],
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench columns")
    parser.add_argument("--most", type=int, default=6, help="10 to this power of enterprises")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    sized(asked.one) if asked.one else run(asked.most)


if __name__ == "__main__":
    main()
