"""Conditions in words: on one line, or as an outline of parts where there are several."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.model.condition import (
    All,
    Any,
    AnyFinding,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Fires,
    Holds,
    Listed,
    Not,
    Quantified,
)
from fenji.writing.wording.comparisons import comparison_text, counted_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.vocabulary import FINDING_KIND


@dataclass(frozen=True, slots=True)
class Outline:
    """A condition's own words, and its parts below it."""

    text: str
    parts: tuple[Outline, ...] = ()


def heading(condition: Condition, words: Lexicon) -> str:
    """The condition without its parts: `以下任一满足`, `至少一个 物质 满足`; a leaf in full."""
    if isinstance(condition, All):
        return words.pick("以下各项全部满足", "all of these")
    if isinstance(condition, Any):
        return words.pick("以下任一项满足", "any of these")
    if isinstance(condition, Not):
        return words.pick("以下不成立", "not the case that")
    if isinstance(condition, AtLeastN):
        n = condition.n
        return words.pick(f"以下至少 {n} 项满足", f"at least {n} of these")
    if isinstance(condition, Quantified):
        return _quantified(condition, words)
    if isinstance(condition, Counted):
        return counted_text(condition, words)
    return _leaf(condition, words)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions inside a condition."""
    if isinstance(condition, (All, Any, AtLeastN)):
        return condition.of
    if isinstance(condition, Not):
        return (condition.of,)
    if isinstance(condition, (Quantified, Counted)) and condition.where is not None:
        return (condition.where,)
    return ()


def outline(condition: Condition, words: Lexicon) -> Outline:
    """The condition and everything inside it."""
    parts = tuple(outline(part, words) for part in parts_of(condition))
    return Outline(heading(condition, words), parts)


def sentence(condition: Condition, words: Lexicon) -> str:
    """The whole condition on one line."""
    inner = [sentence(part, words) for part in parts_of(condition)]
    if isinstance(condition, (All, Any)):
        if len(inner) == 1:
            return inner[0]
        both = words.pick("，且 ", ", and ") if isinstance(condition, All) else None
        glue = both or words.pick("，或 ", ", or ")
        return glue.join(_grouped(part, words) for part in condition.of)
    if isinstance(condition, AtLeastN):
        return f"{heading(condition, words)}{_colon(words)}{_list(inner, words)}"
    if isinstance(condition, Not):
        return words.pick(f"并非（{inner[0]}）", f"not ({inner[0]})")
    own = heading(condition, words)
    if not inner:
        return own
    return words.pick(f"{own}（{inner[0]}）", f"{own} ({inner[0]})")


def _grouped(part: Condition, words: Lexicon) -> str:
    text = sentence(part, words)
    if isinstance(part, (All, Any, AtLeastN)) and len(part.of) > 1:
        return words.pick(f"（{text}）", f"({text})")
    return text


def _list(parts: list[str], words: Lexicon) -> str:
    return words.pick("；", "; ").join(parts)


def _colon(words: Lexicon) -> str:
    return words.pick("：", ": ")


def _quantified(condition: Quantified, words: Lexicon) -> str:
    kind = words.kind(condition.kind)
    if condition.where is None:
        if condition.word == "no":
            return words.pick(f"没有{kind}", f"there is no {kind}")
        return words.pick(f"有{kind}", f"there is a {kind}")
    if condition.word == "some":
        return words.pick(f"至少一个{kind}满足", f"at least one {kind} with")
    if condition.word == "no":
        return words.pick(f"没有{kind}满足", f"no {kind} with")
    return words.pick(f"每个{kind}都满足", f"every {kind} with")


def _leaf(
    condition: Compare | Holds | Fires | AnyFinding | Listed,
    words: Lexicon,
) -> str:
    if isinstance(condition, Compare):
        return comparison_text(condition, words)
    if isinstance(condition, Holds):
        found = words.definitions.get((condition.entity, condition.name))
        label = words.say(found) if found else condition.name
        return words.pick(f"属于“{label}”", f"“{label}” holds")
    if isinstance(condition, Fires):
        title = words.rules.get(condition.rule)
        label = words.say(title) if title else condition.rule
        return words.pick(f"符合“{label}”", f"“{label}” is met")
    if isinstance(condition, AnyFinding):
        known = FINDING_KIND.get(condition.finding)
        label = words.say(known) if known else condition.finding
        return words.pick(f"有任一项{label}", f"any {label}")
    table = words.release.tables.get(condition.table)
    title_text = words.say(table.title) if table else condition.table
    return words.pick(f"列于“{title_text}”", f"listed in “{title_text}”")
