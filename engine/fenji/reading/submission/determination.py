"""What authorities have decided, put beside the facts.

A matter is a fact that only an authority decides (its value is then put on the entity), or the
matter under which an authority decides what a classification computes.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.submission import SUBJECT, Determination, Entity, Fact, Source
from fenji.model.text import Text
from fenji.model.value import Choice, DateSpan, Member, NumberSpan, Value, is_known
from fenji.reading.keys import missing_keys, unknown_keys
from fenji.reading.node import Mapping, Node, Sequence
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.answer import is_null, value_of
from fenji.reading.submission.day import exact_day
from fenji.reading.submission.matter import LEVEL, Matter, entity_meant, matter_of, words
from fenji.reading.submission.member import member, written_member
from fenji.reading.submission.within import Steps, with_fact
from fenji.reading.submission.written import written

_NEEDED = ("matter", "value", "authority", "at")
_KEYS = (*_NEEDED, "of", "reason")


def determined(
    node: Node | None, root: Entity, release: Release, *, sound: bool
) -> tuple[Entity, tuple[Determination, ...]]:
    """The tree with the facts that authorities decided, and all that they decided.

    Of a tree that is not `sound` it is not asked which entity is meant. Raises Refused with every
    problem found.
    """
    if node is None or is_null(node):
        return root, ()
    if not isinstance(node, Sequence):
        raise _wants_list(node)
    problems = Problems()
    found: list[Determination] = []
    decided: dict[tuple[Steps, str], Determination] = {}
    rosters: dict[date, Determination] = {}
    for item in node.items:
        with problems.kept():
            one, steps, fact = _one(item, root if sound else None, release)
            if not sound:
                continue
            first = decided.setdefault((steps, one.matter), one)
            if fact is not None and first is not one:
                raise _twice(one, first)
            if one.matter == LEVEL and rosters.setdefault(one.at, one).value != one.value:
                raise _two_levels(one, rosters[one.at])
            if fact is not None:
                root = with_fact(root, steps, one.matter, fact)
            found.append(one)
    problems.refuse()
    return root, tuple(found)


def _one(
    node: Node, root: Entity | None, release: Release
) -> tuple[Determination, Steps, Fact | None]:
    if not isinstance(node, Mapping):
        raise _wants_list(node)
    problems = Problems()
    problems.add(unknown_keys(node, _KEYS))
    problems.add(missing_keys(node, _NEEDED))
    problems.refuse()
    nodes = {key.text: value for key, value in node.entries}
    name = words(nodes["matter"], "matter")
    matter = matter_of(name, nodes["matter"], release)
    steps, of = entity_meant(nodes, name, matter, root) if root else ((), "")
    kind = (steps[-1][0] if steps else SUBJECT) if root else min(matter.kinds)
    authority, reason, at, decided = "", "", None, None
    with problems.kept():
        authority = words(nodes["authority"], "authority")
    with problems.kept():
        at = exact_day(nodes["at"], "at")
    with problems.kept():
        reason = words(nodes["reason"], "reason") if "reason" in nodes else ""
    with problems.kept():
        decided = _decided(nodes["value"], matter, kind, release)
    problems.refuse()
    assert decided is not None
    assert at is not None
    value, on_entity = decided
    fact = None
    if on_entity is not None:
        fact = Fact(on_entity, Source.REGISTER, at, (), written(nodes["value"]), node.place)
    return Determination(name, value, authority, at, of, reason, node.place), steps, fact


def _decided(
    node: Node, matter: Matter, kind: str, release: Release
) -> tuple[Member, Value | None]:
    """What was decided, and the value of the fact that it settles, where it settles one."""
    for definition in matter.facts:
        if definition.entity == kind:
            value = value_of(node, definition, release.units)
            return _single(value, node, definition.name), value
    if matter.levels:
        return member(node, {level: level for level in matter.levels}, matter.name), None
    computed = [c for c in matter.classifications if c.for_ == kind]
    known = {written_member(value): value for c in computed for value in c.order}
    return member(node, known, matter.name), None


def _single(value: Value, node: Node, name: str) -> Member:
    """The one value that was decided; a date as its text."""
    if is_known(value):
        if isinstance(value, Choice):
            return next(iter(value.members or ()))
        if isinstance(value, NumberSpan):
            return value.low if value.low is not None else Fraction(0)
        if isinstance(value, DateSpan):
            return str(value.low)
    raise refusal(
        "wrong-shape",
        node.place,
        Text(f"认定 `{name}` 要的是一个确定的值", f"what was decided on `{name}` is one value"),
        Text("请写主管部门认定的那个值", "write the value that the authority decided"),
    )


def _twice(second: Determination, first: Determination) -> Refused:
    return refusal(
        "determined-twice",
        second.place,
        Text(
            f"`{second.matter}` 有两份认定（第 {first.place.line} 行已有）",
            f"`{second.matter}` is decided twice (first on line {first.place.line})",
        ),
        Text("请只留下有效的那一份", "leave only the one that stands"),
    )


def _two_levels(second: Determination, first: Determination) -> Refused:
    return refusal(
        "two-levels",
        second.place,
        Text(
            f"同一天列入两级名单：`{first.value}`（第 {first.place.line} 行）和 `{second.value}`",
            f"two levels claimed for one enterprise on one day: `{first.value}` "
            f"(line {first.place.line}) and `{second.value}`",
        ),
        Text(
            "一个单位一级：请只留下有效的那一份",
            "one enterprise, one level: leave the one that stands",
        ),
    )


def _wants_list(node: Node) -> Refused:
    return refusal(
        "wrong-shape",
        node.place,
        Text("`determinations` 要的是认定的列表", "`determinations` is a list of what was decided"),
        Text(
            "请写 `- {matter: …, value: …, authority: …, at: …}`",
            "write `- {matter: …, value: …, authority: …, at: …}`",
        ),
    )
