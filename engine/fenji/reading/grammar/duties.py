"""Duties: whom they bind, when, how often, and the date from which the next time is reckoned."""

from __future__ import annotations

from fenji.model.duty import Binds, Calendar, Duty, Period, Timing
from fenji.model.text import Text
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.exclusions import exclusions
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Named, Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.resolving import meaning_of
from fenji.reading.grammar.rule_files import RuleFile
from fenji.reading.grammar.types import Sort
from fenji.reading.grammar.values import whole_number
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node

_TIMINGS = {timing.value: timing for timing in Timing}
_CALENDAR = {unit.value: unit for unit in Calendar}


def duty(file: RuleFile, node: Node) -> Duty:
    """One duty."""
    fields = Fields(node, file.declared.problems)
    here = file.here(fields, Rank.FINDING)
    when = fields.needed("when")
    fields.needed("binds")
    fields.needed("frequency")
    timing = _timing(fields)
    return Duty(
        fields.needed_text("id"),
        file.sector,
        here.kind,
        fields.label("title"),
        fields.one_of("binds", Binds, Binds.ENTERPRISE),
        file.scope_at(here),
        NOTHING if when is None else condition(here, when),
        exclusions(here, fields),
        timing,
        None if timing is None else _period(fields, timing),
        fields.label("frequency"),
        _last_done(here, fields),
        file.provenance(fields),
        fields.place_of("id"),
    )


def _timing(fields: Fields) -> Timing | None:
    written = [key for key in fields.written if key.text in _TIMINGS]
    for key in written[1:]:
        fields.problems.error(
            "wrong-shape",
            key.place,
            Text("一项义务只写一个期限", "a duty has one period"),
            Text(
                f"留 `{written[0].text}`，其余用 `frequency` 的文字说",
                f"keep `{written[0].text}`, and let the words of `frequency` say the rest",
            ),
        )
    return _TIMINGS[written[0].text] if written else None


def _period(fields: Fields, timing: Timing) -> Period | None:
    node = fields.needed(timing.value)
    if node is None:
        return None
    inner = Fields(node, fields.problems)
    if len(inner.written) == 1 and inner.written[0].text in _CALENDAR:
        word = inner.written[0].text
        amount = inner.needed(word)
        number = None if amount is None else whole_number(fields.problems, amount, 1)
        return None if number is None else Period(number, _CALENDAR[word])
    _no_period(fields.problems, inner)
    return None


def _no_period(problems: Problems, inner: Fields) -> None:
    unknown = [key for key in inner.written if key.text not in _CALENDAR]
    step = did_you_mean(unknown[0].text, _CALENDAR) if unknown else None
    problems.error(
        "wrong-shape",
        unknown[0].place if unknown else inner.place,
        Text("期限写一个数和一个单位", "a period is one number and one unit"),
        step or Text("写 `{months: 6}` 之类", "write `{months: 6}`, `{days: 15}` or the like"),
    )


def _last_done(here: Here, fields: Fields) -> tuple[str, str] | None:
    """The date fact, of the duty's own kind of entity or an ancestor's."""
    name = fields.text("last_done")
    if not name:
        return None
    place = fields.place_of("last_done")
    found = meaning_of(here, name, place)
    if found is None:
        return None
    if found.named is not Named.FACT or found.type.sort is not Sort.DATE:
        here.problems.error(
            "wrong-type",
            place,
            Text(f"`{name}` 不是日期事实", f"`{name}` is no date"),
            Text("写一个 `kind: date` 的事实", "name a fact of `kind: date`"),
        )
        return None
    return found.entity, found.name
