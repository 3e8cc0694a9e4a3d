"""Drools as Ansible ships it (drools-jpy): its core in a Java machine within the Python process."""

import json

from drools.rule import Rule
from drools.ruleset import Ruleset

from neutral import without_not

PACKAGE = "drools-jpy"
HOW = "one session, each fact set posted as one JSON event, match_multiple_rules; needs Java 17"
WARM = 10
"""Seconds that the Java machine is given to compile what runs often."""
OPERATORS = {
    ">=": "GreaterThanOrEqualToExpression",
    ">": "GreaterThanExpression",
    "<=": "LessThanOrEqualToExpression",
    "<": "LessThanExpression",
    "==": "EqualsExpression",
    "!=": "NotEqualsExpression",
    "in": "ItemInListExpression",
    "not in": "ItemNotInListExpression",
}
BLOCKS = {"all": "AndExpression", "any": "OrExpression"}


def _value(value):
    kind = {bool: "Boolean", int: "Integer", float: "Float", str: "String"}[type(value)]
    return {kind: value}


def _ast(node):
    if node[0] in BLOCKS:
        found, *rest = map(_ast, node[1])
        for part in rest:
            found = {BLOCKS[node[0]]: {"lhs": found, "rhs": part}}
        return found
    op, fact, value = node
    right = [_value(v) for v in value] if isinstance(value, list) else _value(value)
    return {OPERATORS[op]: {"lhs": {"Event": fact}, "rhs": right}}


def _rule(rule):
    action = {"Action": {"action": "debug", "action_args": {}}}
    condition = {"AllCondition": [_ast(without_not(rule["when"]))]}
    body = {"name": rule["id"], "condition": condition, "enabled": True, "actions": [action]}
    return {"Rule": body}


def load(rules, kinds):
    whole = {"name": "w", "hosts": ["all"], "sources": [], "match_multiple_rules": True}
    written = json.dumps({**whole, "rules": [_rule(rule) for rule in rules]})
    ruleset = Ruleset(name="w", serialized_ruleset=written)
    fired = []
    for rule in rules:
        ruleset.add_rule(Rule(rule["id"], lambda matches, name=rule["id"]: fired.append(name)))

    def evaluate(facts):
        fired.clear()
        ruleset.assert_event(json.dumps(facts))
        return fired[:]

    return evaluate
