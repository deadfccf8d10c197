"""Evidently's summary of a frame."""

from collections.abc import Callable
from importlib.metadata import version

from evidently import Report
from evidently.presets import DataSummaryPreset

import frame


def load(_peer: str, folder: str) -> tuple[str, Callable[[], object]]:
    """The version, and what runs in each round over the frame in memory."""
    data = frame.read(folder)
    return f"Evidently {version('evidently')}", lambda: Report([DataSummaryPreset()]).run(data, None).dict()
