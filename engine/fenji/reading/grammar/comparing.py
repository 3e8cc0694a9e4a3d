"""One entry of a condition that opens with a name: what its value is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.condition import All, Compare, Condition, Holds, Not, Word
from fenji.model.expression import Expression, Literal
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields, items_of
from fenji.reading.grammar.problems import listing
from fenji.reading.grammar.resolving import meaning_of, named_value
from fenji.reading.grammar.sides import FORMS, side
from fenji.reading.grammar.types import CALLED, SEVERAL, WORDS, Sort, Type
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence

_UNREAD = All(())


def entry_of_name(here: Here, key: Scalar, value: Node) -> Condition:
    """`NAME: value`, `NAME: {word: value, …}` or `DEFINITION: true`."""
    meaning = meaning_of(here, key.text, key.place)
    if meaning is None:
        return _UNREAD
    if meaning.type.sort is Sort.TRUTH:
        return _holds(here, key, value, meaning.entity)
    named = named_value(here, key.text, key.place)
    assert named is not None
    left, type_ = named
    if isinstance(value, Mapping) and not any(value.get(form) for form in FORMS):
        fields = Fields(value, here.problems)
        return compare_words(here, key, left, fields, type_, key.text, ()) or _UNREAD
    return _is(here, key, left, type_, value)


def _holds(here: Here, key: Scalar, value: Node, entity: str) -> Condition:
    holds = Holds(entity, key.text, key.place)
    if isinstance(value, Scalar) and isinstance(value.value, bool):
        return holds if value.value else Not(holds, key.place)
    here.problems.error(
        "wrong-type",
        value.place,
        Text(
            f"`{key.text}` 是定义，只能成立或不成立",
            f"`{key.text}` is a definition: it holds or not",
        ),
        Text(
            f"写 `{key.text}: true` 或 `{key.text}: false`",
            f"write `{key.text}: true` or `{key.text}: false`",
        ),
    )
    return holds


def _is(here: Here, key: Scalar, left: Expression, type_: Type, value: Node) -> Condition:
    if isinstance(value, Sequence) or type_.sort is Sort.SET:
        several = isinstance(value, Sequence)
        word = ("has_any" if several else "has") if type_.sort is Sort.SET else "one_of"
        here.problems.error(
            "wrong-word",
            value.place,
            Text(
                f"`{key.text}` 要写明怎样比较",
                f"`{key.text}` needs a word that says how to compare",
            ),
            Text(f"写 `{key.text}: {{{word}: …}}`", f"write `{key.text}: {{{word}: …}}`"),
        )
        return _UNREAD
    if isinstance(value, Scalar) and value.value is None:
        here.problems.error(
            "wrong-shape",
            key.place,
            Text(f"`{key.text}` 没有写值", f"`{key.text}` is compared with nothing"),
            Text("写上值", "write the value"),
        )
        return _UNREAD
    return Compare(left, Word.IS, (side(here, value, type_, key.text),), key.place)


def compare_words(
    here: Here,
    key: Scalar,
    left: Expression,
    fields: Fields,
    type_: Type,
    name: str,
    others: tuple[str, ...],
) -> Condition | None:
    """All comparing words of one mapping together; `others` are keys that are no such words."""
    found: list[Condition] = []
    for word, right, _ in word_entries(here, fields, type_, name, others):
        if word in SEVERAL:
            items = items_of(right, here.problems)
            if isinstance(right, Sequence) and not items:
                here.problems.error(
                    "empty-condition",
                    right.place,
                    Text("列表是空的", "the list is empty"),
                    Text("写上至少一个值", "write at least one value"),
                )
            sides = tuple(side(here, item, type_, name) for item in items)
        elif isinstance(right, Sequence):
            step = "has_any" if type_.sort is Sort.SET else "one_of"
            here.problems.error(
                "wrong-word",
                right.place,
                Text(f"`{word.value}` 只取一个值", f"`{word.value}` takes one value"),
                Text(f"几个值用 `{step}`", f"use `{step}` for several"),
            )
            sides = (Literal(ANY_NUMBER, right.place),)
        else:
            sides = (side(here, right, type_, name),)
        found.append(Compare(left, word, sides, key.place))
    if len(found) == 1:
        return found[0]
    return All(tuple(found), key.place) if found else None


def word_entries(
    here: Here, fields: Fields, type_: Type, name: str, others: tuple[str, ...]
) -> Iterator[tuple[Word, Node, Scalar]]:
    """The comparing words of a mapping with what stands under each; at least one is needed."""
    met = False
    for key in fields.written:
        if key.text in others:
            continue
        met = True
        word = WORDS.get(key.text)
        if word is None:
            here.problems.error(
                "unknown-word",
                key.place,
                Text(f"没有比较词 `{key.text}`", f"`{key.text}` is no comparing word"),
                did_you_mean(key.text, WORDS)
                or Text(f"可用：{listing(WORDS)}", f"the words are {listing(WORDS)}"),
            )
            continue
        right = fields.needed(key.text)
        if word not in type_.words:
            fit = [w.value for w in Word if w in type_.words]
            called = CALLED[type_.sort]
            here.problems.error(
                "wrong-word",
                key.place,
                Text(
                    f"`{name}` 是{called.zh}，不能用 `{key.text}`",
                    f"`{name}` is {called.en}: `{key.text}` cannot stand with it",
                ),
                Text(f"可用：{listing(fit)}", f"what can: {listing(fit)}"),
            )
        elif right is not None:
            yield word, right, key
    if not met:
        here.problems.error(
            "empty-condition",
            fields.place,
            Text(f"`{name}` 没有写怎样比较", f"nothing says how `{name}` is compared"),
            Text(f"写 `{name}: {{at_least: …}}` 之类", "write something like `{at_least: …}`"),
        )
