"""Golden values for Accuracy and Mean.  python golden_estimates.py ../resources/dev/touchstone/metrics
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1, statsmodels 0.15.0."""
import random
import sys

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

OUT = sys.argv[1]
RNG = random.Random(20261101)
ORIGIN = (f"# golden_estimates.py; numpy {numpy.__version__}, scipy {scipy.__version__}, "
          f"statsmodels {statsmodels.__version__}; seed 20261101\n")


def write(name, header, rows):
    with open(f"{OUT}/{name}", "w", encoding="utf-8", newline="\n") as file:
        file.write(ORIGIN + header + "\n")
        file.writelines(",".join(map(repr, row)) + "\n" for row in rows)


def accuracy(successes, n):
    scores = numpy.array([1.0] * successes + [0.0] * (n - successes))
    low, high = proportion_confint(successes, n, alpha=0.05, method="wilson")
    return successes, n, float(scores.mean()), float(stats.sem(scores)), float(low), float(high)


def mean(seed):
    rng = numpy.random.default_rng(seed)
    n = int(rng.integers(2, 60))
    scores = rng.normal(rng.uniform(-1e3, 1e3), 10 ** rng.uniform(-3, 3), n)
    sem = stats.sem(scores)
    low, high = stats.t.interval(0.95, n - 1, loc=scores.mean(), scale=sem)
    return [float(x) for x in (scores.mean(), sem, low, high)] + [float(s) for s in scores]


pairs = [(0, 2), (1, 2), (2, 2), (0, 14042), (14042, 14042), (7000, 14042), (1, 1346), (1000, 1000)]
while len(pairs) < 300:
    n = int(10 ** RNG.uniform(0.31, 5))
    pairs.append((RNG.randint(0, n), n))
write("accuracy.csv", "successes,n,value,standardError,low,high", [accuracy(*pair) for pair in pairs])
write("mean.csv", "value,standardError,low,high,scores...", [mean(seed) for seed in range(200)])
