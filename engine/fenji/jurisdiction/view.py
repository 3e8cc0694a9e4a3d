"""One subject as the chart sees it: facts and conditions, with what was judged remembered."""

from __future__ import annotations

from typing import NamedTuple

from fenji.evaluation.reference.facts import anything, value_of_fact
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.jurisdiction.conditions import YES, Judge, Stands, judge_of
from fenji.jurisdiction.ready import ReadyChart, ReadyEdge, ReadyMatter
from fenji.model.condition import Condition
from fenji.model.dictionary import FactDefinition, Origin
from fenji.model.reason import Gap
from fenji.model.submission import SUBJECT, Submission
from fenji.model.truth import Truth, all_of
from fenji.model.value import DateSpan, Value, is_known

ACTIVITIES = "activities"
MAIN_ACTIVITY = "main_activity"
INDUSTRY_CODE = "industry_code"
"""The subject's facts by which it has activities."""


class Read(NamedTuple):
    """What a fact could be (`None`: it does not apply), whether it applies, and what keeps it open."""

    value: Value | None
    applies: Truth
    gaps: Gaps


class View:
    """One subject under the chart of a day; `scene` judges what is asked of its facts."""

    def __init__(self, ready: ReadyChart, scene: Scene, submission: Submission) -> None:
        self.ready = ready
        self.scene = scene
        self.submission = submission
        self._facts = scene.prepared.release.facts.get(SUBJECT, {})
        self._judges: dict[int, Judge] = ready.remembered.setdefault("judges", {})
        self._judged: dict[int, Stands] = {}
        self._read: dict[str, Read] = {}

    def judge(self, when: Condition | None) -> Stands:
        """How a condition over the subject comes out; without one it holds."""
        if when is None:
            return YES
        at = id(when)
        found = self._judged.get(at)
        if found is None:
            judge = self._judges.get(at)
            if judge is None:
                judge = self._judges[at] = judge_of(when)
            found = self._judged[at] = judge(self)
        return found

    def answers_none(
        self, facts: frozenset[str], lists: frozenset[str], matters: frozenset[str]
    ) -> bool:
        """Whether none of these facts and lists is answered, and none of these matters decided."""
        root = self.submission.root
        return (
            facts.isdisjoint(root.facts)
            and lists.isdisjoint(root.children)
            and matters.isdisjoint([matter for _, matter in self.scene.determined])
        )

    def stands(self, in_force: Truth, when: Condition | None) -> Stands:
        """The same of something that may not be in force: no fact settles that."""
        found = self.judge(when)
        if in_force is Truth.TRUE:
            return found
        truth = all_of((found.truth, in_force))
        return Stands(truth, found.gaps if truth is Truth.UNKNOWN else NO_GAPS)

    def edge(self, ready: ReadyEdge) -> Stands:
        """Whether an edge stands."""
        if ready.in_force is Truth.TRUE and ready.edge.when is None:
            return YES
        return self.stands(ready.in_force, ready.edge.when)

    def conditional(self, matter: ReadyMatter) -> tuple[Stands, ...]:
        """How the edges of a matter stand that hang on facts: all that moves its lead and parts."""
        if not matter.conditional:
            return ()
        return tuple([self.edge(ready) for ready in matter.conditional])

    def levels(self, matter: ReadyMatter) -> tuple[Stands, ...]:
        """How the level rules stand that speak of the matter and of departments joined to it."""
        return tuple([self.stands(one.in_force, one.rule.when) for one in matter.levels])

    def value(self, name: str) -> Value | None:
        """A fact of the subject; `None` where it does not apply or the dictionary has none such."""
        return self.read(name).value if name in self._facts else None

    def read(self, name: str) -> Read:
        """A fact of the subject as `value_of_fact` reads it. Raises Refused where that does."""
        found = self._read.get(name)
        if found is None:
            definition = self._facts[name]
            found = _plainly(self, definition) or _by_reference(self, name)
            self._read[name] = found
        return found

    def gap(self, name: str) -> Gap:
        """A fact of the subject as something to ask for."""
        definition = self._facts.get(name)
        return Gap("", SUBJECT, name, definition.origin if definition else Origin.DECLARED)


def _by_reference(view: View, name: str) -> Read:
    valued = value_of_fact(view.scene, view.scene.world.root, name)
    return Read(valued.value, valued.applies, valued.gaps)


def _plainly(view: View, definition: FactDefinition) -> Read | None:
    """A fact that has no day, answered or not; `None` for all that needs more thought."""
    fact = view.submission.root.facts.get(definition.name)
    if fact is None:
        open_ = _unanswered(view, definition)
        if definition.applies_when is None:
            return open_
        applies, gate = view.judge(definition.applies_when)
        key = ("unanswered", definition.name, applies, gate)
        shared: Read | None = view.ready.remembered.get(key)
        if shared is None:
            value = None if applies is Truth.FALSE else open_.value
            gaps = NO_GAPS if applies is Truth.FALSE else gate or open_.gaps
            shared = view.ready.remembered[key] = Read(value, applies, gaps)
        return shared
    if fact.value is None or fact.at is not None or isinstance(fact.value, DateSpan):
        return None
    applies, gate = view.judge(definition.applies_when)
    if applies is Truth.FALSE:
        return None
    if is_known(fact.value):
        return Read(fact.value, applies, gate)
    return Read(fact.value, applies, gate or frozenset({view.gap(definition.name)}))


def _unanswered(view: View, definition: FactDefinition) -> Read:
    """All that the fact could be, and itself as the gap: the same for every subject."""
    key = ("unanswered", definition.name)
    found: Read | None = view.ready.remembered.get(key)
    if found is None:
        value = anything(definition, view.ready.as_of)
        gaps = frozenset({view.gap(definition.name)})
        found = view.ready.remembered[key] = Read(value, Truth.TRUE, gaps)
    return found
