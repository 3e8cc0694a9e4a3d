"""What a case expects of supervision, each name looked up in the release."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from fenji.model.release import Release
from fenji.model.scenario import ExpectedSupervision
from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import Mode
from fenji.model.text import Text
from fenji.reading.keys import missing_keys, unknown_keys
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, error, refusal

SUPERVISION = "supervision"
_FIGURES = ("at_least", "possibly", "at_most", "planned")
_RULES = ("rules", "not_rules", "open_rules", "conflicts")
_LISTS = (*_RULES, "modes", "joint", "due", "asks")


def expected_supervision(node: Node, release: Release) -> ExpectedSupervision:
    """What stands under `supervision`. Raises Refused with every problem found."""
    if not isinstance(node, Mapping) or not node.entries:
        raise refusal(
            "empty-expectation",
            node.place,
            Text("`supervision` 里什么也没有", "`supervision` expects nothing"),
            Text(
                "请写期望，如 `{at_least: {times: 1, months: 12}}`",
                "say what is expected, such as `{at_least: {times: 1, months: 12}}`",
            ),
        )
    problems = Problems()
    problems.add(unknown_keys(node, ("department", *_FIGURES, *_LISTS)))
    known = _known(release)
    department: tuple[str, ...] = ()
    with problems.kept():
        written = node.get("department")
        department = () if written is None else _words((written,), "department", known)
    lists: dict[str, tuple[str, ...]] = {}
    for name in _LISTS:
        found = node.get(name)
        if found is not None:
            with problems.kept():
                lists[name] = _words(_items(found, name), name, known)
    figures: dict[str, Frequency | None] = {}
    for name in _FIGURES:
        found = node.get(name)
        if found is not None:
            with problems.kept():
                figures[name] = _figure(found)
    problems.refuse()
    return ExpectedSupervision(
        department=department[0] if department else "", figures=figures, **lists
    )


def _known(release: Release) -> dict[str, Collection[str]]:
    facts = dict.fromkeys(name for of_kind in release.facts.values() for name in of_kind)
    departments = tuple(release.chart.departments)
    return {
        **dict.fromkeys(_RULES, tuple(release.schedule.rules)),
        "department": departments,
        "joint": departments,
        "modes": [mode.value for mode in Mode],
        "due": [duty.id for duty in release.duties],
        "asks": (*facts, *release.entities),
    }


def _items(node: Node, name: str) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    raise refusal(
        "wrong-shape",
        node.place,
        Text(f"`{name}` 要的是列表", f"`{name}` wants a list"),
        Text(f"请写 `{name}: […]`", f"write `{name}: […]`"),
    )


def _words(
    items: tuple[Node, ...], name: str, known: dict[str, Collection[str]]
) -> tuple[str, ...]:
    problems = Problems()
    for item in items:
        written = item.text if isinstance(item, Scalar) else "…"
        if written not in known[name]:
            problems.add(
                [
                    error(
                        "unknown-name",
                        item.place,
                        Text(f"`{name}` 里没有 `{written}`", f"`{name}` knows no `{written}`"),
                        did_you_mean(written, known[name]),
                    )
                ]
            )
    problems.refuse()
    return tuple(item.text for item in items if isinstance(item, Scalar))


def _figure(node: Node) -> Frequency | None:
    """So many times in so many months; `null`: no figure."""
    if isinstance(node, Scalar) and node.value is None:
        return None
    if isinstance(node, Mapping):
        problems = Problems()
        problems.add(unknown_keys(node, ("times", "months")))
        problems.add(missing_keys(node, ("times", "months")))
        problems.refuse()
        times, months = _number(node.get("times")), _number(node.get("months"))
        if times and months:
            return Frequency(times, months)
    raise refusal(
        "wrong-shape",
        node.place,
        Text("次数要写几次、几个月", "a frequency is so many times in so many months"),
        Text("请写 `{times: 1, months: 12}`", "write `{times: 1, months: 12}`"),
    )


def _number(node: Node | None) -> int:
    """A whole number of at least 1; 0 where it is none."""
    value = node.value if isinstance(node, Scalar) else None
    whole = isinstance(value, Fraction) and value.denominator == 1 and value > 0
    return int(value) if whole and isinstance(value, Fraction) else 0
