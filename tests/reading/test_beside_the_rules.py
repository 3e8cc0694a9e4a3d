"""Files that stand beside the rules: rows left out, checklists, the plan; every problem located."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenji.model.diagnostic import Refused
from fenji.model.left_out import WhyLeftOut
from fenji.model.plan import Feature
from fenji.model.release import Release
from fenji.reading.checklists import checklist_from, read_checklists
from fenji.reading.document import read_document
from fenji.reading.known_names import fact_names
from fenji.reading.left_out import read_left_out
from fenji.reading.plan_coverage import read_plan_coverage
from tests.reading.grammar.small_folder import load, mines

ROWS = ("ROW-1", "ROW-2", "ROW-3")
RULE = "rules:\n  - {id: wet, title: 湿, title_en: wet, when: {flooded: true}, finding: element}\n"


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return load(tmp_path, mines(RULE))


def reported(refused: Refused) -> list[str]:
    assert all(d.message.zh and d.message.en for d in refused.diagnostics)
    return [f"{d.place.line}:{d.place.column} {d.id}" for d in refused.diagnostics]


def left_out(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "left_out.yaml"
    file.write_text(f"left_out:\n{text}", "utf-8")
    return file


def test_rows_are_left_out_for_a_reason(tmp_path: Path, release: Release) -> None:
    file = left_out(
        tmp_path,
        "  - {row: ROW-1, reason: text_not_read, note: 未见}\n"
        "  - {row: ROW-2, reason: encoded_as, of: mine.depth_m}\n"
        "  - {row: ROW-3, reason: duplicate_of, of: ROW-4}\n",
    )
    found = read_left_out(file, "left_out.yaml", release, (*ROWS, "ROW-4"))
    assert [(one.row, one.reason, one.of) for one in found] == [
        ("ROW-1", WhyLeftOut.TEXT_NOT_READ, ""),
        ("ROW-2", WhyLeftOut.ENCODED_AS, "mine.depth_m"),
        ("ROW-3", WhyLeftOut.DUPLICATE_OF, "ROW-4"),
    ]
    assert found[1].place.line == 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  - {row: ROW-1, reason: too_hard}\n", ["2:26 not-allowed"]),
        ("  - {row: ROW-7, reason: text_not_read}\n", ["2:5 unknown-row"]),
        ("  - {row: ROW-1, reason: encoded_as}\n", ["2:5 wrong-shape"]),
        ("  - {row: ROW-1, reason: text_not_read, of: wet}\n", ["2:5 wrong-shape"]),
        ("  - {row: ROW-1, reason: encoded_as, of: mine.dept}\n", ["2:5 unknown-name"]),
        ("  - {row: ROW-1, reason: duplicate_of, of: ROW-9}\n", ["2:5 unknown-row"]),
        ("  - {row: ROW-1, reason: duplicate_of, of: ROW-1}\n", ["2:5 unknown-row"]),
        (
            "  - {row: ROW-1, reason: text_not_read}\n  - {row: ROW-1, reason: text_not_read}\n",
            ["3:5 duplicate-id"],
        ),
    ],
)
def test_a_row_left_out_wrongly_is_refused_at_its_place(
    tmp_path: Path, release: Release, text: str, wanted: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        read_left_out(left_out(tmp_path, text), "left_out.yaml", release, ROWS)
    assert reported(refused.value) == wanted


CHECKLIST = """\
sector: mines
items:
  - {id: look.water, look: 看水, look_en: look at the water,
     facts: [flooded, mine.depth_m, shaft], basis: {instrument: LAW-1, clause: 三}}
