"""`fenji jurisdiction check`: whether the documents leave overlaps or gaps."""

from __future__ import annotations

from datetime import date

import click

from fenji.commands import failing
from fenji.commands.dates import as_of_option
from fenji.commands.pages import written
from fenji.commands.releases import release_from
from fenji.commands.spoken import (
    SpokenOption,
    lang_option,
    place_option,
    rules_option,
    spoken_command,
    spoken_in,
)
from fenji.model.text import Text

FINDINGS = 1


@spoken_command(
    "check",
    Text(
        "逐项活动、逐地走遍管辖关系图：职责重叠（多头管理）、监管盲区、循环、没有边通到的部门、依据已失效的边。"
        "每处重叠都列出相等的各边及其依据。\n"
        "✗ 是规则没有说明的，退出码为 1；○ 是已在盲区中写明的。",
        "Walks the graph over all activities and places: overlaps, blind spots, cycles, departments that "
        "nothing leads to, edges whose basis has lapsed. Each overlap names the equal edges with "
        "their bases.\n"
        "✗ is what no blind spot declares: the exit code is then 1; ○ is declared.",
    ),
    as_of_option(),
    SpokenOption(
        ["--format", "form"],
        text=Text("输出格式", "form of the output"),
        type=click.Choice(["text", "json", "markdown"]),
        default="text",
    ),
    SpokenOption(
        ["--explain"],
        text=Text(
            "另列视事实而定的牵头、各链条和已知盲区",
            "also list leads that hang on facts, the chains and the blind spots that are known",
        ),
        is_flag=True,
    ),
    place_option(),
    rules_option(),
    lang_option(),
    examples=("fenji jurisdiction check", "fenji jurisdiction check --explain --lang en"),
)
@click.pass_context
def command(
    context: click.Context,
    as_of: date,
    form: str,
    explain: bool,
    places: tuple[str, ...],
    rules: str | None,
) -> int:
    """The exit code: 1 where something is found that no blind spot declares, 2 for bad rules."""
    from fenji.jurisdiction.analysis import analyse
    from fenji.jurisdiction.analysis.expected import is_clean

    language = spoken_in(context)
    release = release_from(rules, language, places)
    if release is None:
        return failing.BAD_INPUT
    found = analyse(release, as_of)
    if form == "json":
        from fenji.writing.jurisdiction.checking_json import check_json

        click.echo(check_json(found, release), nl=False)
    else:
        from fenji.writing.jurisdiction.checking import check_page
        from fenji.writing.wording import lexicon_of

        page = check_page(found, lexicon_of(release, language), explain=explain)
        click.echo(written(page, form), nl=False)
    return 0 if is_clean(release, found) else FINDINGS
