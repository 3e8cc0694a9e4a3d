"""Numbers in columns: doubles, endless bounds infinite, and how near a comparison is to its line.

Doubles keep the order of decimals of at most 15 digits. What is merely read is compared as it is; so is
what is added up and multiplied of counts, days and short decimals, which lies on a grid of decimals
and is rounded to it after each step. Whatever else is computed gets a node beside each comparison
that says where the two are within 1e-9 of each other, by the size of what they were computed from.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from fenji.evaluation.columnar.graph import Graph, Grid, Node, Sort

ENDLESS = float("inf")
Figure = Fraction | int | float
"""A bound: a float where there is none."""
DIGITS = 6
"""So many digits after the point at most, for a grid."""


class Numbers:
    """Arithmetic and comparisons on the nodes of a graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.lowest = self.given(-ENDLESS)
        self.highest = self.given(ENDLESS)
        self.zero = self.given(0)

    def given(self, value: Figure) -> Node:
        """A figure that is the same everywhere, itself kept exactly."""
        if value in (ENDLESS, -ENDLESS):
            nothing = Grid(0.0)  # times anything it is nothing, or endless
            return self.graph.node("const", (), None, Sort.NUMBER, float(value), grid=nothing)
        exact = Fraction(value)
        plain = is_plain(exact, float(exact))
        return self.graph.node(
            "const", (), None, Sort.NUMBER, exact, grid=grid_of(exact), exact=plain
        )

    def _value(self, node: Node) -> Figure | None:
        if node.op != "const":
            return None
        assert isinstance(node.data, Fraction | float)
        return node.data

    def _made(
        self, op: str, several: tuple[Node, ...], grid: Grid | None, *, cancels: bool
    ) -> Node:
        """A computed number: exact where it lies on a grid, to which it is rounded."""
        args, frame = self.graph.meet(several)
        exact = grid is not None and grid.is_exact
        found = self.graph.node(
            op,
            args,
            frame,
            Sort.NUMBER,
            grid=grid if exact else None,
            exact=exact,
            cancels=not exact and (cancels or any(arg.cancels for arg in args)),
        )
        return self.rounded(found)

    def rounded(self, node: Node) -> Node:
        """A computed number put on its grid again."""
        grid = node.grid
        if grid is None or grid.digits == 0:
            return node
        return self.graph.node("rounded", (node,), node.frame, Sort.NUMBER, grid.digits, grid=grid)

    def add(self, a: Node, b: Node) -> Node:
        """a + b; endless where either is."""
        x, y = self._value(a), self._value(b)
        if x is not None and y is not None:
            return self.given(x + y)
        if x == 0 or y == 0:
            return b if x == 0 else a
        if x in (ENDLESS, -ENDLESS) or y in (ENDLESS, -ENDLESS):
            return a if x in (ENDLESS, -ENDLESS) else b
        return self._made("add", (a, b), _of_both(a, b, Grid.plus), cancels=True)

    def negative(self, a: Node) -> Node:
        """-a."""
        x = self._value(a)
        if x is not None:
            return self.given(-x)
        if a.op == "negative":
            return a.args[0]
        frame, graph = a.frame, self.graph
        keep = {"grid": a.grid, "exact": a.exact, "cancels": a.cancels}
        return graph.node("negative", (a,), frame, Sort.NUMBER, **keep)  # type: ignore[arg-type]

    def times(self, a: Node, b: Node) -> Node:
        """a · b; nothing times endless is nothing."""
        x, y = self._value(a), self._value(b)
        if x == 0 or y == 0:
            return self.zero
        if x is not None and y is not None:
            return self.given(x * y)
        if x == 1 or y == 1:
            return b if x == 1 else a
        return self._made("times", (a, b), _of_both(a, b, Grid.times), cancels=False)

    def over(self, a: Node, b: Node) -> Node:
        """a / b, of a b that is not 0; 0 over what is endless."""
        x, y = self._value(a), self._value(b)
        if x == 0 or y in (ENDLESS, -ENDLESS):
            return self.zero
        if x is not None and y is not None and y != 0:
            return self.given(x / y)
        return self._made("over", (a, b), None, cancels=False)

    def least(self, *several: Node) -> Node:
        """The smallest."""
        return self._extreme("least", several)

    def greatest(self, *several: Node) -> Node:
        """The largest."""
        return self._extreme("greatest", several)

    def _extreme(self, op: str, several: tuple[Node, ...]) -> Node:
        pick = min if op == "least" else max
        known = [n for n in several if n.op == "const"]
        others = {n.number: n for n in several if n.op != "const"}
        if known:
            best = pick(known, key=lambda n: self._value(n) or 0)
            value = self._value(best)
            if not others or value == (-ENDLESS if op == "least" else ENDLESS):
                return best
            if value != (ENDLESS if op == "least" else -ENDLESS):
                others[best.number] = best
        ordered = tuple(others[number] for number in sorted(others))
        if len(ordered) == 1:
            return ordered[0]
        return self._picked(op, ordered)

    def _picked(self, op: str, several: tuple[Node, ...], test: Node | None = None) -> Node:
        """One of several: as exact as all of them are."""
        grids = [n.grid for n in several if n.grid is not None]
        every = several if test is None else (test, *several)
        args, frame = self.graph.meet(every)
        return self.graph.node(
            op,
            args,
            frame,
            Sort.NUMBER,
            grid=reduce(Grid.beside, grids) if len(grids) == len(several) else None,
            exact=all(n.exact for n in several),
            cancels=any(n.cancels for n in several),
        )

    def where(self, test: Node, one: Node, other: Node) -> Node:
        """One where the test holds, else the other."""
        if test.op == "const":
            return one if test.data else other
        return one if one is other else self._picked("where", (one, other), test)

    def at_least(self, a: Node, b: Node, *, line: bool = True) -> Node:
        """a ≥ b. `line`: a rule depends on it, so that what is near it is for the reference."""
        x, y = self._value(a), self._value(b)
        if x is not None and y is not None:
            return self.graph.flag(x >= y)
        if y == -ENDLESS or x == ENDLESS:
            return self.graph.true
        if y == ENDLESS or x == -ENDLESS:
            return self.graph.false  # bounds below are never endless above, nor the other way round
        return self._compared("at_least", a, b, line)

    def less(self, a: Node, b: Node) -> Node:
        """a < b."""
        return self.graph.not_(self.at_least(a, b))

    def more(self, a: Node, b: Node) -> Node:
        """a > b."""
        return self.graph.not_(self.at_least(b, a))

    def same(self, a: Node, b: Node, *, line: bool = True) -> Node:
        """a = b."""
        if a is b:
            return self.graph.true
        x, y = self._value(a), self._value(b)
        if x is not None and y is not None:
            return self.graph.flag(x == y)
        a, b = (b, a) if x is not None or (y is None and b.number < a.number) else (a, b)
        return self._compared("same", a, b, line)

    def endless(self, a: Node) -> Node:
        """Whether a bound is none."""
        x = self._value(a)
        if x is not None:
            return self.graph.flag(abs(x) == ENDLESS)
        return self.graph.node("endless", (a,), a.frame, Sort.FLAG)

    def _compared(self, op: str, a: Node, b: Node, line: bool) -> Node:
        args, frame = self.graph.meet((a, b))
        found = self.graph.node(op, args, frame, Sort.FLAG)
        if line and not (a.exact and b.exact) and found not in self.graph.near:
            sizes = self.graph.meet((*args, self.size(a), self.size(b)))[0]
            self.graph.near[found] = self.graph.node("near", sizes, frame, Sort.FLAG)
        return found

    def size(self, a: Node) -> Node:
        """The size of what a number was computed from: its own, where nothing can cancel out."""
        x = self._value(a)
        if x is not None:
            return self.given(max(x, -x))
        if not a.cancels or a.op not in ("add", "times", "over", "where", "least", "greatest"):
            if a.cancels and a.op in ("lift", "negative", "sum", "lowest", "highest"):
                return self._sized(a, (self.size(a.args[0]), *a.args[1:]))
            return self.graph.node("size", (a,), a.frame, Sort.NUMBER)
        if a.op == "where":
            return self.where(a.args[0], self.size(a.args[1]), self.size(a.args[2]))
        sizes = tuple(self.size(arg) for arg in a.args)
        if a.op in ("least", "greatest"):
            return self._size_of_one(a, sizes)
        if a.op == "add":
            return self.add(*sizes)
        return self.times(*sizes) if a.op == "times" else self.over(sizes[0], a.args[1])

    def _size_of_one(self, a: Node, sizes: tuple[Node, ...]) -> Node:
        """The size of the one that was taken of several."""
        found = sizes[0]
        for arg, size in zip(a.args[1:], sizes[1:], strict=True):
            found = self.where(self.same(a, arg, line=False), size, found)
        return found

    def _sized(self, a: Node, args: tuple[Node, ...]) -> Node:
        """The same gathering, of sizes."""
        if a.op == "negative":
            return args[0]
        if a.op == "lift":
            return self.graph.lifted(args[0], a.frame)
        op = "sum" if a.op == "sum" else "highest"
        return self.graph.node(op, args, a.frame, Sort.NUMBER, a.data, exact=False)


def is_plain(exact: Fraction, double: float) -> bool:
    """Whether the shortest decimal of the double is the number itself."""
    return Fraction(repr(double)) == exact


def grid_of(exact: Fraction) -> Grid | None:
    """The grid on which a figure lies."""
    for digits in range(DIGITS + 1):
        if (exact * 10**digits).denominator == 1:
            grid = Grid(float(abs(exact)), digits)
            return grid if grid.is_exact else None
    return None


def _of_both(a: Node, b: Node, how: Callable[[Grid, Grid], Grid]) -> Grid | None:
    return None if a.grid is None or b.grid is None else how(a.grid, b.grid)
