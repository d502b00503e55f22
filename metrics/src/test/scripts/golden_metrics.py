"""Golden values for the metrics of labels, scores, probabilities, numbers, corpora and pairs.
python golden_metrics.py ../resources/dev/touchstone/metrics
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, statsmodels 0.15.0.
A row is the expected values, then the sizes, then the data; NaN means undefined."""
import math
import sys
import warnings

import numpy as np
import scipy
import sklearn
import statsmodels
import statsmodels.api as sm
from scipy import special, stats
from sklearn import calibration, metrics
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

warnings.simplefilter("ignore")
OUT = sys.argv[1]
SEED = 20261102
ORIGIN = (f"# golden_metrics.py; numpy {np.__version__}, scipy {scipy.__version__}, "
          f"scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}; seed {SEED}\n")


def write(name, header, make, count):
    rng = np.random.default_rng([SEED, *name.encode()])
    with open(f"{OUT}/{name}", "w", encoding="utf-8", newline="\n") as file:
        file.write(ORIGIN + header + "\n")
        for index in range(count):
            row = [float(x) for x in make(rng, index)]
            file.write(",".join("NaN" if math.isnan(x) else "Infinity" if math.isinf(x) else
                                str(int(x)) if x == int(x) else repr(x) for x in row) + "\n")


def labels(rng, index):
    """Gold and predicted labels; -1 is no answer. Every third set has no such, every fifth lacks a label."""
    k = int(rng.integers(2, 6))
    n = int(rng.integers(4, 80))
    share = rng.dirichlet(np.ones(k) * 2)
    gold = rng.choice(k, n, p=share)
    predicted = np.where(rng.random(n) < rng.uniform(0.1, 0.9), gold, rng.choice(k, n))
    if index % 3:
        predicted = np.where(rng.random(n) < 0.1, -1, predicted)
    if index % 5 == 0:
        predicted = np.where(predicted == k - 1, 0, predicted)
    return k, gold, predicted


def averages(k, gold, predicted):
    """Precision, recall, F1: of label 1, macro, weighted, micro. An average that needs an undefined value is undefined."""
    options = dict(labels=list(range(k)), zero_division=np.nan)
    each = metrics.precision_recall_fscore_support(gold, predicted, average=None, **options)
    support = each[3]
    macro = metrics.precision_recall_fscore_support(gold, predicted, average="macro", **options)
    weighted = metrics.precision_recall_fscore_support(gold, predicted, average="weighted", **options)
    micro = metrics.precision_recall_fscore_support(gold, predicted, average="micro", **options)
    row = [each[m][1] for m in range(3)]
    row += [np.nan if np.isnan(each[m]).any() else macro[m] for m in range(3)]
    row += [np.nan if np.isnan(each[m][support > 0]).any() else weighted[m] for m in range(3)]
    return row + [micro[m] for m in range(3)]


def classification(rng, index):
    k, gold, predicted = labels(rng, index)
    mcc = np.nan if len(set(gold)) == 1 or len(set(predicted)) == 1 else metrics.matthews_corrcoef(gold, predicted)
    return [*averages(k, gold, predicted), mcc, k, len(gold), *gold, *predicted]


def bootstrap(rng, index):
    """Standard error and percentile interval of macro-F1 and MCC over 10,000 resamples by scipy."""
    n = 120
    gold = rng.choice(3, n, p=[0.5, 0.3, 0.2])
    predicted = np.where(rng.random(n) < 0.3 + 0.1 * index, gold, rng.choice(3, n))
    row = []
    for metric in (lambda g, p: metrics.f1_score(g, p, average="macro"), metrics.matthews_corrcoef):
        result = stats.bootstrap((gold, predicted), metric, paired=True, vectorized=False, n_resamples=10000,
                                 method="percentile", rng=np.random.default_rng(7))
        row += [result.standard_error, *result.confidence_interval]
    return [*row, 3, n, *gold, *predicted]


def two_classes(rng, index):
    n = int(rng.integers(6, 60))
    positive = rng.random(n) < 0.4
    positive[:4] = [True, True, False, False]
    scores = rng.normal(size=n) + positive * rng.uniform(0, 2)
    return positive, np.round(scores, 1) if index % 2 else scores


def delong(positive, scores):
    """From the definition, all pairs."""
    high, low = scores[positive][:, None], scores[~positive][None, :]
    psi = (high > low) + 0.5 * (high == low)
    return math.sqrt(psi.mean(1).var(ddof=1) / psi.shape[0] + psi.mean(0).var(ddof=1) / psi.shape[1])


def auc(rng, index):
    positive, scores = two_classes(rng, index)
    return [metrics.roc_auc_score(positive, scores), delong(positive, scores),
            metrics.average_precision_score(positive, scores), len(scores), *positive, *scores]


def curves(rng, index):
    positive, scores = two_classes(rng, index)
    fpr, tpr, thresholds = metrics.roc_curve(positive, scores, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(positive, scores)
    return [len(fpr), *fpr, *tpr, *thresholds, *precision[::-1], *recall[::-1], len(scores), *positive, *scores]


def probabilities(rng, index):
    k = int(rng.integers(2, 6))
    n = int(rng.integers(20, 60))
    gold = np.concatenate([np.arange(k), rng.choice(k, n - k)])
    logits = rng.normal(size=(n, k)) + 1.2 * np.eye(k)[gold]
    return k, n, gold, special.softmax(logits, axis=1)


def expected_calibration_error(confidence, right, bins):
    accuracy, mean = calibration.calibration_curve(right, confidence, n_bins=bins)
    counts = np.bincount(np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], confidence), minlength=bins)
    return float(np.sum(counts[counts > 0] / len(right) * np.abs(accuracy - mean)))


