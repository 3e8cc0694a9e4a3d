"""What is worked out in columns, as a graph: equal parts are one node, what is constant is folded.

A node is a column over the rows of one *frame* (an entity kind; `None`: the same for all). Flags are
never null: what may be unknown is two of them. What stands on frames of different depth meets on the
deeper one, so that what reads an ancestor alone is worked out there. Nothing here knows Polars.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

LARGEST = 2.0**50


class Sort(Enum):
    """What stands in a column."""

    FLAG = "flag"
    NUMBER = "number"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Grid:
    """Decimals of so many digits after the point, of at most that size."""

    most: float
    digits: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether doubles hold them apart, with some to spare, so that rounding finds the right one."""
        return self.most * 10.0**self.digits < LARGEST

    def plus(self, other: Grid) -> Grid:
        """Where sums lie."""
        return Grid(self.most + other.most, max(self.digits, other.digits))

    def times(self, other: Grid) -> Grid:
        """Where products lie."""
        return Grid(self.most * other.most, self.digits + other.digits)

    def beside(self, other: Grid) -> Grid:
        """Where one or the other lies."""
        return Grid(max(self.most, other.most), max(self.digits, other.digits))


@dataclass(slots=True, eq=False)
class Node:
    """A column that `op` makes of others.

    Of a number, `grid` says on which decimals it lies (`None`: on any), `exact` that the
    column holds it as it is meant, and `cancels` that it may be a small rest of larger ones.
    """

    op: str
    args: tuple[Node, ...]
    frame: str | None
    sort: Sort
    data: Hashable
    number: int
    grid: Grid | None = None
    exact: bool = True
    cancels: bool = False


@dataclass(eq=False)
class Graph:
    """All nodes of one plan. `parents` is the parent of each frame (the subject's is `None`).

    `near` gives for a comparison the node that says where it is too close to its line.
    """

    parents: Mapping[str, str | None]
    near: dict[Node, Node] = field(default_factory=dict)
    _known: dict[Hashable, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.true = self.node("const", (), None, Sort.FLAG, True)
        self.false = self.node("const", (), None, Sort.FLAG, False)

    def node(
        self,
        op: str,
        args: tuple[Node, ...],
        frame: str | None,
        sort: Sort,
        data: Hashable = None,
        *,
        grid: Grid | None = None,
        exact: bool = True,
        cancels: bool = False,
    ) -> Node:
        """The one node that is made so."""
        key = (op, frame, type(data), data, tuple(arg.number for arg in args))
        found = self._known.get(key)
        if found is None:
            number = len(self._known)
            found = Node(op, args, frame, sort, data, number, grid, exact, cancels)
            self._known[key] = found
        return found

    def depth(self, frame: str | None) -> int:
        """How deep a frame stands; 0 for what is the same everywhere."""
        found = 0
        while frame is not None:
            found += 1
            frame = self.parents[frame]
        return found

    def deepest(self, nodes: Iterable[Node]) -> str | None:
        """The frame on which several meet."""
        frames = {node.frame for node in nodes}
        return max(frames, key=self.depth, default=None)

    def lifted(self, node: Node, frame: str | None) -> Node:
        """The node on the rows of a frame below its own."""
        if node.frame == frame or node.op == "const" or frame is None:
            return node
        extra = {"grid": node.grid, "exact": node.exact, "cancels": node.cancels}
        source = node.args[0] if node.op == "lift" else node
        return self.node("lift", (source,), frame, node.sort, **extra)  # type: ignore[arg-type]

    def meet(self, nodes: Sequence[Node]) -> tuple[tuple[Node, ...], str | None]:
        """Several nodes on the frame where they meet."""
        frame = self.deepest(nodes)
        return tuple(self.lifted(node, frame) for node in nodes), frame

    def flag(self, known: bool) -> Node:
        """A flag that is the same everywhere."""
        return self.true if known else self.false

    def not_(self, a: Node) -> Node:
        """Not a."""
        if a.op == "const":
            return self.flag(not a.data)
        if a.op == "not":
            return a.args[0]
        if a.op == "lift" and a.args[0].op == "not":
            return self.lifted(a.args[0].args[0], a.frame)
        return self.node("not", (a,), a.frame, Sort.FLAG)

    def all_(self, *several: Node) -> Node:
        """All of several."""
        return self._joined("and", several, self.true, self.false)

    def any_(self, *several: Node) -> Node:
        """Any of several."""
        return self._joined("or", several, self.false, self.true)

    def _joined(self, op: str, several: Sequence[Node], neutral: Node, final: Node) -> Node:
        """Those of one frame first, so that what stands above is worked out there."""
        members = {node.number: node for node in several if node is not neutral}
        if final.number in members or any(
            self.not_(node).number in members for node in members.values() if node.op == "not"
        ):
            return final
        by_frame: dict[str | None, list[Node]] = {}
        for node in members.values():
            raised = node.args[0] if node.op == "lift" else node
            by_frame.setdefault(raised.frame, []).append(raised)
        found: Node | None = None
        for frame in sorted(by_frame, key=self.depth):
            own = {node.number: node for node in by_frame[frame]}
            if found is not None:
                above = self.lifted(found, frame)
                own[above.number] = above
            ordered = tuple(own[number] for number in sorted(own))
            found = ordered[0] if len(ordered) == 1 else self.node(op, ordered, frame, Sort.FLAG)
        return neutral if found is None else found

    def choose(self, test: Node, one: Node, other: Node) -> Node:
        """Of two flags, the one where the test holds."""
        return self.any_(self.all_(test, one), self.all_(self.not_(test), other))
