#!/usr/bin/env python3
"""Reads the folder lm-eval/ of a run with lm-evaluation-harness's own code, and computes the scores again from the samples.

Setting up:  pip install --no-deps lm_eval==0.4.13 && pip install pytablewriter typing_extensions jinja2 pyyaml numpy regex requests word2number
Use:         check_lm_eval.py target/touchstone/latest/lm-eval
"""
import glob
import json
import os
import sys

from lm_eval.result_schema import EvalResults, SampleResult
from lm_eval.utils import get_file_task_name, get_results_filenames, get_sample_results_filenames, handle_non_serializable, hash_string, make_table


def samples_by_task(files):
    return {get_file_task_name(os.path.basename(f)): [json.loads(line) for line in open(f, encoding="utf-8")]
            for f in get_sample_results_filenames(files)}


def check_samples(task, samples):
    for sample in samples:
        missing = [key for key in SampleResult.__annotations__ if key not in sample]
        assert not missing, f"{task}: a sample lacks {missing}"
        assert all(metric in sample for metric in sample["metrics"]), f"{task}: a metric has no value"
        prompt = sample["arguments"]["gen_args_0"]["arg_0"]
        assert hash_string(prompt) == sample["prompt_hash"], f"{task}: prompt_hash"
        assert hash_string(sample["target"]) == sample["target_hash"], f"{task}: target_hash"
        for response in sample["resps"]:
            if isinstance(response[0], list):
                float(response[0][0])


def check_scores(task, samples, metrics):
    """Means of what has a number for each sample."""
    compared = 0
    for key, value in metrics.items():
        metric, _, name = key.partition(",")
        of_filter = [s for s in samples if s["filter"] == name]
        if not of_filter or value is None or not isinstance(of_filter[0].get(metric), float):
            continue
        mean = sum(s[metric] for s in of_filter) / len(of_filter)
        assert abs(mean - value) < 1e-12, f"{task} {key}: {value} in the results, {mean} from the samples"
        compared += 1
    return compared


def check(folder):
    files = glob.glob(folder + "/*.json*")
    for name in get_results_filenames(files):
        results = json.load(open(name, encoding="utf-8"))
        unknown = [key for key in results if key not in EvalResults.__annotations__ and key != "touchstone_version"]
        assert not unknown, f"keys that lm-eval does not have: {unknown}"
        print(make_table(results))
        if "groups" in results:
            print(make_table(results, "groups"))
        samples, compared = samples_by_task(files), 0
        for task, of_task in samples.items():
            check_samples(task, of_task)
            compared += check_scores(task, of_task, results["results"][task])
            hashes = "".join(s["doc_hash"] + s["prompt_hash"] + s["target_hash"] for s in of_task)
            assert hash_string(hashes) == results["task_hashes"][task], f"{task}: task_hashes"
        print(f"{name}: {len(samples)} tasks, {sum(map(len, samples.values()))} samples, {compared} scores equal")


if __name__ == "__main__":
    for place in [sys.argv[1], *glob.glob(sys.argv[1] + "/*/")]:
        check(place.rstrip("/"))
