"""`sector_checklists/*.yaml`: what an officer looks at in each sector, and which facts that settles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fenji.model.checklist import Checklist, ChecklistItem
from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.law import Basis
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.sector import CROSS_CUTTING
from fenji.model.text import Text
from fenji.reading.document import read_file
from fenji.reading.entries import items_under, place_under, text_under, words_under
from fenji.reading.known_names import Fact, fact_names
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Sequence
from fenji.reading.refusal import Problems, error
from fenji.reading.schema import check_shape
from fenji.reading.sources import release_folder

CHECKLISTS = "sector_checklists"


def checklist_files(rules: Path | None = None) -> tuple[tuple[Path, str], ...]:
    """The files that stand in `sector_checklists/` beside that folder of rules (by default our own),
    each with its path as readers know it."""
    folder = (rules if rules is not None else release_folder()).resolve().parent / CHECKLISTS
    if not folder.is_dir():
        return ()
    return tuple((file, f"{CHECKLISTS}/{file.name}") for file in sorted(folder.glob("*.yaml")))


def read_checklists(release: Release, rules: Path | None = None) -> tuple[Checklist, ...]:
    """All checklists beside that folder of rules. Raises Refused with all problems of all files."""
    problems = Problems()
    found: list[Checklist] = []
    for file, shown in checklist_files(rules):
        with problems.kept():
            found.append(checklist_from(read_file(file, shown), release))
    problems.add(_twice(found))
    problems.refuse()
    return tuple(found)


def checklist_from(node: Node, release: Release) -> Checklist:
    """The checklist of one sector. Raises Refused with every problem found."""
    shape = check_shape(node, "checklist")
    if shape:
        raise Refused(shape)
    problems = Problems()
    names = fact_names(release)
    sector = text_under(node, "sector")
    if sector not in release.sectors and sector != CROSS_CUTTING:
        problems.add(
            [_unknown("sector", sector, place_under(node, "sector"), list(release.sectors))]
        )
    items = tuple(_item(item, release, names, problems) for item in items_under(node, "items"))
    problems.refuse()
    return Checklist(sector, items, node.place)


def _item(
    node: Node, release: Release, names: dict[str, Fact], problems: Problems
) -> ChecklistItem:
    facts = []
    for word in words_under(node, "facts"):
        if word.text in names:
            facts.append(names[word.text])
        else:
            problems.add([_unknown("fact", word.text, word.place, list(names))])
    basis = tuple(_bases(node))
    for one in basis:
        if one.instrument not in release.instruments:
            known = list(release.instruments)
            problems.add([_unknown("instrument", one.instrument, one.place, known)])
    look = Text(text_under(node, "look"), text_under(node, "look_en"))
    return ChecklistItem(text_under(node, "id"), look, tuple(facts), basis, place_under(node, "id"))


def _bases(node: Node) -> Iterator[Basis]:
    found = node.get("basis") if isinstance(node, Mapping) else None
    several = found.items if isinstance(found, Sequence) else (found,) if found else ()
    for one in several:
        yield Basis(
            text_under(one, "instrument"), text_under(one, "clause"), place_under(one, "instrument")
        )


_CALLED = {
    "sector": Text("行业", "sector"),
    "fact": Text("事实", "fact"),
    "instrument": Text("文件", "instrument"),
}


def _unknown(what: str, name: str, place: Place, known: list[str]) -> Diagnostic:
    called = _CALLED[what]
    several = [one for one in known if one.endswith(f".{name}")]
    if several:
        return error(
            f"unknown-{what}",
            place,
            Text(f"有几类对象都有 `{name}`", f"several kinds of things have a `{name}`"),
            did_you_mean(name, several),
        )
    return error(
        f"unknown-{what}",
        place,
        Text(f"没有{called.zh} `{name}`", f"no {called.en} is called `{name}`"),
        did_you_mean(name, known) or Text("名称见 `fenji facts`", "`fenji facts` lists the names"),
    )


def _twice(checklists: list[Checklist]) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for item in (item for one in checklists for item in one.items):
        before = first.setdefault(item.id, item.place)
        if before is not item.place:
            yield error(
                "duplicate-id",
                item.place,
                Text(
                    f"`{item.id}` 已经用过（{before.path}:{before.line}）",
                    f"`{item.id}` is already used ({before.path}:{before.line})",
                ),
                Text("请换一个 id", "choose another id"),
            )
