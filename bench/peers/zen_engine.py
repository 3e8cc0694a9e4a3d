"""GoRules Zen: one decision table of one expression column, hit policy collect, compiled once."""

import json

import zen

from neutral import infix

PACKAGE = "zen-engine"
HOW = "one decision table, hit policy collect, static loader; context passed as a dict"
WORDS = {"all": "and", "any": "or", "not": "not "}


def _leaf(op, fact, value):
    return f"{fact} {op} {json.dumps(value)}"


def _content(rules):
    rows = [
        {"_id": r["id"], "out": json.dumps(r["id"]), "when": infix(r["when"], WORDS, _leaf)}
        for r in rules
    ]
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "out", "name": "out", "field": "rule"}],
        "rules": rows,
    }
    return {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in"},
            {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
            {"id": "out", "type": "outputNode", "name": "out"},
        ],
        "edges": [
            {"id": "e1", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "e2", "sourceId": "table", "targetId": "out", "type": "edge"},
        ],
    }


def load(rules, kinds):
    # create_decision(content).evaluate compiles the table again at each call
    loader = {"type": "static", "content": {"t": _content(rules)}}
    run = zen.ZenEngine({"loader": loader}).evaluate
    return lambda facts: [hit["rule"] for hit in run("t", facts)["result"]]
