"""GoRules Zen again, its own way: a column for each fact, an expression for what fits no cell."""

import json

import zen

from neutral import flat, infix

PACKAGE = "zen-engine"
HOW = "one decision table with a column for each fact, hit policy collect, static loader"
WORDS = {"all": "and", "any": "or", "not": "not "}


def _leaf(op, fact, value):
    return f"{fact} {op} {json.dumps(value)}"


def _cell(op, value):
    if op == "in":
        return ", ".join(map(json.dumps, value))
    return json.dumps(value) if op == "==" else f"{op} {json.dumps(value)}"


def _row(rule):
    when = flat(rule["when"])
    row = {"_id": rule["id"], "out": json.dumps(rule["id"])}
    cells, others = {}, []
    for part in when[1] if when[0] == "all" else [when]:
        if part[0] in ("all", "any", "not"):
            others.append(part)
        else:
            cells.setdefault(part[1], []).append(_cell(part[0], part[2]))
    row.update({fact: " and ".join(several) for fact, several in cells.items()})
    if others:
        row["when"] = infix(["all", others], WORDS, _leaf)
    return row


def load(rules, kinds):
    inputs = [{"id": n, "name": n, "field": n} for n in kinds] + [{"id": "when", "name": "when"}]
    empty = dict.fromkeys([*kinds, "when"], "")
    table = {
        "hitPolicy": "collect",
        "inputs": inputs,
        "outputs": [{"id": "out", "name": "out", "field": "rule"}],
        "rules": [{**empty, **_row(rule)} for rule in rules],
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "e1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "e2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    content = {"t": {"nodes": nodes, "edges": edges}}
    run = zen.ZenEngine({"loader": {"type": "static", "content": content}}).evaluate
    return lambda facts: [hit["rule"] for hit in run("t", facts)["result"]]
