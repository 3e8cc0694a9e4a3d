"""Whole populations as frames, and the rules for them: a hundred, a fifth of them about children.

One enterprise in twenty has between one and fifty tanks; a twentieth of all facts is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import polars as pl

from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.reading.release import load_release
from many_rules import with_rules
from twenty_rules import FactSets, as_json, kinds, twenty

FOLDER = Path(__file__).parent / "with_tanks"
TANK = "tank"
DRAWN = 5000
MISSING = 0.05
MOST_TANKS = 50
WITH_TANKS = 0.05


def hundred() -> Release:
    """Eighty rules about ten facts of the enterprise, and twenty about its tanks."""
    plain, tanks = with_rules(twenty(), 80), load_release(FOLDER, cache=False)
    return replace(
        plain,
        digest="a hundred rules",
        instruments={**plain.instruments, **tanks.instruments},
        entities={**plain.entities, **tanks.entities},
        facts={**tanks.facts, SUBJECT: {**plain.facts[SUBJECT], **tanks.facts[SUBJECT]}},
        rules=(*plain.rules, *tanks.rules),
    )


class Population:
    """Draws batches of enterprises: each is one of those drawn beforehand, with tanks or without."""

    def __init__(self, seed: int = 1) -> None:
        release, random = twenty(), Random(seed)
        draw, of_kind = FactSets(release), kinds(release)
        several = [as_json(draw.drawn(round(MISSING * 100)), of_kind) for _ in range(DRAWN)]
        columns = {name: [facts.get(name) for facts in several] for name in of_kind}
        types = {"word": pl.String, "flag": pl.Boolean, "whole": pl.Float64, "number": pl.Float64}
        schema = {name: types[kind] for name, kind in of_kind.items()}
        self._enterprises = pl.DataFrame(columns, schema=schema)
        self._tanks = pl.DataFrame(
            {
                "held_t": [
                    _or_nothing(random, round(random.expovariate(1 / 30), 3)) for _ in range(DRAWN)
                ],
                "content": [
                    _or_nothing(random, random.choice(("oil", "gas", "acid", "water")))
                    for _ in range(DRAWN)
                ],
                "leaking": [_or_nothing(random, random.random() < 0.2) for _ in range(DRAWN)],
            }
        )
        self._seed = seed

    def batch(self, many: int) -> dict[str, pl.DataFrame]:
        """So many enterprises and their tanks."""
        self._seed += 1
        subjects = self._enterprises.sample(many, with_replacement=True, seed=self._seed)
        subjects = subjects.with_columns(
            pl.lit(True).alias(f"{TANK}.given"), pl.lit(True).alias(f"{TANK}.whole")
        )
        owners = pl.DataFrame({"parent": pl.int_range(many, dtype=pl.UInt32, eager=True)})
        owners = owners.sample(fraction=WITH_TANKS, seed=self._seed, shuffle=False).sort("parent")
        counts = pl.Series("n", range(1, MOST_TANKS + 1)).sample(
            owners.height, with_replacement=True, seed=self._seed
        )
        parents = owners.select(pl.col("parent").repeat_by(counts)).explode("parent")
        tanks = self._tanks.sample(parents.height, with_replacement=True, seed=self._seed)
        names = pl.int_range(parents.height, eager=True).cast(pl.String).alias("id")
        return {SUBJECT: subjects, TANK: tanks.with_columns(parents["parent"], names)}

    def batches(self, many: int, size: int) -> Iterator[dict[str, pl.DataFrame]]:
        """So many enterprises, so many at a time."""
        for start in range(0, many, size):
            yield self.batch(min(size, many - start))


def _or_nothing(random: Random, value: object) -> object:
    return None if random.random() < MISSING else value
