"""The dictionary, units and tables, as written and as read."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from fenji.model.condition import Compare, Word
from fenji.model.dictionary import (
    ChoiceOption,
    EntityKind,
    FactDefinition,
    Identification,
    Kind,
    Origin,
)
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.place import Place
from fenji.model.table import Key
from fenji.model.text import Text
from fenji.model.value import NumberSpan, day, one, point
from tests.reading.grammar.small_folder import load, mines

MORE = """\
entities:
  - {name: accident, parent: mine, label: 事故, label_en: accident, origin: inspected,
     dated_by: happened_on, switches_on: [mines]}
facts:
  accident:
    - name: happened_on
      label: 日期
      label_en: date
      question: 何日？
      question_en: When?
      kind: date
      origin: declared
      may_lie_ahead: true
      good_for_months: 12
      rectifiable: false
  mine:
    - name: grade
      label: 等
      label_en: grade
      question: 几等？
      question_en: Which grade?
      kind: choice
      options: [{value: 1, label: 一, label_en: one}, {value: other, label: 他, label_en: other}]
      origin: determined
      applies_when: {mine_type: underground}
      identified_by: {table: spellings, numbers: operator, names: operator, otherwise: other}
"""
SPELLINGS = {
    "tables/spellings.yaml": """\
table: spellings
title: 写法
title_en: spellings
basis: {instrument: LAW-1, clause: 表}
review: copy_seen
exhaustive: false
keys:
  - {column: spelling, is: spelling}
gives: {grade: text, since: date, exact: flag}
""",
    "tables/spellings.csv": 'spelling,note,grade,since,exact\n"一, 等",x,1,2020-01-01,true\n甲,,1,,\n',
}


LISTED = """\
rules:
  - {id: a, title: 甲, title_en: a, when: {listed: {table: spellings}}, finding: element}
"""


def test_entities_and_facts(tmp_path: Path) -> None:
    release = load(tmp_path, {"facts/more.yaml": MORE, **SPELLINGS})
    assert release.entities["accident"] == EntityKind(
        "accident", Text("事故", "accident"), "mine", "happened_on", Origin.INSPECTED, ("mines",)
    )
    assert release.entities["subject"].parent is None
    assert release.facts["accident"]["happened_on"].may_lie_ahead
    assert release.facts["accident"]["happened_on"].good_for_months == 12
    assert release.facts["accident"]["happened_on"].rectifiable is False
    assert release.facts["mine"]["grade"] == FactDefinition(
        "mine",
        "grade",
        Text("等", "grade"),
        Text("几等？", "Which grade?"),
        Kind.CHOICE,
        "",
        NumberSpan(None, None),
        (
            ChoiceOption(Fraction(1), Text("一", "one")),
            ChoiceOption("other", Text("他", "other")),
        ),
        Origin.DETERMINED,
        Compare(Name("mine", "mine_type", Stratum.FACT), Word.IS, (Literal(one("underground")),)),
        identified_by=Identification("spellings", "operator", "operator", "other"),
    )
    assert release.facts["subject"]["employees"].range == NumberSpan(Fraction(0), None)
    assert set(release.facts) == set(release.entities)


def test_a_tables_cells_have_types_and_places(tmp_path: Path) -> None:
    from datetime import date

    table = load(tmp_path, {"facts/more.yaml": MORE, **SPELLINGS}).tables["spellings"]
    assert table.keys == (Key("spelling", Word.IS, "spelling"),)
    assert table.gives == ("grade", "since", "exact")
    assert table.rows[0].cells == (
        ("spelling", one("一, 等")),
        ("grade", one(Fraction(1))),
        ("since", day(date(2020, 1, 1))),
        ("exact", one(True)),
    )
    assert table.rows[1].cells == (("spelling", one("甲")), ("grade", one(Fraction(1))))
    assert table.rows[1].place == Place("rules/tables/spellings.csv", 3, 1, 6)


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("stock_t", "29.90", point(Fraction("29.9"))),
        ("mine_type", "open_pit", one("open_pit")),
        ("flooded", "true", one(True)),
        ("employees", "3", point(3)),
    ],
)
def test_a_keys_cells_take_the_type_of_what_they_are_compared_with(
    key: str, cell: str, value: object, tmp_path: Path
) -> None:
    head = SPELLINGS["tables/spellings.yaml"].replace("is: spelling}", f"is: {key}}}")
    files = {
        "tables/spellings.yaml": head,
        "tables/spellings.csv": f"spelling,grade,since,exact\n{cell},1,,\n",
    }
    table = load(tmp_path, {**files, **mines(LISTED)}).tables["spellings"]
    assert table.rows[0].cells[0] == ("spelling", value)


def test_units_convert_exactly(tmp_path: Path) -> None:
    units = """\
units:
  - {name: t, dimension: mass, factor: 1, label: 吨, label_en: tonne, spellings: [吨]}
  - {name: m, dimension: length, factor: 1, label: 米, label_en: metre, spellings: [ｍ]}
  - {name: km/h, dimension: speed, factor: 5/18, label: 公里每小时, label_en: km/h, spellings: [kph]}
"""
    found = load(tmp_path, {"units.yaml": units}).units
    assert found.by_name["km/h"].factor == Fraction(5, 18)
    assert found.by_spelling == {"吨": "t", "t": "t", "m": "m", "kph": "km/h", "km/h": "km/h"}


def test_facts_of_one_kind_may_stand_in_several_files(tmp_path: Path) -> None:
    release = load(tmp_path, {"facts/more.yaml": MORE, **SPELLINGS})
    assert list(release.facts["mine"]) == sorted(release.facts["mine"])
    assert {"grade", "flooded"} <= set(release.facts["mine"])
