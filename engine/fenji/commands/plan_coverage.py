"""`fenji plan-coverage`: what serves each clause of the city's plan."""

from __future__ import annotations

from pathlib import Path

import click

from fenji.commands import failing
from fenji.commands.checklist import checklists_from
from fenji.commands.pages import written
from fenji.commands.releases import release_from
from fenji.commands.spoken import lang_option, rules_option, spoken_command, spoken_in
from fenji.model.diagnostic import Refused
from fenji.model.text import Text

NOT_COVERED = 1


@spoken_command(
    "plan-coverage",
    Text(
        "列出安全生产规划的各条由哪些规则、义务、事实、检查事项、功能落实，或者为何不在本系统之内。"
        "有一条无人落实，或者写了不存在的名称，退出码为 1。",
        "Lists what serves each clause of the city's plan: rules, duties, facts, checklist items, "
        "features, or why it lies outside. Exits 1 where nothing serves a clause, or a name is unknown.",
    ),
    rules_option(),
    lang_option(),
    examples=("fenji plan-coverage", "fenji plan-coverage --lang en"),
)
@click.pass_context
def command(context: click.Context, rules: str | None) -> int:
    """The exit code: 1 where a clause is not covered, 2 where the rules cannot be read."""
    from fenji.reading.plan_coverage import PLAN_COVERAGE, read_plan_coverage
    from fenji.reading.sources import release_folder
    from fenji.writing.reference.plan import plan_page
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    release = release_from(rules, language)
    checklists = None if release is None else checklists_from(rules, release, language)
    if release is None or checklists is None:
        return failing.BAD_INPUT
    root = (Path(rules) if rules else release_folder()).resolve()
    file = root / PLAN_COVERAGE
    if not file.is_file():
        raise failing.BadUsage(
            Text(f"规则文件夹里没有 `{PLAN_COVERAGE}`", f"the rules have no `{PLAN_COVERAGE}`"),
            Text("在其中写明各条由什么落实", "say in it what serves each clause"),
        )
    shown = f"{root.name}/{PLAN_COVERAGE}"
    try:
        clauses = read_plan_coverage(file, shown, release, checklists)
    except Refused as refused:
        failing.refused(refused.diagnostics, failing.texts_of({shown: file}), language)
        return NOT_COVERED
    page = plan_page(clauses, lexicon_of(release, language))
    click.echo(written(page), nl=False)
    return 0
