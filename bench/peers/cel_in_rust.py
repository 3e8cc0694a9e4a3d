"""CEL in Rust (common-expression-language, imported as cel): one compiled program for each rule."""

import json

import cel

from neutral import infix

PACKAGE = "common-expression-language"
HOW = "a compiled program for each rule, one context for each fact set"
WORDS = {"all": "&&", "any": "||", "not": "!"}


def load(rules, kinds):
    def leaf(op, fact, value):
        """A number that is not whole is compared with such a number."""
        if kinds[fact] == "number":
            value = float(value)
        return f"{fact} {op} {json.dumps(value)}"

    programs = [(r["id"], cel.compile(infix(r["when"], WORDS, leaf))) for r in rules]

    def evaluate(facts):
        context = cel.Context(variables=facts)
        return [name for name, program in programs if program.execute(context)]

    return evaluate
