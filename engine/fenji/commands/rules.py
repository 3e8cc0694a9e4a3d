"""`fenji rules`: the rules as policy staff look them up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.pages import written
from fenji.commands.releases import release_from
from fenji.commands.spoken import lang_option, rules_option, spoken_command, spoken_in
from fenji.model.text import Text

if TYPE_CHECKING:
    from fenji.model.duty import Duty
    from fenji.model.release import Release
    from fenji.model.rule import Rule
    from fenji.model.scenario import Scenario
    from fenji.writing.page.blocks import Page
    from fenji.writing.wording import Lexicon


@spoken_command(
    "rules",
    Text(
        "列出规则和义务；SEARCH 在编号、内容、文件、条款和行业中查找。\n"
        "给出一条规则或义务的编号，则列出其条款、条件、原文和情景。",
        "Lists rules and duties; SEARCH looks in ids, titles, instruments, clauses and sectors.\n"
        "The id of one rule or duty shows its clause, condition, source and scenarios.",
    ),
    click.Argument(["search"], required=False, metavar="[SEARCH|ID]"),
    rules_option(),
    lang_option(),
    examples=("fenji rules", "fenji rules GB18218", "fenji rules chem.major-hazard-source"),
)
@click.pass_context
def command(context: click.Context, search: str | None, rules: str | None) -> int:
    """The exit code: 0, or 2 where nothing matches or the rules cannot be read."""
    from fenji.writing.reference.rules import rules_page
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    release = release_from(rules, language)
    if release is None:
        return failing.BAD_INPUT
    found = matching(release, search or "")
    if not found:
        raise failing.BadUsage(
            Text(f"没有与 `{search}` 相符的规则", f"no rule matches `{search}`"),
            Text("`fenji rules` 列出全部", "`fenji rules` lists them all"),
        )
    words = lexicon_of(release, language)
    folder = Path(rules) if rules else None
    page = _whole(found[0], folder, words) if len(found) == 1 else rules_page(found, words)
    click.echo(written(page), nl=False)
    return 0


def matching(release: Release, search: str) -> list[Rule | Duty]:
    """The rule or duty of that id, else those whose words have it in them."""
    every = release.rules_and_duties
    exact = [rule for rule in every if rule.id == search]
    if exact:
        return exact
    wanted = search.casefold()
    return [rule for rule in every if wanted in _words(rule, release).casefold()]


def _words(rule: Rule | Duty, release: Release) -> str:
    found = [rule.id, rule.sector, rule.title.zh, rule.title.en, *rule.provenance.covers]
    sector = release.sectors.get(rule.sector)
    if sector is not None:
        found += [sector.title.zh, sector.title.en]
    for basis in rule.provenance.basis:
        found += [basis.instrument, basis.clause]
        instrument = release.instruments.get(basis.instrument)
        if instrument is not None:
            found += [instrument.number, instrument.title.zh, instrument.title.en]
    return "\n".join(found)


def _whole(rule: Rule | Duty, folder: Path | None, words: Lexicon) -> Page:
    from fenji.reading.sources import release_folder
    from fenji.writing.reference.listing import item_lines
    from fenji.writing.reference.rules import rule_page

    root = (folder or release_folder()).resolve()
    file = root.parent / rule.place.path
    source = item_lines(file.read_text("utf-8"), rule.place.line) if file.is_file() else ()
    return rule_page(rule, source, _scenarios(rule, root, words.release), words)


def _scenarios(rule: Rule | Duty, root: Path, release: Release) -> list[Scenario]:
    """The cases anywhere in the release that name the rule, in the order of their files."""
    from fenji.model.diagnostic import Refused
    from fenji.reading.scenarios import read_scenarios

    found = []
    for file in sorted(root.rglob("*_test.yaml")):
        if rule.id not in file.read_text("utf-8", errors="replace"):
            continue
        try:
            scenarios = read_scenarios(file, release)
        except Refused:
            continue
        for scenario in scenarios:
            expect = scenario.expect
            rules = (*expect.findings, *expect.not_, *expect.open)
            if rule.id in (*rules, *expect.duties, *expect.not_duties, *expect.open_duties):
                found.append(scenario)
    return found
