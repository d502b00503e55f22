"""Golden values of every precision, by NumPy and ml_dtypes, for GoldenQuantizationTest.

    pip install numpy==2.4.6 ml_dtypes==0.6.0
    python quantization_golden.py > ../resources/dev/touchstone/reference/quantization/golden.csv

Written from the definitions (GPTQ-style rounding, QLoRA's NF4, OCP FP8, BitNet's ternary rule), not from the Java code. Inputs come from SplitMix64, so that
both sides make the same numbers. A line is: name, what, SHA-256 of the fp32 numbers (little-endian, row-major), the first eight of them.
"""

import ctypes
import ctypes.util
import hashlib
import sys

import ml_dtypes
import numpy as np

F = np.float32
ROWS, COLUMNS, TOKENS = 37, 2113, 3
LIBM = ctypes.CDLL(ctypes.util.find_library("m"))
LIBM.fmaf.restype = ctypes.c_float
LIBM.fmaf.argtypes = [ctypes.c_float] * 3


def splitmix(seed, count):
    state, out, mask = seed, [], (1 << 64) - 1
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & mask
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        out.append(z ^ (z >> 31))
    return out


def normal(seed, rows, columns):
    """Sums of twelve uniform numbers less 6: nearly N(0, 1), and exact until the one rounding to fp32."""
    count = rows * columns
    words = np.array(splitmix(seed, 3 * count), dtype=np.uint64).reshape(count, 3)
    total = np.zeros(count, dtype=np.int64)
    for shift in (0, 16, 32, 48):
        total += ((words >> np.uint64(shift)) & np.uint64(0xFFFF)).astype(np.int64).sum(axis=1)
    return ((total - 6 * 65536) / 65536.0).astype(F).reshape(rows, columns)


def weights():
    """Row 1 has an outlier, row 2 is zero, row 3 is tiny, row 4 only positive, row 5 a row of few values with ties."""
    w = normal(11, ROWS, COLUMNS)
    w[1, 700] = F(1e4)
    w[2] = 0
    w[3] *= F(2.0**-20)
    w[4] = np.abs(w[4])
    w[5] = np.rint(w[5] * F(2)) / F(2)
    return w


def groups(w, size):
    for row in range(w.shape[0]):
        for start in range(0, w.shape[1], size):
            yield row, slice(start, min(w.shape[1], start + size))


def symmetric(x, steps, low, high):
    s = np.abs(x).max() / F(steps)
    s = F(1) if s == 0 else s
    return np.clip(np.rint(x / s), low, high), s, F(0)


def asymmetric(x, steps):
    low, high = min(x.min(), F(0)), max(x.max(), F(0))
    s = (high - low) / F(steps)
    s = F(1) if s == 0 else s
    z = np.clip(np.rint(-low / s), 0, steps)
    return np.clip(np.rint(x / s) + z, 0, steps), s, z


def linear(w, size, rule):
    out = np.empty_like(w)
    for row, part in groups(w, size):
        q, s, z = rule(w[row, part])
        out[row, part] = (q - z).astype(F) * s
    return out


def ternary(w):
    s = F(np.abs(w).astype(np.float64).mean())
    return np.clip(np.rint(w / s), -1, 1) * s


LEVELS = np.array([-1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635,
                   -0.18477343022823334, -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725,
                   0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941,
                   0.7229568362236023, 1.0], dtype=F)


def nf4(w, twice):
    blocks = list(groups(w, 64))
    scales = np.array([np.abs(w[b]).max() for b in blocks], dtype=F)
    scales[scales == 0] = 1
    used = scales
    if twice:
        mean = F(scales.astype(np.float64).mean())
        used = np.empty_like(scales)
        for start in range(0, len(scales), 256):
            q, s, _ = symmetric(scales[start:start + 256] - mean, 127, -127, 127)
            used[start:start + 256] = q.astype(F) * s + mean
    out = np.empty_like(w)
    for (row, part), s, u in zip(blocks, scales, used):
        x = (w[row, part] / s).astype(np.float64)
        out[row, part] = LEVELS[np.abs(x[:, None] - LEVELS.astype(np.float64)[None, :]).argmin(axis=1)] * u
    return out


def fp8(x, kind, largest):
    s = np.abs(x).max(axis=1) / F(largest)
    s[s == 0] = 1
    return np.clip(x / s[:, None], -largest, largest).astype(kind).astype(F), s


