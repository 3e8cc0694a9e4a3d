"""What a name is that is no fact of the entity it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from fenji.model.diagnostic import Refused
from fenji.model.dictionary import EntityKind
from fenji.model.release import Release
from fenji.model.rule import Definition, Measure, Sheet
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Scalar
from fenji.reading.refusal import refusal


@lru_cache(maxsize=8)
def children_by_kind(release: Release) -> Mapping[str, Mapping[str, EntityKind]]:
    """The kinds of children that each kind of entity can have, by name."""
    found: dict[str, dict[str, EntityKind]] = {kind: {} for kind in (SUBJECT, *release.entities)}
    for kind in release.entities.values():
        if kind.parent is not None:
            found.setdefault(kind.parent, {})[kind.name] = kind
    return found


def not_a_fact(key: Scalar, kind: str, release: Release) -> Refused:
    """Why a name cannot be answered there, and where it belongs."""
    name = key.text
    owners = [owner for owner, facts in release.facts.items() if name in facts]
    if (SUBJECT if name == SUBJECT else release.entities.get(name)) is not None:
        return _misplaced_children(key, kind, release)
    if any(entity == kind for entity, _ in _computed(name, release)) or not owners:
        for _, matter in _computed(name, release):
            return _computed_value(key, matter)
    if owners:
        return _misplaced_fact(key, kind, owners, release)
    known = [*release.facts.get(kind, {}), *children_by_kind(release)[kind]]
    return refusal(
        "unknown-fact",
        key.place,
        Text(
            f"{_called(kind, release).zh}没有叫 `{name}` 的事实",
            f"no fact of {_called(kind, release).en} is called `{name}`",
        ),
        did_you_mean(name, known) or _search(name),
    )


def determined_only(key: Scalar) -> Refused:
    """A fact that only an authority decides, given as if the enterprise could."""
    return refusal(
        "determined-fact",
        key.place,
        Text(
            f"`{key.text}` 由主管部门认定，不能作为事实填报",
            f"`{key.text}` is decided by an authority, and is not a fact to submit",
        ),
        _as_determination(key.text),
    )


def _computed(name: str, release: Release) -> Iterator[tuple[str, str]]:
    """Which entity kinds have a derived value of that name, and its matter where it has one."""
    for c in release.classifications:
        if c.name == name:
            yield c.for_, c.determined_as or ""
    others: tuple[Measure | Definition | Sheet, ...] = (
        *release.measures,
        *release.definitions,
        *release.sheets,
    )
    for derived in others:
        if derived.name == name:
            yield derived.for_, ""


def _computed_value(key: Scalar, matter: str) -> Refused:
    return refusal(
        "computed-value",
        key.place,
        Text(
            f"`{key.text}` 是算出来的，不能填报；登记的结论属于认定（determinations）",
            f"`{key.text}` is computed; the register's word for it is a determination",
        ),
        _as_determination(matter)
        if matter
        else Text(
            f"请删去 `{key.text}`，填报它所依据的事实",
            f"take `{key.text}` out and give the facts that it rests on",
        ),
    )


def _as_determination(matter: str) -> Text:
    form = f"determinations: [{{matter: {matter}, value: …, authority: …, at: …}}]"
    return Text(f"请写在 `{form}`", f"put it under `{form}`")


def _misplaced_fact(key: Scalar, kind: str, owners: list[str], release: Release) -> Refused:
    below = [owner for owner in owners if kind in _lineage(owner, release)]
    owner = (below or owners)[0]
    there = _called(owner, release)
    return refusal(
        "misplaced-fact",
        key.place,
        Text(f"`{key.text}` 是{there.zh}的事实", f"`{key.text}` is a fact of {there.en}"),
        _path_to(owner, key.text, release),
    )


def _misplaced_children(key: Scalar, kind: str, release: Release) -> Refused:
    if key.text == SUBJECT:
        return refusal(
            "misplaced-fact",
            key.place,
            Text("`subject` 不写在 `facts` 里", "`subject` does not stand under `facts`"),
            Text("请与 `facts` 并列", "write it beside `facts`"),
        )
    parent = release.entities[key.text].parent or SUBJECT
    return refusal(
        "misplaced-fact",
        key.place,
        Text(
            f"`{key.text}` 在{_called(parent, release).zh}之下，不在{_called(kind, release).zh}之下",
            f"`{key.text}` stands below {_called(parent, release).en}, "
            f"not below {_called(kind, release).en}",
        ),
        _path_to(parent, key.text, release),
    )


def _lineage(kind: str, release: Release) -> tuple[str, ...]:
    return release.lineage(kind) if kind in release.entities else (kind,)


def _path_to(owner: str, name: str, release: Release) -> Text:
    steps = [kind for kind in reversed(_lineage(owner, release)) if kind != SUBJECT]
    shown = " → ".join(f"`{step}`" for step in ("facts", *steps, name))
    return Text(f"请写在 {shown}", f"write it at {shown}")


def _called(kind: str, release: Release) -> Text:
    """A kind of entity as a message names it."""
    entity = release.entities.get(kind)
    if kind == SUBJECT or entity is None:
        return Text("单位本身（subject）", "the subject itself")
    return Text(f"{entity.label.zh}（{kind}）", f"`{kind}`")


def _search(name: str) -> Text:
    return Text(f"用 `fenji facts {name}` 查找", f"search the dictionary with `fenji facts {name}`")
