"""TensorFlow Data Validation's statistics of a frame, in two processes."""

import os
from collections.abc import Callable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import tensorflow_data_validation as tfdv

import frame


def load(_peer: str, folder: str) -> tuple[str, Callable[[], object]]:
    """The version, and what runs in each round over the frame in memory."""
    data = frame.read(folder)
    for column in data.select_dtypes("datetime"):
        # It has no statistics of times; as numbers they get those of numbers.
        data[column] = data[column].astype("int64")
    return f"TFDV {tfdv.__version__}", lambda: tfdv.generate_statistics_from_dataframe(data, n_jobs=2)
