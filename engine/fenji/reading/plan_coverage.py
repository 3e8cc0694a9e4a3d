"""`plan_coverage.yaml` beside the rules: which clause of the city's plan is served by what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from fenji.model.checklist import Checklist
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.place import Place
from fenji.model.plan import ClauseServed, Feature
from fenji.model.release import Release
from fenji.model.text import Text
from fenji.reading.document import read_file
from fenji.reading.entries import items_under, text_under, words_under
from fenji.reading.known_names import answer_names, fact_names
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node
from fenji.reading.refusal import error
from fenji.reading.schema import check_shape

PLAN_COVERAGE = "plan_coverage.yaml"

_CALLED = {
    "rules": Text("规则", "rule"),
    "duties": Text("义务", "duty"),
    "answers": Text("定义、量值、分类或评分表", "definition, measure, classification or sheet"),
    "facts": Text("事实", "fact"),
    "checklist": Text("检查事项", "checklist item"),
}


def read_plan_coverage(
    path: Path, shown: str, release: Release, checklists: Sequence[Checklist]
) -> tuple[ClauseServed, ...]:
    """Every clause in the order written. Raises Refused with every problem found."""
    node = read_file(path, shown)
    shape = check_shape(node, "plan_coverage")
    if shape:
        raise Refused(shape)
    found = tuple(_clause(item) for item in items_under(node, "clauses"))
    known: dict[str, Collection[str]] = {
        "rules": [rule.id for rule in release.rules],
        "duties": [duty.id for duty in release.duties],
        "answers": answer_names(release),
        "facts": fact_names(release),
        "checklist": [item.id for one in checklists for item in one.items],
    }
    problems = [*_unknown(node, known), *_unserved(found), *_twice(found)]
    if problems:
        raise Refused(problems)
    return found


def _clause(node: Node) -> ClauseServed:
    def words(name: str) -> tuple[str, ...]:
        return tuple(word.text for word in words_under(node, name))

    outside = Text(text_under(node, "outside"), text_under(node, "outside_en"))
    return ClauseServed(
        text_under(node, "clause"),
        words("rules"),
        words("duties"),
        words("answers"),
        words("facts"),
        words("checklist"),
        tuple(Feature(word) for word in words("features")),
        outside if outside.zh else None,
        node.place,
    )


def _unknown(node: Node, known: Mapping[str, Collection[str]]) -> Iterator[Diagnostic]:
    for clause in items_under(node, "clauses"):
        for what, names in known.items():
            for word in words_under(clause, what):
                if word.text not in names:
                    called = _CALLED[what]
                    yield error(
                        "unknown-name",
                        word.place,
                        Text(
                            f"没有{called.zh} `{word.text}`",
                            f"no {called.en} is called `{word.text}`",
                        ),
                        did_you_mean(word.text, names) or Text("改正名称", "mend the name"),
                    )


def _unserved(several: Sequence[ClauseServed]) -> Iterator[Diagnostic]:
    for one in several:
        if not one.served and one.outside is None:
            yield error(
                "unserved-clause",
                one.place,
                Text(f"没有任何东西落实规划 {one.clause}", f"nothing serves clause {one.clause}"),
                Text(
                    "写明由哪些规则、事实、检查事项或功能落实，或者写 `outside` 说明理由",
                    "name the rules, facts, checklist items or features, or say why in `outside`",
                ),
            )


def _twice(several: Sequence[ClauseServed]) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for one in several:
        before = first.setdefault(one.clause, one.place)
        if before is not one.place:
            yield error(
                "duplicate-id",
                one.place,
                Text(
                    f"规划 {one.clause} 已经列过（第 {before.line} 行）",
                    f"clause {one.clause} is listed already (line {before.line})",
                ),
                Text("合成一条", "make them one"),
            )
