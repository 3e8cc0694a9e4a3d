"""Lines broken to a width."""

from __future__ import annotations

import pytest

from fenji.writing.display_width import display_width
from fenji.writing.page.blocks import Run, plain_text
from fenji.writing.page.wrapping import NEVER_FIRST, NEVER_LAST, widest_unit, wrapped

LAW = (
    "《危险化学品重大危险源辨识》GB 18218-2018 4.2.1（标准，已见文本）：单元内“硝化纤维素”的数量"
    "等于或超过临界量，符合危险化学品重大危险源；见 operators_below_senior_secondary。"
)


def lines(text: str, width: int) -> list[str]:
    return [plain_text(part) for part in wrapped((Run(text),), width)]


@pytest.mark.parametrize("width", range(34, 90))
def test_no_line_is_too_wide_or_begins_or_ends_wrongly(width: int) -> None:
    made = lines(LAW, width)
    assert all(display_width(part) <= width for part in made)
    assert not any(part[0] in NEVER_FIRST for part in made[1:])
    assert not any(part[-1] in NEVER_LAST for part in made[:-1])
    assert "".join(made).replace(" ", "") == LAW.replace(" ", "")


def test_english_breaks_at_spaces() -> None:
    assert lines("exit spacing below 30 m", 12) == ["exit spacing", "below 30 m"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_tones_go_along() -> None:
    made = wrapped((Run("重大", "red"), Run("风险")), 4)
    assert made == [(Run("重大", "red"),), (Run("风险", "plain"),)]


def test_nothing_is_one_empty_line() -> None:
    assert wrapped((), 10) == [()]


def test_the_widest_unit_is_what_may_not_be_parted() -> None:
    assert widest_unit((Run("出口间距 exit_spacing_m"),)) == len("exit_spacing_m")
