"""What matters, departments, units and bodies are called, and how far a lead is settled."""

from __future__ import annotations

from fenji.jurisdiction.bodies import LEVEL
from fenji.model.jurisdiction.answer import BodyAnswer, Settled
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.writing.wording.lexicon import Lexicon

SETTLED = {
    Settled.SETTLED: Text("已定", "settled"),
    Settled.WAITS: Text("待补事实", "waits for facts"),
    Settled.UNDETERMINED: Text("文件未定", "not settled by the documents"),
    Settled.UNASSIGNED: Text("没有文件指定", "named by no document"),
}

KIND = {
    MatterKind.ACTIVITY: Text("活动", "activity"),
    MatterKind.PLACE: Text("场所", "place"),
    MatterKind.EQUIPMENT: Text("设备", "equipment"),
    MatterKind.WORK: Text("作业", "work"),
}


def level_text(level: EnforcementLevel, words: Lexicon) -> str:
    """`县级`, `county`."""
    return words.say(LEVEL[level])


def department_text(department: str, words: Lexicon) -> str:
    """What a department is called."""
    found = words.release.chart.departments.get(department)
    return words.say(found.title) if found else department


def matter_text(matter: str, words: Lexicon) -> str:
    """What a matter is called."""
    found = words.release.chart.matters.get(matter)
    return words.say(found.title) if found else matter


def unit_text(unit: str, words: Lexicon) -> str:
    """What a territorial unit is called."""
    found = words.release.chart.territory.get(unit)
    return words.say(found.title) if found else unit


def node_text(node: str, words: Lexicon, bodies: tuple[BodyAnswer, ...] = ()) -> str:
    """A node of a path: the subject, a matter, a department, or `DEPARTMENT@LEVEL:UNIT`.

    A body is called as in `bodies` where it is one of them.
    """
    if node == SUBJECT:
        return words.pick("本单位", "the subject")
    department, at, rest = node.partition("@")
    if not at:
        known = node in words.release.chart.matters
        return matter_text(node, words) if known else department_text(node, words)
    level, _, unit = rest.partition(":")
    for body in bodies:
        same = (body.department, body.level.value) == (department, level)
        if same and unit in ("", body.territory):
            return words.say(body.title)
    name, shown = department_text(department, words), level_text(EnforcementLevel(level), words)
    where = f"{shown} {unit_text(unit, words)}" if unit else shown
    return words.pick(f"{name}（{where}）", f"{name} ({where})")
