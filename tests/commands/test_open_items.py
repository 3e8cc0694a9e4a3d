"""How much is asked for each example, so that nobody asks for more unawares.

`open_items.yaml` holds, by example and day, how many facts are asked for and how many an officer is
sent to see. Fewer is welcome (write the file anew); more has to be looked at first.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from tests.commands.running import run
from tests.kept_output import REWRITE

HERE = Path(__file__).parent
KEPT = HERE / "open_items.yaml"
EXAMPLES = sorted((HERE.parent.parent / "examples").glob("*.yaml"))
DAYS = ("2026-03-01", "2026-11-25")
ELSEWHERE = {
    "petrol_station": ("tank_type", "runs_regulated_process", "toxic_gases_piped", "commissioning"),
    "fireworks_wholesaler": ("tank_type", "control_systems", "automatic_control"),
    "railway_neighbour": ("hazard_unit", "mine_type"),
}
"""Facts that an enterprise of that kind cannot have, and is not asked for."""


def asked(path: Path, day: str) -> dict[str, list[str]]:
    """The names that are asked for and to be seen, over all subjects of the file."""
    done = run("classify", str(path), "--as-of", day, "--format", "json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {
        key: [ask["gap"]["name"] for line in lines for ask in line[key]]
        for key in ("asks", "inspect")
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_more_is_asked_than_was_looked_at(path: Path) -> None:
    found = {d: {key: len(names) for key, names in asked(path, d).items()} for d in DAYS}
    kept = yaml.safe_load(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    if os.environ.get(REWRITE):
        kept[path.stem] = found
        KEPT.write_text(yaml.safe_dump(kept, sort_keys=True), "utf-8")
    for day in DAYS:
        for key, count in found[day].items():
            assert count <= kept[path.stem][day][key], f"set {REWRITE}=1 once it is looked at"


@pytest.mark.parametrize(("name", "facts"), ELSEWHERE.items(), ids=list(ELSEWHERE))
def test_nobody_is_asked_for_what_it_cannot_have(name: str, facts: tuple[str, ...]) -> None:
    path = next(path for path in EXAMPLES if path.stem == name)
    for day in DAYS:
        found = asked(path, day)
        assert set(facts) & {*found["asks"], *found["inspect"]} == set()
