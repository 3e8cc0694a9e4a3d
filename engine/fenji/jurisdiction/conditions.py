"""Conditions of a chart made ready: most compare one fact with words, and are judged on the spot.

What is not of these few forms is judged by the reference evaluator, with which the others agree: a
test holds them together. Only truth and gaps are wanted here, thousands of times, and no reasons.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.comparing import COMPARING
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.model.condition import All, Any, Compare, Condition, Not, Word
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.submission import SUBJECT, Entity, Submission
from fenji.model.truth import Truth, all_of
from fenji.model.value import Choice, SetSpan, Value

if TYPE_CHECKING:
    from fenji.jurisdiction.view import Read, View


class Stands(NamedTuple):
    """Whether something stands for the subject, and what keeps that open."""

    truth: Truth
    gaps: Gaps


YES = Stands(Truth.TRUE, NO_GAPS)
NO = Stands(Truth.FALSE, NO_GAPS)

Judge = Callable[["View"], Stands]


def judge_of(condition: Condition) -> Judge:
    """What judges the condition of a subject."""
    if isinstance(condition, All):
        return _all(tuple(judge_of(part) for part in condition.of))
    if isinstance(condition, Any):
        return _any(tuple(judge_of(part) for part in condition.of))
    if isinstance(condition, Not):
        return _not(judge_of(condition.of))
    if isinstance(condition, Compare):
        return _comparison(condition) or _by_reference(condition)
    return _by_reference(condition)


def _by_reference(condition: Condition) -> Judge:
    """By the reference, but of those once that answered nothing of what it reads.

    A condition is judged by what it reads alone. Of a subject that answered none of what is read of
    one that answered nothing, every step is the same, and so is the verdict.
    """
    of_nobody: list[_OfNobody] = []

    def judge(view: View) -> Stands:
        if not of_nobody:
            of_nobody.append(_of_nobody(view, condition))
        (known,) = of_nobody
        if view.answers_none(known.facts, known.lists, known.matters):
            return known.stands
        return _judged(view.scene, condition)

    return judge


class _OfNobody(NamedTuple):
    """How a condition stands where nothing is answered; the facts, the lists of children and the
    matters decided by authorities that it reads."""

    stands: Stands
    facts: frozenset[str]
    lists: frozenset[str]
    matters: frozenset[str]


NOBODY = Submission("enterprise", "", "", Entity(SUBJECT, "", {}, {}), ())


def _of_nobody(view: View, condition: Condition) -> _OfNobody:
    scene = scene_of(view.scene.prepared, NOBODY)
    stands = _judged(scene, condition)
    facts = frozenset(name for path, name in scene.valued if not path)
    names = {name for _, name in scene.valued}
    several = view.scene.prepared.release.classifications
    matters = frozenset(c.determined_as for c in several if c.determined_as and c.name in names)
    return _OfNobody(stands, facts, frozenset(scene.world.root.below), matters)


def _judged(scene: Scene, condition: Condition) -> Stands:
    verdict = scene.judge(condition, scene.world.root)
    if verdict.truth is Truth.UNKNOWN:
        return Stands(verdict.truth, verdict.gaps)
    return YES if verdict.truth is Truth.TRUE else NO


def _all(parts: tuple[Judge, ...]) -> Judge:
    def judge(view: View) -> Stands:
        gaps = NO_GAPS
        found = YES
        for part in parts:
            stands = part(view)
            if stands.truth is Truth.FALSE:
                return NO
            if stands.truth is Truth.UNKNOWN:
                gaps = gaps | stands.gaps if gaps else stands.gaps
                found = Stands(Truth.UNKNOWN, gaps)
        return found

    return judge


def _any(parts: tuple[Judge, ...]) -> Judge:
    def judge(view: View) -> Stands:
        gaps = NO_GAPS
        found = NO
        for part in parts:
            stands = part(view)
            if stands.truth is Truth.TRUE:
                return YES
            if stands.truth is Truth.UNKNOWN:
                gaps = gaps | stands.gaps if gaps else stands.gaps
                found = Stands(Truth.UNKNOWN, gaps)
        return found

    return judge


def _not(part: Judge) -> Judge:
    def judge(view: View) -> Stands:
        stands = part(view)
        return Stands(~stands.truth, stands.gaps)

    return judge


def _comparison(node: Compare) -> Judge | None:
    """A fact of the subject against words of the rules; `None` for any other comparison."""
    left = node.left
    if not isinstance(left, Name) or left.stratum is not Stratum.FACT or left.entity != SUBJECT:
        return None
    right = [one.value for one in node.right if isinstance(one, Literal)]
    if len(right) < len(node.right):
        return None
    name, compare = left.name, _compare(node.word, right)

    last: list[tuple[Read | None, Stands]] = [(None, NO)]

    def judge(view: View) -> Stands:
        read = view.read(name)
        before, stands = last[0]
        if read is not before:  # what nobody answered is read as the same thing of every subject
            stands = _stands(read, compare)
            last[0] = (read, stands)
        return stands

    return judge


def _stands(read: Read, compare: Callable[[Value], Truth]) -> Stands:
    if read.value is None:
        return NO
    truth = compare(read.value)
    if truth is Truth.FALSE:
        return NO
    if read.applies is not Truth.TRUE:
        truth = all_of((truth, read.applies))
    return YES if truth is Truth.TRUE else Stands(truth, read.gaps)


def _compare(word: Word, right: list[Value]) -> Callable[[Value], Truth]:
    """One comparing word with its words known: by sets where it asks for members."""
    words = [value.members for value in right if isinstance(value, Choice) and value.members]
    members = frozenset().union(*words)
    single = len(words) == len(right) == len(members)
    if single and word in (Word.HAS, Word.HAS_ANY, Word.HAS_NONE):
        has = _has(frozenset(str(member) for member in members))
        return (lambda value: ~has(value)) if word is Word.HAS_NONE else has
    compare = COMPARING[word]
    return lambda value: compare(value, right)


def _has(words: frozenset[str]) -> Callable[[Value], Truth]:
    def has(value: Value) -> Truth:
        assert isinstance(value, SetSpan)
        if not words.isdisjoint(value.certain):
            return Truth.TRUE
        open_ = value.possible is None or not words.isdisjoint(value.possible)
        return Truth.UNKNOWN if open_ else Truth.FALSE

    return has
