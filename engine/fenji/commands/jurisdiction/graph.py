"""`fenji jurisdiction graph`: the part of the graph that matters, drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from fenji.commands import failing
from fenji.commands.dates import as_of_option
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

if TYPE_CHECKING:
    from fenji.model.release import Release


@spoken_command(
    "graph",
    Text(
        "画出管辖关系图：左为事项，中为部门，右为各级机构；牵头的线粗，颜色表示所依的关系。\n"
        "不写 --activity 则画出全部事项的牵头；写了则画这一事项的牵头、配合、层级和它所在的链条。",
        "Draws the graph of jurisdiction: matters left, departments in the middle, bodies right; leads "
        "are thick, colours say by what.\n"
        "Without --activity who leads what as a whole; with it the lead, the parts and the levels of "
        "that matter, and the chain it stands in.",
    ),
    SpokenOption(
        ["--activity"],
        text=Text("活动或事项的编号或名称", "id or title of an activity or other matter"),
        metavar="MATTER",
        default=None,
    ),
    SpokenOption(
        ["--format", "form"],
        text=Text("输出格式；dot 供 Graphviz", "form of the output; dot is for Graphviz"),
        type=click.Choice(["mermaid", "svg", "dot"]),
        default="mermaid",
    ),
    as_of_option(),
    place_option(),
    rules_option(),
    lang_option(),
    examples=(
        "fenji jurisdiction graph --activity fuel_station",
        "fenji jurisdiction graph --activity 加油站 --format svg > station.svg",
    ),
)
@click.pass_context
def command(
    context: click.Context,
    activity: str | None,
    form: str,
    as_of: date,
    places: tuple[str, ...],
    rules: str | None,
) -> int:
    """The exit code: 0, or 2 for rules that cannot be read or a matter that is not there."""
    from fenji.jurisdiction.analysis.walk import walk
    from fenji.jurisdiction.ready import ready_chart
    from fenji.writing.jurisdiction.graph.choosing import of_all, of_one
    from fenji.writing.jurisdiction.graph.dot import as_dot
    from fenji.writing.jurisdiction.graph.mermaid import as_mermaid
    from fenji.writing.jurisdiction.graph.svg import as_svg
    from fenji.writing.wording import lexicon_of

    language = spoken_in(context)
    release = release_from(rules, language, places)
    if release is None:
        return failing.BAD_INPUT
    ready = ready_chart(release, as_of)
    matter = None if activity is None else _matter(activity, release)
    words = lexicon_of(release, language)
    walked = walk(ready)
    drawing = (
        of_all(ready, walked, words) if matter is None else of_one(ready, walked, matter, words)
    )
    write = {"mermaid": as_mermaid, "svg": as_svg, "dot": as_dot}[form]
    click.echo(write(drawing), nl=False)
    return 0


def _matter(named: str, release: Release) -> str:
    """The id of the matter of that id or title. Raises BadUsage where there is none."""
    from fenji.reading.nearest import did_you_mean

    matters = release.chart.matters
    by_title = {one.title.zh: id_ for id_, one in matters.items()}
    by_title |= {one.title.en: id_ for id_, one in matters.items()}
    if named in matters:
        return named
    if named in by_title:
        return by_title[named]
    holding = sorted({id_ for title, id_ in by_title.items() if named in title})
    if len(holding) == 1:
        return holding[0]
    step = did_you_mean(named, matters)
    if holding:
        listed = "、".join(holding), ", ".join(holding)
        step = Text(f"可能是：{listed[0]}", f"it may be one of {listed[1]}")
    raise failing.BadUsage(
        Text(f"没有活动或事项 `{named}`", f"no activity or other matter is called `{named}`"),
        step or Text("编号见 rules/activities.yaml", "rules/activities.yaml has the ids"),
    )
