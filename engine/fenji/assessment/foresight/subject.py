"""What the compiled functions say of one subject, as a sight for the reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from fenji.assessment.foresight.conditions import Three, combined, put_together
from fenji.assessment.foresight.release import Ready
from fenji.assessment.foresight.scene import unexplained
from fenji.assessment.sectors import Applying
from fenji.evaluation.compiled.codes import THREE, TRUE
from fenji.evaluation.compiled.row import EXISTS, PHANTOM
from fenji.evaluation.compiled.running import Told
from fenji.evaluation.reference.facts import value_of_fact
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.world import Spot
from fenji.model.condition import Condition
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth, any_of
from fenji.model.value import Value


class Foresight:
    """A sight (see `sight`) of one subject that the compiled functions have been over.

    The codes of rules are gathered once it is known which sectors apply. With `explain`, everything
    that is not certainly false is judged with its reasons.
    """

    def __init__(self, ready: Ready, told: Told, *, explain: bool) -> None:
        self.ready = ready
        self.told = told
        self._explain = explain
        self.codes: dict[str, list[tuple[str, int]]] = {}
        self._findings: dict[str, Three] = {}
        self._unexplained: dict[int, tuple[Scene, Scene]] = {}

    def gather(self, sectors: Mapping[str, Applying]) -> None:
        """Gather the codes of rules and duties of the sectors that apply, by their keys."""
        applying = [name for name, one in sectors.items() if one.truth is Truth.TRUE]
        wanted = set().union(*(self.ready.keys.get(name, ()) for name in applying))
        codes: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (path, key), code in self.told.rules.items():
            if key in wanted:
                codes[key].append((path, code))
        self.codes = codes

    def rule(self, scene: Scene, key: str, kind: str) -> Iterable[Spot]:
        """Those where it is not certainly false; of an edition left to the reference, all."""
        if key in self.ready.left:
            return scene.world.spots(kind)
        if key not in self.codes:
            return ()
        rules = self.told.rules
        return [spot for spot in scene.world.spots(kind) if (spot.path, key) in rules]

    def value(self, scene: Scene, kind: str, name: str) -> Iterable[Spot]:
        """Those where it does not certainly not apply."""
        values = self.told.values
        found = []
        for spot in scene.world.spots(kind):
            answered = values.get((spot.path, name))
            if answered is not None and answered.value is not None:
                found.append(spot)
        return found

    def present(self, scene: Scene, kind: str) -> bool:
        """As the rows have it."""
        rows = self.told.tree.rows[kind]
        return bool(rows) and any(row[EXISTS] == TRUE and not row[PHANTOM] for row in rows)

    def holds(self, scene: Scene, condition: Condition) -> bool:
        """As it was compiled."""
        return self.code(condition) == TRUE

    def answer(self, scene: Scene, name: str) -> Value | None:
        """As it was submitted, where there is nothing that could be doubted."""
        root = scene.world.root
        definition = scene.prepared.release.facts[SUBJECT][name]
        if definition.kind in (Kind.FLAG, Kind.TEXT):
            fact = root.entity.facts.get(name)
            if fact is None:
                return None
            if fact.value is not None and fact.at is None and self._applies(definition):
                return fact.value
        return value_of_fact(scene, root, name).value

    def _applies(self, definition: FactDefinition) -> bool:
        """Whether a fact of the subject certainly applies."""
        if definition.applies_when is None:
            return True
        place = self.ready.compiled.gates.get((SUBJECT, definition.name))
        return place is not None and self.told.tree.rows[SUBJECT][0][place] == TRUE

    def code(self, condition: Condition) -> int:
        """The code of a condition of the subject."""
        found: int = self.told.tree.rows[SUBJECT][0][self.ready.places[id(condition)]]
        return found

    def judging(self, scene: Scene, path: str, key: str) -> Scene:
        """The scene itself for what holds, and for all where everything is explained."""
        if self._explain or key in self.ready.left or self.told.rules.get((path, key)) == TRUE:
            return scene
        return self.unexplained(scene)

    def truth(self, scene: Scene, condition: Condition) -> Truth | None:
        """As it is put together from what was compiled (see `conditions`)."""
        found = self.three(scene, condition)
        return None if found is None or found[0] is Truth.UNKNOWN else found[0]

    def three(self, scene: Scene, condition: Condition) -> Three | None:
        """The same with all three truths, decided or not; `None` where the reference has to judge."""
        condition = self.ready.whens.get(id(condition), condition)
        return put_together(condition, self._compiled, partial(self._finding, scene))

    def unexplained(self, scene: Scene) -> Scene:
        """A scene in which all rules that are decided count as judged."""
        known = self._unexplained.get(id(scene))
        if known is None:
            known = self._unexplained[id(scene)] = (self._without_reasons(scene), scene)
        return known[0]

    def _without_reasons(self, scene: Scene) -> Scene:
        prepared, codes = scene.prepared, self.told.rules
        if prepared is self.ready.prepared:
            return unexplained(scene, codes, prepared.rules, str)
        edition = self.ready.editions[id(prepared)]
        rules = {r.rule.id for r in edition.rules}
        rules -= {key.partition(" ")[2] for key in self.ready.left}
        return unexplained(scene, codes, rules, edition.key)

    def _compiled(self, condition: Condition) -> Three | None:
        place = self.ready.places.get(id(condition))
        return None if place is None else THREE[self.told.tree.rows[SUBJECT][0][place]]

    def _finding(self, scene: Scene, finding: str) -> Three:
        """Whether some rule with that outcome holds anywhere, in a sector that applies."""
        known = self._findings.get(finding)
        if known is None:
            known = self._findings[finding] = self._found(scene, finding)
        return known

    def _found(self, scene: Scene, finding: str) -> Three:
        parts = []
        for sector, rules in self.ready.findings[finding]:
            applies = scene.applying.get(sector, Truth.TRUE)
            if applies is Truth.UNKNOWN:
                parts.append(OPEN)
            elif applies is Truth.TRUE:
                held = (self.codes[rule] for rule in rules if rule in self.codes)
                parts += [THREE[code] for several in held for _, code in several]
        return combined(parts, any_of)


OPEN: Three = (Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN)
"""A finding of a sector that may apply."""
