"""Which part of the graph is drawn: one matter with its chain, or who leads what as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from fenji.jurisdiction.analysis.walk import Walked
from fenji.jurisdiction.bodies import LEVEL, body_named
from fenji.jurisdiction.path import body_node
from fenji.jurisdiction.ready import ReadyChart, ReadyEdge
from fenji.jurisdiction.territory import filled
from fenji.model.jurisdiction.answer import LEADING, Settled, StepKind
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.matter import Matter
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.text import Text
from fenji.writing.jurisdiction.graph.drawing import Column, Drawing, Key, Link, Node, Weight
from fenji.writing.wording.chart import department_text
from fenji.writing.wording.jurisdiction import STEP
from fenji.writing.wording.lexicon import Lexicon


def of_one(ready: ReadyChart, walked: Sequence[Walked], matter: str, words: Lexicon) -> Drawing:
    """One matter with everything that leaves it, and the other links of its chain with their leads."""
    by_id = {one.ready.matter.id: one for one in walked if not one.place}
    chosen = by_id[matter]
    chain = chosen.ready.matter.chain
    others = [one for one in by_id.values() if chain and one.ready.matter.chain == chain]
    shown = [chosen, *(one for one in sorted(others, key=_link) if one is not chosen)]
    if chain:
        shown.sort(key=_link)
    links = [link for one in shown for link in _to_departments(one, words, whole=one is chosen)]
    links += _handed_over(shown)
    levels = list(_levels(ready, [chosen], words, labelled=True))
    title = words.say(chosen.ready.matter.title)
    heading = words.pick(f"由谁监管：{title}", f"Who is in charge: {title}")
    nodes = [_matter(one.ready.matter, words, chosen=one is chosen) for one in shown]
    return _drawing(heading, nodes, links, levels, words)


def of_all(ready: ReadyChart, walked: Sequence[Walked], words: Lexicon) -> Drawing:
    """Every matter with those who lead it or may, those of one department together."""
    shown = sorted((one for one in walked if not one.place), key=_by_lead)
    links = [link for one in shown for link in _leading(one, words)]
    levels = list(_levels(ready, shown, words, labelled=False))
    heading = words.pick("由谁监管：全部事项", "Who is in charge: all matters")
    nodes = [_matter(one.ready.matter, words) for one in shown]
    return _drawing(heading, nodes, links, levels, words)


_LINKS = ("produce", "store", "transport", "use", "dispose")


def _link(one: Walked) -> tuple[int, str]:
    link = one.ready.matter.link
    return (_LINKS.index(link) if link in _LINKS else len(_LINKS)), one.ready.matter.id


def _by_lead(one: Walked) -> tuple[tuple[str, ...], bool, tuple[str, ...], tuple[int, ...], str]:
    """Those of one department together; what it only may lead comes after what it leads."""
    matter, leads = one.ready.matter, one.lead.leads
    settled = one.lead.settled is Settled.SETTLED
    return leads[:1], not settled, leads, matter.sectors, matter.id


def _matter(matter: Matter, words: Lexicon, *, chosen: bool = False) -> Node:
    return Node(matter.id, Column.MATTER, words.say(matter.title), chosen)


def _to_departments(one: Walked, words: Lexicon, *, whole: bool) -> Iterator[Link]:
    """One link for each department: what joins them, the strongest first; `whole` with the parts."""
    if not whole:
        yield from _leading(one, words)
        return
    several: dict[str, list[ReadyEdge]] = {}
    for edge in (*one.ready.whole, *one.ready.parts, *one.ready.excludes):
        several.setdefault(edge.edge.to, []).append(edge)
    for department, edges in several.items():
        weight = _weight(one, department)
        labels = dict.fromkeys(_label(edge, words) for edge in edges)
        first = next((e for e in edges if e.edge.concern is None), edges[0])
        kind = StepKind(first.edge.kind.value)
        yield Link(one.ready.matter.id, department, kind, weight, tuple(labels))


def _weight(one: Walked, department: str) -> Weight:
    if department not in one.lead.leads:
        return Weight.PART
    return Weight.LEADS if one.lead.settled is Settled.SETTLED else Weight.MAY_LEAD


def _label(ready: ReadyEdge, words: Lexicon) -> str:
    """What joins them: the kind, then the licence or the part that it speaks of."""
    edge = ready.edge
    kind = words.say(STEP[StepKind(edge.kind.value)])
    colon = words.pick("：", ": ")
    if edge.licence:
        kind += colon + words.say(words.release.chart.licences[edge.licence].title)
    elif edge.concern is not None:
        kind += colon + words.say(edge.concern)
    if edge.when is not None:
        kind += words.pick("（有条件）", " (on a condition)")
    return kind


def _leading(one: Walked, words: Lexicon) -> Iterator[Link]:
    for candidate in one.lead.by:
        edge = candidate.edge
        yield Link(edge.of, edge.to, StepKind(edge.kind.value), _weight(one, edge.to))


def _handed_over(shown: Iterable[Walked]) -> Iterator[Link]:
    several = list(shown)
    there = {one.ready.matter.id for one in several}
    for one in several:
        for next_ in one.ready.next:
            if next_.edge.to in there:
                yield Link(next_.edge.of, next_.edge.to, StepKind.HANDS_OVER, Weight.PART)


def _levels(
    ready: ReadyChart, shown: Iterable[Walked], words: Lexicon, *, labelled: bool
) -> Iterator[tuple[Node, Link]]:
    """The bodies of those who lead, each with what sends the matter to it."""
    found: dict[tuple[str, str], tuple[Node, Link]] = {}
    titles: dict[tuple[str, str], dict[str, Text]] = {}
    for one in shown:
        for department, rule in (pair for case in one.cases for pair in case.levels):
            *above, (node, link) = _of_level(ready, department, rule, words)
            for upper, over in above:
                found.setdefault((over.from_, over.to), (upper, over))
            ends = link.from_, link.to
            found.setdefault(ends, (node, link))
            titles.setdefault(ends, {})[rule.id] = rule.title
    for ends, (node, link) in found.items():
        labels = _of_levels(titles.get(ends, {}), words) if labelled else ()
        yield node, Link(link.from_, link.to, link.kind, link.weight, labels)


def _of_levels(rules: Mapping[str, Text], words: Lexicon) -> tuple[str, ...]:
    """What a link to a body says: its level rule, or how many there are."""
    if len(rules) > 1:
        return (words.pick(f"{len(rules)} 条层级规则", f"{len(rules)} level rules"),)
    return tuple(words.say(title) for title in rules.values())


def _of_level(
    ready: ReadyChart, department: str, rule: LevelRule, words: Lexicon
) -> Iterator[tuple[Node, Link]]:
    above, kind = department, StepKind.LEVEL
    if rule.delegated_from is not None:
        node = _body(ready, department, rule.delegated_from, "", words)
        yield node, Link(department, node.id, StepKind.LEVEL, Weight.PART)
        above, kind = node.id, StepKind.DELEGATES
    node = _body(ready, department, rule.level, rule.territory, words)
    yield node, Link(above, node.id, kind, Weight.PART)


def _body(
    ready: ReadyChart, department: str, level: EnforcementLevel, unit: str, words: Lexicon
) -> Node:
    found = ready.chart.departments[department]
    title = body_named(found, level, unit)
    if title is None:
        title = Text(
            f"{found.title.zh}（{LEVEL[level].zh}）", f"{found.title.en} ({LEVEL[level].en})"
        )
    units = {EnforcementLevel.CITY: ready.city} if ready.city else {}
    if unit:
        units[level] = unit
    return Node(
        body_node(department, level, unit), Column.BODY, words.say(filled(title, ready, units))
    )


def _drawing(
    title: str,
    matters: list[Node],
    links: list[Link],
    levels: list[tuple[Node, Link]],
    words: Lexicon,
) -> Drawing:
    several = list(dict.fromkeys(link.to for link in links if link.kind is not StepKind.HANDS_OVER))
    departments = [Node(id_, Column.DEPARTMENT, department_text(id_, words)) for id_ in several]
    bodies = {node.id: node for node, _ in levels}
    joined = (*links, *(link for _, link in levels))
    return Drawing(
        title,
        (*matters, *departments, *bodies.values()),
        joined,
        tuple(_legend(joined, words)),
    )


def _legend(links: Sequence[Link], words: Lexicon) -> Iterator[Key]:
    """One line for each kind that is drawn, and for each weight."""
    kinds = dict.fromkeys(link.kind for link in links)
    for kind in sorted(kinds, key=list(StepKind).index):
        aside = kind in (StepKind.HANDS_OVER, StepKind.LEVEL, StepKind.DELEGATES, StepKind.EXCLUDES)
        weight = Weight.PART if aside else Weight.LEADS
        yield Key(kind, weight, words.say(STEP[kind]))
    said = {
        Weight.LEADS: Text("粗线：牵头", "thick: leads"),
        Weight.MAY_LEAD: Text("粗虚线：可能牵头", "thick, broken: may lead"),
        Weight.PART: Text("细虚线：配合", "thin, broken: has a part"),
    }
    edges = [link for link in links if link.kind in LEADING]
    for weight in sorted({link.weight for link in edges}, reverse=True):
        yield Key(StepKind.DUTY, weight, words.say(said[weight]))
