"""The profile of whylogs of a frame, looked at as a whole, since some of it is computed no earlier."""

from collections.abc import Callable
from importlib.metadata import version

import whylogs

import frame


def load(_peer: str, folder: str) -> tuple[str, Callable[[], object]]:
    """The version, and what runs in each round over the frame in memory."""
    data = frame.read(folder)
    return f"whylogs {version('whylogs')}", lambda: whylogs.log(data).view().to_pandas()
