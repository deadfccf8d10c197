"""Columns as the packages read them."""

import pandas as pd


def series(pair, values):
    """As pandas reads such a column from Parquet."""
    if pair.kind == "text":
        return pd.Series(values, dtype="object", name="x")
    if pair.kind == "truth":
        return pd.Series(values, dtype="object" if None in values else "bool", name="x")
    if pair.kind == "whole" and None not in values:
        return pd.Series([int(value) for value in values], dtype="int64", name="x")
    return pd.Series([float("nan") if value is None else value for value in values], dtype="float64", name="x")


def row(pair, statistic, score, limit, drift):
    """One line of the recorded decisions; a package that decides nothing leaves all but the first field empty."""
    if drift is None or score != score:
        return f"{pair.index},,,,"
    return f"{pair.index},{statistic},{float(score)!r},{float(limit)!r},{str(bool(drift)).lower()}"
