"""A scenario held against all that is answered: the decision, who is in charge, and how often."""

from __future__ import annotations

from fenji.assessment import scenario as assessed
from fenji.assessment.scenario import Mismatch
from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.scenario import Scenario


def run(release: Release, scenario: Scenario) -> tuple[Mismatch, ...]:
    """Answers for the scenario's facts and compares; empty where all is as expected."""
    return (*_in_charge(release, scenario), *_of_supervision(release, scenario))


def _in_charge(release: Release, scenario: Scenario) -> tuple[Mismatch, ...]:
    found = assessed.run(release, scenario)
    expect = scenario.expect.jurisdiction
    if expect is None or scenario.submission is None or any(m.what == "error" for m in found):
        return found
    from fenji.jurisdiction import answer
    from fenji.jurisdiction.scenario import compare

    try:
        in_charge = answer(release, scenario.submission, scenario.as_of)
    except Refused as refused:
        return assessed.compare_refused(scenario, (d.id for d in refused.diagnostics))
    return (*found, *compare(expect, in_charge))


def _of_supervision(release: Release, scenario: Scenario) -> tuple[Mismatch, ...]:
    """How often it is inspected hangs on the whole decision and on who is in charge."""
    expect, submission = scenario.expect.supervision, scenario.submission
    if expect is None or submission is None:
        return ()
    from fenji.assessment import decide
    from fenji.jurisdiction import answer
    from fenji.supervision import supervise
    from fenji.supervision.scenario import compare

    as_of = scenario.as_of
    try:
        decision = decide(release, submission, as_of)
        in_charge = answer(release, submission, as_of)
        supervised = supervise(release, submission, decision, in_charge, as_of)
    except Refused as refused:
        return assessed.compare_refused(scenario, (d.id for d in refused.diagnostics))
    return compare(expect, supervised)
