"""One subject on one date, and what has been worked out about it so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fenji.evaluation.prepared import Prepared
from fenji.evaluation.verdict import Valued, Verdict
from fenji.evaluation.world import Spot, World
from fenji.model.condition import Condition
from fenji.model.expression import Expression
from fenji.model.law import Exclusion
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import Member

Judge = Callable[["Scene", Any, Spot], Verdict]
Value_ = Callable[["Scene", Any, Spot], Valued]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something met on the way that whoever relies on the answer should know."""

    id: str
    entity: str
    about: str
    message: Text


class Scene:
    """What the parts of the evaluator read, and the memory they share.

    `judges` and `values` say which part answers for which node: a node that no part knows is a loud
    `KeyError`, never an answer. `determined` is what authorities decided by the day, by entity path
    and matter; `applying` whether each sector applies, once that is known. `assumed` are derived
    values taken as given (see `Classification.given`).
    """

    def __init__(
        self,
        prepared: Prepared,
        world: World,
        judges: Mapping[type, Judge],
        values: Mapping[type, Value_],
    ) -> None:
        self.prepared = prepared
        self.world = world
        self._judges = judges
        self._values = values
        self.determined: Mapping[tuple[str, str], Member] = {}
        self.applying: Mapping[str, Truth] = {}
        self.assumed: Mapping[tuple[str, str], Valued] = {}
        self.verdicts: dict[tuple[str, str], Verdict] = {}
        self.valued: dict[tuple[str, str], Valued] = {}
        self.presumed: dict[tuple[str, str], tuple[Exclusion, ...]] = {}
        self.doubts: dict[tuple[str, str, str], Doubt] = {}

    def judge(self, condition: Condition, at: Spot) -> Verdict:
        """How the condition comes out at the entity."""
        return self._judges[type(condition)](self, condition, at)

    def value(self, expression: Expression, at: Spot) -> Valued:
        """What the expression could be at the entity."""
        return self._values[type(expression)](self, expression, at)

    def assuming(self, given: Mapping[tuple[str, str], Valued]) -> Scene:
        """The same subject with some derived values taken as given, and nothing remembered."""
        scene = Scene(self.prepared, self.world, self._judges, self._values)
        scene.assumed = {**self.assumed, **given}
        scene.determined = self.determined
        scene.applying = self.applying
        scene.doubts = self.doubts
        return scene

    def doubt(self, doubt: Doubt) -> None:
        """Remember a doubt once."""
        self.doubts.setdefault((doubt.id, doubt.entity, doubt.about), doubt)
