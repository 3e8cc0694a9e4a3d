"""Who is in charge of a subject, or of what one sector says of it, as the columns of a roster say it."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.model.decision import Decision
from fenji.model.jurisdiction.answer import LevelAnswer, MatterAnswer, Settled
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.writing.wording.chart import SETTLED, department_text, level_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import either

NOBODY = Text("没有管辖规则", "no rules of jurisdiction")


@dataclass(frozen=True, slots=True)
class InCharge:
    """The words for the department, level and body; `order` sorts them, what is open last."""

    department: str
    level: str
    body: str
    order: tuple[bool, str, int, str]


def of_subject(decision: Decision, words: Lexicon) -> InCharge:
    """Whose the subject is."""
    answer = decision.jurisdiction
    if answer is None:
        return _unknown(words.say(NOBODY))
    return _said(answer.settled, answer.leads, answer.level, words)


def of_sector(decision: Decision, sector: str, words: Lexicon) -> InCharge:
    """Whose it is what the rules of one sector say of the subject: the lead of the matter that belongs
    to the sector, the one ranked first if it does; else the subject's lead."""
    answer, known = decision.jurisdiction, words.release.sectors.get(sector)
    if answer is not None and known is not None:
        for one in answer.matters:
            if one.has is Truth.TRUE and known.number in _sectors(one, words):
                return _said(one.settled, one.leads, one.level, words)
    return of_subject(decision, words)


def _sectors(one: MatterAnswer, words: Lexicon) -> tuple[int, ...]:
    return words.release.chart.matters[one.matter].sectors


def _said(
    settled: Settled, leads: tuple[str, ...], level: LevelAnswer | None, words: Lexicon
) -> InCharge:
    if settled is not Settled.SETTLED:
        names = either((department_text(lead, words) for lead in leads), words)
        return _unknown(
            f"{words.say(SETTLED[settled])}{words.pick('：', ': ') if names else ''}{names}"
        )
    levels = () if level is None else level.levels
    bodies = () if level is None else level.bodies
    shown = either((level_text(one, words) for one in levels), words)
    body = either((words.say(one.title) for one in bodies), words)
    first = levels[0].rank if levels else len(leads)
    return InCharge(department_text(leads[0], words), shown, body, (False, leads[0], first, body))


def _unknown(said: str) -> InCharge:
    return InCharge(said, "", "", (True, said, 0, ""))
