"""Holds recorded decisions against those just computed: equal but for the last digits of numbers.

    python check.py RECORDED COMPUTED
"""

import csv
import math
import sys


def rows(path):
    with open(path, newline="") as lines:
        return list(csv.DictReader(lines))


def near(one, other):
    return one == other or math.isclose(float(one or "nan"), float(other or "nan"), rel_tol=1e-9, abs_tol=3e-8)


def main(recorded, computed):
    old, new = rows(recorded), rows(computed)
    differing = [
        (was, now)
        for was, now in zip(old, new)
        if [was[key] for key in ("pair", "statistic", "drift")] != [now[key] for key in ("pair", "statistic", "drift")]
        or not near(was["score"], now["score"])
        or not near(was["limit"], now["limit"])
    ]
    for was, now in differing:
        print(f"recorded {was}\ncomputed {now}", file=sys.stderr)
    if differing or len(old) != len(new):
        sys.exit(f"{recorded} is not what the package decides: {len(differing)} of {len(old)} pairs differ")
    print(f"{recorded}: {len(old)} pairs as the package decides")


main(*sys.argv[1:])
