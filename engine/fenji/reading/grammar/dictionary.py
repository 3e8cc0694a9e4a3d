"""The dictionary, `facts/*.yaml`: which kinds of entity there are, and which facts of each."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fenji.model.dictionary import (
    ChoiceOption,
    EntityKind,
    FactDefinition,
    Identification,
    Kind,
    Origin,
)
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER, Member, NumberSpan
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.options import declared_options
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.types import OF_KIND, Sort, Type
from fenji.reading.grammar.units import known_unit
from fenji.reading.grammar.values import bounds, member, whole_number
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node, Scalar, Sequence

ROOT = EntityKind(SUBJECT, Text("主体", "subject"), None, None, Origin.DECLARED, ())
"""The kind of the root, where no file describes it."""

_NOT_NEGATIVE = NumberSpan(Fraction(0), None)


def entity(problems: Problems, node: Node) -> EntityKind:
    """One kind of entity, on its own."""
    fields = Fields(node, problems)
    name = fields.needed_text("name")
    return EntityKind(
        name,
        fields.label("label"),
        fields.text("parent", SUBJECT) if name != SUBJECT else None,
        fields.text("dated_by") or None,
        fields.one_of("origin", Origin, Origin.DECLARED),
        tuple(word.text for word in fields.words("switches_on")),
        fields.place_of("name"),
    )


def fact(declared: Declared, kind: str, node: Node) -> FactDefinition:
    """One fact of that kind of entity, but for what it says of other facts and tables."""
    problems = declared.problems
    fields = Fields(node, problems)
    sort = fields.one_of("kind", Kind, Kind.TEXT)
    fields.needed("kind")
    fields.needed("origin")
    unit = _unit(declared, fields, sort)
    months = fields.node("good_for_months")
    return FactDefinition(
        kind,
        fields.needed_text("name"),
        fields.label("label"),
        fields.label("question"),
        sort,
        unit,
        _range(declared, fields, sort, unit),
        _options(declared, fields, sort),
        fields.one_of("origin", Origin, Origin.INSPECTED),
        None,
        fields.flag("rectifiable"),
        None if months is None else whole_number(problems, months, 1),
        fields.flag("may_lie_ahead") or False,
        _pattern(problems, fields),
        fields.flag("descriptive") or False,
        None,
        fields.place_of("name"),
    )


def type_of(fact: FactDefinition) -> Type:
    """What the fact is compared with."""
    sort = OF_KIND[fact.kind]
    members: frozenset[Member] | None = fact.values
    if sort is Sort.SET and members is not None:
        members = frozenset(str(m) for m in members)
    number = sort is Sort.NUMBER
    return Type(sort, fact.unit if number else None, members, fact.range if number else ANY_NUMBER)


def joined_up(declared: Declared, fact: FactDefinition, node: Node) -> FactDefinition:
    """The fact with what it says of other facts and tables."""
    fields = Fields(node, declared.problems)
    when = fields.node("applies_when")
    here = Here(declared, fact.entity, Rank.CLASSIFICATION)
    return replace(
        fact,
        applies_when=None if when is None else condition(here, when),
        identified_by=_identification(here, fact, fields),
    )


def _unit(declared: Declared, fields: Fields, kind: Kind) -> str:
    unit = known_unit(declared.units, fields)
    if unit and kind is not Kind.NUMBER:
        declared.problems.error(
            "wrong-shape",
            fields.place_of("unit"),
            Text("只有 `kind: number` 可以有单位", "only `kind: number` can have a unit"),
        )
    return unit


def _range(declared: Declared, fields: Fields, kind: Kind, unit: str) -> NumberSpan:
    default = _NOT_NEGATIVE if kind is Kind.COUNT else ANY_NUMBER
    found = bounds(declared.problems, declared.units, fields, "range", unit, default)
    if kind is Kind.COUNT and (found.low is None or found.low < 0):
        return NumberSpan(Fraction(0), found.high)
    return found


def _options(declared: Declared, fields: Fields, kind: Kind) -> tuple[ChoiceOption, ...]:
    node = fields.node("options")
    if node is None or isinstance(node, Sequence):
        found = _listed(declared.problems, fields)
    else:
        found = declared_options(declared, node)
    chosen = kind in (Kind.CHOICE, Kind.CHOICES)
    if chosen != (node is not None):
        declared.problems.error(
            "wrong-shape",
            fields.place_of("kind" if node is None else "options"),
            Text("`options` 与 `kind` 不符", "`options` does not go with this `kind`"),
            Text(
                "`choice` 和 `choices` 要列出选项，其他不列",
                "`choice` and `choices` list their options, others have none",
            ),
        )
    return found


def _listed(problems: Problems, fields: Fields) -> tuple[ChoiceOption, ...]:
    found: list[ChoiceOption] = []
    for node in fields.items("options"):
        option = Fields(node, problems)
        word = option.needed("value")
        if not isinstance(word, Scalar):
            continue
        value = member(problems, word, Type(Sort.CHOICE), "value")
        if any(str(value) == str(other.value) for other in found):
            problems.error(
                "duplicate-id",
                word.place,
                Text(f"选项 `{word.text}` 出现两次", f"option `{word.text}` stands twice"),
                Text("删去其中一个", "take one of them out"),
            )
        found.append(ChoiceOption(value, option.label("label")))
    return tuple(found)


def _pattern(problems: Problems, fields: Fields) -> str:
    import re

    pattern = fields.text("pattern")
    try:
        re.compile(pattern)
    except re.error as error:
        problems.error(
            "wrong-pattern",
            fields.place_of("pattern"),
            Text(f"不是有效的正则表达式（{error}）", f"this is no regular expression ({error})"),
            Text(r"例如 `'^\d{4}$'`", r"such as `'^\d{4}$'`"),
        )
        return ""
    return pattern


def _identification(here: Here, fact: FactDefinition, fields: Fields) -> Identification | None:
    node = fields.node("identified_by")
    if node is None:
        return None
    inner = Fields(node, here.problems, ("table", "numbers", "names", "otherwise"))
    table = inner.needed_text("table")
    if table:
        _spelled_in(here, fact, inner, table)
    for key in ("numbers", "names"):
        name = inner.text(key)
        if name and here.declared.names.own(fact.entity, name) is None:
            here.problems.error(
                "unknown-fact",
                inner.place_of(key),
                Text(f"`{fact.entity}` 没有事实 `{name}`", f"`{fact.entity}` has no fact `{name}`"),
                did_you_mean(name, here.declared.names.readable(fact.entity)),
            )
    otherwise = inner.node("otherwise")
    if isinstance(otherwise, Scalar):
        member(here.problems, otherwise, Type(Sort.CHOICE, None, fact.values), fact.name)
    return Identification(
        table, inner.text("numbers"), inner.text("names"), inner.text("otherwise")
    )


def _spelled_in(here: Here, fact: FactDefinition, inner: Fields, table: str) -> None:
    """The first column that the table gives holds values of the choice, beside a key `spelling`."""
    head = here.declared.tables.get(table)
    if head is None:
        here.problems.error(
            "unknown-table",
            inner.place_of("table"),
            Text(f"没有表 `{table}`", f"no table is called `{table}`"),
            did_you_mean(table, here.declared.tables),
        )
    elif not head.gives or not any(key.column == "spelling" for key in head.keys):
        here.problems.error(
            "wrong-spellings",
            inner.place_of("table"),
            Text(
                f"表 `{table}` 没有键列 `spelling` 和所指的值",
                f"table `{table}` has no key column `spelling`, or gives nothing",
            ),
            Text(
                "键写 `{column: spelling, …}`，`gives` 的第一列是选项的值",
                "key it by `{column: spelling, …}`; the first column it gives holds the choice",
            ),
        )
    else:
        head.identifies[next(iter(head.gives))] = type_of(fact)
