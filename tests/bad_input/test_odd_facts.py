"""A missing value is never small, `null` no nought, `true` no one: odd answers compared with 300.

`odd_facts.yaml` lists them; each goes from the text of a file through `fenji classify`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.bad_input.test_bad_input import HERE, RULES
from tests.commands.running import run

ODD = yaml.safe_load((HERE / "odd_facts.yaml").read_text("utf-8"))
DAY = ("--as-of", "2026-03-01")
RULE = "store.three-hundred"
EXACT = "store.exactly-one-ten-millionth"
ANSWERS = ("holds", "fails", "open")

YAML = "subject: {{kind: park, id: p1, name: 虚构园区}}\nfacts:\n  store:\n    - id: a\n{answer}"
JSON = (
    '{{"subject": {{"kind": "park", "id": "p1", "name": "虚构园区"}},\n'
    ' "facts": {{"store": [{{"id": "a"{answer}}}]}}}}'
)

_PLACE = re.compile(r"^(\S+):(\d+):(\d+): ([a-z-]+): ", re.MULTILINE)


def _written() -> Iterator[Any]:
    for odd in ODD:
        left_out = "yaml" not in odd and "json" not in odd
        if left_out or "yaml" in odd:
            answer = "" if left_out else f"      stock_t: {odd['yaml']}\n"
            text = YAML.format(answer=answer)
            yield pytest.param(odd, "a.yaml", text, id=f"{odd['what']} in YAML")
        if left_out or "json" in odd:
            answer = "" if left_out else f',\n  "stock_t": {odd["json"]}'
            text = JSON.format(answer=answer)
            yield pytest.param(odd, "a.json", text, id=f"{odd['what']} in JSON")


@pytest.mark.parametrize(("odd", "name", "text"), list(_written()))
def test_an_odd_answer_is_taken_for_what_it_is(
    odd: dict[str, Any], name: str, text: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    result = run(
        "classify", str(file), "--rules", str(RULES), "--as-of", "2026-03-01", "--format", "json"
    )
    if odd["gives"] in ANSWERS:
        assert result.exit_code == 0, result.stderr
        decision = json.loads(result.stdout)
        assert _answer(decision, RULE) == odd["gives"]
        assert (_answer(decision, EXACT) == "holds") is odd.get("exactly", False)
        return
    assert result.exit_code == 2
    assert result.stdout == ""
    ((path, line, column, id_),) = _PLACE.findall(result.stderr)
    assert (path, id_) == (str(file), odd["gives"])
    answer = odd[name.removeprefix("a.")].strip('"')
    assert answer in text.splitlines()[int(line) - 1][int(column) - 1 :]
    if id_ == "too-many-digits":
        assert "15 位" in result.stderr


def _answer(decision: dict[str, Any], rule: str) -> str:
    for where, answer in (("findings", "holds"), ("open", "open")):
        if any(found["rule"] == rule for found in decision[where]):
            return answer
    return "fails"
