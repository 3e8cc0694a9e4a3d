"""The words a value is compared with, as bits: what it could be is a mask, a comparison two `&`."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.model.value import Member

REMEMBERED = 4096
"""So many sets of members are remembered for a domain; the rest are worked out each time."""
ANYTHING = -1
"""The mask of what could be anything at all."""


class Domain(dict["frozenset[Member] | None", int]):
    """The mask of each set of members met so far.

    Each word that a rule compares with has a bit of its own; all others share the lowest, so that
    any number of other words (texts that people write) need no more.
    """

    def __init__(self) -> None:
        super().__init__({None: ANYTHING})
        self._bits: dict[Member, int] = {}

    def bit(self, word: Member) -> int:
        """The bit of a word that a rule compares with. All are asked for before any mask is."""
        return self._bits.setdefault(word, 2 << len(self._bits))

    def of(self, words: Iterable[Member]) -> int:
        """The mask of several words."""
        mask = 0
        for word in words:
            mask |= self._bits.get(word, 1)
        return mask

    def __missing__(self, members: frozenset[Member]) -> int:
        mask = self.of(members)
        if len(self) < REMEMBERED:
            self[members] = mask
        return mask
