"""What a scenario expects of who is in charge, held against the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fenji.assessment.scenario import Mismatch
from fenji.model.jurisdiction.answer import JurisdictionAnswer, MatterAnswer
from fenji.model.scenario import ExpectedJurisdiction

JURISDICTION = "jurisdiction"
_AND = "、"


def compare(expect: ExpectedJurisdiction, found: JurisdictionAnswer | None) -> Iterator[Mismatch]:
    """Every point in which the answer is not as expected; where there is none, every point."""
    yield from _all_of("lead", expect.leads, () if found is None else found.leads)
    yield from _word("settled", expect.settled, "" if found is None else found.settled.value)
    yield from _word("matter", expect.matter, "" if found is None else found.matter)
    level = None if found is None else found.level
    levels = () if level is None else tuple(one.value for one in level.levels)
    yield from _all_of("level", expect.levels, levels)
    bodies = () if level is None else tuple(body.title.zh for body in level.bodies)
    yield from _word("body", expect.body, _AND.join(bodies))
    yield from _cooperators(expect, found)
    asked = () if found is None else found.waits_for + (level.waits_for if level else ())
    for name in expect.asks:
        if all(gap.name != name for gap in asked):
            yield _mismatch("asks", name, _AND.join(dict.fromkeys(gap.name for gap in asked)))
    by_matter = {} if found is None else {one.matter: one for one in found.matters}
    for matter, leads in expect.matters.items():
        yield from _all_of(f"matters.{matter}", leads, _leads(by_matter.get(matter)), exactly=True)


def _leads(matter: MatterAnswer | None) -> tuple[str, ...]:
    return () if matter is None else matter.leads


def _cooperators(
    expect: ExpectedJurisdiction, found: JurisdictionAnswer | None
) -> Iterator[Mismatch]:
    several = () if found is None else found.cooperators
    certain = {one.department for one in several if one.certain}
    possible = {one.department for one in several} - certain
    for name in expect.cooperates:
        if name not in certain:
            yield _mismatch("cooperates", name, f"{name}?" if name in possible else "")
    for name in expect.not_cooperates:
        if name in certain | possible:
            yield Mismatch(JURISDICTION, "not_cooperates", "", name)


def _all_of(
    what: str, expected: Collection[str], found: Collection[str], *, exactly: bool = False
) -> Iterator[Mismatch]:
    """The same words in any order; nothing expected is not looked at, but where it is meant."""
    if (expected or exactly) and set(expected) != set(found):
        yield _mismatch(what, _AND.join(sorted(expected)), _AND.join(sorted(found)))


def _word(what: str, expected: str, found: str) -> Iterator[Mismatch]:
    if expected and expected != found:
        yield _mismatch(what, expected, found)


def _mismatch(what: str, expected: str, found: str) -> Mismatch:
    return Mismatch(JURISDICTION, what, expected, found)
