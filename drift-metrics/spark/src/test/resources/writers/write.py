"""Writes the Parquet files of this folder: the same rows by writers other than Spark (pip install pyarrow duckdb)."""

import datetime
import decimal
import pathlib

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 3000
START = datetime.datetime(2012, 1, 1, tzinfo=datetime.timezone.utc)


def maybe(i: int, divisor: int, value: object) -> object:
    return None if i % divisor == 0 else value


rows = pa.table(
    {
        "i": pa.array([maybe(i, 50, i % 37) for i in range(ROWS)], pa.int32()),
        "l": pa.array([i * 1_000_003 for i in range(ROWS)], pa.int64()),
        "d": pa.array([maybe(i, 40, i / 7) for i in range(ROWS)], pa.float64()),
        "f": pa.array([(i % 9) / 4 for i in range(ROWS)], pa.float32()),
        "b": pa.array([i % 3 == 0 for i in range(ROWS)], pa.bool_()),
        "text": pa.array([maybe(i, 30, f"é😀{i % 200}") for i in range(ROWS)], pa.string()),
        "id": pa.array([f"cust-{i:06d}" for i in range(ROWS)], pa.string()),
        "money": pa.array([decimal.Decimal(i % 500) / 4 for i in range(ROWS)], pa.decimal128(12, 2)),
        "day": pa.array([(START + datetime.timedelta(days=i % 90)).date() for i in range(ROWS)], pa.date32()),
        "at": pa.array([maybe(i, 60, START + datetime.timedelta(seconds=i)) for i in range(ROWS)], pa.timestamp("us", "UTC")),
        "tags": pa.array([maybe(i, 20, ["a", f"t{i % 5}"]) for i in range(ROWS)], pa.list_(pa.string())),
        "home": pa.array(
            [maybe(i, 25, {"city": f"c{i % 11}", "floor": i % 4}) for i in range(ROWS)],
            pa.struct([("city", pa.string()), ("floor", pa.int32())]),
        ),
    }
)

folder = pathlib.Path(__file__).parent
pq.write_table(rows, folder / "pyarrow-v1.parquet", version="1.0", data_page_version="1.0", row_group_size=1000)
pq.write_table(rows, folder / "pyarrow-v2.parquet", version="2.6", data_page_version="2.0", compression="zstd")
pq.write_table(
    rows.select(["i", "l", "d", "f", "b", "text", "id", "money", "day", "at"]),
    folder / "pyarrow-delta.parquet",
    use_dictionary=False,
    column_encoding={"i": "DELTA_BINARY_PACKED", "l": "DELTA_BINARY_PACKED", "text": "DELTA_BYTE_ARRAY", "id": "DELTA_LENGTH_BYTE_ARRAY"},
)
duckdb.sql(f"COPY (FROM rows) TO '{folder / 'duckdb.parquet'}' (FORMAT parquet, ROW_GROUP_SIZE 2048)")
