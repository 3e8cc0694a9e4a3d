"""`every` is true where there is nothing: a rule that rests on it also asks that there is something.

Good:  when: {some: {of: vehicle}, every: {of: vehicle, where: {inspected: false}}}
Bad:   when: {every: {of: vehicle, where: {inspected: false}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.checks.walking import conjuncts, polarised
from fenji.model.condition import Condition, Counted, Quantified, Word
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.text import Text

ID = "every-over-nothing"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Rules and duties that would fire on an empty list."""
    for rule in release.rules_and_duties:
        given = {kind for part in conjuncts(rule.scope) for kind in _present(part)}
        for condition, positive in polarised(rule.when):
            if not (positive and isinstance(condition, Quantified) and condition.word == "every"):
                continue
            asked = given | {
                kind
                for around, _ in polarised(rule.when)
                if condition in tuple(conjuncts(around))
                for part in conjuncts(around)
                for kind in _present(part)
            }
            if condition.kind not in asked:
                kind = condition.kind
                yield Diagnostic(
                    ID,
                    Level.ERROR,
                    Text(
                        f"没有任何 `{kind}` 时 `every` 恒为真，规则会因此成立",
                        f"with no `{kind}` at all, `every` is true and the rule would hold",
                    ),
                    condition.place,
                    Text(f"加上 `some: {{of: {kind}}}`", f"add `some: {{of: {kind}}}` beside it"),
                )


def _present(condition: Condition) -> Iterator[str]:
    """The kind of which the condition asks that there be at least one."""
    if isinstance(condition, Quantified) and condition.word == "some":
        yield condition.kind
    if isinstance(condition, Counted) and condition.word in (Word.AT_LEAST, Word.MORE_THAN):
        yield condition.kind
