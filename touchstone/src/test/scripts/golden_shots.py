"""Prompts with solved examples, as lm-evaluation-harness 0.4.13 makes them.  golden_shots.py DATA > golden-shots.json  (see lm_eval_local.py)
DATA: the folder with the published files. Of these only digests are kept; GLUE's and SciQ's train files are made up here, with rows that
occur twice and in both splits, and are written into the output."""
import hashlib
import json
import pathlib
import sys

from lm_eval_local import load, prompts

DATA = pathlib.Path(sys.argv[1])


def lines(name):
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


def digests(suite, name, splits, shots, limit):
    return [{"id": f"{suite}#{i}", "shots": shots, "sha256": hashlib.sha256(args[0][0].encode()).hexdigest()}
            for i, args in enumerate(prompts(load(name, splits, shots), limit))]


def published():
    gsm8k = {split: lines(f"gsm8k/{split}.jsonl") for split in ("test", "train")}
    algebra = [row for row in lines("math/test.jsonl") if row["type"] == "Algebra"]
    math500 = lines("math/math500_test.jsonl")
    return (digests("gsm8k/gsm8k", "gsm8k", gsm8k, 5, 40) + digests("gsm8k_cot/gsm8k_cot", "gsm8k_cot", gsm8k, 8, 3)
            + digests("minerva_math/algebra", "minerva_math_algebra", {"test": algebra, "train": algebra}, 4, 3)
            + digests("minerva_math500/minerva_math500", "minerva_math500", {"test": math500}, 4, 3)
            + digests("math500/math500", "hendrycks_math500", {"test": math500}, 0, 3))


def sciq(n, what):
    return [dict(question=f"{what} question {i}?", distractor1=f"a{i}", distractor2=f"b{i}", distractor3=f"c{i}", correct_answer=f"d{i}",
                 support="" if i % 3 == 0 else f" Because of {i}.") for i in range(n)]


def cola(n, what):
    return [dict(sentence=f"{what} sentence {i % 9} .", label=i % 2) for i in range(n)]


def with_numbers(rows):
    return [dict(row, idx=i) for i, row in enumerate(rows)]


def made_up():
    rows = {"sciq": {"train": sciq(12, "Train"), "validation": sciq(3, "Valid"), "test": sciq(6, "Test")},
            # the first of dev is the first of train, as row and by number; the second one by its words only
            "cola": {"train": cola(12, "A"), "validation": [cola(12, "A")[0], cola(12, "A")[5]] + cola(6, "B")}}
    hub = {"sciq": rows["sciq"], "cola": {split: with_numbers(docs) for split, docs in rows["cola"].items()}}
    found = []
    for suite, name, shots in (("sciq/sciq", "sciq", 1), ("sciq/sciq", "sciq", 7), ("glue/cola", "cola", 2), ("glue/cola", "cola", 11)):
        for i, args in enumerate(prompts(load(name, hub[name], shots))):
            found.append({"id": f"{suite}#{i}", "shots": shots, "prompt": args[0][0]})
    return {"rows": rows, "prompts": found}


json.dump({"origin": "lm_eval 0.4.13, golden_shots.py", "published": published(), "madeUp": made_up()}, sys.stdout, indent=1, ensure_ascii=False)
