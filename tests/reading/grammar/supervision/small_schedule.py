"""A schedule small enough to know by heart, over the base folder and the small chart."""

from __future__ import annotations

from tests.reading.grammar.jurisdiction.small_chart import CHART
from tests.reading.grammar.small_folder import mines

FLOORS = "supervision/floors.yaml"
PARAMETERS = "supervision/parameters.yaml"

SCHEDULE: dict[str, str | None] = {
    **CHART,
    **mines(
        """\
duties:
  - {id: visit, title: 巡查, title_en: visit the mine, binds: authority, when: {flooded: true},
     every: {months: 6}, frequency: 每半年, frequency_en: every half-year}
  - {id: drain, title: 排水, title_en: drain, binds: enterprise, when: {flooded: true},
     frequency: 每月, frequency_en: monthly}
"""
    ),
    PARAMETERS: """\
parameters:
  - {name: red, label: 红色, label_en: at red, unit: '', values: [{from: 2020-01-01, value: 4}],
     basis: {instrument: LAW-1, clause: 第二条}, standing: proposal, review: uncertain}
""",
    FLOORS: """\
basis: {instrument: LAW-1, clause: 第一条}
review: copy_seen
inspections:
  - id: red
    title: 红色
    title_en: red
    by: lead
    departments: [safety]
    sectors: [mines]
    tier_or_worse: major
    findings: [prohibition, major_accident_hazard]
    when: {mines: true}
    mode: key_unit
    at_least: {times: {parameter: red}, months: 12}
    standing: proposal
  - {id: by-duty, by: transport, duty: visit, mode: special, on_clue: true}
  - {id: drawn, title: 抽查, title_en: drawn, by: each, mode: random_draw, outside_plan: true,
     frequency: 没有次数, frequency_en: no figure, covers: [S07]}
caps:
  - {id: most, title: 上限, title_en: cap, by: lead, tier_or_better: general, at_most: {times: 1, months: 12}}
  - {id: to-come, title: 待公布, title_en: to come, by: each, frequency: 公布, frequency_en: published}
joint_visits:
  - {id: joint, title: 联合, title_en: joint}
""",
}
"""Everything that can be written, each once."""
