"""What a scenario is held against: all of a decision, or only what the scenario names.

Most scenarios name a few rules or values; working out just these gives the same answers many times
faster, and planting errors means deciding each scenario thousands of times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from fenji.assessment import decide
from fenji.assessment.answers import answer_all, of_given
from fenji.assessment.duties import owed
from fenji.assessment.findings import weigh_one
from fenji.assessment.sectors import applying_sectors
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.model.decision import Answer, Decision, DutyAnswer, Status
from fenji.model.release import Release
from fenji.model.scenario import Expectation, Scenario
from fenji.model.submission import Entity, Submission
from fenji.model.truth import Truth, any_of
from fenji.model.value import Value


@dataclass(frozen=True, slots=True)
class Found:
    """Rules and duties that hold (true) or are open (unknown) somewhere, and values by entity and name.

    `decision` is `None` where only what the scenario names was worked out.
    """

    rules: Mapping[str, Truth]
    duties: Mapping[str, Truth]
    values: Mapping[tuple[str, str], Value | None]
    decision: Decision | None


def found(release: Release, scenario: Scenario, submission: Submission) -> Found:
    """What comes out for the facts of a scenario. Raises Refused as `decide` does."""
    if _by_name(scenario.expect) and not _answers_not_applicable(submission.root):
        return _named(release, scenario, submission)
    return found_in(decide(release, submission, scenario.as_of, evaluator="reference"))


def found_in(decision: Decision) -> Found:
    """The same of a whole decision."""
    holding: dict[str, Truth] = dict.fromkeys(
        (f.rule for f in decision.open_findings), Truth.UNKNOWN
    )
    holding |= dict.fromkeys((f.rule for f in decision.findings), Truth.TRUE)
    answers = (*decision.classifications, *decision.scores, *decision.measures)
    return Found(holding, _binding(decision.duties), _values(answers), decision)


BY_NAME = (
    "findings",
    "not_",
    "open",
    "values",
    "duties",
    "not_duties",
    "open_duties",
    "jurisdiction",
    "supervision",
)
"""What can be worked out for the names alone; who is in charge and how often is no part of it."""


def _by_name(expect: Expectation) -> bool:
    """Whether it expects something of rules, duties and values alone."""
    others = (field.name for field in fields(expect) if field.name not in BY_NAME)
    return not any(getattr(expect, name) for name in others)


def _answers_not_applicable(entity: Entity) -> bool:
    """Such an answer is refused where the fact applies, whichever rule reads it."""
    below = (child for several in entity.children.values() for child in several.items)
    return any(fact.value is None for fact in entity.facts.values()) or any(
        _answers_not_applicable(child) for child in below
    )


def _named(release: Release, scenario: Scenario, submission: Submission) -> Found:
    expect = scenario.expect
    scene = scene_of(prepare(release, scenario.as_of), submission)
    sectors = applying_sectors(scene)
    scene.applying = {name: applying.truth for name, applying in sectors.items()}
    rules = {}
    for name in (*expect.findings, *expect.not_, *expect.open):
        ready = scene.prepared.rules.get(name)
        if ready is not None:
            rules[name] = any_of(weighed.truth for weighed in weigh_one(scene, ready, sectors))
    duties = frozenset((*expect.duties, *expect.not_duties, *expect.open_duties))
    binding = owed(scene, sectors, duties) if duties else ()
    names = frozenset(path.rpartition(".")[2] for path in expect.values)
    answers = answer_all(scene, submission, sectors, names)
    given = (*of_given(answers.classifications), *of_given(answers.scores), *answers.measures)
    return Found(rules, _binding(one.answer for one in binding), _values(given), None)


def _binding(duties: Iterable[DutyAnswer]) -> dict[str, Truth]:
    several = tuple(duties)
    found: dict[str, Truth] = dict.fromkeys((one.duty for one in several), Truth.UNKNOWN)
    holding = (one.duty for one in several if one.status is Status.HOLDS)
    return found | dict.fromkeys(holding, Truth.TRUE)


def _values(answers: Iterable[Answer]) -> dict[tuple[str, str], Value | None]:
    return {(answer.entity, answer.name): answer.value for answer in answers}
