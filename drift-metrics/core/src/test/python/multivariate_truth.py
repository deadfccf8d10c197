r"""Writes what scikit-learn and SciPy say about columns together: multivariate-truth.json and, for Spark, forests-truth.json among the test resources.

Run with scikit-learn 1.9.1, SciPy 1.17.1 and NumPy 2.4.6 on Python 3.11 or newer:

    python multivariate_truth.py ../resources/io/lakewarden/drift/multivariate/multivariate-truth.json \
        ../../../../spark/src/test/resources/io/lakewarden/spark/multivariate/forests-truth.json

DeLong's interval is computed here from its definition, pair by pair, which neither of them has; Bergsma's correction from SciPy's Cramér's V. The
forest is scikit-learn's, of the size of ours; the tables that it separates are in the file.
"""

import json
import math
import sys

import numpy as np
import scipy
import sklearn
from scipy import stats
from scipy.stats.contingency import association
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

FORESTS = 20
MADE_BY = f"scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}"


def write(path, content):
    with open(path, "w") as file:
        json.dump(content, file, separators=(",", ":"))


def listed(values):
    return np.asarray(values, dtype=float).tolist()


def area(random, references, currents, shift, ties):
    """Scores of both sides with their area and DeLong's interval of 95 %."""
    before = random.normal(size=references)
    now = random.normal(size=currents) + shift
    if ties:
        before, now = np.round(before), np.round(now)
    won = (now[:, None] > before[None, :]) + 0.5 * (now[:, None] == before[None, :])
    deviation = math.sqrt(
        np.var(won.mean(axis=1), ddof=1) / currents + np.var(won.mean(axis=0), ddof=1) / references
    )
    score = roc_auc_score(np.r_[np.zeros(references), np.ones(currents)], np.r_[before, now])
    quantile = stats.norm.ppf(0.975)
    return {
        "reference": listed(before),
        "current": listed(now),
        "area": float(score),
        "lower": max(0.0, float(score - quantile * deviation)),
        "upper": min(1.0, float(score + quantile * deviation)),
    }


def rebuilt(random, columns):
    """A table, rows of another one, and the lengths of what the reference's directions leave out of those."""
    mix = random.normal(size=(columns, columns))
    reference = random.normal(size=(120, columns)) @ mix * 100 + 7
    current = random.normal(size=(20, columns)) @ random.normal(size=(columns, columns)) * 100
    scaler = StandardScaler().fit(reference)
    directions = PCA(n_components=0.65, svd_solver="full").fit(scaler.transform(reference))
    standard = scaler.transform(current)
    left = standard - directions.inverse_transform(directions.transform(standard))
    return {
        "reference": listed(reference.T),
        "current": listed(current.T),
        "directions": int(directions.n_components_),
        "error": float(np.linalg.norm(left, axis=1).mean()),
    }


def correlated(random, ties):
    x = random.normal(size=60)
    y = random.uniform(-1, 1) * x + random.normal(size=60)
    if ties:
        x, y = np.round(x), np.exp(np.round(y))
    return {
        "x": listed(x),
        "y": listed(y),
        "spearman": float(stats.spearmanr(x, y).statistic),
        "pearson": float(stats.pearsonr(x, y).statistic),
    }


def associated(random, rows, first, second):
    """Categories of two columns, and Cramér's V with Bergsma's correction."""
    x = random.integers(0, first, rows)
    y = np.where(random.random(rows) < 0.4, x % second, random.integers(0, second, rows))
    table = stats.contingency.crosstab(x, y).count
    r, c = table.shape
    squares = association(table, method="cramer") ** 2 * (min(r, c) - 1)
    corrected = max(0.0, squares - (r - 1) * (c - 1) / (rows - 1))
    least = min(r - (r - 1) ** 2 / (rows - 1), c - (c - 1) ** 2 / (rows - 1)) - 1
    return {
        "x": [int(value) for value in x],
        "y": [int(value) for value in y],
        "association": math.sqrt(corrected / least),
    }


def separated(random):
    """Two tables, and the areas that forests of scikit-learn reach on rows that they have not seen."""
    reference = random.normal(size=(500, 3))
    current = random.normal(size=(500, 3))
    reference[:, 1] += 0.9 * reference[:, 0]
    current[:, 1] -= 0.9 * current[:, 0]
    current[:, 2] *= 1.3
    rows = np.r_[reference, current]
    sides = np.r_[np.zeros(500), np.ones(500)]
    areas = []
    for seed in range(FORESTS):
        held_out = []
        for known, asked in StratifiedKFold(5, shuffle=True, random_state=seed).split(rows, sides):
            forest = RandomForestClassifier(30, max_depth=6, min_samples_leaf=10, max_features=1 / 3, random_state=seed)
            forest.fit(rows[known], sides[known])
            held_out.append(roc_auc_score(sides[asked], forest.predict_proba(rows[asked])[:, 1]))
        areas.append(float(np.mean(held_out)))
    return {"reference": listed(reference.T), "current": listed(current.T), "areas": areas}


random = np.random.default_rng(20261126)
truth = {
    "made_by": MADE_BY,
    "areas": [area(random, 40 + 7 * i, 30 + 11 * i, 0.3 * i, i % 2 == 1) for i in range(8)],
    "rebuilt": [rebuilt(random, columns) for columns in (3, 4, 6, 9)],
    "correlated": [correlated(random, i % 2 == 1) for i in range(20)],
    "associated": [associated(random, 60 + 40 * i, 2 + i % 4, 2 + i % 3) for i in range(12)],
}
write(sys.argv[1], truth)
write(sys.argv[2], {"made_by": MADE_BY} | separated(random))
