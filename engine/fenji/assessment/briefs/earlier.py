"""What an earlier edition would have said, by the ids of its rules, from what was compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fenji.assessment.briefs.entities import Entities
from fenji.assessment.earlier import Edition, editions, with_an_earlier_edition
from fenji.assessment.findings import status_of, weigh_rule
from fenji.assessment.foresight.subject import Foresight
from fenji.assessment.sectors import Applying
from fenji.assessment.sight import EVERYWHERE
from fenji.evaluation.compiled.codes import GIVEN
from fenji.evaluation.prepared import ReadyRule
from fenji.evaluation.reference import scene_of
from fenji.model.brief import Item
from fenji.model.law import Missing
from fenji.model.submission import Submission


def earlier_items(
    known: Foresight, submission: Submission, sectors: Mapping[str, Applying], entities: Entities
) -> tuple[Item, ...]:
    """The items of `earlier_edition`, in its order."""
    prepared = known.ready.prepared
    once: dict[tuple[str, str], Item] = {}
    for missing in with_an_earlier_edition(prepared, sectors):
        edition = editions(prepared)[missing.earlier]
        open_at = _open_at(known, missing, entities)
        for ready in edition.meant_by(missing):
            for item in _of_rule(known, submission, edition, ready, open_at):
                once.setdefault((item.id, item.entity), item)
    return tuple(once.values())


def _open_at(known: Foresight, missing: Missing, entities: Entities) -> list[str]:
    """The entities of which the missing clause may be meant to speak."""
    rows = entities.rows(missing.for_)
    if missing.scope is None:
        return list(rows)
    place = known.ready.places[id(missing.scope)]
    return [path for path, row in rows.items() if row[place]]


def _of_rule(
    known: Foresight,
    submission: Submission,
    edition: Edition,
    ready: ReadyRule,
    open_at: list[str],
) -> Iterator[Item]:
    rule = ready.rule.id
    key = edition.key(rule)
    if key in known.ready.left:
        scene = scene_of(edition.prepared, submission)
        for one in weigh_rule(scene, ready, EVERYWHERE, key):
            if one.finding.entity in open_at:
                yield Item(rule, one.finding.entity, one.finding.status)
        return
    for path in open_at if key in known.codes else ():
        code = known.told.rules.get((path, key))
        if code is not None:
            yield Item(rule, path, status_of(ready.in_force, *GIVEN[code], waits=code >> 6 != 0))
