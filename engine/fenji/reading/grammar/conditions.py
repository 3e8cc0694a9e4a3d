"""Conditions: a mapping means all of its entries, a list all of its members."""

from __future__ import annotations

from collections.abc import Callable

from fenji.model.condition import (
    All,
    Any,
    AnyFinding,
    AtLeastN,
    Condition,
    Counted,
    Fires,
    Not,
    Quantified,
    Word,
)
from fenji.model.place import Place
from fenji.model.rule import FindingKind
from fenji.model.text import Text
from fenji.reading.grammar.comparing import compare_words, entry_of_name, word_entries
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields, scalar_of, wrong_shape
from fenji.reading.grammar.formulas import formula
from fenji.reading.grammar.lookups import listed
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.resolving import child_kind, too_early
from fenji.reading.grammar.sides import computed, side
from fenji.reading.grammar.types import NUMBER, WORDS
from fenji.reading.grammar.values import whole_number
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence

NOTHING = All(())
"""Stands in for a condition that could not be read; the problem is noted."""


def condition(here: Here, node: Node) -> Condition:
    """The condition that the node stands for, read at `here`."""
    parts = _parts(here, node, node.place)
    return parts[0] if len(parts) == 1 else All(parts, node.place)


def _parts(here: Here, node: Node, place: Place) -> tuple[Condition, ...]:
    """What a list or a mapping is made of; at least one part."""
    if isinstance(node, Sequence):
        parts = tuple(condition(here, item) for item in node.items)
    elif isinstance(node, Mapping):
        parts = tuple(_entry(here, key, value) for key, value in node.entries)
    else:
        wrong_shape(here.problems, node.place, Text("条件", "a condition"))
        return (NOTHING,)
    if not parts:
        here.problems.error(
            "empty-condition",
            place,
            Text("条件是空的", "the condition is empty"),
            Text("写上条件，或整个删去", "write what has to be met, or leave it out"),
        )
        return (NOTHING,)
    return parts


def _entry(here: Here, key: Scalar, value: Node) -> Condition:
    block = BLOCKS.get(key.text)
    if block is not None:
        return block(here, key, value)
    if key.text in WORDS:
        here.problems.error(
            "misplaced-word",
            key.place,
            Text(f"`{key.text}` 前面要有名称", f"`{key.text}` has to stand under a name"),
            Text(f"写作 `名称: {{{key.text}: …}}`", f"write `NAME: {{{key.text}: …}}`"),
        )
        return NOTHING
    return entry_of_name(here, key, value)


def _all(here: Here, key: Scalar, value: Node) -> Condition:
    parts = _parts(here, value, key.place)
    return parts[0] if len(parts) == 1 else All(parts, key.place)


def _any(here: Here, key: Scalar, value: Node) -> Condition:
    parts = _parts(here, value, key.place)
    return parts[0] if len(parts) == 1 else Any(parts, key.place)


def _not(here: Here, key: Scalar, value: Node) -> Condition:
    return Not(condition(here, value), key.place)


def _at_least_n(here: Here, key: Scalar, value: Node) -> Condition:
    fields = Fields(value, here.problems, ("n", "of"))
    n, of = fields.needed("n"), fields.needed("of")
    if n is None or of is None:
        return NOTHING
    parts = _parts(here, of, of.place)
    wanted = whole_number(here.problems, n, 1)
    if wanted is not None and wanted > len(parts):
        here.problems.error(
            "wrong-value",
            n.place,
            Text(
                f"只有 {len(parts)} 项，不可能满足 {wanted} 项",
                f"there are only {len(parts)} parts: {wanted} can never hold",
            ),
            Text("改正 `n`，或补上各项", "mend `n`, or add the parts"),
        )
    return AtLeastN(wanted or 1, parts, key.place)


def _quantified(here: Here, key: Scalar, value: Node) -> Condition:
    fields = Fields(value, here.problems, ("of", "where"))
    kind, where = _children(here, fields)
    if key.text == "every":
        fields.needed("where")
    return Quantified(key.text, kind, where, key.place)  # type: ignore[arg-type]


