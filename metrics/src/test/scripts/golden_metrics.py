"""Golden values for the metrics of labels, scores, probabilities, numbers, corpora and pairs, 1,000 random cases each.
python golden_metrics.py ../resources/dev/touchstone/metrics [FILE ...]
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, statsmodels 0.15.0.
A row is the expected values (14 digits), then the sizes, then the data; NaN means undefined. Real numbers among the data are whole multiples of
1/1024 and written as such, so that they are the same in every language. Every file has ties, one class or a constant, and, where a metric takes
real numbers, a NaN among the data in some rows: there the libraries refuse or answer NaN, which is checked here, and every expected value is NaN."""
import gzip
import io
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
CASES = 1000
UNIT = 1024
ORIGIN = (f"# golden_metrics.py; numpy {np.__version__}, scipy {scipy.__version__}, "
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


def labels(rng, index):
    """Gold and predicted labels; -1 is no answer. Every third set has no such, every fifth lacks a label, some have only one."""
    k = int(rng.integers(2, 6))
    n = int(rng.integers(4, 40))
    share = rng.dirichlet(np.ones(k) * 2)
    gold = rng.choice(k, n, p=share)
    predicted = np.where(rng.random(n) < rng.uniform(0.1, 0.9), gold, rng.choice(k, n))
    if index % 3:
        predicted = np.where(rng.random(n) < 0.1, -1, predicted)
    if index % 5 == 0:
        predicted = np.where(predicted == k - 1, 0, predicted)
    if index % 25 == 1:
        gold[:] = 1
    if index % 25 == 2:
        predicted[:] = 0
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
    table = metrics.confusion_matrix(gold, predicted, labels=range(-1, k))[1:]
    return [*averages(k, gold, predicted), mcc], [k, len(gold), *gold, *predicted, *table.flatten()]


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
    return row, [3, n, *gold, *predicted]


def two_classes(rng, index, n):
    """Every other set has many ties; some have one class, one score, or a NaN."""
    positive = rng.random(n) < 0.4
    positive[:2] = [True, False]
    scores = grid(rng.normal(size=n) + positive * rng.uniform(0, 2), 1 / 4 if index % 2 else 1 / UNIT)
    if index % 20 == 2:
        positive[:] = False
    if index % 20 == 3:
        positive[:] = True
    if index % 20 == 4:
        scores[:] = scores[0]
    if index % 20 == 5:
        scores[1] = np.nan
    return positive, scores


def delong(positive, scores):
    """From the definition, all pairs."""
    high, low = scores[positive][:, None], scores[~positive][None, :]
    if min(len(high), low.size) < 2:
        return np.nan
    psi = (high > low) + 0.5 * (high == low)
    error = math.sqrt(psi.mean(1).var(ddof=1) / psi.shape[0] + psi.mean(0).var(ddof=1) / psi.shape[1])
    return error if error > 0 else np.nan


def auc(rng, index):
    positive, scores = two_classes(rng, index, int(rng.integers(6, 30)))
    data = [len(scores), *positive, *units(scores)]
    if np.isnan(scores).any():
        return [refused(lambda: metrics.roc_auc_score(positive, scores)), np.nan,
                refused(lambda: metrics.average_precision_score(positive, scores))], data
    # without a positive item scikit-learn warns and says 0
    precision = metrics.average_precision_score(positive, scores) if positive.any() else np.nan
    return [metrics.roc_auc_score(positive, scores), delong(positive, scores), precision], data


def curves(rng, index):
    """A curve that needs a class which is not there has no points."""
    positive, scores = two_classes(rng, index, int(rng.integers(4, 11)))
    data = [len(scores), *positive, *units(scores)]
    if np.isnan(scores).any():
        refused(lambda: metrics.roc_curve(positive, scores))
        refused(lambda: metrics.precision_recall_curve(positive, scores))
        return [0, 0], data
    row = []
    roc = metrics.roc_curve(positive, scores, drop_intermediate=False) if len(set(positive)) == 2 else ([], [], [])
    precision, recall, thresholds = metrics.precision_recall_curve(positive, scores) if positive.any() else ([], [], [])
    thresholds = [np.inf, *thresholds[::-1]] if positive.any() else []
    return [len(roc[0]), len(thresholds), *roc[0], *roc[1], *roc[2], *precision[::-1], *recall[::-1], *thresholds], data


def probabilities(rng, index):
    """Of each class in 1/1024; a right answer may have probability 0, and some sets have one class or a NaN."""
    k = int(rng.integers(2, 5))
    n = int(rng.integers(6, 14))
    gold = np.concatenate([np.arange(k), rng.choice(k, n - k)])
    logits = rng.normal(size=(n, k)) + 1.2 * np.eye(k)[gold]
    least = 0 if index % 10 == 0 else 1
    parts = np.array([rng.multinomial(UNIT - least * k, row) + least for row in special.softmax(logits, axis=1)])
    if index % 20 == 1:
        gold[:] = 0
    if index % 20 == 2:
        parts[:] = parts[0]
    p = parts / UNIT
    if index % 20 == 3:
        p[1, 1] = np.nan
    return k, n, gold, p


def expected_calibration_error(confidence, right, bins):
    accuracy, mean = calibration.calibration_curve(right, confidence, n_bins=bins)
    counts = np.bincount(np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], confidence), minlength=bins)
    return float(np.sum(counts[counts > 0] / len(right) * np.abs(accuracy - mean)))


