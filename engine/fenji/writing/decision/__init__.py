"""Decisions as text for a terminal, as JSON and as Markdown."""

from fenji.writing.decision.as_json import as_json, json_schema
from fenji.writing.decision.as_text import as_markdown, as_text

__all__ = ["as_json", "as_markdown", "as_text", "json_schema"]
