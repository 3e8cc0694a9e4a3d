"""Fenji beside other engines, on twenty rules over ten facts: `script/bench peers`.

Every engine gets the same rules, read off the release that Fenji has loaded, and has to give the
reference's answers before it is timed. The rounds go from engine to engine, so that a ratio is one of
the same minutes; other work on the machine can only slow an engine, so the quickest time counts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from environment import environment, install, last_line, of_processes, pins
from showing import show

HERE = Path(__file__).parent
PEERS = {
    "drools_core": "drools-jpy",
    "drools_jpy": "drools-jpy",
    "zen_engine": "zen-engine",
    "zen_table": "zen-engine",
    "cel_in_rust": "common-expression-language",
    "durable_rules": "durable-rules",
    "openfisca": "openfisca-core",
}
Found = dict[str, list[dict[str, Any]]]


def workload(batch: int) -> dict[str, Any]:
    """Rules and facts in the neutral form, with the reference's answers."""
    from fenji.evaluation.reference import whole
    from fenji.model.truth import Truth
    from twenty_rules import FactSets, as_json, held, kinds, neutral, ready, twenty

    release = twenty()
    prepared, draw, of_kind = ready(release), FactSets(release), kinds(release)
    sets, lacking = [draw.drawn() for _ in range(2000)], [draw.drawn(10) for _ in range(300)]
    open_ = []
    for facts in lacking:
        rules = whole.judge(prepared, draw.submission(facts)).rules
        open_.append([name for (_, name), (truth, _) in rules.items() if truth is Truth.UNKNOWN])
    return {
        "rules": [{"id": rule.id, "when": neutral(rule.when)} for rule in release.rules],
        "kinds": of_kind,
        "facts": [as_json(facts, of_kind) for facts in sets],
        "expected": [held(prepared, draw.submission(facts)) for facts in sets],
        "missing": [as_json(facts, of_kind) for facts in lacking],
        "open": open_,
        "batch": batch,
    }


def command(python: Path, peer: str, work: Path, seconds: float) -> list[str]:
    """What runs one engine in a process of its own."""
    if peer != "drools_core":
        return [str(python), str(HERE / "measuring.py"), peer, str(work), str(seconds)]
    jars = python.parent.parent.glob("lib/python*/site-packages/drools/jars/*.jar")
    source = str(HERE / "drools_core.java")
    return ["java", "-cp", str(next(jars)), source, str(work), str(seconds)]


def measured(line: list[str]) -> dict[str, Any]:
    """What a process printed in its last line, or its error."""
    try:
        done = subprocess.run(
            line, capture_output=True, text=True, check=True, timeout=300, env=of_processes()
        )
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.CalledProcessError as error:
        return {"error": f"exit code {error.returncode}: {last_line(error.stderr)}"}
    except Exception as error:  # an engine that cannot run here is a result too
        return {"error": f"{type(error).__name__}: {error}"[:120]}
    return found if "singly" in found or "complete" in found else {"singly": found, **found}


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench peers")
    parser.add_argument("--seconds", type=float, default=3, help="for each measurement")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--batch", type=int, default=100_000, help="sites in a batch")
    parser.add_argument("--kept", type=Path, help="keep the environment here, for the next run")
    asked = parser.parse_args()
    found: Found = {peer: [] for peer in ("fenji", "columnar", *asked.only)}
    with environment(asked.kept) as python, TemporaryDirectory() as folder:
        work = Path(folder) / "workload.json"
        work.write_text(json.dumps(workload(asked.batch)), "utf-8")
        for package in sorted({PEERS[peer] for peer in asked.only}):
            error = install(python, pins()[package])
            if error:
                for peer in asked.only:
                    if PEERS[peer] == package:
                        found[peer].append({"error": f"not installed: {error}"})
        for _ in range(asked.rounds):
            ours = [sys.executable, str(HERE / "fenji_compiled.py"), str(asked.seconds)]
            found["fenji"].append(measured(ours))
            columns = [
                sys.executable,
                str(HERE / "fenji_columnar.py"),
                str(work),
                str(asked.seconds),
            ]
            found["columnar"].append(measured(columns))
            for peer in asked.only:
                if not any("error" in one for one in found[peer]):
                    found[peer].append(measured(command(python, peer, work, asked.seconds)))
    show(found)


if __name__ == "__main__":
    main()
