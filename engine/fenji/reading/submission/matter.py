"""Which matter a determination settles, and of which entity."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.model.diagnostic import Refused
from fenji.model.dictionary import FactDefinition, Origin
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.release import Release
from fenji.model.rule import Classification
from fenji.model.submission import SUBJECT, Entity
from fenji.model.text import Text
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node, Scalar
from fenji.reading.refusal import refusal
from fenji.reading.submission.answer import is_null
from fenji.reading.submission.within import Steps, everyone

_Found = tuple[Steps, str, Entity]
"""An entity with its steps and its path."""


LEVEL = "enforcement_level"
"""The matter by which an authority puts a subject on the roster of a level; a later one stands."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a matter settles: facts of some kinds of entity, classifications of some kinds; with
    `levels` at which level the subject is enforced against."""

    name: str
    facts: tuple[FactDefinition, ...]
    classifications: tuple[Classification, ...]
    levels: tuple[str, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of entity that it can be about."""
        if self.levels:
            return frozenset({SUBJECT})
        return frozenset([f.entity for f in self.facts] + [c.for_ for c in self.classifications])


def matter_of(name: str, node: Node, release: Release) -> Matter:
    """The matter of that name. Raises Refused where authorities decide none called so."""
    facts = [f for of_kind in release.facts.values() for f in of_kind.values()]
    decided = [f for f in facts if f.origin is Origin.DETERMINED]
    computed = [c for c in release.classifications if c.determined_as is not None]
    found = Matter(
        name,
        tuple(f for f in decided if f.name == name),
        tuple(c for c in computed if c.determined_as == name),
    )
    if not found.kinds:
        known = {f.name for f in decided} | {c.determined_as or "" for c in computed}
        if release.chart.departments:
            known.add(LEVEL)
        if name == LEVEL and name in known:
            return Matter(name, (), (), tuple(level.value for level in EnforcementLevel))
        raise refusal(
            "unknown-matter",
            node.place,
            Text(f"没有叫 `{name}` 的认定事项", f"authorities decide no matter called `{name}`"),
            did_you_mean(name, sorted(known))
            or Text("用 `fenji facts` 查找认定事项", "search for it with `fenji facts`"),
        )
    return found


def entity_meant(
    nodes: dict[str, Node], name: str, matter: Matter, root: Entity
) -> tuple[Steps, str]:
    """The steps to the entity that is meant, and what to call it (empty for the subject).

    Raises Refused where it is none of those submitted, or may be several.
    """
    fit = [(s, path, e) for s, path, e in everyone(root) if e.kind in matter.kinds]
    of = nodes.get("of")
    if of is None or is_null(of):
        if not fit:
            raise _no_entity(nodes["matter"], name, matter)
        if len(fit) > 1 or not _all_listed(root, fit[0][0]):
            raise _which(nodes["matter"], name, fit)
        return fit[0][0], _shortest(fit[0], fit)
    meant = words(of, "of")
    named = [one for one in fit if meant in (one[2].id, one[1])]
    if len(named) == 1:
        return named[0][0], _shortest(named[0], fit)
    if named:
        raise _which(of, name, named)
    kinds = "、".join(f"`{k}`" for k in sorted(matter.kinds))
    raise refusal(
        "unknown-entity",
        of.place,
        Text(
            f"没有 id 为 `{meant}` 的{kinds}",
            f"no {kinds.replace('、', ' or ')} has the id `{meant}`",
        ),
        did_you_mean(meant, [e.id for _, _, e in fit])
        or Text("请写它在 `facts` 中的 id", "write its id as it stands under `facts`"),
    )


def _all_listed(entity: Entity, steps: Steps) -> bool:
    """Whether nothing but the entity at the steps can be meant: all lists above it are whole."""
    for kind, position in steps:
        if not entity.children[kind].whole:
            return False
        entity = entity.children[kind].items[position]
    return True


def _shortest(one: _Found, among: list[_Found]) -> str:
    """The id where no other has it, else the path; nothing for the subject."""
    steps, path, entity = one
    alike = [e for _, _, e in among if e.id == entity.id]
    return "" if not steps else entity.id if len(alike) == 1 else path


def _which(node: Node, name: str, several: list[_Found]) -> Refused:
    shown = [_shortest(one, several) for one in several]
    listed = ", ".join(f"`{id_}`" for id_ in shown)
    first = f'"{shown[0]}"' if shown[0].startswith("#") else shown[0]
    return refusal(
        "which-entity",
        node.place,
        Text(
            f"`{name}` 说的是哪一个？有：{listed}",
            f"which one is `{name}` about? there are {listed}",
        ),
        Text(f"请加上 `of: {first}` 之类", f"add `of`, such as `of: {first}`"),
    )


def _no_entity(node: Node, name: str, matter: Matter) -> Refused:
    kinds = ", ".join(f"`{kind}`" for kind in sorted(matter.kinds))
    return refusal(
        "unknown-entity",
        node.place,
        Text(
            f"`{name}` 是对 {kinds} 的认定，这里没有填报",
            f"`{name}` is decided of {kinds}, and none is submitted",
        ),
        Text(f"请在 `facts` 中加上 {kinds}", f"add {kinds} under `facts`"),
    )


def words(node: Node, name: str) -> str:
    """The text that stands there. Raises Refused for anything else."""
    if isinstance(node, Scalar) and not isinstance(node.value, bool) and node.text.strip():
        return node.text
    raise refusal(
        "not-text",
        node.place,
        Text(f"`{name}` 要的是文字", f"`{name}` wants text"),
        Text(f'请写 `{name}: "…"`', f'write `{name}: "…"`'),
    )
