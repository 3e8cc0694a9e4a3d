"""What a case expects, each name looked up in the release."""

from __future__ import annotations

from collections.abc import Collection

from fenji.model.diagnostic import Diagnostic
from fenji.model.release import Release
from fenji.model.scenario import Expectation
from fenji.model.submission import Submission
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.model.value import Value
from fenji.reading.keys import unknown_keys
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, error, refusal
from fenji.reading.scenarios.jurisdiction import JURISDICTION, expected_jurisdiction
from fenji.reading.scenarios.supervision import SUPERVISION, expected_supervision
from fenji.reading.scenarios.values import expected_values

ERROR = "error"
_RULES = ("findings", "not", "open", "presumed", "earlier", "open_earlier")
_DUTIES = ("duties", "not_duties", "open_duties")
_FACTS = ("asks", "not_asks", "inspect")
_LISTS = (*_RULES, *_DUTIES, *_FACTS, "cautions", "sectors")
_KEYS = (*_LISTS, "values", "tier", JURISDICTION, SUPERVISION, ERROR)
_FIGURES = ("certain", "possible", "on_declared_certain", "on_declared_possible")
_UNGRADED = "ungraded"


def expected_error(node: Node | None) -> str:
    """The id of the diagnostic by which the facts should be refused; empty where none is."""
    found = node.get(ERROR) if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) and found.value is not None else ""


def expectation_from(node: Node, submission: Submission | None, release: Release) -> Expectation:
    """Everything that a case expects. Raises Refused with every problem found."""
    if not isinstance(node, Mapping) or not node.entries:
        raise refusal(
            "empty-expectation",
            node.place,
            Text(
                "`expect` 里什么也没有，这样的案例不会失败",
                "a case that expects nothing cannot fail",
            ),
            Text(
                "请写期望，如 `findings: [规则 id]`",
                "say what is expected, such as `findings: [RULE-ID]`",
            ),
        )
    problems = Problems()
    problems.add(unknown_keys(node, _KEYS))
    problems.add(_alone(node))
    known = _known(release)
    lists: dict[str, tuple[str, ...]] = {}
    values: dict[str, Value | None] = {}
    tier: dict[str, str] = {}
    for name in _LISTS:
        found = node.get(name)
        if found is not None:
            with problems.kept():
                lists[name] = _names(found, name, known.get(name))
    said = node.get("values")
    if said is not None:
        with problems.kept():
            values = expected_values(said, submission, release)
    jurisdiction = None
    in_charge = node.get(JURISDICTION)
    if in_charge is not None:
        with problems.kept():
            jurisdiction = expected_jurisdiction(in_charge, release)
    supervision = None
    supervised = node.get(SUPERVISION)
    if supervised is not None:
        with problems.kept():
            supervision = expected_supervision(supervised, release)
    tiers = node.get("tier")
    if tiers is not None:
        with problems.kept():
            tier = _tiers(tiers)
    problems.refuse()
    return Expectation(
        findings=lists.get("findings", ()),
        not_=lists.get("not", ()),
        open=lists.get("open", ()),
        duties=lists.get("duties", ()),
        not_duties=lists.get("not_duties", ()),
        open_duties=lists.get("open_duties", ()),
        values=values,
        tier=tier,
        asks=lists.get("asks", ()),
        not_asks=lists.get("not_asks", ()),
        inspect=lists.get("inspect", ()),
        presumed=lists.get("presumed", ()),
        cautions=lists.get("cautions", ()),
        sectors=lists.get("sectors", ()),
        earlier=lists.get("earlier", ()),
        open_earlier=lists.get("open_earlier", ()),
        jurisdiction=jurisdiction,
        supervision=supervision,
        error=expected_error(node),
    )


def _known(release: Release) -> dict[str, Collection[str]]:
    rules = [rule.id for rule in release.rules]
    facts = dict.fromkeys(name for of_kind in release.facts.values() for name in of_kind)
    asked = [*facts, *release.entities]
    duties = [duty.id for duty in release.duties]
    return {
        **dict.fromkeys(_RULES, rules),
        **dict.fromkeys(_DUTIES, duties),
        **dict.fromkeys(_FACTS, asked),
        "sectors": list(release.sectors),
    }


def _alone(node: Mapping) -> list[Diagnostic]:
    """Facts that are refused have no findings to expect."""
    others = [key for key, _ in node.entries if key.text != ERROR]
    if not expected_error(node) or not others:
        return []
    return [
        error(
            "wrong-shape",
            others[0].place,
            Text("事实被拒绝时没有别的结果", "facts that are refused have no other outcome"),
            Text("`error` 请单独写", "leave `error` alone"),
        )
    ]


def _names(node: Node, what: str, known: Collection[str] | None) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        raise refusal(
            "wrong-shape",
            node.place,
            Text(f"`{what}` 要的是列表", f"`{what}` wants a list"),
            Text(f"请写 `{what}: [{_shown(node)}]`", f"write `{what}: [{_shown(node)}]`"),
        )
    problems = Problems()
    for item in node.items:
        if not isinstance(item, Scalar) or (known is not None and item.text not in known):
            problems.add([_unknown_name(item, what, known or ())])
    problems.refuse()
    return tuple(item.text for item in node.items if isinstance(item, Scalar))


def _unknown_name(node: Node, what: str, known: Collection[str]) -> Diagnostic:
    shown = _shown(node)
    if what in _RULES:
        called, id_ = Text(f"没有规则 `{shown}`", f"no rule is called `{shown}`"), "unknown-rule"
    elif what in _DUTIES:
        called, id_ = Text(f"没有义务 `{shown}`", f"no duty is called `{shown}`"), "unknown-duty"
    elif what in _FACTS:
        called, id_ = Text(f"没有事实 `{shown}`", f"no fact is called `{shown}`"), "unknown-fact"
    else:
        called = Text(f"`{what}` 里没有 `{shown}`", f"`{what}` knows no `{shown}`")
        id_ = "unknown-name"
    return error(id_, node.place, called, did_you_mean(shown, known))


def _tiers(node: Node) -> dict[str, str]:
    problems = Problems()
    if not isinstance(node, Mapping):
        raise refusal(
            "wrong-shape",
            node.place,
            Text("`tier` 要分别写明各个数", "`tier` wants its figures by name"),
            Text(
                "请写 `tier: {certain: …, possible: …}`", "write `tier: {certain: …, possible: …}`"
            ),
        )
    problems.add(unknown_keys(node, _FIGURES))
    words = [*(tier.value for tier in Tier), _UNGRADED]
    for _, value in node.entries:
        if _shown(value) not in words:
            problems.add(
                [
                    error(
                        "unknown-choice",
                        value.place,
                        Text(f"没有 `{_shown(value)}` 这个等级", f"`{_shown(value)}` is no tier"),
                        did_you_mean(_shown(value), words),
                    )
                ]
            )
    problems.refuse()
    return {key.text: _shown(value) for key, value in node.entries}


def _shown(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else "…"
