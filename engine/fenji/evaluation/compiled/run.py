"""A stage ready to run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fenji.evaluation.compiled.row import Row


@dataclass(slots=True, eq=False)
class Run:
    """A stage ready to run over the rows of its kind.

    `reads` gives what it reads of the ancestors, of which it takes a list, the nearest first;
    `of_children` says whether it reads children; `alone`, that it reads more of the subject than its
    rows, their ancestors and children. `states` counts the states of phantoms remembered after it.
    """

    kind: str
    function: Callable[..., None]
    reads: Callable[[list[Row]], tuple[Any, ...]] | None
    of_children: bool
    alone: bool
    states: int = 0
