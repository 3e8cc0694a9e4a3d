"""Decisions on facts with gaps, against the decisions on every completion of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fenji.assessment import decide
from fenji.model.condition import Word
from fenji.model.decision import Decision
from fenji.model.expression import Literal
from fenji.model.folding import Fold, Policy, Step
from fenji.model.release import Release
from fenji.model.rule import Case, Classification, Entry, FindingKind, Item, Sheet
from fenji.model.tier import Tier, rank
from fenji.model.value import Choice, NumberSpan, as_span, point
from tests.evaluation.strategies import BASIC, CONDITIONS, DOMAINS, Known, partly_known
from tests.evaluation.test_enumeration import releases
from tests.evaluation.vocabulary import AS_OF, LABEL, NO_LIMIT, PROVENANCE, rule

FEWER = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WORDS = ("one", "two", "three")
TIERS = st.sampled_from(list(Tier))


def classification(name: str, cases: tuple[Case, ...], **more: Any) -> Classification:
    parts: dict[str, Any] = {"worst_of": (), "order": (), "given": (), "overrides": None, **more}
    return Classification(
        name=name,
        sector="cross_cutting",
        for_="subject",
        label=LABEL,
        cases=cases,
        id=name,
        scope=None,
        unless=(),
        determined_as=None,
        provenance=PROVENANCE,
        **parts,
    )


@st.composite
def graded(draw: st.DrawFn) -> Release:
    """The generated release with classifications, a sheet, rules that bring tiers, and a policy."""
    base = draw(releases())
    cases = lambda: (  # noqa: E731
        Case("one", LABEL, draw(BASIC)),
        Case("two", LABEL, draw(BASIC)),
        Case("three", LABEL, None),
    )
    item = Item(
        LABEL,
        tuple(Entry(f"e{i}", LABEL, draw(BASIC), Literal(point(-3 - i)), None) for i in range(2)),
        NumberSpan(point(-5).low, None),
        draw(st.booleans()),
    )
    sheet = Sheet(
        "score",
        "cross_cutting",
        "subject",
        LABEL,
        Literal(point(10)),
        (item,),
        point(0),
        NO_LIMIT,
        PROVENANCE,
    )
    return replace(
        base,
        digest=f"{base.digest}/graded",
        classifications=(
            classification("c1", cases()),
            classification("c2", cases()),
            classification("c", (), worst_of=("c1", "c2"), order=WORDS),
        ),
        sheets=(sheet,),
        rules=(
            *base.rules,
            rule("direct", draw(CONDITIONS), finding=FindingKind.DIRECT_TIER, tier=draw(TIERS)),
        ),
        policies=(Policy(None, tuple(draw(st.lists(steps(), min_size=1, max_size=5)))),),
    )


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Any step of a policy but `worst: sectors`."""
    fold = draw(st.sampled_from(list(Fold)))
    parts: dict[str, Any] = {}
    if fold is Fold.WORST:
        parts["findings"] = (FindingKind.DIRECT_TIER,)
    elif fold is Fold.MAP:
        parts |= {"of": ("subject", "c"), "tiers": tuple((w, draw(TIERS)) for w in WORDS[:2])}
    elif fold is Fold.BAND:
        bands = (((Word.LESS_THAN, "6"),), draw(TIERS)), (((Word.AT_LEAST, "7"),), draw(TIERS))
        parts |= {"of": ("subject", "score"), "bands": bands}
    else:
        parts |= {"when": draw(BASIC), "to": draw(TIERS), "by": 1}
    return Step(draw(st.uuids()).hex, fold, LABEL, PROVENANCE, **parts)


def answered(release: Release, known: Known) -> Decision:
    return decide(release, known.submission(), AS_OF)


def completed(known: Known, facts: dict[str, Any]) -> Known:
    """One completion as facts again."""
    own = {k: v for k, v in facts.items() if k in DOMAINS and v is not None}
    items = tuple({k: item[k] for k in ("x", "y")} for item in facts["item"])
    return Known(own, items, 0)


