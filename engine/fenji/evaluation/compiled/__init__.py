"""The compiled evaluator: a release made into Python functions for a day, and run for each subject.

It gives what the reference gives over everything (see `protocol`), and nothing that explains it: no
reasons, no gaps by name, no values on declared facts.
"""

from __future__ import annotations

from functools import lru_cache

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.compiled.filling import HandOver
from fenji.evaluation.compiled.phantoms import advance, give_out
from fenji.evaluation.compiled.reference import LaterScene, decided
from fenji.evaluation.compiled.release import Compiled, compile_release
from fenji.evaluation.compiled.tree import read
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Answered, At, Judged
from fenji.evaluation.reference import whole
from fenji.model.submission import Submission
from fenji.model.truth import Truth


@lru_cache(maxsize=32)
def compiled(prepared: Prepared) -> Compiled:
    """The release compiled, once for each one that was made ready."""
    return compile_release(prepared)


def judge(prepared: Prepared, submission: Submission) -> Judged:
    """All of one subject. See `protocol.Evaluator`.

    A fact that is answered `not_applicable` though it applies, or is not of its kind, is left to the
    reference, which refuses it if anything reads it.
    """
    ready = compiled(prepared)
    try:
        tree = read(ready.kinds, submission, prepared.as_of)
    except HandOver:
        return whole.judge(prepared, submission)
    determined = decided(prepared, submission, tree) if submission.determinations else {}
    scene = LaterScene(prepared, submission)
    rules: dict[At, tuple[Truth, Truth]] = {}
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
        return whole.judge(prepared, submission)
    return Judged(rules, values)
