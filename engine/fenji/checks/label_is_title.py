"""A fact's label says what is seen, not the item of the law that it may lead to.

Good:  label: 两个出口的间距
Bad:   label: 两个直达地面出口间距不足30米     the title of a rule: an answer by it may mean its opposite
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.release import Release
from fenji.model.scenario import Scenario
from fenji.model.text import Text

ID = "label-is-title"


def check(release: Release, scenarios: Sequence[Scenario]) -> Iterator[Diagnostic]:
    """Facts called like a rule, in either language."""
    titles = {text: rule.id for rule in release.rules for text in (rule.title.zh, rule.title.en)}
    for facts in release.facts.values():
        for fact in facts.values():
            for text in (fact.label.zh, fact.label.en):
                if text and text in titles:
                    yield Diagnostic(
                        ID,
                        Level.ERROR,
                        Text(
                            f"事实 `{fact.name}` 的名称就是规则 `{titles[text]}` 的标题",
                            f"the label of `{fact.name}` is the title of rule `{titles[text]}`",
                        ),
                        fact.place,
                        Text("写检查人员看到的东西", "write what an inspector sees or reads"),
                    )
