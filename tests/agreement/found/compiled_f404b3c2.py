"""Compiled disagrees with the reference.

rule_1 of the subject: (<Truth.UNKNOWN: 'unknown'>, <Truth.UNKNOWN: 'unknown'>), not (<Truth.UNKNOWN: 'unknown'>, <Truth.FALSE: 'false'>)
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fenji.model.condition import Compare, Quantified, Word
from fenji.model.dictionary import EntityKind, FactDefinition, Kind, Origin
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.release import Release
from fenji.model.rule import FindingKind, Measure, MeasureCase, Rule
from fenji.model.submission import Entity, Submission
from fenji.model.unit import Units
from fenji.model.value import NumberSpan
from tests.evaluation.vocabulary import LABEL, LAW, NO_LIMIT, PROVENANCE

AS_OF = date(2024, 2, 29)
RELEASE = Release(
    digest="drawn 21",
    instruments={"LAW": LAW},
    units=Units({}, {}, {}),
    entities={
        "subject": EntityKind(
            name="subject",
            label=LABEL,
            parent=None,
            dated_by=None,
            origin=Origin.DECLARED,
            sectors=(),
        ),
        "site": EntityKind(
            name="site",
            label=LABEL,
            parent="subject",
            dated_by=None,
            origin=Origin.INSPECTED,
            sectors=(),
        ),
        "part": EntityKind(
            name="part",
            label=LABEL,
            parent="site",
            dated_by=None,
            origin=Origin.DECLARED,
            sectors=(),
        ),
        "event": EntityKind(
            name="event",
            label=LABEL,
            parent="subject",
            dated_by="since1",
            origin=Origin.DECLARED,
            sectors=(),
        ),
        "harm": EntityKind(
            name="harm",
            label=LABEL,
            parent="event",
            dated_by=None,
            origin=Origin.INSPECTED,
            sectors=(),
        ),
    },
    facts={
        "subject": {
            "gated_amount0": FactDefinition(
                entity="subject",
                name="gated_amount0",
                label=LABEL,
                question=LABEL,
                kind=Kind.NUMBER,
                unit="",
                range=NumberSpan(low=Fraction(0), high=Fraction(5)),
                options=(),
                origin=Origin.DECLARED,
                applies_when=Compare(
                    left=Literal(value=NumberSpan(low=Fraction(0), high=Fraction(0))),
                    word=Word.AT_LEAST,
                    right=(Literal(value=NumberSpan(low=Fraction(1), high=Fraction(1))),),
                ),
            )
        },
        "event": {
            "since1": FactDefinition(
                entity="event",
                name="since1",
                label=LABEL,
                question=LABEL,
                kind=Kind.DATE,
                unit="",
                range=NO_LIMIT,
                options=(),
                origin=Origin.DECLARED,
            )
        },
    },
    tables={},
    parameters={},
    sectors={},
    definitions=(),
    measures=(
        Measure(
            name="measure0_3",
            sector="one",
            for_="subject",
            label=LABEL,
            unit="",
            cases=(
                MeasureCase(
                    when=Quantified(word="some", kind="site", where=None),
                    value=Name(entity="subject", name="gated_amount0", stratum=Stratum.FACT),
                ),
                MeasureCase(
                    when=None, value=Literal(value=NumberSpan(low=Fraction(0), high=Fraction(0)))
                ),
            ),
            range=NO_LIMIT,
            provenance=PROVENANCE,
        ),
    ),
    classifications=(),
    sheets=(),
    rules=(
        Rule(
            id="rule_1",
            sector="one",
            for_="subject",
            title=LABEL,
            scope=Compare(
                left=Name(entity="subject", name="measure0_3", stratum=Stratum.MEASURE),
                word=Word.LESS_THAN,
                right=(Literal(value=NumberSpan(low=Fraction("3/2"), high=Fraction("3/2"))),),
            ),
            when=Compare(
                left=Literal(value=NumberSpan(low=Fraction(1), high=Fraction(1))),
                word=Word.AT_LEAST,
                right=(Literal(value=NumberSpan(low=Fraction(1), high=Fraction(1))),),
            ),
            unless=(),
            finding=FindingKind.ELEMENT,
            tier=None,
            provenance=PROVENANCE,
        ),
    ),
    policies=(),
)
SUBMISSIONS = (
    Submission(
        subject_kind="enterprise",
        id="x",
        name="x",
        root=Entity(kind="subject", id="x", facts={}, children={}),
        determinations=(),
    ),
)
