"""durable-rules tried out as what a live evaluator would stand on: `script/bench live`.

Facts arrive one at a time, change, are taken back; children are added, a list becomes whole. After each
event the truth of each rule is held against the reference's, for the facts as they are then.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from environment import environment, install, last_line, pins
from fenji.evaluation.compiled import compiled
from fenji.evaluation.compiled.running import run
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import whole
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.submission import SUBJECT, Children, Entity, Fact, Submission
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan, Value, one
from fenji.reading.release import load_release
from network import Network, network, rank

HERE = Path(__file__).parent
AS_OF = date(2026, 3, 1)
TANK = "tank"


class Story:
    """What is told of one subject, event by event, and what is true after each."""

    def __init__(self, net: Network, random: Random) -> None:
        self._net, self._random = net, random
        self._given: dict[str, dict[str, Fact]] = {"s": {}}
        self._whole: bool | None = None
        self.events: list[dict[str, Any]] = []

    def next(self) -> None:
        """One event more."""
        tanks = [name for name in self._given if name != "s"]
        chosen = self._random.random()
        if chosen < 0.08 and len(tanks) < 4:
            name = f"tank-{len(tanks)}"
            self._given[name] = {}
            self._whole = bool(self._whole)
            self.events.append({"sort": "child", "kind": TANK, "entity": name})
        elif chosen < 0.14:
            self._whole = self._random.random() < 0.7
            self.events.append({"sort": "list", "kind": TANK, "whole": self._whole})
        else:
            self._answer(self._random.choice(["s", *tanks]))

    def _answer(self, entity: str) -> None:
        kind = SUBJECT if entity == "s" else TANK
        fact = self._random.choice(list(self._net.release.facts[kind].values()))
        value = None if self._random.random() < 0.2 else self._value(fact)
        if value is None:
            self._given[entity].pop(fact.name, None)
        else:
            self._given[entity][fact.name] = Fact(value)
        fields = fields_of(self._net, fact, value)
        event = {"sort": "answer", "entity": entity, "fact": fact.name, "fields": fields}
        self.events.append(event)

    def _value(self, fact: FactDefinition) -> Value:
        if fact.kind in (Kind.NUMBER, Kind.COUNT):
            lines = self._net.lines[f"{fact.entity}.{fact.name}"]
            beside = 1 if fact.kind is Kind.COUNT else Fraction(1, 10**7)
            ends = [self._random.choice(lines) + self._random.choice((-1, 0, 1)) * beside]
            if self._random.random() < 0.3:
                ends.append(self._random.choice(lines))
            return NumberSpan(min(ends), max(ends))
        if fact.kind is Kind.FLAG:
            return one(self._random.random() < 0.5)
        return one(self._random.choice(fact.options).value)

    def submission(self) -> Submission:
        """The facts as they are now."""
        tanks = [Entity(TANK, k, dict(v), {}) for k, v in self._given.items() if k != "s"]
        below = {} if self._whole is None else {TANK: Children(tuple(tanks), self._whole)}
        root = Entity(SUBJECT, "s", dict(self._given["s"]), below)
        return Submission("enterprise", "s", "", root, ())


def fields_of(net: Network, fact: FactDefinition, value: Value | None) -> dict[str, Any]:
    """An answer as durable-rules gets it: ranks of its ends, or its word."""
    if fact.kind not in (Kind.NUMBER, Kind.COUNT):
        if value is None:
            return {"word": "?"}
        (member,) = value.members  # type: ignore[union-attr, misc]
        return {"word": str(member)}
    lines = net.lines[f"{fact.entity}.{fact.name}"]
    span = fact.range if value is None else value
    assert isinstance(span, NumberSpan)
    low = 0 if span.low is None else rank(lines, span.low)
    return {"low": low, "high": 2 * len(lines) if span.high is None else rank(lines, span.high)}


@dataclass
class Told:
    """Stories, the reference's truths after each event, and how long the compiled evaluator took."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    right: list[list[dict[str, str]]] = field(default_factory=list)
    took: list[float] = field(default_factory=list)


