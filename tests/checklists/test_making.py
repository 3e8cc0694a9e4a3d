"""Inspection lists made for one subject: only what applies, what was never seen first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fenji.assessment import decide
from fenji.checklists import checklist_for
from fenji.model.checklist import Checklist, ChecklistItem, ChecklistMade
from fenji.model.law import Basis
from fenji.model.text import Text
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from fenji.writing.checklist import checklist_page
from fenji.writing.page.markdown import as_markdown
from fenji.writing.page.terminal import as_terminal
from fenji.writing.wording import lexicon_of
from tests.reading.grammar.small_folder import BASE, load, mines

RULES = """\
rules:
  - {id: wet, title: 矿井积水, title_en: a flooded mine, when: {flooded: true},
     finding: direct_tier, tier: major}
  - {id: sealed, title: 封闭不严, title_en: badly sealed,
     when: {sealed: false, mine_type: underground}, finding: direct_tier, tier: general}
"""
FACTS = BASE["facts/mines.yaml"].replace(
    "  shaft:\n",
    "    - {name: sealed, label: 已封闭, label_en: sealed, question: 封闭了吗？,\n"
    "       question_en: Is it sealed?, kind: flag, origin: inspected}\n  shaft:\n",
)
POLICIES = {
    "policy/mines.yaml": """\
sector: mines
steps:
  - {id: mines, title: 矿山, title_en: mines, basis: {instrument: LAW-1, clause: 一},
     standing: law, review: copy_seen, worst: {findings: [direct_tier]}}
""",
    "policy/whole.yaml": """\
steps:
  - {id: worst, title: 最差, title_en: worst, basis: {instrument: LAW-1, clause: 一},
     standing: law, review: copy_seen, worst: sectors}
""",
}
WATER = ChecklistItem("look.water", Text("看水位", "look at the water"), (("mine", "flooded"),), ())
TYPE = ChecklistItem(
    "look.type",
    Text("看图纸", "look at the plans"),
    (("mine", "mine_type"),),
    (Basis("LAW-1", "九"),),
)
LISTS = (Checklist("mines", (TYPE, WATER)),)


def made(under: Path, mine: str) -> ChecklistMade:
    release = load(under, {**BASE, "facts/mines.yaml": FACTS, **mines(RULES), **POLICIES})
    text = f"subject: {{kind: enterprise, id: x, name: 某矿}}\nfacts: {{mine: {mine}}}\n"
    text = text.replace("facts: {", "facts: {mines: true, ")
    submission = submission_from(read_document(text.encode(), "x.yaml"), release, check_codes=False)
    return checklist_for(decide(release, submission, date(2026, 3, 1)), release, LISTS)


def test_what_was_never_seen_stands_first_with_what_it_settles(tmp_path: Path) -> None:
    found = made(tmp_path, "[{id: a, mine_type: underground, sealed: true}]")
    (water,) = found.to_see
    assert (water.item, water.triggers) == ("look.water", ("wet",))
    assert [(gap.entity, gap.name) for gap in water.open] == [("mine:a", "flooded")]
    assert water.basis == (Basis("LAW-1", "第一条"),)
    assert found.hanging == found.unlisted == ()


def test_what_no_item_mentions_is_asked_by_the_dictionary_once(tmp_path: Path) -> None:
    dry = "mine_type: underground, flooded: false"
    found = made(tmp_path, f"[{{id: a, {dry}}}, {{id: b, {dry}}}]")
    assert found.to_see == ()
    (sealed,) = found.unlisted
    assert (sealed.item, sealed.look.en) == ("", "Is it sealed?")
    assert [gap.entity for gap in sealed.open] == ["mine:a", "mine:b"]


def test_what_the_tier_hangs_on_is_looked_at_again(tmp_path: Path) -> None:
    found = made(tmp_path, "[{id: a, mine_type: open_pit, flooded: true, sealed: true}]")
    assert found.to_see == ()
    (water,) = found.hanging
    assert (water.item, water.hangs, water.triggers) == (
        "look.water",
        (("mine:a", "flooded"),),
        ("wet",),
    )


def test_a_paper_that_the_tier_waits_for_is_among_them(tmp_path: Path) -> None:
    found = made(tmp_path, "[{id: a, flooded: false, sealed: false}]")
    (plans,) = found.hanging
    assert (plans.item, [gap.name for gap in plans.open]) == ("look.type", ["mine_type"])
    assert plans.basis == TYPE.basis


def test_what_does_not_apply_is_not_listed(tmp_path: Path) -> None:
    found = made(tmp_path, "[{id: a, mine_type: open_pit, flooded: false, sealed: false}]")
    assert found.to_see == found.hanging == found.unlisted == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ("检查清单：某矿", "□ 看水位", "矿井积水")),
        ("en", ("Never inspected", "look at the water", "a flooded mine")),
    ],
)
def test_the_page_says_what_to_look_at_and_why(
    tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    found = made(tmp_path, "[{id: a, mine_type: underground, sealed: true}]")
    release = load(tmp_path, {**BASE, "facts/mines.yaml": FACTS, **mines(RULES), **POLICIES})
    page = checklist_page(found, lexicon_of(release, "en" if language == "en" else "zh"))
    for text in (as_terminal(page), as_markdown(page)):
        assert [words for words in said if words not in text] == []


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    release = load(tmp_path, {**BASE, "facts/mines.yaml": FACTS, **mines(RULES), **POLICIES})
    found = made(tmp_path, "[]")
    assert "没有需要现场查看的事项" in as_terminal(checklist_page(found, lexicon_of(release, "zh")))
