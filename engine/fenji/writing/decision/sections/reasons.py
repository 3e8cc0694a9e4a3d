"""Why a condition came out as it did: each part with the values seen, their source and day."""

from __future__ import annotations

from fenji.model.condition import All, Any, AtLeastN, Compare, Counted, Quantified
from fenji.model.expression import Literal
from fenji.model.reason import Reason, Seen
from fenji.model.truth import Truth
from fenji.writing.page.blocks import Branch, Line, Run, Tone, faint, line
from fenji.writing.wording.conditions import heading
from fenji.writing.wording.entities import entity_below
from fenji.writing.wording.expressions import SIGNS
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.seen import seen_name, seen_origin, seen_value

MARK: dict[Truth, tuple[str, Tone]] = {
    Truth.TRUE: ("✓ ", "red"),
    Truth.UNKNOWN: ("? ", "warning"),
    Truth.FALSE: ("✗ ", "faint"),
}


def legend(words: Lexicon) -> Line:
    """What the marks mean."""
    return line(
        faint(words.pick("✓ 成立  ? 未定  ✗ 不成立", "✓ holds  ? open  ✗ does not hold")),
    )


def branch(reason: Reason, words: Lexicon, above: str = "") -> Branch:
    """The reason and the parts that made it so; `above` is the entity of the line above.

    What a value was computed from is told once: where it comes up again, the value stands alone.
    """
    return _branch(reason, words, above, set())


Told = set[tuple[str, str]]


def _branch(reason: Reason, words: Lexicon, above: str, told: Told) -> Branch:
    while len(reason.parts) == 1 and isinstance(reason.condition, (All, Any)):
        reason = reason.parts[0]
    mark, tone = MARK[reason.truth]
    where = entity_below(reason.entity, above, words)
    shown = decisive(reason)
    parts = tuple(_branch(part, words, reason.entity, told) for part in shown)
    return Branch(
        line(
            Run(mark, tone),
            Run(f"{where}{words.pick('：', ': ')}" if where else "", "name"),
            heading(reason.condition, words),
            *_values(reason, words),
            faint(_only_inspection(reason, words)),
        ),
        parts + _left_out(reason, shown, words) + _computed_parts(reason, words, told),
    )


def decisive(reason: Reason) -> tuple[Reason, ...]:
    """The parts without those that did not bear on it: the false ones of an `any` not false itself."""
    if not isinstance(reason.condition, (Any, Quantified, Counted, AtLeastN)):
        return reason.parts
    if isinstance(reason.condition, Quantified) and reason.condition.word != "some":
        return reason.parts
    if reason.truth is Truth.FALSE:
        return reason.parts
    return tuple(part for part in reason.parts if part.truth is not Truth.FALSE)


def _left_out(reason: Reason, shown: tuple[Reason, ...], words: Lexicon) -> tuple[Branch, ...]:
    more = len(reason.parts) - len(shown)
    if not more:
        return ()
    said = words.pick(
        f"✗ 另有 {more} 项不成立", f"✗ {more} more that {'does' if more == 1 else 'do'} not hold"
    )
    return (Branch(line(faint(said))),)


def _values(reason: Reason, words: Lexicon) -> list[Run]:
    """The value on the left, then those on the right that the rule does not spell out itself."""
    if not isinstance(reason.condition, Compare) or not reason.seen:
        return []
    left, *right = reason.seen
    runs = [Run(words.pick("：", ": ")), Run(seen_value(left, words), "strong")]
    runs.append(faint(seen_origin(left, words)))
    for expression, seen in zip(reason.condition.right, right, strict=False):
        if not isinstance(expression, Literal):
            name = f"{words.pick('；', '; ')}{seen_name(seen, words)} "
            runs += [Run(name), Run(seen_value(seen, words), "strong")]
            runs.append(faint(seen_origin(seen, words)))
    return runs


def _computed_parts(reason: Reason, words: Lexicon, told: Told) -> tuple[Branch, ...]:
    """What the values of a comparison were computed from."""
    if not isinstance(reason.condition, (Compare, Counted)):
        return ()
    return tuple(
        _computed(part, words, reason.entity, told)
        for seen in reason.seen
        for part in _parts(seen, told)
    )


def _parts(seen: Seen, told: Told) -> tuple[Seen, ...]:
    """What it was computed from and has not been told, without what does not apply or is a literal."""
    if (seen.entity, seen.label) in told and seen.label not in SIGNS:
        return ()
    told.add((seen.entity, seen.label))
    return tuple(part for part in seen.parts if part.label and part.value is not None)


def _computed(seen: Seen, words: Lexicon, above: str, told: Told) -> Branch:
    where = entity_below(seen.entity, above, words)
    return Branch(
        line(
            faint("= "),
            Run(f"{where}{words.pick('：', ': ')}" if where else "", "name"),
            f"{seen_name(seen, words)} ",
            Run(seen_value(seen, words), "strong"),
            faint(seen_origin(seen, words)),
        ),
        tuple(_computed(part, words, seen.entity, told) for part in _parts(seen, told)),
    )


def _only_inspection(reason: Reason, words: Lexicon) -> str:
    if reason.parts or reason.truth is not Truth.UNKNOWN or reason.on_declared is Truth.UNKNOWN:
        return ""
    return words.pick("（有待检查）", " (to be inspected)")
