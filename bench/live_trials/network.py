"""The rules of a release as a network of small nodes, for `live.py`: plain data, no more of Fenji in it.

A node is `all`, `any` or `count`, and has two bits at each entity: `certain` and `possible`. What it is
made of is [negated, ["node", name]] or [negated, ["fact", name, word, right]]. Numbers are replaced by
their rank among the figures that rules compare them with, so that whole numbers are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fenji.checks.walking import nodes
from fenji.model.condition import (
    All,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Fires,
    Not,
    Quantified,
    Word,
)
from fenji.model.condition import Any as Some
from fenji.model.expression import Literal, Name
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.model.value import Choice, NumberSpan

Part = list[Any]
NEGATIVE = {
    Word.LESS_THAN: Word.AT_LEAST,
    Word.AT_MOST: Word.MORE_THAN,
    Word.IS_NOT: Word.IS,
    Word.NONE_OF: Word.ONE_OF,
}


@dataclass
class Network:
    """Nodes by name, each after those it reads; the lines of each number by `KIND.FACT`."""

    release: Release
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: dict[str, list[Fraction]] = field(default_factory=dict)

    def add(self, kind: str, op: str, of: list[Part], **more: Any) -> Part:
        """A new node."""
        name = more.pop("name", None) or f"n{len(self.nodes)}"
        self.nodes[name] = {"kind": kind, "op": op, "of": of, **more}
        return [False, ["node", name]]

    def part(self, kind: str, node: Condition) -> Part:
        """What stands for a condition of an entity of the kind. TypeError where nothing does yet."""
        if isinstance(node, Not):
            return opposite(self.part(kind, node.of))
        if isinstance(node, All | Some):
            of = [self.part(kind, part) for part in node.of]
            return self.add(kind, "all" if isinstance(node, All) else "any", of)
        if isinstance(node, Compare):
            return self._compare(kind, node)
        if isinstance(node, Fires):
            return [False, ["node", node.rule]]
        if isinstance(node, AtLeastN):
            of = [self._single(kind, part) for part in node.of]
            return self.add(kind, "count", of, least=node.n, below=None)
        if isinstance(node, Counted):
            assert isinstance(node.right, Literal)
            assert isinstance(node.right.value, NumberSpan)
            assert node.word is Word.AT_LEAST
            return self._children(kind, node.kind, node.where, int(node.right.value.low or 0))
        if isinstance(node, Quantified):
            where = Not(node.where) if node.word == "every" and node.where else node.where
            found = self._children(kind, node.kind, where, 1)
            return found if node.word == "some" else opposite(found)
        raise TypeError(type(node).__name__)

    def _single(self, kind: str, node: Condition) -> Part:
        """A part that is a node for certain: counts are of nodes."""
        return self.add(kind, "all", [self.part(kind, node)])

    def _children(self, kind: str, below: str, where: Condition | None, least: int) -> Part:
        of = [] if where is None else [self._single(below, where)]
        return self.add(kind, "count", of, least=least, below=below)

    def _compare(self, kind: str, node: Compare) -> Part:
        assert isinstance(node.left, Name)
        if node.word in NEGATIVE:
            word = NEGATIVE[node.word]
            return opposite(self._compare(kind, Compare(node.left, word, node.right)))
        name = node.left.name
        values = [part.value for part in node.right if isinstance(part, Literal)]
        first = values[0]
        if isinstance(first, NumberSpan):
            rank = 2 * self.lines[f"{kind}.{name}"].index(first.low or Fraction(0)) + 1
            if node.word is Word.IS:
                return self.add(
                    kind,
                    "all",
                    [
                        [False, ["fact", name, "at_least", rank]],
                        [True, ["fact", name, "at_least", rank + 1]],
                    ],
                )
            reached = rank if node.word is Word.AT_LEAST else rank + 1
            return [False, ["fact", name, "at_least", reached]]
        words = sorted(word_of(value) for value in values)
        return [False, ["fact", name, "one_of", words]]


def word_of(value: Any) -> str:
    """A known choice as a word."""
    assert isinstance(value, Choice)
    assert value.members is not None
    (member,) = value.members
    return str(member)


def opposite(part: Part) -> Part:
    """Not that."""
    return [not part[0], part[1]]


def lines_of(release: Release) -> dict[str, list[Fraction]]:
    """The figures with which each number is compared, in their order."""
    found: dict[str, set[Fraction]] = {}
    for node in nodes(tuple((rule.when, rule.unless) for rule in release.rules)):
        if isinstance(node, Compare) and isinstance(node.left, Name):
            for part in node.right:
                if isinstance(part, Literal) and isinstance(part.value, NumberSpan):
                    key = f"{node.left.entity}.{node.left.name}"
                    found.setdefault(key, set()).add(part.value.low or Fraction(0))
    return {name: sorted(several) for name, several in found.items()}


def rank(lines: list[Fraction], number: Fraction) -> int:
    """Where a number stands: odd on a line, even between two."""
    place = bisect_left(lines, number)
    on = place < len(lines) and lines[place] == number
    return 2 * place + 1 if on else 2 * place


def network(release: Release) -> Network:
    """The network of all rules, which are about the subject."""
    found = Network(release, lines=lines_of(release))
    for rule in release.rules:
        assert rule.for_ == SUBJECT
        parts = [found.part(SUBJECT, rule.when)]
        parts += [opposite(found.part(SUBJECT, one.when)) for one in rule.unless]
        found.add(SUBJECT, "all", parts, name=rule.id)
    return found