"""


def test_a_checklist_names_facts_and_lists(release: Release) -> None:
    found = checklist_from(read_document(CHECKLIST.encode(), "c.yaml"), release)
    (item,) = found.items
    assert item.facts == (("mine", "flooded"), ("mine", "depth_m"), ("mine", "shaft"))
    assert item.basis[0].clause == "三"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("flooded,", "floded,", "4:14 unknown-fact"),
        ("sector: mines", "sector: mine", "1:9 unknown-sector"),
        ("LAW-1", "LAW-9", "4:65 unknown-instrument"),
        ("look_en: look at the water,", "", "3:5 missing-key"),
        ("facts: [flooded, mine.depth_m, shaft]", "facts: []", "4:6 empty-value"),
    ],
)
def test_what_a_checklist_does_not_know_is_refused_at_its_place(
    release: Release, before: str, after: str, wanted: str
) -> None:
    text = CHECKLIST.replace(before, after)
    with pytest.raises(Refused) as refused:
        checklist_from(read_document(text.encode(), "c.yaml"), release)
    assert reported(refused.value) == [wanted]


def test_a_name_that_several_kinds_have_is_written_with_its_kind(tmp_path: Path) -> None:
    water = "label: 水, label_en: water, question: 水？, question_en: Water?"
    more = f"facts:\n  store:\n    - {{name: flooded, {water}, kind: flag, origin: inspected}}\n"
    release = load(tmp_path, {**mines(RULE), "facts/stores.yaml": more})
    assert "flooded" not in fact_names(release)
    with pytest.raises(Refused) as refused:
        checklist_from(read_document(CHECKLIST.encode(), "c.yaml"), release)
    (problem,) = refused.value.diagnostics
    assert problem.help is not None
    assert "mine.flooded" in problem.help.en


def test_checklists_stand_beside_the_folder_of_rules(tmp_path: Path, release: Release) -> None:
    folder = tmp_path / "sector_checklists"
    assert read_checklists(release, tmp_path / "rules") == ()
    folder.mkdir()
    (folder / "02_mines.yaml").write_text(CHECKLIST, "utf-8")
    assert [c.sector for c in read_checklists(release, tmp_path / "rules")] == ["mines"]
    (folder / "03_again.yaml").write_text(CHECKLIST, "utf-8")
    with pytest.raises(Refused) as refused:
        read_checklists(release, tmp_path / "rules")
    assert [d.id for d in refused.value.diagnostics] == ["duplicate-id"]
    assert refused.value.diagnostics[0].place.path == "sector_checklists/03_again.yaml"


def plan(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "plan_coverage.yaml"
    file.write_text(f"clauses:\n{text}", "utf-8")
    return file


def test_a_clause_says_what_serves_it(tmp_path: Path, release: Release) -> None:
    text = (
        "  - {clause: 1.1.1, rules: [wet], facts: [depth_m], features: [tiers],\n"
        "     outside: 余, outside_en: rest}\n"
    )
    (one,) = read_plan_coverage(plan(tmp_path, text), "plan.yaml", release, ())
    assert (one.rules, one.facts, one.features) == (("wet",), ("depth_m",), (Feature.TIERS,))
    assert one.served
    assert one.outside is not None
    assert one.outside.en == "rest"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  - {clause: 1.1.1}\n", ["2:5 unserved-clause"]),
        ("  - {clause: 1.1.1, rules: [wett]}\n", ["2:29 unknown-name"]),
        ("  - {clause: 1.1.1, checklist: [look.water]}\n", ["2:33 unknown-name"]),
        ("  - {clause: 1.1.1, features: [magic]}\n", ["2:32 not-allowed"]),
        ("  - {clause: 1.1.1, outside: 外}\n", ["2:21 missing-key"]),
        (
            "  - {clause: 1.1.1, rules: [wet]}\n  - {clause: 1.1.1, rules: [wet]}\n",
            ["3:5 duplicate-id"],
        ),
    ],
)
def test_a_clause_that_nothing_serves_is_refused_at_its_place(
    tmp_path: Path, release: Release, text: str, wanted: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        read_plan_coverage(plan(tmp_path, text), "plan.yaml", release, ())
    assert reported(refused.value) == wanted