def probability(rng, index):
    k, n, gold, p = probabilities(rng, index)
    confidence, right = p.max(1), p.argmax(1) == gold
    binary = gold == 1
    many = dict(multi_class="ovr") if k > 2 else {}
    score = p if k > 2 else p[:, 1]
    return [metrics.roc_auc_score(gold, score, average="macro", **many),
            metrics.roc_auc_score(gold, score, average="weighted", **many),
            metrics.brier_score_loss(gold, p, scale_by_half=False, labels=list(range(k))),
            metrics.brier_score_loss(binary, p[:, 1]), metrics.log_loss(gold, p),
            expected_calibration_error(confidence, right, 10), expected_calibration_error(confidence, right, 15),
            k, n, *gold, *p.flatten()]


def regression(rng, index):
    n = int(rng.integers(6, 60))
    gold = rng.normal(3, 2, n)
    predicted = rng.uniform(0.2, 1) * gold + rng.normal(0, 1, n)
    if index % 2:
        gold, predicted = np.round(gold), np.round(predicted)
    pearson = stats.pearsonr(gold, predicted)
    return [metrics.mean_absolute_error(gold, predicted), metrics.mean_squared_error(gold, predicted),
            metrics.root_mean_squared_error(gold, predicted), metrics.r2_score(gold, predicted),
            pearson.statistic, *pearson.confidence_interval(0.95), stats.spearmanr(gold, predicted).statistic,
            stats.kendalltau(gold, predicted).statistic, n, *gold, *predicted]


def clustered(rng, index):
    n = int(rng.integers(10, 80))
    clusters = np.concatenate([[0, 1], rng.integers(0, rng.integers(2, 12), n - 2)])
    scores = rng.normal(size=n) + 0.7 * rng.normal(size=20)[clusters]
    fit = [sm.OLS(scores, np.ones(n)).fit(cov_type="cluster", use_t=True,
                                          cov_kwds=dict(groups=clusters, use_correction=c)) for c in (False, True)]
    return [fit[1].params[0], fit[0].bse[0], fit[1].bse[0], *fit[1].conf_int()[0], fit[1].pvalues[0], n, *scores, *clusters]


def perplexity(rng, index):
    """Log-likelihood per unit is a weighted regression through 0; HC1 is the linearised standard error of the ratio."""
    n = int(rng.integers(2, 40))
    units = rng.integers(5, 400, n)
    logs = -units * rng.uniform(1, 4, n)
    fit = sm.WLS(logs, units.astype(float), weights=1 / units).fit(cov_type="HC1", use_t=True)
    low, high = fit.conf_int()[0]
    return [math.exp(-fit.params[0]), math.exp(-fit.params[0]) * fit.bse[0], math.exp(-high), math.exp(-low),
            -fit.params[0] / math.log(2), fit.bse[0] / math.log(2), n, *logs, *units]


def paired(rng, index):
    n = int(rng.integers(3, 13))
    baseline = rng.normal(size=n)
    candidate = baseline + rng.normal(rng.uniform(-1, 1), 1, n)
    if index % 2:
        baseline, candidate = np.round(baseline), np.round(candidate) + (np.arange(n) == 0)
    d = candidate - baseline
    row = []
    for side in ("two-sided", "less", "greater"):
        row.append(stats.ttest_rel(candidate, baseline, alternative=side).pvalue)
    for side in ("two-sided", "less", "greater"):
        row.append(stats.permutation_test((d,), np.mean, permutation_type="samples", vectorized=True,
                                          n_resamples=np.inf, alternative=side).pvalue)
    return [*row, n, *baseline, *candidate]


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
    return [mcnemar(table, exact=True).pvalue, *one_sided, stats.sem(d), *newcombe(*cells), *cells]


SHARES = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 1]


def percentiles(rng, index):
    sample = rng.lognormal(3, 1, int(rng.integers(1, 50)))
    return [*np.quantile(sample, SHARES), *sample]


def divergence(rng, index):
    k = int(rng.integers(2, 50))
    p, q = special.log_softmax(rng.normal(0, 2, (2, k)), axis=1)
    middle = (np.exp(p) + np.exp(q)) / 2
    js = (special.rel_entr(np.exp(p), middle).sum() + special.rel_entr(np.exp(q), middle).sum()) / 2
    return [special.rel_entr(np.exp(p), np.exp(q)).sum(), js, k, *p, *q]


write("classification.csv", "label 1 P,R,F1; macro P,R,F1; weighted P,R,F1; micro P,R,F1; mcc; k; n; gold; predicted", classification, 120)
write("bootstrap.csv", "macro-F1 se,low,high; mcc se,low,high; k; n; gold; predicted", bootstrap, 5)
write("auc.csv", "auc; DeLong se; average precision; n; positive; scores", auc, 100)
write("curves.csv", "m; fpr; tpr; thresholds; precision; recall (m each); n; positive; scores", curves, 20)
write("probability.csv", "ovr auc macro,weighted; brier multi,binary; log loss; ece 10,15; k; n; gold; probabilities", probability, 60)
write("regression.csv", "mae; mse; rmse; r2; pearson,low,high; spearman; kendall; n; gold; predicted", regression, 100)
write("clustered.csv", "mean; CR0; CR1; low; high; p two-sided; n; scores; clusters", clustered, 60)
write("perplexity.csv", "perplexity,se,low,high; bits,se; documents; logs; units", perplexity, 40)
write("paired.csv", "t two-sided,less,greater; permutation two-sided,less,greater; n; baseline; candidate", paired, 60)
write("flips.csv", "McNemar two-sided,worse,better; se; Newcombe low,high; bothRight; lost; gained; bothWrong", flips, 150)
write("percentiles.csv", f"percentiles {SHARES}; sample", percentiles, 40)
write("divergence.csv", "kl; js; k; log p; log q", divergence, 40)
