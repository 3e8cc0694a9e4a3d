"""Subjects answered one after another; what cannot be answered is said at the end, and stops no other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from fenji.commands import failing
from fenji.model.diagnostic import Refused
from fenji.model.text import Language

if TYPE_CHECKING:
    from fenji.commands.submitted import Submitted
    from fenji.model.diagnostic import Diagnostic
    from fenji.model.submission import Submission

T = TypeVar("T")

MANY = 20
"""From so many subjects on, progress is shown where it is not in the way."""


def each(
    given: Submitted, answer: Callable[[Submission], T], problems: list[Diagnostic]
) -> Iterator[T]:
    """The answer for each subject; what refuses one is added to the problems."""
    for subject in _with_progress(given.subjects):
        try:
            found = answer(subject)
        except Refused as refused:
            problems += refused.diagnostics
            continue
        yield found


def ended(given: Submitted, problems: Sequence[Diagnostic], language: Language) -> int:
    """Says what could not be read or answered; the exit code: 0, or 2 where there is any."""
    if not problems:
        return 0
    failing.refused(problems, given.typed | failing.file_texts(problems), language)
    return failing.BAD_INPUT


def _with_progress(subjects: tuple[Submission, ...]) -> Iterable[Submission]:
    """The subjects, with a bar on the error stream where they are many and it is a terminal."""
    if len(subjects) < MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        return subjects
    return _barred(subjects)


def _barred(subjects: tuple[Submission, ...]) -> Iterator[Submission]:
    with click.progressbar(subjects, file=sys.stderr, show_pos=True) as bar:
        yield from bar
