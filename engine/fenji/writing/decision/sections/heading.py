"""Whom the decision is about, and on which day."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision
from fenji.model.submission import SUBJECT
from fenji.writing.page.blocks import Block, Title, faint, line
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import member_text


def heading(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """The subject's name, kind, id and the day."""
    kinds = words.named(SUBJECT, "subject_kind").options
    shown = member_text(decision.subject_kind, kinds, words)
    as_of = decision.as_of.isoformat()
    day = words.pick(f"截至 {as_of}", f"as of {as_of}")
    name = decision.subject_name or decision.subject_id
    id_ = decision.subject_id if decision.subject_name else ""
    below = " · ".join(part for part in (shown, id_, day) if part)
    yield Title(name, line(faint(below)))
