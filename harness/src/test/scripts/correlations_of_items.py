"""Predictions and correlations of an items file of glue/stsb, computed from its log-likelihoods alone.
mvn test -Dsuite=glue/stsb -Ddata=mini -Dlimit=60 -Dmodel=gguf:SmolLM2-135M-Instruct.Q4_1.gguf
python correlations_of_items.py target/touchstone/latest/items-glue-native.jsonl ../resources/dev/touchstone/run
Copies the file without its timing to stsb-items.jsonl, and writes stsb-correlations.json.
Written with Python 3.11.7, numpy 2.4.6, scipy 1.17.1."""
import json
import sys

import numpy as np
import scipy
from scipy import special, stats

ITEMS, OUT = sys.argv[1:3]

with open(ITEMS, encoding="utf-8") as file:
    items = [json.loads(line) for line in file]

points = np.array([[float(choice) for choice in item["choices"]] for item in items])
probabilities = special.softmax(np.array([item["loglikelihoods"] for item in items]), axis=1)
predictions = (probabilities * points).sum(axis=1)
gold = np.array([item["gold"] for item in items])
pearson = stats.pearsonr(predictions, gold)
interval = pearson.confidence_interval(0.95)

with open(f"{OUT}/stsb-items.jsonl", "w", encoding="utf-8", newline="\n") as file:
    for item in items:
        item["timing"] = {"modelNanos": 0, "computedTokens": 0}
        file.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")

with open(f"{OUT}/stsb-correlations.json", "w", encoding="utf-8", newline="\n") as file:
    json.dump({"origin": f"correlations_of_items.py; numpy {np.__version__}, scipy {scipy.__version__}",
               "n": len(items),
               "pearson": float(pearson.statistic),
               "pearsonInterval95": [float(interval.low), float(interval.high)],
               "spearman": float(stats.spearmanr(predictions, gold).statistic),
               "predictions": predictions.tolist()}, file, indent=1)
    file.write("\n")
