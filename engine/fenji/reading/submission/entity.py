"""An entity: its answers, and the entities below it."""

from __future__ import annotations

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.dictionary import Origin
from fenji.model.release import Release
from fenji.model.submission import Children, Entity, Fact
from fenji.model.text import Text
from fenji.reading.node import Mapping, Node, Scalar
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.answer import answer, is_null
from fenji.reading.submission.identification import identified, reads
from fenji.reading.submission.listing import ID, Listing, child_ids, listing
from fenji.reading.submission.names import children_by_kind, determined_only, not_a_fact


def entity_from(node: Mapping, kind: str, id_: str, release: Release) -> Entity:
    """The entity that a mapping describes, with everything below it. Raises Refused."""
    problems = Problems()
    unread = set()
    facts: dict[str, Fact] = {}
    children: dict[str, Children] = {}
    kinds = children_by_kind(release)[kind]
    for key, value in node.entries:
        unread.add(key.text)
        with problems.kept():
            if key.text in kinds:
                below = _children(value, key.text, release)
                if below is not None:
                    children[key.text] = below
            else:
                found = _answer(key, value, kind, release)
                if found is not None:
                    facts[key.text] = found
            unread.discard(key.text)
    problems.add(_identify(facts, unread, kind, release))
    problems.refuse()
    return Entity(kind, id_, facts, children, node.place)


def _answer(key: Scalar, value: Node, kind: str, release: Release) -> Fact | None:
    definition = release.facts.get(kind, {}).get(key.text)
    if definition is None:
        raise not_a_fact(key, kind, release)
    if definition.origin is Origin.DETERMINED:
        raise determined_only(key)
    return answer(value, definition, release.units)


def _identify(
    facts: dict[str, Fact], unread: set[str], kind: str, release: Release
) -> list[Diagnostic]:
    """Answer the choices that are found from other facts, unless one of those could not be read."""
    problems = []
    for definition in release.facts.get(kind, {}).values():
        if definition.identified_by is not None and not unread & reads(definition, release):
            found, wrong = identified(facts, definition, release)
            problems.extend(wrong)
            if found is not None:
                facts[definition.name] = found
    return problems


def _children(node: Node, kind: str, release: Release) -> Children | None:
    """The children of one kind; `None` where the list is left unanswered."""
    if is_null(node):
        return None
    problems = Problems()
    given = Listing((), True, None)
    with problems.kept():
        given = listing(node, kind)
    ids: tuple[str, ...] = ()
    with problems.kept():
        ids = child_ids(given.items, kind)
    items = []
    for position, item in enumerate(given.items):
        with problems.kept():
            if not isinstance(item, Mapping):
                raise _no_mapping(item, kind)
            own = Mapping(tuple(e for e in item.entries if e[0].text != ID), item.place)
            items.append(entity_from(own, kind, ids[position] if ids else "", release))
    problems.refuse()
    return Children(tuple(items), given.whole, given.count, node.place)


def _no_mapping(item: Node, kind: str) -> Refused:
    return refusal(
        "wrong-shape",
        item.place,
        Text(
            f"`{kind}` 的每一项要写成它的事实，这里不是",
            f"each entry of `{kind}` is a mapping of its facts, and this is none",
        ),
        Text("请写 `{id: …, 事实: 值}`", "write `{id: …, FACT: value}`"),
    )
