"""The digest of the facts: one and the same however they were written.

Key order, file format, units and the spelling of numbers do not change it; places do not enter.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from fractions import Fraction

from fenji.model.submission import Children, Determination, Entity, Fact, Submission
from fenji.model.value import Choice, DateSpan, Member, NumberSpan, Value

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def facts_digest(submission: Submission) -> str:
    """SHA-256, in hexadecimal, of everything said in a submission."""
    plain: Plain = {
        "subject": [submission.subject_kind, submission.id, submission.name],
        "facts": _entity(submission.root),
        "determinations": [_determination(d) for d in submission.determinations],
    }
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _entity(entity: Entity) -> Plain:
    return {
        "id": entity.id,
        "facts": {name: _fact(fact) for name, fact in entity.facts.items()},
        "children": {kind: _children(below) for kind, below in entity.children.items()},
    }


def _children(children: Children) -> Plain:
    return [children.whole, children.count, [_entity(item) for item in children.items]]


def _fact(fact: Fact) -> Plain:
    return [
        _value(fact.value),
        fact.source.value if fact.source else None,
        _day(fact.at),
        list(fact.evidence),
    ]


def _determination(decided: Determination) -> Plain:
    return [
        decided.matter,
        _member(decided.value),
        decided.authority,
        _day(decided.at),
        decided.of,
        decided.reason,
    ]


def _value(value: Value | None) -> Plain:
    if value is None:
        return None
    if isinstance(value, NumberSpan):
        return ["number", _number(value.low), _number(value.high)]
    if isinstance(value, DateSpan):
        return ["date", _day(value.low), _day(value.high)]
    if isinstance(value, Choice):
        return ["choice", None if value.members is None else _sorted(value.members)]
    possible = None if value.possible is None else _sorted(value.possible)
    return ["set", _sorted(value.certain), possible]


def _sorted(members: frozenset[Member] | frozenset[str]) -> list[Plain]:
    plain = [_member(member) for member in members]
    return sorted(plain, key=lambda member: json.dumps(member, ensure_ascii=False))


def _member(member: Member) -> Plain:
    return ["number", _number(member)] if isinstance(member, Fraction) else member


def _number(number: Fraction | None) -> Plain:
    return None if number is None else f"{number.numerator}/{number.denominator}"


def _day(day: date | None) -> Plain:
    return None if day is None else day.isoformat()
