"""Writes the trees and scores of scikit-learn's IsolationForest: isolation-forest.json among the test resources.

Run with scikit-learn 1.9.1 on Python 3.11 or newer:

    python isolation_forest_truth.py ../resources/io/lakewarden/outlier/isolation-forest.json

Rows are of single precision, as scikit-learn compares them. The scores of 300 trees are of trees that are not in the file.
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest

ROWS = 400


def numbers(values):
    return [float(value) for value in values]


def whole(values):
    return [int(value) for value in values]


random = np.random.default_rng(20261126)
z = random.normal(size=(ROWS, 3)).astype(np.float32)
columns = [z[:, 0], 0.9 * z[:, 0] + 0.3 * z[:, 1], np.exp(z[:, 2]), random.integers(0, 4, ROWS)]
rows = np.column_stack(columns).astype(np.float32)
rows[:8] += np.array([6, -4, 9, 0], dtype=np.float32)
forest = IsolationForest(n_estimators=10, max_samples=64, random_state=7).fit(rows)
large = IsolationForest(n_estimators=300, max_samples=256, random_state=11).fit(rows)
trees = [estimator.tree_ for estimator in forest.estimators_]
truth = {
    "made_by": "scikit-learn " + sklearn.__version__,
    "sample": 64,
    "trees": [
        {
            "features": whole(tree.feature),
            "cuts": numbers(tree.threshold),
            "left": whole(tree.children_left),
            "right": whole(tree.children_right),
            "rows": whole(tree.n_node_samples),
        }
        for tree in trees
    ],
    "rows": [numbers(row) for row in rows],
    "scores": numbers(-forest.score_samples(rows)),
    "scores_of_300_trees": numbers(-large.score_samples(rows)),
}
with open(sys.argv[1], "w") as file:
    json.dump(truth, file, separators=(",", ":"))
