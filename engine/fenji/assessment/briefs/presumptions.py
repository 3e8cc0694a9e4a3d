"""Exclusions that an enterprise has to claim, and has not, from what was compiled."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.assessment.briefs.entities import Entities
from fenji.assessment.briefs.items import Held
from fenji.assessment.foresight.subject import Foresight
from fenji.evaluation.compiled.codes import TRUE
from fenji.model.decision import Presumed


def presumed(
    known: Foresight, entities: Entities, rules: list[Held], duties: list[Held]
) -> Iterator[Presumed]:
    """Those of which it is open whether they are met: of what holds, of what is open, of duties."""
    claimed = [one for one in rules if one.entry.claimed]
    for one in claimed:
        if one.code == TRUE:
            yield from _of(known, entities, one)
    for one in (*claimed, *duties):
        if one.entry.claimed and (one.code != TRUE or one.entry.duty is not None):
            yield from _of(known, entities, one)


def _of(known: Foresight, entities: Entities, one: Held) -> Iterator[Presumed]:
    row = entities.rows(one.entry.kind)[one.path]
    for exclusion in dict.fromkeys(one.entry.ready.unless):
        if exclusion.claimed_by_enterprise:
            code = row[known.ready.places[id(exclusion.when)]]
            if code not in (0, TRUE):
                title, basis, standing = exclusion.title, exclusion.basis, exclusion.standing
                yield Presumed(one.entry.id, one.path, title, basis, standing)
