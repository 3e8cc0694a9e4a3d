"""What has to be done because of what was submitted: by the enterprise, by the authorities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fenji.model.decision import Decision, DutyAnswer, Status
from fenji.model.duty import Binds
from fenji.model.text import Text
from fenji.writing.page.blocks import Block, Entry, Heading, Line, Paragraph, Run, faint, line
from fenji.writing.wording.bases import bases_short, bases_text, standing_and_review
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import joined

FIRST_FEW = 6

WHOSE = {
    Binds.ENTERPRISE: Text("企业应当履行的义务", "Duties of the enterprise"),
    Binds.AUTHORITY: Text("主管部门的职责", "Duties of the authorities"),
}


def duties(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """Those that bind, each once with the entities it is about; explained, those that may too."""
    for binds, title in WHOSE.items():
        own = [duty for duty in decision.duties if duty.binds is binds]
        binding = _by_duty(sorted((d for d in own if d.status is Status.HOLDS), key=_urgency))
        if binding:
            yield Heading(words.say(title), len(binding))
            shown = binding if explain else binding[:FIRST_FEW]
            for several in shown:
                yield _entry(several, decision.as_of, words, explain=explain)
            yield from _more(len(binding) - len(shown), words)
    open_ = _by_duty([duty for duty in decision.duties if _may_bind(duty, explain)])
    if open_:
        yield Heading(words.pick("尚不能定是否应当履行的义务", "Duties that may bind"), len(open_))
        if not explain:
            yield Paragraph(line(faint(_why_open(words))))
            return
        for several in open_:
            yield _open_entry(several, words)


def _urgency(duty: DutyAnswer) -> tuple[date, bool]:
    """What is due goes first, the earliest before the others; then what the text gives a period."""
    return duty.due or date.max, duty.period is None


def _may_bind(duty: DutyAnswer, explain: bool) -> bool:
    if duty.status is Status.SECTOR_NOT_EXCLUDED:
        return explain
    return duty.status is not Status.HOLDS


def _why_open(words: Lexicon) -> str:
    return words.pick(
        "所报事实不足以判断；用 --explain 全部列出。",
        "The facts submitted do not settle these; --explain lists them.",
    )


def _by_duty(several: list[DutyAnswer]) -> list[list[DutyAnswer]]:
    """The answers of each duty together, in the order of the first."""
    found: dict[str, list[DutyAnswer]] = {}
    for duty in several:
        found.setdefault(duty.duty, []).append(duty)
    return list(found.values())


def _entry(several: list[DutyAnswer], as_of: date, words: Lexicon, *, explain: bool) -> Entry:
    details = [_of_entity(duty, as_of, words) for duty in several]
    cited = _cited(several[0], words, explain=explain)
    return Entry(_said(several[0], words), (*(d for d in details if d), cited))


def _said(duty: DutyAnswer, words: Lexicon) -> Line:
    colon = words.pick("：", ": ")
    return line(words.say(duty.title), faint(colon), words.say(duty.frequency))


def _cited(duty: DutyAnswer, words: Lexicon, *, explain: bool) -> Line:
    """The clause by its number alone; explained, with the title and how far it was checked."""
    if not explain:
        return line(faint(bases_short(duty.basis, words)))
    about = standing_and_review(duty.standing, duty.review, words)
    suffix = words.pick(f"（{about}）", f" ({about})") if about else ""
    return line(faint(f"{bases_text(duty.basis, words)}{suffix}"))


def _of_entity(duty: DutyAnswer, as_of: date, words: Lexicon) -> Line:
    """Which entity it is about, when it was last done and by when it is due again."""
    said = [Run(entity_text(duty.entity, words), "name")] if duty.entity else []
    if duty.last_done is not None:
        done = words.pick(f"上次 {duty.last_done}", f"last done {duty.last_done}")
        said.append(Run(f"  {done}" if said else done))
    if duty.due is not None:
        over = duty.due < as_of
        zh = f"，下次不迟于 {duty.due}" + ("，已过" if over else "")
        en = f", due by {duty.due}" + (", which has passed" if over else "")
        said.append(Run(words.pick(zh, en), "warning" if over else "plain"))
    return tuple(said)


def _more(count: int, words: Lexicon) -> Iterator[Block]:
    if count:
        zh = f"另有 {count} 项，用 --explain 全部列出"
        en = f"and {count} more: --explain lists them all"
        yield Entry(line(faint(words.pick(zh, en))))


def _open_entry(several: list[DutyAnswer], words: Lexicon) -> Entry:
    gaps = {gap: None for duty in several for gap in duty.waits_for}
    named = joined((gap_text(gap, words) for gap in gaps), words)
    waits = line(faint(words.pick("待：", "waits for: ")), named) if named else ()
    details = (waits, _cited(several[0], words, explain=True))
    return Entry(_said(several[0], words), tuple(d for d in details if d))
