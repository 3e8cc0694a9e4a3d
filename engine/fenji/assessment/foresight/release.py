"""What all decisions of a release on a day share, whoever they are about, once it is compiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fenji.assessment.duties import duty_key, ready_duties
from fenji.assessment.earlier import Edition, editions
from fenji.assessment.foresight.conditions import compiled_parts, gathered
from fenji.assessment.sectors import INDUSTRY_CODE
from fenji.assessment.tiers.policies import ready_policies
from fenji.evaluation.compiled.release import Compiled, compile_release
from fenji.evaluation.compiled.work import Besides, Mention, Ref
from fenji.evaluation.prepared import Prepared, ReadyRule
from fenji.model.condition import Condition
from fenji.model.expression import Stratum
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A release compiled for decisions on a day.

    `places` says where the code of what sectors, steps and missing clauses ask stands in the rows of
    its kind, by the identity of the condition (one is slow to hash, and the release keeps it); `whens`
    are the conditions of steps as they were compiled, by that of those in the release.
    `findings` are the rules of each outcome, by sector; `keys` those of all that is judged where a
    sector applies.
    `left` are the keys of rules of an earlier edition that rest on something which is in force in its
    days alone: these the reference judges everywhere. `editions` are by the identity of what was made
    ready for them. `readers` are the things that read a fact, however far down, by kind and name.
    """

    prepared: Prepared
    compiled: Compiled
    places: dict[int, int]
    whens: dict[int, Condition]
    findings: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    keys: dict[str, frozenset[str]]
    left: frozenset[str]
    editions: dict[int, Edition]
    readers: dict[tuple[str, str], tuple[Ref, ...]]


@lru_cache(maxsize=32)
def ready(prepared: Prepared) -> Ready:
    """The release compiled, with duties, editions that have ended, and what policies and sectors ask."""
    rules: dict[str, ReadyRule] = {
        duty_key(duty.id): as_rule for duty, as_rule in ready_duties(prepared)
    }
    of_editions: dict[str, Edition] = {}
    instead: dict[tuple[str, str], str] = {}
    for edition in editions(prepared).values():
        keys = {r.rule.id: edition.key(r.rule.id) for r in edition.rules}
        for as_rule in edition.rules:
            key = keys[as_rule.rule.id]
            rules[key], of_editions[key] = as_rule, edition
            instead |= {(key, rule): of_edition for rule, of_edition in keys.items()}
    whens = {id(when): gathered(when) for when in _whens(prepared)}
    conditions = tuple(_conditions(prepared, whens))
    kept = tuple(dict.fromkeys(_gone_by(prepared)))
    besides = Besides(rules, instead, tuple(dict.fromkeys(conditions)), kept)
    compiled = compile_release(prepared, besides)
    places = {id(condition): compiled.places[_, condition] for _, condition in conditions}
    mentions = compiled.mentions
    left = {
        key
        for key, edition in of_editions.items()
        if mentions[Ref("rule besides", rules[key].rule.for_, key)] & _changed(prepared, edition)
    }
    by_prepared = {id(edition.prepared): edition for edition in editions(prepared).values()}
    return Ready(
        prepared,
        compiled,
        places,
        whens,
        _findings(prepared),
        _keys(prepared),
        frozenset(left),
        by_prepared,
        _readers(mentions),
    )


def _whens(prepared: Prepared) -> Iterator[Condition]:
    for policy in prepared.release.policies:
        for step in policy.steps:
            if step.when is not None:
                yield step.when


def _conditions(prepared: Prepared, whens: dict[int, Condition]) -> Iterator[tuple[str, Condition]]:
    """What is asked beside rules: of sectors, missing clauses, exclusions to be claimed, days, steps."""
    release = prepared.release
    for sector in release.sectors.values():
        yield SUBJECT, sector.applies
        for name in (sector.asked_by, INDUSTRY_CODE):
            gate = release.facts[SUBJECT][name].applies_when
            if gate is not None:
                yield SUBJECT, gate
    for instrument, in_force in prepared.instruments.values():
        if in_force is not Truth.FALSE:
            for missing in instrument.missing:
                if missing.scope is not None:
                    yield missing.for_, missing.scope
    duties = ready_duties(prepared)
    for as_rule in (*prepared.rules.values(), *(as_rule for _, as_rule in duties)):
        for exclusion in as_rule.unless:
            if exclusion.claimed_by_enterprise:
                yield as_rule.rule.for_, exclusion.when
    for duty, _ in duties:
        if duty.last_done is not None:
            kind, name = duty.last_done
            gate = release.facts[kind][name].applies_when
            if gate is not None:
                yield kind, gate
    for when in whens.values():
        for part in compiled_parts(when):
            yield SUBJECT, part


def _gone_by(prepared: Prepared) -> Iterator[Mention]:
    """The derived values by which steps of policies go."""
    for policy in ready_policies(prepared):
        for step, stratum, _ in policy.steps:
            if step.of is not None and stratum not in (None, Stratum.FACT):
                yield stratum.value, *step.of


def _changed(prepared: Prepared, edition: Edition) -> frozenset[Mention]:
    """The rules and derived values that are in force otherwise in the days of an edition."""
    revived = edition.prepared
    found: set[Mention] = set()
    for rule in {*prepared.rules, *revived.rules}:
        now, then = prepared.rules.get(rule), revived.rules.get(rule)
        if now is None or then is None or now.in_force is not then.in_force:
            found.add(("rule", "", rule))
    for stratum, now_, then_ in (
        (Stratum.CLASSIFICATION, prepared.classifications, revived.classifications),
        (Stratum.SHEET, prepared.sheets, revived.sheets),
    ):
        for kind, name in {*now_, *then_}:
            if now_.get((kind, name)) != then_.get((kind, name)):
                found.add((stratum.value, kind, name))
    return frozenset(found)


def _findings(prepared: Prepared) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    found: dict[str, dict[str, list[str]]] = {}
    for finding, several in prepared.by_finding.items():
        by_sector = found.setdefault(finding, {})
        for as_rule in several:
            by_sector.setdefault(as_rule.rule.sector, []).append(as_rule.rule.id)
    return {
        finding: tuple((sector, tuple(rules)) for sector, rules in by_sector.items())
        for finding, by_sector in found.items()
    }


def _keys(prepared: Prepared) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, as_rule in prepared.rules.items():
        found.setdefault(as_rule.rule.sector, set()).add(key)
    for duty, _ in ready_duties(prepared):
        found.setdefault(duty.sector, set()).add(duty_key(duty.id))
    shown = editions(prepared)
    for instrument, in_force in prepared.instruments.values():
        for missing in instrument.missing if in_force is not Truth.FALSE else ():
            if missing.earlier:
                edition = shown[missing.earlier]
                keys = (edition.key(r.rule.id) for r in edition.meant_by(missing))
                found.setdefault(missing.sector, set()).update(keys)
    return {sector: frozenset(keys) for sector, keys in found.items()}


def _readers(mentions: dict[Ref, frozenset[Mention]]) -> dict[tuple[str, str], tuple[Ref, ...]]:
    found: dict[tuple[str, str], list[Ref]] = {}
    for ref, several in mentions.items():
        for sort, kind, name in several:
            if sort == Stratum.FACT.value:
                found.setdefault((kind, name), []).append(ref)
    return {fact: tuple(refs) for fact, refs in found.items()}
