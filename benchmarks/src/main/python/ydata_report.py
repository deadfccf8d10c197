"""The description that ydata-profiling makes of a frame before it renders anything."""

from collections.abc import Callable
from importlib.metadata import version

from ydata_profiling import ProfileReport

import frame


def load(peer: str, folder: str) -> tuple[str, Callable[[], object]]:
    """The version, and what runs in each round over the frame in memory."""
    data = frame.read(folder)
    minimal = peer == "ydata-minimal"
    return (
        f"ydata-profiling {version('ydata-profiling')}",
        lambda: ProfileReport(data, minimal=minimal, progress_bar=False, pool_size=2).get_description(),
    )
