"""Who is in charge of one subject, as blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.jurisdiction.answer import (
    BodyAnswer,
    Cooperator,
    JurisdictionAnswer,
    LevelAnswer,
    MatterAnswer,
    PathStep,
    Rejected,
    Settled,
    StepKind,
)
from fenji.model.law import Basis, Review, Standing
from fenji.model.reason import Gap
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.writing.page.blocks import (
    Block,
    Branch,
    Entry,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    faint,
    line,
    strong,
)
from fenji.writing.wording.bases import bases_short, bases_text, standing_and_review
from fenji.writing.wording.chart import (
    KIND,
    SETTLED,
    department_text,
    level_text,
    matter_text,
    node_text,
)
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.jurisdiction import STEP
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import joined

FIRST_FEW = 6


def in_charge(
    answer: JurisdictionAnswer | None, words: Lexicon, *, explain: bool
) -> Iterator[Block]:
    """The lead, its level and body, who cooperates, what is open; explained, with path and reasons."""
    if answer is None:
        return
    yield Heading(words.pick("由谁监管", "Who is in charge"))
    yield Table((), tuple(_conclusion(answer, words)))
    yield from open_points(answer, words)
    if explain:
        yield from path(answer, words)
    yield from cooperators(answer, words, explain=explain)
    if explain:
        yield from rejected(answer, words)
    if explain and len(answer.matters) > 1:
        yield from matters(answer, words)


def _conclusion(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[tuple[Line, ...]]:
    """The rows of the answer: label, what is so, what is behind it."""
    yield _row(words.pick("牵头部门", "lead"), *_lead(answer, words))
    level = answer.level
    if level is not None:
        shown = words.pick("或", " or ").join(level_text(one, words) for one in level.levels)
        yield _row(words.pick("执法层级", "level"), strong(shown), faint(_why_level(level, words)))
        if level.bodies:
            yield _row(words.pick("执法机构", "acts"), _bodies(level.bodies, words))
        if level.barred:
            barred = _bodies(level.barred, words)
            said = words.pick("不再对其执法", " (no enforcement)")
            yield _row(words.pick("下级", "below"), faint(f"{barred}{said}"))
    if answer.matter:
        yield _row(words.pick("所依事项", "through"), matter_text(answer.matter, words))


def _row(label: str, *said: str | Run) -> tuple[Line, ...]:
    return (line(faint(label)), line(*said))


def _lead(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Run]:
    if answer.settled is Settled.SETTLED:
        yield strong(words.say(answer.lead_titles[0]))
        return
    yield Run(words.say(SETTLED[answer.settled]), "warning")
    if answer.lead_titles:
        several = words.pick("或", " or ").join(words.say(title) for title in answer.lead_titles)
        yield Run(f"{words.pick('：', ': ')}{several}")


def _why_level(level: LevelAnswer, words: Lexicon) -> str:
    """By which rule; what it rests on stands among the steps."""
    return words.pick(f"：{level.title.zh}", f": {level.title.en}") if level.by else ""


def _bodies(several: tuple[BodyAnswer, ...], words: Lexicon) -> str:
    return joined((words.say(body.title) for body in several), words)


def open_points(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Block]:
    """What decides where something is open: facts, else how the documents say it is settled."""
    of_level = () if answer.level is None else answer.level.waits_for
    of_lead = tuple(gap for gap in answer.waits_for if gap not in of_level)
    yield from _waiting(words.pick("牵头待补报：", "the lead waits for: "), of_lead, words)
    yield from _waiting(words.pick("层级待补报：", "the level waits for: "), of_level, words)
    if answer.settles.zh:
        label = words.pick("如何确定：", "how it is settled: ")
        yield Paragraph(line(Run(label, "warning"), words.say(answer.settles)))


def _waiting(label: str, gaps: tuple[Gap, ...], words: Lexicon) -> Iterator[Block]:
    if gaps:
        named = joined((gap_text(gap, words) for gap in gaps), words)
        yield Paragraph(line(Run(label, "warning"), named))


def path(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Block]:
    """Each step from the subject to the body, with what it rests on."""
    if not answer.path:
        return
    yield Heading(words.pick("逐步理由", "Step by step"))
    bodies = answer.level.bodies if answer.level is not None else ()
    alone = answer.settled is Settled.SETTLED
    for at, step in enumerate(answer.path, 1):
        said = _step(step, words, bodies, alone=alone)
        yield Entry(line(faint(f"{at}  "), *said), _cited(step, words))


def _step(
    step: PathStep, words: Lexicon, bodies: tuple[BodyAnswer, ...], *, alone: bool
) -> Iterator[Run]:
    """What one step says; `alone` where the principle finds one department alone."""
    from_, to = node_text(step.from_, words, bodies), node_text(step.to, words, bodies)
    colon = words.pick("：", ": ")
    yield strong(words.say(STEP[step.kind]))
    if step.kind is StepKind.HAS:
        yield Run(f"{colon}{to}")
        by = words.say(step.title)
        if by != to:
            yield faint(words.pick(f"（依“{by}”）", f' (by "{by}")'))
    elif step.kind is StepKind.RANKING:
        yield Run(f"{colon}{words.say(step.title)}")
    elif step.kind is StepKind.PRINCIPLE:
        yield Run(f"{colon}{words.say(step.title)}")
        finds = words.pick(f"，指向{to}", f", which finds {to}")
        yield faint(words.pick(f"，由{to}牵头", f", so {to} leads") if alone else finds)
    else:
        yield Run(f"{colon}{from_} → {to}")
        if step.kind in (StepKind.LEVEL, StepKind.DELEGATES):
            yield faint(words.pick(f"（{words.say(step.title)}）", f" ({words.say(step.title)})"))


def _cited(step: PathStep, words: Lexicon) -> tuple[Line, ...]:
    if step.kind is StepKind.HAS and not step.basis:
        return ()
    said = cited(step.basis, step.standing, step.review, words)
    return (line(faint(said)),) if said else ()


def cited(basis: tuple[Basis, ...], standing: Standing, review: Review, words: Lexicon) -> str:
    """The clauses in full, what standing they have and how far they were checked."""
    about = standing_and_review(standing, review, words)
    clauses = bases_text(basis, words)
    if not clauses:
        return about
    return f"{clauses}{words.pick(f'（{about}）', f' ({about})')}" if about else clauses


def cooperators(answer: JurisdictionAnswer, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """Departments with a part in it, and what each is for; explained, those that may have one too."""
    certain = _by_body([one for one in answer.cooperators if one.certain], words)
    if certain:
        yield Heading(words.pick("配合部门", "Cooperating departments"), len(certain))
    shown = list(certain.items())[: None if explain else FIRST_FEW]
    for title, several in shown:
        yield _cooperator(title, several, words, explain=explain)
    more = len(certain) - len(shown)
    if more:
        zh, en = f"另有 {more} 个，用 --explain 列出", f"and {more} more: --explain lists them"
        yield Entry(line(faint(words.pick(zh, en))))
    possible = _by_body([one for one in answer.cooperators if not one.certain], words)
    if possible and explain:
        title = words.pick("视未报事实，可能配合的部门", "Perhaps, as facts not given turn out")
        yield Heading(title, len(possible))
        for body, several in possible.items():
            yield _cooperator(body, several, words, explain=False)


def _by_body(several: list[Cooperator], words: Lexicon) -> dict[str, list[Cooperator]]:
    """Those of one body together, in the order of the first."""
    found: dict[str, list[Cooperator]] = {}
    for one in several:
        title = words.say(one.title if one.body is None else one.body.title)
        found.setdefault(title, []).append(one)
    return found


def _cooperator(title: str, several: list[Cooperator], words: Lexicon, *, explain: bool) -> Entry:
    colon = words.pick("：", ": ")
    if len(several) == 1:
        (one,) = several
        cites = _cites(one, words, explain=explain)
        return Entry(line(strong(title), colon, words.say(one.concern)), cites)
    tree = tuple(
        Branch(
            line(words.say(one.concern)),
            tuple(Branch(cite) for cite in _cites(one, words, explain=explain)),
        )
        for one in several
    )
    return Entry(line(strong(title)), (), tree)


def _cites(one: Cooperator, words: Lexicon, *, explain: bool) -> tuple[Line, ...]:
    """What it rests on; explained, also in which matter, where that is another than it speaks of."""
    if not explain:
        return (line(faint(bases_short(one.basis[:1], words))),) if one.basis else ()
    matter = matter_text(one.matter, words)
    in_it = (
        "" if matter == words.say(one.concern) else words.pick(f"事项：{matter}", f"in: {matter}")
    )
    details = (in_it, cited(one.basis, one.standing, one.review, words))
    return tuple(line(faint(detail)) for detail in details if detail)


def rejected(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Block]:
    """Departments that could have led, and why each does not."""
    if answer.rejected:
        yield Heading(words.pick("为何不是其他部门", "Why not another"), len(answer.rejected))
        for one in answer.rejected:
            yield Entry(_rejected(one, words))


def _rejected(one: Rejected, words: Lexicon) -> Line:
    return line(strong(words.say(one.title)), words.pick("：", ": "), words.say(one.why))


def matters(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Block]:
    """All matters of the subject, each with its own lead at its own level."""
    yield Heading(words.pick("各事项", "Its matters"), len(answer.matters))
    columns = words.pick("事项 种类 牵头 执法机构", "matter kind lead acts").split()
    yield Table(tuple(columns), tuple(_matter(one, words) for one in answer.matters))


def _matter(one: MatterAnswer, words: Lexicon) -> tuple[Line, ...]:
    may = "" if one.has is Truth.TRUE else words.pick("（可能有）", " (perhaps)")
    leads = words.pick("或", " or ").join(department_text(lead, words) for lead in one.leads)
    state = "" if one.settled is Settled.SETTLED else words.say(SETTLED[one.settled])
    colon = words.pick("：", ": ") if state and leads else ""
    bodies = "" if one.level is None else _bodies(one.level.bodies, words)
    return (
        line(words.say(one.title), faint(may)),
        line(words.say(KIND[one.kind])),
        line(Run(state, "warning"), f"{colon}{leads}"),
        line(bodies),
    )


NOTHING = Text("规则中没有管辖的内容", "these rules say nothing of jurisdiction")
