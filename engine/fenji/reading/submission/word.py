"""Yes or no, choices, sets of choices, and text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fenji.model.diagnostic import Refused
from fenji.model.dictionary import FactDefinition
from fenji.model.text import Text
from fenji.model.value import NO, YES, Choice, Member, SetSpan
from fenji.reading.keys import unknown_keys
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.member import written_member


def yes_or_no(node: Node, fact: FactDefinition) -> Choice:
    """`true` or `false` and nothing else. Raises Refused."""
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return YES if node.value else NO
    text = node.text if isinstance(node, Scalar) else "…"
    plain = text.casefold()
    meant = plain if plain in ("true", "false") else ""
    shown = f'"{text}"' if meant else text
    raise refusal(
        "not-yes-or-no",
        node.place,
        Text(
            f"`{fact.name}` 要的是 true（是）或 false（否），`{shown}` 不是",
            f"`{fact.name}` wants true or false, and `{shown}` is neither",
        ),
        Text(f"请写 `{meant}`，不加引号", f"write `{meant}`, without quotes")
        if meant
        else Text(
            "请写 `true` 或 `false`；不知道就不写",
            "write `true` or `false`; leave it out if it is not known",
        ),
    )


def choice(node: Node, fact: FactDefinition) -> Choice:
    """One of the options, or `{one_of: [a, b]}`. Raises Refused."""
    return Choice(frozenset(_option(scalar, fact) for scalar in _alternatives(node, fact)))


def text(node: Node, fact: FactDefinition) -> Choice:
    """Text that fits the fact's pattern, or `{one_of: […]}`. Raises Refused."""
    return Choice(frozenset(_text(scalar, fact) for scalar in _alternatives(node, fact)))


def choices(node: Node, fact: FactDefinition) -> SetSpan:
    """A set: a list is whole, `{whole: false, items: […]}` may have more. Raises Refused."""
    whole, items = True, node
    if isinstance(node, Mapping):
        problems = Problems()
        problems.add(unknown_keys(node, ("whole", "items")))
        problems.refuse()
        whole = is_whole(node)
        items = node.get("items") or Sequence((), node.place)
    if not isinstance(items, Sequence):
        shown = items.text if isinstance(items, Scalar) else "…"
        raise refusal(
            "wrong-shape",
            items.place,
            Text(
                f"`{fact.name}` 可以有多项，要写成列表",
                f"`{fact.name}` can have several, and wants a list",
            ),
            Text(f"请写 `[{shown}]`", f"write `[{shown}]`"),
        )
    certain = frozenset(_words(_option(item, fact) for item in _scalars(items, fact)))
    if whole:
        return SetSpan(certain, certain)
    return SetSpan(certain, None if fact.values is None else frozenset(_words(fact.values)))


def is_whole(node: Mapping) -> bool:
    """What `whole` says of a list; a list is whole where nothing says otherwise. Raises Refused."""
    said = node.get("whole")
    if said is None:
        return True
    if isinstance(said, Scalar) and isinstance(said.value, bool):
        return said.value
    raise refusal(
        "not-yes-or-no",
        said.place,
        Text("`whole` 要写 true 或 false", "`whole` is true or false"),
        Text("可能还有别的就写 `whole: false`", "write `whole: false` where there may be more"),
    )


def _words(members: Iterable[Member]) -> Iterator[str]:
    return (written_member(member) for member in members)


def _alternatives(node: Node, fact: FactDefinition) -> tuple[Scalar, ...]:
    if isinstance(node, Scalar):
        return (node,)
    several = node.get("one_of") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or len(node.entries) != 1 or several is None:
        raise refusal(
            "wrong-shape",
            node.place,
            Text(f"`{fact.name}` 只能有一个值", f"`{fact.name}` has one value"),
            Text(
                "请写一个值；只知道是其中之一就写 `{one_of: [a, b]}`",
                "write one value, or `{one_of: [a, b]}` where it is one of several",
            ),
        )
    if not isinstance(several, Sequence) or not several.items:
        raise refusal(
            "wrong-shape",
            several.place,
            Text("`one_of` 要的是列表", "`one_of` wants a list"),
            Text("请写 `one_of: [a, b]`", "write `one_of: [a, b]`"),
        )
    return _scalars(several, fact)


def _scalars(items: Sequence, fact: FactDefinition) -> tuple[Scalar, ...]:
    problems = Problems()
    found = []
    for item in items.items:
        if isinstance(item, Scalar) and item.value is not None:
            found.append(item)
        else:
            problems.add(
                refusal(
                    "wrong-shape",
                    item.place,
                    Text(
                        f"`{fact.name}` 的列表里要的是词", f"the list of `{fact.name}` wants words"
                    ),
                    Text("请写一个词，或删去这一项", "write a word, or take this entry out"),
                ).diagnostics
            )
    problems.refuse()
    return tuple(found)


def _option(scalar: Scalar, fact: FactDefinition) -> Member:
    if not fact.options:
        return _text(scalar, fact)
    typed = written_member(scalar.value) if scalar.value is not None else ""
    options = {written_member(option.value): option for option in fact.options}
    if typed in options:
        return options[typed].value
    labels = {option.label.zh: word for word, option in options.items()}
    meant = labels.get(typed.strip())
    raise refusal(
        "unknown-choice",
        scalar.place,
        Text(
            f"`{fact.name}`（{fact.label.zh}）没有 `{scalar.text}` 这个值",
            f"`{fact.name}` ({fact.label.en}) cannot be `{scalar.text}`",
        ),
        Text(f"请写 `{meant}`", f"write `{meant}`")
        if meant
        else did_you_mean(typed, options) or _look_up(fact),
    )


def _look_up(fact: FactDefinition) -> Text:
    return Text(
        f"用 `fenji facts {fact.name}` 看它可以是什么",
        f"see what it can be with `fenji facts {fact.name}`",
    )


def _text(scalar: Scalar, fact: FactDefinition) -> str:
    if not isinstance(scalar.value, str):
        raise refusal(
            "not-text",
            scalar.place,
            Text(
                f"`{fact.name}` 要的是文字，`{scalar.text}` 不是",
                f"`{fact.name}` wants text, and `{scalar.text}` is none",
            ),
            Text(f'请加引号：`"{scalar.text}"`', f'put it in quotes: `"{scalar.text}"`'),
        )
    if not scalar.value.strip():
        raise refusal(
            "empty-text",
            scalar.place,
            Text(f"`{fact.name}` 是空的", f"`{fact.name}` is empty"),
            Text("不知道就不写，或写 `null`", "leave it out, or write `null`, if it is not known"),
        )
    if fact.pattern and not re.fullmatch(fact.pattern, scalar.value, re.ASCII):
        raise _wrong_pattern(scalar, fact)
    return scalar.value


def _wrong_pattern(scalar: Scalar, fact: FactDefinition) -> Refused:
    return refusal(
        "wrong-pattern",
        scalar.place,
        Text(
            f"`{fact.name}`（{fact.label.zh}）的写法不对：`{scalar.text}`",
            f"`{fact.name}` ({fact.label.en}) is not written like this: `{scalar.text}`",
        ),
        Text(f"要符合 `{fact.pattern}`", f"it must fit `{fact.pattern}`"),
    )
