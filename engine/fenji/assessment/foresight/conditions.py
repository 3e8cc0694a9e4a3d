"""What moves a step of a policy, from what was compiled: its condition, and findings anywhere.

`any_finding` hangs on the sectors that apply, which are known only once everything is worked out. So
what lies above it in a condition is put together here; everything else was compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from fenji.evaluation.reference.combining import enough
from fenji.model.condition import All, Any, AnyFinding, AtLeastN, Condition, Not
from fenji.model.truth import Truth, all_of, any_of

Three = tuple[Truth, Truth, Truth]
"""What is known of a condition, and both of its passes (see `verdict`)."""


def gathered(condition: Condition) -> Condition:
    """The same, with what hangs on no finding in an `all` or `any` as one part, to be compiled as one."""
    if isinstance(condition, Not):
        return Not(gathered(condition.of))
    if not isinstance(condition, All | Any) or not _reads_findings(condition):
        return condition
    how = type(condition)
    plain = tuple(part for part in condition.of if not _reads_findings(part))
    others = tuple(gathered(part) for part in condition.of if _reads_findings(part))
    return how((*((how(plain),) if len(plain) > 1 else plain), *others))


def compiled_parts(condition: Condition) -> Iterator[Condition]:
    """The greatest parts of a condition that hang on no finding.

    A part that reads findings within a child's condition is left out: the reference judges it.
    """
    if not _reads_findings(condition):
        yield condition
        return
    for part in _parts(condition):
        yield from compiled_parts(part)


def _reads_findings(node: object) -> bool:
    """Whether `any_finding` stands anywhere in it."""
    if isinstance(node, AnyFinding):
        return True
    if isinstance(node, tuple):
        return any(map(_reads_findings, node))
    return is_dataclass(node) and any(
        _reads_findings(getattr(node, field.name)) for field in fields(node)
    )


def _parts(condition: Condition) -> tuple[Condition, ...]:
    if isinstance(condition, All | Any | AtLeastN):
        return condition.of
    return (condition.of,) if isinstance(condition, Not) else ()


_ENDING: dict[type, Truth] = {All: Truth.FALSE, Any: Truth.TRUE}
"""The truth of one part that decides the whole."""


def put_together(
    condition: Condition,
    compiled: Callable[[Condition], Three | None],
    finding: Callable[[str], Three],
) -> Three | None:
    """The three truths of a condition; `None` where a part was not compiled."""
    if isinstance(condition, AnyFinding):
        return finding(condition.finding)
    known = compiled(condition)
    if known is not None:
        return known
    ending = _ENDING.get(type(condition))
    parts = []
    for part in _parts(condition):
        found = put_together(part, compiled, finding)
        if found is None:
            return None
        if found[0] is ending:
            return ending, ending, ending
        parts.append(found)
    if isinstance(condition, All | Any):
        return combined(parts, all_of if isinstance(condition, All) else any_of)
    if isinstance(condition, AtLeastN):
        n = condition.n
        return combined(parts, lambda truths: enough(truths, n))
    if not isinstance(condition, Not):
        return None
    truth, low, high = parts[0]
    return ~truth, ~high, ~low


def combined(parts: list[Three], how: Callable[[Iterator[Truth]], Truth]) -> Three:
    """What is decided stays so whatever an inspection finds."""
    truth = how(truth for truth, _, _ in parts)
    if truth is not Truth.UNKNOWN:
        return truth, truth, truth
    return truth, how(low for _, low, _ in parts), how(high for _, _, high in parts)
