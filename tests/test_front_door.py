"""The front door: light to import, and enough to classify with."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import fenji

EXAMPLES = Path(__file__).parents[1] / "examples"
HEAVY = ("yaml", "jsonschema", "networkx", "rich", "click", "msgspec", "fenji.model.rule")


def test_every_name_of_the_front_door_is_there() -> None:
    assert all(getattr(fenji, name) is not None for name in fenji.__all__)


def test_importing_it_loads_nothing_heavy() -> None:
    said = f"import sys, json, fenji; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    found = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert json.loads(found.stdout) == []


def test_a_file_is_classified_in_three_calls() -> None:
    release = fenji.load_release()
    (submission,) = fenji.read_submissions(EXAMPLES / "chlor_alkali.yaml", release)
    decision = fenji.classify(release, submission, date(2026, 11, 25))
    assert "chem.major-hazard-source" in {finding.rule for finding in decision.findings}
    assert json.loads(fenji.as_json(decision, release))["subject"]["id"] == submission.id


def test_a_name_it_does_not_have_is_an_attribute_error() -> None:
    assert not hasattr(fenji, "nothing_of_the_kind")
