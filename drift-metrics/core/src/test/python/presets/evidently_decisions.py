"""What Evidently's ValueDrift decides about each pair by default."""

import warnings

from evidently import Dataset, Report
from evidently.legacy.core import ColumnType
from evidently.metrics import ValueDrift

import frames
import pandas as pd
from pairs import PAIRS, Pair

NAMES = {
    "K-S p_value": "ks_p_value",
    "chi-square p_value": "chi_squared_p_value",
    "Z-test p_value": "z_p_value",
    "Wasserstein distance (normed)": "wasserstein",
    "Jensen-Shannon distance": "jensen_shannon",
}


def decide(pair):
    """By its report, of the columns that it takes for numbers or categories."""
    current = Dataset.from_pandas(pd.DataFrame({"x": frames.series(pair, pair.current)}))
    reference = Dataset.from_pandas(pd.DataFrame({"x": frames.series(pair, pair.reference)}))
    columns = list(current.data_definition.get_columns([ColumnType.Numerical, ColumnType.Categorical]))
    if columns != ["x"]:
        return frames.row(pair, None, None, None, None)
    snapshot = Report([ValueDrift(column="x")], include_tests=True).run(current, reference)
    metric = next(iter(snapshot.dict()["metrics"]))
    test = next(iter(snapshot.dict()["tests"]))
    config = metric["config"]
    return frames.row(
        pair,
        "evidently_" + NAMES[config["method"]],
        metric["value"],
        config["threshold"],
        str(test["status"]).split(".")[-1] == "FAIL",
    )


warnings.simplefilter("ignore")
print("pair,statistic,score,limit,drift")
for index in range(PAIRS):
    print(decide(Pair(index)), flush=True)
