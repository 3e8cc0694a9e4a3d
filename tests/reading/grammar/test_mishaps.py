"""A file with one thing wrong in it is refused or read as it stands: never a crash, never a gap.

Without its schema in front, so that the grammar has to hold by itself.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from fenji.model.condition import All
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.reading import document, schema
from fenji.reading.grammar.walking import everything_in, read_by
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.release import release_of
from fenji.reading.sources import Role, Sources, read_sources
from tests.reading.grammar.small_folder import mines, write_folder
from tests.reading.grammar.test_conditions import CASES, DEFINITIONS, OTHERS

_RULE = "  - {{id: r{n}, title: 一, title_en: one, when: {when}, finding: element}}\n"
_ITEMS = (
    DEFINITIONS
    + """\
measures:
  - {name: much, label: 多, label_en: much, unit: t, formula: stock_t * 2}
classifications:
  - name: rank
    label: 级
    label_en: rank
    order: [none, 2, 1]
    cases:
      - {value: 1, label: 一, label_en: one, when: {flooded: true}}
      - {value: {formula: "1 + 1"}, label: 二, label_en: two, when: {stock_t: 1}}
      - {value: none, label: 无, label_en: none, otherwise: true}
rules:
  - {id: other, for: subject, title: 二, title_en: other, when: {mines: true}, finding: scope}
"""
    + "".join(_RULE.format(n=n, when=when) for n, when in enumerate(CASES))
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    folder: Path = tmp_path_factory.mktemp("small")
    return read_sources(write_folder(folder, {**OTHERS, **mines(_ITEMS)}))


@pytest.mark.parametrize("seed", range(8))
def test_one_thing_changed(seed: int, sources: Sources, monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = {
        file.path: document.read_document(file.data, file.path)
        for file in sources.files
        if file.role is not Role.FIGURES
    }
    random = Random(seed)
    changed: dict[str, Node] = {}
    monkeypatch.setattr(document, "read_document", lambda _, path: changed[path])
    monkeypatch.setattr(schema, "check_shape", _anything_goes)
    for _ in range(10):
        path = random.choice(sorted(nodes))
        changed.clear()
        changed.update({**nodes, path: _change_somewhere(nodes[path], random)})
        try:
            release = release_of(sources)
        except Refused:
            continue
        for item in (*release.rules, *release.definitions, *release.classifications):
            for outermost in read_by(item):
                assert All(()) not in list(everything_in(outermost))


def _anything_goes(node: Node, name: str) -> list[Diagnostic]:
    return []


def _change_somewhere(node: Node, random: Random) -> Node:
    """The document with one of its nodes made into something else, or one key lost or renamed."""
    inside: list[Node] = []
    if isinstance(node, Sequence):
        inside = list(node.items)
    elif isinstance(node, Mapping):
        inside = [value for _, value in node.entries]
    if not inside or random.random() < 0.05:
        return _something_else(node, random)
    at = random.randrange(len(inside))
    inside[at] = _change_somewhere(inside[at], random)
    if isinstance(node, Sequence):
        return Sequence(tuple(inside), node.place)
    assert isinstance(node, Mapping)
    keys = [key for key, _ in node.entries]
    if random.random() < 0.1:
        del keys[at], inside[at]
    elif random.random() < 0.1:
        keys[at] = Scalar("of", "of", keys[at].place)
    return Mapping(tuple(zip(keys, inside, strict=True)), node.place)


def _something_else(node: Node, random: Random) -> Node:
    place = node.place
    return random.choice(
        [
            Scalar(None, "null", place),
            Scalar(True, "true", place),
            Scalar(Fraction(-3), "-3", place),
            Scalar("", "", place),
            Scalar("count", "count", place),
            Scalar("subject", "subject", place),
            Sequence((), place),
            Sequence((node, node), place),
            Mapping((), place),
            Mapping(((Scalar("is", "is", place), node),), place),
        ]
    )
