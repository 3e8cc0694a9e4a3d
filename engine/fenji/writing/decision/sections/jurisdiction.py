"""Who is in charge: the lead and its level, who has a part in what, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.jurisdiction.bodies import LEVEL
from fenji.model.decision import Decision
from fenji.model.jurisdiction.answer import (
    LEADING,
    Cooperator,
    JurisdictionAnswer,
    LevelAnswer,
    Settled,
    StepKind,
)
from fenji.model.law import Standing
from fenji.model.reason import Gap
from fenji.model.truth import Truth
from fenji.writing.jurisdiction.in_charge import in_charge
from fenji.writing.page.blocks import Block, Entry, Heading, Line, Run, faint, line, strong
from fenji.writing.wording.bases import bases_short
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import joined

FIRST_FEW = 6


def jurisdiction(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """The lead first, then the others; explained, as `fenji jurisdiction explain` shows it."""
    answer = decision.jurisdiction
    if answer is None:
        return
    if explain:
        yield from in_charge(answer, words, explain=True)
        return
    yield Heading(words.pick("由谁监管", "Who is in charge"))
    yield _lead(answer, words)
    yield from _cooperating(answer, words)


def _lead(answer: JurisdictionAnswer, words: Lexicon) -> Entry:
    details = [_why(answer, words), *_open(answer, words)]
    if answer.level is not None:
        details += _level(answer.level, words)
    return Entry(_who(answer, words), tuple(one for one in details if one))


def _who(answer: JurisdictionAnswer, words: Lexicon) -> Line:
    """The body where it is settled, else the departments that it may be."""
    label = words.pick("主监管部门：", "lead: ")
    if answer.settled is Settled.SETTLED:
        level = answer.level
        if level is not None and len(level.bodies) == 1:
            at = words.say(LEVEL[level.bodies[0].level])
            name = words.say(level.bodies[0].title)
            return line(label, strong(name), faint(words.pick(f"（{at}）", f" ({at})")))
        return line(label, strong(words.say(answer.lead_titles[0])))
    if answer.settled is Settled.UNASSIGNED:
        return line(label, Run(words.pick("没有文件指定", "named by no document"), "warning"))
    names = [words.say(title) for title in answer.lead_titles]
    shown = joined(names[:FIRST_FEW], words)
    more = len(names) - FIRST_FEW
    tail = words.pick(f"等 {len(names)} 个部门", f" and {more} more") if more > 0 else ""
    said = (
        words.pick("未定，文件并列指向", "not settled, the documents name as equals: ")
        if answer.settled is Settled.UNDETERMINED
        else words.pick("未定，可能是", "not settled, one of: ")
    )
    return line(label, Run(said, "warning"), f"{shown}{tail}")


def _why(answer: JurisdictionAnswer, words: Lexicon) -> Line:
    """Which matter it leads, by which clause, and that the ranking is only proposed."""
    if not answer.matter:
        return ()
    said = [words.say(answer.matters[0].title)]
    if answer.settled is Settled.SETTLED:
        edges = [step for step in answer.path if step.kind in LEADING]
        said.append(bases_short(edges[0].basis[:1], words) if edges else "")
    ranking = next((step for step in answer.path if step.kind is StepKind.RANKING), None)
    proposed = ranking is not None and ranking.standing is Standing.PROPOSAL
    several = len([one for one in answer.matters if one.has is Truth.TRUE]) > 1
    zh, en = "（几件事项的先后是本项目的建议）", " (which matter goes first is proposed here)"
    remark = words.pick(zh, en) if proposed and several else ""
    about = words.pick("，依据", ", under ").join(part for part in said if part)
    return line(faint(words.pick("事项：", "through: ")), about, faint(remark))


def _open(answer: JurisdictionAnswer, words: Lexicon) -> list[Line]:
    """What decides a lead that is open: facts, or a procedure."""
    if answer.settled is Settled.SETTLED:
        return []
    if answer.settled is Settled.WAITS:
        named = _named(answer.waits_for, words)
        where = words.pick("取决于：", "hangs on: ")
        return [line(faint(where), named)] if named else [_by_date(words)]
    return [line(faint(words.pick("怎样确定：", "how it is settled: ")), words.say(answer.settles))]


def _named(gaps: tuple[Gap, ...], words: Lexicon) -> str:
    return joined((gap_text(gap, words) for gap in gaps[:FIRST_FEW]), words)


def _by_date(words: Lexicon) -> Line:
    zh, en = "取决于所依据的文件当日是否施行", "hangs on whether a document was in force on the day"
    return line(faint(words.pick(zh, en)))


def _level(level: LevelAnswer, words: Lexicon) -> Iterator[Line]:
    """By what the level is so; where it is open, the bodies it may be and what decides."""
    if level.by:
        yield line(faint(words.pick("层级：", "level: ")), words.say(level.title))
    else:
        names = joined((words.say(body.title) for body in level.bodies), words)
        yield line(faint(words.pick("层级未定：", "level not settled: ")), names)
    if level.waits_for:
        yield line(
            faint(words.pick("还要知道：", "still to know: ")), _named(level.waits_for, words)
        )


def _cooperating(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Entry]:
    """Each department that certainly has a part, with all that it is for."""
    certain: dict[str, list[Cooperator]] = {}
    for one in answer.cooperators:
        if one.certain:
            certain.setdefault(one.department, []).append(one)
    for several in certain.values():
        yield _cooperator(several, words)
    perhaps = {one.department for one in answer.cooperators} - certain.keys()
    if perhaps:
        zh = f"另有 {len(perhaps)} 个部门视事实可能配合，用 --explain 列出"
        en = f"{len(perhaps)} more may have a part, as facts show: --explain lists them"
        yield Entry(line(faint(words.pick(zh, en))))


def _cooperator(several: list[Cooperator], words: Lexicon) -> Entry:
    bodies = {words.say(one.body.title) for one in several if one.body is not None}
    name = bodies.pop() if len(bodies) == 1 else words.say(several[0].title)
    concerns = joined(dict.fromkeys(words.say(one.concern) for one in several), words)
    label = words.pick("配合：", "with a part: ")
    return Entry(line(faint(label), strong(name), words.pick("——", ": "), concerns))
