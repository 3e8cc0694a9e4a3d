"""`fenji facts`: the dictionary, as those who submit read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.pages import written
from fenji.commands.releases import release_from
from fenji.commands.spoken import lang_option, rules_option, spoken_command, spoken_in
from fenji.model.submission import SUBJECT
from fenji.model.text import Text

if TYPE_CHECKING:
    from fenji.model.dictionary import FactDefinition
    from fenji.model.release import Release


@spoken_command(
    "facts",
    Text(
        "列出可以填报的事实：属于哪类对象、怎么填、用什么单位。\n"
        "SEARCH 在字段名、名称、问题和对象中查找；只有一项相符时详细列出。",
        "Lists what can be submitted: of which kind of thing, how it is written, in which unit.\n"
        "SEARCH looks in names, labels, questions and kinds; a single match is shown in full.",
    ),
    click.Argument(["search"], required=False, metavar="[SEARCH]"),
    rules_option(),
    lang_option(),
    examples=("fenji facts", "fenji facts quantity", "fenji facts 临界"),
)
@click.pass_context
def command(context: click.Context, search: str | None, rules: str | None) -> int:
    """The exit code: 0, or 2 where nothing matches or the rules cannot be read."""
    from fenji.writing.reference.facts import fact_page, facts_page
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    release = release_from(rules, language)
    if release is None:
        return failing.BAD_INPUT
    found = matching(release, search or "")
    if not found:
        raise failing.BadUsage(
            Text(f"没有与 `{search}` 相符的事实", f"no fact matches `{search}`"),
            Text("`fenji facts` 列出全部", "`fenji facts` lists them all"),
        )
    words = lexicon_of(release, language)
    page = fact_page(found[0], words) if len(found) == 1 else facts_page(found, words)
    click.echo(written(page), nl=False)
    return 0


def matching(release: Release, search: str) -> list[FactDefinition]:
    """The facts whose words have that in them; the ones of just that name, where there are any."""
    kinds = sorted(release.facts, key=lambda kind: kind != SUBJECT)
    every = [fact for kind in kinds for fact in release.facts[kind].values()]
    exact = [fact for fact in every if fact.name == search]
    if exact:
        return exact
    wanted = search.casefold()
    return [fact for fact in every if wanted in _words(fact, release).casefold()]


def _words(fact: FactDefinition, release: Release) -> str:
    kind = release.entities.get(fact.entity)
    label = (kind.label.zh, kind.label.en) if kind else ()
    own = (fact.entity, fact.name, fact.label.zh, fact.label.en, fact.question.zh, fact.question.en)
    return "\n".join((*own, *label))
