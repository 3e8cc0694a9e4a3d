"""From a folder of rules to a release; or every problem of every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from fenji.model.diagnostic import Diagnostic, Level, Refused
from fenji.model.release import Release
from fenji.reading.cache import cache_key, from_cache, to_cache
from fenji.reading.sources import Role, Sources, read_sources
from fenji.uncollected import uncollected

if TYPE_CHECKING:
    from fenji.reading.grammar.documents import Documents
    from fenji.reading.grammar.problems import Problems


def load_release(
    folder: Path | None = None, *, overlays: Sequence[Path] = (), cache: bool = True
) -> Release:
    """The release in that folder: by default the checkout's `rules/`, else the wheel's.

    The `overlays` are folders of other places laid over it, each over those before: entries of the
    same id are theirs, new ones are added, those under `remove` are gone.
    Raises Refused with all problems of all files. With `cache` a release that was read before is
    taken from the user's cache, as long as neither a file nor the engine has changed since.
    """
    sources = read_sources(folder, overlays)
    if not cache or sources.problems:
        return release_of(sources)
    key = cache_key(sources.files)
    found = from_cache(key)
    if found is None:
        found = release_of(sources)
        to_cache(key, found)
    return found


def release_of(sources: Sources) -> Release:
    """The release that these files make. Raises Refused with all problems of all files."""
    from fenji.reading.digest import digest_of
    from fenji.reading.grammar.assembly import assemble
    from fenji.reading.grammar.problems import Problems

    problems = Problems()
    problems.extend(sources.problems)
    with uncollected():
        documents, files_read = _documents(problems, sources)
        release = assemble(problems, documents, digest_of(documents))
    worth_saying = files_read.worth_saying(problems.found)
    if any(found.level is Level.ERROR for found in worth_saying):
        raise Refused(worth_saying)
    return release


@dataclass(frozen=True, slots=True)
class _FilesRead:
    """How far the files could be parsed, since one problem makes others look like problems.

    `of_shape` is what the schemas say of files that are otherwise readable. Of `unread` ones nobody
    knows what they declare, so that nothing can be called unknown. Where a fact of the `dictionary`
    has no kind or unit that there is, nobody knows what can be compared with it.
    """

    of_shape: tuple[Diagnostic, ...]
    unread: frozenset[str]
    dictionary: frozenset[str]

    def worth_saying(self, of_grammar: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Each problem once: of two at one place the grammar's, which knows what the names mean;
        but what is missing or out of shape is left to the schema where it has said so."""
        of_grammar = tuple(of_grammar)
        doubtful = any(
            found.id in ("wrong-value", "unknown-unit") and found.place.path in self.dictionary
            for found in of_grammar
        )
        wrong = (found for found in self.of_shape if found.level is Level.ERROR)
        misshapen = {found.place.path for found in wrong}
        said = [
            found
            for found in of_grammar
            if not (found.id == "wrong-shape" and found.place.path in misshapen)
            and not (self.unread and found.id in _OF_NAMES)
            and not (doubtful and found.id in _OF_TYPES)
        ]
        places = {found.place for found in said}
        return [*said, *(found for found in self.of_shape if found.place not in places)]


_NAMED = (
    "department",
    "entity",
    "fact",
    "id",
    "instrument",
    "matter",
    "parameter",
    "rule",
    "sector",
    "table",
    "territory",
    "unit",
)
_OF_NAMES = frozenset({*(f"unknown-{what}" for what in _NAMED), "no-options"})
_OF_TYPES = frozenset({"wrong-type", "wrong-unit", "wrong-word"})


def _documents(problems: Problems, sources: Sources) -> tuple[Documents, _FilesRead]:
    from fenji.reading.document import read_document
    from fenji.reading.grammar.csv_text import csv_rows
    from fenji.reading.grammar.documents import Document, Documents, Figures
    from fenji.reading.grammar.overlay import laid_over
    from fenji.reading.schema import check_shape

    found: list[Document] = []
    figures = {}
    of_shape: list[Diagnostic] = []
    unread = {found.place.path for found in sources.problems}
    for file in sources.files:
        if file.role is Role.FIGURES:
            rows = csv_rows(problems, file.data, file.path)
            figures[PurePosixPath(file.path).stem] = Figures(file.path, rows)
            continue
        try:
            node = read_document(file.data, file.path)
        except Refused as refused:
            problems.extend(refused.diagnostics)
            unread.add(file.path)
            continue
        of_shape += check_shape(node, file.role.value)
        found.append(Document(file.path, file.role, node, file.layer))
    dictionary = frozenset(file.path for file in sources.files if file.role is Role.FACTS)
    files_read = _FilesRead(tuple(of_shape), frozenset(unread), dictionary)
    return laid_over(problems, Documents(tuple(found), figures)), files_read
