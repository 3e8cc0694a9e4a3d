"""Checks of what stands beside the rules."""

from __future__ import annotations

from pathlib import Path

from fenji.checks.beside import carried_and_left_out, unlisted_facts
from fenji.checks.carried import carried
from fenji.model.checklist import Checklist, ChecklistItem
from fenji.model.left_out import LeftOut, WhyLeftOut
from fenji.model.place import Place
from fenji.model.text import Text
from tests.reading.grammar.small_folder import load, mines

RULES = """\
definitions:
  - {name: deep, label: 深, label_en: deep, when: {depth_m: {more_than: 100}}, covers: [ROW-3]}
sheets:
  - name: score
    label: 分
    label_en: score
    base: 100
    items:
      - name: 项
        name_en: item
        entries:
          - {id: wet, title: 湿, title_en: wet, when: {flooded: true}, points: -1, covers: [ROW-4]}
rules:
  - {id: wet, title: 湿, title_en: wet, when: {deep: true, flooded: true}, finding: element,
     covers: [ROW-1]}
duties:
  - {id: drain, title: 排水, title_en: drain, binds: enterprise, when: {finding: wet},
     frequency: 每月, frequency_en: monthly, covers: [ROW-2]}
"""
AT = Place("rules/02_mines/left_out.yaml", 2, 5)


def test_a_row_both_carried_and_left_out_is_said_at_its_place(tmp_path: Path) -> None:
    release = load(tmp_path, mines(RULES))
    several = [
        LeftOut(row, WhyLeftOut.TEXT_NOT_READ, "", "", AT) for row in ("ROW-1", "ROW-2", "ROW-9")
    ]
    found = list(carried_and_left_out(release, several))
    assert [(d.id, d.place) for d in found] == [("carried-and-left-out", AT)] * 2


def test_carriers_read_what_they_rest_on(tmp_path: Path) -> None:
    rows = carried(load(tmp_path, mines(RULES)))
    read = {row: {name for _, name in several[0].reads} for row, several in rows.items()}
    both = {"depth_m", "flooded"}
    assert read == {"ROW-1": both, "ROW-2": both, "ROW-3": {"depth_m"}, "ROW-4": {"flooded"}}
    assert rows["ROW-4"][0].name == "wet"


def test_an_inspected_fact_that_no_item_mentions_is_said_at_its_place(tmp_path: Path) -> None:
    release = load(tmp_path, mines(RULES))
    other = ChecklistItem("look", Text("看", "look"), (("mine", "depth_m"),), ())
    (found,) = unlisted_facts(release, [Checklist("mines", (other,))])
    assert found.id == "unlisted-fact"
    assert found.place == release.facts["mine"]["flooded"].place
    whole = ChecklistItem("look", Text("看", "look"), (("mine", "flooded"),), ())
    assert list(unlisted_facts(release, [Checklist("mines", (whole,))])) == []
    assert list(unlisted_facts(release, [])) == []
