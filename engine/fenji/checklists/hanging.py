"""What the tier of a decision hangs on: the facts by which something that brings a tier holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fenji.model.decision import Decision, Finding
from fenji.model.reason import Reason, Seen
from fenji.model.release import Release
from fenji.model.rule import FindingKind
from fenji.model.submission import SUBJECT

At = tuple[str, tuple[str, str]]
"""The path of an entity, and the fact by its kind and name."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """The facts, each with the rules that hold by it, in the order of the findings."""

    facts: Mapping[At, tuple[str, ...]]


def hanging(decision: Decision, release: Release) -> Hanging:
    """The facts that were read in the reasons of findings that some policy takes up."""
    kinds = _taken_up(release)
    found: dict[At, dict[str, None]] = defaultdict(dict)
    for finding in decision.findings:
        if finding.kind in kinds and finding.reason is not None:
            for at in _facts(finding, finding.reason, release):
                found[at][finding.rule] = None
    return Hanging({at: tuple(rules) for at, rules in found.items()})


def _taken_up(release: Release) -> frozenset[FindingKind]:
    steps = (step for policy in release.policies for step in policy.steps)
    return frozenset(kind for step in steps for kind in step.findings)


def _facts(finding: Finding, reason: Reason, release: Release) -> Iterator[At]:
    for seen in _seen(reason):
        kind = _kind(seen.entity, release)
        if seen.label in release.facts.get(kind, {}):
            yield seen.entity, (kind, seen.label)


def _seen(reason: Reason) -> Iterator[Seen]:
    for seen in reason.seen:
        yield from _with_parts(seen)
    for part in reason.parts:
        yield from _seen(part)


def _with_parts(seen: Seen) -> Iterator[Seen]:
    yield seen
    for part in seen.parts:
        yield from _with_parts(part)


def _kind(path: str, release: Release) -> str:
    """The kind of the entity that a path leads to; ids may hold `/` and `:` themselves."""
    kind = SUBJECT
    for piece in path.split("/") if path else ():
        head = piece.partition(":")[0]
        if head in release.entities:
            kind = head
    return kind
