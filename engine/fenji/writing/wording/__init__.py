"""What the model says, in the words of its readers: labels, units and clauses instead of names.

Every function here takes a node of the model and a `Lexicon` and gives plain text in its language.
"""

from fenji.writing.wording.bases import basis_text, standing_and_review
from fenji.writing.wording.conditions import Outline, outline, sentence
from fenji.writing.wording.entities import entity_text, kind_of
from fenji.writing.wording.expressions import expression_text
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon, lexicon_of
from fenji.writing.wording.numbers import number_text
from fenji.writing.wording.seen import seen_text
from fenji.writing.wording.tiers import range_word, tier_text
from fenji.writing.wording.values import value_text

__all__ = [
    "Lexicon",
    "Outline",
    "basis_text",
    "entity_text",
    "expression_text",
    "gap_text",
    "kind_of",
    "lexicon_of",
    "number_text",
    "outline",
    "range_word",
    "seen_text",
    "sentence",
    "standing_and_review",
    "tier_text",
    "value_text",
]
