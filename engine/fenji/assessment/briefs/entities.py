"""Where the entities of a subject stand among those of their kind, as the rows have them."""

from __future__ import annotations

from fenji.assessment.briefs.outline import Outline
from fenji.evaluation.compiled.row import PATH, PHANTOM, Row
from fenji.evaluation.compiled.tree import KindReader, Tree
from fenji.model.submission import SUBJECT


class Entities:
    """The entities of each kind in the order of the reference (see `World.spots`)."""

    def __init__(self, shared: Outline, tree: Tree) -> None:
        self._readers = shared.kinds
        self._tree = tree
        self._rows: dict[str, dict[str, Row]] = {SUBJECT: {"": tree.rows[SUBJECT][0]}}
        self._places: dict[str, dict[str, int]] = {}

    def rows(self, kind: str) -> dict[str, Row]:
        """The rows of a kind by path, phantoms included, in order."""
        found = self._rows.get(kind)
        if found is None:
            found = self._rows[kind] = self._of(self._readers[kind])
        return found

    def place(self, kind: str, path: str) -> int:
        """The place of an entity among those of its kind."""
        found = self._places.get(kind)
        if found is None:
            if len(self._tree.rows[kind]) + len(self._tree.phantoms.get(kind, ())) == 1:
                return 0
            found = self._places[kind] = {path: n for n, path in enumerate(self.rows(kind))}
        return found[path]

    def _of(self, kind: KindReader) -> dict[str, Row]:
        phantoms = {phantom.path: phantom.row for phantom in self._tree.phantoms[kind.name]}
        found: dict[str, Row] = {}
        for above, parent in self.rows(kind.parent).items():
            nobody = f"{above}/{kind.name}:?" if above else f"{kind.name}:?"
            if parent[PHANTOM]:
                found[nobody] = phantoms[nobody] if nobody in phantoms else parent[kind.place][0]
                continue
            for row in parent[kind.place]:
                found[nobody if row[PHANTOM] else row[PATH]] = row
        return found