def sparse(w, percent):
    flat = w.ravel().copy()
    flat[np.argsort(np.abs(flat), kind="stable")[: flat.size * percent // 100]] = 0
    return flat.reshape(w.shape)


def two_of_four(w):
    out = np.zeros_like(w)
    for row, part in groups(w, 4):
        x = w[row, part]
        kept = np.argsort(-np.abs(x), kind="stable")[:2]
        out[row, part.start + kept] = x[kept]
    return out


def channels(gate, up, down, percent):
    d = np.float64
    norm = (gate.astype(d) ** 2).sum(axis=1) + (up.astype(d) ** 2).sum(axis=1) + (down.astype(d) ** 2).sum(axis=0)
    gone = np.argsort(np.sqrt(norm), kind="stable")[: len(norm) * percent // 100]
    gate, up, down = gate.copy(), up.copy(), down.copy()
    gate[gone], up[gone], down[:, gone] = 0, 0, 0
    return np.concatenate([gate, up, down.T])


def integer_product(w, x, rule):
    """Sums of products of whole numbers, exact; then the weight's scale, then the token's."""
    y = np.empty((x.shape[0], w.shape[0]), dtype=F)
    for t in range(x.shape[0]):
        qx, sx, zx = rule["inputs"](x[t])
        for n in range(w.shape[0]):
            qw, sw, zw = rule["weights"](w[n])
            total = int(((qx - zx).astype(np.int64) * (qw - zw).astype(np.int64)).sum())
            y[t, n] = F(total) * sw * sx
    return y


def float8_product(w, x, kind, largest):
    qw, sw = fp8(w, kind, largest)
    qx, sx = fp8(x, kind, largest)
    y = np.empty((x.shape[0], w.shape[0]), dtype=F)
    for t in range(x.shape[0]):
        for n in range(w.shape[0]):
            total = 0.0
            for a, b in zip(qx[t].tolist(), qw[n].tolist()):
                total = LIBM.fmaf(a, b, total)
            y[t, n] = F(total) * sw[n] * sx[t]
    return y


def line(name, what, values):
    values = np.ascontiguousarray(values, dtype="<f4") + F(0)  # a zero has no sign here
    first = " ".join(f"{v:.9g}" for v in values.ravel()[:8])
    print(f"{name},{what},{hashlib.sha256(values.tobytes()).hexdigest()},{first}")


def main():
    print(f"# NumPy {np.__version__}, ml_dtypes {ml_dtypes.__version__}, Python {sys.version.split()[0]};"
          " model-adapters/reference/src/test/scripts/quantization_golden.py")
    w, x = weights(), normal(12, TOKENS, COLUMNS)
    x[1] = 0
    s8 = lambda v: symmetric(v, 127, -127, 127)
    a8 = lambda v: asymmetric(v, 255)
    line("fp32", "weights", w)
    line("fp16", "weights", w.astype(np.float16).astype(F))
    line("bf16", "weights", w.astype(ml_dtypes.bfloat16).astype(F))
    for name, kind, largest in (("fp8-e4m3", ml_dtypes.float8_e4m3fn, 448), ("fp8-e5m2", ml_dtypes.float8_e5m2, 57344)):
        q, s = fp8(w, kind, largest)
        line(name, "weights", q * s[:, None])
        line(name, "product", float8_product(w, x, kind, largest))
    line("int8", "weights", linear(w, COLUMNS, s8))
    line("int8", "product", integer_product(w, x, {"weights": s8, "inputs": s8}))
    line("int8-asym", "weights", linear(w, COLUMNS, a8))
    line("int8-asym", "product", integer_product(w, x, {"weights": a8, "inputs": a8}))
    line("w8a16", "weights", linear(w, COLUMNS, s8))
    line("int4", "weights", linear(w, 128, lambda v: symmetric(v, 7, -8, 7)))
    line("int4-asym", "weights", linear(w, 128, lambda v: asymmetric(v, 15)))
    line("int2", "weights", linear(w, 64, lambda v: asymmetric(v, 3)))
    line("ternary", "weights", ternary(w))
    scale = F(np.abs(w).astype(np.float64).mean())
    three = lambda v: (np.clip(np.rint(v / scale), -1, 1), scale, F(0))
    line("ternary", "product", integer_product(w, x, {"weights": three, "inputs": s8}))
    line("nf4", "weights", nf4(w, False))
    line("nf4-dq", "weights", nf4(w, True))
    line("sparse-50", "weights", sparse(w, 50))
    line("sparse-9", "weights", sparse(w, 9))
    line("sparse-2:4", "weights", two_of_four(w))
    gate, up, down = normal(13, 45, 37), normal(14, 45, 37), normal(15, 37, 45)
    line("channel-25", "gate up down", channels(gate, up, down, 25))


if __name__ == "__main__":
    main()
