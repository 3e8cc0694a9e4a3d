"""The columnar evaluator: whole populations at once, in Polars (extra `batch`).

    plan = columnar.prepare(release, as_of, tiers=True)
    for judgement in columnar.stream(plan, batches):
        judgement.tiers(), judgement.rules("mine"), judgement.referred()

It gives what the reference gives over everything (see `protocol`), in columns, and says of which
subjects it cannot: their answers are for the reference to give (`Judgement.refer`).

A population is a frame for each kind of entity, by its name; `subject` must be there. Columns:

| column | holds |
|---|---|
| `id` | what the entity is called; read only where answers are given one by one |
| `parent` | below the subject: the row of its parent in that kind's frame, from 0 |
| `FACT` | the answer, as said below; null where there is none |
| `FACT.low`, `FACT.high` | the bounds of a number or day that is known in part |
| `FACT.one_of` | a list: the choice is one of these |
| `FACT.possible` | a list: what a set may have, where that is not all in `FACT` |
| `FACT.open` | true: a set may have anything besides |
| `FACT.at` | the day of the answer |
| `FACT.absent` | true: answered "not applicable" |
| `KIND.given` | on the parent: a list of that kind was given. Rows below say so by themselves |
| `KIND.whole`, `KIND.count` | it is whole (null: yes); how many there are in all |
| `MATTER.determined` | what an authority has decided by the day, as text |
| `.refer` | true: only the reference can judge this row |

Numbers are doubles in the unit of the dictionary, each taken as its shortest decimal; flags are
booleans; choices and texts are text (numbered ones numbers, or text such as `2.0`); sets are lists of
text without repeats; days are dates. Any column may be left out: nobody has answered it. Others are
not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from fenji.evaluation.columnar.frames import Frames
from fenji.evaluation.columnar.intake import taken_in
from fenji.evaluation.columnar.judging import Judgement, judged
from fenji.evaluation.columnar.one_by_one import one_by_one
from fenji.evaluation.columnar.plan import Plan, plan_of
from fenji.evaluation.columnar.streaming import stream
from fenji.evaluation.columnar.work import NotCarried
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.prepared import prepare as made_ready
from fenji.evaluation.protocol import Judged
from fenji.evaluation.reference import whole
from fenji.model.release import Release
from fenji.model.submission import Submission


def prepare(release: Release, as_of: date, *, values: bool = False, tiers: bool = False) -> Plan:
    """The plan of all rules of a release on a day, made once; with its values, and with tiers.

    Raises NotCarried where something in it cannot be carried in columns, and KeyError for a node of a
    kind that is not known here.
    """
    return planned(made_ready(release, as_of), values=values, tiers=tiers)


@lru_cache(maxsize=32)
def planned(prepared: Prepared, *, values: bool = True, tiers: bool = False) -> Plan:
    """The same of a release that was made ready; with measures, classifications and scores."""
    return plan_of(prepared, values=values, tiers=tiers)


def judge(prepared: Prepared, submission: Submission) -> Judged:
    """All of one subject. See `protocol.Evaluator`; it takes as long as thousands would."""
    return judge_many(prepared, [submission])[0]


def judge_many(prepared: Prepared, submissions: Sequence[Submission]) -> list[Judged]:
    """All of several subjects; those that are for the reference, by the reference."""
    judgement = judged(planned(prepared), taken_in(prepared, submissions))
    found = one_by_one(judgement)
    for index, refer in enumerate(judgement.refer.to_list()):
        if refer:
            found[index] = whole.judge(prepared, submissions[index])
    return found


__all__ = [
    "Frames",
    "Judgement",
    "NotCarried",
    "Plan",
    "judge",
    "judge_many",
    "judged",
    "planned",
    "prepare",
    "stream",
    "taken_in",
]
