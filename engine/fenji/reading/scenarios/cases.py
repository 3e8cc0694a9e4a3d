"""The cases of one `*_test.yaml`, in the order written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.scenario import Expectation, Scenario
from fenji.model.submission import Submission
from fenji.model.text import Text
from fenji.reading.document import read_file
from fenji.reading.keys import missing_keys, unknown_keys
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.refusal import Problems, error, refusal
from fenji.reading.scenarios.expectation import expectation_from, expected_error
from fenji.reading.scenarios.varying import varied
from fenji.reading.submission.day import exact_day
from fenji.reading.submission.header import ENTERPRISE
from fenji.reading.submission.subject import submission_from

_KEYS = ("case", "as_of", "subject", "facts", "vary", "determinations", "expect")
_NOBODY = "scenario"
"""The id of a subject that a case does not name."""


@dataclass(slots=True)
class _CarriedOver:
    """What goes on from case to case: the date, and the nearest case above that has facts."""

    as_of: date | None = None
    base: Mapping | None = None


def read_scenarios(path: Path, release: Release) -> tuple[Scenario, ...]:
    """Every case of one file. Raises Refused with all problems of all of them."""
    return scenarios_from(read_file(path, str(path)), release)


def scenarios_from(node: Node, release: Release) -> tuple[Scenario, ...]:
    """Every case of a list of cases. Raises Refused with all problems of all of them."""
    if not isinstance(node, Sequence) or not node.items:
        raise _wants_cases(node)
    problems = Problems()
    carried = _CarriedOver()
    names: dict[str, Place] = {}
    found = []
    for item in node.items:
        with problems.kept():
            if not isinstance(item, Mapping):
                raise _wants_cases(item)
            scenario = _scenario(item, carried, release)
            first = names.setdefault(scenario.case, item.place)
            if first is not item.place:
                problems.add([_same_name(scenario, first)])
            found.append(scenario)
    problems.refuse()
    return tuple(found)


def _scenario(node: Mapping, carried: _CarriedOver, release: Release) -> Scenario:
    problems = Problems()
    problems.add(unknown_keys(node, _KEYS))
    problems.add(missing_keys(node, ("case", "expect")))
    with problems.kept():
        given = node.get("as_of")
        if given is not None:
            carried.as_of = exact_day(given, "as_of")
        elif carried.as_of is None:
            problems.add(missing_keys(node, ("as_of",)))
    expect = node.get("expect")
    submission: Submission | None = None
    refused_with: tuple[str, ...] = ()
    with problems.kept():
        whole = _submission_node(node, carried)
        try:
            submission = submission_from(whole, release, check_codes=False)
        except Refused as refused:
            if not expected_error(expect):
                raise
            refused_with = tuple(dict.fromkeys(d.id for d in refused.diagnostics))
    expectation = Expectation()
    if expect is not None:
        with problems.kept():
            expectation = expectation_from(expect, submission, release)
    problems.refuse()
    assert carried.as_of is not None
    case = node.get("case")
    name = case.text if isinstance(case, Scalar) else ""
    return Scenario(name, carried.as_of, submission, refused_with, expectation, node.place)


def _submission_node(node: Mapping, carried: _CarriedOver) -> Mapping:
    """The case as it would be submitted: what it does not say is as in the case it varies."""
    facts, changes = node.get("facts"), node.get("vary")
    if (facts is None) is (changes is None):
        raise _facts_or_vary(node)
    base = node
    if facts is not None:
        carried.base = node
    else:
        if carried.base is None:
            raise _nothing_to_vary(changes or node)
        base = carried.base
        before = base.get("facts")
        if not isinstance(changes, Mapping) or before is None:
            raise _wants_paths(changes or node)
        facts = varied(before, changes)
    place = node.place
    entries: list[tuple[Scalar, Node]] = []
    for name, value in (
        ("subject", node.get("subject") or base.get("subject") or _somebody(place)),
        ("facts", facts),
        ("determinations", node.get("determinations") or base.get("determinations")),
    ):
        if value is not None:
            entries.append((_word(name, place), value))
    return Mapping(tuple(entries), place)


def _somebody(place: Place) -> Mapping:
    entries = (
        (_word("kind", place), _word(ENTERPRISE, place)),
        (_word("id", place), _word(_NOBODY, place)),
    )
    return Mapping(entries, place)


def _word(text: str, place: Place) -> Scalar:
    return Scalar(text, text, place)


def _wants_cases(node: Node) -> Refused:
    return refusal(
        "wrong-shape",
        node.place,
        Text("这里要的是案例的列表", "a list of cases should stand here"),
        Text(
            "请写 `- case: …`，下接 facts 和 expect",
            "write `- case: …` with facts and expect below",
        ),
    )


def _facts_or_vary(node: Mapping) -> Refused:
    return refusal(
        "facts-or-vary",
        node.place,
        Text("案例要有 `facts` 或 `vary`，只能有一个", "a case has either `facts` or `vary`"),
        Text(
            "什么也不知道写 `facts: {}`；改动上面的案例写 `vary: {路径: 值}`",
            "write `facts: {}` where nothing is known, or `vary: {PATH: value}` to change those above",
        ),
    )


def _nothing_to_vary(node: Node) -> Refused:
    return refusal(
        "nothing-to-vary",
        node.place,
        Text("上面没有带 `facts` 的案例可改", "no case above has `facts` to vary"),
        Text("请在前面写一个带 `facts` 的案例", "write a case with `facts` before it"),
    )


def _wants_paths(node: Node) -> Refused:
    return refusal(
        "wrong-shape",
        node.place,
        Text("`vary` 要的是路径和值", "`vary` wants paths with values"),
        Text(
            "请写 `vary: {mine.0.exit_spacing_m: 30}`", "write `vary: {mine.0.exit_spacing_m: 30}`"
        ),
    )


def _same_name(scenario: Scenario, first: Place) -> Diagnostic:
    return error(
        "same-case",
        scenario.place,
        Text(
            f"案例“{scenario.case}”已有（第 {first.line} 行）",
            f"a case is called `{scenario.case}` already (line {first.line})",
        ),
        Text("请换一个名称", "give it another name"),
    )
