"""Serves one Python peer to the harness: `worker.py PEER FOLDER`, commands on stdin, a line of JSON for each answer."""

import importlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

CORES = 2
MODULES = {
    "duckdb": "duckdb_summarize",
    "tfdv": "tfdv_statistics",
    "whylogs": "whylogs_profile",
    "evidently": "evidently_summary",
    "ydata-minimal": "ydata_report",
    "ydata": "ydata_report",
}


def main() -> None:
    """Loads the table, says so, and runs as often as it is told."""
    peer, folder = sys.argv[1:]
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    # Whoever prints from now on does not write into the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def answer(content: dict[str, Any]) -> None:
        answers.write(json.dumps(content) + "\n")
        answers.flush()

    try:
        version, run = importlib.import_module(MODULES[peer]).load(peer, folder)
    except Exception as error:
        traceback.print_exc()
        answer({"error": clause(error)})
        return
    answer({"version": version})
    for _ in sys.stdin:
        answer(timed(run))


def timed(run: Callable[[], object]) -> dict[str, Any]:
    """One round."""
    start = time.perf_counter()
    try:
        run()
    except Exception as error:
        traceback.print_exc()
        return {"error": clause(error)}
    return {"seconds": time.perf_counter() - start}


def clause(error: Exception) -> str:
    """The first line of what went wrong."""
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]


if __name__ == "__main__":
    main()
