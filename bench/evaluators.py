"""How long the compiled evaluator takes to be made, and over each example beside the reference.

Both give every rule and derived value at every entity, without reasons. Baseline: the compiled one.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from time import perf_counter

from fenji.evaluation import compiled
from fenji.evaluation.compiled.release import compile_release
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import whole
from fenji.reading.release import load_release
from fenji.reading.submission import read_submissions
from figures import ROOT, Figure, show, timed

AS_OF = date(2026, 3, 1)


def main() -> None:
    release = load_release()
    prepared = prepare(release, AS_OF)
    start = perf_counter()
    compile_release(prepared)
    print(f"\ncompiling {len(prepared.rules)} rules in force: {perf_counter() - start:.2f} s")
    figures = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        for submission in read_submissions(path, release):
            fast = timed(partial(compiled.judge, prepared, submission), 51)
            slow = timed(partial(whole.judge, prepared, submission), 7)
            figures.append(Figure(path.stem, slow, None, fast))
            figures.append(Figure("  compiled", fast, None, fast))
    show("all rules of one subject", "the compiled evaluator", figures)


if __name__ == "__main__":
    main()
