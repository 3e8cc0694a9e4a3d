"""Output kept under `tests/golden/`: compared letter for letter, or written anew when asked for."""

from __future__ import annotations

import os
import re
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
REWRITE = "FENJI_REWRITE_GOLDEN"

_DIGEST = re.compile(r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12}\b")


def assert_as_kept(name: str, text: str) -> None:
    """Fails where the text is not what the file of that name holds."""
    path = GOLDEN / name
    shown = _DIGEST.sub("·" * 12, text)
    if os.environ.get(REWRITE):
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8"), f"set {REWRITE}=1 to write {name} anew"
