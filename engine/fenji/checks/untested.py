"""A rule is not finished without a case in which it holds and one in which it does not.

Good:  a case with expect: {findings: [mine.ug.exits]}, and one with expect: {not: [mine.ug.exits]}
Bad:   a rule that no scenario names, or names only on one side
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.text import Text
from fenji.model.value import Choice

ID = "untested"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Rules and duties without both cases, and answers of classifications that no scenario expects."""
    holding = {name for s in scenarios for name in s.expect.findings}
    failing = {name for s in scenarios for name in s.expect.not_}
    for rule in release.rules:
        for names, zh, en in (
            (holding, "成立", "in which it holds"),
            (failing, "不成立", "in which it does not hold"),
        ):
            if rule.id not in names:
                yield Diagnostic(
                    ID,
                    Level.ERROR,
                    Text(f"规则 `{rule.id}` 没有{zh}的案例", f"rule `{rule.id}` has no case {en}"),
                    rule.place,
                    Text("在旁边的 _test.yaml 中补上", "write one in the `_test.yaml` beside it"),
                )
    yield from _duties(release, scenarios)
    yield from _classifications(release, scenarios)


def _duties(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    binding = {name for s in scenarios for name in s.expect.duties}
    free = {name for s in scenarios for name in s.expect.not_duties}
    for duty in release.duties:
        for names, zh, en in (
            (binding, "应当履行", "in which it binds"),
            (free, "不必履行", "in which it does not bind"),
        ):
            if duty.id not in names:
                yield Diagnostic(
                    ID,
                    Level.ERROR,
                    Text(f"义务 `{duty.id}` 没有{zh}的案例", f"duty `{duty.id}` has no case {en}"),
                    duty.place,
                    Text("在旁边的 _test.yaml 中补上", "write one in the `_test.yaml` beside it"),
                )


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
                yield Diagnostic(
                    ID,
                    Level.ERROR,
                    Text(
                        f"没有案例得出 `{name}` = {answer}",
                        f"no case expects `{name}` = {answer}",
                    ),
                    classification.place,
                    Text("在旁边的 _test.yaml 中补上", "write one in the `_test.yaml` beside it"),
                )
