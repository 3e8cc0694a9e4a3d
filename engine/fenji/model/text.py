"""One sentence in the two languages that people read here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Chinese and in English. `str()` gives the Chinese one."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def in_(self, language: Language) -> str:
        """The sentence in that language; the other one where it was never written."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)
