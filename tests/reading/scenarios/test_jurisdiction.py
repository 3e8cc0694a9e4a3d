"""What a case expects of who is in charge, as it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fenji.checks.scenario import run
from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.model.scenario import ExpectedJurisdiction, Scenario
from fenji.reading.document import read_document
from fenji.reading.scenarios.cases import scenarios_from
from tests.reading.grammar.jurisdiction.small_chart import CHART
from tests.reading.grammar.small_folder import load

DOES = """\
facts:
  subject:
    - {name: activities, label: 活动, label_en: does, question: 做什么？, question_en: What?, kind: choices, options: activities, origin: declared}
"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return load(tmp_path_factory.mktemp("chart"), CHART | {"facts/more.yaml": DOES})


def case(release: Release, expect: str, facts: str = "{}") -> Scenario:
    text = f"- {{case: a, as_of: 2026-01-01, facts: {facts}, expect: {{jurisdiction: {expect}}}}}\n"
    return scenarios_from(read_document(text.encode(), "a_test.yaml"), release)[0]


def test_everything_can_be_expected(release: Release) -> None:
    written = (
        "{leads: [safety, transport], settled: waits, matter: make_fuel, level: zone, body: 东区分局,"
        " cooperates: [transport], not_cooperates: [government], asks: [employees, store],"
        " matters: {boiler: safety, move_fuel: [], make_fuel: [safety, transport]}}"
    )
    assert case(release, written).expect.jurisdiction == ExpectedJurisdiction(
        leads=("safety", "transport"),
        settled="waits",
        matter="make_fuel",
        levels=("zone",),
        body="东区分局",
        cooperates=("transport",),
        not_cooperates=("government",),
        asks=("employees", "store"),
        matters={"boiler": ("safety",), "move_fuel": (), "make_fuel": ("safety", "transport")},
    )


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("{lead: saftey}", "unknown-name: `lead` knows no `saftey`: did you mean `safety`?"),
        ("{lead: [safety]}", "wrong-shape: `lead` wants one word: write `lead: …`"),
        ("{leads: safety}", "wrong-shape: `leads` wants a list: write `leads: […]`"),
        (
            "{lead: safety, leads: [safety]}",
            "wrong-shape: write `lead` or `leads`: take one of them out",
        ),
        ("{settled: open}", "unknown-name: `settled` knows no `open`: it can be `settled`"),
        ("{level: village}", "unknown-name: `level` knows no `village`: it can be `nation`"),
        ("{matters: {boilr: safety}}", "unknown-name: `matter` knows no `boilr`: did you mean"),
        ("{matters: {boiler: sfety}}", "unknown-name: `lead` knows no `sfety`: did you mean"),
        ("{asks: [emplyees]}", "unknown-name: `asks` knows no `emplyees`: did you mean"),
        ("{leader: safety}", "unknown-key: `leader` means nothing here: did you mean `lead`?"),
        ("{}", "empty-expectation: `jurisdiction` expects nothing: say what is expected"),
    ],
)
def test_what_cannot_be_meant_is_refused(release: Release, expect: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        case(release, expect)
    (problem,) = refused.value.diagnostics
    assert problem.help is not None
    assert f"{problem.id}: {problem.message.en}: {problem.help.en}".startswith(said)


MAKES = "{activities: [make_fuel]}"


def test_a_case_is_held_against_the_answer(release: Release) -> None:
    assert run(release, case(release, "{lead: safety, matter: make_fuel}", MAKES)) == ()
    (wrong,) = run(release, case(release, "{lead: transport}", MAKES))
    assert (wrong.what, wrong.name, wrong.found) == ("jurisdiction", "lead", "safety")


def test_other_expectations_are_held_too(release: Release) -> None:
    both = case(release, "{lead: transport}", MAKES)
    both = replace(both, expect=replace(both.expect, cautions=("no-such-caution",)))
    assert {one.what for one in run(release, both)} == {"jurisdiction", "cautions"}
