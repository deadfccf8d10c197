"""Seeded pairs of columns for the comparison with other packages; PresetPairs.java draws the same ones.

A pair is of one kind: whole numbers, fractions, texts or truth values, with nulls in every fifth. Sizes lie around those
where Evidently changes its test.
"""

import math

PAIRS = 240
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
SIZES = [30, 30, 200, 500, 1000, 1000, 1001, 1001, 2500, 5000]
KINDS = ["fraction", "whole", "text", "truth"]
CHUNKS = 8


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def draw(seed, place):
    return mix((seed + (place + 1) * GOLDEN) & MASK)


def bell(bits):
    """Roughly normal, in steps of 1/128 so that no column has more than about a thousand different values."""
    parts = sum((bits >> (16 * i)) & 0xFFFF for i in range(4))
    return math.floor((parts - 131070.0) / 32768.0 * 96.0) / 128.0


def value(kind, shape, bits, shift):
    """shift is in 32nds: of the spread for numbers, of the share for texts and truth values."""
    if kind == "truth":
        return (bits >> 8) % 256 < 64 + 4 * shift if shape != 0 else True
    if kind == "text":
        if shape == 0:
            return "only"
        first = (bits >> 8) % 1024
        if first < 4 * shift:
            return "a"
        if shape == 3 and first > 1000:
            return "new" + str(shift)
        return "abcdefghijklmnopqrstuvwxyz"[(bits >> 32) % (2 if shape == 1 else 5 if shape == 2 else 26)]
    number = bell(bits) + shift / 32.0
    if shape == 0:
        return 7.0
    if shape == 1:
        number = 1.0 if number > 0.5 else 0.0
    elif shape == 2:
        number = float(max(0, min(3, math.floor(number + 2.0))))
    elif shape == 3:
        number = float(math.floor(number * 2.0))
    elif shape == 4:
        number = float(math.floor(number * 4.0)) if kind == "whole" else number * number * number
    elif kind == "whole":
        number = float(math.floor(number * 100.0))
    return number


class Pair:
    def __init__(self, index):
        seed = mix(index + 1)
        self.index = index
        self.kind = KINDS[draw(seed, 0) % 8 % 4] if draw(seed, 0) % 8 < 4 else KINDS[draw(seed, 0) % 2]
        shape = draw(seed, 1) % 8
        shift = [0, 0, 1, 2, 3, 4, 8, 32][draw(seed, 2) % 8]
        n = SIZES[draw(seed, 3) % len(SIZES)]
        m = SIZES[draw(seed, 4) % len(SIZES)]
        nulls = index % 5 == 4
        self.reference = self.sample(draw(seed, 5), shape, n, 0, nulls)
        self.current = self.sample(draw(seed, 6), shape, m, shift, nulls)

    def sample(self, seed, shape, count, shift, nulls):
        values = []
        for place in range(count):
            bits = draw(seed, place)
            values.append(None if nulls and bits % 16 == 0 else value(self.kind, shape, bits, shift))
        return values

    def chunks(self):
        """How many rows of the reference a chunk has; the last one may have fewer."""
        return math.ceil(len(self.reference) / CHUNKS)

    def has_chunks(self):
        return self.index % 3 != 2
