"""Every example of a construct in docs/language.md says what it says: holds, fails, is open."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.rules import judge_rule
from fenji.model.release import Release
from fenji.model.truth import Truth
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.grammar.small_folder import BASE, load

PAGE = (Path(__file__).parents[3] / "docs" / "language.md").read_text("utf-8")
BLOCKS = re.findall(
    r"```yaml\n# ([^\n]+)\n(.*?)```", PAGE.partition("## One example")[2], re.DOTALL
)
DICTIONARY = dict(BLOCKS)["dictionary"]
EXAMPLES = [(title, text) for title, text in BLOCKS if title != "dictionary"]
CONSTRUCTS = re.findall(
    r"\w+",
    "all any not at_least_n some every no count finding listed compare one_of has_any table p"
    "arameter formula fact unless item claimed_by worst_of given exclusive cap missing times take "
    "cases definitions measures classifications sheets months_since months_ended applies_when dated_by",
)
AS_OF = date(2026, 3, 1)
TRUTHS = {"holds": Truth.TRUE, "fails": Truth.FALSE, "open": Truth.UNKNOWN}
PARTS = ("definitions", "measures", "classifications", "sheets")
PARAMETERS = """\
parameters:
  - {name: many_staff, label: 多人, label_en: many staff, unit: '',
     values: [{from: 2020-01-01, value: 300}],
     basis: {instrument: LAW-1, clause: 第三条}, standing: proposal, review: uncertain}
"""
HEAD = (
    "sector: mines\nfor: subject\nbasis: {instrument: LAW-1, clause: 第一条}\nreview: copy_seen\n"
)


class Ours(yaml.SafeLoader):
    """YAML in which only `true` and `false` are a yes or no, as in the rules."""


Ours.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in several if not tag.endswith(":bool")]
    for first, several in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Ours.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), ["t", "f"])


def dumped(name: str, what: Any) -> str:
    """One section of a rule file."""
    return yaml.safe_dump({name: what}, allow_unicode=True, sort_keys=False)


def released(example: dict[str, Any], under: Path) -> Release:
    """A release of the page's dictionary and one example."""
    tried = {"id": "tried", "title": "例", "title_en": "tried", "finding": "element"}
    tried |= {key: example[key] for key in ("when", "unless", "item") if key in example}
    sections = [dumped(part, example[part]) for part in PARTS if part in example]
    head = HEAD + yaml.safe_dump(example.get("head", {}), allow_unicode=True)
    rules = (
        head.replace("{}\n", "")
        + "".join(sections)
        + dumped("rules", [*example.get("rules", []), tried])
    )
    files: dict[str, str | None] = {
        "facts/mines.yaml": DICTIONARY.replace(
            "facts:\n  subject:\n",
            "facts:\n  subject:\n    - {name: mines, label: 采矿, label_en: mines, question: 采矿吗？,"
            " question_en: Does it mine?, kind: flag, origin: declared}\n",
        ),
        "02_mines/rules.yaml": rules,
        "policy/parameters.yaml": PARAMETERS,
    }
    for name, table in example.get("tables", {}).items():
        head = {"table": name, "title": name, "title_en": name, "review": "copy_seen"}
        head |= {"basis": {"instrument": "LAW-1", "clause": "表"}, "exhaustive": True}
        head |= {key: value for key, value in table.items() if key != "rows"}
        files[f"tables/{name}.yaml"] = yaml.safe_dump(head, allow_unicode=True)
        files[f"tables/{name}.csv"] = "".join(r.replace(";", ",") + "\n" for r in table["rows"])
    return load(under, files)


def truth_under(release: Release, facts: dict[str, Any]) -> Truth:
    """The truth of the rule that is tried."""
    whole = {"subject": {"kind": "enterprise", "id": "x", "name": "x"}, "facts": facts}
    data = yaml.safe_dump(whole, allow_unicode=True).encode()
    submission = submission_from(read_document(data, "facts.yaml"), release, check_codes=False)
    prepared = prepare(release, AS_OF)
    scene = scene_of(prepared, submission)
    return judge_rule(scene, prepared.rules["tried"], scene.world.root).truth


@pytest.mark.parametrize(("title", "text"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_an_example_is_so(title: str, text: str, tmp_path: Path) -> None:
    example = yaml.load(text, Ours)  # a safe loader
    release = released(example, tmp_path)
    tried = [name for name in TRUTHS if name in example]
    assert "holds" in tried
    for name in tried:
        assert truth_under(release, example[name]) is TRUTHS[name], name


@pytest.mark.parametrize("word", CONSTRUCTS)
def test_every_construct_has_an_example(word: str) -> None:
    shown = DICTIONARY + "".join(text for _, text in EXAMPLES)
    assert re.search(rf"\b{word}\b", shown)


def test_the_base_folder_is_the_one_the_page_is_laid_over() -> None:
    assert "LAW-1" in BASE["instruments.yaml"]
