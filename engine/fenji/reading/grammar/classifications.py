"""Classifications: one answer among several, by cases or as the worst of others."""

from __future__ import annotations

from fenji.model.expression import Expression
from fenji.model.rule import Case, Classification
from fenji.model.text import Text
from fenji.model.value import Member
from fenji.reading.grammar.closing import closed_by_otherwise
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.exclusions import exclusions
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Meaning, Named, Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.resolving import meaning_of
from fenji.reading.grammar.rule_files import RuleFile
from fenji.reading.grammar.sides import amount
from fenji.reading.grammar.types import Sort, Type
from fenji.reading.grammar.values import member
from fenji.reading.node import Mapping, Node, Scalar

_ANY = Type(Sort.CHOICE)


def type_of(problems: Problems, node: Node) -> Type:
    """What the answers can be, from the cases and the order alone."""
    fields = Fields(node, problems)
    members = {member(problems, word, _ANY, "order") for word in fields.words("order")}
    for case in fields.items("cases"):
        value = case.get("value") if isinstance(case, Mapping) else None
        if isinstance(value, Mapping) and "order" not in fields:
            return Type(Sort.CHOICE)
        if isinstance(value, Scalar) and value.value is not None:
            members.add(value.value)
    return Type(Sort.CHOICE, None, frozenset(members))


def classification(file: RuleFile, node: Node) -> Classification:
    """One classification, or one edition of it."""
    declared = file.declared
    fields = Fields(node, declared.problems)
    here = file.here(fields, Rank.CLASSIFICATION)
    name = fields.needed_text("name")
    cases = _cases(here, fields, name)
    worst_of = _others(here, fields, "worst_of")
    order = tuple(member(here.problems, word, _ANY, "order") for word in fields.words("order"))
    _check_ways(here, fields, cases, worst_of, order)
    return Classification(
        name,
        file.sector,
        here.kind,
        fields.label("label"),
        cases,
        tuple(other.name for other in worst_of),
        order,
        tuple(other.name for other in _others(here, fields, "given")),
        fields.text("overrides") or None,
        fields.text("id", name),
        file.scope_at(here),
        exclusions(here, fields),
        fields.text("determined_as") or None,
        file.provenance(fields),
        fields.place_of("name"),
    )


def _cases(here: Here, fields: Fields, name: str) -> tuple[Case, ...]:
    several = [Fields(node, here.problems) for node in fields.items("cases")]
    if not closed_by_otherwise(here.problems, several) and several:
        here.problems.error(
            "missing-otherwise",
            several[-1].place,
            Text(f"`{name}` 没有以 `otherwise` 收尾", f"`{name}` is not closed by `otherwise`"),
            Text(
                "最后加一条 `{value: …, otherwise: true}`",
                "end with a case `{value: …, otherwise: true}`",
            ),
        )
    return tuple(_case(here, case, name) for case in several)


def _case(here: Here, case: Fields, name: str) -> Case:
    computed: Expression | None = None
    value: Member = ""
    node = case.needed("value")
    if isinstance(node, Mapping):
        computed = amount(here, node, None, name)
    elif isinstance(node, Scalar):
        value = member(here.problems, node, _ANY, name)
    when = None
    if "otherwise" not in case:
        wanted = case.needed("when")
        when = NOTHING if wanted is None else condition(here, wanted)
    label = case.label("label") if "label" in case else Text(str(value), str(value))
    return Case(value, label, when, computed)


def _others(here: Here, fields: Fields, key: str) -> tuple[Meaning, ...]:
    found = []
    for word in fields.words(key):
        meaning = meaning_of(here, word.text, word.place)
        if meaning is None:
            continue
        if meaning.named is not Named.CLASSIFICATION:
            here.problems.error(
                "wrong-type",
                word.place,
                Text(f"`{word.text}` 不是分类", f"`{word.text}` is no classification"),
                Text(f"`{key}` 只列分类", f"`{key}` lists classifications only"),
            )
            continue
        if meaning.entity != here.kind:
            here.problems.error(
                "wrong-entity",
                word.place,
                Text(
                    f"`{word.text}` 属于 `{meaning.entity}`，不属于 `{here.kind}`",
                    f"`{word.text}` is of `{meaning.entity}`, not of `{here.kind}`",
                ),
                Text(f"`{key}` 只列同一种实体的分类", f"`{key}` lists those of the same kind only"),
            )
            continue
        found.append(meaning)
    return tuple(found)


def _check_ways(
    here: Here,
    fields: Fields,
    cases: tuple[Case, ...],
    worst_of: tuple[Meaning, ...],
    order: tuple[Member, ...],
) -> None:
    problems = here.problems
    if ("cases" in fields) == ("worst_of" in fields):
        problems.error(
            "wrong-shape",
            fields.place,
            Text(
                "要写 `cases` 或 `worst_of` 之一", "one of `cases` and `worst_of` should stand here"
            ),
        )
    if not order:
        for key in ("determined_as", "worst_of"):
            if key in fields:
                problems.error(
                    "missing-order",
                    fields.key_place(key),
                    Text(f"`{key}` 需要 `order`", f"`{key}` needs an `order`"),
                    Text("从最好到最差列出各值", "list the values, best first"),
                )
        return
    _check_order(here, fields, cases, worst_of, order)


def _check_order(
    here: Here,
    fields: Fields,
    cases: tuple[Case, ...],
    worst_of: tuple[Meaning, ...],
    order: tuple[Member, ...],
) -> None:
    """Every value has one place in the order: a value that had none could not be compared."""
    values: set[Member] = {case.value for case in cases if case.computed is None}
    for other in worst_of:
        values |= other.type.members or frozenset()
    lost = sorted(str(value) for value in values - set(order))
    twice = sorted({str(value) for value in order if order.count(value) > 1})
    for value in lost:
        here.problems.error(
            "incomplete-order",
            fields.place_of("order"),
            Text(f"`order` 里没有 `{value}`", f"`{value}` is not in `order`"),
            Text("补上它", "put it in its place"),
        )
    for value in twice:
        here.problems.error(
            "incomplete-order",
            fields.place_of("order"),
            Text(f"`order` 里 `{value}` 出现两次", f"`{value}` stands twice in `order`"),
            Text("删去一个", "take one out"),
        )
