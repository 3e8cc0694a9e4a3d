"""A policy over a drawn release: its rules bring tiers, and steps of every sort move them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from fenji.model.condition import AnyFinding, Condition, Not, Word
from fenji.model.folding import Fold, Policy, Step
from fenji.model.law import Standing
from fenji.model.release import Release
from fenji.model.rule import FindingKind, Rule
from fenji.model.sector import CROSS_CUTTING
from fenji.model.submission import SUBJECT
from fenji.model.tier import ORDER
from tests.agreement.drawing import Drawing
from tests.agreement.laws import provenance
from tests.evaluation.vocabulary import LABEL

KINDS = (FindingKind.PROHIBITION, FindingKind.DIRECT_TIER, FindingKind.MAJOR_ACCIDENT_HAZARD)
LIMITS = ("0", "0.3", "1", "2", "3", "29.9")
ADJUSTING = (
    Fold.RAISE_TO,
    Fold.RAISE_BY,
    Fold.FLOOR,
    Fold.LOWER_BY,
    Fold.LOWER_BY,
    Fold.LOWER_BY,
    Fold.CAP,
)
"""Steps that hang on a condition; those that lower more often, since they find most to be wrong."""


def with_policy(release: Release, random: Random) -> Release:
    """The release with findings of several kinds, and a policy of the whole over them."""
    rules = tuple(
        replace(
            rule,
            sector=CROSS_CUTTING,
            finding=random.choice(KINDS),
            tier=random.choice((None, *ORDER)),
            provenance=replace(rule.provenance, standing=random.choice(list(Standing))),
        )
        for rule in release.rules
    )
    own = replace(
        release,
        digest=f"{release.digest} with a policy",
        rules=rules,
        definitions=tuple(replace(d, sector=CROSS_CUTTING) for d in release.definitions),
        measures=tuple(replace(m, sector=CROSS_CUTTING) for m in release.measures),
        classifications=tuple(replace(c, sector=CROSS_CUTTING) for c in release.classifications),
        sheets=tuple(replace(s, sector=CROSS_CUTTING) for s in release.sheets),
    )
    several = range(random.randint(5, 10))
    steps = tuple(_step(own, random, f"step_{number}") for number in several)
    return replace(own, policies=(Policy(None, steps),))


def _step(release: Release, random: Random, name: str) -> Step:
    from_ = provenance(Drawing(random))
    from_ = replace(from_, standing=random.choice(list(Standing)))
    tier = random.choice(ORDER)
    by_value = [
        *((Fold.BAND, (m.for_, m.name)) for m in release.measures),
        *((Fold.BAND, (s.for_, s.name)) for s in release.sheets),
        *((Fold.MAP, (c.for_, c.name)) for c in release.classifications if c.order),
    ]
    sort = random.choice((0, 0, 1, 1, 1, 2, 2, 2))
    if sort == 0:
        kinds = tuple(random.sample(KINDS, random.randint(1, 2)))
        tiers = (("", tier),) if random.randrange(2) else ()
        return Step(name, Fold.WORST, LABEL, from_, findings=kinds, tiers=tiers)
    if sort == 1 and by_value:
        fold, of = random.choice(by_value)
        if fold is Fold.MAP:
            mapped = tuple((word, random.choice(ORDER)) for word in ("p", "q", "1", "2", "3"))
            return Step(name, fold, LABEL, from_, of=of, tiers=mapped)
        limits = sorted(random.sample(LIMITS, 3), key=float)
        words = (Word.LESS_THAN, Word.AT_MOST, Word.AT_LEAST)
        bands = tuple(
            (((word, limit),), random.choice(ORDER))
            for word, limit in zip(words, limits, strict=True)
        )
        return Step(name, fold, LABEL, from_, of=of, bands=bands)
    fold = random.choice(ADJUSTING)
    to = tier if fold is not Fold.LOWER_BY or random.randrange(2) else None
    when = _when(release.rules, random)
    return Step(name, fold, LABEL, from_, when=when, to=to, by=random.randint(1, 2))


def _when(rules: tuple[Rule, ...], random: Random) -> Condition | None:
    about = [rule.when for rule in rules if rule.for_ == SUBJECT]
    if random.randrange(3) == 0:
        return None
    any_finding = AnyFinding(random.choice(KINDS).value)
    several = [any_finding, Not(any_finding), *about, *about]
    return random.choice(several)
