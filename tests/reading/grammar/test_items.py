"""Definitions, measures, classifications, sheets, rules and policies, as written and as read."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

from fenji.model.condition import All, AnyFinding, Compare, Fires, Word
from fenji.model.dates import partial_date
from fenji.model.expression import Aggregate, Arithmetic, Literal, Lookup, Name, Stratum
from fenji.model.folding import Fold, Policy, Step
from fenji.model.law import Basis, Confirmation, Exclusion, Provenance, Review, Standing
from fenji.model.rule import (
    Case,
    Classification,
    Definition,
    Entry,
    FindingKind,
    Item,
    Measure,
    MeasureCase,
    Rule,
    Sheet,
)
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.model.value import ANY_NUMBER, NumberSpan, one, point
from tests.reading.grammar.small_folder import BASE, load, mines
from tests.reading.grammar.test_conditions import OTHERS

STOCK = Name("mine", "stock_t", Stratum.FACT)
DEPTH = Name("mine", "depth_m", Stratum.FACT)
TYPE = Name("mine", "mine_type", Stratum.FACT)
UNDERGROUND = Compare(TYPE, Word.IS, (Literal(one("underground")),))
FLOODED = Compare(Name("mine", "flooded", Stratum.FACT), Word.IS, (Literal(one(True)),))
FROM_FILE = Provenance((Basis("LAW-1", "第一条"),), Standing.LAW, Review(Confirmation.COPY_SEEN))


def _in_scope(items: str) -> dict[str, str | None]:
    return {
        name: (text or "").replace("review:", "scope: {mine_type: underground}\nreview:")
        for name, text in mines(items).items()
    }


def test_a_definition_takes_the_scope_into_its_condition(tmp_path: Path) -> None:
    items = """\
definitions:
  - {name: wet, label: 湿, label_en: wet, when: {flooded: true}}
"""
    release = load(tmp_path, _in_scope(items))
    assert release.definitions == (
        Definition(
            "wet", "mines", "mine", Text("湿", "wet"), All((UNDERGROUND, FLOODED)), FROM_FILE
        ),
    )


def test_a_measure_by_cases(tmp_path: Path) -> None:
    items = """\
measures:
  - name: least
    label: 最小
    label_en: least
    unit: m
    range: {at_least: 300 m, at_most: 400}
    cases:
      - {when: {flooded: true}, table: widths, give: least_m, take: smallest}
      - {when: {stock_t: 1}, fact: depth_m}
      - {otherwise: true, value: 7 m}
"""
    release = load(tmp_path, {**OTHERS, **mines(items)})
    by = (("mine_type", TYPE), ("depth_m", DEPTH))
    assert release.measures == (
        Measure(
            "least",
            "mines",
            "mine",
            Text("最小", "least"),
            "m",
            (
                MeasureCase(FLOODED, Lookup("widths", "least_m", by, "smallest")),
                MeasureCase(Compare(STOCK, Word.IS, (Literal(point(1)),)), DEPTH),
                MeasureCase(None, Literal(point(7))),
            ),
            NumberSpan(Fraction(300), Fraction(400)),
            FROM_FILE,
        ),
    )


def test_a_classification_by_cases_and_the_worst_of_two(tmp_path: Path) -> None:
    items = """\
classifications:
  - name: rank
    label: 级
    label_en: rank
    id: rank-2020
    determined_as: grade
    order: [none, 2, 1]
    cases:
      - {value: 1, label: 一, label_en: one, when: {flooded: true}}
      - {value: {formula: "1 + 1"}, when: {stock_t: 1}}
      - {value: none, label: 无, label_en: none, otherwise: true}
  - name: worst
    label: 差
    label_en: worst
    worst_of: [rank]
    given: [rank]
    order: [none, 2, 1]
