"""Times things and prints them: each figure with the goal, and with its ratio to a baseline."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds (the median of several runs) and, for a process, its peak of memory in bytes."""

    seconds: float
    peak: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what was done, its cost, the goal in seconds, and the baseline it is held against."""

    what: str
    cost: Cost
    goal: float | None
    baseline: Cost


def timed(work: Callable[[], object], times: int) -> Cost:
    """The median time of some work done here, after one run that does not count."""
    work()
    return Cost(statistics.median(_once(work) for _ in range(times)))


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def process(command: Sequence[str], times: int) -> Cost:
    """The median time and the highest peak of memory of a process, after one that does not count."""
    _run(command)
    costs = [_run(command) for _ in range(times)]
    return Cost(statistics.median(c.seconds for c in costs), max(c.peak for c in costs))


def _run(command: Sequence[str]) -> Cost:
    start = perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit code {child.returncode}")
    return Cost(seconds, used.ru_maxrss * 1024)


def show(title: str, baseline: str, figures: Sequence[Figure]) -> None:
    """Prints the figures as a table; `baseline` says what the last column is a multiple of."""
    print(f"\n{title}   (baseline: {baseline})")
    print(f"{'':44}{'median':>10}{'goal':>10}{'peak':>9}{'× baseline':>12}")
    for figure in figures:
        peak = f"{figure.cost.peak / 1e6:.0f} MB" if figure.cost.peak else ""
        goal = milliseconds(figure.goal) if figure.goal is not None else ""
        ratio = figure.cost.seconds / figure.baseline.seconds
        median = milliseconds(figure.cost.seconds)
        print(f"{figure.what:44}{median:>10}{goal:>10}{peak:>9}{ratio:>12.1f}")


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds, with as many digits as mean something."""
    return f"{seconds * 1000:.{3 if seconds < 0.001 else 1}f} ms"
