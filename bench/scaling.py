"""How time grows: with the number of rules, with what is missing, with the number of enterprises.

    script/bench scaling                     everything, up to a million enterprises
    script/bench scaling rules missing       some of it
    script/bench scaling enterprises --most 7                  up to 10^7

Writes its plots into `plots/`. Nothing but judging is timed, and of the same work the quickest time
counts; compiling, and enterprises, each of which comes but once, by the processor's time.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from math import inf
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from fenji.evaluation.compiled import compiled
from fenji.evaluation.compiled.release import Compiled, compile_release
from fenji.evaluation.compiled.running import run
from fenji.evaluation.prepared import Prepared
from fenji.model.submission import SUBJECT, Entity, Submission
from many_rules import with_rules
from plotting import Axis, Line, chart
from twenty_rules import FactSets, ready, twenty

PLOTS = Path(__file__).parent / "plots"
RULES = (20, 60, 200, 600, 2000)
MISSING = (0, 5, 10, 20, 30, 40, 50)
SETS, SLICE, PASSES = 300, 10, 25
NOTE = "ten facts of one entity, compiled evaluator, one core"


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _processor(work: Callable[[], object]) -> float:
    """The processor's time for it."""
    start = process_time()
    work()
    return process_time() - start


def subjects(missing: int, many: int = SETS) -> list[Submission]:
    """So many subjects with so many of a hundred facts missing."""
    draw = FactSets(twenty())
    return [draw.submission(draw.drawn(missing), number) for number in range(many)]


def judged(prepared: Prepared, several: list[Submission]) -> float:
    """Seconds for one of these subjects: of each slice the quickest pass, all added up."""
    engine = compiled(prepared)
    gc.collect()
    slices = [several[start : start + SLICE] for start in range(0, len(several), SLICE)]
    least = [inf] * len(slices)
    for _ in range(PASSES):
        for index, part in enumerate(slices):
            least[index] = min(least[index], _once(partial(_run_all, engine, prepared, part)))
    return sum(least) / len(several)


def rules() -> None:
    """Time for a rule, and time to compile, from 20 to 2,000 rules."""
    print("\nrules over the same ten facts")
    print(f"{'':8}{'compiled in':>14}{'a rule':>10}{'complete':>14}{'a rule':>10}", end="")
    print(f"{'tenth missing':>16}{'a rule':>10}")
    whole, lacking = subjects(0), subjects(10)
    times: dict[str, list[tuple[float, float]]] = {"complete": [], "a tenth missing": []}
    compiling: list[tuple[float, float]] = []
    for many in RULES:
        prepared = ready(with_rules(twenty(), many))
        made = min(_processor(partial(compile_release, prepared)) for _ in range(5))
        compiling.append((many, made * 1e3))
        found = [judged(prepared, several) for several in (whole, lacking)]
        for name, seconds in zip(times, found, strict=True):
            times[name].append((many, seconds / many * 1e9))
        print(f"{many:>8}{made * 1e3:>11.0f} ms{made / many * 1e6:>7.0f} µs", end="")
        for seconds, width in zip(found, (11, 13), strict=True):
            print(f"{seconds * 1e6:>{width}.1f} µs{seconds / many * 1e9:>7.0f} ns", end="")
        print()
    chart(
        PLOTS / "rules.svg",
        "Time for a rule against the number of rules",
        NOTE,
        Axis("rules"),
        Axis("nanoseconds for a rule and a subject", logarithmic=False),
        [Line(name, points) for name, points in times.items()],
    )
    chart(
        PLOTS / "compiling.svg",
        "Time to compile against the number of rules",
        NOTE,
        Axis("rules"),
        Axis("milliseconds"),
        [
            Line("compiling", compiling),
            Line("in proportion", in_proportion(compiling), dashed=True),
        ],
    )


def in_proportion(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where they would lie if all grew as the first ones say."""
    first, time = points[0]
    return [(many, time * many / first) for many, _ in points]


def missing() -> None:
    """Time for a subject while more and more facts are missing."""
    print("\nfacts missing")
    lines = []
    drawn = {share: subjects(share) for share in MISSING}
    for many in (20, 200):
        prepared = ready(with_rules(twenty(), many))
        points = [(share, judged(prepared, drawn[share]) * 1e6) for share in MISSING]
        lines.append(Line(f"{many} rules", points))
        print(f"{many:>8} rules: " + ", ".join(f"{share} %: {us:.1f} µs" for share, us in points))
    chart(
        PLOTS / "missing.svg",
        "Time for a subject against the share of facts missing",
        NOTE,
        Axis("facts missing, %", logarithmic=False),
        Axis("microseconds for a subject", logarithmic=False),
        lines,
    )


def stream(many: int) -> Iterator[Submission]:
    """So many subjects, made as they are asked for; a twentieth of the facts is missing."""
    draw, random = FactSets(twenty()), Random(1)
    given = [draw.submission(draw.drawn(5)).root.facts for _ in range(5000)]
    for number in range(many):
        root = Entity(SUBJECT, str(number), given[random.randrange(len(given))], {})
        yield Submission("enterprise", str(number), "", root, ())


def enterprises(most: int) -> None:
    """Enterprises a second and memory, from a thousand to ten to the power of `most`."""
    print("\nenterprises, twenty rules, a twentieth of the facts missing, one after the other")
    prepared = ready(twenty())
    engine = compiled(prepared)
    rates, memory = [], []
    for power in range(3, most + 1):
        many, seconds = 10**power, 0.0
        several = stream(many)
        while part := list(islice(several, 1000)):
            seconds += _processor(partial(_run_all, engine, prepared, part))
        rates.append((float(many), many / seconds))
        memory.append((float(many), resident()))
        print(f"{many:>12,}{many / seconds:>12,.0f} a second{resident():>8.0f} MB")
    chart(
        PLOTS / "enterprises.svg",
        "Enterprises a second against how many there are",
        "twenty rules, ten facts, compiled evaluator one after the other, time of one core",
        Axis("enterprises"),
        Axis("enterprises a second"),
        [Line("compiled", rates)],
    )


def _run_all(engine: Compiled, prepared: Prepared, several: list[Submission]) -> None:
    for one in several:
        run(engine, prepared, one)


def resident() -> float:
    """Megabytes of memory in use now."""
    status = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def main() -> None:
    parts = ("rules", "missing", "enterprises")
    parser = argparse.ArgumentParser(prog="script/bench scaling")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(parts))
    parser.add_argument("--most", type=int, default=6, help="10 to this power of enterprises")
    asked = parser.parse_args()
    asked.parts = asked.parts or parts
    if "rules" in asked.parts:
        rules()
    if "missing" in asked.parts:
        missing()
    if "enterprises" in asked.parts:
        enterprises(asked.most)


if __name__ == "__main__":
    main()
