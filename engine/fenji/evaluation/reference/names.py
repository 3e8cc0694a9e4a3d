"""Names: a fact or a derived value of the entity itself or of the ancestor that owns it."""

from __future__ import annotations

from fenji.evaluation.reference.classifications import value_of_classification
from fenji.evaluation.reference.facts import value_of_fact
from fenji.evaluation.reference.measures import value_of_measure
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.reference.sheets import value_of_sheet
from fenji.evaluation.verdict import NO_GAPS, Valued
from fenji.evaluation.world import Spot
from fenji.model.expression import Name, Stratum
from fenji.model.reason import Seen
from fenji.model.truth import Truth


def value_of_name(scene: Scene, node: Name, at: Spot) -> Valued:
    """What stands under the name, worked out once for each entity."""
    owner = at.owner(node.entity)
    if node.stratum is Stratum.FACT:
        return value_of_fact(scene, owner, node.name)
    return derived(scene, owner, node.name, node.stratum)


def derived(scene: Scene, owner: Spot, name: str, stratum: Stratum) -> Valued:
    """A measure, classification or sheet of the entity; it does not apply where none is in force."""
    key = (owner.path, name)
    if key in scene.assumed:
        return scene.assumed[key]
    found = scene.valued.get(key)
    if found is None:
        found = scene.valued[key] = _work_out(scene, owner, name, stratum)
    return found


def _work_out(scene: Scene, owner: Spot, name: str, stratum: Stratum) -> Valued:
    prepared, kind = scene.prepared, owner.entity.kind
    if stratum is Stratum.MEASURE:
        return value_of_measure(scene, prepared.measures[kind, name], owner)
    if stratum is Stratum.CLASSIFICATION:
        several = prepared.classifications.get((kind, name))
        if several:
            return value_of_classification(scene, several, owner)
    else:
        sheet = prepared.sheets.get((kind, name))
        if sheet:
            return value_of_sheet(scene, sheet, owner)
    return Valued(None, Truth.FALSE, NO_GAPS, Seen(name, owner.path, None, True))
