"""A computed class that its order does not hold is no class: it could be any, and nothing breaks."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from fenji.evaluation import compiled
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import whole
from fenji.model.value import Choice, one
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.grammar.small_folder import BASE, load, mines

RULES = """\
classifications:
  - name: grade
    label: 等级
    label_en: grade
    order: [3, 2, 1]
    determined_as: grade
    cases: [{value: {formula: depth_m}, label: 级, label_en: grade, otherwise: true}]
  - {name: worst_grade, label: 最差, label_en: worst, worst_of: [grade], order: [3, 2, 1]}
"""
DETERMINED = "determinations: [{matter: grade, value: 2, authority: 某局, at: 2026-01-01, of: a}]\n"
ANY = Choice(None)
TWO_OR_ONE = Choice(frozenset({Fraction(2), Fraction(1)}))


@pytest.mark.parametrize(
    ("depth", "more", "grade"),
    [(2, "", one(Fraction(2))), (7, "", ANY), (7, DETERMINED, TWO_OR_ONE)],
)
def test_it_could_be_any(depth: int, more: str, grade: Choice, tmp_path: Path) -> None:
    release = load(tmp_path, {**BASE, **mines(RULES)})
    facts = f"{{mines: true, mine: [{{id: a, depth_m: {depth}}}]}}"
    text = f"subject: {{kind: enterprise, id: x, name: x}}\nfacts: {facts}\n{more}"
    submission = submission_from(read_document(text.encode(), "x.yaml"), release, check_codes=False)
    prepared = prepare(release, date(2026, 3, 1))
    judged = whole.judge(prepared, submission)
    assert judged.values["mine:a", "grade"].value == grade
    assert compiled.judge(prepared, submission) == judged
