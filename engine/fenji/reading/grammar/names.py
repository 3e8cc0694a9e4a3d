"""Names, and whose they are: an entity kind's own, else the nearest ancestor's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum

from fenji.model.expression import Stratum
from fenji.model.place import Place
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.types import Type


class Named(Enum):
    """What a name can be the name of."""

    KIND = "kind"
    FACT = "fact"
    MEASURE = "measure"
    DEFINITION = "definition"
    CLASSIFICATION = "classification"
    SHEET = "sheet"


class Rank(IntEnum):
    """The order in which things become known; each reads only what is not after it."""

    FACT = 0
    MEASURE = 1
    CLASSIFICATION = 2
    FINDING = 3
    TIER = 4


RANK = {
    Named.FACT: Rank.FACT,
    Named.MEASURE: Rank.MEASURE,
    Named.DEFINITION: Rank.MEASURE,
    Named.CLASSIFICATION: Rank.CLASSIFICATION,
    Named.SHEET: Rank.FINDING,
}

STRATUM = {
    Named.FACT: Stratum.FACT,
    Named.MEASURE: Stratum.MEASURE,
    Named.CLASSIFICATION: Stratum.CLASSIFICATION,
    Named.SHEET: Stratum.SHEET,
}

CALLED = {
    Named.KIND: Text("实体种类", "an entity kind"),
    Named.FACT: Text("事实", "a fact"),
    Named.MEASURE: Text("量值", "a measure"),
    Named.DEFINITION: Text("定义", "a definition"),
    Named.CLASSIFICATION: Text("分类", "a classification"),
    Named.SHEET: Text("评分表", "a sheet"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means on the entity kind that owns it."""

    name: str
    entity: str
    named: Named
    type: Type
    place: Place


class Names:
    """One name space for each line from an entity kind up to the subject."""

    def __init__(self, parents: dict[str, str | None], problems: Problems) -> None:
        self._parents = parents
        self._problems = problems
        self._by_kind: dict[str, dict[str, Meaning]] = {kind: {} for kind in parents}
        self._lineages = {kind: tuple(self._upwards(kind)) for kind in parents}

    def _upwards(self, kind: str) -> Iterator[str]:
        at: str | None = kind
        met: set[str] = set()
        while at is not None and at in self._parents and at not in met:
            met.add(at)
            yield at
            at = self._parents[at]

    @property
    def kinds(self) -> frozenset[str]:
        """All entity kinds."""
        return frozenset(self._parents)

    def lineage(self, kind: str) -> tuple[str, ...]:
        """The kind and its ancestors up to the subject, nearest first."""
        return self._lineages.get(kind, ())

    def is_child(self, kind: str, parent: str) -> bool:
        """Whether the kind stands directly below the other."""
        return kind != SUBJECT and self._parents.get(kind) == parent

    def declare(self, meaning: Meaning) -> None:
        """Give a name its meaning. Editions of one classification share theirs."""
        own = self._by_kind[meaning.entity]
        first = own.setdefault(meaning.name, meaning)
        if first is meaning:
            return
        if first.named is meaning.named is Named.CLASSIFICATION:
            members = None
            if first.type.members is not None and meaning.type.members is not None:
                members = first.type.members | meaning.type.members
            type_ = Type(first.type.sort, first.type.unit, members)
            own[meaning.name] = Meaning(first.name, first.entity, first.named, type_, first.place)
            return
        self._taken(meaning, first)

    def check_lineages(self) -> None:
        """Note every name that an ancestor has too."""
        for kind, own in self._by_kind.items():
            for above in self.lineage(kind)[1:]:
                for name in own.keys() & self._by_kind[above].keys():
                    self._taken(own[name], self._by_kind[above][name])

    def _taken(self, second: Meaning, first: Meaning) -> None:
        if second.place == first.place:
            return
        where = f"{first.place.path}:{first.place.line}"
        called = CALLED[first.named]
        self._problems.error(
            "name-taken",
            second.place,
            Text(
                f"`{second.name}` 已是 `{first.entity}` 的{called.zh}（{where}）",
                f"`{second.name}` is already {called.en} of `{first.entity}` ({where})",
            ),
            Text("请换一个名称", "choose another name"),
        )

    def own(self, kind: str, name: str) -> Meaning | None:
        """What a name means on that kind itself."""
        return self._by_kind.get(kind, {}).get(name)

    def find(self, kind: str, name: str) -> Meaning | None:
        """What a name means when it is read at an entity of that kind."""
        for at in self.lineage(kind):
            found = self._by_kind[at].get(name)
            if found is not None:
                return found
        return None

    def readable(self, kind: str) -> list[str]:
        """All names that can be read at an entity of that kind, but for kinds of children."""
        return [
            name
            for at in self.lineage(kind)
            for name, meaning in self._by_kind[at].items()
            if meaning.named is not Named.KIND
        ]

    def elsewhere(self, name: str) -> list[Meaning]:
        """Who else has that name."""
        found = (own.get(name) for own in self._by_kind.values())
        return [m for m in found if m is not None and m.named is not Named.KIND]
