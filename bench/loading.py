"""How long the release takes to load, from its YAML and from its cache.

Baseline: the standard library's JSON reading the same content, as JSON, in one piece.
"""

from __future__ import annotations

import csv
import json

import yaml

from fenji.reading.release import load_release
from figures import ROOT, Figure, show, timed

RULES = ROOT / "rules"


def main() -> None:
    files = [p for p in sorted(RULES.rglob("*.yaml")) if not p.name.endswith("_test.yaml")]
    sources = [path.read_bytes() for path in files]
    tables = [
        list(csv.reader(path.open(encoding="utf-8"))) for path in sorted(RULES.rglob("*.csv"))
    ]
    read = [yaml.load(source, yaml.CSafeLoader) for source in sources]
    same = json.dumps([read, tables], default=str)
    plain = timed(lambda: json.loads(same), 21)

    def compose() -> None:
        for source in sources:
            yaml.compose(source, yaml.CSafeLoader)

    load_release()
    size = sum(map(len, sources)) // 1000
    show(
        f"loading {len(sources)} files, {size} kB of YAML",
        f"json.loads of the same content, {len(same) // 1000} kB",
        [
            Figure("PyYAML composes the same files", timed(compose, 5), None, plain),
            Figure("from YAML", timed(lambda: load_release(cache=False), 5), 1.0, plain),
            Figure("from the cache", timed(load_release, 11), 0.08, plain),
        ],
    )


if __name__ == "__main__":
    main()