"""
    release = load(tmp_path, _in_scope(items))
    computed = Arithmetic("+", Literal(point(1)), Literal(point(1)))
    order = ("none", Fraction(2), Fraction(1))
    assert release.classifications == (
        Classification(
            "rank",
            "mines",
            "mine",
            Text("级", "rank"),
            (
                Case(Fraction(1), Text("一", "one"), FLOODED),
                Case("", Text("", ""), Compare(STOCK, Word.IS, (Literal(point(1)),)), computed),
                Case("none", Text("无", "none"), None),
            ),
            (),
            order,
            (),
            None,
            "rank-2020",
            UNDERGROUND,
            (),
            "grade",
            FROM_FILE,
        ),
        Classification(
            "worst",
            "mines",
            "mine",
            Text("差", "worst"),
            (),
            ("rank",),
            order,
            ("rank",),
            None,
            "worst",
            UNDERGROUND,
            (),
            None,
            FROM_FILE,
        ),
    )


def test_a_sheet(tmp_path: Path) -> None:
    items = """\
sheets:
  - name: score
    label: 分
    label_en: score
    base: 100
    items:
      - name: 井
        name_en: shafts
        cap: {at_least: -10}
        exclusive: true
        entries:
          - {id: S1, title: 一, title_en: one, when: {flooded: true}, points: -10}
          - {id: S2, title: 二, title_en: two, points: -2, times: {formula: count(shaft)}}
    missing: {at_least: -5, at_most: 0}
    range: {at_least: 0}
"""
    release = load(tmp_path, _in_scope(items))
    entries = (
        Entry("S1", Text("一", "one"), FLOODED, Literal(point(-10)), None),
        Entry("S2", Text("二", "two"), None, Literal(point(-2)), Aggregate("count", "shaft", None)),
    )
    assert release.sheets == (
        Sheet(
            "score",
            "mines",
            "mine",
            Text("分", "score"),
            Literal(point(100)),
            (Item(Text("井", "shafts"), entries, NumberSpan(Fraction(-10), None), True),),
            NumberSpan(Fraction(-5), Fraction(0)),
            NumberSpan(Fraction(0), None),
            FROM_FILE,
            UNDERGROUND,
        ),
    )


def test_a_rule_says_otherwise_than_its_file(tmp_path: Path) -> None:
    items = """\
rules:
  - id: a
    covers: [ROW-1]
    for: subject
    title: 甲
    title_en: a
    basis:
      - {instrument: LAW-1, clause: 4.10}
      - {instrument: LAW-1, clause: 五}
    when: {mines: true}
    unless:
      - when: {employees: {less_than: 3}}
        title: 小
        title_en: small
        basis: {instrument: LAW-1, clause: 六}
        claimed_by: enterprise
        standing: proposal
    finding: direct_tier
    tier: considerable
    from: 2024-05
    until: 2025-12-31
    review: {status: confirmed, by: 张三, at: 2026-03-01, where: 原件}
    standing: local
    note: 注
"""
    release = load(tmp_path, mines(items))
    mines_ = Compare(Name("subject", "mines", Stratum.FACT), Word.IS, (Literal(one(True)),))
    few = Compare(Name("subject", "employees", Stratum.FACT), Word.LESS_THAN, (Literal(point(3)),))
    assert release.rules == (
        Rule(
            "a",
            "mines",
            "subject",
            Text("甲", "a"),
            None,
            mines_,
            (
                Exclusion(
                    few, (Basis("LAW-1", "六"),), Text("小", "small"), True, Standing.PROPOSAL
                ),
            ),
            FindingKind.DIRECT_TIER,
            Tier.CONSIDERABLE,
            Provenance(
                (Basis("LAW-1", "4.10"), Basis("LAW-1", "五")),
                Standing.LOCAL,
                Review(Confirmation.CONFIRMED, "原件", "张三", date(2026, 3, 1)),
                ("ROW-1",),
                partial_date("2024-05"),
                partial_date("2025-12-31"),
                "注",
            ),
        ),
    )


def test_a_standing_of_the_file_holds_for_what_the_file_rests_on(tmp_path: Path) -> None:
    items = """\
standing: proposal
rules:
  - {id: a, title: 甲, title_en: a, when: {flooded: true}, finding: element}
  - {id: b, title: 乙, title_en: b, when: {flooded: true}, finding: element,
     basis: {instrument: LAW-1, clause: 二}}
