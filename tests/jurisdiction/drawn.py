"""Small charts and subjects drawn by chance, and every way to fill in what a subject leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from hypothesis import strategies as st

from fenji.jurisdiction.codes import named_by_code
from fenji.jurisdiction.ready import ready_chart
from fenji.model.condition import All, Condition
from fenji.model.jurisdiction.chart import Chart
from fenji.model.release import Release
from fenji.model.submission import Submission
from tests.jurisdiction.charts import (
    AS_OF,
    FLAGS,
    activity,
    chart,
    department,
    edge,
    flag,
    level,
    licence,
    place,
    subject,
)

ACTIVITIES = ("a", "b", "c")
PLACES = ("p", "q")
DEPARTMENTS = ("one", "two", "three")
CODES = ("", "10", "101", "20?", "2")
KINDS = ("duty", "duty", "trade", "place", "falls_back_to", "excludes")
WHEN: st.SearchStrategy[Condition | None] = st.one_of(
    st.none(),
    st.none(),
    st.builds(flag, st.sampled_from(FLAGS), st.booleans()),
    st.builds(lambda x, y: All((flag("x", x), flag("y", y))), st.booleans(), st.booleans()),
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Three activities, two places, three departments, edges of every kind and some level rules."""
    codes = draw(st.permutations(CODES))
    activities = [
        activity(id_, *filter(None, [code]), when=draw(st.one_of(st.none(), st.none(), WHEN)))
        for id_, code in zip(ACTIVITIES, codes, strict=False)
    ]
    places = [place(id_, draw(WHEN)) for id_ in PLACES]
    edges: list[Any] = []
    for number in range(draw(st.integers(3, 9))):
        of = draw(st.sampled_from(ACTIVITIES + PLACES))
        to = draw(st.sampled_from(DEPARTMENTS))
        if draw(st.integers(0, 5)) == 0:
            made = licence(of, to, high_hazard=draw(st.booleans()))
            if made[0].id not in {one[0].id for one in edges if isinstance(one, tuple)}:
                edges.append(made)
            continue
        kind = draw(st.sampled_from(KINDS))
        nature = draw(st.sampled_from(["ordinary", "ordinary", "special", "residual"]))
        concern = draw(st.sampled_from(["", "", "", "a part"]))
        when = draw(WHEN)
        id_ = f"e{number}"
        edges.append(edge(of, to, kind, nature=nature, concern=concern, when=when, id_=id_))
    levels = [
        level(f"l{number}", number, draw(st.sampled_from(["city", "county"])), when=draw(WHEN))
        for number in range(draw(st.integers(0, 2)))
    ]
    levels.append(level("last", 9, "township"))
    known = [department(id_, city="{city}", county="{county}") for id_ in DEPARTMENTS]
    return chart([*activities, *places], edges, departments=known, levels=levels)


@dataclass(frozen=True)
class Known:
    """What is known of a subject: `None` stands for what was not answered."""

    activities: frozenset[str] | None
    besides: frozenset[str]
    main: str | None
    code: str | None
    flags: dict[str, bool | None]

    def submission(self) -> Submission:
        facts: dict[str, str | bool] = {k: v for k, v in self.flags.items() if v is not None}
        if self.main is not None:
            facts["main_activity"] = self.main
        if self.code is not None:
            facts["industry_code"] = self.code
        named = self.activities is not None
        return subject(*sorted(self.activities or ()), named=named, besides=self.besides, **facts)

    def open(self) -> list[str]:
        """The facts that are not, or not wholly, answered; the code never is one of them."""
        found = [name for name, value in self.flags.items() if value is None]
        if self.activities is None or self.besides:
            found.append("activities")
        return found if self.main is not None else [*found, "main_activity"]

    def completions(self, release: Release) -> Iterator[Known]:
        """Every way to fill in the rest that agrees with itself.

        The main activity is one of the subject's, and the one that a clear code names; of a subject
        that does nothing no main activity is answered.
        """
        names = [name for name, value in self.flags.items() if value is None]
        code = named_by_code(ready_chart(release, AS_OF), self.code or "")
        for values in product((True, False), repeat=len(names)):
            flags = {**self.flags, **dict(zip(names, values, strict=True))}
            for listed in self._lists(code.activities if code.alone else frozenset()):
                yield from self._mains(release, listed, flags, code.activities)

    def _lists(self, coded: frozenset[str]) -> Iterator[frozenset[str]]:
        if self.activities is None:
            for many in range(len(ACTIVITIES) + 1):
                for listed in combinations(ACTIVITIES, many):
                    if coded <= frozenset(listed):
                        yield frozenset(listed)
        else:
            open_ = sorted(self.besides - self.activities)
            for many in range(len(open_) + 1):
                for more in combinations(open_, many):
                    listed = self.activities.union(more)
                    if coded & self.besides <= listed:
                        yield listed

    def _mains(
        self,
        release: Release,
        listed: frozenset[str],
        flags: dict[str, bool | None],
        coded: frozenset[str],
    ) -> Iterator[Known]:
        had = listed | shown(release.chart, flags)
        if self.main is not None:
            yield Known(listed | {self.main}, frozenset(), self.main, self.code, flags)
        elif not had:
            yield Known(listed, frozenset(), None, self.code, flags)
        else:
            fits = coded & had
            for main in sorted(fits if len(fits) == 1 else had):
                yield Known(listed, frozenset(), main, self.code, flags)


def shown(made: Chart, flags: dict[str, bool | None]) -> frozenset[str]:
    """The activities that the flags show by themselves."""
    return frozenset(
        id_
        for id_ in ACTIVITIES
        if made.matters[id_].when is not None and meets(made.matters[id_].when, flags)
    )


def meets(when: Condition | None, flags: dict[str, bool | None]) -> bool:
    """Whether complete facts meet a condition, by plain two-valued logic."""
    if when is None:
        return True
    if isinstance(when, All):
        return all(meets(part, flags) for part in when.of)
    left: Any = when.left  # type: ignore[union-attr]
    right: Any = when.right[0]  # type: ignore[union-attr]
    return right.value.members == frozenset({flags[left.name]})


@st.composite
def known(draw: st.DrawFn) -> Known:
    """A subject with gaps."""
    listed = draw(st.one_of(st.none(), st.frozensets(st.sampled_from(ACTIVITIES))))
    besides = frozenset[str]()
    if listed is not None and draw(st.integers(0, 3)) == 0:
        besides = draw(st.frozensets(st.sampled_from(ACTIVITIES)))
    main = draw(st.sampled_from([None, None, "a"]))
    if main is not None and listed is not None:
        listed = listed | {main}
    code = draw(st.sampled_from([None, None, "1011", "201", "10"]))
    flags = {name: draw(st.sampled_from([None, True, False])) for name in FLAGS}
    return Known(listed, besides, main, code, flags)
