"""What the steps of a policy read of a subject besides its findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from fenji.assessment.sight import EVERYWHERE, Sight
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.evaluation.world import Spot
from fenji.model.condition import Condition
from fenji.model.expression import Name, Stratum
from fenji.model.truth import Truth
from fenji.model.value import Value


class Met(NamedTuple):
    """How the condition of a step came out, and what it waits for."""

    truth: Truth
    low: Truth
    gaps: Gaps


class Worth(NamedTuple):
    """What a value could be on an entity (see `Valued`), and whether that exists."""

    exists: Truth
    value: Value | None
    applies: Truth
    on_declared: Value | None
    gaps: Gaps


ALWAYS = Met(Truth.TRUE, Truth.TRUE, NO_GAPS)


class Steps(Protocol):
    """What steps read of a subject besides its findings."""

    def met(self, condition: Condition) -> Met:
        """How a step's condition comes out."""
        ...

    def worth(self, kind: str, name: str, stratum: Stratum) -> Iterable[Worth]:
        """What a value could be on each entity on which it may apply."""
        ...


class Judged:
    """What the reference says of them."""

    def __init__(self, scene: Scene, sight: Sight = EVERYWHERE) -> None:
        self._scene = scene
        self._sight = sight

    def met(self, condition: Condition) -> Met:
        """As the reference judges it; of these no reasons are shown."""
        decided = self._sight.truth(self._scene, condition)
        if decided is not None:
            return Met(decided, decided, NO_GAPS)
        scene = self._sight.unexplained(self._scene)
        verdict = scene.judge(condition, scene.world.root)
        return Met(verdict.truth, verdict.low, verdict.gaps)

    def worth(self, kind: str, name: str, stratum: Stratum) -> Iterable[Worth]:
        """As the reference works it out."""
        scene = self._scene
        of_fact = stratum is Stratum.FACT
        spots = scene.world.spots(kind) if of_fact else self._sight.value(scene, kind, name)
        return [self._worth(Name(kind, name, stratum), spot) for spot in spots]

    def _worth(self, name: Name, spot: Spot) -> Worth:
        v = self._scene.value(name, spot)
        return Worth(spot.exists, v.value, v.applies, v.on_declared, v.gaps)
