"""Whom a rule of supervision is about: department, sectors, tier, findings, condition, duty."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from fenji.model.condition import Condition
from fenji.model.rule import FindingKind
from fenji.model.submission import SUBJECT
from fenji.model.supervision.rule import By, Reach
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.naming import known_department
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.rule_files import unknown_sector
from fenji.reading.nearest import did_you_mean

WORSE, BETTER = "tier_or_worse", "tier_or_better"
_ROLES = {by.value: by for by in (By.LEAD, By.EACH)}


@dataclass(frozen=True, slots=True)
class Known:
    """What rules of supervision can name."""

    declared: Declared
    duties: Collection[str]


def reach(known: Known, fields: Fields, tier: str) -> Reach:
    """The reach of a rule; `tier` is the one of the two keys that it may bound the tier with."""
    declared = known.declared
    by, departments = _by(declared, fields)
    other = BETTER if tier == WORSE else WORSE
    if other in fields:
        _wrong_way(fields, other, tier)
    return Reach(
        by,
        departments,
        _sectors(declared, fields),
        fields.one_of(WORSE, Tier, Tier.LOW) if WORSE in fields and tier == WORSE else None,
        fields.one_of(BETTER, Tier, Tier.MAJOR) if BETTER in fields and tier == BETTER else None,
        _findings(fields),
        _when(declared, fields),
        _duty(known, fields),
    )


def _by(declared: Declared, fields: Fields) -> tuple[By, tuple[str, ...]]:
    written = fields.needed_text("by")
    named = tuple(word.text for word in fields.words("departments"))
    for word in fields.words("departments"):
        known_department(declared, word.text, word.place)
    if written in _ROLES:
        return _ROLES[written], tuple(sorted(named))
    if written:
        known_department(declared, written, fields.place_of("by"))
    if named:
        fields.problems.error(
            "wrong-shape",
            fields.key_place("departments"),
            Text("`by` 已写明部门", "`by` names the department already"),
            Text(
                "`departments` 只与 `by: lead`、`by: each` 同写",
                "`departments` stands beside `by: lead` and `by: each` only",
            ),
        )
    return By.NAMED, (written,)


def _sectors(declared: Declared, fields: Fields) -> tuple[str, ...]:
    for word in fields.words("sectors"):
        if word.text not in declared.sectors:
            unknown_sector(declared, word.text, word.place)
    return tuple(sorted(word.text for word in fields.words("sectors")))


def _findings(fields: Fields) -> tuple[FindingKind, ...]:
    kinds = {kind.value: kind for kind in FindingKind}
    found = []
    for word in fields.words("findings"):
        if word.text in kinds:
            found.append(kinds[word.text])
            continue
        fields.problems.error(
            "unknown-choice",
            word.place,
            Text(f"没有结论种类 `{word.text}`", f"no kind of finding is called `{word.text}`"),
            did_you_mean(word.text, kinds),
        )
    return tuple(sorted(found, key=lambda kind: kind.value))


def _when(declared: Declared, fields: Fields) -> Condition | None:
    when = fields.node("when")
    return None if when is None else condition(Here(declared, SUBJECT, Rank.FINDING), when)


def _duty(known: Known, fields: Fields) -> str:
    """A duty that binds an authority: what an enterprise has to do is no inspection."""
    name = fields.text("duty")
    if name and name not in known.duties:
        fields.problems.error(
            "unknown-duty",
            fields.place_of("duty"),
            Text(f"没有机关职责 `{name}`", f"no duty of an authority is called `{name}`"),
            did_you_mean(name, known.duties),
        )
    return name


def _wrong_way(fields: Fields, written: str, wanted: str) -> None:
    fields.problems.error(
        "wrong-tier-bound",
        fields.key_place(written),
        Text(
            f"这里不能写 `{written}`：等级越差，检查次数不得越少",
            f"`{written}` cannot stand here: a worse tier never means fewer inspections",
        ),
        Text(f"写 `{wanted}: …`", f"write `{wanted}: …`"),
    )
