"""`python cli.py …` from a checkout is `fenji …`, without installing anything of ours."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "engine"))

if __name__ == "__main__":
    from fenji.commands import main

    main()
