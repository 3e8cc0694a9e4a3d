"""One mapping of a file read by key; what is missing or of another shape is noted at its place."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import TypeVar

from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence

E = TypeVar("E", bound=Enum)


class Fields:
    """The entries of a mapping. `known`: the keys that may stand in it, where that is closed."""

    def __init__(
        self, node: Node, problems: Problems, known: Collection[str] | None = None
    ) -> None:
        self.problems = problems
        self.place = node.place
        self._entries: dict[str, tuple[Scalar, Node]] = {}
        if not isinstance(node, Mapping):
            wrong_shape(problems, node.place, Text("键值映射", "a mapping"))
            return
        self._entries = {key.text: (key, value) for key, value in node.entries}
        for name, (key, _) in self._entries.items():
            if known is not None and name not in known:
                problems.error(
                    "wrong-shape",
                    key.place,
                    Text(f"这里不能写 `{name}`", f"`{name}` cannot stand here"),
                    did_you_mean(name, known),
                )

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def written(self) -> tuple[Scalar, ...]:
        """The keys in the order written."""
        return tuple(key for key, _ in self._entries.values())

    def node(self, name: str) -> Node | None:
        """What stands under that key, if anything but nothing does."""
        entry = self._entries.get(name)
        if entry is None or (isinstance(entry[1], Scalar) and entry[1].value is None):
            return None
        return entry[1]

    def needed(self, name: str) -> Node | None:
        """What stands under a key that must be there."""
        found = self.node(name)
        if found is None:
            self.problems.error(
                "wrong-shape",
                self._entries[name][0].place if name in self._entries else self.place,
                Text(f"缺少 `{name}`", f"`{name}` is missing"),
                Text(f"请写上 `{name}: …`", f"write `{name}: …`"),
            )
        return found

    def place_of(self, name: str) -> Place:
        """The place of the value under that key, else of the whole."""
        entry = self._entries.get(name)
        return entry[1].place if entry else self.place

    def key_place(self, name: str) -> Place:
        """The place of the key itself, else of the whole."""
        entry = self._entries.get(name)
        return entry[0].place if entry else self.place

    def text(self, name: str, default: str = "") -> str:
        """The words under a key as they were written."""
        found = self.node(name)
        return default if found is None else text_of(found, self.problems)

    def needed_text(self, name: str) -> str:
        """The words under a key that must be there."""
        found = self.needed(name)
        return "" if found is None else text_of(found, self.problems)

    def label(self, name: str) -> Text:
        """The sentence under a key and under the same key with `_en`."""
        return Text(self.text(name), self.text(f"{name}_en"))

    def items(self, name: str) -> tuple[Node, ...]:
        """The members of a list; none where it was left out."""
        found = self.node(name)
        return () if found is None else items_of(found, self.problems)

    def words(self, name: str) -> tuple[Scalar, ...]:
        """The members of a list of single values."""
        found = (scalar_of(item, self.problems) for item in self.items(name))
        return tuple(word for word in found if word is not None)

    def flag(self, name: str) -> bool | None:
        """A yes or no; `None` where it was left out."""
        found = self.node(name)
        if found is None:
            return None
        if isinstance(found, Scalar) and isinstance(found.value, bool):
            return found.value
        wrong_shape(self.problems, found.place, Text("`true` 或 `false`", "`true` or `false`"))
        return None

    def one_of(self, name: str, kind: type[E], default: E) -> E:
        """A word of a closed list; `default` where it was left out."""
        found = self.node(name)
        if found is None:
            return default
        written = text_of(found, self.problems)
        for member in kind:
            if member.value == written:
                return member
        words = [member.value for member in kind]
        self.problems.error(
            "wrong-value",
            found.place,
            Text(f"`{name}` 不能是 `{written}`", f"`{name}` cannot be `{written}`"),
            did_you_mean(written, words),
        )
        return default


def wrong_shape(problems: Problems, place: Place, wanted: Text) -> None:
    """Something else stands where `wanted` should."""
    problems.error(
        "wrong-shape", place, Text(f"这里应当是{wanted.zh}", f"{wanted.en} should stand here")
    )


def scalar_of(node: Node, problems: Problems) -> Scalar | None:
    """A single value."""
    if isinstance(node, Scalar):
        return node
    wrong_shape(problems, node.place, Text("一个值", "a single value"))
    return None


def text_of(node: Node, problems: Problems) -> str:
    """A single value as it was written."""
    found = scalar_of(node, problems)
    return "" if found is None else found.text


def items_of(node: Node, problems: Problems) -> tuple[Node, ...]:
    """The members of a list."""
    if isinstance(node, Sequence):
        return node.items
    wrong_shape(problems, node.place, Text("列表", "a list"))
    return ()
