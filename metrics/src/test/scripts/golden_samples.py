"""Golden values for shares, means, corpora and pairs, 1,000 random cases each.
python golden_samples.py ../resources/dev/touchstone/metrics [FILE ...]
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1, statsmodels 0.15.0.
A row is the expected values (14 digits), then the sizes, then the data; NaN means undefined. Real numbers among the data are whole multiples of
1/1024 and written as such, so that they are the same in every language. Every file has ties, one class or a constant, and, where a metric takes
real numbers, a NaN among the data in some rows: there the libraries refuse or answer NaN, which is checked here, and every expected value is NaN."""
import math
import warnings

import numpy as np
import statsmodels.api as sm
from golden_files import UNIT, grid, refused, units, write
from scipy import special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

warnings.simplefilter("ignore")
SHARES = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 1]


def accuracy(rng, index):
    """Wilson's interval; the standard error is that of the zeros and ones."""
    n = int(10 ** rng.uniform(0.31, 4.5))
    right = int(rng.choice([0, n])) if index % 10 == 0 else int(rng.integers(0, n + 1))
    low, high = proportion_confint(right, n, alpha=0.05, method="wilson")
    share = right / n
    return [share, math.sqrt(share * (1 - share) / (n - 1)), low, high], [right, n]


def mean(rng, index):
    n = int(rng.integers(2, 10))
    scores = grid(rng.normal(rng.uniform(-100, 100), 10 ** rng.uniform(-1, 2), n), 1 / 32)
    if index % 20 == 0:
        scores[:] = scores[0]
    if index % 20 == 1:
        scores[n // 2] = np.nan
        return [refused(scores.mean)] * 4, units(scores)
    sem = stats.sem(scores)
    # without spread scipy's interval is NaN; the mean itself is meant
    low, high = stats.t.interval(0.95, n - 1, loc=scores.mean(), scale=sem) if sem else (scores[0], scores[0])
    return [scores.mean(), sem, low, high], units(scores)


def clustered(rng, index):
    n = int(rng.integers(6, 16))
    clusters = np.concatenate([[0, 1], rng.integers(0, rng.integers(2, 9), n - 2)])
    scores = grid(rng.normal(size=n) + 0.7 * rng.normal(size=20)[clusters])
    if index % 3 == 0:
        scores = np.round(np.clip(scores, 0, 1))
        scores[0] = 1 - scores[1]
    fit = [sm.OLS(scores, np.ones(n)).fit(cov_type="cluster", use_t=True,
                                          cov_kwds=dict(groups=clusters, use_correction=c)) for c in (False, True)]
    p = fit[1].pvalues[0] if fit[1].bse[0] > 1e-12 else np.nan
    return [fit[1].params[0], fit[0].bse[0], fit[1].bse[0], *fit[1].conf_int()[0], p], [n, *units(scores), *clusters]


def perplexity(rng, index):
    """Log-likelihood per unit is a weighted regression through 0; HC1 is the linearised standard error of the ratio."""
    n = int(rng.integers(2, 9))
    words = rng.integers(5, 400, n)
    logs = grid(-words * rng.uniform(1, 4, n), 1 / 4)
    fit = sm.WLS(logs, words.astype(float), weights=1 / words).fit(cov_type="HC1", use_t=True)
    low, high = fit.conf_int()[0]
    return [math.exp(-fit.params[0]), math.exp(-fit.params[0]) * fit.bse[0], math.exp(-high), math.exp(-low),
            -fit.params[0] / math.log(2), fit.bse[0] / math.log(2)], [n, *units(logs), *words]


def paired(rng, index):
    n = int(rng.integers(3, 10))
    baseline = grid(rng.normal(size=n))
    candidate = grid(baseline + rng.normal(rng.uniform(-1, 1), 1, n))
    if index % 2:
        baseline, candidate = np.round(baseline), np.round(candidate) + (np.arange(n) == 0)
    d = candidate - baseline
    row = []
    for side in ("two-sided", "less", "greater"):
        row.append(stats.ttest_rel(candidate, baseline, alternative=side).pvalue if d.any() and d.std() else np.nan)
    for side in ("two-sided", "less", "greater"):
        row.append(stats.permutation_test((d,), np.mean, permutation_type="samples", vectorized=True,
                                          n_resamples=np.inf, alternative=side).pvalue)
    return row, [n, *units(baseline), *units(candidate)]


def newcombe(both, lost, gained, neither):
    """Method 10 of Newcombe 1998, candidate less baseline."""
    n = both + lost + gained + neither
    p1, p2 = (both + gained) / n, (both + lost) / n
    l1, u1 = proportion_confint(both + gained, n, method="wilson")
    l2, u2 = proportion_confint(both + lost, n, method="wilson")
    product = both * neither - lost * gained
    margins = (both + gained) * (both + lost) * (lost + neither) * (gained + neither)
    phi = 0 if margins == 0 else (max(product - n / 2, 0) if product > 0 else product) / math.sqrt(margins)
    down = (p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2
    up = (u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2
    return p1 - p2 - math.sqrt(max(0, down)), p1 - p2 + math.sqrt(max(0, up))


def flips(rng, index):
    cells = [int(x) for x in rng.multinomial(int(10 ** rng.uniform(0.4, 4)), rng.dirichlet([1, 0.5, 0.5, 1]))]
    both, lost, gained, neither = cells
    table = [[both, lost], [gained, neither]]
    one_sided = [stats.binomtest(x, lost + gained, 0.5, alternative="greater").pvalue if lost + gained else 1
                 for x in (lost, gained)]
    d = np.repeat([0, -1, 1, 0], cells)
    return [mcnemar(table, exact=True).pvalue, *one_sided, stats.sem(d), *newcombe(*cells)], cells


def percentiles(rng, index):
    sample = grid(rng.lognormal(3, 1, int(rng.integers(1, 16))), 1 / 4)
    return np.quantile(sample, SHARES), units(sample)


def divergence(rng, index):
    k = int(rng.integers(2, 12))
    p, q = (rng.multinomial(UNIT - k, rng.dirichlet(np.ones(k))) + 1 for _ in range(2))
    if index % 20 == 0:
        q = p
    middle = (p + q) / 2
    js = (special.rel_entr(p, middle).sum() + special.rel_entr(q, middle).sum()) / 2
    return [special.rel_entr(p, q).sum() / UNIT, js / UNIT], [k, *p, *q]


write("accuracy.csv", "value, standard error, low, high; right; n", accuracy)
write("mean.csv", "value, standard error, low, high; scores", mean)
write("clustered.csv", "mean; CR0; CR1; low; high; p two-sided; n; scores; clusters", clustered)
write("perplexity.csv", "perplexity,se,low,high; bits,se; documents; logs; units", perplexity)
write("paired.csv", "t two-sided,less,greater; permutation two-sided,less,greater; n; baseline; candidate", paired)
write("flips.csv", "McNemar two-sided,worse,better; se; Newcombe low,high; bothRight; lost; gained; bothWrong", flips)
write("percentiles.csv", f"percentiles {SHARES}; sample", percentiles)
write("divergence.csv", "kl; js; k; p; q in 1/1024", divergence)
