"""durable-rules: a fact set asserted as one fact, what fired read, the fact retracted.

An event (`post`) that meets several rules fires one of them only; a rule with `$or` fires once for
each branch that is met, so that what fired is made unique.
"""

from durable.engine import MessageNotHandledException
from durable.lang import assert_fact, get_host, retract_fact

from neutral import flat, without_not

PACKAGE = "durable-rules"
HOW = "assert and retract one fact in one session; rules as mappings"
OPERATORS = {">=": "$gte", ">": "$gt", "<=": "$lte", "<": "$lt"}


def _test(node):
    what = node[0]
    if what in ("all", "any"):
        return {"$and" if what == "all" else "$or": [_test(part) for part in node[1]]}
    op, fact, value = node
    if op == "in":
        return {"$or": [{fact: one} for one in value]}
    if op == "not in":
        several = [{"$neq": {fact: one}} for one in value]
        return several[0] if len(several) == 1 else {"$and": several}
    if op == "!=":
        return {"$neq": {fact: value}}
    return {fact: value} if op == "==" else {OPERATORS[op]: {fact: value}}


def load(rules, kinds):
    fired = []

    def action(name):
        return lambda c: fired.append(name)

    ruleset = {
        rule["id"]: {
            "all": [{"m": _test(flat(without_not(rule["when"])))}],
            "run": action(rule["id"]),
        }
        for rule in rules
    }
    get_host().set_rulesets({"w": ruleset})

    def evaluate(facts):
        fired.clear()
        try:
            assert_fact("w", facts)
        except MessageNotHandledException:
            return []
        found = list(dict.fromkeys(fired))
        retract_fact("w", facts)
        return found

    return evaluate
