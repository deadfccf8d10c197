"""DuckDB's SUMMARIZE over the files, on two threads."""

from collections.abc import Callable

import duckdb


def load(_peer: str, folder: str) -> tuple[str, Callable[[], object]]:
    """The version, and what runs in each round; the files are read anew in each."""
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    connection.execute("SET memory_limit = '6GB'")
    connection.execute("SET enable_progress_bar = false")
    # What is measured is reading and summarizing, not a cache of what was read before.
    connection.execute("SET enable_external_file_cache = false")
    files = f"{folder}/*.parquet"
    return f"DuckDB {duckdb.__version__}", lambda: connection.execute(
        "SUMMARIZE SELECT * FROM read_parquet($1)", [files]
    ).fetchall()
