"""Generated conditions with every construct, complete facts, and ways to leave some of them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any as Anything

from hypothesis import strategies as st

from fenji.model.condition import (
    All,
    Any,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Fires,
    Holds,
    Listed,
    Not,
    Quantified,
    Word,
)
from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Lookup,
    Name,
    Stratum,
)
from fenji.model.submission import Children, Entity, Fact, Submission
from fenji.model.value import DateSpan, SetSpan, Value, day, one, point
from tests.evaluation.vocabulary import DAYS

NUMBERS = st.sampled_from([Literal(point(i)) for i in (0, 1, 2, 3)])
ORDERED = st.sampled_from(
    [Word.AT_LEAST, Word.AT_MOST, Word.MORE_THAN, Word.LESS_THAN, Word.IS, Word.IS_NOT]
)


def name(text: str, entity: str = "subject") -> Name:
    """A fact by name."""
    return Name(entity, text, Stratum.FACT)


def _flag(entity: str, text: str) -> st.SearchStrategy[Condition]:
    return st.builds(
        lambda yes: Compare(name(text, entity), Word.IS, (Literal(one(yes)),)), st.booleans()
    )


BY = (("k", name("k")), ("n", name("n")))
SUBJECT_NUMBERS: st.SearchStrategy[Expression] = st.one_of(
    st.sampled_from([name("n"), name("m"), name("g"), Name("subject", "worked", Stratum.MEASURE)]),
    NUMBERS,
    st.sampled_from(
        [
            Aggregate("sum", "item", name("x", "item")),
            Aggregate("min", "item", name("x", "item")),
            Aggregate("max", "item", name("x", "item")),
            Aggregate("count", "item", None),
            Lookup("w", "give", (("k", name("k")),)),
        ]
    ),
)
FORMULAS: st.SearchStrategy[Expression] = st.recursive(
    SUBJECT_NUMBERS,
    lambda inner: st.one_of(
        st.builds(Arithmetic, st.sampled_from(["+", "-", "*"]), inner, inner),
        st.builds(
            Arithmetic,
            st.just("/"),
            inner,
            st.sampled_from([Literal(point(2)), Literal(point(-3))]),
        ),
        st.builds(
            lambda which, a, b: Extreme(which, (a, b)),
            st.sampled_from(["min", "max"]),
            inner,
            inner,
        ),
    ),
    max_leaves=4,
)


def _words(options: str, text: str, words: list[Word]) -> st.SearchStrategy[Condition]:
    literals = st.lists(st.sampled_from(options), min_size=1, max_size=2, unique=True)
    return st.builds(
        lambda word, found: Compare(name(text), word, tuple(Literal(one(w)) for w in found)),
        st.sampled_from(words),
        literals,
    )


ITEM_CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.one_of(
        _flag("item", "y"),
        _flag("subject", "b"),
        st.builds(lambda w, n: Compare(name("x", "item"), w, (n,)), ORDERED, NUMBERS),
        st.builds(lambda w: Compare(name("x", "item"), w, (name("n"),)), ORDERED),
    ),
    lambda inner: st.one_of(
        st.builds(lambda a, b: All((a, b)), inner, inner),
        st.builds(lambda a, b: Any((a, b)), inner, inner),
        st.builds(Not, inner),
    ),
    max_leaves=3,
)
MAYBE_WHERE = st.one_of(st.none(), ITEM_CONDITIONS)
WORKED: st.SearchStrategy[Condition] = st.builds(
    lambda w, n: Compare(Name("subject", "worked", Stratum.MEASURE), w, (n,)), ORDERED, NUMBERS
)
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    _flag("subject", "a"),
    _flag("subject", "b"),
    st.builds(lambda left, w, n: Compare(left, w, (n,)), FORMULAS, ORDERED, FORMULAS),
    WORKED,
    st.builds(
        lambda w, d: Compare(name("d"), w, (Literal(day(d)),)), ORDERED, st.sampled_from(DAYS)
    ),
    st.builds(
        lambda w, n: Compare(Elapsed("days", name("d")), w, (Literal(point(n)),)),
        ORDERED,
        st.sampled_from([0, 1, 365]),
    ),
    _words("pqr", "k", [Word.ONE_OF, Word.NONE_OF]),
    _words("uv", "s", [Word.HAS_ANY, Word.HAS_NONE]),
    st.builds(Quantified, st.sampled_from(["some", "no"]), st.just("item"), MAYBE_WHERE),
    st.builds(Quantified, st.just("every"), st.just("item"), ITEM_CONDITIONS),
    st.builds(Counted, st.just("item"), MAYBE_WHERE, ORDERED, NUMBERS),
    st.just(Listed("t", BY)),
    st.sampled_from([Fires("earlier"), Holds("subject", "defined")]),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda parts: All(tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: Any(tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(Not, inner),
        st.builds(
            lambda n, parts: AtLeastN(n, tuple(parts)),
            st.integers(1, 3),
            st.lists(inner, min_size=2, max_size=4),
        ),
    ),
    max_leaves=6,
)
BASIC: st.SearchStrategy[Condition] = st.one_of(
    _flag("subject", "a"),
    _flag("subject", "b"),
    st.builds(lambda w, n: Compare(name("n"), w, (n,)), ORDERED, NUMBERS),
    st.builds(Quantified, st.sampled_from(["some", "no"]), st.just("item"), MAYBE_WHERE),
)

DOMAINS: dict[str, tuple[Anything, ...]] = {
    "a": (True, False),
    "b": (True, False),
    "n": tuple(map(Fraction, (0, 1, 2))),
    "m": tuple(map(Fraction, (0, 1, 2))),
    "k": ("p", "q", "r"),
    "s": tuple(map(frozenset, ((), ("u",), ("v",), ("u", "v")))),
    "d": DAYS,
    "g": tuple(map(Fraction, (0, 1, 2))),
}
ITEM_DOMAINS: dict[str, tuple[Anything, ...]] = {
    "x": tuple(map(Fraction, (0, 1, 2))),
    "y": (True, False),
}
ITEMS = st.lists(
    st.fixed_dictionaries({k: st.sampled_from(v) for k, v in ITEM_DOMAINS.items()}), max_size=2
)


@dataclass(frozen=True)
class Known:
    """Some of the facts: names to plain values; `items` are dicts, `more` how many may be besides."""

    facts: dict[str, Anything]
    items: tuple[dict[str, Anything], ...]
    more: int

    def completions(self) -> Iterator[dict[str, Anything]]:
        """Every way to fill in what is missing."""
        gated_off = self.facts.get("a") is False
        open_ = [k for k in DOMAINS if k not in self.facts and not (k == "g" and gated_off)]
        for values in product(*(DOMAINS[k] for k in open_)):
            facts = {**self.facts, **dict(zip(open_, values, strict=True))}
            if not facts["a"]:
                facts["g"] = None
            for items in self._item_lists():
                yield {**facts, "item": [{**facts, **item} for item in items]}

    def _item_lists(self) -> Iterator[list[dict[str, Anything]]]:
        every = [dict(zip(ITEM_DOMAINS, v, strict=True)) for v in product(*ITEM_DOMAINS.values())]
        given = [
            [d for d in every if all(d[k] == v for k, v in item.items())] for item in self.items
        ]
        for more in range(self.more + 1):
            for filled in product(*given, *([every] * more)):
                yield list(filled)

    def submission(self) -> Submission:
        """What the enterprise would send."""
        facts = {k: Fact(spanned(v)) for k, v in self.facts.items() if v is not None}
        items = tuple(
            Entity("item", str(i), {k: Fact(spanned(v)) for k, v in item.items()}, {})
            for i, item in enumerate(self.items)
        )
        count = len(items) + self.more if self.more else None
        children = {"item": Children(items, not self.more, count)}
        return Submission("enterprise", "x", "x", Entity("subject", "x", facts, children), ())


def spanned(value: Anything) -> Value:
    """A plain value as the model has it."""
    if isinstance(value, frozenset):
        return SetSpan(value, value)
    if isinstance(value, bool | str):
        return one(value)
    if isinstance(value, Fraction):
        return point(value)
    return DateSpan(value, value)


@st.composite
def partly_known(draw: st.DrawFn, most: int = 3) -> Known:
    """Facts of which at most `most` were not answered, and perhaps a list that is not whole."""
    facts = {k: draw(st.sampled_from(v)) for k, v in DOMAINS.items()}
    items = [dict(item) for item in draw(ITEMS)]
    for key in draw(st.lists(st.sampled_from(sorted(facts)), max_size=most, unique=True)):
        del facts[key]
    if facts.get("a") is False:
        facts.pop("g", None)
    if items and draw(st.booleans()):
        items[0].pop(draw(st.sampled_from(["x", "y"])), None)
    return Known(facts, tuple(items), draw(st.sampled_from([0, 0, 1])))
