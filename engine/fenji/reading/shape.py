"""What a failed keyword of a JSON Schema means to the writer of the file, at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fenji.model.diagnostic import Diagnostic
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import error
from fenji.reading.schema_files import Schema
from fenji.reading.shape_types import wrong_type

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass(frozen=True, slots=True)
class Failure:
    """A keyword of a schema, what it wanted, and the data that are not so."""

    keyword: str
    wanted: Any
    data: Any
    schema: Schema


class Spot:
    """The part of a document that an error speaks of, with the name by which it is known."""

    def __init__(self, document: Node, path: Iterable[str | int]) -> None:
        self.node = document
        self.key: Scalar | None = None
        self.name = ""
        for step in path:
            if isinstance(self.node, Mapping):
                self._enter(str(step))
            elif isinstance(self.node, Sequence):
                self.node = self.node.items[int(step)]

    def _enter(self, name: str) -> None:
        assert isinstance(self.node, Mapping)
        self.key, self.node = next(e for e in self.node.entries if e[0].text == name)
        self.name = name

    @property
    def place(self) -> Place:
        """Where it stands; for what is empty, where its name stands."""
        nothing = isinstance(self.node, Scalar) and not self.node.text
        return self.key.place if nothing and self.key is not None else self.node.place

    @property
    def written(self) -> str:
        """What was written there, cut short."""
        text = self.node.text if isinstance(self.node, Scalar) else "…"
        return text if len(text) <= 40 else f"{text[:39]}…"

    def key_named(self, name: str) -> Place:
        """Where that key of the mapping stands."""
        assert isinstance(self.node, Mapping)
        return next(key.place for key, _ in self.node.entries if key.text == name)


def said(failed: ValidationError, document: Node) -> Iterator[Diagnostic]:
    """One diagnostic for each thing that is wrong there."""
    spot = Spot(document, failed.absolute_path)
    schema: Any = failed.schema
    failure = Failure(str(failed.validator), failed.validator_value, failed.instance, schema)
    if "propertyNames" in failed.absolute_schema_path:
        yield _bad_name(spot, str(failed.instance), failure)
        return
    yield from _WORDED[failure.keyword](spot, failure)


def _bad_name(spot: Spot, name: str, failed: Failure) -> Diagnostic:
    return error(
        "bad-form",
        spot.key_named(name),
        Text(f"`{name}` 不能作名称", f"`{name}` cannot be a name"),
        _help(failed),
    )


def _help(failed: Failure) -> Text | None:
    """The next step that the schema itself offers, else an example of it."""
    schema = failed.schema
    if "x-help" in schema:
        return Text(schema["x-help"]["zh"], schema["x-help"]["en"])
    if "examples" in schema:
        example = schema["examples"][0]
        return Text(f"如 `{example}`", f"write it like `{example}`")
    return None


def _type(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    wanted = failed.wanted
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    message, step = wrong_type(spot.node, spot.name, kinds)
    id_ = "empty-value" if failed.data is None else "wrong-type"
    yield error(id_, spot.place, message, step or _help(failed))


def _unknown_keys(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    known = failed.schema["properties"]
    free = [name for name in known if name not in failed.data]
    for name in failed.data:
        if name not in known:
            yield error(
                "unknown-key",
                spot.key_named(name),
                Text(f"这里没有 `{name}` 这一项", f"no key `{name}` is known here"),
                did_you_mean(name, free),
            )


def _missing_keys(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    missing = [name for name in failed.wanted if name not in failed.data]
    yield _missing(spot, missing)


def _missing(spot: Spot, names: list[str]) -> Diagnostic:
    zh = "、".join(f"`{n}`" for n in names)
    en = ", ".join(f"`{n}`" for n in names)
    are = "is" if len(names) == 1 else "are"
    return error(
        "missing-key",
        spot.place,
        Text(f"这里缺少 {zh}", f"{en} {are} missing here"),
        Text(f"请加上 `{names[0]}: …`", f"add `{names[0]}: …`"),
    )


def _needed_beside(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    for name, needed in failed.wanted.items():
        missing = [n for n in needed if n not in failed.data]
        if name in failed.data and missing:
            other = missing[0]
            yield error(
                "missing-key",
                spot.key_named(name),
                Text(f"有 `{name}` 就要有 `{other}`", f"`{name}` needs `{other}` beside it"),
                Text(f"请加上 `{other}: …`", f"add `{other}: …`"),
            )


def _one_of(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    """In these schemas the alternatives are keys: (at least) one of them must be there."""
    names = [branch["required"][0] for branch in failed.wanted]
    there = [name for name in names if name in failed.data]
    zh = "、".join(f"`{n}`" for n in names)
    en = ", ".join(f"`{n}`" for n in names)
    if not there:
        yield error(
            "missing-key",
            spot.place,
            Text(f"这里缺少 {zh} 之一", f"one of {en} is missing here"),
            Text(
                f"请加上其中一项，如 `{names[0]}: …`", f"add one of them, such as `{names[0]}: …`"
            ),
        )
        return
    yield error(
        "too-many-keys",
        spot.key_named(there[1]),
        Text(
            f"`{there[0]}` 和 `{there[1]}` 不能同时写",
            f"`{there[1]}` cannot stand beside `{there[0]}`",
        ),
        Text(f"{zh} 只留一项", f"keep one of {en}"),
    )


def _not_allowed(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    allowed = failed.wanted
    words = [_as_written(v) for v in (allowed if isinstance(allowed, list) else [allowed])]
    name = f" `{spot.name}`" if spot.name else ""
    yield error(
        "not-allowed",
        spot.place,
        Text(f"`{spot.written}` 不是{name} 可取的值", f"`{spot.written}` is not a value of{name}"),
        did_you_mean(spot.written, words),
    )


def _as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pattern(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    yield error(
        "bad-form",
        spot.place,
        Text(f"`{spot.written}` 的写法不对", f"`{spot.written}` is not written as it must be"),
        _help(failed),
    )


def _beyond(zh: str, en: str) -> Callable[[Spot, Failure], Iterator[Diagnostic]]:
    def worded(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
        limit = failed.wanted
        yield error(
            "out-of-range",
            spot.place,
            Text(
                f"`{spot.written}` 应{zh} {limit}",
                f"`{spot.written}` must be {en} {limit}",
            ),
            _help(failed),
        )

    return worded


def _too_few(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    place = spot.place if spot.key is None else spot.key.place
    name = f" `{spot.name}` " if spot.name else ""
    yield error(
        "empty-value",
        place,
        Text(f"{name}是空的".strip(), f"{name.strip() or 'this'} is empty"),
        Text("请写上内容，或删去这一项", "write something in it, or take it out"),
    )


def _twice(spot: Spot, failed: Failure) -> Iterator[Diagnostic]:
    assert isinstance(spot.node, Sequence)
    seen: list[Node] = []
    for item in spot.node.items:
        if item in seen:
            text = item.text if isinstance(item, Scalar) else "…"
            yield error(
                "twice-in-list",
                item.place,
                Text(f"`{text}` 在列表里写了两次", f"`{text}` stands twice in the list"),
                Text("请删去一个", "take one of them out"),
            )
        seen.append(item)


_WORDED: dict[str, Callable[[Spot, Failure], Iterator[Diagnostic]]] = {
    "type": _type,
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "dependentRequired": _needed_beside,
    "anyOf": _one_of,
    "oneOf": _one_of,
    "enum": _not_allowed,
    "const": _not_allowed,
    "pattern": _pattern,
    "minimum": _beyond("不小于", "at least"),
    "exclusiveMinimum": _beyond("大于", "more than"),
    "maximum": _beyond("不大于", "at most"),
    "minItems": _too_few,
    "minProperties": _too_few,
    "minLength": _too_few,
    "uniqueItems": _twice,
}
