"""What every evaluator gives for one subject on one day, so that they can be held against each other.

The reference evaluator is the specification; any other is right as far as it agrees with it on this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from fenji.evaluation.prepared import Prepared
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from fenji.model.value import Value

At = tuple[str, str]
"""The path of an entity (phantoms included, `?` for their ids), and a name or the id of a rule."""


class Answered(NamedTuple):
    """What a derived value could be: `None` where it certainly does not apply."""

    value: Value | None
    applies: Truth


@dataclass(frozen=True, slots=True)
class Judged:
    """All rules and derived values at all entities of one subject.

    `rules` holds the known truth and the truth on declared facts of each rule at each entity, those
    that are certainly false left out. `values` are measures, classifications and scores.
    """

    rules: Mapping[At, tuple[Truth, Truth]]
    values: Mapping[At, Answered]


class Evaluator(Protocol):
    """Judges one subject under a release made ready for a day.

    Raises Refused where a fact is answered `not_applicable` though it applies, and KeyError where a
    node of the release is of a kind that it does not know.
    """

    def __call__(self, prepared: Prepared, submission: Submission) -> Judged: ...
