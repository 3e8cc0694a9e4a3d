"""The long run: `script/agree` draws releases and subjects until the time, or the pairs, are over.

A failure is made small, written as a case into `found/` and replayed from then on by the tests.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from time import monotonic, time_ns

import click

from fenji.evaluation.protocol import Evaluator
from tests.agreement.agreement import Disagreement, disagreements, drawn
from tests.agreement.cases import FOUND, keep
from tests.agreement.columns import Columnar
from tests.agreement.evaluators import others, reference
from tests.agreement.planted import ERRORS
from tests.agreement.planting import broken
from tests.agreement.reducing import smallest
from tests.agreement.tally import FULL, Tally

ENOUGH = 5
"""So many failures of one evaluator end the run: more of them say little."""


@click.command()
@click.option("--pairs", type=click.IntRange(1), help="So many pairs of a release and facts.")
@click.option("--hours", type=click.FloatRange(0, min_open=True), help="So long.")
@click.option("--seed", type=int, help="The first seed; by default it is taken from the clock.")
@click.option("--plant", type=click.Choice(sorted(ERRORS)), help="Try the run with an error.")
@click.option("--columnar", is_flag=True, help="Hold the columnar evaluator too: twice the time.")
@click.option("--found", type=click.Path(path_type=Path), default=FOUND, help="Where cases go.")
def main(
    pairs: int | None,
    hours: float | None,
    seed: int | None,
    plant: str | None,
    columnar: bool,
    found: Path,
) -> None:
    """Hold all evaluators against the reference."""
    evaluators = {plant: broken(reference, ERRORS[plant])} if plant else others()
    if columnar:
        evaluators["columnar"] = Columnar()
    first = time_ns() % 10**9 if seed is None else seed
    wanted = pairs or (FULL if hours is None else None)
    click.echo(f"{', '.join(evaluators)} against the reference, from seed {first}")
    tally, failures, start = Tally(), 0, monotonic()
    for failure in _failures(evaluators, tally, first, wanted, hours):
        failures += 1
        click.echo(f"\n{failure}\nkept as {_kept(failure, evaluators, found)}")
        if failures == ENOUGH:
            break
    click.echo("\n".join(("", *tally.lines())))
    short = pairs is not None and pairs < FULL
    thin = [] if plant or failures or short else tally.thin()
    if thin:
        click.echo("\nmet too seldom:\n" + "\n".join(thin))
    click.echo(f"\n{failures} disagreements in {monotonic() - start:.0f} s, from seed {first}")
    sys.exit(1 if failures or thin else 0)


def _failures(
    evaluators: Mapping[str, Evaluator],
    tally: Tally,
    seed: int,
    pairs: int | None,
    hours: float | None,
) -> Iterator[Disagreement]:
    """The first failure of each release that has one. The line shows pairs, or seconds."""
    length = pairs if pairs is not None else int((hours or 0) * 3600)
    start, done = monotonic(), 0
    with click.progressbar(length=length, label="pairs" if pairs else "seconds") as bar:
        while bar.pos < length:
            release, as_of, submissions = drawn(Random(seed))
            failure = next(disagreements(release, as_of, submissions, evaluators, tally), None)
            if failure is not None:
                click.echo(f"\nseed {seed}")
                yield failure
            seed, done = seed + 1, done + len(submissions)
            bar.update((done if pairs else int(monotonic() - start)) - bar.pos)


def _kept(failure: Disagreement, evaluators: Mapping[str, Evaluator], folder: Path) -> Path:
    """The failure made small and written as a case, formatted where ruff is there to do it."""
    path = keep(smallest(failure, evaluators), folder)
    for command in (("check", "--fix"), ("format",)):
        ruff = [sys.executable, "-m", "ruff", *command, "--quiet", str(path)]
        subprocess.run(ruff, check=False, capture_output=True)
    return path


if __name__ == "__main__":
    main()
