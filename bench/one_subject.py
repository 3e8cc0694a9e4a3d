"""How long one subject takes: by the reference, with compiled functions, and in brief.

Baseline: the standard library's JSON reading the same submission, as JSON. Then the spread over all
examples, the time that compiling takes, and from how many subjects on that has paid.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from time import perf_counter

import yaml

from fenji.assessment import brief, decide, prepare
from fenji.assessment.briefs.from_decision import brief_of
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.reading.release import load_release
from fenji.reading.submission import read_submissions
from figures import ROOT, Figure, milliseconds, show, timed

AS_OF = date(2026, 3, 1)
ROUNDS = 25
Work = Callable[[Submission], object]


def main() -> None:
    release = load_release()
    start = perf_counter()
    prepare(release, AS_OF)
    compiling = perf_counter() - start
    ways: dict[str, tuple[Work, float]] = {
        "decided by the reference": (_decided(release, "reference"), 0.008),
        "decided, compiled": (_decided(release, "compiled"), 0.008),
        "in brief, compiled": (_brief(release), 0.0007),
    }
    figures, subjects = [], []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        same = json.dumps(yaml.load(path.read_bytes(), yaml.CSafeLoader), default=str)
        plain = timed(partial(json.loads, same), 101)
        read = partial(read_submissions, path, release)
        figures.append(Figure(f"{path.stem}: read", timed(read, 21), None, plain))
        for submission in read():
            _check(release, submission)
            subjects.append(submission)
            for name, (work, goal) in ways.items():
                cost = timed(partial(work, submission), 21)
                figures.append(Figure(f"  {name}", cost, goal, plain))
    show("one subject", "json.loads of the same submission", figures)
    times = {name: _times(work, subjects) for name, (work, _) in ways.items()}
    _show_spread(times, compiling)


def _decided(release: Release, evaluator: str) -> Work:
    return lambda subject: decide(release, subject, AS_OF, evaluator=evaluator)  # type: ignore[arg-type]


def _brief(release: Release) -> Work:
    return lambda subject: brief(release, subject, AS_OF, evaluator="compiled")


def _check(release: Release, subject: Submission) -> None:
    """All ways give the same; else there is nothing to measure."""
    expected = decide(release, subject, AS_OF, evaluator="reference")
    assert decide(release, subject, AS_OF, evaluator="compiled") == expected
    assert brief(release, subject, AS_OF, evaluator="compiled") == brief_of(expected)


def _times(work: Work, subjects: list[Submission]) -> list[float]:
    """Seconds for each subject in each round, subject after subject as they would come in."""
    found = []
    for _ in range(ROUNDS):
        for subject in subjects:
            start = perf_counter()
            work(subject)
            found.append(perf_counter() - start)
    return sorted(found)


def _show_spread(times: dict[str, list[float]], compiling: float) -> None:
    print(f"\nall examples, {ROUNDS} rounds")
    print(f"{'':44}{'p50':>10}{'p90':>10}{'p99':>10}{'pays from':>12}")
    reference = _mean(next(iter(times.values())))
    for name, several in times.items():
        shown = "".join(f"{milliseconds(_at(several, p)):>10}" for p in (0.5, 0.9, 0.99))
        spared = reference - _mean(several)
        pays = f"{compiling / spared:,.0f}" if spared > 0 else ""
        print(f"{name:44}{shown}{pays:>12}")
    print(f"compiling: {compiling:.2f} s")


def _mean(several: list[float]) -> float:
    return sum(several) / len(several)


def _at(several: list[float], share: float) -> float:
    return several[int(share * (len(several) - 1))]


if __name__ == "__main__":
    main()
