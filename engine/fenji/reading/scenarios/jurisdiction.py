"""What a case expects of who is in charge, each name looked up in the release."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum

from fenji.model.jurisdiction.answer import Settled
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.release import Release
from fenji.model.scenario import ExpectedJurisdiction
from fenji.model.text import Text
from fenji.reading.keys import unknown_keys
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, error, refusal

JURISDICTION = "jurisdiction"
_ONE = ("lead", "settled", "matter", "level", "body")
_SEVERAL = ("leads", "levels", "cooperates", "not_cooperates", "asks")
_EITHER = (("lead", "leads"), ("level", "levels"))


def expected_jurisdiction(node: Node, release: Release) -> ExpectedJurisdiction:
    """What stands under `jurisdiction`. Raises Refused with every problem found."""
    if not isinstance(node, Mapping) or not node.entries:
        raise refusal(
            "empty-expectation",
            node.place,
            Text("`jurisdiction` 里什么也没有", "`jurisdiction` expects nothing"),
            Text(
                "请写期望，如 `{lead: 部门}`", "say what is expected, such as `{lead: DEPARTMENT}`"
            ),
        )
    problems = Problems()
    problems.add(unknown_keys(node, (*_ONE, *_SEVERAL, "matters")))
    _one_of_two(node, problems)
    known = _known(release)
    found: dict[str, tuple[str, ...]] = {}
    for name in (*_ONE, *_SEVERAL):
        written = node.get(name)
        if written is not None:
            with problems.kept():
                found[name] = _words(written, name, known.get(name), several=name in _SEVERAL)
    matters: dict[str, tuple[str, ...]] = {}
    with problems.kept():
        matters = _matters(node.get("matters"), known)
    problems.refuse()
    return ExpectedJurisdiction(
        leads=found.get("lead", found.get("leads", ())),
        settled=_only(found.get("settled")),
        matter=_only(found.get("matter")),
        levels=found.get("level", found.get("levels", ())),
        body=_only(found.get("body")),
        cooperates=found.get("cooperates", ()),
        not_cooperates=found.get("not_cooperates", ()),
        asks=found.get("asks", ()),
        matters=matters,
    )


def _only(words: tuple[str, ...] | None) -> str:
    return words[0] if words else ""


def _known(release: Release) -> dict[str, Collection[str]]:
    chart = release.chart
    facts = dict.fromkeys(name for of_kind in release.facts.values() for name in of_kind)
    departments = ("lead", "leads", "cooperates", "not_cooperates")
    return {
        **dict.fromkeys(departments, tuple(chart.departments)),
        **dict.fromkeys(("level", "levels"), _values(EnforcementLevel)),
        "settled": _values(Settled),
        "matter": tuple(chart.matters),
        "asks": (*facts, *release.entities),
    }


def _values(words: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(word.value for word in words)


def _one_of_two(node: Mapping, problems: Problems) -> None:
    for one, several in _EITHER:
        second = node.get(several)
        if node.get(one) is not None and second is not None:
            problems.add(
                [
                    error(
                        "wrong-shape",
                        second.place,
                        Text(f"`{one}` 与 `{several}` 只写一个", f"write `{one}` or `{several}`"),
                        Text("删去其中一个", "take one of them out"),
                    )
                ]
            )


def _words(
    node: Node, name: str, known: Collection[str] | None, *, several: bool
) -> tuple[str, ...]:
    if several is not isinstance(node, Sequence):
        raise refusal(
            "wrong-shape",
            node.place,
            Text(f"`{name}` 要的是列表", f"`{name}` wants a list")
            if several
            else Text(f"`{name}` 要的是一个词", f"`{name}` wants one word"),
            Text(f"请写 `{name}: […]`", f"write `{name}: […]`")
            if several
            else Text(f"请写 `{name}: …`", f"write `{name}: …`"),
        )
    items = node.items if isinstance(node, Sequence) else (node,)
    problems = Problems()
    for item in items:
        written = item.text if isinstance(item, Scalar) else "…"
        if not isinstance(item, Scalar) or (known is not None and written not in known):
            problems.add(
                [
                    error(
                        "unknown-name",
                        item.place,
                        Text(f"`{name}` 里没有 `{written}`", f"`{name}` knows no `{written}`"),
                        did_you_mean(written, known or ()),
                    )
                ]
            )
    problems.refuse()
    return tuple(item.text for item in items if isinstance(item, Scalar))


def _matters(node: Node | None, known: dict[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        raise refusal(
            "wrong-shape",
            node.place,
            Text("`matters` 要的是事项和牵头部门", "`matters` wants matters with who leads them"),
            Text("请写 `matters: {事项: 部门}`", "write `matters: {MATTER: DEPARTMENT}`"),
        )
    problems = Problems()
    found = {}
    for key, value in node.entries:
        with problems.kept():
            _words(key, "matter", known["matter"], several=False)
        with problems.kept():
            found[key.text] = _words(
                value, "lead", known["lead"], several=isinstance(value, Sequence)
            )
    problems.refuse()
    return found
