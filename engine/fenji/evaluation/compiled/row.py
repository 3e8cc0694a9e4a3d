"""The first places of every row; its children, facts and results come after them."""

from __future__ import annotations

from typing import Any

from fenji.evaluation.compiled.codes import TRUE

Row = list[Any]
PATH, PARENT, EXISTS, THERE, PHANTOM, MORE, ENTITY, NEXT, RULES, VALUES = range(10)
"""Path (`None`: that of the phantom it is shared by), row of the parent, existence as a code, the same
with that of all ancestors, what keeps a phantom's list open (0: it is none), how many it may stand
for, the entity; and of a state of phantoms (see `phantoms`) the states after it, and all that was
given out up to it."""
HEADER: tuple[Any, ...] = ("", None, TRUE, TRUE, 0, None, None, None, None, None)
