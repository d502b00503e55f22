"""Golden values of the calibrated precisions, by NumPy, for GoldenCalibrationTest.

    pip install numpy==2.4.6 ml_dtypes==0.6.0
    python calibration_golden.py > ../resources/dev/touchstone/reference/quantization/calibrated.csv

Written from the papers (GPTQ arXiv:2210.17323, AWQ arXiv:2306.00978, SmoothQuant arXiv:2211.10438), not from the Java code: in float64 with LAPACK's inverse and
Cholesky factor, where Java has loops of its own. Inputs are those of quantization_golden.py, with a few strong ones; lines are made as there.
"""

import sys

import numpy as np

from quantization_golden import F, asymmetric, integer_product, line, linear, normal, symmetric

OUTPUTS, WIDTH, TOKENS, GROUP = 37, 300, 333, 128


def inputs():
    """Channel c is (1 + c % 7) times as strong, 17 and 200 some 30 times more; 44 is always 0."""
    x = normal(51, TOKENS, WIDTH) * (1 + np.arange(WIDTH) % 7).astype(F)
    x[:, 17] *= F(30)
    x[:, 200] *= F(25)
    x[:, 44] = 0
    return x


def layers():
    return [normal(52, OUTPUTS, WIDTH) * F(0.05), normal(53, 11, WIDTH) * F(0.03)]


def gptq(w, x):
    h = 2 * x.astype(np.float64).T @ x.astype(np.float64)
    w = w.astype(np.float64).copy()
    dead = np.diag(h) == 0
    h[dead, dead] = 1
    w[:, dead] = 0
    h[np.diag_indices(WIDTH)] += 0.01 * np.diag(h).mean()
    u = np.linalg.cholesky(np.linalg.inv(h)).T
    out = np.empty(w.shape, dtype=F)
    for i in range(WIDTH):
        if i % GROUP == 0:
            params = [asymmetric(row.astype(F), 15)[1:] for row in w[:, i:i + GROUP]]
        for r, (s, z) in enumerate(params):
            q = np.clip(np.rint(F(w[r, i]) / s) + z, 0, 15)
            out[r, i] = (q - z) * s
        error = (w[:, i] - out[:, i]) / u[i, i]
        w[:, i + 1:] -= np.outer(error, u[i, i + 1:])
    return out


def awq(ws, x):
    mean = np.abs(x).astype(np.float64).mean(axis=0)
    step = max(1, TOKENS // 256)
    sample = x[::step][:256].astype(np.float64)
    best = None
    for k in range(21):
        s = np.maximum(1e-4, mean ** (k / 20)).astype(F)
        held = [linear(w * s, GROUP, lambda v: asymmetric(v, 15)) for w in ws]
        error = sum(((sample @ (q / s - w).astype(np.float64).T) ** 2).sum() for q, w in zip(held, ws))
        if best is None or error < best[0]:
            best = (error, k, s, held)
    print(f"# awq-int4: exponent {best[1] / 20}")
    return best[2], best[3]


def smooth(ws, x):
    largest = np.abs(x).max(axis=0)
    weight = np.max([np.abs(w).max(axis=0) for w in ws], axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        s = (np.sqrt(largest.astype(np.float64)) / np.sqrt(weight.astype(np.float64))).astype(F)
    return np.where((largest > 0) & (weight > 0), s, F(1))


def main():
    print(f"# NumPy {np.__version__}, Python {sys.version.split()[0]};"
          " model-adapters/reference/src/test/scripts/calibration_golden.py")
    x, ws = inputs(), layers()
    s8 = lambda v: symmetric(v, 127, -127, 127)
    scale = np.abs(x).max() / F(127)
    fixed = lambda v: (np.clip(np.rint(v / scale), -127, 127), scale, F(0))
    later = normal(54, 3, WIDTH) * F(60)
    line("int8-static", "product", integer_product(ws[0], later, {"weights": s8, "inputs": fixed}))
    for number, w in enumerate(ws):
        line("gptq-int4", f"weights {number}", gptq(w, x))
    s, held = awq(ws, x)
    line("awq-int4", "factors", s)
    for number, q in enumerate(held):
        line("awq-int4", f"weights {number}", q)
    s = smooth(ws, x)
    line("smoothquant-int8", "factors", s)
    for number, w in enumerate(ws):
        line("smoothquant-int8", f"weights {number}", linear(w * s, WIDTH, s8))


main()
