"""Clauses of law as they are cited."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.model.law import Basis, Confirmation, Review, Standing
from fenji.writing.display_width import display_width
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.vocabulary import CONFIRMATION, STANDING


def basis_text(basis: Basis, words: Lexicon) -> str:
    """`《危险化学品重大危险源辨识》GB 18218-2018 4.2.1`."""
    instrument = words.release.instruments.get(basis.instrument)
    if instrument is None:
        return f"{basis.instrument} {basis.clause}"
    title = words.say(instrument.title)
    if words.language == "zh":
        quoted = title if title.startswith("《") else f"《{title}》"
        return f"{quoted}{instrument.number} {basis.clause}".strip()
    number = f" ({instrument.number})" if instrument.number else ""
    return f"{title}{number}, {basis.clause}"


def bases_short(several: Iterable[Basis], words: Lexicon) -> str:
    """Number and clause alone, for tables; the title where that is shorter, or there is no number."""
    found = []
    for basis in several:
        instrument = words.release.instruments.get(basis.instrument)
        name = basis.instrument
        if instrument is not None:
            names = (instrument.number, words.say(instrument.title))
            name = min((n for n in names if n), key=display_width, default=basis.instrument)
        found.append(f"{name} {basis.clause}".strip())
    return words.pick("；", "; ").join(dict.fromkeys(found))


def bases_text(several: Iterable[Basis], words: Lexicon) -> str:
    """Each clause once, in the order given."""
    return words.pick("；", "; ").join(dict.fromkeys(basis_text(b, words) for b in several))


def standing_and_review(standing: Standing, review: Review, words: Lexicon) -> str:
    """What a reader should know of where a rule comes from; empty for confirmed law."""
    parts = []
    if standing is not Standing.LAW:
        parts.append(words.say(STANDING[standing]))
    if review.status is not Confirmation.CONFIRMED:
        parts.append(words.say(CONFIRMATION[review.status]))
    return words.pick("，", ", ").join(parts)