"""
    release = load(tmp_path, mines(items))
    assert [rule.provenance.standing for rule in release.rules] == [Standing.PROPOSAL] * 2


def test_the_steps_of_a_policy(tmp_path: Path) -> None:
    basis = "basis: {instrument: LAW-1, clause: 一}, standing: law, review: copy_seen"
    step = f"title: 步, title_en: step, {basis}"
    policy = f"""\
sector: mines
steps:
  - {{id: s1, {step}, worst: {{findings: [direct_tier, base_tier]}}}}
  - {{id: s2, {step}, worst: {{findings: [element], tier: general}}}}
  - {{id: s3, {step}, map: {{of: mine.mine_type, tiers: {{underground: major, open_pit: low}}}}}}
  - {{id: s4, {step}, band: {{of: mine.depth_m, bands: [{{more_than: 99.5, tier: major}}]}}}}
  - {{id: s5, {step}, raise_to: {{when: {{any_finding: element}}, to: major}}}}
  - {{id: s6, {step}, lower_by: {{when: {{finding: a}}, by: 2}}}}
  - {{id: s7, {step}, cap: {{to: considerable}}}}
"""
    whole = f"steps:\n  - {{id: w1, {step}, worst: sectors}}\n"
    items = """\
rules:
  - {id: a, for: subject, title: 甲, title_en: a, when: {mines: true}, finding: scope}
"""
    files = {"policy/mines.yaml": policy, "policy/whole.yaml": whole, **mines(items)}
    release = load(tmp_path, files)
    rests = Provenance((Basis("LAW-1", "一"),), Standing.LAW, Review(Confirmation.COPY_SEEN))

    def a(id_: str, fold: Fold, **more: object) -> Step:
        return Step(id_, fold, Text("步", "step"), rests, **more)  # type: ignore[arg-type]

    assert release.policies == (
        Policy(None, (a("w1", Fold.WORST),)),
        Policy(
            "mines",
            (
                a("s1", Fold.WORST, findings=(FindingKind.DIRECT_TIER, FindingKind.BASE_TIER)),
                a(
                    "s2",
                    Fold.WORST,
                    findings=(FindingKind.ELEMENT,),
                    tiers=(("", Tier.GENERAL),),
                ),
                a(
                    "s3",
                    Fold.MAP,
                    of=("mine", "mine_type"),
                    tiers=(("underground", Tier.MAJOR), ("open_pit", Tier.LOW)),
                ),
                a(
                    "s4",
                    Fold.BAND,
                    of=("mine", "depth_m"),
                    bands=((((Word.MORE_THAN, "99.5"),), Tier.MAJOR),),
                ),
                a("s5", Fold.RAISE_TO, when=AnyFinding("element"), to=Tier.MAJOR),
                a("s6", Fold.LOWER_BY, when=Fires("a"), by=2),
                a("s7", Fold.CAP, to=Tier.CONSIDERABLE),
            ),
        ),
    )


def test_an_instruments_exclusion_is_read_where_its_rules_are(tmp_path: Path) -> None:
    law = BASE["instruments.yaml"] + (
        "    unless:\n"
        "      - {when: {flooded: true}, title: 淹, title_en: flooded,\n"
        "         basis: {instrument: LAW-1, clause: 九}}\n"
        "    missing:\n"
        "      - {clause: 八, title: 缺, title_en: missing, sector: mines, for: mine,\n"
        "         scope: {flooded: true}, finding: element, tier: major, why: text_not_read}\n"
    )
    items = """\
rules:
  - {id: a, title: 甲, title_en: a, when: {stock_t: 1}, finding: element}
  - {id: b, for: shaft, title: 乙, title_en: b, when: {width_m: 1}, finding: element}
"""
    release = load(tmp_path, {"instruments.yaml": law, **mines(items)})
    instrument = release.instruments["LAW-1"]
    assert instrument.unless[0].when == FLOODED
    assert instrument.unless[0].standing is Standing.LAW
    assert instrument.missing[0].scope == FLOODED
    assert instrument.missing[0].tier is Tier.MAJOR


def test_without_bounds_a_measure_can_be_anything(tmp_path: Path) -> None:
    items = "measures:\n  - {name: a, label: 甲, label_en: a, formula: stock_t}\n"
    assert load(tmp_path, mines(items)).measures[0].range == ANY_NUMBER
