"""`python cli.py …` from a checkout is `fenji …`, without installing anything of ours."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "engine"))

NOT_SET_UP = 2


def _run() -> None:
    from fenji.commands import main

    try:
        main()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("fenji"):
            raise
        print(f"错误：缺少 {error.name}，请先运行 script/setup", file=sys.stderr)
        print(f"error: there is no {error.name}: run script/setup first", file=sys.stderr)
        sys.exit(NOT_SET_UP)


if __name__ == "__main__":
    _run()
