"""`otherwise`: the case that closes others."""

from __future__ import annotations

from fenji.model.text import Text
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.problems import Problems


def closed_by_otherwise(problems: Problems, cases: list[Fields]) -> bool:
    """Whether the last case is `otherwise`; a case that stands after one is noted."""
    closed = False
    for case in cases:
        if closed:
            problems.error(
                "case-after-otherwise",
                case.place,
                Text(
                    "`otherwise` 之后的情形永远轮不到", "a case after `otherwise` is never reached"
                ),
                Text("把 `otherwise` 移到最后", "move `otherwise` to the end"),
            )
        if "otherwise" in case:
            closed = True
            _only_true(problems, case)
    return closed


def _only_true(problems: Problems, case: Fields) -> None:
    if case.flag("otherwise") is not True or "when" in case:
        problems.error(
            "wrong-shape",
            case.place_of("otherwise"),
            Text("写 `otherwise: true`，并且不写 `when`", "write `otherwise: true`, and no `when`"),
        )
