"""What kind of value a name or a formula stands for, so that what it is compared with can be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from fenji.model.condition import Word
from fenji.model.dictionary import Kind
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER, Member, NumberSpan


class Sort(Enum):
    """The kinds of values that can be compared; `truth` is a definition, which is no value."""

    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    SET = "set"
    TEXT = "text"
    DATE = "date"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Type:
    """A sort of value. `unit` of a number (`None`: whatever a formula comes to), `members` of a
    choice or set (`None`: not known beforehand), `range` what a number can be at all."""

    sort: Sort
    unit: str | None = None
    members: frozenset[Member] | None = None
    range: NumberSpan = ANY_NUMBER

    @property
    def numeric(self) -> bool:
        """Whether it can be calculated with and put in order as a number."""
        if self.sort is Sort.CHOICE:
            return bool(self.members) and all(isinstance(m, Fraction) for m in self.members or ())
        return self.sort is Sort.NUMBER

    @property
    def calculable(self) -> bool:
        """Whether a formula can read it; a class that is no number leaves the result open."""
        if self.sort is Sort.CHOICE and self.members is not None:
            return any(isinstance(m, Fraction) for m in self.members)
        return self.sort in (Sort.CHOICE, Sort.NUMBER)

    @property
    def words(self) -> frozenset[Word]:
        """The comparing words that can stand with it."""
        if self.sort is Sort.SET:
            return _OF_SETS
        if self.sort is Sort.FLAG:
            return _SAME
        return _SAME | _OF_SEVERAL | (_ORDER if self.numeric or self.sort is Sort.DATE else set())


_SAME = frozenset({Word.IS, Word.IS_NOT})
_OF_SEVERAL = frozenset({Word.ONE_OF, Word.NONE_OF})
_ORDER = frozenset({Word.AT_LEAST, Word.AT_MOST, Word.MORE_THAN, Word.LESS_THAN})
_OF_SETS = frozenset({Word.HAS, Word.HAS_ANY, Word.HAS_NONE})

SEVERAL = frozenset({Word.ONE_OF, Word.NONE_OF, Word.HAS_ANY, Word.HAS_NONE})
"""The words that take a list."""

WORDS = {word.value: word for word in Word}
"""The comparing words by how they are written."""

NUMBER = Type(Sort.NUMBER)
FLAG = Type(Sort.FLAG)
TEXT = Type(Sort.TEXT)
DATE = Type(Sort.DATE)
TRUTH = Type(Sort.TRUTH)

OF_KIND = {
    Kind.NUMBER: Sort.NUMBER,
    Kind.COUNT: Sort.NUMBER,
    Kind.FLAG: Sort.FLAG,
    Kind.CHOICE: Sort.CHOICE,
    Kind.CHOICES: Sort.SET,
    Kind.TEXT: Sort.TEXT,
    Kind.DATE: Sort.DATE,
}

CALLED = {
    Sort.NUMBER: Text("数", "a number"),
    Sort.FLAG: Text("是或否", "a yes or no"),
    Sort.CHOICE: Text("选项", "a choice"),
    Sort.SET: Text("可多选的选项", "a set of choices"),
    Sort.TEXT: Text("文字", "text"),
    Sort.DATE: Text("日期", "a date"),
    Sort.TRUTH: Text("定义", "a definition"),
}


def comparable(left: Type, right: Type) -> bool:
    """Whether values of the two can be the same at all; units are looked at elsewhere."""
    if left.sort is right.sort or (left.numeric and right.numeric):
        return left.sort is not Sort.TRUTH
    if {left.sort, right.sort} == {Sort.CHOICE, Sort.TEXT}:
        return True
    return Sort.CHOICE in (left.sort, right.sort) and _open(left, right)


def _open(left: Type, right: Type) -> bool:
    """A choice whose values are computed, against a number."""
    choice, other = (left, right) if left.sort is Sort.CHOICE else (right, left)
    return choice.members is None and other.sort is Sort.NUMBER


def joined(one: Type, other: Type) -> Type | None:
    """What covers both; `None` where nothing does."""
    if one.sort is Sort.TEXT and other.sort is Sort.CHOICE:
        return other
    if one.sort is Sort.CHOICE and other.sort is Sort.TEXT:
        return one
    if one.sort is not other.sort:
        return NUMBER if one.numeric and other.numeric else None
    if one.members is not None and other.members is not None:
        return Type(one.sort, one.unit, one.members | other.members)
    return Type(one.sort, one.unit if one.unit == other.unit else None)
