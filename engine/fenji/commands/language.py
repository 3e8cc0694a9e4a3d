"""Which language a reader reads: by `--lang`, else by the locale, else Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fenji.model.text import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
VARIABLES = ("FENJI_LANG", "LC_ALL", "LANG")


def language_of(arguments: Iterable[str], environment: Mapping[str, str]) -> Language:
    """The last `--lang` that names a language, else the first variable that is set and does."""
    found: Language | None = None
    before = ""
    for argument in arguments:
        value = argument if before == "--lang" else argument.partition("--lang=")[2]
        found = _named(value) or found
        before = argument
    if found is not None:
        return found
    for name in VARIABLES:
        found = _named(environment.get(name, ""))
        if found is not None:
            return found
    return "zh"


def _named(value: str) -> Language | None:
    """`en`, `en_GB.UTF-8`, `zh-CN`; any other locale names neither."""
    start = value.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return next((language for language in LANGUAGES if language == start), None)
