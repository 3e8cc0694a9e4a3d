"""What a scenario expects of supervision, held against the answer."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.assessment.scenario import Mismatch
from fenji.model.scenario import ExpectedSupervision
from fenji.model.supervision.answer import (
    CapAnswer,
    DepartmentAnswer,
    InspectionAnswer,
    SupervisionAnswer,
)
from fenji.model.supervision.frequency import Frequency
from fenji.model.truth import Truth, any_of

SUPERVISION = "supervision"


def compare(expect: ExpectedSupervision, answer: SupervisionAnswer | None) -> tuple[Mismatch, ...]:
    """Every point in which the answer is not as expected."""
    if answer is None:
        return (Mismatch(SUPERVISION, "", "an answer", ""),)
    return (*_of_department(expect, answer), *_of_all(expect, answer))


def _of_department(expect: ExpectedSupervision, answer: SupervisionAnswer) -> Iterator[Mismatch]:
    """The figures and modes of one department."""
    if not expect.figures and not expect.modes:
        return
    found = _department(expect.department, answer)
    if found is None:
        yield Mismatch(SUPERVISION, "department", expect.department, "")
        return
    figures = {
        "at_least": found.at_least.certain,
        "possibly": found.at_least.possible,
        "at_most": found.at_most.certain,
        "planned": found.planned,
    }
    for name, wanted in expect.figures.items():
        if figures[name] != wanted:
            yield Mismatch(SUPERVISION, name, _said(wanted), _said(figures[name]))
    modes = {one.mode.value for one in found.inspections if one.holds is Truth.TRUE}
    yield from _missing("modes", expect.modes, modes)


def _department(name: str, answer: SupervisionAnswer) -> DepartmentAnswer | None:
    for one in answer.departments:
        if one.departments == (name,) if name else one.leads_subject:
            return one
    return None


def _of_all(expect: ExpectedSupervision, answer: SupervisionAnswer) -> Iterator[Mismatch]:
    held = _held(answer)
    for key, names, truth in (
        ("rules", expect.rules, Truth.TRUE),
        ("not_rules", expect.not_rules, Truth.FALSE),
        ("open_rules", expect.open_rules, Truth.UNKNOWN),
    ):
        for name in names:
            actual = held.get(name, Truth.FALSE)
            if actual is not truth:
                yield Mismatch(f"{SUPERVISION}.{key}", name, truth, actual)
    conflicts = {c.inspection for one in answer.departments for c in one.conflicts if c.certain}
    yield from _missing("conflicts", expect.conflicts, conflicts)
    together = {name for visit in answer.joint_visits for one in visit.departments for name in one}
    yield from _missing("joint", expect.joint, together)
    yield from _missing("due", expect.due, {one.duty for one in answer.due})
    yield from _missing("asks", expect.asks, {gap.name for gap in answer.waits_for})


def _held(answer: SupervisionAnswer) -> dict[str, Truth]:
    """The truth of each inspection and cap over all departments, what is only compared among them."""
    found: dict[str, Truth] = {}
    for one in answer.departments:
        inspections = (*one.inspections, *one.compared_inspections)
        caps = (*one.caps, *one.compared_caps)
        every: tuple[InspectionAnswer | CapAnswer, ...] = (*inspections, *caps)
        for each in every:
            found[each.rule] = any_of((each.holds, found.get(each.rule, Truth.FALSE)))
    return found


def _missing(what: str, expected: tuple[str, ...], found: set[str]) -> Iterator[Mismatch]:
    for name in expected:
        if name not in found:
            yield Mismatch(f"{SUPERVISION}.{what}", name, name, "")


def _said(frequency: Frequency | None) -> str:
    return "none" if frequency is None else f"{frequency.times} in {frequency.months} months"
