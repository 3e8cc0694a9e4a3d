"""Where a character of a text stands, as editors count lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from fenji.model.place import Place

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one text, for finding places by index."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        breaks = list(_BREAK.finditer(text))
        self._starts = [0, *(b.end() for b in breaks)]
        self._ends = [*(b.start() for b in breaks), len(text)]

    def place(self, start: int, end: int) -> Place:
        """The place from one index to another, cut off at the end of its first line."""
        line = bisect_right(self._starts, start) - 1
        begin = self._starts[line]
        last = min(end, self._ends[line])
        return Place(self.path, line + 1, start - begin + 1, max(1, last - start))
