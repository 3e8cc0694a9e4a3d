"""What a written name means at the place where it is read."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.model.expression import Name
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar import names
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.names import RANK, STRATUM, Meaning, Named, Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.types import Sort, Type
from fenji.reading.nearest import did_you_mean, nearest

_BEFORE = {
    Rank.FACT: Text("事实", "facts"),
    Rank.MEASURE: Text("量值和定义", "measures and definitions"),
    Rank.CLASSIFICATION: Text("分类", "classifications"),
    Rank.FINDING: Text("规则和评分表", "rules and sheets"),
    Rank.TIER: Text("分级步骤", "the steps of a policy"),
}


def meaning_of(here: Here, name: str, place: Place) -> Meaning | None:
    """What the name means here; `None`, with the problem noted, where it means nothing."""
    found = here.declared.names.find(here.kind, name)
    if found is None:
        _unknown(here, name, place)
        return None
    if found.named is Named.KIND:
        here.problems.error(
            "not-a-value",
            place,
            Text(f"`{name}` 是实体种类，不是值", f"`{name}` is an entity kind and has no value"),
            Text(
                f"用 `some: {{of: {name}, where: …}}`、`count` 或公式 `sum({name}, …)` 读取",
                f"read it by `some: {{of: {name}, where: …}}`, `count` or `sum({name}, …)`",
            ),
        )
        return None
    if RANK[found.named] > here.rank:
        too_early(here, name, RANK[found.named], place)
    return found


def named_value(here: Here, name: str, place: Place) -> tuple[Name, Type] | None:
    """The fact, measure, classification or sheet of that name, with its type."""
    found = meaning_of(here, name, place)
    if found is None:
        return None
    if found.type.sort is Sort.TRUTH:
        here.problems.error(
            "not-a-value",
            place,
            Text(
                f"`{name}` 是定义，只能成立或不成立", f"`{name}` is a definition: it holds or not"
            ),
            Text(f"写作条件 `{name}: true`", f"write it as a condition, `{name}: true`"),
        )
        return None
    return Name(found.entity, found.name, STRATUM[found.named], place), found.type


def too_early(here: Here, name: str, rank: Rank, place: Place) -> None:
    """Note that something is read before it can be known."""
    this, that = _BEFORE[here.rank], _BEFORE[rank]
    here.problems.error(
        "read-too-early",
        place,
        Text(
            f"{this.zh}不能引用 `{name}`：{that.zh}在其后才得出",
            f"{this.en} cannot read `{name}`: {that.en} come later",
        ),
        Text("改为引用它所依据的事实", "read the facts that it rests on instead"),
    )


def child_kind(here: Here, kind: str, place: Place) -> bool:
    """Whether the kind stands directly below the one where this is read; noted where not."""
    known = here.declared.names
    if kind not in known.kinds:
        unknown_entity(here, kind, place)
        return False
    if known.is_child(kind, here.kind):
        return True
    line = known.lineage(kind)
    if here.kind in line:
        steps = line[1 : line.index(here.kind)]
        nested = "some: {of: " + ", where: {some: {of: ".join((*reversed(steps), kind))
        step = Text(f"逐层写：`{nested} …`", f"go level by level: `{nested} …`")
    else:
        below = [k for k in known.kinds if known.is_child(k, here.kind)]
        step = did_you_mean(kind, below) or Text(
            f"`{here.kind}` 之下没有实体", f"nothing stands below `{here.kind}`"
        )
    here.problems.error(
        "not-a-child",
        place,
        Text(
            f"`{kind}` 不是 `{here.kind}` 的直接下级",
            f"`{kind}` does not stand directly below `{here.kind}`",
        ),
        step,
    )
    return False


def unknown_entity(here: Here, kind: str, place: Place) -> None:
    """Note a kind of entity that the dictionary does not have."""
    unknown_entity_of(here.problems, kind, place, here.declared.names.kinds)


def unknown_entity_of(problems: Problems, kind: str, place: Place, known: Iterable[str]) -> None:
    """The same, while the dictionary is still being read."""
    problems.error(
        "unknown-entity",
        place,
        Text(f"没有实体种类 `{kind}`", f"no kind of entity is called `{kind}`"),
        did_you_mean(kind, known)
        or Text("在 facts/ 的 `entities` 中登记它", "declare it under `entities` in facts/"),
    )


def _unknown(here: Here, name: str, place: Place) -> None:
    known = here.declared.names
    near = nearest(name, known.readable(here.kind))
    others = known.elsewhere(name)
    if others:
        owner = others[0].entity
        called = names.CALLED[others[0].named]
        message = Text(
            f"`{name}` 是 `{owner}` 的{called.zh}，在 `{here.kind}` 处读不到",
            f"`{name}` is {called.en} of `{owner}`, which cannot be read at `{here.kind}`",
        )
        step = Text(
            f"用 `some: {{of: {owner}, where: …}}` 读取，或写 `for: {owner}`",
            f"reach it by `some: {{of: {owner}, where: …}}`, or write `for: {owner}`",
        )
    else:
        message = Text(f"没有名为 `{name}` 的事实", f"no fact is called `{name}`")
        step = (
            Text(f"是不是 `{near}`？", f"did you mean `{near}`?")
            if near
            else Text("在 facts/ 中登记它", "declare it in facts/")
        )
    here.problems.error("unknown-fact", place, message, step)
