"""How long one subject takes through the reference evaluator, with and without its reasons.

Baseline: the standard library's JSON reading the same submission, as JSON.
"""

from __future__ import annotations

import json
from datetime import date
from functools import partial

import yaml

from fenji.assessment import decide
from fenji.reading.release import load_release
from fenji.reading.submission import read_submissions
from figures import ROOT, Figure, show, timed

AS_OF = date(2026, 3, 1)


def main() -> None:
    release = load_release()
    figures = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        same = json.dumps(yaml.load(path.read_bytes(), yaml.CSafeLoader), default=str)
        plain = timed(partial(json.loads, same), 101)
        read = partial(read_submissions, path, release)
        figures.append(Figure(f"{path.stem}: read", timed(read, 21), None, plain))
        for submission in read():
            bare = partial(decide, release, submission, AS_OF)
            explained = partial(bare, explain=True)
            figures.append(Figure("  decided", timed(bare, 21), 0.008, plain))
            figures.append(
                Figure("  with its full tree of reasons", timed(explained, 21), 0.008, plain)
            )
    show("one subject", "json.loads of the same submission", figures)


if __name__ == "__main__":
    main()
