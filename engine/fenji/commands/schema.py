"""`fenji schema`: what an editor needs to complete and explain rules and submissions."""

from __future__ import annotations

import json
from pathlib import Path

import click

from fenji.commands import failing
from fenji.commands.paths import GivenPath
from fenji.commands.releases import release_from
from fenji.commands.spoken import (
    SpokenOption,
    lang_option,
    rules_option,
    spoken_command,
    spoken_in,
)
from fenji.model.text import Text

DECISION = "decision"


@spoken_command(
    "schema",
    Text(
        "输出 JSON Schema（2020-12），供编辑器补全并说明事实、取值、单位和文件。\n"
        "KIND 为 rules、facts、submission、scenarios 等，或 decision（classify --format json 的输出）；"
        "不写则列出各种类。用 --out 把全部写入一个文件夹。",
        "Writes JSON Schemas (2020-12), with which editors complete and explain facts, values, units and "
        "instruments.\n"
        "KIND is rules, facts, submission, scenarios and so on, or decision (what classify --format json "
        "writes); without it the kinds are listed. --out writes all of them into a folder.",
    ),
    click.Argument(["kind"], required=False, metavar="[KIND]"),
    SpokenOption(
        ["--out"],
        text=Text(
            "写入这个文件夹，不存在则新建", "write into this folder, made where it is not there"
        ),
        type=GivenPath(),
        metavar="FOLDER",
        default=None,
    ),
    rules_option(),
    lang_option(),
    examples=("fenji schema submission", "fenji schema --out schema/"),
)
@click.pass_context
def command(context: click.Context, kind: str | None, out: str | None, rules: str | None) -> int:
    """The exit code: 0, or 2 for an unknown kind or rules that cannot be read."""
    from fenji.reading.editor_schema import editor_schemas
    from fenji.writing.decision import json_schema

    release = release_from(rules, spoken_in(context))
    if release is None:
        return failing.BAD_INPUT
    schemas = {
        name.removesuffix(".schema.json"): json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in editor_schemas(release).items()
    }
    schemas[DECISION] = json_schema().decode()
    if kind is not None and kind not in schemas:
        listed = ", ".join(schemas)
        raise failing.BadUsage(
            Text(f"没有种类 `{kind}`", f"there is no kind `{kind}`"),
            Text(f"种类有 {listed}", f"the kinds are {listed}"),
        )
    chosen = {kind: schemas[kind]} if kind else schemas
    if out is not None:
        _write(Path(out), chosen)
    elif kind is None:
        click.echo("".join(f"{name}\n" for name in schemas), nl=False)
    else:
        click.echo(schemas[kind], nl=False)
    return 0


def _write(folder: Path, schemas: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas.items():
        path = folder / f"{name}.schema.json"
        path.write_text(text, "utf-8")
        click.echo(path)
