"""A rule is not finished without a case in which it holds and one in which it does not.

Good:  a case with expect: {findings: [mine.ug.exits]}, and one with expect: {not: [mine.ug.exits]}
Bad:   a rule that no scenario names, or names only on one side
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.duty import Duty
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.rule import Rule
from fenji.model.scenario import Scenario
from fenji.model.supervision.rule import CapRule, InspectionRule
from fenji.model.text import Text
from fenji.model.value import Choice

ID = "untested"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Rules, duties and inspections without both cases, and answers of classifications that no scenario
    expects."""
    expected = [scenario.expect for scenario in scenarios]
    yield from _one_sided(
        release.rules,
        Text("规则", "rule"),
        {name for expect in expected for name in expect.findings},
        Text("成立", "in which it holds"),
        {name for expect in expected for name in expect.not_},
        Text("不成立", "in which it does not hold"),
    )
    yield from _one_sided(
        release.duties,
        Text("义务", "duty"),
        {name for expect in expected for name in expect.duties},
        Text("应当履行", "in which it binds"),
        {name for expect in expected for name in expect.not_duties},
        Text("不必履行", "in which it does not bind"),
    )
    supervised = [expect.supervision for expect in expected if expect.supervision is not None]
    yield from _one_sided(
        (*release.schedule.inspections, *release.schedule.caps),
        Text("监督检查规则", "rule of supervision"),
        {name for expect in supervised for name in expect.rules},
        Text("成立", "in which it holds"),
        {name for expect in supervised for name in expect.not_rules},
        Text("不成立", "in which it does not hold"),
    )
    yield from _classifications(release, scenarios)


def _one_sided(
    items: Sequence[Rule | Duty | InspectionRule | CapRule],
    called: Text,
    holding: Set[str],
    holds: Text,
    failing: Set[str],
    fails: Text,
) -> Iterator[Diagnostic]:
    """Those that no scenario expects to hold, or none not to hold."""
    for item in items:
        for names, case in ((holding, holds), (failing, fails)):
            if item.id not in names:
                yield _no_case(
                    item.place,
                    Text(
                        f"{called.zh} `{item.id}` 没有{case.zh}的案例",
                        f"{called.en} `{item.id}` has no case {case.en}",
                    ),
                )


def _no_case(place: Place, message: Text) -> Diagnostic:
    step = Text("在旁边的 _test.yaml 中补上", "write one in the `_test.yaml` beside it")
    return Diagnostic(ID, Level.ERROR, message, place, step)


def _classifications(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    expected: dict[str, set[object]] = {}
    for scenario in scenarios:
        for path, value in scenario.expect.values.items():
            if isinstance(value, Choice) and value.members is not None and len(value.members) == 1:
                expected.setdefault(path.rsplit(".", 1)[-1], set()).update(value.members)
    for classification in release.classifications:
        for case in classification.cases:
            known = case.computed is None
            if known and case.value not in expected.get(classification.name, set()):
                name, answer = classification.name, case.value
                yield _no_case(
                    classification.place,
                    Text(
                        f"没有案例得出 `{name}` = {answer}",
                        f"no case expects `{name}` = {answer}",
                    ),
                )