def one_versus_rest(k, gold, p, average):
    if len(set(gold)) < k:
        return np.nan
    many = dict(multi_class="ovr") if k > 2 else {}
    return metrics.roc_auc_score(gold, p if k > 2 else p[:, 1], average=average, **many)


def probability(rng, index):
    k, n, gold, p = probabilities(rng, index)
    data = [k, n, *gold, *units(p.flatten())]
    every = list(range(k))
    if np.isnan(p).any():
        return [refused(call) for call in (
            lambda: one_versus_rest(k, gold, p, "macro"), lambda: one_versus_rest(k, gold, p, "weighted"),
            lambda: metrics.brier_score_loss(gold, p, scale_by_half=False, labels=every),
            lambda: metrics.brier_score_loss(gold == 1, p[:, 1], labels=[False, True]),
            lambda: metrics.log_loss(gold, p, labels=every),
            lambda: expected_calibration_error(p.max(1), gold == 0, 10),
            lambda: expected_calibration_error(p.max(1), gold == 0, 15))], data
    confidence, right = p.max(1), p.argmax(1) == gold
    # scikit-learn clips a probability of 0; the loss is infinite
    loss = metrics.log_loss(gold, p, labels=every) if p[np.arange(n), gold].all() else np.nan
    return [one_versus_rest(k, gold, p, "macro"), one_versus_rest(k, gold, p, "weighted"),
            metrics.brier_score_loss(gold, p, scale_by_half=False, labels=every),
            metrics.brier_score_loss(gold == 1, p[:, 1], labels=[False, True], pos_label=True), loss,
            expected_calibration_error(confidence, right, 10), expected_calibration_error(confidence, right, 15)], data


def regression(rng, index):
    """Some sets have ties, a constant, perfect agreement, too few items for an interval, or a NaN."""
    n = int(rng.integers(2, 20))
    gold = rng.normal(3, 2, n)
    predicted = rng.uniform(0.2, 1) * gold + rng.normal(0, 1, n)
    gold, predicted = (np.round(gold), np.round(predicted)) if index % 2 else (grid(gold), grid(predicted))
    if index % 20 == 2:
        gold[:] = gold[0]
    if index % 20 == 3:
        predicted[:] = predicted[0]
    if index % 20 == 4:
        predicted = gold.copy()
    if index % 20 == 5:
        predicted[1] = np.nan
    data = [n, *units(gold), *units(predicted)]
    if np.isnan(predicted).any():
        return [refused(lambda: metrics.mean_absolute_error(gold, predicted)), refused(lambda: metrics.mean_squared_error(gold, predicted)),
                refused(lambda: metrics.root_mean_squared_error(gold, predicted)), refused(lambda: metrics.r2_score(gold, predicted)),
                refused(lambda: stats.pearsonr(gold, predicted).statistic), np.nan, np.nan,
                refused(lambda: stats.spearmanr(gold, predicted).statistic),
                refused(lambda: stats.kendalltau(gold, predicted).statistic)], data
    spread = len(set(gold)) > 1 and len(set(predicted)) > 1
    pearson = stats.pearsonr(gold, predicted) if spread else None
    perfect = spread and abs(pearson.statistic) > 1 - 1e-12
    interval = pearson.confidence_interval(0.95) if spread and n > 3 and not perfect else (np.nan, np.nan)
    return [metrics.mean_absolute_error(gold, predicted), metrics.mean_squared_error(gold, predicted),
            metrics.root_mean_squared_error(gold, predicted),
            metrics.r2_score(gold, predicted) if len(set(gold)) > 1 else np.nan,
            pearson.statistic if spread else np.nan, *interval,
            stats.spearmanr(gold, predicted).statistic if spread else np.nan,
            stats.kendalltau(gold, predicted).statistic if spread else np.nan], data


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


SHARES = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 1]


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
write("classification.csv",
      "label 1 P,R,F1; macro P,R,F1; weighted P,R,F1; micro P,R,F1; mcc; k; n; gold; predicted; k rows of no answer and k answers", classification)
write("auc.csv", "auc; DeLong se; average precision; n; positive; scores", auc)
write("curves.csv", "points of ROC, P-R; fpr; tpr; thresholds; precision; recall; thresholds; n; positive; scores", curves)
write("probability.csv", "ovr auc macro,weighted; brier multi,binary; log loss; ece 10,15; k; n; gold; probabilities", probability)
write("regression.csv", "mae; mse; rmse; r2; pearson,low,high; spearman; kendall; n; gold; predicted", regression)
write("clustered.csv", "mean; CR0; CR1; low; high; p two-sided; n; scores; clusters", clustered)
write("perplexity.csv", "perplexity,se,low,high; bits,se; documents; logs; units", perplexity)
write("paired.csv", "t two-sided,less,greater; permutation two-sided,less,greater; n; baseline; candidate", paired)
write("flips.csv", "McNemar two-sided,worse,better; se; Newcombe low,high; bothRight; lost; gained; bothWrong", flips)
write("percentiles.csv", f"percentiles {SHARES}; sample", percentiles)
write("divergence.csv", "kl; js; k; p; q in 1/1024", divergence)
write("bootstrap.csv", "macro-F1 se,low,high; mcc se,low,high; k; n; gold; predicted", bootstrap, 5)
