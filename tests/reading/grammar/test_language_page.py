"""The files shown in docs/language.md load, once what they leave to the reader is filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fenji.model.release import Release
from fenji.reading.release import load_release

_PAGE = Path(__file__).parents[3] / "docs" / "language.md"
_BLOCK = re.compile(r"^### (.*?)$.*?^```yaml$\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WHERE = {
    "`instruments.yaml`": "instruments.yaml",
    "`units.yaml`": "units.yaml",
    "`facts/*.yaml`": "facts/hazard_unit.yaml",
    "`tables/NAME.yaml`": "tables/rail_protection_zone.yaml",
    "`policy/parameters.yaml`": "policy/parameters.yaml",
    "`NN_sector/sector.yaml`": "01_chemicals/sector.yaml",
    "`NN_sector/*.yaml`": "01_chemicals/rules.yaml",
}
_EXCLUSION = "{when: CONDITION, title: x, title_en: x, basis: {instrument: …, clause: …}}"
_FILLED_IN = [
    (r"^    …$", "    label: x\n    label_en: x"),
    (r"^( +)(from\?): … (until\?): ….*$", r"\1from: 2020\n\1until: 2020-12"),
    (r"^ +tier\?: major +# direct_tier.*$", ""),
    (r"^ +overrides\?: ID.*$", ""),
    (r"(- name: project_rank)", r"\1\n    label: x\n    label_en: x"),
    (r"^ +unit\?: t +# number only.*$", ""),
    (r"otherwise: other\}", "otherwise: storage}"),
    (r"^ +(replaced_by|replacement)\?:.*$", ""),
    (r"\[t, short_ton\]", "[t]"),
    (r"\[EXCLUSION, …\]", f"[{_EXCLUSION}]"),
    (r"\{value: storage.*?\}, …\]", "{value: storage, label: x, label_en: x}]"),
    (r"(label_en: production unit\}), …\]", r"\1, {value: storage, label: x, label_en: x}]"),
    (r'formula: "…"', 'formula: "1 + 1"'),
    (r"instrument: …", "instrument: GB35181-2017"),
    (r"basis: …", "basis: {instrument: GB35181-2017, clause: x}"),
    (r"instrument: RAIL-SAFETY-REG", "instrument: GB35181-2017"),
    (r"CONDITION", "{handles_chemicals: true}"),
    (r"(\w)\?:", r"\1:"),
]
_FACT = "label: x, label_en: x, question: x, question_en: x, origin: declared"
_CHOICE = "kind: choice, options: [{value: 1, label: x, label_en: x}]"
_REST = {
    "facts/rest.yaml": f"""\
entities:
  - {{name: venue, parent: subject, label: x, label_en: x, origin: declared}}
  - {{name: key_chemical, parent: hazard_unit, label: x, label_en: x, origin: declared}}
facts:
  subject:
    - {{name: handles_chemicals, kind: flag, {_FACT}}}
    - {{name: activities, kind: choices,
       options: [{{value: chemical_production, label: x, label_en: x}}], {_FACT}}}
    - {{name: people_within_500m, kind: count, {_FACT}}}
    - {{name: place_type, kind: choice, options: [{{value: city, label: x, label_en: x}}], {_FACT}}}
  hazard_unit:
    - {{name: quantity_t, kind: number, unit: t, {_FACT}}}
    - {{name: cas, kind: text, {_FACT}}}
    - {{name: substance_name, kind: text, {_FACT}}}
    - {{name: accident_date, kind: date, {_FACT}}}
""",
    "01_chemicals/rest.yaml": """\
sector: hazardous_chemicals
for: hazard_unit
standing: proposal
classifications:
  - {name: volume_class, label: x, label_en: x, cases: [{value: 1, otherwise: true}]}
  - {name: rank_by_volume, label: x, label_en: x, cases: [{value: 1, otherwise: true}]}
  - {name: rank_by_power, label: x, label_en: x, cases: [{value: 5, otherwise: true}]}
""".replace("value: ", "label: x, label_en: x, value: "),
    "03_fire/sector.yaml": "sector: fire\nnumber: 3\ntitle: x\ntitle_en: x\n"
    "applies: {handles_chemicals: true}\nasked_by: handles_chemicals\n",
    "tables/rail_protection_zone.csv": "place_type,people_min,width_m\ncity,0,8\n,,10\n",
    "tables/gb18218_table1.csv": "cas,critical_quantity_t\n7664-41-7,10\n",
    "tables/gb18218_spellings.csv": "spelling,unit_kind\nx,storage\n",
}
for _name, _key, _gives in (
    ("gb18218_table1", "cas", "critical_quantity_t: number"),
    ("gb18218_spellings", "spelling", "unit_kind: text"),
):
    _REST[f"tables/{_name}.yaml"] = (
        f"table: {_name}\ntitle: x\ntitle_en: x\nexhaustive: false\nreview: copy_seen\n"
        f"basis: {{instrument: GB35181-2017, clause: x}}\n"
        f"keys: [{{column: {_key}, is: {_key}}}]\ngives: {{{_gives}}}\n"
    )


@pytest.fixture
def release(tmp_path: Path) -> Release:
    files = dict(_REST)
    for heading, block in _BLOCK.findall(_PAGE.read_text("utf-8")):
        where = next((w for start, w in _WHERE.items() if heading.startswith(start)), None)
        if where is not None:
            for pattern, instead in _FILLED_IN:
                block = re.sub(pattern, instead, block, flags=re.MULTILINE)
            names = iter(f"filled_{n}" for n in range(1000))
            files[where] = re.sub("…", lambda _, names=names: next(names), block)
    assert set(_WHERE.values()) <= set(files)
    for name, text in files.items():
        file = tmp_path / "rules" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return load_release(tmp_path / "rules", cache=False)


def test_every_file_on_the_page_loads(release: Release) -> None:
    assert len(release.rules) == len(release.sheets) == 1
    assert {m.name for m in release.measures} == {"critical_ratio", "critical_quantity_t"}
