"""Scenarios: the cases of one `*_test.yaml`, their facts typed and what they expect."""

from __future__ import annotations

from fenji.reading.scenarios.cases import read_scenarios

__all__ = ["read_scenarios"]
