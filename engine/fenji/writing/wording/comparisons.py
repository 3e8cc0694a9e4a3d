"""One comparison in words: `出口间距 低于 30 米`, `exit spacing below 30 m`."""

from __future__ import annotations

from fenji.model.condition import Compare, Counted, Word
from fenji.model.expression import Expression, Literal
from fenji.model.text import Text
from fenji.model.value import NO, YES, Choice, DateSpan
from fenji.writing.wording.expressions import BARE, expression_text, named_by
from fenji.writing.wording.lexicon import Lexicon, Named
from fenji.writing.wording.values import joined

NUMBERS = {
    Word.IS: Text("为", "is"),
    Word.IS_NOT: Text("不为", "is not"),
    Word.ONE_OF: Text("为其中之一：", "is one of"),
    Word.NONE_OF: Text("不在其中：", "is none of"),
    Word.AT_LEAST: Text("不低于", "at least"),
    Word.AT_MOST: Text("不高于", "at most"),
    Word.MORE_THAN: Text("高于", "above"),
    Word.LESS_THAN: Text("低于", "below"),
    Word.HAS: Text("含", "includes"),
    Word.HAS_ANY: Text("含其中之一：", "includes one of"),
    Word.HAS_NONE: Text("不含：", "includes none of"),
}
DAYS = NUMBERS | {
    Word.AT_LEAST: Text("不早于", "on or after"),
    Word.AT_MOST: Text("不晚于", "on or before"),
    Word.MORE_THAN: Text("晚于", "after"),
    Word.LESS_THAN: Text("早于", "before"),
}


def comparison_text(condition: Compare, words: Lexicon) -> str:
    """Left side, word, right side; a literal on the right with the unit of the left."""
    like = named_by(condition.left, words)
    left = expression_text(condition.left, words)
    said = _yes_or_no(condition)
    if said is not None:
        so, not_so = words.pick("属实", "holds"), words.pick("不属实", "does not hold")
        return words.pick(f"“{left}”", f"“{left}” ") + (so if said else not_so)
    right = joined((_right(part, like, words) for part in condition.right), words)
    return f"{left} {_word(condition, words)} {right}"


def counted_text(condition: Counted, words: Lexicon) -> str:
    """`车辆的数目 不低于 3`, with what is counted below it."""
    kind = words.kind(condition.kind)
    right = expression_text(condition.right, words, BARE)
    word = words.say(NUMBERS[condition.word])
    if condition.where is None:
        return words.pick(f"{kind}的数目 {word} {right}", f"number of “{kind}” {word} {right}")
    return words.pick(
        f"满足以下条件的{kind}的数目 {word} {right}",
        f"number of “{kind}” {word} {right}, counting those with",
    )


def _yes_or_no(condition: Compare) -> bool | None:
    """What a comparison with a plain yes or no asks for; `None` for any other."""
    if condition.word not in (Word.IS, Word.IS_NOT) or not isinstance(condition.right[0], Literal):
        return None
    value = condition.right[0].value
    if value not in (YES, NO):
        return None
    return (value == YES) is (condition.word is Word.IS)


def _word(condition: Compare, words: Lexicon) -> str:
    literals = [part.value for part in condition.right if isinstance(part, Literal)]
    dated = any(isinstance(value, DateSpan) for value in literals)
    return words.say((DAYS if dated else NUMBERS)[condition.word])


def _right(expression: Expression, like: Named, words: Lexicon) -> str:
    text = expression_text(expression, words, like)
    if isinstance(expression, Literal) and isinstance(expression.value, Choice):
        return f"“{text}”"
    return text
