"""The table as the frame that profilers in memory want; loading it is not part of their time."""

from pathlib import Path

import pandas as pd
from pyarrow import parquet


def read(folder: str) -> pd.DataFrame:
    """All files in order; decimals as floats, since most profilers know no others."""
    table = parquet.read_table([str(file) for file in sorted(Path(folder).glob("*.parquet"))])
    frame = table.to_pandas(date_as_object=False)
    for field in table.schema:
        if str(field.type).startswith("decimal"):
            frame[field.name] = frame[field.name].astype("float64")
    return frame
