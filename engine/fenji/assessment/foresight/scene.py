"""A scene in which rules that are decided count as judged: it gives gaps, and no reasons."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.protocol import At
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Valued, Verdict
from fenji.model.condition import Fires
from fenji.model.reason import Reason
from fenji.model.truth import Truth


def _decided(truth: Truth) -> Verdict:
    return Verdict(truth, truth, truth, NO_GAPS, Reason(Fires(""), "", truth, truth))


HOLDS, DOES_NOT = _decided(Truth.TRUE), _decided(Truth.FALSE)


class Foreknown(dict[At, Verdict]):
    """Verdicts remembered, here or with reasons, and those that the compiled functions have decided.

    `keys` gives the key under which they know a rule of the scene.
    """

    def __init__(
        self,
        explained: Mapping[At, Verdict],
        codes: Mapping[At, int],
        rules: Container[str],
        keys: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._explained = explained
        self._codes = codes
        self._rules = rules
        self._keys = keys

    def get(self, at: At, default: object = None) -> Verdict | None:  # type: ignore[override]
        """The verdict of a rule or definition at an entity, `None` where it is still to be judged."""
        found = super().get(at)
        if found is None:
            found = self._explained.get(at)
        if found is None and at[1] in self._rules:
            code = self._codes.get((at[0], self._keys(at[1])), 0)
            if code in (0, TRUE):
                found = self[at] = HOLDS if code else DOES_NOT
        return found


class Worked(dict[At, Valued]):
    """Values remembered, here or with what their reasons saw."""

    def __init__(self, explained: Mapping[At, Valued]) -> None:
        super().__init__()
        self._explained = explained

    def get(self, at: At, default: object = None) -> Valued | None:  # type: ignore[override]
        """The value of a name at an entity, `None` where it is still to be worked out."""
        found = super().get(at)
        return self._explained.get(at) if found is None else found


def unexplained(
    scene: Scene, codes: Mapping[At, int], rules: Container[str], keys: Callable[[str], str]
) -> Scene:
    """The scene of the same subject whose rules are foreknown. What it works out stays its own."""
    found = scene.assuming({})
    found.valued = Worked(scene.valued)
    found.presumed = scene.presumed
    found.verdicts = Foreknown(scene.verdicts, codes, rules, keys)
    return found
