"""What the golden scripts have in common: how cases are made and written."""
import gzip
import io
import math
import os
import sys

import numpy as np
import scipy
import sklearn
import statsmodels

OUT = sys.argv[1]
SEED = 20261102
CASES = 1000
UNIT = 1024
ORIGIN = (f"# {os.path.basename(sys.argv[0])}; numpy {np.__version__}, scipy {scipy.__version__}, "
          f"scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}; seed {SEED}\n")


def number(x, digits):
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return str(int(x)) if x == int(x) and abs(x) < 1e15 else f"{x:.{digits}g}"


def write(name, header, make, count=CASES):
    """make gives the expected values, and the data."""
    if sys.argv[2:] and name not in sys.argv[2:]:
        return
    rng = np.random.default_rng([SEED, *name.encode()])
    lines = []
    for index in range(count):
        expected, data = make(rng, index)
        lines.append(",".join([number(float(x), 14) for x in expected] + [number(float(x), 17) for x in data]))
    text = io.BytesIO()
    with gzip.GzipFile(fileobj=text, mode="wb", mtime=0) as packed:
        packed.write((ORIGIN + header + "\n" + "\n".join(lines) + "\n").encode())
    with open(f"{OUT}/{name}.gz", "wb") as file:
        file.write(text.getvalue())


def units(values):
    """In multiples of 1/1024, as they are written."""
    return np.asarray(values) * UNIT


def grid(values, step=1 / UNIT):
    return np.round(np.asarray(values) / step) * step


def refused(call):
    """NaN, after a look whether the library refuses these data or answers NaN."""
    try:
        assert np.isnan(call()), "expected NaN"
    except ValueError as e:
        assert "NaN" in str(e) or "infs or NaNs" in str(e), e
    return np.nan
