"""One answer: its value, and where it is known from."""

from __future__ import annotations

from datetime import date

from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.submission import Fact, Source
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import Value
from fenji.reading.keys import missing_keys, unknown_keys
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.day import days, exact_day
from fenji.reading.submission.quantity import quantity
from fenji.reading.submission.word import choice, choices, text, yes_or_no
from fenji.reading.submission.written import written

NOT_APPLICABLE = "not_applicable"
_PROVENANCE = ("value", "source", "at", "evidence")


def answer(node: Node, fact: FactDefinition, units: Units) -> Fact | None:
    """What a submission says of one fact; `None` where it leaves it unanswered. Raises Refused."""
    if not (isinstance(node, Mapping) and any(node.get(key) for key in _PROVENANCE)):
        return _plain(node, fact, units)
    problems = Problems()
    problems.add(unknown_keys(node, _PROVENANCE))
    if node.get("value") is None:
        problems.add(missing_keys(node, ("value",)))
    found: Fact | None = None
    source: Source | None = None
    at: date | None = None
    evidence: tuple[str, ...] = ()
    with problems.kept():
        said = node.get("value")
        found = _plain(said, fact, units) if said else None
    with problems.kept():
        source = _source(node.get("source"))
    with problems.kept():
        when = node.get("at")
        at = exact_day(when, "at") if when and not is_null(when) else None
    with problems.kept():
        evidence = _evidence(node.get("evidence"))
    problems.refuse()
    if found is None:
        return None
    return Fact(found.value, source, at, evidence, found.written, found.place)


def value_of(node: Node, fact: FactDefinition, units: Units) -> Value:
    """The value of a fact by its kind. Raises Refused."""
    match fact.kind:
        case Kind.NUMBER | Kind.COUNT:
            return quantity(node, fact, units)
        case Kind.FLAG:
            return yes_or_no(node, fact)
        case Kind.CHOICE:
            return choice(node, fact)
        case Kind.CHOICES:
            return choices(node, fact)
        case Kind.DATE:
            return days(node, fact.name)
        case Kind.TEXT:
            return text(node, fact)


def is_null(node: Node) -> bool:
    """Whether nothing stands there: the same as not writing it."""
    return isinstance(node, Scalar) and node.value is None


def _plain(node: Node, fact: FactDefinition, units: Units) -> Fact | None:
    if is_null(node):
        return None
    if isinstance(node, Scalar) and node.value == NOT_APPLICABLE and not _is_option(fact):
        if fact.applies_when is None:
            raise refusal(
                "always-applies",
                node.place,
                Text(
                    f"`{fact.name}`（{fact.label.zh}）对谁都适用，不能答“不适用”",
                    f"`{fact.name}` ({fact.label.en}) always applies and cannot be answered so",
                ),
                Text("请写出值；不知道就不写", "give its value; leave it out if it is not known"),
            )
        return Fact(None, written=node.text, place=node.place)
    return Fact(value_of(node, fact, units), written=written(node), place=node.place)


def _is_option(fact: FactDefinition) -> bool:
    return any(option.value == NOT_APPLICABLE for option in fact.options)


def _source(node: Node | None) -> Source | None:
    if node is None or is_null(node):
        return None
    words = [source.value for source in Source]
    if isinstance(node, Scalar) and node.value in words:
        return Source(node.text)
    shown = node.text if isinstance(node, Scalar) else "…"
    raise refusal(
        "unknown-choice",
        node.place,
        Text(f"没有来源 `{shown}`", f"`{shown}` is no source"),
        did_you_mean(shown, words),
    )


def _evidence(node: Node | None) -> tuple[str, ...]:
    if node is None or is_null(node):
        return ()
    if isinstance(node, Sequence):
        found = [i.value for i in node.items if isinstance(i, Scalar) and isinstance(i.value, str)]
        if len(found) == len(node.items):
            return tuple(found)
    raise refusal(
        "wrong-shape",
        node.place,
        Text("`evidence` 要的是文字的列表", "`evidence` wants a list of texts"),
        Text('请写 `evidence: ["…"]`', 'write `evidence: ["…"]`'),
    )
