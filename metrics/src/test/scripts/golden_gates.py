"""Golden values for what gates are decided by: Holm, Clopper-Pearson and binomial tests, paired tests with a margin, strata, power, betting.
python golden_gates.py ../resources/dev/touchstone/metrics
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1, statsmodels 0.15.0.
A row is the expected values, then the sizes, then the data."""
import math
import sys

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import optimize, special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

OUT = sys.argv[1]
SEED = 20261125
ORIGIN = (f"# golden_gates.py; numpy {np.__version__}, scipy {scipy.__version__}, "
          f"statsmodels {statsmodels.__version__}; seed {SEED}\n")


def write(name, header, make, count):
    rng = np.random.default_rng([SEED, *name.encode()])
    with open(f"{OUT}/{name}", "w", encoding="utf-8", newline="\n") as file:
        file.write(ORIGIN + header + "\n")
        for index in range(count):
            row = [float(x) for x in make(rng, index)]
            file.write(",".join(str(int(x)) if x == int(x) and abs(x) < 1e15 else repr(x) for x in row) + "\n")


def holm(rng, index):
    p = rng.beta(0.3, 2, int(rng.integers(1, 12)))
    if index % 3 == 0:
        p = np.round(p, 1)
    return [*multipletests(p, method="holm")[1], *p]


def shares(rng, index):
    n = int(10 ** rng.uniform(0, 4.2))
    k = int(rng.integers(0, n + 1)) if index % 4 else int(rng.choice([0, n]))
    confidence, limit = rng.choice([0.9, 0.95, 0.99]), rng.uniform(0.01, 0.99)
    below, above = (stats.binomtest(k, n, limit, alternative=side).pvalue for side in ("less", "greater"))
    return [*proportion_confint(k, n, alpha=1 - confidence, method="beta"), below, above, k, n, confidence, limit]


def constrained(b, c, n, drop):
    """The most likely share of gained items if the drop is given: the root of the derivative of the trinomial log-likelihood."""
    def slope(q):
        return b / (q + drop) + c / q - 2 * (n - b - c) / (1 - 2 * q - drop)
    low, high = (0, (1 - drop) / 2) if drop >= 0 else (-drop, (1 - drop) / 2)
    edge = 1e-13
    if slope(low + edge) <= 0:
        return low
    if slope(high - edge) >= 0:
        return high
    return optimize.brentq(slope, low + edge, high - edge, xtol=1e-300, rtol=1e-15)


def z(b, c, n, drop, correction):
    q = constrained(b, c, n, drop)
    return (b - c + correction - n * drop) / math.sqrt(n * (2 * q + drop - drop * drop))


def margin(rng, index):
    cells = [int(x) for x in rng.multinomial(int(10 ** rng.uniform(1, 4.2)), rng.dirichlet([20, 1, 1, 10]))]
    both, lost, gained, neither = cells
    n, drop = sum(cells), rng.choice([-0.05, -0.01, 0.005, 0.01, 0.02, 0.05, 0.1])
    below = stats.norm.cdf(min(0, z(lost, gained, n, drop, 0.5)))
    above = stats.norm.sf(max(0, z(lost, gained, n, drop, -0.5)))
    if drop > 0 and lost > gained:
        above = max(above, stats.binom.sf(lost - gained - 1, n, drop))
    return [z(lost, gained, n, drop, 0), below, above, drop, *cells]


def strata(rng, index):
    k = int(rng.integers(1, 6))
    tables = [rng.multinomial(int(rng.integers(2, 500)), rng.dirichlet([5, 1, 1, 5])) for _ in range(k)]
    both, lost, gained, neither = (int(x) for x in np.sum(tables, axis=0))
    p = stats.binomtest(lost, lost + gained, alternative="greater").pvalue if lost + gained else 1
    n = both + lost + gained + neither
    errors = [stats.sem(np.repeat([0, -1, 1, 0], table)) * table.sum() / n for table in tables]
    error = math.sqrt(sum(e * e for e in errors))
    return [mcnemar([[both, lost], [gained, neither]], exact=True).pvalue, p, (gained - lost) / n, error, k, *np.ravel(tables)]


def power(rng, index):
    """From the definition: all trinomial outcomes."""
    n, flips, level = int(rng.integers(1, 120)), rng.uniform(0.01, 0.6), rng.choice([0.01, 0.05, 0.1])
    drop, least = rng.uniform(0, flips), rng.choice([0, 0, 0.013, 0.037])
    b, c = np.meshgrid(np.arange(n + 1), np.arange(n + 1), indexing="ij")
    b, c = b[b + c <= n], c[b + c <= n]
    chance = stats.multinomial.pmf(np.stack([b, c, n - b - c], axis=1), n, [(flips + drop) / 2, (flips - drop) / 2, 1 - flips])
    fails = (stats.binom.sf(b - 1, b + c, 0.5) <= level) & (b - c > n * least)
    return [chance[fails].sum(), n, flips, drop, level, least]


def betting(rng, index):
    """The mixture of 128 shares, term by term; and for no margin its limit, the Beta mixture in closed form."""
    n = int(10 ** rng.uniform(0, 4))
    cells = [int(x) for x in rng.multinomial(n, rng.dirichlet([30, 2, 2, 15]))]
    both, lost, gained, neither = cells
    drop = [0, 0, 0.01, 0.02, -0.02, 0.1][index % 6]
    logs = {1: [], -1: []}
    for side in logs:
        for i in range(128):
            share = side * (i + 0.5) / 128 / (1 + side * drop)
            logs[side].append(lost * math.log1p(share * (1 - drop)) + gained * math.log1p(-share * (1 + drop))
                              + (both + neither) * math.log1p(-share * drop))
    grid = [special.logsumexp(logs[side]) - math.log(128) for side in (1, -1)]
    tails = [special.betainc(gained + 1, lost + 1, 0.5), special.betainc(lost + 1, gained + 1, 0.5)]
    closed = [(lost + gained + 1) * math.log(2) + special.betaln(lost + 1, gained + 1) + math.log(tail) for tail in tails]
    return [*grid, *closed, drop, *cells]


def ratio(rng, index):
    """A ratio of sums is a weighted regression through 0; HC1 is its linearised standard error."""
    n = int(rng.integers(2, 60))
    below = rng.integers(1, 300, n).astype(float)
    above = np.round(below * rng.uniform(0.5, 1.5) * rng.lognormal(0, 0.3, n))
    fit = sm.WLS(above, below, weights=1 / below).fit(cov_type="HC1", use_t=True)
    limit = rng.uniform(0.5, 1.5)
    t = (fit.params[0] - limit) / fit.bse[0]
    return [fit.params[0], fit.bse[0], *fit.conf_int()[0], stats.t.cdf(t, n - 1), stats.t.sf(t, n - 1), limit, n, *above, *below]


write("holm.csv", "adjusted; p (as many)", holm, 60)
write("shares.csv", "Clopper-Pearson low,high; p below,above; k; n; confidence; limit", shares, 200)
write("margin.csv", "z without correction; p below,above; drop; bothRight; lost; gained; bothWrong", margin, 200)
write("strata.csv", "p two-sided,worse; difference,se; k; k times bothRight,lost,gained,bothWrong", strata, 60)
write("power.csv", "power; n; flips; drop; level; margin", power, 100)
write("betting.csv", "ln E worse,not worse; Beta mixtures for no margin; drop; bothRight; lost; gained; bothWrong", betting, 120)
write("ratio.csv", "ratio,se,low,high; p below,above; limit; n; numerators; denominators", ratio, 60)
