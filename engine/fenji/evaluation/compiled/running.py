"""All stages run over one subject: what is not false, and what every derived value could be."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.compiled.filling import HandOver
from fenji.evaluation.compiled.phantoms import advance, give_out
from fenji.evaluation.compiled.reference import LaterScene, decided
from fenji.evaluation.compiled.release import Compiled
from fenji.evaluation.compiled.tree import Tree, read
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Answered, At
from fenji.model.submission import Submission


@dataclass(frozen=True, slots=True)
class Told:
    """What the compiled functions say of one subject.

    `rules` holds the code of each rule at each entity that is not certainly false, `values` what each
    derived value could be; the tree has its rows as they are in the end.
    """

    rules: dict[At, int]
    values: dict[At, Answered]
    tree: Tree


def run(ready: Compiled, prepared: Prepared, submission: Submission) -> Told | None:
    """All of one subject; `None` where only the reference can answer.

    That is where a fact is answered `not_applicable` though it applies, or is not of its kind: it is
    refused if anything reads it.
    """
    try:
        tree = read(ready.kinds, submission, prepared.as_of)
    except HandOver:
        return None
    determined = decided(prepared, submission, tree) if submission.determinations else {}
    scene = LaterScene(prepared, submission)
    rules: dict[At, int] = {}
    values: dict[At, Answered] = {}
    for stage in ready.stages:
        rows = tree.rows[stage.kind]
        if rows:
            stage.function(rows, tree, determined, scene, rules, values)
        for phantom in tree.phantoms.get(stage.kind, ()):
            advance(phantom, stage)
    for several in tree.phantoms.values():
        for phantom in several:
            give_out(phantom, rules, values)
    if any(row[gate] == TRUE for row, gate in tree.absent):
        return None
    return Told(rules, values, tree)
