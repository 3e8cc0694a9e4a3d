"""Expected values by path: `mine.0.pond_class: 3`, typed by what the last name is."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.rule import Classification
from fenji.model.submission import SUBJECT, Entity, Submission
from fenji.model.text import Text
from fenji.model.value import Choice, Member, NumberSpan, Value, point
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.bounds import ends, reversed_bounds
from fenji.reading.submission.member import member, members_of
from fenji.reading.submission.names import children_by_kind
from fenji.reading.units import Wanted, number_in


def expected_values(
    node: Node, submission: Submission | None, release: Release
) -> dict[str, Value | None]:
    """What each path should come to; `None` where it should not apply. Raises Refused."""
    if not isinstance(node, Mapping):
        raise refusal(
            "wrong-shape",
            node.place,
            Text("`values` 要的是路径和值", "`values` wants paths with values"),
            Text("请写 `values: {mine.0.pond_class: 3}`", "write `values: {mine.0.pond_class: 3}`"),
        )
    problems = Problems()
    found: dict[str, Value | None] = {}
    for path, value in node.entries:
        with problems.kept():
            kind, name = _named(path, submission.root if submission else None, release)
            found[path.text] = _value(value, kind, name, path, release)
    problems.refuse()
    return found


def _named(path: Scalar, root: Entity | None, release: Release) -> tuple[str, str]:
    """The entity kind that the path leads to, and the name at its end."""
    *steps, name = path.text.split(".")
    kind, at = SUBJECT, root
    while steps:
        below = children_by_kind(release)[kind]
        step = steps.pop(0)
        if step not in below:
            raise _wrong_path(path, step, list(below))
        position = steps.pop(0) if steps else ""
        if not position.isdecimal():
            raise _wrong_path(path, position, [])
        kind = step
        if at is not None:
            children = at.children.get(kind)
            items = children.items if children else ()
            if int(position) >= len(items):
                raise _wrong_path(path, position, [str(p) for p in range(len(items))])
            at = items[int(position)]
    return kind, name


def _value(node: Node, kind: str, name: str, path: Scalar, release: Release) -> Value | None:
    units = {m.name: m.unit for m in release.measures if m.for_ == kind}
    units.update({s.name: "" for s in release.sheets if s.for_ == kind})
    classes = [c for c in release.classifications if c.for_ == kind and c.name == name]
    if name not in units and not classes:
        known = [*units, *(c.name for c in release.classifications if c.for_ == kind)]
        raise _unknown_value(path, name, known)
    if isinstance(node, Scalar) and node.value is None:
        return None
    if classes:
        return _class(node, classes, name, release)
    return _number(node, Wanted(name, units[name]), release)


def _class(node: Node, classes: list[Classification], name: str, release: Release) -> Value:
    known = members_of(classes)
    computed = any(case.computed is not None for c in classes for case in c.cases)
    if computed and isinstance(node, Mapping):
        return _number(node, Wanted(name, ""), release)
    several = node.items if isinstance(node, Sequence) else (node,)
    problems = Problems()
    found: set[Member] = set()
    for item in several:
        with problems.kept():
            if computed and isinstance(item, Scalar) and isinstance(item.value, Fraction):
                found.add(item.value)
            else:
                found.add(member(item, known, name))
    problems.refuse()
    return Choice(frozenset(found))


def _number(node: Node, wanted: Wanted, release: Release) -> NumberSpan:
    at_least, at_most = ends(node, wanted.name)
    low = number_in(at_least, wanted, release.units) if at_least else None
    high = number_in(at_most, wanted, release.units) if at_most else None
    if low is not None and high is not None and low > high:
        raise reversed_bounds(node, wanted.name)
    return point(low) if at_least is at_most and low is not None else NumberSpan(low, high)


def _unknown_value(path: Scalar, name: str, known: list[str]) -> Refused:
    return refusal(
        "unknown-value",
        path.place,
        Text(
            f"`{path.text}`：没有叫 `{name}` 的量值、分类或评分",
            f"`{path.text}`: no measure, classification or sheet there is called `{name}`",
        ),
        did_you_mean(name, dict.fromkeys(known))
        or Text("用 `fenji rules` 查找", "search for it with `fenji rules`"),
    )


def _wrong_path(path: Scalar, step: str, known: list[str]) -> Refused:
    return refusal(
        "unknown-path",
        path.place,
        Text(
            f"`{path.text}` 中的 `{step}` 不通向任何对象",
            f"`{step}` of `{path.text}` leads to nothing",
        ),
        did_you_mean(step, known)
        or Text(
            "下级写种类和从 0 起的序号，如 `mine.0.pond_class`",
            "write kinds of children with positions from 0: `mine.0.pond_class`",
        ),
    )
