"""`fenji jurisdiction explain`: who is in charge of one subject and why, as a page and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fenji.model.jurisdiction.answer import JurisdictionAnswer, MatterAnswer, Settled
from fenji.model.submission import Submission
from fenji.writing.decision.exact import exact_json
from fenji.writing.decision.jurisdiction_json import jurisdiction_json
from fenji.writing.jurisdiction.in_charge import NOTHING, in_charge
from fenji.writing.page.blocks import (
    Block,
    Entry,
    Heading,
    Page,
    Paragraph,
    Run,
    Title,
    faint,
    line,
)
from fenji.writing.wording.chart import matter_text
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import joined


def explain_page(
    subject: Submission, answer: JurisdictionAnswer | None, as_of: date, words: Lexicon
) -> Page:
    """Everything about one subject."""
    day = words.pick(f"截至 {as_of}", f"as of {as_of}")
    parts = [subject.id if subject.name else "", day]
    blocks: list[Block] = [
        Title(subject.name or subject.id, line(faint(" · ".join(p for p in parts if p))))
    ]
    if answer is None:
        return (*blocks, Paragraph(line(Run(words.say(NOTHING), "warning"))))
    blocks += in_charge(answer, words, explain=True)
    blocks += _open_matters(answer, words)
    return tuple(blocks)


def _open_matters(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[Block]:
    """The matters of which it is open whether the subject has them, or who leads them."""
    open_ = [one for one in answer.matters if one.waits_for or one.settled is not Settled.SETTLED]
    if not open_:
        return
    yield Heading(words.pick("尚未定的事项", "Matters still open"), len(open_))
    for one in open_:
        yield _open(one, words)


def _open(one: MatterAnswer, words: Lexicon) -> Entry:
    details = []
    if one.waits_for:
        named = joined((gap_text(gap, words) for gap in one.waits_for), words)
        details.append(line(faint(words.pick("待：", "waits for: ")), named))
    if one.settles.zh:
        label = words.pick("如何确定：", "how it is settled: ")
        details.append(line(faint(label), words.say(one.settles)))
    return Entry(line(matter_text(one.matter, words)), tuple(details))


def explain_json(subject: Submission, answer: JurisdictionAnswer | None, as_of: date) -> str:
    """The same for programs: one line for each subject, `jurisdiction` null where there is none."""
    made = {
        "subject": {"kind": subject.subject_kind, "id": subject.id, "name": subject.name},
        "as_of": as_of.isoformat(),
        "jurisdiction": None if answer is None else jurisdiction_json(answer),
    }
    return exact_json(made).decode() + "\n"
