"""A live evaluator in small, on durable-rules: `python live.py WORK`, in an environment of its own.

Every fact and every node of an entity is one asserted fact of durable-rules, always there, with two ends
or two bits: an answer nobody gave is the whole span. A change retracts the old one and asserts the new
one. Each node is a ruleset of its own: rules that set a bit to 1 and rules that set it to 0. Whatever
changes, either the bit stays or one of these has a new match, so that nothing has to be withdrawn.
What rules fire is put in a row here and taken up when the engine has returned; counts are kept here.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict, deque
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from durable.engine import Host, MessageNotHandledException

BITS = ("certain", "possible")
OTHER = {"certain": "possible", "possible": "certain"}
ANY = "?"
MANY = 1_000_000
"""So many children a list may hold besides that is not whole."""


def matching(part, bit, to):
    """The test for a part having a bit at 0 or 1: what is not certain is possibly not."""
    negated, what = part
    if negated:
        bit, to = OTHER[bit], 1 - to
    if what[0] == "node":
        return {"$and": [{"what": what[1]}, {bit: to}]}
    _, name, word, right = what
    if word == "at_least":
        end = "low" if bit == "certain" else "high"
        return {"$and": [{"what": name}, {"$gte" if to else "$lt": {end: right}}]}
    if to:
        words = [*right, ANY] if bit == "possible" else right
        one = [{"word": each} for each in words]
        return {"$and": [{"what": name}, one[0] if len(one) == 1 else {"$or": one}]}
    none = [{"$neq": {"word": each}} for each in right]
    if bit == "possible":
        none.append({"$neq": {"word": ANY}})
    return {"$and": [{"what": name}, *none]}


def together(parts, bit, to):
    """The tests for all parts: those of one fact in one test, since a fact meets one test of a rule."""
    found = defaultdict(list)
    for part in parts:
        found[part[1][1]].append(matching(part, bit, to))
    return [tests[0] if len(tests) == 1 else {"$and": tests} for tests in found.values()]


class Live:
    """The network with the facts as they are now."""

    def __init__(self, nodes, facts):
        self.nodes = nodes
        self.host = Host()
        self.row = deque()
        self.state = {}
        self.known = {}
        self.lists = {}
        self.readers = defaultdict(list)
        self.calls = self.rules = 0
        for name, node in nodes.items():
            for read in dict.fromkeys(what[1] for _, what in node["of"]):
                self.readers[read].append(name)
            ruleset = self._ruleset(name, node)
            self.rules += len(ruleset)
            self.host.set_rulesets({name: ruleset})
        self.facts = facts

    def _ruleset(self, name, node):
        rules = {}

        def rule(bit, to, tests):
            parts = [{f"m{i}": test} for i, test in enumerate(tests)]

            def act(c):  # one parameter: two would make it another sort of action
                self.row.append((name, c.s.sid, bit, to))

            rules[f"{bit} {to} {len(rules)}"] = {"all": parts, "run": act}

        for bit in BITS:
            if node["op"] == "count":
                for to in (0, 1):
                    test = {"$gte" if to else "$lt": {bit: node["least"]}}
                    rule(bit, to, [{"$and": [{"what": "count"}, test]}])
                continue
            joined, alone = (1, 0) if node["op"] == "all" else (0, 1)
            rule(bit, joined, together(node["of"], bit, joined))
            for part in node["of"]:
                rule(bit, alone, [matching(part, bit, alone)])
        return rules

    def forget(self, entities):
        """Begin with another subject."""
        for kept in (self.state, self.known, self.lists):
            kept.clear()
        for name in self.nodes:
            for entity in entities:
                with suppress(Exception):  # there is no such session yet
                    self.host.delete_state(name, entity)

    def begin(self, entity, kind):
        """An entity of which nobody has said anything."""
        for name, node in self.nodes.items():
            if node["kind"] == kind:
                self.state[entity, name] = {"certain": 0, "possible": 1}
        for name in self.facts[kind]:
            self.put(entity, name, self.facts[kind][name])
        for name, node in self.nodes.items():
            if node["kind"] == kind:
                self.put(entity, name, self.state[entity, name])
                if node["op"] == "count":
                    self._count(entity, name)

    def put(self, entity, what, fields):
        """A fact or node as it is from now on, for all that reads it. `entity` is the session."""
        fact = {"what": what, "sid": entity, **fields}
        old = self.known.get((entity, what))
        if old == fact:
            return
        self.known[entity, what] = fact
        for reader in self.readers[what]:
            node = self.nodes[reader]
            if node["op"] != "count":
                self._replace(reader, old, fact)
        self.settle()

    def _replace(self, ruleset, old, new):
        for call, fact in ((self.host.retract_fact, old), (self.host.assert_fact, new)):
            if fact is not None:
                self.calls += 1
                with suppress(MessageNotHandledException):  # no rule is met by it alone
                    call(ruleset, fact)

    def settle(self):
        """Take up what rules have fired, until nothing changes."""
        while self.row:
            name, entity, bit, to = self.row.popleft()
            state = self.state[entity, name]
            if state[bit] != to:
                state[bit] = to
                self.put(entity, name, dict(state))
                for reader in self.readers[name]:
                    if self.nodes[reader]["op"] == "count":
                        self._count(self._counting(reader, entity), reader)

    def _counting(self, reader, entity):
        """The entity of which a count is: the parent's where children are counted."""
        return entity if self.nodes[reader]["below"] is None else "s"

    def _count(self, entity, name):
        """Count anew, and tell the ruleset of the count."""
        node = self.nodes[name]
        below = node["below"]
        counted = [what[1] for _, what in node["of"]]
        if below is None:
            bits = [self.state[entity, one] for one in counted]
        else:
            children = self.lists.get(below, {"items": [], "whole": False})["items"]
            bits = [
                self.state[child, counted[0]] if counted else {"certain": 1, "possible": 1}
                for child in children
            ]
        open_ = 0 if below is None or self.lists.get(below, {}).get("whole") else MANY
        fact = {
            "what": "count",
            "sid": entity,
            "certain": sum(b["certain"] for b in bits),
            "possible": sum(b["possible"] for b in bits) + open_,
        }
        old = self.known.get((entity, f"count of {name}"))
        if old != fact:
            self.known[entity, f"count of {name}"] = fact
            self._replace(name, old, fact)
            self.settle()

    def event(self, event):
        """One thing that is told: an answer, a child more, a list that is whole."""
        if event["sort"] == "answer":
            self.put(event["entity"], event["fact"], event["fields"])
            return
        listed = self.lists.setdefault(event["kind"], {"items": [], "whole": False})
        if event["sort"] == "child":
            self.begin(event["entity"], event["kind"])
            listed["items"].append(event["entity"])
        else:
            listed["whole"] = event["whole"]
        for name, node in self.nodes.items():
            if node["op"] == "count" and node["below"] == event["kind"]:
                self._count("s", name)

    def truth(self, rule):
        """What is known of a rule now."""
        state = self.state["s", rule]
        return "true" if state["certain"] else "unknown" if state["possible"] else "false"


def main(path):
    work = json.loads(Path(path).read_text("utf-8"))
    start = perf_counter()
    live = Live(work["nodes"], work["facts"])
    loaded = perf_counter() - start
    said, took, calls = [], [], []
    for run in work["runs"]:
        live.forget(run["entities"])
        live.begin("s", "subject")
        answers = []
        for event in run["events"]:
            before, start = live.calls, perf_counter()
            live.event(event)
            took.append(perf_counter() - start)
            calls.append(live.calls - before)
            answers.append({rule: live.truth(rule) for rule in work["rules"]})
        said.append(answers)
    took.sort()
    found = {
        "version": version("durable-rules"),
        "loaded": loaded,
        "said": said,
        "p50": took[len(took) // 2],
        "p99": took[int(len(took) * 0.99)],
        "calls": sum(calls) / len(calls),
        "rules": live.rules,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
