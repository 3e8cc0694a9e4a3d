"""`fenji jurisdiction check`: where the documents overlap, leave a gap or have lapsed, as a page."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.jurisdiction.analysis.expected import carried_on, is_clean, known_open
from fenji.jurisdiction.analysis.report import (
    Analysis,
    Cycle,
    Given,
    Lapsed,
    NoBody,
    NobodyNamed,
    Overlap,
    Unreachable,
    Waiting,
)
from fenji.model.jurisdiction.edge import Edge
from fenji.model.submission import SUBJECT
from fenji.writing.page.blocks import (
    Block,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Run,
    Table,
    Title,
    faint,
    line,
    strong,
)
from fenji.writing.wording.bases import bases_text
from fenji.writing.wording.chart import (
    SETTLED,
    department_text,
    level_text,
    matter_text,
    node_text,
    unit_text,
)
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import joined, member_text

MOST_MATTERS = 6


def check_page(found: Analysis, words: Lexicon, *, explain: bool) -> Page:
    """Everything found; explained, also what hangs on facts, the chains and the blind spots."""
    day = words.pick(f"截至 {found.as_of}", f"as of {found.as_of}")
    matters, activities = len(words.release.chart.matters), found.activities
    walked = words.pick(
        f"{matters} 个事项（活动 {activities} 项），逐地走遍 {found.walked} 次",
        f"{matters} matters ({activities} activities), walked {found.walked} times",
    )
    title = words.pick("管辖关系检查", "Jurisdiction check")
    blocks: list[Block] = [Title(title, line(faint(f"{day} · {walked}")))]
    blocks += _overlaps(found, words)
    blocks += _nobody(found, words)
    blocks += _section(words.pick("循环", "Cycles"), [_cycle(one, words) for one in found.cycles])
    unreachable = [_unreachable(one, words) for one in found.unreachable]
    blocks += _section(words.pick("没有边通到的部门", "Departments nothing leads to"), unreachable)
    blocks += _lapsed(found, words)
    blocks += _no_body(found, words, explain=explain)
    if explain:
        blocks += _waiting(found, words)
        blocks += _chains(found, words)
        blocks += _blind_spots(found, words)
    blocks += _conclusion(found, words, explain=explain)
    return tuple(blocks)


def _section(title: str, entries: list[Entry]) -> Iterator[Block]:
    if entries:
        yield Heading(title, len(entries))
        yield from entries


def _overlaps(found: Analysis, words: Lexicon) -> Iterator[Block]:
    title = words.pick("职责重叠（多头管理）", "Overlaps: departments that are equals")
    yield from _section(title, [_overlap(one, words) for one in found.overlaps])


def _overlap(one: Overlap, words: Lexicon) -> Entry:
    among = joined((department_text(each, words) for each in one.departments), words)
    edges = {edge.id: edge for edge in words.release.chart.edges}
    details = [_edge(edges[id_], words) for id_ in one.edges]
    details += _conditions(one.given, one.places, words)
    return Entry(
        line(_mark(one.matter, words), strong(words.say(one.title)), words.pick("：", ": "), among),
        (*details, *_known(one.matter, words)),
    )


def _edge(edge: Edge, words: Lexicon) -> Line:
    name = department_text(edge.to, words)
    basis = bases_text(edge.provenance.basis, words)
    return line(f"{name}{words.pick('：', ': ')}", faint(f"{basis}  [{edge.id}]"))


def _mark(matter: str, words: Lexicon) -> Run:
    """What nobody declared stands out."""
    known = known_open(words.release.chart, matter) is not None
    return faint("○ ") if known else Run("✗ ", "red")


def _known(matter: str, words: Lexicon) -> Iterator[Line]:
    spot = known_open(words.release.chart, matter)
    if spot is not None:
        label = words.pick(f"已知 {spot.id}：", f"known, {spot.id}: ")
        yield line(faint(label), faint(words.say(spot.open)))


def _conditions(given: Given, places: tuple[str, ...], words: Lexicon) -> Iterator[Line]:
    if given:
        label = words.pick("条件：", "where: ")
        yield line(faint(label), _given(given, words))
    if places:
        label = words.pick("地点：", "in: ")
        yield line(faint(label), joined((unit_text(place, words) for place in places), words))


def _given(given: Given, words: Lexicon) -> str:
    said = []
    for name, value in given:
        named = words.named(SUBJECT, name)
        colon = words.pick("：", ": ")
        said.append(f"{words.say(named.label)}{colon}{member_text(value, named.options, words)}")
    return words.pick("；", "; ").join(said)


def _nobody(found: Analysis, words: Lexicon) -> Iterator[Block]:
    title = words.pick("监管盲区（无部门）", "Blind spots: nobody is named")
    yield from _section(title, [_nobody_named(one, words) for one in found.nobody])


def _nobody_named(one: NobodyNamed, words: Lexicon) -> Entry:
    details = (*_conditions(one.given, one.places, words), *_known(one.matter, words))
    return Entry(line(_mark(one.matter, words), strong(words.say(one.title))), details)


def _cycle(one: Cycle, words: Lexicon) -> Entry:
    nodes = (*one.nodes, one.nodes[0])
    return Entry(line(Run("✗ ", "red"), " → ".join(node_text(node, words) for node in nodes)))


def _unreachable(one: Unreachable, words: Lexicon) -> Entry:
    return Entry(line(Run("✗ ", "red"), words.say(one.title), faint(f"  [{one.department}]")))


def _lapsed(found: Analysis, words: Lexicon) -> Iterator[Block]:
    title = words.pick("依据已失效", "Bases that have lapsed")
    yield from _section(title, [_one_lapsed(one, found, words) for one in found.lapsed])


def _one_lapsed(one: Lapsed, found: Analysis, words: Lexicon) -> Entry:
    law = words.release.instruments[one.instrument]
    said = [f"{words.say(law.title)} {law.number}".strip()]
    successor = words.release.instruments.get(one.replaced_by)
    if successor is not None:
        by = f"{words.say(successor.title)} {successor.number}".strip()
        said.append(words.pick(f"已由{by}取代", f"replaced by {by}"))
    after = carried_on(words.release, one, found.as_of)
    if one.stands:
        said.append(words.pick("另有依据，仍然成立", "stands on another basis"))
    elif after is not None:
        said.append(words.pick(f"由 {after.id} 接续", f"carried on by {after.id}"))
    bad = not one.stands and after is None
    mark = Run("✗ ", "red") if bad else faint("○ ")
    return Entry(line(mark, one.what), (line(faint(words.pick("；", "; ").join(said))),))


def _no_body(found: Analysis, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    title = words.pick("层级上没有写明机构的", "No body named at the level")
    entries = [_missing_body(one, words, explain=explain) for one in found.no_body]
    yield from _section(title, entries)


def _missing_body(one: NoBody, words: Lexicon, *, explain: bool) -> Entry:
    where = unit_text(one.territory, words) if one.territory else level_text(one.level, words)
    shown = one.matters if explain else one.matters[:MOST_MATTERS]
    named = joined((matter_text(matter, words) for matter in shown), words)
    more = len(one.matters) - len(shown)
    if more:
        named += words.pick(f" 等 {len(one.matters)} 项", f" and {more} more")
    name = department_text(one.department, words)
    return Entry(line(f"{name}{words.pick('：', ': ')}{where}"), (line(faint(named)),))


def _waiting(found: Analysis, words: Lexicon) -> Iterator[Block]:
    title = words.pick("牵头视事实而定的", "Leads that hang on facts")
    yield from _section(title, [_waits(one, words) for one in found.waiting])


def _waits(one: Waiting, words: Lexicon) -> Entry:
    leads = joined((department_text(lead, words) for lead in one.leads), words)
    details = [
        line(
            faint(words.pick("由此决定：", "decided by: ")),
            joined((gap_text(gap, words) for gap in one.facts), words),
        )
    ]
    for given, settled, who in one.cases:
        if given:
            named = joined((department_text(lead, words) for lead in who), words)
            details.append(
                line(faint(f"{_given(given, words)} → "), named or words.say(SETTLED[settled]))
            )
    details += _conditions((), one.places, words)
    return Entry(line(strong(words.say(one.title)), words.pick("：", ": "), leads), tuple(details))


def _chains(found: Analysis, words: Lexicon) -> Iterator[Block]:
    if not found.chains:
        return
    yield Heading(words.pick("链条各环节", "Chains, link by link"), len(found.chains))
    columns = words.pick("链条 环节 事项 牵头 移交", "chain link matter lead next").split()
    rows = tuple(
        (
            line(one.chain),
            line(_LINK[one.link].partition("|")[0 if words.language == "zh" else 2])
            if one.link in _LINK
            else line(one.link),
            line(matter_text(one.matter, words)),
            line(joined((department_text(lead, words) for lead in one.leads), words)),
            line(joined((matter_text(next_, words) for next_ in one.hands_over), words)),
        )
        for one in found.chains
    )
    yield Table(tuple(columns), rows)


_LINK = {
    "produce": "生产|produce",
    "store": "储存、销售|store",
    "transport": "运输|transport",
    "use": "使用|use",
    "dispose": "处置|dispose",
}


def _blind_spots(found: Analysis, words: Lexicon) -> Iterator[Block]:
    title = words.pick("已知的盲区和答案", "Blind spots that are known, and what is answered")
    entries = []
    for spot in found.blind_spots:
        details = [line(faint(words.say(spot.open)))] if spot.open.zh else []
        for matter, settled, leads in spot.answers:
            named = joined((department_text(lead, words) for lead in leads), words)
            details.append(
                line(
                    f"{matter_text(matter, words)}{words.pick('：', ': ')}",
                    named,
                    faint(f"  {words.say(SETTLED[settled])}"),
                )
            )
        entries.append(
            Entry(line(faint(f"{spot.blind_spot} "), strong(words.say(spot.title))), tuple(details))
        )
    yield from _section(title, entries)


def _conclusion(found: Analysis, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    open_ = words.pick(
        f"{found.activities} 项活动中 {len(found.undetermined)} 项牵头未定",
        f"{len(found.undetermined)} of {found.activities} activities undetermined",
    )
    if is_clean(words.release, found):
        said = words.pick("✓ 没有规则未说明的重叠、盲区和循环；", "✓ nothing but what is known; ")
        yield Paragraph(line(Run(said, "strong"), open_))
    else:
        said = words.pick("✗ 有规则未说明的问题；", "✗ found what no blind spot declares; ")
        yield Paragraph(line(Run(said, "red"), open_))
    if not explain:
        zh = f"另有 {len(found.waiting)} 个事项视事实而定，用 --explain 列出"
        en = f"leads that hang on facts: {len(found.waiting)}; --explain lists them"
        yield Paragraph(line(faint(words.pick(zh, en))))
