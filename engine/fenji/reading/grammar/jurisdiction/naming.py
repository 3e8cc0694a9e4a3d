"""Names of departments, matters and territorial units, each noted where there is none called so."""

from __future__ import annotations

from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.fields import Fields
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Scalar


def known_department(declared: Declared, name: str, place: Place) -> bool:
    """Whether a department has that id."""
    known = declared.charted.departments
    if not name or name in known:
        return name != ""
    called = next((id_ for id_, names in known.items() if name in names), None)
    step = did_you_mean(name if called is None else called, known)
    declared.problems.error(
        "unknown-department",
        place,
        Text(f"没有部门 `{name}`", f"no department is called `{name}`"),
        step or _declare("departments"),
    )
    return False


def known_matter(declared: Declared, name: str, place: Place) -> bool:
    """Whether an activity or another matter has that id."""
    known = declared.charted.matters
    if not name or name in known:
        return name != ""
    declared.problems.error(
        "unknown-matter",
        place,
        Text(f"没有活动或事项 `{name}`", f"no activity or other matter is called `{name}`"),
        did_you_mean(name, known) or _declare("matters"),
    )
    return False


def known_unit(declared: Declared, name: str, place: Place) -> bool:
    """Whether a territorial unit has that id."""
    known = declared.charted.territory
    if not name or name in known:
        return name != ""
    called = next((id_ for id_, unit in known.items() if name == unit.title.zh), name)
    declared.problems.error(
        "unknown-territory",
        place,
        Text(f"没有区划 `{name}`", f"no territorial unit is called `{name}`"),
        did_you_mean(called, known) or _declare("territory"),
    )
    return False


def matters(declared: Declared, words: tuple[Scalar, ...]) -> tuple[str, ...]:
    """The ids of those that there are."""
    return tuple(w.text for w in words if known_matter(declared, w.text, w.place))


def departments(declared: Declared, words: tuple[Scalar, ...]) -> tuple[str, ...]:
    """The ids of those that there are."""
    return tuple(w.text for w in words if known_department(declared, w.text, w.place))


def unit_of_level(declared: Declared, fields: Fields) -> str:
    """The unit under `territory`, which has to be one of the level that stands beside it."""
    name, place = fields.text("territory"), fields.place_of("territory")
    if not name or not known_unit(declared, name, place):
        return name
    level, wanted = declared.charted.territory[name].level, fields.text("level")
    if level != wanted:
        declared.problems.error(
            "level-mismatch",
            place,
            Text(
                f"`{name}` 是 `{level}` 一级，这里写的是 `{wanted}`",
                f"`{name}` is of level `{level}`, and `{wanted}` stands here",
            ),
            Text(f"写 `level: {level}`，或换一个区划", f"write `level: {level}`, or another unit"),
        )
    return name


def _declare(where: str) -> Text:
    return Text(f"在 `{where}` 中登记它", f"declare it under `{where}`")
