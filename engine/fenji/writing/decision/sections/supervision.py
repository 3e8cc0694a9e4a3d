"""How often the subject is inspected, by whom, in which way, and where that meets a cap."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision
from fenji.model.law import Standing
from fenji.model.supervision.answer import (
    CapAnswer,
    CapConflict,
    DepartmentAnswer,
    InspectionAnswer,
    JointVisitAnswer,
    SupervisionAnswer,
)
from fenji.model.supervision.frequency import Frequency
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.writing.page.blocks import Block, Entry, Heading, Line, Run, faint, line, strong
from fenji.writing.wording.bases import bases_short, bases_text, standing_and_review
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.supervision import MODE, frequency_text
from fenji.writing.wording.values import joined

FIRST_FEW = 4


def supervision(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """Each department that certainly comes; explained, also what may be due and what others do."""
    answer = decision.supervision
    if answer is None:
        return
    yield Heading(words.pick("监督检查", "Supervision"))
    for department in answer.departments:
        if explain or department.leads_subject or _certain(department):
            yield _department(department, words, explain=explain)
    for visit in answer.joint_visits:
        if explain or visit.holds is Truth.TRUE:
            yield _joint(visit, words, explain=explain)
    yield from _recurring(answer, words)
    yield from _open(answer, words, explain=explain)


def _certain(answer: DepartmentAnswer) -> bool:
    return any(one.holds is Truth.TRUE for one in answer.inspections)


def _department(answer: DepartmentAnswer, words: Lexicon, *, explain: bool) -> Entry:
    details = [_at_most(answer, words)] if _caps(answer) else []
    details += [_inspection(one, words, explain=explain) for one in _shown(answer, explain)]
    details += [_conflict(one, answer, words) for one in answer.conflicts if explain or one.certain]
    if explain:
        details += [_cap(one, words) for one in answer.caps]
        compared: tuple[InspectionAnswer | CapAnswer, ...]
        compared = (*answer.compared_inspections, *answer.compared_caps)
        details += [_compared(one, words) for one in compared if one.holds is Truth.TRUE]
    head = line(strong(_who(answer, words)), words.pick("：", ": "), *_how_often(answer, words))
    return Entry(head, tuple(one for one in details if one))


def _who(answer: DepartmentAnswer, words: Lexicon) -> str:
    """The body that acts, else the department; where several are possible, all of them."""
    if len(answer.bodies) == 1:
        return words.say(answer.bodies[0].title)
    level = words.pick("（哪一级未定）", " (level not settled)") if answer.bodies else ""
    return _named(answer.titles, words) + level


def _named(titles: tuple[Text, ...], words: Lexicon) -> str:
    """The department, or those of which it is one."""
    if not titles:
        return words.pick("主管部门（未定）", "the lead department (not settled)")
    return words.pick("或", " or ").join(words.say(title) for title in titles)


def _how_often(answer: DepartmentAnswer, words: Lexicon) -> Line:
    """`至少每年 1 次；尚缺的事实可使其达到每年 4 次`."""
    least, most = answer.at_least.certain, answer.at_least.possible
    if least is None and most is None:
        return line(words.pick("没有次数", "no figure"))
    certain = (
        words.pick("没有必定的次数", "no certain figure")
        if least is None
        else words.pick("至少", "at least ") + frequency_text(least, words)
    )
    ground = faint(_ground(answer, words))
    if most is None or most == least:
        return line(certain, ground)
    may = frequency_text(most, words)
    open_ = words.pick(
        f"；视尚未查明的情况，可达{may}", f"; what is still open could make it {may}"
    )
    return line(certain, ground, faint(f"{open_}{_on_declared(answer, words)}"))


def _ground(answer: DepartmentAnswer, words: Lexicon) -> str:
    """That a figure is only proposed, and what documents fix beside it."""
    least, fixed = answer.at_least.certain, answer.at_least.fixed
    if least is None or fixed == least:
        return ""
    if fixed is None:
        return words.pick(
            "（本项目的建议，没有文件规定）", " (proposed here, fixed by no document)"
        )
    often = frequency_text(fixed, words)
    return words.pick(
        f"（本项目的建议；文件规定的是{often}）", f" (proposed here; documents fix {often})"
    )


def _on_declared(answer: DepartmentAnswer, words: Lexicon) -> str:
    """What it could be if everything not yet inspected were found in order, where that is less."""
    most = answer.at_least.declared_possible
    if most == answer.at_least.possible:
        return ""
    if most is None or most == answer.at_least.certain:
        return words.pick("，有待检查的都符合要求则不增加", ", or stay so if all is found in order")
    may = frequency_text(most, words)
    return words.pick(f"，有待检查的都符合要求则{may}", f", or {may} if all is found in order")


def _caps(answer: DepartmentAnswer) -> bool:
    return any(one.frequency is not None for one in answer.caps)


def _at_most(answer: DepartmentAnswer, words: Lexicon) -> Line:
    """The caps that have a figure; that they are only proposed is never left out."""
    certain, possible = answer.at_most.certain, answer.at_most.possible
    if certain is None:
        return ()
    said = [words.pick("上限", "cap "), frequency_text(certain, words)]
    if possible is not None and possible != certain:
        may = frequency_text(possible, words)
        said.append(words.pick(f"，等级较好的为{may}", f", {may} at better tiers"))
    held = [one for one in answer.caps if one.frequency is not None]
    remarks = []
    if all(one.standing is Standing.PROPOSAL for one in held):
        remarks.append(words.pick("本项目的建议", "proposed here"))
    if answer.at_most.unpublished:
        remarks.append(words.pick("公布的数字未见", "no published figure seen"))
    remark = words.pick("，", ", ").join(remarks)
    return line(*said, faint(words.pick(f"（{remark}）", f" ({remark})") if remark else ""))


def _shown(answer: DepartmentAnswer, explain: bool) -> list[InspectionAnswer]:
    """Those that hold, the most frequent first; in short, a proposal that another figure exceeds is
    left out."""
    if explain:
        return sorted(answer.inspections, key=_weight)
    held = [one for one in answer.inspections if one.holds is Truth.TRUE]
    most = answer.at_least.certain
    telling = [
        one
        for one in held
        if one.standing is not Standing.PROPOSAL or _reaches(one.frequency, most)
    ]
    return sorted(telling, key=_weight)[:FIRST_FEW]


def _reaches(frequency: Frequency | None, most: Frequency | None) -> bool:
    return frequency is None or most is None or frequency.rate >= most.rate


def _weight(one: InspectionAnswer) -> tuple[bool, bool, float, str]:
    often = 0.0 if one.frequency is None else float(one.frequency.rate)
    return one.holds is not Truth.TRUE, not one.on_clue, -often, one.rule


def _inspection(one: InspectionAnswer, words: Lexicon, *, explain: bool) -> Line:
    """`重点检查每年 4 次：重大风险单位……（依据；建议）`; without a figure the words come last."""
    mode, title = words.say(MODE[one.mode]), words.say(one.title)
    colon, comma = words.pick("：", ": "), words.pick("，", ", ")
    may = "" if one.holds is Truth.TRUE else words.pick("可能有", "may be due: ")
    cited = _cited(one, words, explain=explain)
    if one.frequency is None:
        return line(faint(may), mode, colon, title, faint(f"{comma}{words.say(one.words)}{cited}"))
    often = words.pick("", " ") + frequency_text(one.frequency, words)
    return line(faint(may), mode, often, colon, title, faint(cited))


def _cited(one: InspectionAnswer | CapAnswer, words: Lexicon, *, explain: bool) -> str:
    """The clause, and that it is a proposal; explained, also how far it was checked."""
    semicolon = words.pick("；", "; ")
    if explain:
        parts = [
            bases_text(one.basis, words),
            standing_and_review(one.standing, one.review, words),
            _parameters(one, words),
        ]
    else:
        first = bases_short(one.basis[:1], words)
        proposed = one.standing is Standing.PROPOSAL
        parts = [
            first,
            words.pick("建议", "proposed") if proposed else "",
        ]
    about = semicolon.join(part for part in parts if part)
    return words.pick(f"（{about}）", f" ({about})") if about else ""


def _parameters(one: InspectionAnswer | CapAnswer, words: Lexicon) -> str:
    if not one.parameters:
        return ""
    names = joined(
        (words.named("", name).label.in_(words.language) for name in one.parameters), words
    )
    return words.pick(f"参数：{names}", f"parameter: {names}")


def _cap(one: CapAnswer, words: Lexicon) -> Line:
    often = words.say(one.words) if one.frequency is None else frequency_text(one.frequency, words)
    may = "" if one.holds is Truth.TRUE else words.pick("可能适用", "may apply: ")
    label, colon = words.pick("上限", "cap"), words.pick("：", ": ")
    cited = _cited(one, words, explain=True)
    return line(faint(may), label, colon, words.say(one.title), faint(f"{colon}{often}{cited}"))


def _compared(one: InspectionAnswer | CapAnswer, words: Lexicon) -> Line:
    """What another place does, which binds nobody here."""
    often = "" if one.frequency is None else frequency_text(one.frequency, words)
    least = isinstance(one, InspectionAnswer)
    bound = words.pick("至少", "at least ") if least else words.pick("至多", "at most ")
    colon = words.pick("：", ": ")
    label = words.pick("对照 ", "compare ")
    return line(faint(f"{label}{words.say(one.title)}{colon}{bound}{often}"))


def _conflict(one: CapConflict, answer: DepartmentAnswer, words: Lexicon) -> Line:
    """Both figures, and which of them goes first."""
    titles = {each.rule: each.title for each in answer.inspections}
    title = words.say(titles[one.inspection])
    least, most = frequency_text(one.at_least, words), frequency_text(one.at_most, words)
    outcome = (
        Text("以最低次数为准", "the floor stands")
        if one.floor_stands
        else Text("最低次数只是建议，以上限为准", "the floor is only proposed and gives way")
    )
    may = ("", "exceeds") if one.certain else ("可能", "may exceed")
    zh = f"{may[0]}超过上限：{title}要求{least}，上限{most}；{outcome.zh}"
    en = f"{may[1]} the cap: {title} asks {least}, the cap allows {most}; {outcome.en}"
    return line(Run(words.pick(zh, en), "warning"))


def _joint(visit: JointVisitAnswer, words: Lexicon, *, explain: bool) -> Entry:
    names = joined((_named(titles, words) for titles in visit.titles), words)
    often = frequency_text(visit.visits, words)
    head = words.pick("建议联合检查", "Joint visits proposed")
    may = "" if visit.holds is Truth.TRUE else words.pick("（可能）", " (possible)")
    said = line(f"{head}{may}", words.pick("：", ": "), names, words.pick("，", ", "), often)
    basis = bases_text(visit.basis, words) if explain else bases_short(visit.basis[:1], words)
    return Entry(said, (line(faint(basis)),))


def _recurring(answer: SupervisionAnswer, words: Lexicon) -> Iterator[Block]:
    """Only how many there are and what is due first: they stand under the duties."""
    if not answer.recurring:
        return
    zh = f"定期的义务和职责 {answer.recurring} 项，列在下面的义务里"
    en = f"{answer.recurring} recurrent duties, listed under the duties below"
    overdue = sum(one.overdue for one in answer.due)
    if overdue:
        zh, en = f"{zh}；{overdue} 项已过期", f"{en}; {overdue} overdue"
    elif answer.due:
        first = answer.due[0].due
        zh, en = f"{zh}；最近一项不迟于 {first}", f"{en}; the next is due by {first}"
    yield Entry(line(words.pick(zh, en)))


def _open(answer: SupervisionAnswer, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """What would settle the figures: the tier, and facts of its own."""
    if not answer.tier_open and not answer.waits_for:
        return
    parts = [words.pick("风险等级", "the risk tier")] if answer.tier_open else []
    gaps = answer.waits_for if explain else answer.waits_for[:FIRST_FEW]
    parts += [gap_text(gap, words) for gap in gaps]
    more = len(answer.waits_for) - len(gaps)
    tail = words.pick(f"等 {len(parts) + more} 项", f" and {more} more") if more else ""
    label = words.pick("次数待定于：", "the figures wait for: ")
    yield Entry(line(faint(f"{label}{joined(parts, words)}{tail}")))
