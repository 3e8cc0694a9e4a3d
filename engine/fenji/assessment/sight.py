"""Where to look: at which entities a rule could hold, and a value apply.

The reference knows nothing beforehand and looks everywhere. The compiled evaluator has been there: it
says where something is certainly false, and everything else is still the reference's to explain.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from fenji.evaluation.reference.facts import value_of_fact
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.world import Spot
from fenji.model.condition import Condition
from fenji.model.truth import Truth
from fenji.model.value import Value


class Sight(Protocol):
    """What is known of a subject before the reference looks at it."""

    def rule(self, scene: Scene, key: str, kind: str) -> Iterable[Spot]:
        """The entities at which a rule may not be false, in order.

        A duty goes by its `duty_key`, a rule of an edition that has ended by `Edition.key`.
        """
        ...

    def value(self, scene: Scene, kind: str, name: str) -> Iterable[Spot]:
        """The entities at which a measure, classification or score may apply, in order."""
        ...

    def present(self, scene: Scene, kind: str) -> bool:
        """Whether an entity of the kind was submitted that exists for certain."""
        ...

    def holds(self, scene: Scene, condition: Condition) -> bool:
        """Whether a condition on which a sector hangs holds of the subject for certain."""
        ...

    def answer(self, scene: Scene, name: str) -> Value | None:
        """What a question to the subject, or one for a text, was answered; anything else is no matter."""
        ...

    def judging(self, scene: Scene, path: str, key: str) -> Scene:
        """The scene in which a rule is judged at an entity: one with reasons where they are shown."""
        ...

    def truth(self, scene: Scene, condition: Condition) -> Truth | None:
        """How a step's condition comes out, where that is decided and already known."""
        ...

    def unexplained(self, scene: Scene) -> Scene:
        """A scene in which something is judged of which no reason is shown."""
        ...


class Everywhere:
    """Nothing is known beforehand."""

    def rule(self, scene: Scene, key: str, kind: str) -> Iterable[Spot]:
        """All of the kind."""
        return scene.world.spots(kind)

    def value(self, scene: Scene, kind: str, name: str) -> Iterable[Spot]:
        """All of the kind."""
        return scene.world.spots(kind)

    def present(self, scene: Scene, kind: str) -> bool:
        """As the subject's tree has it."""
        return any(
            spot.phantom is None and spot.exists is Truth.TRUE for spot in scene.world.spots(kind)
        )

    def holds(self, scene: Scene, condition: Condition) -> bool:
        """As the reference judges it."""
        return scene.judge(condition, scene.world.root).truth is Truth.TRUE

    def answer(self, scene: Scene, name: str) -> Value | None:
        """As the reference reads it."""
        return value_of_fact(scene, scene.world.root, name).value

    def judging(self, scene: Scene, path: str, key: str) -> Scene:
        """The same."""
        return scene

    def truth(self, scene: Scene, condition: Condition) -> Truth | None:
        """Not known."""
        return None

    def unexplained(self, scene: Scene) -> Scene:
        """The same."""
        return scene


EVERYWHERE = Everywhere()