def _children(here: Here, fields: Fields) -> tuple[str, Condition | None]:
    kind = fields.needed_text("of")
    where = fields.node("where")
    if not kind or not child_kind(here, kind, fields.place_of("of")):
        return kind, None
    return kind, None if where is None else condition(here.at(kind), where)


def _count(here: Here, key: Scalar, value: Node) -> Condition:
    fields = Fields(value, here.problems, ("of", "where", *WORDS))
    kind, where = _children(here, fields)
    found = [
        Counted(kind, where, word, side(here, right, NUMBER, kind), key.place)
        for word, right, at in word_entries(here, fields, NUMBER, kind, ("of", "where"))
        if _single(here, word, at)
    ]
    return found[0] if len(found) == 1 else All(tuple(found), key.place)


def _single(here: Here, word: Word, at: Scalar) -> bool:
    if word not in (Word.ONE_OF, Word.NONE_OF):
        return True
    here.problems.error(
        "wrong-word",
        at.place,
        Text("`count` 不能与列表比较", "`count` cannot be compared with a list"),
        Text("用 `any` 写成几条", "write several with `any`"),
    )
    return False


def _finding(here: Here, key: Scalar, value: Node) -> Condition:
    scalar = scalar_of(value, here.problems)
    if scalar is None:
        return NOTHING
    declared = here.declared
    kind = declared.rules.get(scalar.text)
    if kind is None:
        here.problems.error(
            "unknown-rule",
            scalar.place,
            Text(f"没有规则 `{scalar.text}`", f"no rule is called `{scalar.text}`"),
            did_you_mean(scalar.text, declared.rules)
            or Text("检查规则的 id", "check the id of the rule"),
        )
        return NOTHING
    if here.rank < Rank.FINDING:
        too_early(here, scalar.text, Rank.FINDING, scalar.place)
    if kind not in declared.names.lineage(here.kind):
        here.problems.error(
            "finding-elsewhere",
            scalar.place,
            Text(
                f"规则 `{scalar.text}` 针对 `{kind}`，在 `{here.kind}` 处读不到",
                f"rule `{scalar.text}` is for `{kind}`, which cannot be read at `{here.kind}`",
            ),
            Text(
                f"用 `some: {{of: {kind}, where: {{finding: …}}}}`",
                f"reach it by `some: {{of: {kind}, where: {{finding: …}}}}`",
            ),
        )
    return Fires(scalar.text, key.place)


def _any_finding(here: Here, key: Scalar, value: Node) -> Condition:
    scalar = scalar_of(value, here.problems)
    if scalar is None:
        return NOTHING
    kinds = [kind.value for kind in FindingKind]
    if not here.folding:
        here.problems.error(
            "misplaced-word",
            key.place,
            Text("`any_finding` 只能用于 policy/", "`any_finding` can stand in policies only"),
            Text("用 `finding: 规则id` 指明是哪一条", "name the rule by `finding: RULE-ID`"),
        )
    if scalar.text not in kinds:
        here.problems.error(
            "unknown-choice",
            scalar.place,
            Text(f"没有结论种类 `{scalar.text}`", f"no kind of finding is called `{scalar.text}`"),
            did_you_mean(scalar.text, kinds),
        )
    return AnyFinding(scalar.text, key.place)


def _listed(here: Here, key: Scalar, value: Node) -> Condition:
    return listed(here, value, key.place, computed) or NOTHING


def _compare(here: Here, key: Scalar, value: Node) -> Condition:
    fields = Fields(value, here.problems, ("formula", *WORDS))
    node = fields.needed("formula")
    if node is None:
        return NOTHING
    left = formula(here, node)
    found = compare_words(here, key, left, fields, NUMBER, "formula", ("formula",))
    return found or NOTHING


Block = Callable[[Here, Scalar, Node], Condition]

BLOCKS: dict[str, Block] = {
    "all": _all,
    "any": _any,
    "not": _not,
    "at_least_n": _at_least_n,
    "some": _quantified,
    "no": _quantified,
    "every": _quantified,
    "count": _count,
    "finding": _finding,
    "listed": _listed,
    "compare": _compare,
    "any_finding": _any_finding,
}
"""The entries of a condition that are no names."""
