"""How long a command takes from a shell, interpreter included, and how much memory at most.

Baseline: `python -c pass` in the same minute.
"""

from __future__ import annotations

import sys
from pathlib import Path

from figures import Figure, process, show

PYTHON = sys.executable
FENJI = str(Path(PYTHON).with_name("fenji"))
AS_OF = ["--as-of", "2026-03-01"]
COMMANDS = [
    ("python -c 'import fenji'", [PYTHON, "-c", "import fenji"], None),
    ("fenji --help", [FENJI, "--help"], 0.15),
    (
        "fenji classify (one file)",
        [FENJI, "classify", "examples/chlor_alkali.yaml", *AS_OF],
        0.5,
    ),
    ("fenji classify (all examples)", [FENJI, "classify", "examples", *AS_OF], None),
    ("fenji check", [FENJI, "check"], None),
]


def main() -> None:
    plain = process([PYTHON, "-c", "pass"], 11)
    figures = [Figure(what, process(command, 7), goal, plain) for what, command, goal in COMMANDS]
    nothing = Figure("python -c pass", plain, None, plain)
    show("from a cold shell; memory at most 200 MB", "python -c pass", [nothing, *figures])


if __name__ == "__main__":
    main()
