"""All evaluators say the same of each shipped rule, on facts drawn from its own dictionary."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from fenji.model.release import Release
from fenji.model.rule import Rule
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from fenji.reading.release import load_release
from tests.agreement.agreement import disagreements, prepared_anew
from tests.agreement.evaluators import others, outcome, reference
from tests.agreement.facts import Facts, facts_of
from tests.agreement.shipped import Closures, day_in_force

SUBJECTS = 24
"""For each rule; some more are drawn for one that has not met each truth."""

MOST = 192
SHARE = 0.95
"""So many of the rules have to meet each truth: the rest wait for what chance hardly ever brings
together."""


@pytest.fixture(scope="module")
def shipped() -> Release:
    """The rules of the checkout."""
    return load_release()


def test_all_evaluators_agree_on_each_shipped_rule(shipped: Release) -> None:
    closures, evaluators = Closures(shipped), others()
    met: Counter[Truth] = Counter()
    for rule in shipped.rules:
        own, read = closures.of(rule)
        as_of = day_in_force(shipped, rule)
        subjects, truths = _subjects(rule, facts_of(own, as_of, read))
        met.update(truths)
        failure = next(disagreements(own, as_of, subjects, evaluators), None)
        assert failure is None, f"{rule.id}: {failure}"
    print({truth.value: met[truth] for truth in Truth}, "of", len(shipped.rules))
    assert min(met[truth] for truth in Truth) >= SHARE * len(shipped.rules)


def _subjects(rule: Rule, facts: Facts) -> tuple[list[Submission], set[Truth]]:
    """Subjects for one rule, and the truths that it met."""
    random, ready = Random(rule.id), prepared_anew(facts.release, facts.as_of)
    subjects: list[Submission] = []
    truths: set[Truth] = set()
    while len(subjects) < SUBJECTS or (len(truths) < 3 and len(subjects) < MOST):
        subjects.append(facts.drawn(random))
        judged = outcome(reference, ready, subjects[-1]).judged
        if judged is not None:
            met = {truth for (_, name), (truth, _) in judged.rules.items() if name == rule.id}
            truths |= met or {Truth.FALSE}
    return subjects, truths
