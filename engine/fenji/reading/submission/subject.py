"""One subject: from a node to everything said of it."""

from __future__ import annotations

from dataclasses import replace

from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.submission import SUBJECT, Determination, Entity, Fact, Submission
from fenji.model.text import Text
from fenji.reading.keys import unknown_keys
from fenji.reading.node import Mapping, Node
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.answer import value_of
from fenji.reading.submission.determination import determined
from fenji.reading.submission.digest import facts_digest
from fenji.reading.submission.entity import entity_from
from fenji.reading.submission.header import Header, header_from

SUBJECT_KIND = "subject_kind"
"""The fact that repeats what kind of subject this is, where the dictionary has it."""

KEYS = ("subject", "facts", "determinations")


def submission_from(node: Node, release: Release, *, check_codes: bool = True) -> Submission:
    """Everything that a node says of one subject, typed by the release's dictionary.

    Raises Refused with every problem found. Without `check_codes` an enterprise may have any id.
    """
    if not isinstance(node, Mapping):
        raise _no_submission(node)
    problems = Problems()
    problems.add(unknown_keys(node, KEYS))
    header = Header("", "", "", node.place)
    root = Entity(SUBJECT, "", {}, {}, node.place)
    decided: tuple[Determination, ...] = ()
    with problems.kept():
        header = header_from(node, check_codes=check_codes)
    sound = Problems()
    with sound.kept():
        root = _root(node, header, release)
    problems.add(sound.found)
    with problems.kept():
        given = node.get("determinations")
        root, decided = determined(given, root, release, sound=not sound.found)
    problems.refuse()
    found = Submission(header.kind, header.id, header.name, root, decided)
    return replace(found, digest=facts_digest(found))


def _root(node: Mapping, header: Header, release: Release) -> Entity:
    problems = Problems()
    root = Entity(SUBJECT, header.id, {}, {}, node.place)
    facts = node.get("facts")
    with problems.kept():
        if not isinstance(facts, Mapping):
            raise _wants_facts(facts or node)
        root = replace(entity_from(facts, SUBJECT, header.id, release), place=node.place)
    with problems.kept():
        root = _with_kind(root, header, release)
    problems.refuse()
    return root


def _with_kind(root: Entity, header: Header, release: Release) -> Entity:
    definition = release.facts.get(SUBJECT, {}).get(SUBJECT_KIND)
    if definition is None or header.kind_node is None:
        return root
    value = value_of(header.kind_node, definition, release.units)
    given = root.facts.get(SUBJECT_KIND)
    if given is not None and given.value != value:
        raise refusal(
            "misplaced-fact",
            given.place,
            Text(
                f"`{SUBJECT_KIND}` 与 `subject.kind` 不一致",
                f"`{SUBJECT_KIND}` is not what `subject.kind` says",
            ),
            Text("请只写 `subject.kind`", "write `subject.kind` only"),
        )
    said = Fact(value, written=header.kind, place=header.kind_node.place)
    return replace(root, facts={**root.facts, SUBJECT_KIND: said})


def _wants_facts(node: Node) -> Refused:
    return refusal(
        "missing-facts",
        node.place,
        Text("没有写 `facts`（事实）", "no `facts` are given"),
        Text(
            "请写 `facts: {事实: 值}`；一项也不知道就写 `facts: {}`",
            "write `facts: {FACT: value}`, or `facts: {}` where nothing is known",
        ),
    )


def _no_submission(node: Node) -> Refused:
    return refusal(
        "wrong-shape",
        node.place,
        Text("这里要的是一个单位的填报", "the submission of one subject should stand here"),
        Text("请写 `subject: {…}` 和 `facts: {…}`", "write `subject: {…}` and `facts: {…}`"),
    )
