"""Inspection lists made for one subject: only what applies to it, what was never seen first."""

from __future__ import annotations

from fenji.checklists.making import checklist_for

__all__ = ["checklist_for"]
