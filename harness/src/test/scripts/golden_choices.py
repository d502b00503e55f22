"""What lm-evaluation-harness's ConfigurableTask.process_results (0.4.13) decides on 1,000 random multiple-choice items, with its own numpy expressions.
python golden_choices.py ../resources/dev/touchstone/score/choices.jsonl.gz
Written with Python 3.11.7, numpy 2.4.6. Log-likelihoods are whole multiples of 1/16, so that ties are common and sums exact."""
import gzip
import json
import sys

import numpy as np

SEED = 20261126
ALPHABET = list("ab é中😀")
rng = np.random.default_rng(SEED)
lines = [json.dumps({"origin": f"golden_choices.py; numpy {np.__version__}; seed {SEED}"})]
for index in range(1000):
    count = int(rng.integers(2, 6))
    choices = [" " + "".join(rng.choice(ALPHABET, int(rng.integers(1, 6)))) for _ in range(count)]
    lls = np.round(rng.uniform(-8, 0, count) * (4 if index % 2 else 16)) / 16
    unconditional = np.round(rng.uniform(-8, 0, count) * 16) / 16
    gold = int(rng.integers(count))
    if index % 20 == 0:
        lls[:] = lls[0]
    completion_len = np.array([float(len(choice)) for choice in choices])
    byte_length = np.array([len(choice.encode("utf-8")) for choice in choices])
    scores = {
        "acc": float(np.argmax(lls) == gold),
        "acc_norm": float(np.argmax(lls / completion_len) == gold),
        "acc_bytes": float(np.argmax(lls / byte_length) == gold),
        "acc_mutual_info": float(np.argmax([c - u for c, u in zip(lls, unconditional)]) == gold),
    }
    lines.append(json.dumps({"choices": choices, "loglikelihoods": lls.tolist(), "unconditional": unconditional.tolist(), "gold": gold,
                             "answer": int(np.argmax(lls)), "scores": scores}, ensure_ascii=False))
with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as file:
    file.write(("\n".join(lines) + "\n").encode())
