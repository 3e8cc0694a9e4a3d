"""The files of jurisdiction become a chart, in an order of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fenji.model.dates import partial_date
from fenji.model.dictionary import ChoiceOption
from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.edge import EdgeKind, Nature
from fenji.model.jurisdiction.matter import IndustryCode, MatterKind
from fenji.model.jurisdiction.principle import Rank
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Confirmation, Standing
from fenji.model.text import Text
from fenji.reading.cache import cache_key
from fenji.reading.codec import decode, encode
from fenji.reading.sources import read_sources
from tests.reading.grammar.jurisdiction.small_chart import (
    ACTIVITIES,
    CHART,
    DECIDING,
    EDGES,
    PEOPLE,
)
from tests.reading.grammar.small_folder import load, write_folder


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Chart:
    return load(tmp_path_factory.mktemp("chart"), CHART).chart


def test_a_release_without_jurisdiction_has_an_empty_chart(tmp_path: Path) -> None:
    assert load(tmp_path, {}).chart == Chart()


def test_everything_is_in_the_order_of_ids_or_in_its_own(chart: Chart) -> None:
    assert list(chart.departments) == ["government", "safety", "transport"]
    assert list(chart.territory) == ["01", "0101", "0102", "east"]
    assert list(chart.matters) == ["boiler", "burn_fuel", "make_fuel", "move_fuel"]
    assert [one.id for one in chart.principles] == ["special_first", "duty_first", "ask"]
    assert [one.id for one in chart.rankings] == ["licensed", "any_matter"]
    assert [one.id for one in chart.levels] == ["in_zone", "at_county"]


def test_an_entry_of_several_matters_makes_an_edge_for_each(chart: Chart) -> None:
    assert [(edge.id, edge.of, edge.to) for edge in chart.edges] == [
        ("fuel.last", "move_fuel", "burn_fuel"),
        ("fuel.next", "make_fuel", "move_fuel"),
        ("fuel.roads", "move_fuel", "transport"),
        ("fuel.safety@burn_fuel", "burn_fuel", "safety"),
        ("fuel.safety@make_fuel", "make_fuel", "safety"),
        ("fuel.stock", "make_fuel", "transport"),
        ("fuel_licence", "make_fuel", "safety"),
        ("road_licence@make_fuel", "make_fuel", "transport"),
        ("road_licence@move_fuel", "move_fuel", "transport"),
    ]


def test_an_edge_says_what_it_is_and_what_it_rests_on(chart: Chart) -> None:
    edges = {edge.id: edge for edge in chart.edges}
    special = edges["fuel.safety@make_fuel"]
    assert (special.kind, special.nature, special.concern) == (
        EdgeKind.DUTY,
        Nature.SPECIAL,
        None,
    )
    assert special.provenance.basis[0].clause == "第二条"
    assert special.provenance.standing is Standing.LAW
    assert edges["fuel.roads"].provenance.basis[0].clause == "第三条"
    assert edges["fuel.stock"].concern == Text("装车", "loading")
    assert edges["fuel.stock"].when is not None
    licensed = edges["road_licence@move_fuel"]
    assert (licensed.kind, licensed.licence) == (EdgeKind.LICENCE, "road_licence")
    assert str(licensed.place).endswith("edges.yaml:10:10")


def test_activities_are_matters_that_may_rest_on_nothing(chart: Chart) -> None:
    made = chart.matters["make_fuel"]
    assert (made.kind, made.chain, made.link) == (MatterKind.ACTIVITY, "fuel", "produce")
    assert made.codes == (IndustryCode("25", False), IndustryCode("2614", True))
    assert made.provenance.basis == ()
    assert made.provenance.covers == ("AC01",)
    assert chart.matters["boiler"].kind is MatterKind.EQUIPMENT


def test_departments_keep_their_bodies_and_names(chart: Chart) -> None:
    safety = chart.departments["safety"]
    assert safety.aliases == ("安监部门",)
    assert safety.provenance.review.status is Confirmation.RECALLED
    assert [(body.level, body.territory) for body in safety.bodies] == [
        (EnforcementLevel.COUNTY, ""),
        (EnforcementLevel.ZONE, "east"),
    ]
    assert chart.departments["government"].government
    assert chart.territory["0102"].note == "山区"


def test_what_decides_is_read_whole(chart: Chart) -> None:
    special, _, ask = chart.principles
    assert (special.kind, special.nature) == (EdgeKind.DUTY, Nature.SPECIAL)
    assert (ask.kind, ask.settles) == (None, Text("由政府定", "the government decides"))
    assert [one.by for one in chart.rankings] == [Rank.HIGH_HAZARD_LICENCE, Rank.ANY]
    zone = chart.levels[0]
    assert (zone.departments, zone.matters) == (("safety",), ("make_fuel",))
    assert (zone.level, zone.territory) == (EnforcementLevel.ZONE, "east")
    assert zone.delegated_from is EnforcementLevel.COUNTY
    assert chart.blind_spots[0].clauses == ("3.4",)


def test_an_entry_can_say_otherwise_than_its_file(tmp_path: Path) -> None:
    edges = (CHART[EDGES] or "").replace(
        "kind: hands_over, of: make_fuel",
        "kind: hands_over, of: make_fuel, from: 2024, standing: proposal, review: recalled",
    )
    edge = next(
        e for e in load(tmp_path, CHART | {EDGES: edges}).chart.edges if e.id == "fuel.next"
    )
    assert edge.provenance.standing is Standing.PROPOSAL
    assert edge.provenance.from_ == partial_date("2024")


def test_the_order_of_files_and_entries_changes_nothing(tmp_path: Path) -> None:
    def turned(text: str) -> str:
        """The members of each list, each of one line, the other way round."""
        return re.sub(
            r"(?m)(^  - \{.*\n)+", lambda m: "".join(reversed(m[0].splitlines(True))), text
        )

    one = load(tmp_path / "one", CHART)
    other = load(
        tmp_path / "other",
        {
            ACTIVITIES: turned(CHART[ACTIVITIES] or ""),
            "jurisdiction/z.yaml": turned(CHART[EDGES] or ""),
            "jurisdiction/a.yaml": turned(CHART[DECIDING] or ""),
            "jurisdiction/m.yaml": turned(CHART[PEOPLE] or ""),
        },
    )
    assert other.digest == one.digest
    assert other.chart == one.chart
    assert list(other.chart.matters) == list(one.chart.matters)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ACTIVITIES, "sectors: [14]", "sectors: [13]"),
        (EDGES, "kind: duty, of: move_fuel", "kind: trade, of: move_fuel"),
        (EDGES, "第二条", "第五条"),
        (PEOPLE, "aliases: [安监部门]", "aliases: [安监局]"),
        (PEOPLE, "note: 山区", "note: 平原"),
        (DECIDING, "order: 2, kind: duty", "order: 3, kind: duty"),
    ],
)
def test_the_digest_covers_what_they_say(tmp_path: Path, file: str, old: str, new: str) -> None:
    text = CHART[file] or ""
    assert old in text
    changed = load(tmp_path / "changed", CHART | {file: text.replace(old, new, 1)})
    assert changed.digest != load(tmp_path / "same", CHART).digest


def test_it_survives_the_cache(tmp_path: Path) -> None:
    release = load(tmp_path, CHART)
    kept = decode(encode(release))
    assert kept == release
    assert kept.chart.edges[0].place == release.chart.edges[0].place


def test_the_cache_knows_which_folder_is_laid_over_which(tmp_path: Path) -> None:
    low = write_folder(tmp_path / "low", CHART)
    high = write_folder(tmp_path / "high", {})
    one = cache_key(read_sources(low, (high,)).files)
    assert one != cache_key(read_sources(high, (low,)).files)


OPTIONS = """\
facts:
  subject:
    - {name: does, label: 活动, label_en: does, question: 做什么？, question_en: What?, kind: choices, options: activities, origin: declared}
    - {name: holds, label: 证, label_en: holds, question: 哪些证？, question_en: Which?, kind: choices, options: licences, origin: declared}
    - {name: county, label: 县, label_en: county, question: 哪个县？, question_en: Which?, kind: choice, options: {territory: county}, origin: declared}
"""


def test_options_are_read_from_where_they_are_declared(tmp_path: Path) -> None:
    facts = load(tmp_path, CHART | {"facts/more.yaml": OPTIONS}).facts["subject"]
    assert facts["does"].options == (
        ChoiceOption("burn_fuel", Text("使用燃料", "burns fuel")),
        ChoiceOption("make_fuel", Text("生产燃料", "makes fuel")),
        ChoiceOption("move_fuel", Text("运输燃料", "moves fuel")),
    )
    assert facts["holds"].values == {"fuel_licence", "road_licence"}
    assert facts["county"].options == (
        ChoiceOption("0101", Text("乙县", "B County")),
        ChoiceOption("0102", Text("丙县", "C County")),
    )
