"""Writes what SciPy says about seeded pairs of samples and tables of counts, statistics-truth.csv.gz and
tables-truth.csv.gz among the test resources.

Run with SciPy 1.17.1 and NumPy 2.4.6 on Python 3.11 or newer:

    python statistics_truth.py ../resources

The pairs are not in the file: SeededPairs.java draws the same ones, from the same integers, by the same arithmetic.
Tables of counts are short, and stand beside their numbers. Empty fields are numbers that the statistic does not have,
or that SciPy computes by another method than ours.
"""

import csv
import gzip
import io
import math
import sys
import warnings
from pathlib import Path

import numpy as np
from scipy import stats

PAIRS = 2000
LARGE = 60
TABLES = 1900
SPARSE = 800
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15

COLUMNS = [
    "ks", "ks_p", "wasserstein", "energy", "cvm", "cvm_p", "cvm_distance", "ad", "ad_standardized", "ad_p", "es", "es_p",
    "mwu", "mwu_p", "student", "student_p", "welch", "welch_p", "welch_df", "mean_shift", "cohens_d", "f_ratio", "f_p",
    "levene", "levene_p", "quantile_05", "median", "quantile_95", "mmd", "bandwidth",
    "chi2", "chi2_p", "g", "g_p", "cramers_v", "psi", "js", "kl", "hellinger", "tvd", "linf", "fisher_odds", "fisher_p", "z",
    "z_p", "grouped", "grouped_p",
]  # fmt: skip

TABLE_COLUMNS = [
    "chi2", "chi2_p", "g", "g_p", "cramers_v", "fisher_odds", "fisher_p", "z", "z_p", "grouped", "grouped_p",
]  # fmt: skip


def mix(z):
    """SplitMix64's output function, of one integer."""
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def draw(seed, place):
    return mix((seed + (place + 1) * GOLDEN) & MASK)


