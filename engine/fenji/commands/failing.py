"""What is said when a command cannot do its work: bad usage, refused input, a system that says no."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenji.commands.terminal import columns
from fenji.model.text import Language, Text

if TYPE_CHECKING:
    from fenji.model.diagnostic import Diagnostic

BAD_INPUT = 2
MOST_SHOWN = 5 * 1024 * 1024


class BadUsage(click.ClickException):
    """The command was asked for something that cannot be; says what, in both languages."""

    def __init__(self, text: Text, step: Text | None = None) -> None:
        super().__init__(text.en)
        self.text = text
        self.step = step


def usage(error: click.ClickException, language: Language) -> int:
    """Says what is wrong with the arguments; the exit code."""
    zh = language == "zh"
    from fenji.commands.usage_words import worded

    text = (error.text if isinstance(error, BadUsage) else worded(error)).in_(language)
    click.echo(f"{'错误：' if zh else 'error: '}{text}", err=True)
    step = error.step.in_(language) if isinstance(error, BadUsage) and error.step else ""
    if not step and isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx is not None else "fenji"
        step = f"用法见 {path} --help" if zh else f"{path} --help shows the usage"
    if step:
        click.echo(f"  {'下一步：' if zh else 'help: '}{step}", err=True)
    return BAD_INPUT


def system(error: OSError, language: Language) -> int:
    """Says what the system refused to do; the exit code."""
    from fenji.reading.system_words import why

    where = f"{error.filename}: " if error.filename else ""
    reason = why(error).in_(language)
    click.echo(f"{'错误：' if language == 'zh' else 'error: '}{where}{reason}", err=True)
    return BAD_INPUT


def refused(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], language: Language
) -> None:
    """Says on the error stream, with carets, what is wrong with the input."""
    from fenji.writing.diagnostics import as_text

    sys.stdout.flush()
    width = columns(sys.stderr)
    click.echo(as_text(diagnostics, sources, language, width=width), err=True, nl=False)


def release_texts(release: Path | None, overlays: Sequence[Path] = ()) -> dict[str, str]:
    """The texts of the files of a release, by the paths under which diagnostics name them."""
    from fenji.reading.sources import source_texts

    return source_texts(release, overlays)


def file_texts(diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """The texts of the files that the diagnostics name as they were given."""
    paths = {d.place.path for d in diagnostics if d.place.path}
    return texts_of({path: Path(path) for path in paths})


def texts_of(files: Mapping[str, Path]) -> dict[str, str]:
    """The texts of the files that can be read, by the paths under which they are shown."""
    texts = {shown: _text(path) for shown, path in files.items()}
    return {shown: text for shown, text in texts.items() if text is not None}


def _text(path: Path) -> str | None:
    """The text of a file to show a line of: not of one that is huge or holds no text."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_SHOWN:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):
        return None
    return None if b"\0" in data else data.decode("utf-8", errors="replace")