@FEWER
@given(graded(), partly_known(), st.randoms(use_true_random=False))
def test_a_tier_and_every_answer_hold_for_all_completions(
    release: Release, known: Known, random: Any
) -> None:
    open_ = answered(release, known)
    every = list(known.completions())
    for facts in random.sample(every, min(len(every), 25)):
        whole = answered(release, completed(known, facts))
        assert whole.tier.certain == whole.tier.possible
        assert rank(open_.tier.certain) <= rank(whole.tier.certain) <= rank(open_.tier.possible)
        for wide, narrow in zip(open_.classifications, whole.classifications, strict=True):
            assert isinstance(wide.value, Choice)
            assert isinstance(narrow.value, Choice)
            assert narrow.value.members is not None
            assert wide.value.members is None or narrow.value.members <= wide.value.members
            assert len(narrow.value.members) == 1
        for wide, narrow in zip(open_.scores, whole.scores, strict=True):
            assert _within(as_span(narrow.value or NO_LIMIT), as_span(wide.value or NO_LIMIT))


def _within(narrow: NumberSpan, wide: NumberSpan) -> bool:
    assert narrow.low is not None
    assert narrow.high is not None
    low = wide.low is None or wide.low <= narrow.low
    return low and (wide.high is None or narrow.high <= wide.high)


@FEWER
@given(graded(), partly_known())
def test_what_is_found_in_order_never_makes_it_worse(release: Release, known: Known) -> None:
    tier = answered(release, known).tier
    assert rank(tier.on_declared.certain) <= rank(tier.on_declared.possible)
    assert rank(tier.on_declared.possible) <= rank(tier.possible) or tier.possible is None


def essence(decision: Decision) -> object:
    """What a decision answers, without what it asks for."""
    return (
        decision.tier,
        [(sector.name, sector.applies) for sector in decision.sectors],
        [(f.rule, f.entity, f.status) for f in (*decision.findings, *decision.open_findings)],
        [answer.value for answer in (*decision.classifications, *decision.scores)],
    )


@FEWER
@given(graded(), partly_known())
def test_a_declared_fact_that_is_not_asked_changes_nothing(release: Release, known: Known) -> None:
    """Facts that may not apply aside: those are asked once it is known that they do."""
    decision = answered(release, known)
    asked = {ask.gap.name for ask in (*decision.asks, *decision.inspect) if not ask.gap.entity}
    missing = [f for f in DOMAINS if f not in known.facts and f not in asked and f != "g"]
    assume(missing)
    for name in missing:
        for value in DOMAINS[name]:
            facts = {**known.facts, name: value}
            if facts.get("a") is False:
                facts.pop("g", None)
            if name == "a" and value is True and "g" not in facts:
                continue
            again = answered(release, Known(facts, known.items, known.more))
            assert essence(again) == essence(decision), name


@FEWER
@given(graded(), partly_known(), st.randoms(use_true_random=False))
def test_an_asked_fact_can_change_the_answer(release: Release, known: Known, random: Any) -> None:
    """By itself, or together with the rest: two completions that differ in it alone differ in answer.

    Kleene's logic asks for what cancels out (`a` or not `a`); such rules are left aside here.
    """
    decision = answered(release, known)
    asked = [a.gap.name for a in decision.asks if not a.gap.entity and not a.gap.is_list]
    assume(asked)
    name = random.choice(asked)
    before = essence(decision)
    for value in DOMAINS[name]:
        facts = {**known.facts, name: value}
        if facts.get("a") is False:
            facts.pop("g", None)
        if essence(answered(release, Known(facts, known.items, known.more))) != before:
            return
    every = list(known.completions())
    for facts in random.sample(every, min(len(every), 40)):
        answers = {
            repr(essence(answered(release, completed(known, {**facts, name: value}))))
            for value in DOMAINS[name]
            if facts.get("a") or name not in ("a", "g")
        }
        if len(answers) > 1:
            return
    read = repr(release.rules) + repr(release.classifications) + repr(release.sheets)
    read += repr(release.policies) + repr(release.definitions) + repr(release.measures)
    assert read.count(f"name='{name}'") > 1, f"{name} is asked for nothing"
