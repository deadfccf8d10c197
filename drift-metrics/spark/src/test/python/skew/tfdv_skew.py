"""What TensorFlow Data Validation's detector of feature skew counts on seeded pairs of tables joined by key.

    python tfdv_skew.py ROWS COUNTS

writes the tables to ROWS, one JSON object for each row, and what the detector counts to COUNTS.
"""

import json
import os
import random
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import apache_beam as beam
import numpy as np
import tensorflow as tf
from tensorflow_data_validation.skew import feature_skew_detector as detector

PAIRS = 5
KEYS = 40
FEATURES = ("whole", "fraction", "text", "tags", "zero", "typed")
STATS = (
    "base_with_id_count",
    "test_with_id_count",
    "base_missing_id_count",
    "test_missing_id_count",
    "duplicate_id_count",
)


def single(number):
    """The detector's numbers have single precision."""
    return float(np.float32(number))


def row(draw, key):
    return {
        "id": key,
        "whole": draw.choice([None, draw.randrange(-5, 5), draw.randrange(2**40)]),
        "fraction": draw.choice([None, single(draw.gauss(0, 1)), "NaN", single(draw.gauss(0, 1e30))]),
        "text": draw.choice([None, "", "a", "Ärger 😀", "=1+1", "<b>"]),
        "tags": draw.choice([None, ["a"], ["a", "b"], ["b", "a"]]),
        "zero": 0.0,
        "typed": float(draw.randrange(9)),
    }


def changed(draw, old):
    """The same row as the other side has it: mostly equal, some values gone, new, or a little different."""
    new = dict(old)
    for name, value in row(draw, old["id"]).items():
        if name not in ("id", "zero", "typed") and draw.random() < 0.15:
            new[name] = value
    if isinstance(old["fraction"], float) and draw.random() < 0.2:
        new["fraction"] = float(np.nextafter(np.float32(old["fraction"]), np.float32(np.inf)))
    if draw.random() < 0.3:
        new["zero"] = -0.0
    return new


def tables(pair):
    """Keys that both sides have, that one has, that stand twice on a side, and none."""
    draw = random.Random(f"skew {pair}")
    base, test = [], []
    for number in range(KEYS):
        before = row(draw, f"key {number}")
        after = changed(draw, before)
        where = draw.random()
        if where < 0.9:
            base.append(before)
        if where < 0.8 or where >= 0.9:
            test.append(after)
        if pair % 2 and draw.random() < 0.1:
            draw.choice([base, test]).append(changed(draw, after))
    for side in (base, test):
        side.extend(row(draw, None) for _ in range(draw.randrange(3)))
        draw.shuffle(side)
    return base, test


def example(values, side):
    features = tf.train.Example()
    for name, value in values.items():
        if value is None:
            continue
        feature = features.features.feature[name]
        if name == "typed" and side == "base":
            feature.int64_list.value.append(int(value))
        elif name in ("fraction", "zero", "typed"):
            feature.float_list.value.append(float(value))
        elif name == "whole":
            feature.int64_list.value.append(value)
        else:
            feature.bytes_list.value.extend(text.encode() for text in (value if name == "tags" else [value]))
    return features


def detect(pair, base, test, write):
    def skew(result):
        write(pair, result.feature_name, "mismatch", result.mismatch_count)
        write(pair, result.feature_name, "base_only", result.base_only)
        write(pair, result.feature_name, "test_only", result.test_only)
        write(pair, result.feature_name, "match", result.match_count)

    def stats(result):
        for name in STATS:
            write(pair, "", name, getattr(result, name))

    with beam.Pipeline("DirectRunner") as pipeline:
        sides = [
            pipeline | name >> beam.Create([example(values, name) for values in rows])
            for name, rows in (("base", base), ("test", test))
        ]
        found = tuple(sides) | detector.DetectFeatureSkewImpl(["id"])
        found[detector.SKEW_RESULTS_KEY] | "skew" >> beam.Map(skew)
        found[detector.MATCH_STATS_KEY] | "stats" >> beam.Map(stats)


COUNTED = []


def count(*line):
    COUNTED.append(line)


def main(rows, counts):
    with open(rows, "w", encoding="utf-8") as lines:
        for pair in range(PAIRS):
            base, test = tables(pair)
            for side, table in (("base", base), ("test", test)):
                for values in table:
                    print(json.dumps({"pair": pair, "side": side} | values, ensure_ascii=False), file=lines)
            detect(pair, base, test, count)
    with open(counts, "w", encoding="utf-8") as lines:
        print("pair,feature,count,number", file=lines)
        for line in sorted(COUNTED):
            print(*line, sep=",", file=lines)


main(*sys.argv[1:])
