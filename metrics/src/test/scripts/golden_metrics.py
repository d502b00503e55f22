"""Golden values for the metrics of labels, scores, probabilities and numbers, 1,000 random cases each.
python golden_metrics.py ../resources/dev/touchstone/metrics [FILE ...]
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, statsmodels 0.15.0.
A row is the expected values (14 digits), then the sizes, then the data; NaN means undefined. Real numbers among the data are whole multiples of
1/1024 and written as such, so that they are the same in every language. Every file has ties, one class or a constant, and, where a metric takes
real numbers, a NaN among the data in some rows: there the libraries refuse or answer NaN, which is checked here, and every expected value is NaN."""
import math
import warnings

import numpy as np
from golden_files import UNIT, grid, refused, units, write
from scipy import special, stats
from sklearn import calibration, metrics

warnings.simplefilter("ignore")


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


write("classification.csv",
      "label 1 P,R,F1; macro P,R,F1; weighted P,R,F1; micro P,R,F1; mcc; k; n; gold; predicted; k rows of no answer and k answers", classification)
write("auc.csv", "auc; DeLong se; average precision; n; positive; scores", auc)
write("curves.csv", "points of ROC, P-R; fpr; tpr; thresholds; precision; recall; thresholds; n; positive; scores", curves)
write("probability.csv", "ovr auc macro,weighted; brier multi,binary; log loss; ece 10,15; k; n; gold; probabilities", probability)
write("regression.csv", "mae; mse; rmse; r2; pearson,low,high; spearman; kendall; n; gold; predicted", regression)
write("bootstrap.csv", "macro-F1 se,low,high; mcc se,low,high; k; n; gold; predicted", bootstrap, 5)
