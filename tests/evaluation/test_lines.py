"""A number stands on the same side of every figure as its double does, however near they are."""

from __future__ import annotations

from fractions import Fraction
from math import inf, nextafter

from hypothesis import given
from hypothesis import strategies as st

from fenji.evaluation.compiled.lines import Lines
from fenji.model.value import NumberSpan

SHORT = st.builds(
    lambda digits, power: Fraction(digits) * Fraction(10) ** power,
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-30, 30),
)


def beside(figure: Fraction) -> tuple[Fraction, ...]:
    """Numbers that a double cannot tell from the figure, and the doubles around it."""
    rounded = float(figure)
    near = (nextafter(rounded, -inf), rounded, nextafter(rounded, inf))
    tiny = abs(figure) * Fraction(1, 10**25) or Fraction(1, 10**400)
    return (figure - tiny, figure, figure + tiny, *map(Fraction, near))


@given(st.lists(SHORT, min_size=1, max_size=5), st.lists(SHORT, max_size=5))
def test_order_is_kept(figures: list[Fraction], others: list[Fraction]) -> None:
    lines = Lines()
    placed = [(figure, lines.add(figure)) for figure in figures]
    numbers = [*others, *(near for figure in figures for near in beside(figure))]
    for number in numbers:
        stands = lines.standing(*number.as_integer_ratio())
        for figure, line in placed:
            if line is not None:
                assert (stands < line, stands == line) == (number < figure, number == figure)


def test_a_figure_too_near_another_has_no_line() -> None:
    lines = Lines()
    assert lines.add(Fraction(1, 10)) == 0.1
    assert lines.add(Fraction(1, 10)) == 0.1
    assert lines.add(Fraction(1, 10) + Fraction(1, 10**25)) is None
    assert lines.add(Fraction(nextafter(0.1, 1))) is None
    assert lines.add(Fraction(10) ** 400) is None


def test_what_no_double_can_hold_stands_at_the_end() -> None:
    lines = Lines()
    lines.add(Fraction(1))
    assert lines.standing(10**400, 1) == inf
    assert lines.standing(-(10**400), 1) == -inf
    assert lines.around(NumberSpan(None, Fraction(1))) == (-inf, 1.0)
    assert lines.around(NumberSpan(Fraction(1), None)) == (1.0, inf)
