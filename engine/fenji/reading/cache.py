"""Releases that were read before, kept as data in the user's cache folder.

Named by the bytes of the files and by the code that read them, so that nothing in it can go stale. A
cache that is damaged, or cannot be written, costs time and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from fenji.model.release import Release
from fenji.reading.sources import SourceFile

_FORM = b"fenji cache, form 1"
_KEPT = 8
"""So many releases are kept, the ones written last."""

_DIGEST = 32
"""Bytes of the checksum that stands before the data."""


def cache_folder() -> Path:
    """`FENJI_CACHE`, else the place that the platform has for such things."""
    chosen = os.environ.get("FENJI_CACHE")
    if chosen:
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        return (
            Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "fenji" / "cache"
        )
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "fenji"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "fenji"


def cache_key(files: Iterable[SourceFile]) -> str:
    """What names the release that this engine reads from these files."""
    whole = sha256(_FORM)
    for part in _code():
        whole.update(part.encode())
    for file in files:
        whole.update(f"\n{file.path}\n{file.role.value}\n{file.layer}\n{len(file.data)}\n".encode())
        whole.update(file.data)
    return whole.hexdigest()


def _code() -> Iterable[str]:
    """The files of model and reading with size and time: another engine reads otherwise."""
    package = Path(__file__).resolve().parent.parent
    yield f"{sys.version_info[:2]}"
    for part in ("model", "reading"):
        for file in sorted((package / part).rglob("*")):
            if file.suffix in (".py", ".json"):
                status = file.stat()
                yield f"{file.relative_to(package)} {status.st_size} {status.st_mtime_ns}"


def from_cache(key: str) -> Release | None:
    """The release of that name; `None` where it is not there or not whole."""
    from fenji.reading.codec import Undecodable, decode

    try:
        data = (cache_folder() / f"{key}.release").read_bytes()
        if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        found = decode(data[_DIGEST:])
    except (OSError, RuntimeError, Undecodable):
        return None
    return found if isinstance(found, Release) else None


def to_cache(key: str, release: Release) -> None:
    """Keep the release under that name, if the folder lets us."""
    from tempfile import NamedTemporaryFile

    from fenji.reading.codec import encode

    data = encode(release)
    written: Path | None = None
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
            written = Path(file.name)
            file.write(sha256(data).digest() + data)
        written.replace(folder / f"{key}.release")
        _forget_the_oldest(folder)
    except (OSError, RuntimeError):
        if written is not None:
            _remove(written)


def _forget_the_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.release"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[_KEPT:]:
        _remove(file)


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return
