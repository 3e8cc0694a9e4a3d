"""Fenji's compiled evaluator on the same rules and facts: `python fenji_compiled.py SECONDS`.

*Judged*: a submission in, all truths out, as `fenji.evaluation.compiled.judge` gives them. *Told*: a
submission in, the code of each rule that holds or is open out. *Rules alone*: the compiled functions
over rows that were filled before, as Drools' core works over a Map that was filled before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from fenji.evaluation import compiled
from fenji.evaluation.compiled.release import Compiled
from fenji.evaluation.compiled.row import Row
from fenji.evaluation.compiled.running import run
from fenji.evaluation.compiled.tree import Tree, read
from fenji.evaluation.protocol import Judged
from fenji.model.truth import Truth
from measuring import rate
from twenty_rules import AS_OF, FactSets, held, ready, twenty

SETS = 2000


def holding(judged: Judged) -> list[str]:
    """The rules that hold."""
    return sorted(name for (_, name), (truth, _) in judged.rules.items() if truth is Truth.TRUE)


def main(seconds: float) -> None:
    release = twenty()
    prepared, draw = ready(release), FactSets(release)
    engine = compiled.compiled(prepared)
    found: dict[str, Any] = {}
    for name, missing in (("complete", 0), ("a tenth missing", 10)):
        several = [draw.submission(draw.drawn(missing), number) for number in range(SETS)]
        wrong = sum(holding(compiled.judge(prepared, s)) != held(prepared, s) for s in several)
        trees = [read(engine.kinds, submission, AS_OF) for submission in several]
        found[name] = {
            "wrong": wrong,
            "judged": {"best": rate(partial(compiled.judge, prepared), several, seconds)},
            "told": {"best": rate(partial(run, engine, prepared), several, seconds)},
            "rules alone": {"best": rate(*_over_rows(engine, trees), seconds)},
        }
    print(json.dumps(found))


def _over_rows(engine: Compiled, trees: list[Tree]) -> tuple[Callable[[Any], object], list[Any]]:
    """What runs the rules of one subject, and the rows of all, filled."""
    (stage,) = engine.stages
    function = stage.function

    def rules(these: list[Row]) -> None:
        function(these, None, {}, None, {}, {})

    return rules, [tree.rows[stage.kind] for tree in trees]


if __name__ == "__main__":
    main(float(sys.argv[1]))
