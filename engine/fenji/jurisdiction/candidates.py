"""The candidates of a matter: whose edges speak of the whole of it, and who is taken out."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.verdict import Gaps, union
from fenji.jurisdiction.ready import ReadyEdge, ReadyMatter
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.edge import Edge
from fenji.model.truth import Truth, all_of, any_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """An edge that competes for the lead. `excluded_by` are the edges that take its department out,
    or may; `stands` is its own truth, `truth` with these."""

    edge: Edge
    rung: int
    stands: Truth
    truth: Truth
    gaps: Gaps
    excluded_by: tuple[Edge, ...]


def candidates_of(view: View, matter: ReadyMatter) -> tuple[Candidate, ...]:
    """All edges that speak of the whole matter, in the order of rungs, those that fail included."""
    out = _exclusions(view, matter) if matter.excludes else {}
    return tuple(_candidate(view, ready, out.get(ready.edge.to)) for ready in matter.whole)


@dataclass(frozen=True, slots=True)
class _Exclusion:
    truth: Truth
    gaps: Gaps
    edges: tuple[Edge, ...]


def _exclusions(view: View, matter: ReadyMatter) -> dict[str, _Exclusion]:
    """By department: whether it is taken out, through edges that stand or may stand."""
    found: dict[str, _Exclusion] = {}
    for ready in matter.excludes:
        shown = view.edge(ready)
        if shown.truth is Truth.FALSE:
            continue
        before = found.get(ready.edge.to)
        if before is None:
            found[ready.edge.to] = _Exclusion(shown.truth, shown.gaps, (ready.edge,))
        else:
            truth = any_of((before.truth, shown.truth))
            gaps = union((before.gaps, shown.gaps))
            found[ready.edge.to] = _Exclusion(truth, gaps, (*before.edges, ready.edge))
    return found


def _candidate(view: View, ready: ReadyEdge, out: _Exclusion | None) -> Candidate:
    shown = view.edge(ready)
    if out is None:
        return Candidate(ready.edge, ready.rung, shown.truth, shown.truth, shown.gaps, ())
    truth = all_of((shown.truth, ~out.truth))
    gaps = union((shown.gaps, out.gaps)) if truth is Truth.UNKNOWN else frozenset()
    return Candidate(ready.edge, ready.rung, shown.truth, truth, gaps, out.edges)
