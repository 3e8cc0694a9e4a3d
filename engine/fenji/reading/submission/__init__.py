"""Facts in: from YAML or JSON to submissions that the dictionary has typed."""

from __future__ import annotations

from fenji.reading.submission.files import read_submissions, same_ids, subject_nodes
from fenji.reading.submission.subject import submission_from

__all__ = ["read_submissions", "same_ids", "subject_nodes", "submission_from"]
