"""What TensorFlow Data Validation's drift comparators say about each pair at the presets' thresholds."""

import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import pyarrow as pa
import tensorflow_data_validation as tfdv
from pairs import PAIRS, Pair
from tensorflow_data_validation.statistics import stats_impl
from tensorflow_metadata.proto.v0.anomalies_pb2 import AnomalyInfo

L_INFINITY = 0.01
DIVERGENCE = 0.1
DRIFT = (AnomalyInfo.COMPARATOR_L_INFTY_HIGH, AnomalyInfo.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH)
TYPES = {"text": pa.string(), "whole": pa.int64(), "fraction": pa.float64(), "truth": pa.int64()}


def statistics(pair, values):
    """In one process; a truth value is a whole number to it."""
    convert = {"text": str, "whole": int, "fraction": float, "truth": int}[pair.kind]
    cells = [None if value is None else [convert(value)] for value in values]
    batch = pa.RecordBatch.from_arrays([pa.array(cells, type=pa.list_(TYPES[pair.kind]))], ["x"])
    return stats_impl.generate_statistics_in_memory(batch, tfdv.StatsOptions())


def decide(pair):
    reference = statistics(pair, pair.reference)
    current = statistics(pair, pair.current)
    schema = tfdv.infer_schema(reference)
    comparator = tfdv.get_feature(schema, "x").drift_comparator
    if pair.kind == "text":
        comparator.infinity_norm.threshold = L_INFINITY
    else:
        comparator.jensen_shannon_divergence.threshold = DIVERGENCE
    anomalies = tfdv.validate_statistics(current, schema, previous_statistics=reference)
    (measurement,) = anomalies.drift_skew_info[0].drift_measurements
    drifted = "x" in anomalies.anomaly_info and any(
        reason.type in DRIFT for reason in anomalies.anomaly_info["x"].reason
    )
    name = "tfdv_l_infinity" if pair.kind == "text" else "tfdv_jensen_shannon_divergence"
    print(f"{pair.index},{name},{measurement.value!r},{measurement.threshold!r},{str(drifted).lower()}", flush=True)


print("pair,statistic,score,limit,drift")
for index in range(PAIRS):
    decide(Pair(index))
