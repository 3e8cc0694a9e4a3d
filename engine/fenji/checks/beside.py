"""Checks of what stands beside the rules: lists of what was left out, checklists.

Good:  a row of the reference that some rule covers, or that `left_out.yaml` names, not both
Good:  each inspected fact that a sector reads stands in some item of its checklist
Bad:   `covers: [MAH-1]` on a rule, and `{row: MAH-1, reason: text_not_read}` beside it
Bad:   a fact that officers are sent to see, and that no item tells them how to
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fenji.checks.carried import carried
from fenji.checks.reads import Derived, Key, Reads
from fenji.model.checklist import Checklist
from fenji.model.diagnostic import Diagnostic, Level
from fenji.model.dictionary import Origin
from fenji.model.duty import Duty
from fenji.model.left_out import LeftOut
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.rule import Rule
from fenji.model.text import Text


def carried_and_left_out(release: Release, left_out: Iterable[LeftOut]) -> Iterator[Diagnostic]:
    """Rows that are said to be left out though something covers them."""
    rows = carried(release)
    for one in left_out:
        if one.row in rows:
            by = rows[one.row][0]
            yield Diagnostic(
                "carried-and-left-out",
                Level.ERROR,
                Text(
                    f"`{one.row}` 列为未收录，却由 `{by.name}` 收录",
                    f"`{one.row}` is said to be left out, and `{by.name}` covers it",
                ),
                one.place,
                Text("两处去掉一处", "take it out of one of the two"),
            )


def unlisted_facts(release: Release, checklists: Iterable[Checklist]) -> Iterator[Diagnostic]:
    """Facts and lists that only an inspection settles, read by a sector, in no item of its list."""
    reads = Reads(release)
    for checklist in checklists:
        listed = {fact for item in checklist.items for fact in item.facts}
        for kind, name in sorted(inspected(release, reads, checklist.sector) - listed):
            yield Diagnostic(
                "unlisted-fact",
                Level.ERROR,
                Text(
                    f"`{kind}.{name}` 要现场查看，清单 `{checklist.sector}` 却没有一项提到",
                    f"`{kind}.{name}` is for inspection, and no item of `{checklist.sector}` has it",
                ),
                _place(release, kind, name),
                Text(
                    "在 sector_checklists/ 的某一项 `facts` 中写上它",
                    "name it under `facts` of some item in sector_checklists/",
                ),
            )


def inspected(release: Release, reads: Reads, sector: str) -> set[Key]:
    """The inspected facts and lists that the rules, duties, answers and policy of a sector read."""
    several: tuple[Derived | Rule | Duty, ...] = (
        *release.rules_and_duties,
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
    )
    own = [item for item in several if item.sector == sector]
    lists = (kind for item in own for kind in release.lineage(item.for_))
    found = reads.of(tuple(own)) | {(release.entities[kind].parent or "", kind) for kind in lists}
    return {key for key in found if key[0] and _origin(release, *key) is Origin.INSPECTED}


def _origin(release: Release, kind: str, name: str) -> Origin:
    fact = release.facts.get(kind, {}).get(name)
    return fact.origin if fact is not None else release.entities[name].origin


def _place(release: Release, kind: str, name: str) -> Place:
    fact = release.facts.get(kind, {}).get(name)
    return fact.place if fact is not None else release.entities[name].place
