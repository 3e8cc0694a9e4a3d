"""Numbers with a unit: `"500 kg"`, `800千克`, `3万t`, converted exactly by the closed table of units.

A unit is never guessed: a spelling that may mean several is refused with the choice, and text
without a unit is refused where a number is wanted.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from fenji.model.diagnostic import Refused
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.model.unit import RefusedSpelling, Unit, Units
from fenji.reading.decimal_text import decimal_text
from fenji.reading.nearest import nearest
from fenji.reading.node import Scalar
from fenji.reading.refusal import refusal
from fenji.reading.scalars import Unusable, number

MULTIPLIERS = {
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "亿": 10**8,
    "万": 10**4,
    "千": 10**3,
}
"""Chinese multipliers that may stand between a number and its unit, the longer ones first."""

_LEADING_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_SPLIT_NUMBER = re.compile(r"[0-9０-９]\s+[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a number is asked for: the name the reader knows, and its unit (empty: a plain number)."""

    name: str
    unit: str


def folded(spelling: str) -> str:
    """A spelling as units are compared by it: NFKC (so `㎏` is `kg`, `m³` is `m3`), no spaces."""
    return "".join(unicodedata.normalize("NFKC", spelling).split())


def number_in(scalar: Scalar, wanted: Wanted, units: Units) -> Fraction:
    """The exact number that a scalar gives, in the wanted unit.

    Raises Refused for what is no number, for text without a unit, and for a unit that is unknown,
    doubtful or of another dimension.
    """
    if isinstance(scalar.value, Fraction):
        return scalar.value
    if not isinstance(scalar.value, str):
        raise _not_a_number(scalar, wanted, units)
    if _SPLIT_NUMBER.search(scalar.value):
        raise _not_a_number(scalar, wanted, units)
    text = folded(scalar.value)
    leading = _LEADING_NUMBER.match(text)
    exact = number(leading.group() if leading else text)
    if isinstance(exact, Unusable):
        raise refusal(exact.id, scalar.place, exact.message, exact.help)
    if leading is None or exact is None:
        raise _not_a_number(scalar, wanted, units)
    factor, spelling = _multiplier(text[leading.end() :], units)
    if not spelling:
        raise _needs_unit(scalar, exact * factor, wanted, units)
    unit = _unit(spelling, scalar, wanted, units)
    into = units.by_name.get(wanted.unit)
    if into is None or unit.dimension != into.dimension:
        raise _wrong_unit(scalar, unit, into, wanted, units)
    return exact * factor * unit.factor / into.factor


def _multiplier(rest: str, units: Units) -> tuple[int, str]:
    """What stands after the number, as a multiplier and a spelling; `千克` is a unit, not 千."""
    if rest not in units.by_spelling and rest not in units.refused:
        for word, factor in MULTIPLIERS.items():
            if rest.startswith(word):
                return factor, rest.removeprefix(word)
    return 1, rest


def _unit(spelling: str, scalar: Scalar, wanted: Wanted, units: Units) -> Unit:
    name = units.by_spelling.get(spelling)
    if name is not None:
        return units.by_name[name]
    doubtful = units.refused.get(spelling)
    if doubtful is not None:
        raise _doubtful(doubtful, scalar.place, units)
    near = nearest(spelling, [s for s, n in units.by_spelling.items() if _fits(n, wanted, units)])
    raise refusal(
        "unknown-unit",
        scalar.place,
        Text(f"没有单位 `{spelling}`", f"no unit is called `{spelling}`"),
        Text(f"是不是 `{near}`？", f"did you mean `{near}`?") if near else _write(wanted, units),
    )


def _fits(name: str, wanted: Wanted, units: Units) -> bool:
    into = units.by_name.get(wanted.unit)
    return into is None or units.by_name[name].dimension == into.dimension


def _doubtful(doubtful: RefusedSpelling, place: Place, units: Units) -> Refused:
    chosen = [units.by_name[name] for name in doubtful.choose]
    spelling = doubtful.spelling
    return refusal(
        "doubtful-unit",
        place,
        Text(
            f"`{spelling}` 可能指不同的单位：{doubtful.why.zh}",
            f"`{spelling}` may mean several units: {doubtful.why.en}",
        ),
        Text(
            f"请写明是哪一个：{'、'.join(f'`{u.name}`（{u.label.zh}）' for u in chosen)}",
            f"say which: {', '.join(f'`{u.name}` ({u.label.en})' for u in chosen)}",
        ),
    )


def _not_a_number(scalar: Scalar, wanted: Wanted, units: Units) -> Refused:
    roughly = any(character.isdecimal() for character in scalar.text)
    return refusal(
        "not-a-number",
        scalar.place,
        Text(
            f"`{wanted.name}` 要的是数，`{scalar.text}` 不是",
            f"`{wanted.name}` wants a number, and `{scalar.text}` is none",
        ),
        Text(
            "请写确切的数；只知道大概就写上下限 `{at_least: …, at_most: …}`",
            "write an exact number, or bounds `{at_least: …, at_most: …}` where it is known roughly",
        )
        if roughly
        else _write(wanted, units),
    )


def _needs_unit(scalar: Scalar, exact: Fraction, wanted: Wanted, units: Units) -> Refused:
    plain = decimal_text(exact)
    with_unit = f'"{plain} {wanted.unit}"' if wanted.unit in units.by_name else ""
    return refusal(
        "needs-unit",
        scalar.place,
        Text(
            f"`{wanted.name}` 写成了文字 `{scalar.text}`，没有单位",
            f"`{wanted.name}` is given as the text `{scalar.text}`, without a unit",
        ),
        Text(f"请写 `{plain}` 或 `{with_unit}`", f"write `{plain}` or `{with_unit}`")
        if with_unit
        else Text(f"请写 `{plain}`，不加引号", f"write `{plain}`, without quotes"),
    )


def _wrong_unit(
    scalar: Scalar, unit: Unit, into: Unit | None, wanted: Wanted, units: Units
) -> Refused:
    if into is None:
        message = Text(
            f"`{wanted.name}` 是没有单位的数，`{scalar.text}` 带了单位（{unit.label.zh}）",
            f"`{wanted.name}` is a number without a unit; `{scalar.text}` is in {unit.label.en}",
        )
    else:
        message = Text(
            f"`{scalar.text}` 的单位（{unit.label.zh}）不能换算成 `{wanted.name}` 的单位"
            f"（{into.label.zh}）",
            f"`{scalar.text}` is in {unit.label.en}, which cannot become {into.label.en}, "
            f"the unit of `{wanted.name}`",
        )
    return refusal("wrong-unit", scalar.place, message, _write(wanted, units))


def _write(wanted: Wanted, units: Units) -> Text:
    into = units.by_name.get(wanted.unit)
    if into is None:
        return Text("请写一个数，例如 `30`", "write a number, such as `30`")
    return Text(
        f"请写以{into.label.zh}（`{into.name}`）计的数，或带单位：{_fitting(into, units, '、')}",
        f"write a number in {into.label.en} (`{into.name}`), or one with a unit: "
        f"{_fitting(into, units, ', ')}",
    )


def _fitting(into: Unit, units: Units, comma: str) -> str:
    fit = [u.name for u in units.by_name.values() if u.dimension == into.dimension][:6]
    return comma.join(f"`{name}`" for name in fit)
