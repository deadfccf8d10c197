"""What NannyML's UnivariateDriftCalculator alerts to by default in each pair.

With chunks, its limit is learnt from them. Without, the constant limit is set that its documentation names.
"""

import logging
import os
import warnings

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"

import frames
import nannyml
from nannyml.thresholds import ConstantThreshold
from pairs import PAIRS, Pair


def decide(pair):
    reference = frames.series(pair, pair.reference).to_frame()
    current = frames.series(pair, pair.current).to_frame()
    options = {} if pair.has_chunks() else {"thresholds": {"jensen_shannon": ConstantThreshold(upper=0.1)}}
    calculator = nannyml.UnivariateDriftCalculator(column_names=["x"], chunk_size=pair.chunks(), **options)
    calculator.fit(reference)
    methods = calculator._column_to_models_mapping["x"]
    # the current data is one chunk, whatever its size
    score = methods[0].calculate(current["x"])
    return frames.row(pair, "nannyml_jensen_shannon", score, methods[0].upper_threshold_value, methods[0].alert(score))


warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
print("pair,statistic,score,limit,drift")
for index in range(PAIRS):
    print(decide(Pair(index)), flush=True)