def draws(seed, count):
    """The first integers after a seed, as unsigned 64 bits."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed & MASK) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GOLDEN)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def size(bits, pair):
    """From 0 on: mostly small, the last pairs from 10,000 to 100,000."""
    if pair >= PAIRS - LARGE:
        return 10_000 + bits % 90_001
    kind = bits % 8
    rest = bits >> 8
    if kind == 0:
        return rest % 4
    if kind < 4:
        return 2 + rest % 30
    if kind < 7:
        return 20 + rest % 300
    return 300 + rest % 3_000


def sample(seed, shape, count, shift, scale):
    """Values of a shape; every tenth shape has NaN among them."""
    bits = draws(seed, count)
    parts = [((bits >> np.uint64(16 * i)) & np.uint64(0xFFFF)).astype(np.float64) for i in range(4)]
    fine = (bits & np.uint64(0xFFFFFFFF)).astype(np.float64) / 1099511627776.0
    bell = (parts[0] + parts[1] + parts[2] + parts[3] - 131070.0) / 32768.0 + fine
    kind = shape % 10
    if kind <= 2:
        values = bell
    elif kind == 3:
        values = bell * bell * bell
    elif kind == 4:
        values = np.floor(bell * 4.0)
    elif kind == 5:
        values = np.floor(bell)
    elif kind == 6:
        values = np.where(parts[0] < 6554.0, bell * 1000.0, bell)
    elif kind == 7:
        values = np.zeros(count)
    elif kind == 8:
        values = 1.0e4 + bell
    else:
        values = np.where(parts[3] < 3277.0, np.nan, parts[1] / 65536.0)
    return values * scale + shift


def pair(index):
    """The two samples, NaN included."""
    seed = mix(index + 1)
    n = size(draw(seed, 0), index)
    m = size(draw(seed, 1), index)
    shape = draw(seed, 2) % 10
    other = shape if draw(seed, 3) % 4 != 0 else draw(seed, 4) % 10
    shift = [0.0, 0.0, 0.125, 0.5, 2.0][draw(seed, 5) % 5]
    scale = [1.0, 1.0, 1.0, 1.5, 0.5][draw(seed, 6) % 5]
    return sample(draw(seed, 7), shape, n, 0.0, 1.0), sample(draw(seed, 8), other, m, shift, scale)


def table(x, y, categories):
    """Counts of the whole parts of the values in a few categories: of both samples, NaN left out."""
    low = -categories // 2
    edges = np.clip(np.floor(np.concatenate([x, y])), low, low + categories - 1).astype(int) - low
    return (
        np.bincount(edges[: len(x)], minlength=categories),
        np.bincount(edges[len(x) :], minlength=categories),
    )


def put(row, name, value):
    if value is not None and math.isfinite(value):
        row[name] = repr(float(value))


def numbers(row, x, y):
    n, m = len(x), len(y)
    pooled = np.concatenate([x, y])
    different = len(np.unique(pooled))
    ties = different < n + m
    put(row, "ks", stats.ks_2samp(x, y, method="asymp").statistic)
    if n * m <= 10_000:
        put(row, "ks_p", stats.ks_2samp(x, y, method="exact").pvalue)
    put(row, "wasserstein", stats.wasserstein_distance(x, y))
    put(row, "energy", stats.energy_distance(x, y))
    put(row, "mean_shift", math.fsum(y) / m - math.fsum(x) / n)
    cramer_von_mises(row, x, y, ties)
    if n + m >= 4 and different > 1:
        result = stats.anderson_ksamp([x, y], variant="midrank")
        put(row, "ad_standardized", result.statistic)
        put(row, "ad_p", result.pvalue)
        put(row, "ad", anderson_darling(x, y))
    if n >= 5 and m >= 5 and stats.iqr(pooled) > 0 and well_conditioned(x, y):
        centre = np.median(pooled)
        result = stats.epps_singleton_2samp(x - centre, y - centre)
        put(row, "es", result.statistic)
        put(row, "es_p", result.pvalue)
    counted = not ties and n * m <= 2_500
    result = stats.mannwhitneyu(y, x, method="exact" if counted else "asymptotic")
    put(row, "mwu", result.statistic)
    if different > 1:
        put(row, "mwu_p", result.pvalue)
    if n >= 2 and m >= 2 and (np.ptp(x) > 0 or np.ptp(y) > 0):
        moments(row, x, y)
    spread = np.quantile(x, 0.75) - np.quantile(x, 0.25)
    if spread > 0:
        for name, q in (("quantile_05", 0.05), ("median", 0.5), ("quantile_95", 0.95)):
            put(row, name, (np.quantile(y, q) - np.quantile(x, q)) / spread)
    if different > 1 and n * m <= 40_000:
        discrepancy(row, x, y)


def cramer_von_mises(row, x, y, ties):
    n, m = len(x), len(y)
    places = np.unique(np.concatenate([x, y]))
    gap = stats.ecdf(x).cdf.evaluate(places) - stats.ecdf(y).cdf.evaluate(places)
    weight = np.searchsorted(np.sort(np.concatenate([x, y])), places, side="right")
    weight = np.diff(np.concatenate([[0], weight]))
    before = np.concatenate([[0], gap[:-1]])
    put(row, "cvm_distance", math.fsum(weight * (gap**2 + before**2) / 2) / (n + m))
    if not ties and n >= 2 and m >= 2:
        counted = n * m <= 100
        result = stats.cramervonmises_2samp(x, y, method="exact" if counted else "asymptotic")
        put(row, "cvm", result.statistic)
        put(row, "cvm_p", result.pvalue)


def anderson_darling(x, y):
    """Equation 7 of Scholz and Stephens; SciPy gives it standardised only."""
    places, counts = np.unique(np.concatenate([x, y]), return_counts=True)
    n, m = len(x), len(y)
    total = n + m
    end = np.cumsum(counts).astype(float)
    middle = end - counts / 2
    result = 0.0
    for side in (x, y):
        ordered = np.sort(side)
        right = np.searchsorted(ordered, places, side="right")
        below = (right + np.searchsorted(ordered, places, side="left")) / 2
        terms = counts / total * (total * below - middle * len(side)) ** 2
        result += math.fsum(terms / (middle * (total - middle) - total * counts / 4)) / len(side)
    return result * (total - 1) / total


def well_conditioned(x, y):
    """Whether the covariance of the characteristic functions has a well-behaved inverse."""
    centre = np.median(np.concatenate([x, y]))
    scale = stats.iqr(np.concatenate([x, y])) / 2
    covariance = 0
    for side in (x, y):
        angles = [0.4 / scale * (side - centre), 0.8 / scale * (side - centre)]
        functions = np.array([np.cos(a) for a in angles] + [np.sin(a) for a in angles])
        covariance = covariance + np.cov(functions, bias=True) / len(side)
    eigenvalues = np.linalg.eigvalsh(covariance)
    return eigenvalues[0] > 1e-6 * eigenvalues[-1]


def moments(row, x, y):
    n, m = len(x), len(y)
    # from means that are summed up without rounding: the usual ones lose digits where the mean is large
    mean_x, mean_y = math.fsum(x) / n, math.fsum(y) / m
    var_x, var_y = np.var(x - mean_x, ddof=1), np.var(y - mean_y, ddof=1)
    sides = (mean_y, math.sqrt(var_y), m, mean_x, math.sqrt(var_x), n)
    result = stats.ttest_ind_from_stats(*sides, equal_var=True)
    put(row, "student", result.statistic)
    put(row, "student_p", result.pvalue)
    result = stats.ttest_ind_from_stats(*sides, equal_var=False)
    put(row, "welch", result.statistic)
    put(row, "welch_p", result.pvalue)
    put(row, "welch_df", stats.ttest_ind(y, x, equal_var=False).df)
    pooled = ((n - 1) * var_x + (m - 1) * var_y) / (n + m - 2)
    put(row, "cohens_d", (mean_y - mean_x) / math.sqrt(pooled))
    if np.ptp(x) > 0 and np.ptp(y) > 0:
        ratio = np.var(y, ddof=1) / np.var(x, ddof=1)
        put(row, "f_ratio", ratio)
        put(row, "f_p", min(1.0, 2 * min(stats.f.sf(ratio, m - 1, n - 1), stats.f.cdf(ratio, m - 1, n - 1))))
        if n + m > 4:
            result = stats.levene(x, y, center="median")
            put(row, "levene", result.statistic)
            put(row, "levene_p", result.pvalue)


def discrepancy(row, x, y):
    """By definition, over all pairs; the two sides weigh the same in the median distance."""
    places = np.unique(np.concatenate([x, y]))
    p = np.array([np.mean(x == place) for place in places])
    q = np.array([np.mean(y == place) for place in places])
    weight = (p + q) / 2
    distance = np.abs(places[:, None] - places[None, :])
    upper = np.triu_indices(len(places), 1)
    order = np.argsort(distance[upper], kind="stable")
    cumulative = np.cumsum((weight[:, None] * weight[None, :])[upper][order])
    half = cumulative[-1] / 2 * (1 - 1e-9)
    bandwidth = distance[upper][order][np.searchsorted(cumulative, half)]
    if len(np.unique(x)) <= 1000 and len(np.unique(y)) <= 1000:
        put(row, "bandwidth", bandwidth)
        kernel = np.exp(-((distance / bandwidth) ** 2) / 2)
        put(row, "mmd", math.sqrt(max(0.0, (p - q) @ kernel @ (p - q))))


def categories(row, x, y, index):
    was, now = table(x, y, 2 if index % 3 == 0 else 3 + index % 5)
    distances(row, was, now)
    homogeneity(row, was, now)


def distances(row, was, now):
    kept = was + now > 0
    was, now = was[kept], now[kept]
    p, q = was / was.sum(), now / now.sum()
    half = len(was) / 2
    smooth_p, smooth_q = (was + 0.5) / (was.sum() + half), (now + 0.5) / (now.sum() + half)
    put(row, "psi", math.fsum((smooth_q - smooth_p) * np.log(smooth_q / smooth_p)))
    put(row, "kl", stats.entropy(smooth_q, smooth_p))
    put(row, "js", math.sqrt(max(0.0, js(p, q))))
    put(row, "hellinger", math.sqrt(np.sum((np.sqrt(p) - np.sqrt(q)) ** 2) / 2))
    put(row, "tvd", np.abs(p - q).sum() / 2)
    put(row, "linf", np.abs(p - q).max())


def homogeneity(row, was, now):
    kept = was + now > 0
    was, now = was[kept], now[kept]
    if len(was) < 2:
        return
    counts = np.array([was, now])
    result = stats.chi2_contingency(counts, correction=False)
    sparse = result.expected_freq.min() < 5
    put(row, "chi2", result.statistic)
    put(row, "cramers_v", math.sqrt(result.statistic / counts.sum()))
    likelihood = stats.chi2_contingency(counts, correction=False, lambda_="log-likelihood")
    put(row, "g", likelihood.statistic)
    if not sparse:
        put(row, "chi2_p", result.pvalue)
        put(row, "g_p", likelihood.pvalue)
    else:
        grouped(row, counts)


def two_categories(row, was, now):
    if (was + now).min() == 0:
        return
    fisher = stats.fisher_exact([[now[0], now[1]], [was[0], was[1]]])
    put(row, "fisher_odds", fisher.statistic)
    put(row, "fisher_p", fisher.pvalue)
    result = stats.chi2_contingency(np.array([was, now]), correction=False)
    put(row, "z", math.copysign(math.sqrt(result.statistic), now[0] / now.sum() - was[0] / was.sum()))
    if result.expected_freq.min() >= 5:
        put(row, "z_p", result.pvalue)


def js(p, q):
    middle = (p + q) / 2
    return (stats.entropy(p, middle, base=2) + stats.entropy(q, middle, base=2)) / 2


def grouped(row, counts):
    """The rarest column joins the next rarest until every expected count is 5 or two columns are left."""
    columns = [(int(c.sum()), place, int(c[0]), int(c[1])) for place, c in enumerate(counts.T)]
    least = 5 * counts.sum() / counts.sum(axis=1).min()
    while len(columns) > 2 and min(columns)[0] < least:
        columns.sort()
        first, second = columns[:2]
        columns = columns[2:]
        columns.append((first[0] + second[0], min(first[1], second[1]), first[2] + second[2], first[3] + second[3]))
    result = stats.chi2_contingency(np.array([[c[2], c[3]] for c in columns]).T, correction=False)
    put(row, "grouped", result.statistic)
    if result.expected_freq.min() >= 5:
        put(row, "grouped_p", result.pvalue)


def counts(index):
    """Two rows of counts, in all 40 to 200,000: the first tables have no expected count below 5, the last have some."""
    seed = mix(1_000_003 + index)
    rng = np.random.default_rng(seed)
    sparse = index >= TABLES - SPARSE
    number = int(rng.integers(4, 9)) if sparse else (2 if index % 3 == 0 else int(rng.integers(3, 9)))
    while True:
        rows = np.exp(rng.uniform(math.log(40 if sparse else 20), math.log(100_000), 2)).astype(int)
        shares = rng.dirichlet(np.full(number, 0.5 if sparse else 2.0))
        moved = shares * np.exp(rng.normal(0, float(rng.choice([0, 0.02, 0.1, 0.5])), number))
        was, now = rng.multinomial(rows[0], shares), rng.multinomial(rows[1], moved / moved.sum())
        totals = was + now
        if totals.min() == 0:
            continue
        least = totals.min() * rows.min() / rows.sum()
        if (least < 5) == sparse:
            return was, now


def write(path, columns, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    with gzip.GzipFile(path, "wb", mtime=0) as out:
        out.write(text.getvalue().encode())


def pairs():
    for index in range(PAIRS):
        x, y = pair(index)
        x, y = x[np.isfinite(x)], y[np.isfinite(y)]
        row = {"pair": index, "n": len(x), "m": len(y)}
        if len(x) and len(y):
            numbers(row, x, y)
            categories(row, x, y, index)
            two_categories(row, *table(x, y, 2))
        yield row


def tables():
    for index in range(TABLES):
        was, now = counts(index)
        row = {"table": index, "was": " ".join(map(str, was)), "now": " ".join(map(str, now))}
        homogeneity(row, was, now)
        if len(was) == 2:
            two_categories(row, was, now)
        yield row


def main(folder):
    warnings.simplefilter("ignore")
    write(folder / "statistics-truth.csv.gz", ["pair", "n", "m", *COLUMNS], pairs())
    write(folder / "tables-truth.csv.gz", ["table", "was", "now", *TABLE_COLUMNS], tables())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
