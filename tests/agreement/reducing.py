"""A trial that fails, made as small as it can be and still fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import islice
from time import monotonic
from typing import Any as Anything
from typing import get_args

from fenji.evaluation.protocol import Evaluator
from fenji.model.condition import Compare, Condition, Word
from fenji.model.expression import Expression, Literal
from fenji.model.law import Provenance
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import Value, point
from tests.agreement.agreement import Disagreement, Trial, disagreements
from tests.agreement.well_formed import is_well_formed
from tests.evaluation.vocabulary import PROVENANCE

CONDITIONS = get_args(Condition)
EXPRESSIONS = get_args(Expression)
KEPT = (*get_args(Value), Place, Provenance, Text, Units)
"""What is left as it is, or replaced as a whole."""

FIGURES = (Literal(point(0)), Literal(point(1)))
CONSTANTS = tuple(Compare(left, Word.AT_LEAST, FIGURES[1:]) for left in FIGURES[::-1])
"""What is true, and what is false."""

LAST = ("digest", "units", "entities")
FIRST = ("submissions", "rules", "sheets", "classifications", "measures", "definitions")


def smallest(failure: Disagreement, evaluators: Mapping[str, Evaluator]) -> Disagreement:
    """The same evaluator's disagreement, of the same sort, on a trial as small as can be."""
    name = failure.evaluator
    alone = {name: evaluators[name]} if name in evaluators else {}

    def again(trial: Trial) -> Disagreement | None:
        found = disagreements(trial.release, trial.as_of, trial.submissions, alone)
        return next(found, None)

    def fails(trial: Trial) -> bool:
        found = again(trial)
        return found is not None and found.sort == failure.sort

    return again(reduced(failure.trial, fails)) or failure


def reduced(trial: Trial, fails: Callable[[Trial], bool], seconds: float = 60) -> Trial:
    """The smallest trial that is found in that time: whole things go first, then parts of them."""
    end = monotonic() + seconds
    for fine in (False, True):
        progress = True
        while progress and monotonic() < end:
            before = trial
            trial = _once(trial, fails, end, fine=fine)
            progress = trial is not before
    return trial


def _once(trial: Trial, fails: Callable[[Trial], bool], end: float, *, fine: bool) -> Trial:
    """Every step tried once; what failed to be smaller before is not tried again."""
    index = 0
    steps = simpler(trial, fine=fine)
    while monotonic() < end:
        candidate = next(steps, None)
        if candidate is None:
            break
        if _fails(candidate, fails):
            trial = candidate
            steps = islice(simpler(trial, fine=fine), index, None)
        else:
            index += 1
    return trial


def _fails(trial: Trial, fails: Callable[[Trial], bool]) -> bool:
    try:
        return is_well_formed(trial.release) and fails(trial)
    except Exception:  # what cannot even be made ready shows nothing
        return False


def simpler(node: Anything, *, fine: bool) -> Iterator[Anything]:
    """What is smaller by one thing, the greatest steps first."""
    if isinstance(node, tuple) and node and isinstance(node[0], str):
        return  # a name and what it stands for
    if isinstance(node, tuple):
        yield from _shorter(node, fine)
    elif isinstance(node, Mapping):
        yield from _fewer(node, fine)
    elif not fine and isinstance(node, CONDITIONS + EXPRESSIONS):
        return
    elif is_dataclass(node) and not isinstance(node, KEPT):
        if isinstance(node, CONDITIONS):
            yield from (one for one in CONSTANTS if one != node)
            yield from _within(node, CONDITIONS)
        elif isinstance(node, EXPRESSIONS) and not isinstance(node, Literal):
            yield from FIGURES
            yield from _within(node, EXPRESSIONS)
        yield from _by_field(node, fine)


def _shorter(several: tuple[Anything, ...], fine: bool) -> Iterator[tuple[Anything, ...]]:
    if len(several) > 1:
        yield ()
    if len(several) > 3:
        half = len(several) // 2
        yield several[:half]
        yield several[half:]
    for index in range(len(several)):
        yield several[:index] + several[index + 1 :]
    for index, part in enumerate(several):
        for less in simpler(part, fine=fine):
            yield (*several[:index], less, *several[index + 1 :])


def _fewer(several: Mapping[Anything, Anything], fine: bool) -> Iterator[dict[Anything, Anything]]:
    keys = list(several)
    if len(keys) > 1:
        yield {}
    if len(keys) > 3:
        half = len(keys) // 2
        yield {key: several[key] for key in keys[half:]}
        yield {key: several[key] for key in keys[:half]}
    for gone in keys:
        yield {key: value for key, value in several.items() if key != gone}
    for changed in keys:
        for less in simpler(several[changed], fine=fine):
            yield {**several, changed: less}


def _within(node: Anything, kinds: tuple[type, ...]) -> Iterator[Anything]:
    """The parts of a node that can stand in its place."""
    for field in fields(node):
        value = getattr(node, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, kinds):
                yield part


def _by_field(node: Anything, fine: bool) -> Iterator[Anything]:
    for field in sorted(fields(node), key=lambda field: field.name not in FIRST):
        name, value = field.name, getattr(node, field.name)
        if name in LAST or value is None:
            continue
        if isinstance(value, Provenance) and value != PROVENANCE:
            yield replace(node, **{name: PROVENANCE})
        if "None" in str(field.type):
            yield replace(node, **{name: None})
        for less in simpler(value, fine=fine):
            yield replace(node, **{name: less})
