"""What a reader is told of supervision: figures with their ground, conflicts, and what is open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fenji.model.law import Standing
from fenji.model.release import Release
from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import By
from fenji.model.text import Language
from fenji.model.tier import Tier
from fenji.writing.decision.sections.supervision import supervision
from fenji.writing.page.terminal import as_terminal
from fenji.writing.wording.lexicon import lexicon_of
from fenji.writing.wording.supervision import frequency_text
from tests.supervision.small import (
    JOINT,
    cap,
    decided,
    floor,
    in_charge,
    matter,
    often,
    reach,
    release,
    scheduled,
    supervised,
)

CHARGE = in_charge(matter("mining", "safety"))
FIRE = reach(By.NAMED, departments=("fire",))


def shown(
    of: Release,
    certain: Tier | None = None,
    possible: Tier | None = None,
    language: Language = "en",
    *,
    explain: bool = False,
) -> str:
    decision = decided(certain, possible)
    decision = replace(decision, supervision=supervised(of, decision, CHARGE))
    page = tuple(supervision(decision, lexicon_of(of, language), explain=explain))
    return as_terminal(page, width=200)


def test_a_decision_without_supervision_has_no_section() -> None:
    assert tuple(supervision(decided(), lexicon_of(release(), "en"), explain=True)) == ()


@pytest.mark.parametrize(
    ("times", "months", "zh", "en"),
    [
        (1, 12, "每年 1 次", "once a year"),
        (2, 12, "每年 2 次", "twice a year"),
        (4, 12, "每年 4 次", "4 times a year"),
        (1, 6, "每半年 1 次", "once every half-year"),
        (1, 3, "每季度 1 次", "once a quarter"),
        (1, 36, "每 3 年 1 次", "once in 3 years"),
        (3, 18, "每 18 个月 3 次", "3 times in 18 months"),
    ],
)
def test_a_frequency_in_words(times: int, months: int, zh: str, en: str) -> None:
    often = Frequency(times, months)
    assert frequency_text(often, lexicon_of(release(), "zh")) == zh
    assert frequency_text(often, lexicon_of(release(), "en")) == en


def test_a_figure_that_is_only_proposed_says_so() -> None:
    of = scheduled(floor("ours", often(4)))
    assert "safety: at least 4 times a year (proposed here, fixed by no document)" in shown(of)
    assert "至少每年 4 次（本项目的建议，没有文件规定）" in shown(of, language="zh")


def test_what_documents_fix_stands_beside_it() -> None:
    of = scheduled(floor("ours", often(4)), floor("law", often(1), standing=Standing.LAW))
    assert "at least 4 times a year (proposed here; documents fix once a year)" in shown(of)
    law = scheduled(floor("ours", often(1)), floor("law", often(2), standing=Standing.LAW))
    assert "at least twice a year\n" in shown(law)


def test_what_is_open_gives_a_range_and_what_settles_it() -> None:
    of = scheduled(
        floor("yellow", often(1), reach(worse=Tier.GENERAL)),
        floor("red", often(4), reach(worse=Tier.MAJOR)),
    )
    text = shown(of, Tier.GENERAL, Tier.MAJOR)
    assert "at least once a year (proposed here, fixed by no document); what is still open" in text
    assert "could make it 4 times a year" in text
    assert "the figures wait for: the risk tier" in text
    assert "red" not in text
    assert "may be due: key inspection 4 times a year: red" in shown(
        of, Tier.GENERAL, Tier.MAJOR, explain=True
    )


def test_no_figure_is_not_never() -> None:
    assert "safety: no figure" in shown(scheduled(floor("plan", None)))
    of = scheduled(floor("red", often(4), reach(worse=Tier.MAJOR)))
    assert "safety: no certain figure; what is still open could" in shown(of, None, Tier.MAJOR)


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (
            Standing.LAW,
            "exceeds the cap: least asks 4 times a year, the cap allows twice a year; the floor stands",
        ),
        (Standing.PROPOSAL, "the floor is only proposed and gives way"),
    ],
)
def test_a_conflict_is_said_with_both_figures(standing: Standing, said: str) -> None:
    most = cap("most", often(2), None, Standing.LAW)
    assert said in shown(scheduled(floor("least", often(4), standing=standing), most))


def test_a_cap_is_said_with_its_ground() -> None:
    of = scheduled(floor("x", often(1)), cap("most", often(4)), cap("to-come", None))
    assert "cap 4 times a year (proposed here, no published figure seen)" in shown(of)


def test_other_places_are_shown_only_where_all_is_explained() -> None:
    of = scheduled(floor("x", often(1)), floor("there", often(12), standing=Standing.ELSEWHERE))
    assert "there" not in shown(of)
    assert "compare there: at least 12 times a year" in shown(of, explain=True)


def test_departments_that_come_together() -> None:
    of = scheduled(floor("x", often(4)), floor("y", often(1), FIRE), JOINT)
    assert "Joint visits proposed: safety, fire, once a year" in shown(of)
    assert "建议联合检查：safety的名称、fire，每年 1 次" in shown(of, language="zh")
