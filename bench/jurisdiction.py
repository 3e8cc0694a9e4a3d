"""How long it takes to say who is in charge, and to go through the whole chart.

Baseline: the standard library's JSON reading the same submission; for the chart, its own answer.
"""

from __future__ import annotations

import json
from datetime import date
from functools import partial

import yaml

from fenji.evaluation.prepared import prepare
from fenji.jurisdiction import answer
from fenji.jurisdiction.analysis import analyse
from fenji.jurisdiction.graph import graph_of
from fenji.jurisdiction.ready import ready_chart
from fenji.model.release import Release
from fenji.reading.release import load_release
from fenji.reading.submission import read_submissions
from figures import ROOT, Cost, Figure, show, timed

AS_OF = date(2026, 3, 1)
READY, ANSWER, ANALYSIS = 0.1, 0.0003, 10.0


def main() -> None:
    release = load_release()
    prepare(release, AS_OF)
    figures = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        same = json.dumps(yaml.load(path.read_bytes(), yaml.CSafeLoader), default=str)
        plain = timed(partial(json.loads, same), 101)
        for submission in read_submissions(path, release):
            cost = timed(partial(answer, release, submission, AS_OF), 51)
            figures.append(Figure(path.stem, cost, ANSWER, plain))
    show("who is in charge of one subject", "json.loads of the same submission", figures)
    _chart(release, figures[0].cost)


def _chart(release: Release, one: Cost) -> None:
    """The chart of a day, its graph and its analysis, each made anew."""

    def ready() -> object:
        ready_chart.cache_clear()
        return ready_chart(release, AS_OF)

    def analysis() -> object:
        ready_chart.cache_clear()
        return analyse(release, AS_OF)

    made = ready_chart(release, AS_OF)
    figures = [
        Figure("chart made ready for a day", timed(ready, 11), READY, one),
        Figure("graph made for a day", timed(partial(graph_of, made), 5), READY, one),
        Figure("full analysis", timed(analysis, 3), ANALYSIS, one),
    ]
    edges, matters = len(release.chart.edges), len(release.chart.matters)
    show(f"the chart: {matters} matters, {edges} edges", "one answer", figures)


if __name__ == "__main__":
    main()
