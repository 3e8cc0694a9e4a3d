"""A folder of rules small enough to know by heart, with files laid over it by each test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fenji.model.diagnostic import Diagnostic, Refused
from fenji.model.release import Release
from fenji.reading.release import load_release

BASE = {
    "instruments.yaml": """\
instruments:
  - id: LAW-1
    title: 矿山法
    title_en: Mines act
    number: 第1号
    issuer: 某部
    standing: law
    from: 2020-01-01
    encoded: part
    source: written for the tests
""",
    "units.yaml": """\
units:
  - {name: t, dimension: mass, factor: 1, label: 吨, label_en: tonne, spellings: [吨]}
  - {name: kg, dimension: mass, factor: 0.001, label: 千克, label_en: kilogram, spellings: [千克]}
  - {name: m, dimension: length, factor: 1, label: 米, label_en: metre, spellings: [米]}
refused:
  - {spelling: ton, choose: [t], why: 不知是哪一种吨, why_en: which ton is not known}
""",
    "facts/mines.yaml": """\
entities:
  - {name: mine, parent: subject, label: 矿山, label_en: mine, origin: declared}
  - {name: shaft, parent: mine, label: 井筒, label_en: shaft, origin: declared}
  - {name: store, parent: subject, label: 库房, label_en: store, origin: declared}
facts:
  subject:
    - {name: mines, label: 是否采矿, label_en: mines at all, question: 是否采矿？,
       question_en: Does it mine?, kind: flag, origin: declared}
    - {name: employees, label: 人数, label_en: employees, question: 多少人？,
       question_en: How many?, kind: count, origin: declared}
  mine:
    - name: mine_type
      label: 开采方式
      label_en: kind of mine
      question: 怎样开采？
      question_en: How is it mined?
      kind: choice
      options:
        - {value: underground, label: 地下, label_en: underground}
        - {value: open_pit, label: 露天, label_en: open pit}
      origin: declared
    - name: minerals
      label: 矿种
      label_en: minerals
      question: 采什么？
      question_en: What is mined?
      kind: choices
      options:
        - {value: coal, label: 煤, label_en: coal}
        - {value: gold, label: 金, label_en: gold}
      origin: declared
    - {name: stock_t, label: 存量, label_en: stock, question: 存多少？, question_en: How much?,
       kind: number, unit: t, range: {at_least: 0, at_most: 1000}, origin: declared}
    - {name: depth_m, label: 深度, label_en: depth, question: 多深？, question_en: How deep?,
       kind: number, unit: m, range: {at_least: 0}, origin: declared}
    - {name: flooded, label: 积水, label_en: flooded, question: 是否积水？,
       question_en: Is it flooded?, kind: flag, origin: inspected}
    - {name: licensed_on, label: 发证日, label_en: licence day, question: 何日发证？,
       question_en: When was it licensed?, kind: date, origin: declared}
    - {name: operator, label: 经营者, label_en: operator, question: 谁经营？,
       question_en: Who runs it?, kind: text, origin: declared}
  shaft:
    - {name: width_m, label: 宽度, label_en: width, question: 多宽？, question_en: How wide?,
       kind: number, unit: m, range: {at_least: 0.5, at_most: 20}, origin: declared}
  store:
    - {name: walls, label: 墙数, label_en: walls, question: 几面墙？, question_en: How many walls?,
       kind: count, origin: declared}
""",
    "02_mines/sector.yaml": """\
sector: mines
number: 2
title: 矿山
title_en: mines
applies: {mines: true}
asked_by: mines
""",
}


def write_folder(under: Path, files: Mapping[str, str | None]) -> Path:
    """The base with these files laid over it (`None` takes one away), as `under/rules`."""
    folder = under / "rules"
    for name, text in {**BASE, **files}.items():
        if text is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    return folder


def load(under: Path, files: Mapping[str, str | None]) -> Release:
    """The release that they make, read from its source."""
    return load_release(write_folder(under, files), cache=False)


def refusal(under: Path, files: Mapping[str, str | None]) -> tuple[Diagnostic, ...]:
    """Everything for which they are refused; nothing where they are not."""
    try:
        load(under, files)
    except Refused as refused:
        return refused.diagnostics
    return ()


def mines(items: str) -> dict[str, str | None]:
    """One file of rules about mines with these sections."""
    head = (
        "sector: mines\nfor: mine\nbasis: {instrument: LAW-1, clause: 第一条}\nreview: copy_seen\n"
    )
    return {"02_mines/rules.yaml": head + items}
