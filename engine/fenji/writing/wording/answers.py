"""Answers of a decision in words: the value with the labels that the decision itself carries."""

from __future__ import annotations

from fenji.model.decision import Answer
from fenji.writing.wording.entities import kind_of
from fenji.writing.wording.lexicon import Lexicon, Named
from fenji.writing.wording.values import member_text, value_text


def answer_text(answer: Answer, words: Lexicon) -> str:
    """What the measure, classification or score could be."""
    return value_text(answer.value, _named(answer, words), words)


def computed_text(answer: Answer, words: Lexicon) -> str:
    """What the facts alone give, where an authority decided the same matter."""
    return value_text(answer.computed, _named(answer, words), words)


def decided_text(answer: Answer, words: Lexicon) -> str:
    """What an authority decided on the same matter; empty where it decided nothing."""
    if answer.decided is None:
        return ""
    return member_text(answer.decided.value, _named(answer, words).options, words)


def _named(answer: Answer, words: Lexicon) -> Named:
    known = words.named(kind_of(answer.entity, words), answer.name)
    options = {**known.options, **dict(answer.option_labels)}
    return Named(answer.label, answer.unit, options, known.range)
