"""Finding a choice (which substance it is) from the number and the name that people write.

A CAS number says what a substance is, so that one not in the table of spellings means "none of
those listed". A name may be anything: one not in the table settles nothing and is never read as
"none of those listed", for that would take a known substance under an unknown name out of its
critical quantity (GB 18218-2018, 4.1.2 a before b). Such a name is refused unless something else
tells what it is: the choice itself, or the set by which tables are looked up (hazard categories);
with categories alone the choice stays open, and the answer spans both tables.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from fenji.model.condition import Word
from fenji.model.diagnostic import Diagnostic
from fenji.model.dictionary import FactDefinition, Identification
from fenji.model.release import Release
from fenji.model.submission import Fact
from fenji.model.text import Text
from fenji.model.value import Choice, Member
from fenji.reading.refusal import error
from fenji.reading.submission import cas_number

SPELLING = "spelling"
"""The column of a table of spellings that holds them; the first one it gives holds the choice."""

_BRACKETS = str.maketrans("[]{}【】〔〕〈〉《》‐‑‒–—−", "()()()()()()------")


def folded(name: str) -> str:
    """A name as it is compared: NFKC, without case and spaces, all brackets round."""
    return "".join(unicodedata.normalize("NFKC", name).translate(_BRACKETS).casefold().split())


def reads(fact: FactDefinition, release: Release) -> frozenset[str]:
    """The facts from which a choice that has `identified_by` is found, itself among them."""
    by = fact.identified_by
    assert by is not None
    return frozenset([fact.name, by.numbers, by.names, *(f.name for f in _telling(fact, release))])


def identified(
    facts: Mapping[str, Fact], fact: FactDefinition, release: Release
) -> tuple[Fact | None, list[Diagnostic]]:
    """The answer to a choice that has `identified_by`, from the other answers of its entity.

    `None` where it stays open. The problems are wrong numbers, unknown names and disagreement.
    """
    by = fact.identified_by
    assert by is not None
    numbers, names, found = (facts.get(name) for name in (by.numbers, by.names, fact.name))
    problems = list(_wrong_numbers(numbers, by))
    if problems or (found is not None and found.value is None):
        return found, problems
    spellings = _spellings(release, by.table)
    told = ((numbers, _by_number(numbers, spellings, by)), (names, _by_name(names, spellings)))
    for given, members in told:
        if given is not None and members is not None:
            agreed = _narrowed(found, given, members)
            if agreed is None:
                return found, [_disagree(found or given, given, fact)]
            found = agreed
    unnamed = found is None and bool(_members(names))
    if unnamed and names is not None and not _described(facts, fact, release):
        problems.append(_unknown(names, fact, by, release))
    return found, problems


def _narrowed(said: Fact | None, given: Fact, members: frozenset[Member]) -> Fact | None:
    """The choice as far as both agree; `None` where they cannot both be right."""
    if said is None:
        return replace(given, value=Choice(members))
    assert isinstance(said.value, Choice)
    agreed = members & (said.value.members or members)
    return replace(said, value=Choice(agreed)) if agreed else None


def _members(fact: Fact | None) -> tuple[str, ...]:
    if fact is None or not isinstance(fact.value, Choice) or fact.value.members is None:
        return ()
    return tuple(str(member) for member in fact.value.members)


def _wrong_numbers(fact: Fact | None, by: Identification) -> Iterable[Diagnostic]:
    for written in _members(fact):
        assert fact is not None
        number = cas_number.folded(written)
        if not cas_number.has_shape(number):
            yield error(
                "wrong-cas-number",
                fact.place,
                Text(f"`{written}` 不是 CAS 号", f"`{written}` is no CAS number"),
                Text(
                    f"CAS 号写成 `7664-41-7` 的样子；没有就不写 `{by.numbers}`，写 `{by.names}`",
                    f"write it like `7664-41-7`; without one, leave `{by.numbers}` out "
                    f"and give `{by.names}`",
                ),
            )
        elif (right := cas_number.check_digit(number)) != number[-1]:
            yield error(
                "wrong-cas-number",
                fact.place,
                Text(
                    f"CAS 号 `{written}` 的校验位不对：前面各位对应的是 {right}",
                    f"the check digit of the CAS number `{written}` is wrong: "
                    f"the digits before it ask for {right}",
                ),
                Text("请对照安全技术说明书（SDS）改正", "compare it with the safety data sheet"),
            )


def _by_number(
    fact: Fact | None, spellings: Mapping[str, frozenset[Member]], by: Identification
) -> frozenset[Member] | None:
    numbers = _members(fact)
    if not numbers:
        return None
    otherwise: frozenset[Member] = frozenset({by.otherwise})
    return frozenset().union(*(spellings.get(cas_number.folded(n), otherwise) for n in numbers))


def _by_name(
    fact: Fact | None, spellings: Mapping[str, frozenset[Member]]
) -> frozenset[Member] | None:
    found = [spellings.get(folded(name)) for name in _members(fact)]
    known = [members for members in found if members is not None]
    return frozenset().union(*known) if known and len(known) == len(found) else None


def _described(facts: Mapping[str, Fact], fact: FactDefinition, release: Release) -> bool:
    """Whether something else tells what figures of law the thing comes under.

    That may be another choice found from the same number and name: a name that one list knows need
    not stand in another, and leaves that one open.
    """
    others = (f for f in release.facts[fact.entity].values() if f.identified_by and f != fact)
    return any(told.name in facts for told in (*_telling(fact, release), *others))


def _telling(fact: FactDefinition, release: Release) -> list[FactDefinition]:
    """The set facts of the same entity by which tables are looked up: hazard categories."""
    read = {k.key for t in release.tables.values() for k in t.keys if k.word is Word.HAS}
    return [f for f in release.facts[fact.entity].values() if f.name in read]


@lru_cache(maxsize=8)
def _spellings(release: Release, table: str) -> Mapping[str, frozenset[Member]]:
    """The choices that each folded spelling may mean."""
    found: dict[str, frozenset[Member]] = {}
    rows = release.tables[table]
    for row in rows.rows:
        cells = dict(row.cells)
        spelling, meant = cells.get(SPELLING), cells.get(rows.gives[0])
        if isinstance(spelling, Choice) and isinstance(meant, Choice) and meant.members:
            for word in spelling.members or ():
                key = folded(str(word))
                found[key] = found.get(key, frozenset()) | meant.members
    return found


def _disagree(said: Fact, other: Fact, fact: FactDefinition) -> Diagnostic:
    return error(
        "identities-disagree",
        other.place,
        Text(
            f"`{said.written}` 与 `{other.written}` 说的不是同一种（{fact.label.zh}）",
            f"`{said.written}` and `{other.written}` are not the same {_plain(fact.entity)}",
        ),
        Text("请核对，改正其中错的一个", "check both, and mend the one that is wrong"),
    )


def _unknown(names: Fact, fact: FactDefinition, by: Identification, release: Release) -> Diagnostic:
    sets = _telling(fact, release)
    zh = "".join(f"，或{f.label.zh}（`{f.name}`）" for f in sets)
    en = "".join(f", or its {f.label.en} (`{f.name}`)" for f in sets)
    label = release.facts[fact.entity][by.numbers].label
    return error(
        f"unknown-{fact.entity.replace('_', '-')}",
        names.place,
        Text(
            f"名录中没有叫 `{names.written}` 的，认不出它（{fact.label.zh}）",
            f"no {_plain(fact.entity)} is called `{names.written}`",
        ),
        Text(
            f"请给出它的 {label.zh}（`{by.numbers}`）{zh}",
            f"give its {label.en} (`{by.numbers}`){en}",
        ),
    )


def _plain(name: str) -> str:
    """A name of the dictionary as words."""
    return name.replace("_", " ")
