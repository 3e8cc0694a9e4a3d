"""Why an answer is what it is: the values that were read, and how each part of a condition came out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from fenji.model.condition import Condition
from fenji.model.dictionary import Origin
from fenji.model.submission import Source
from fenji.model.truth import Truth
from fenji.model.value import Value


class Gap(NamedTuple):
    """Something that was not answered: a fact of an entity, or the list of its children of a kind.

    `entity` is the path from the subject (`hazard_unit:store-2/substance:#1`, empty for the subject
    itself), `kind` the entity's kind, `name` the fact, or the children's kind with `is_list`.
    """

    entity: str
    kind: str
    name: str
    origin: Origin
    is_list: bool = False


class Seen(NamedTuple):
    """A value that was read: a fact, a parameter, a table's cell, or a value computed from others.

    `value` is `None` where it does not apply. `label` names it as the reader knows it: the fact,
    measure, classification, parameter or `table.column`. `parts` are what it was computed from.
    """

    label: str
    entity: str
    value: Value | None
    known: bool
    source: Source | None = None
    at: date | None = None
    parts: tuple[Seen, ...] = ()


class Reason(NamedTuple):
    """How one condition came out at one entity, and what it read.

    `on_declared` is its truth if everything not yet inspected were found in order.
    """

    condition: Condition
    entity: str
    truth: Truth
    on_declared: Truth
    seen: tuple[Seen, ...] = ()
    parts: tuple[Reason, ...] = ()
