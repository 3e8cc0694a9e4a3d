"""OpenFisca: one boolean variable for each rule, over columns of many sites at once."""

from functools import reduce

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PACKAGE = "openfisca-core"
HOW = "a new simulation for each call, facts set as arrays, one variable of yes or no for each rule"
FACTS = 200
"""So many fact sets singly: it is made for batches."""
SITE = build_entity(key="site", plural="sites", label="site", is_person=True)
PERIOD = "2026-03"
TYPES = {"word": str, "flag": bool, "whole": int, "number": float}
OPERATORS = {
    ">=": np.greater_equal,
    ">": np.greater,
    "<=": np.less_equal,
    "<": np.less,
    "==": np.equal,
    "in": np.isin,
}


def _value(node, site, period):
    what = node[0]
    if what == "not":
        return ~_value(node[1], site, period)
    if what in ("all", "any"):
        join = np.logical_and if what == "all" else np.logical_or
        return reduce(join, [_value(part, site, period) for part in node[1]])
    op, fact, value = node
    given = site(fact, period)
    # OpenFisca keeps numbers in 32 bits: a threshold is rounded as the facts are
    return OPERATORS[op](given, np.float32(value) if given.dtype == np.float32 else value)


def _variable(name, kind, **more):
    settings = {"value_type": kind, "entity": SITE, "definition_period": DateUnit.MONTH, **more}
    return type(name, (Variable,), settings)


def _formula(rule):
    return lambda site, period: _value(rule["when"], site, period)


def load_batch(rules, kinds):
    system = TaxBenefitSystem([SITE])
    for name, kind in kinds.items():
        system.add_variable(_variable(name, TYPES[kind]))
    for rule in rules:
        system.add_variable(_variable(rule["id"], bool, formula=_formula(rule)))

    def evaluate(columns):
        many = len(next(iter(columns.values())))
        simulation = SimulationBuilder().build_default_simulation(system, many)
        for name, column in columns.items():
            simulation.set_input(name, PERIOD, column)
        return {rule["id"]: simulation.calculate(rule["id"], PERIOD) for rule in rules}

    return evaluate


def columns_of(fact_sets):
    return {name: np.array([facts[name] for facts in fact_sets]) for name in fact_sets[0]}


def load(rules, kinds):
    run = load_batch(rules, kinds)

    def evaluate(facts):
        answers = run({name: np.array([value]) for name, value in facts.items()})
        return [name for name, answer in answers.items() if answer[0]]

    return evaluate
