"""What an item rests on: basis, standing, review, and what it inherits of these from its file."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.model.law import Basis, Confirmation, Provenance, Review, Standing
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.values import rough_day, whole_day
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence

UNREVIEWED = Review(Confirmation.UNCERTAIN)
"""Where nobody said how far the wording was checked, nothing is claimed."""

_CONFIRMATIONS = {status.value: status for status in Confirmation}


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a file says for all its items: each may say otherwise."""

    basis: tuple[Basis, ...] = ()
    review: Review = UNREVIEWED
    standing: Standing | None = None


def inherited(declared: Declared, fields: Fields) -> Inherited:
    """The `basis`, `review` and `standing` of a file."""
    return Inherited(basis(declared, fields), review(declared, fields), standing(fields))


def provenance(
    declared: Declared, fields: Fields, above: Inherited, *, needed: bool = True
) -> Provenance:
    """What one item rests on. Without a basis it can only be a proposal, and has to say so where a
    basis is `needed`."""
    own = basis(declared, fields) or above.basis
    stated = standing(fields) or above.standing
    first = declared.standings.get(own[0].instrument) if own else None
    proposed = stated is Standing.PROPOSAL
    if needed and not own and not proposed and "basis" not in fields:
        declared.problems.error(
            "missing-basis",
            fields.place,
            Text("没有写明依据", "this names no instrument and clause"),
            Text(
                "写 `basis: {instrument: …, clause: …}`；本项目自己的建议写 `standing: proposal`",
                "write `basis: {instrument: …, clause: …}`, or `standing: proposal` if it is ours",
            ),
        )
    return Provenance(
        own,
        stated or first or Standing.PROPOSAL,
        review(declared, fields) if "review" in fields else above.review,
        tuple(word.text for word in fields.words("covers")),
        rough_day(declared.problems, fields, "from"),
        rough_day(declared.problems, fields, "until"),
        fields.text("note"),
    )


def basis(declared: Declared, fields: Fields) -> tuple[Basis, ...]:
    """The instruments and clauses under `basis`, one or a list; the first one carries."""
    node = fields.node("basis")
    if node is None:
        return ()
    several = node.items if isinstance(node, Sequence) else (node,)
    return tuple(_one_basis(declared, one) for one in several)


def _one_basis(declared: Declared, node: Node) -> Basis:
    fields = Fields(node, declared.problems)
    instrument, clause = fields.needed_text("instrument"), fields.needed_text("clause")
    if instrument:
        known_instrument(declared, fields, "instrument")
    return Basis(instrument, clause, node.place)


def known_instrument(declared: Declared, fields: Fields, key: str) -> None:
    """Note it where the instrument under that key is not in instruments.yaml."""
    name = fields.text(key)
    if name in declared.standings:
        return
    declared.problems.error(
        "unknown-instrument",
        fields.place_of(key),
        Text(f"没有编号为 `{name}` 的法规文件", f"no instrument is called `{name}`"),
        did_you_mean(name, declared.standings)
        or Text("在 instruments.yaml 中登记它", "declare it in instruments.yaml"),
    )


def standing(fields: Fields) -> Standing | None:
    """The standing that is stated, if one is."""
    if fields.node("standing") is None:
        return None
    return fields.one_of("standing", Standing, Standing.PROPOSAL)


def review(declared: Declared, fields: Fields) -> Review:
    """How far the wording was checked: a word, or a mapping with who, when and where."""
    node = fields.node("review")
    if node is None:
        return UNREVIEWED
    if isinstance(node, Scalar):
        status = _confirmation(declared, node)
        found = Review(status)
    elif isinstance(node, Mapping):
        inner = Fields(node, declared.problems, ("status", "where", "by", "at"))
        at = inner.node("at")
        found = Review(
            inner.one_of("status", Confirmation, Confirmation.UNCERTAIN),
            inner.text("where"),
            inner.text("by"),
            None if at is None else whole_day(declared.problems, at),
        )
    else:
        found = UNREVIEWED
    if found.status is Confirmation.CONFIRMED and (not found.by or found.at is None):
        declared.problems.error(
            "unsigned-review",
            node.place,
            Text(
                "`confirmed` 要写明由谁、何时确认", "`confirmed` needs who confirmed it, and when"
            ),
            Text(
                "写 `{status: confirmed, by: …, at: …}`",
                "write `{status: confirmed, by: …, at: …}`",
            ),
        )
    return found


def _confirmation(declared: Declared, node: Scalar) -> Confirmation:
    found = _CONFIRMATIONS.get(node.text)
    if found is None:
        declared.problems.error(
            "wrong-value",
            node.place,
            Text(f"`review` 不能是 `{node.text}`", f"`review` cannot be `{node.text}`"),
            did_you_mean(node.text, _CONFIRMATIONS),
        )
    return found or Confirmation.UNCERTAIN
