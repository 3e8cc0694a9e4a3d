"""Decisions as people read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fenji.model.decision import Decision, Finding, Status, ThreeFigures
from fenji.model.text import Language
from fenji.model.tier import UNGRADED_RANGE, Tier, TierRange
from fenji.writing.decision import as_markdown, as_text
from fenji.writing.display_width import display_width
from tests.kept_output import assert_as_kept
from tests.writing.decision.invented import decision
from tests.writing.decision.invented_release import release

LANGUAGES: tuple[Language, ...] = ("zh", "en")
UNGRADED = ThreeFigures(None, UNGRADED_RANGE, None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("explain", [False, True], ids=["short", "explained"])
def test_the_text_is_as_kept(language: Language, explain: bool) -> None:
    text = as_text(decision(), release(), language, explain=explain)
    assert_as_kept(f"decision_{'explained' if explain else 'short'}.{language}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markdown_is_as_kept(language: Language) -> None:
    assert_as_kept(
        f"decision.{language}.md", as_markdown(decision(), release(), language, explain=True)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked(language: Language, width: int) -> None:
    text = as_text(decision(), release(), language, explain=True, width=width)
    assert max(display_width(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ungraded_is_never_called_low_or_safe(language: Language) -> None:
    ungraded = replace(_bare(), tier=UNGRADED)
    text = as_text(ungraded, release(), language)
    named = "未定级不等于低风险" if language == "zh" else "Ungraded is not low"
    assert named in text
    rest = text.replace(named, "")
    assert not any(word in rest for word in ("低风险", " low", "safe", "安全。", "正常"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_computed_answer_is_never_called_determined(language: Language) -> None:
    text = as_text(replace(decision(), determinations=()), release(), language, explain=True)
    assert "determined" not in text
    assert text.count("判定") == text.count("判定由主管部门依法作出")


def test_the_figure_on_declared_facts_counts_what_it_leaves_out() -> None:
    figures = ThreeFigures(None, TierRange(None, Tier.LOW), Tier.MAJOR)
    left = [_open(Status.NOT_INSPECTED)] * 3 + [_open(Status.NOT_ENCODED)] * 2
    text = _joined(
        as_text(replace(_bare(), tier=figures, open_findings=tuple(left)), release(), "en")
    )
    assert "ungraded to low (blue): taking 3 not yet inspected to be in order" in text
    assert "leaving out 2 not encoded, which could make it major (red)" in text


def test_a_tier_that_nothing_can_change_is_said_once() -> None:
    figures = ThreeFigures(Tier.MAJOR, TierRange(Tier.MAJOR, Tier.MAJOR), Tier.MAJOR)
    text = as_text(replace(_bare(), tier=figures), release(), "en")
    assert "  major (red): no missing fact can change it.\n" in text


def test_a_long_list_is_cut_short_unless_explained() -> None:
    many = replace(_bare(), open_findings=tuple([_open(Status.NOT_ANSWERED)] * 9))
    short = as_text(many, release(), "en")
    assert short.count("Two surface exits") == 5
    assert "and 4 more: --explain lists them all" in short
    whole = as_text(many, release(), "en", explain=True)
    assert whole.count("Two surface exits") == 9
    assert "more: --explain" not in whole


def test_no_source_is_said_not_to_be_met_under_rules_not_yet_in_force() -> None:
    unit = replace(_bare(), measures=decision().measures)
    assert "not met" in as_text(unit, release(), "en")
    before = replace(unit, as_of=date(2019, 2, 28))
    assert "not met" not in as_text(before, release(), "en")


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b[" not in as_text(decision(), release(), "zh")
    assert "\x1b[1;38;5;208m较大风险（橙）\x1b[0m" in as_text(
        decision(), release(), "zh", colour=True
    )


def _bare() -> Decision:
    return replace(
        decision(), steps=(), sectors=(), findings=(), open_findings=(), classifications=(),
        measures=(), determinations=(), asks=(), inspect=(), presumed=(), cautions=(),
    )  # fmt: skip


def _open(status: Status) -> Finding:
    return replace(decision().open_findings[0], status=status, reason=None)


def _joined(text: str) -> str:
    return " ".join(text.split())


def test_a_duty_that_is_overdue_says_so() -> None:
    text = as_text(decision(), release(), "en")
    assert "last done 2022-03-15, due by 2025-03-15, which has passed" in text
    assert "Duties that may bind  1" in text
    on_the_day = as_text(replace(decision(), as_of=date(2025, 3, 15)), release(), "en")
    assert "which has passed" not in on_the_day
