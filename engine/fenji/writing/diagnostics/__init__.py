"""Diagnostics for people at a terminal, for programs, for GitHub and for code scanners."""

from fenji.writing.diagnostics.for_github import as_github
from fenji.writing.diagnostics.for_people import as_text, count_line
from fenji.writing.diagnostics.for_programs import as_json
from fenji.writing.diagnostics.sarif import as_sarif

__all__ = ["as_github", "as_json", "as_sarif", "as_text", "count_line"]
