"""Why a department does not lead, and what its part is instead, in both languages."""

from __future__ import annotations

from fenji.jurisdiction.ready import NO_RUNG, ReadyChart
from fenji.model.jurisdiction.edge import Edge, EdgeKind
from fenji.model.text import Text

PART = {
    EdgeKind.TRADE: Text("行业管理", "running the industry"),
    EdgeKind.PLACE: Text("场地管理", "running the ground"),
}
"""What a department that loses has left to do, by the kind of its edge."""


def part_of(ready: ReadyChart, edge: Edge) -> Text:
    """What the department of an edge is for where another leads."""
    if edge.concern is not None:
        return edge.concern
    if edge.kind is EdgeKind.LICENCE:
        title = ready.chart.licences[edge.licence].title
        return Text(f"发证：{title.zh}", f"granting the licence: {title.en}")
    return PART.get(edge.kind, ready.matters[edge.of].matter.title)


def weaker(ready: ReadyChart, lead: str, by: int, own: int) -> Text:
    """An earlier principle gives it to another."""
    leads = ready.chart.departments[lead].title
    first = ready.principles[by].title
    if own == NO_RUNG:
        return Text(
            f"由{leads.zh}牵头（{first.zh}）；本部门所依的关系不作为牵头依据",
            f"{leads.en} leads ({first.en}); what joins this department to it makes nobody lead",
        )
    later = ready.principles[own].title
    return Text(
        f"由{leads.zh}牵头（{first.zh}），先于本部门所依的“{later.zh}”",
        f'{leads.en} leads ({first.en}), which goes before "{later.en}"',
    )


def weaker_than_open(ready: ReadyChart, by: int, own: int) -> Text:
    """An earlier principle finds several departments."""
    first = ready.principles[by].title
    later = ready.principles[own].title if own != NO_RUNG else first
    return Text(
        f"“{first.zh}”已指向几个部门，先于本部门所依的“{later.zh}”",
        f'"{first.en}" already finds several departments and goes before "{later.en}"',
    )


def excluded(ready: ReadyChart, by: Edge) -> Text:
    """A text takes it out."""
    basis = by.provenance.basis
    law = ready.release.instruments.get(basis[0].instrument) if basis else None
    if law is None:
        return Text("另有规定，不由其主管", "a text takes it out")
    title = law.title.zh if law.title.zh.startswith("《") else f"《{law.title.zh}》"
    clause = basis[0].clause
    return Text(
        f"{title}{clause}规定不由其主管",
        f"taken out by {law.title.en}, {clause}",
    )


NOT_MET = Text("其主管所附的条件在此不成立", "the condition on which it would lead is not met here")
"""Its edge has a condition that the subject does not meet."""


def part_only(concern: Text) -> Text:
    """Its edges speak of a part of the matter."""
    return Text(f"只负责其中的“{concern.zh}”", f'has a part in it only: "{concern.en}"')


def ranked_lower(of: Text, first: Text) -> Text:
    """It leads another matter of the subject, which is ranked lower."""
    return Text(
        f"主管的是“{of.zh}”，排在“{first.zh}”之后",
        f'leads "{of.en}", which is ranked after "{first.en}"',
    )
