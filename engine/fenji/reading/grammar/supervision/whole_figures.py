"""A parameter that is so many times, or so many months, is a whole number from a known day on."""

from __future__ import annotations

from fenji.model.parameter import ParameterDefinition
from fenji.model.release import Release
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems


def check_figures(problems: Problems, release: Release) -> None:
    """Note every parameter of supervision that is none."""
    for name in sorted(release.schedule.parameters):
        if name in release.parameters:
            _check(problems, release.parameters[name])


def _check(problems: Problems, parameter: ParameterDefinition) -> None:
    for dated in parameter.values:
        if dated.value.denominator != 1 or dated.value < 1:
            problems.error(
                "wrong-value",
                parameter.place,
                Text(
                    f"`{parameter.name}` 用作次数或者月数，应是不小于 1 的整数",
                    f"`{parameter.name}` is so many times or months: a whole number of at least 1",
                ),
                Text("改正它的 `value`", "mend its `value`"),
            )
        if dated.from_.first != dated.from_.last:
            problems.error(
                "not-a-date",
                parameter.place,
                Text(
                    f"`{parameter.name}` 用作次数或者月数，`from` 要写到日",
                    f"`{parameter.name}` is so many times or months: `from` is a whole day",
                ),
                Text("写作 `2026-01-01`", "write `2026-01-01`"),
            )
