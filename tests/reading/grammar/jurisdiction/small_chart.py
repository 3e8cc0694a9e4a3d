"""A chart small enough to know by heart: fuel made, moved and burned in a county with a zone."""

from __future__ import annotations

ACTIVITIES = "activities.yaml"
EDGES = "jurisdiction/edges.yaml"
PEOPLE = "jurisdiction/departments.yaml"
DECIDING = "jurisdiction/principles.yaml"

CHART: dict[str, str | None] = {
    ACTIVITIES: """\
activities:
  - id: make_fuel
    title: 生产燃料
    title_en: makes fuel
    sectors: [1]
    industry_codes: ['25', {code: '2614', ambiguous: true}]
    chain: fuel
    link: produce
    covers: [AC01]
  - {id: move_fuel, title: 运输燃料, title_en: moves fuel, sectors: [1, 4], chain: fuel, link: transport}
  - {id: burn_fuel, title: 使用燃料, title_en: burns fuel, sectors: [14], chain: fuel, link: use}
""",
    PEOPLE: """\
basis: {instrument: LAW-1, clause: 第九条}
review: copy_seen
territory:
  - {id: '01', level: city, title: 甲市, title_en: A City}
  - {id: '0101', level: county, parent: '01', title: 乙县, title_en: B County}
  - {id: '0102', level: county, parent: '01', title: 丙县, title_en: C County, note: 山区}
  - {id: east, level: zone, parent: '0101', title: 东区, title_en: East Zone}
departments:
  - id: government
    title: 人民政府
    title_en: the government
    government: true
    bodies: [{level: county, title: '{county}人民政府', title_en: '{county} government'}]
  - id: safety
    title: 安全部门
    title_en: safety
    aliases: [安监部门]
    parent: government
    review: recalled
    bodies:
      - {level: county, title: '{county}安全局', title_en: '{county} safety bureau'}
      - {level: zone, territory: east, title: 东区分局, title_en: east branch}
  - id: transport
    title: 交通部门
    title_en: transport
    bodies: [{level: city, title: 甲市交通局, title_en: A transport bureau}]
""",
    EDGES: """\
basis: {instrument: LAW-1, clause: 第二条}
edges:
  - {id: fuel.safety, kind: duty, nature: special, of: [make_fuel, burn_fuel], to: safety, covers: [J-1]}
  - {id: fuel.roads, kind: duty, of: move_fuel, to: transport, basis: {instrument: LAW-1, clause: 第三条}}
  - {id: fuel.stock, kind: duty, of: make_fuel, to: transport, concern: 装车, concern_en: loading, when: {employees: {at_least: 10}}}
  - {id: fuel.next, kind: hands_over, of: make_fuel, to: move_fuel}
  - {id: fuel.last, kind: hands_over, of: move_fuel, to: burn_fuel}
licences:
  - {id: fuel_licence, title: 生产许可, title_en: fuel licence, for: [make_fuel], issued_by: safety, high_hazard: true}
  - {id: road_licence, title: 运输许可, title_en: road licence, for: [make_fuel, move_fuel], issued_by: transport}
matters:
  - {id: boiler, kind: equipment, title: 锅炉, title_en: boiler, sectors: [10], when: {mines: true}}
""",
    DECIDING: """\
basis: {instrument: LAW-1, clause: 第四条}
principles:
  - {id: duty_first, order: 2, kind: duty, title: 职责, title_en: duty}
  - {id: special_first, order: 1, kind: duty, nature: special, title: 特别, title_en: special}
  - {id: ask, order: 9, settles: 由政府定, settles_en: the government decides, title: 协调, title_en: ask}
rankings:
  - {id: any_matter, order: 2, by: any, title: 任一, title_en: any, standing: proposal}
  - {id: licensed, order: 1, by: high_hazard_licence, title: 高危, title_en: high hazard}
levels:
  - {id: at_county, order: 9, level: county, title: 县级, title_en: county}
  - id: in_zone
    order: 1
    departments: [safety]
    matters: [make_fuel]
    when: {mines: false}
    level: zone
    territory: east
    delegated_from: county
    title: 东区
    title_en: east
blind_spots:
  - {id: BS1, title: 锅炉, title_en: boilers, matters: [boiler], clauses: ['3.4'], open: 未定, open_en: open}
""",
}
