"""How far apart two variants of a run are, from the logits that the run wrote out with -Dlogits=keep.

    python divergence_of_logits.py RUN_FOLDER SUITE BASELINE CANDIDATE

prints JSON. The golden values beside KeptLogitsRunTest are of the run that the test makes (tiny model of seed 7, in touchstone/target/kept-logits):
python divergence_of_logits.py touchstone/target/kept-logits/latest SUITE native int4, with Python 3.11.7, numpy 2.4.6.
"""
import csv
import json
import sys

import numpy as np


def load(folder, suite, precision):
    with open(f"{folder}/logits-{suite}-{precision}.csv", encoding="utf-8", newline="") as file:
        index = list(csv.DictReader(file))
    vocabulary = int(index[0]["vocabulary"])
    logits = np.fromfile(f"{folder}/logits-{suite}-{precision}.f32", dtype="<f4").reshape(-1, vocabulary).astype(np.float64)
    rows = {(row["item"], int(row["position"])): logits[int(row["row"])] for row in index}
    tokens = {(row["item"], int(row["position"])): [int(t) for t in row["right tokens"].split()] for row in index}
    return rows, tokens


def log_softmax(x):
    shifted = x - x.max()
    return shifted - np.log(np.exp(shifted).sum())


def main(folder, suite, baseline, candidate):
    base, tokens = load(folder, suite, baseline)
    other, _ = load(folder, suite, candidate)
    kl, same, ratios, gains = [], [], [], []
    for key, logits in base.items():
        p, q = log_softmax(logits), log_softmax(other[key])
        kl.append(float((np.exp(p) * (p - q)).sum()))
        same.append(int(p.argmax() == q.argmax()))
        for token in tokens[key]:
            ratios.append(p[token] - q[token])
            gains.append(np.exp(q[token]) - np.exp(p[token]))
    json.dump({
        "suite": suite,
        "positions": len(kl),
        "tokens": len(ratios),
        "divergence": float(np.mean(kl)),
        "divergenceError": float(np.std(kl, ddof=1) / np.sqrt(len(kl))),
        "percentiles": {str(p): float(np.percentile(kl, p)) for p in (1, 50, 99, 100)},
        "sameTop": float(np.mean(same)),
        "logPerplexityRatio": float(np.mean(ratios)),
        "perplexityRatio": float(np.exp(np.mean(ratios))),
        "gain": float(np.mean(gains)),
        "gainRms": float(np.sqrt(np.mean(np.square(gains)))),
    }, sys.stdout, indent=1)
    print()


main(*sys.argv[1:])
