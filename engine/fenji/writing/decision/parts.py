"""What all parts of a decision say in the same form: sentences, clauses, reviews, gaps, bodies."""

from __future__ import annotations

from fenji.model.jurisdiction.answer import BodyAnswer
from fenji.model.law import Basis, Review
from fenji.model.reason import Gap
from fenji.model.text import Text
from fenji.writing.decision.exact import Json


def text_json(text: Text) -> Json:
    """A sentence in both languages."""
    return {"zh": text.in_("zh"), "en": text.in_("en")}


def bases_json(several: tuple[Basis, ...]) -> Json:
    """Instruments with their clauses."""
    return [{"instrument": basis.instrument, "clause": basis.clause} for basis in several]


def review_json(review: Review) -> Json:
    """How far the wording was checked."""
    return {
        "status": review.status.value,
        "where": review.where,
        "by": review.by,
        "at": None if review.at is None else review.at.isoformat(),
    }


def gap_json(gap: Gap) -> Json:
    """Something that was not answered."""
    return {
        "entity": gap.entity,
        "kind": gap.kind,
        "name": gap.name,
        "origin": gap.origin.value,
        "is_list": gap.is_list,
    }


def body_json(body: BodyAnswer) -> Json:
    """Who acts for a department."""
    return {
        "department": body.department,
        "level": body.level.value,
        "territory": body.territory or None,
        "title": text_json(body.title),
    }
