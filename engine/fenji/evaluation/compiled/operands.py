"""What an expression of a rule is while compiling: where its parts will stand when it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.lines import Lines
from fenji.evaluation.compiled.syntax import Expr


class Type(Enum):
    """How a value stands in the compiled functions."""

    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    SET = "set"
    ANY = "any"


@dataclass(frozen=True)
class Operand:
    """The parts of a value, each a piece of syntax without effects that may be repeated.

    `first`, `second` are the bounds of a number or day, the mask and the members of a choice, the
    masks of what a set certainly and possibly has; `value` the model's own value, for what is
    compared in no quick way; `whole` the quadruple of a number, where there is one; `lines` and
    `standing` the lines of a fact and where its bounds stand among them. `applies` is a verdict's
    code (`None`: certainly applies), `gaps` what keeps it open, `unknown` the code of a comparison
    that is open through it (both `None`: nothing keeps it open).
    """

    type: Type
    first: Expr
    second: Expr
    value: Expr
    applies: Expr | None = None
    gaps: Expr | None = None
    unknown: Expr | None = None
    domain: Domain | None = None
    whole: Expr | None = None
    lines: Lines | None = None
    standing: tuple[Expr, Expr] | None = None
