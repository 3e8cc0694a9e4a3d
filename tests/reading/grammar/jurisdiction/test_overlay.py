"""A second place's folder laid over the shared one: its own documents win."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.model.diagnostic import Refused
from fenji.model.release import Release
from fenji.reading.release import load_release
from fenji.reading.sources import source_texts
from tests.reading.grammar.jurisdiction.small_chart import CHART
from tests.reading.grammar.small_folder import load, write_folder

OURS = """\
instruments:
  - {id: CITY-1, title: 市办法, title_en: City measure, number: 一, issuer: 市, standing: local, from: 2024-01-01, encoded: part, source: tests}
"""
REPLACED = """\
remove: [road_licence, '0102', burn_fuel, fuel.last, fuel.safety]
basis: {instrument: CITY-1, clause: 一}
departments:
  - {id: transport, title: 运输局, title_en: haulage, bodies: [{level: county, title: 县运输局, title_en: haulage}]}
  - {id: harbour, title: 港务局, title_en: harbour, bodies: [{level: city, title: 港务局, title_en: harbour}]}
edges:
  - {id: fuel.roads, kind: trade, of: move_fuel, to: harbour}
matters:
  - {id: make_fuel, kind: work, title: 现场制气, title_en: makes gas, sectors: [1], when: {mines: true}, chain: fuel, link: produce}
"""


def over(tmp_path: Path, *layers: dict[str, str]) -> Release:
    base = write_folder(tmp_path, CHART)
    folders = []
    for number, files in enumerate(layers):
        folder = tmp_path / f"place-{number}"
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        folders.append(folder)
    return load_release(base, overlays=folders, cache=False)


PLACE = {"instruments.yaml": OURS, "jurisdiction/ours.yaml": REPLACED}


def test_its_entries_stand_in_place_of_those_of_the_same_id(tmp_path: Path) -> None:
    chart = over(tmp_path, PLACE).chart
    assert chart.departments["transport"].title.zh == "运输局"
    assert len(chart.departments["transport"].bodies) == 1
    assert chart.matters["make_fuel"].title.en == "makes gas"
    roads = next(edge for edge in chart.edges if edge.id == "fuel.roads")
    assert (roads.to, roads.provenance.basis[0].instrument) == ("harbour", "CITY-1")


def test_others_stay_and_new_ones_come(tmp_path: Path) -> None:
    chart = over(tmp_path, PLACE).chart
    assert {"government", "safety", "harbour"} <= chart.departments.keys()
    assert [one.id for one in chart.principles] == ["special_first", "duty_first", "ask"]


def test_what_it_removes_is_gone(tmp_path: Path) -> None:
    chart = over(tmp_path, PLACE).chart
    assert "0102" not in chart.territory
    assert "burn_fuel" not in chart.matters
    assert list(chart.licences) == ["fuel_licence"]
    assert [edge.id for edge in chart.edges] == [
        "fuel.next",
        "fuel.roads",
        "fuel.stock",
        "fuel_licence",
    ]


def test_the_digest_is_that_of_what_is_left(tmp_path: Path) -> None:
    same = {"jurisdiction/same.yaml": "remove: [BS1]\n"}
    laid = over(tmp_path / "laid", same)
    assert laid.digest != load(tmp_path / "plain", CHART).digest
    principles = (CHART["jurisdiction/principles.yaml"] or "").partition("blind_spots:")[0]
    written = load(tmp_path / "written", CHART | {"jurisdiction/principles.yaml": principles})
    assert laid.digest == written.digest


def test_the_last_of_several_wins(tmp_path: Path) -> None:
    first = {"jurisdiction/a.yaml": "remove: [BS1]\n"}
    second = {
        "jurisdiction/b.yaml": "blind_spots:\n  - {id: BS1, title: 再, title_en: again, matters: [boiler], standing: proposal}\n"
    }
    assert over(tmp_path, first, second).chart.blind_spots[0].title.en == "again"


def test_a_parameter_is_replaced_too(tmp_path: Path) -> None:
    def written(value: int) -> str:
        return (
            "parameters:\n  - {name: visits, label: 次数, label_en: visits, unit: '', "
            f"values: [{{from: 2024, value: {value}}}], basis: {{instrument: LAW-1, clause: 一}}, "
            "standing: proposal, review: uncertain}\n"
        )

    base = write_folder(tmp_path, CHART | {"policy/parameters.yaml": written(1)})
    place = tmp_path / "place" / "policy"
    place.mkdir(parents=True)
    (place / "parameters.yaml").write_text(written(4), "utf-8")
    release = load_release(base, overlays=[place.parent], cache=False)
    assert release.parameters["visits"].values[0].value == 4


def test_what_is_left_has_to_hold_together(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        over(tmp_path, {"jurisdiction/a.yaml": "remove: [safety, nobody]\n"})
    said = [f"{d.place}: {d.message.en}" for d in refused.value.diagnostics]
    assert "place-0/jurisdiction/a.yaml:1:18: there is no `nobody` below to remove" in said
    assert "rules/jurisdiction/edges.yaml:3:84: no department is called `safety`" in said


def test_two_folders_of_one_name_are_shown_apart(tmp_path: Path) -> None:
    base = write_folder(tmp_path / "one", CHART)
    place = tmp_path / "two" / "rules"
    place.mkdir(parents=True)
    (place / "instruments.yaml").write_text(OURS, "utf-8")
    texts = source_texts(base, [place])
    assert texts["rules/instruments.yaml"] != OURS
    assert texts[f"{place}/instruments.yaml"] == OURS


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    base = write_folder(tmp_path, CHART)
    with pytest.raises(Refused) as refused:
        load_release(base, overlays=[tmp_path / "nowhere"], cache=False)
    assert [d.id for d in refused.value.diagnostics] == ["file-not-found"]
