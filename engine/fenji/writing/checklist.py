"""An inspection list made for one subject, as a page that an officer takes along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.checklist import ChecklistMade, ToCheck
from fenji.model.rule import Classification, Sheet
from fenji.model.text import Text
from fenji.writing.page.blocks import (
    Block,
    Divider,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Run,
    Title,
    faint,
    line,
)
from fenji.writing.wording.bases import bases_short
from fenji.writing.wording.entities import entity_text, kind_of
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import joined

SECTIONS = {
    "to_see": Text("尚未查看", "Never inspected"),
    "hanging": Text("等级所系，宜当场复核", "What the tier hangs on: look again"),
    "unlisted": Text("清单未列、仍须查看", "In no list, and still to be seen"),
}
BOX = "□ "


def checklist_page(made: ChecklistMade, words: Lexicon) -> Page:
    """What was never seen, what the tier hangs on, and what no list mentions, in that order."""
    as_of = made.as_of.isoformat()
    name = made.subject_name or made.subject_id
    title = words.pick(f"检查清单：{name}", f"Checklist: {name}")
    below = words.pick(f"截至 {as_of}", f"as of {as_of}")
    blocks: list[Block] = [Title(title, line(faint(below)))]
    for section, heading in SECTIONS.items():
        blocks += _section(words.say(heading), getattr(made, section), words)
    if len(blocks) == 1:
        blocks.append(Paragraph(line(faint(_nothing(words)))))
    blocks += (Divider(), Paragraph(line(faint(_remark(words)))))
    return tuple(blocks)


def _section(title: str, several: Sequence[ToCheck], words: Lexicon) -> Iterator[Block]:
    if several:
        yield Heading(title, len(several))
        for one in several:
            yield Entry(line(BOX, words.say(one.look)), tuple(_details(one, words)))


def _details(one: ToCheck, words: Lexicon) -> Iterator[Line]:
    settled = [gap_text(gap, words) for gap in one.open]
    if settled:
        yield line(faint(words.pick("确定：", "settles: ")), joined(settled, words))
    rests = [_named(entity, name, words) for entity, name in one.hangs]
    if rests:
        yield line(faint(words.pick("复核：", "look again at: ")), joined(rests, words))
    titles = [title for name in one.triggers if (title := _title(name, words))]
    if titles:
        yield line(faint(words.pick("涉及：", "may meet: ")), words.pick("；", "; ").join(titles))
    if one.basis:
        yield line(Run(bases_short(one.basis, words), "faint"))


def _title(name: str, words: Lexicon) -> str:
    """What a rule says, or what a class or score is called."""
    if name in words.rules:
        return words.say(words.rules[name])
    answers: tuple[Classification | Sheet, ...] = (
        *words.release.classifications,
        *words.release.sheets,
    )
    return next((words.say(answer.label) for answer in answers if answer.name == name), "")


def _named(entity: str, name: str, words: Lexicon) -> str:
    label = words.say(words.named(kind_of(entity, words), name).label)
    where = entity_text(entity, words)
    return f"{where}{words.pick('：', ': ')}{label}" if where else label


def _nothing(words: Lexicon) -> str:
    return words.pick(
        "就所报事实，没有需要现场查看的事项。",
        "By the facts submitted, nothing has to be looked at on the spot.",
    )


def _remark(words: Lexicon) -> str:
    return words.pick(
        "只列适用于该单位的事项；看到的事实报回后可以重新判定。",
        "Only what applies to this subject is listed; what was seen can be submitted and decided anew.",
    )
