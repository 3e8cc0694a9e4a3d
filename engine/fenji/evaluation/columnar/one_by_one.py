"""Answers in columns given subject by subject, as every evaluator gives them (see `protocol`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.judging import Judgement
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.plan import RuleColumn, ValueColumn
from fenji.evaluation.columnar.values import Chosen, Elsewhere, Span
from fenji.evaluation.protocol import Answered, At, Judged
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth
from fenji.model.value import Choice, DateSpan, Member, NumberSpan, Value

TRUTHS = {(True, True): Truth.TRUE, (False, True): Truth.UNKNOWN, (False, False): Truth.FALSE}


def one_by_one(judgement: Judgement) -> list[Judged]:
    """All of each subject. Numbers are as exact as doubles are. Those to refer are given as well."""
    return Giving(judgement).all()


class Giving:
    """Answers of a batch, gathered under the paths of its entities."""

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self._paths: dict[str, list[str]] = {}
        height = judgement.batch.rows[SUBJECT].height
        self._rules: list[dict[At, tuple[Truth, Truth]]] = [{} for _ in range(height)]
        self._values: list[dict[At, Answered]] = [{} for _ in range(height)]

    def all(self) -> list[Judged]:
        """Everything, by subject."""
        plan, rows = self._judgement.plan, self._judgement.batch.rows
        for rule in plan.rules:
            if rows[rule.place.frame].height and rule.verdict.may is not plan.work.graph.false:
                self._give_rule(rule)
        for value in plan.values:
            if rows[value.place.frame].height:
                self._give_value(value)
        return [Judged(*both) for both in zip(self._rules, self._values, strict=True)]

    def _give_rule(self, column: RuleColumn) -> None:
        verdict, place = column.verdict, column.place
        nodes = (column.there, verdict.sure, verdict.may, verdict.low_sure, verdict.low_may)
        for whose, path, row in self._rows(place, nodes):
            there, sure, may, low_sure, low_may = map(bool, row)
            if there and may:
                truths = TRUTHS[sure, may], TRUTHS[low_sure, low_may]
                self._rules[whose][path, column.rule] = truths

    def _give_value(self, column: ValueColumn) -> None:
        place, valued = column.place, column.valued
        values = iter(self._of(place, valued.value))  # type: ignore[arg-type]
        for whose, path, row in self._rows(place, (column.there, valued.sure, valued.may)):
            there, sure, may = map(bool, row)
            value = next(values)
            if there:
                applies = TRUTHS[sure, may]
                given = value if may else None
                self._values[whose][path, column.name] = Answered(given, applies)

    def _rows(
        self, place: Place, nodes: Sequence[Node]
    ) -> list[tuple[int, str, tuple[bool | float, ...]]]:
        """Whose each row is, its path, and what the nodes have there."""
        columns = [self._column(place, node) for node in nodes]
        frame = place.frame
        whose: Sequence[int] = range(len(self._rules))
        if frame != SUBJECT:
            whose = self._judgement.run.above(frame, SUBJECT).to_list()
        rows = zip(*columns, strict=True)
        return list(zip(whose, self._paths_of(place), rows, strict=True))

    def _column(self, place: Place, node: Node) -> list[bool | float]:
        return self._judgement.at(place, node).to_list()

    def _paths_of(self, place: Place) -> list[str]:
        steps = ""
        for at in place.line():
            if at.phantom is None:
                break
            steps = f"/{at.kind}:?{steps}"
        return [(path + steps).lstrip("/") for path in self._real_paths(place.frame)]

    def _real_paths(self, kind: str) -> list[str]:
        found = self._paths.get(kind)
        if found is None:
            rows = self._judgement.batch.rows[kind]
            if kind == SUBJECT:
                found = [""] * rows.height
            else:
                parent = self._judgement.plan.work.graph.parents[kind]
                above = self._real_paths(parent or SUBJECT)
                names = rows.frame["id"].to_list()
                places = rows.parents.to_list()
                found = [
                    f"{above[at]}/{kind}:{name}".lstrip("/")
                    for at, name in zip(places, names, strict=True)
                ]
            self._paths[kind] = found
        return found

    def _of(self, place: Place, value: Span | Chosen) -> list[Value]:
        if isinstance(value, Span):
            ends = [self._column(place, end) for end in (value.low, value.high)]
            return [_span(low, high, day=value.day) for low, high in zip(*ends, strict=True)]
        words = [word for word in value.may if not isinstance(word, Elsewhere)]
        flags = [self._column(place, value.may[word]) for word in words]
        computed = [
            (self._column(place, flag), self._column(place, number))
            for flag, number in value.computed
        ]
        found: list[Value] = []
        for row, free in enumerate(self._column(place, value.anything)):
            if free:
                found.append(Choice(None))
                continue
            members: set[Member] = {w for w, flag in zip(words, flags, strict=True) if flag[row]}
            members.update(Fraction(repr(number[row])) for flag, number in computed if flag[row])
            found.append(Choice(frozenset(members)))
        return found


def _span(low: float, high: float, *, day: bool) -> Value:
    first, last = (
        None if end != end or abs(end) == float("inf") else Fraction(repr(float(end)))
        for end in (low, high)
    )
    if not day:
        return NumberSpan(first, last)
    days = [None if end is None else date.fromordinal(int(end)) for end in (first, last)]
    return DateSpan(*days)
