"""Whether some scenario notices a mutant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fenji.checks.mutation.mutants import Mutant
from fenji.checks.scenario import run
from fenji.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Trial:
    """One mutant tried: the case that noticed it, or none."""

    mutant: Mutant
    noticed_by: Scenario | None


def try_mutant(mutant: Mutant, scenarios: Iterable[Scenario]) -> Trial:
    """The first scenario whose expectations the mutant no longer meets; a crash notices it too."""
    for scenario in likely_first(mutant, scenarios):
        if scenario.submission is None:
            continue
        try:
            mismatches = run(mutant.release, scenario)
        except Exception:  # a mutant may break what the reader would have refused
            return Trial(mutant, scenario)
        if mismatches:
            return Trial(mutant, scenario)
    return Trial(mutant, None)


def likely_first(mutant: Mutant, scenarios: Iterable[Scenario]) -> list[Scenario]:
    """The same scenarios, those first whose facts hold the words of the table's row that is wrong."""
    if not mutant.words:
        return list(scenarios)
    return sorted(scenarios, key=lambda scenario: not _holds(scenario, mutant.words))


def _holds(scenario: Scenario, words: frozenset[str]) -> bool:
    if scenario.submission is None:
        return False
    open_ = [scenario.submission.root]
    while open_:
        entity = open_.pop()
        for fact in entity.facts.values():
            members = getattr(fact.value, "members", None) or getattr(fact.value, "certain", None)
            if members and words & {str(member) for member in members}:
                return True
        open_.extend(child for below in entity.children.values() for child in below.items)
    return False
