"""Policies: the steps from findings to a tier."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fenji.model.condition import Word
from fenji.model.folding import Fold, Policy, Step
from fenji.model.rule import FindingKind
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields, text_of
from fenji.reading.grammar.names import Meaning, Named, Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.provenance import Inherited, inherited, provenance
from fenji.reading.grammar.resolving import unknown_entity
from fenji.reading.grammar.rule_files import known_sector
from fenji.reading.grammar.rules import BRING_TIERS
from fenji.reading.grammar.types import WORDS
from fenji.reading.grammar.values import whole_number
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar

_TIERS = {tier.value: tier for tier in Tier}
_BAND_WORDS = {
    word.value: word for word in (Word.AT_LEAST, Word.AT_MOST, Word.MORE_THAN, Word.LESS_THAN)
}
_FOLDS = {fold.value: fold for fold in Fold}


def policy(declared: Declared, node: Node) -> Policy:
    """One policy; without a sector it is that of the whole."""
    fields = Fields(node, declared.problems)
    sector = fields.text("sector") or None
    if sector is not None:
        known_sector(declared, fields, "sector")
    above = inherited(declared, fields)
    here = Here(declared, SUBJECT, Rank.TIER, folding=True)
    steps = tuple(
        _step(here, Fields(n, here.problems), above, sector) for n in fields.items("steps")
    )
    fields.needed("steps")
    return Policy(sector, steps, node.place)


def _step(here: Here, fields: Fields, above: Inherited, sector: str | None) -> Step:
    found = [key for key in fields.written if key.text in _FOLDS]
    step = Step(
        fields.needed_text("id"),
        _FOLDS[found[0].text] if found else Fold.WORST,
        fields.label("title"),
        provenance(here.declared, fields, above),
        place=fields.place_of("id"),
    )
    if len(found) != 1:
        here.problems.error(
            "wrong-shape",
            fields.place,
            Text("一步只做一件事", "a step does exactly one thing"),
            Text(
                "写 `worst`、`map`、`band` 等之一", "write one of `worst`, `map`, `band` and so on"
            ),
        )
        return step
    node = fields.needed(found[0].text)
    if node is None:
        return step
    if step.fold is Fold.WORST:
        return _worst(here, step, node, sector)
    inner = Fields(node, here.problems)
    if step.fold in (Fold.MAP, Fold.BAND):
        return _by_value(here, step, inner)
    return _adjusting(here, step, inner)


def _worst(here: Here, step: Step, node: Node, sector: str | None) -> Step:
    if isinstance(node, Scalar):
        if node.text != "sectors" or sector is not None:
            here.problems.error(
                "wrong-value",
                node.place,
                Text("这里不能这样写", "this cannot stand here"),
                Text(
                    "写 `{findings: […]}`；`sectors` 只用于总的分级",
                    "write `{findings: […]}`; `sectors` is for the policy of the whole",
                ),
            )
        return step
    fields = Fields(node, here.problems, ("findings", "tier"))
    fields.needed("findings")
    kinds = {kind.value: kind for kind in FindingKind}
    found = []
    for word in fields.words("findings"):
        if word.text not in kinds:
            here.problems.error(
                "unknown-choice",
                word.place,
                Text(f"没有结论种类 `{word.text}`", f"no kind of finding is called `{word.text}`"),
                did_you_mean(word.text, kinds),
            )
        elif "tier" not in fields and kinds[word.text] not in BRING_TIERS:
            here.problems.error(
                "tier-mismatch",
                word.place,
                Text(f"`{word.text}` 自身不带级别", f"`{word.text}` brings no tier by itself"),
                Text("在这一步写 `tier: …`", "write `tier: …` in this step"),
            )
        else:
            found.append(kinds[word.text])
    tiers = (("", fields.one_of("tier", Tier, Tier.MAJOR)),) if "tier" in fields else ()
    return replace(step, findings=tuple(found), tiers=tiers)


def _by_value(here: Here, step: Step, fields: Fields) -> Step:
    meaning = _of(here, fields)
    of = None if meaning is None else (meaning.entity, meaning.name)
    if step.fold is Fold.MAP:
        return replace(step, of=of, tiers=_tiers(here, fields, meaning))
    if meaning is not None and not meaning.type.numeric:
        here.problems.error(
            "wrong-type",
            fields.place_of("of"),
            Text(f"`{meaning.name}` 不是数", f"`{meaning.name}` is not a number"),
            Text("不是数的用 `map`", "use `map` for what is no number"),
        )
    bands = tuple(_band(here.problems, node) for node in fields.items("bands"))
    fields.needed("bands")
    return replace(step, of=of, bands=bands)


def _of(here: Here, fields: Fields) -> Meaning | None:
    written = fields.needed_text("of")
    kind, _, name = written.partition(".")
    place = fields.place_of("of")
    if not written:
        return None
    if kind not in here.declared.names.kinds:
        unknown_entity(here, kind, place)
        return None
    found = here.declared.names.own(kind, name)
    if found is None or found.named in (Named.KIND, Named.DEFINITION):
        candidates = here.declared.names.readable(kind)
        here.problems.error(
            "unknown-fact",
            place,
            Text(f"`{kind}` 没有 `{name}`", f"`{kind}` has no `{name}` of its own"),
            did_you_mean(name, candidates) or Text("写作 `实体种类.名称`", "write `KIND.NAME`"),
        )
        return None
    return found


def _tiers(here: Here, fields: Fields, meaning: Meaning | None) -> tuple[tuple[str, Tier], ...]:
    node = fields.needed("tiers")
    if not isinstance(node, Mapping):
        return ()
    members = meaning.type.members if meaning else None
    known = None if members is None else sorted(str(m) for m in members)
    found = []
    for key, value in node.entries:
        if known is not None and key.text not in known:
            here.problems.error(
                "unknown-choice",
                key.place,
                Text(f"没有值 `{key.text}`", f"it cannot be `{key.text}`"),
                did_you_mean(key.text, known),
            )
        found.append((key.text, _tier(here.problems, value)))
    return tuple(found)


def _tier(problems: Problems, node: Node) -> Tier:
    written = text_of(node, problems)
    if written not in _TIERS:
        problems.error(
            "wrong-value",
            node.place,
            Text(f"没有级别 `{written}`", f"no tier is called `{written}`"),
            did_you_mean(written, _TIERS),
        )
    return _TIERS.get(written, Tier.MAJOR)


def _band(problems: Problems, node: Node) -> tuple[tuple[tuple[Word, str], ...], Tier]:
    fields = Fields(node, problems, (*_BAND_WORDS, "tier"))
    words = []
    for key in fields.written:
        value = fields.node(key.text)
        if key.text not in _BAND_WORDS or value is None:
            continue
        if isinstance(value, Scalar) and isinstance(value.value, Fraction):
            words.append((WORDS[key.text], value.text))
            continue
        problems.error(
            "wrong-type",
            value.place,
            Text("区段的界限是数", "the ends of a band are numbers"),
            Text("写一个数", "write a number"),
        )
    tier = fields.needed("tier")
    return tuple(words), Tier.MAJOR if tier is None else _tier(problems, tier)


def _adjusting(here: Here, step: Step, fields: Fields) -> Step:
    when = fields.node("when")
    if step.fold not in (Fold.FLOOR, Fold.CAP):
        fields.needed("when")
    by, to = 0, None
    if step.fold in (Fold.RAISE_BY, Fold.LOWER_BY):
        amount = fields.needed("by")
        by = (whole_number(here.problems, amount, 1) if amount is not None else None) or 1
        if "not_below" in fields:
            to = fields.one_of("not_below", Tier, Tier.MAJOR)
    else:
        fields.needed("to")
        to = fields.one_of("to", Tier, Tier.MAJOR)
    return replace(step, when=None if when is None else condition(here, when), to=to, by=by)