def stories(net: Network, many: int, length: int) -> Told:
    """So many stories of so many events."""
    prepared, told = prepare(net.release, AS_OF), Told()
    engine = compiled(prepared)
    never = (Truth.FALSE, Truth.FALSE)
    for seed in range(many):
        story, answers = Story(net, Random(seed)), []
        for _ in range(length):
            story.next()
            submission = story.submission()
            rules = whole.judge(prepared, submission).rules
            answers.append({r.id: rules.get(("", r.id), never)[0].value for r in net.release.rules})
            start = perf_counter()
            run(engine, prepared, submission)
            told.took.append(perf_counter() - start)
        entities = ["s", *(f"tank-{i}" for i in range(4))]
        told.runs.append({"events": story.events, "entities": entities})
        told.right.append(answers)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench live")
    parser.add_argument("--stories", type=int, default=20)
    parser.add_argument("--events", type=int, default=100, help="in each story")
    parser.add_argument("--kept", type=Path, help="keep the environment here, for the next run")
    asked = parser.parse_args()
    release = load_release(HERE / "rules", cache=False)
    net = network(release)
    told = stories(net, asked.stories, asked.events)
    unanswered = {
        kind: {name: fields_of(net, fact, None) for name, fact in facts.items()}
        for kind, facts in release.facts.items()
    }
    work = {
        "nodes": net.nodes,
        "facts": unanswered,
        "rules": [rule.id for rule in release.rules],
        "runs": told.runs,
    }
    with environment(asked.kept) as python, TemporaryDirectory() as folder:
        error = install(python, pins()["durable-rules"])
        if error:
            raise SystemExit(f"durable-rules cannot be installed here: {error}")
        path = Path(folder) / "work.json"
        path.write_text(json.dumps(work), "utf-8")
        line = [str(python), str(HERE / "live.py"), str(path)]
        done = subprocess.run(line, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise SystemExit(f"exit code {done.returncode}: {last_line(done.stderr)}")
        found = json.loads(done.stdout.splitlines()[-1])
    report(found, told, work)


def report(found: dict[str, Any], told: Told, work: dict[str, Any]) -> None:
    """How often each rule had each truth, and how often durable-rules was wrong."""
    met: Counter[tuple[str, str]] = Counter()
    wrong: Counter[str] = Counter()
    for said, known in zip(found["said"], told.right, strict=True):
        for one_said, one_known in zip(said, known, strict=True):
            for rule, truth in one_known.items():
                met[rule, truth] += 1
                wrong[rule] += one_said[rule] != truth
    took = sorted(told.took)
    print(f"\n{len(took)} events; {len(work['nodes'])} nodes, {found['rules']} rules of ", end="")
    print(f"durable-rules {found['version']}, loaded in {found['loaded'] * 1e3:.0f} ms")
    print(f"an event: p50 {found['p50'] * 1e3:.2f} ms, p99 {found['p99'] * 1e3:.2f} ms, ", end="")
    print(f"{found['calls']:.0f} calls of the engine")
    print(
        f"compiled, all over again after each event: p50 {took[len(took) // 2] * 1e3:.3f} ms, ",
        end="",
    )
    print(f"p99 {took[int(len(took) * 0.99)] * 1e3:.3f} ms")
    print(f"{'':24}{'false':>8}{'unknown':>9}{'true':>8}{'wrong':>8}")
    for rule in work["rules"]:
        counts = [met[rule, truth] for truth in ("false", "unknown", "true")]
        print(f"{rule:24}{counts[0]:>8}{counts[1]:>9}{counts[2]:>8}{wrong[rule]:>8}")
    if sum(wrong.values()):
        raise SystemExit("durable-rules disagrees with the reference")


if __name__ == "__main__":
    main()
