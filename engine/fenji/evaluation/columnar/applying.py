"""Which sectors apply to a subject, in columns: codes, licences, entities switch one on."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.columnar.children import any_below
from fenji.evaluation.columnar.facts import value_of_fact
from fenji.evaluation.columnar.graph import Node, Sort
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import Chosen
from fenji.evaluation.columnar.work import Work
from fenji.model.sector import CROSS_CUTTING, Sector
from fenji.model.submission import SUBJECT

INDUSTRY_CODE = "industry_code"


@dataclass(frozen=True)
class Applying:
    """Where a sector certainly applies, and where that is not known."""

    sure: Node
    open: Node


def applying_of(work: Work, name: str) -> Applying:
    """Whether a sector applies, worked out once."""
    found: Applying = work.once(("applying", name), lambda: _applying(work, name))
    return found


def _applying(work: Work, name: str) -> Applying:
    graph = work.graph
    if name == CROSS_CUTTING:
        return Applying(graph.true, graph.false)
    release = work.prepared.release
    sector, root = release.sectors[name], work.places.real(SUBJECT)
    kinds = [kind.name for kind in release.entities.values() if name in kind.sectors]
    present = [to_subject(work, work.places.real(k), work.places.real(k).exists) for k in kinds]
    yes, no = (_answered(work, sector, root, answer) for answer in (True, False))
    holds = work.judge(sector.applies, root).sure
    sure = graph.any_(*present, _by_code(work, sector, root), yes, holds)
    return Applying(sure, graph.not_(graph.any_(sure, no)))


def _answered(work: Work, sector: Sector, root: Place, answer: bool) -> Node:
    """Where the question that decides was answered so."""
    graph, valued = work.graph, value_of_fact(work, root, sector.asked_by)
    assert isinstance(valued.value, Chosen)
    return graph.all_(valued.may, valued.value.known, valued.value.may[answer])


def _by_code(work: Work, sector: Sector, root: Place) -> Node:
    """An industry code that begins as those of the sector do."""
    graph = work.graph
    if not sector.industry_codes or INDUSTRY_CODE not in work.prepared.release.facts[SUBJECT]:
        return graph.false
    valued = value_of_fact(work, root, INDUSTRY_CODE)
    data = ("begins", INDUSTRY_CODE, sector.industry_codes)
    begins = graph.node("raw", (), SUBJECT, Sort.FLAG, data)
    return graph.all_(valued.may, begins)


def to_subject(work: Work, at: Place, flag: Node) -> Node:
    """Whether a flag stands in some row of a place below the subject, where the place is there."""
    graph = work.graph
    found = graph.all_(flag, work.places.there(at))
    found = graph.lifted(found, at.frame)
    frame = at.frame
    while frame != SUBJECT:
        found = any_below(graph, frame, found)
        frame = graph.parents[frame] or SUBJECT
    return found
