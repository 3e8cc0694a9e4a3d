"""Choices among many words as whole numbers (see `tables.Coding`)."""

from __future__ import annotations

import polars as pl

from fenji.evaluation.columnar.tables import Coding


def codes_of(
    frame: pl.DataFrame, name: str, coding: Coding, late: pl.Series | None = None
) -> pl.Series:
    """The number of what each row may be."""
    unanswered = coding.code_of(coding.unanswered.members)
    found = pl.Series([unanswered], dtype=pl.Int64).new_from_index(0, frame.height)
    if name in frame.columns:
        value = frame[name]
        words = value.drop_nulls().unique().to_list()
        codes = [coding.code_of(frozenset({word})) for word in words]
        if words:
            own = value.replace_strict(words, codes, default=unanswered, return_dtype=pl.Int64)
            found = own.zip_with(value.is_not_null(), found)
    if f"{name}.one_of" in frame.columns:
        several = frame[f"{name}.one_of"]
        listed = [0 if one is None else coding.code_of(frozenset(one)) for one in several.to_list()]
        found = pl.Series(listed, dtype=pl.Int64).zip_with(several.is_not_null(), found)
    if late is not None and late.any():
        nothing = pl.Series([unanswered], dtype=pl.Int64).new_from_index(0, frame.height)
        found = nothing.zip_with(late, found)
    return found
