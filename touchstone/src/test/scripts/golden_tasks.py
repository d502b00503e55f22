"""Requests of task files as lm-evaluation-harness 0.4.13 makes them (see lm_eval_local.py).
golden_tasks.py own > .../endtoend/golden-own-tasks.json       the task files in .../endtoend/tasks, with their own rows
golden_tasks.py installed > .../endtoend/golden-lm-eval-tasks.json       lm-evaluation-harness's own task files, on the rows below"""
import json
import os
import pathlib
import sys

import lm_eval_local
from lm_eval_local import load, load_files, prompts

TASKS = pathlib.Path(__file__).resolve().parent.parent / "resources/dev/touchstone/endtoend/tasks"
ROWS = {
    "arc_easy": {"train": [dict(id=f"t{i}", question=f"Training question {i}?", choices={"text": [f"{i} a", f"{i} b", f"{i} c", f"{i} d"], "label": ["A", "B", "C", "D"]}, answerKey="ABCD"[i % 4]) for i in range(6)],
                 "validation": [dict(id="v", question="v?", choices={"text": ["x"], "label": ["A"]}, answerKey="A")],
                 "test": [dict(id="1", question="Which one melts?", choices={"text": ["ice", "a stone", "it's \"sand\"", "wood"], "label": ["A", "B", "C", "D"]}, answerKey="A"),
                          dict(id="2", question=" Which of 3? ", choices={"text": ["one", "two", "thrée"], "label": ["1", "2", "3"]}, answerKey="3")]},
    "hellaswag": {"train": [dict(ctx_a=f"A man {i} walks.", ctx_b="he", activity_label="Walking [title] far", endings=[f"sits [step] down {i}.", "runs  off.", " flies.", "sleeps."], label=str(i % 4)) for i in range(5)],
                  "validation": [dict(ctx_a="A dog [x] barks.", ctx_b="éIT", activity_label="Removing ice", endings=["jumps. [title] Then it", "[substeps] rests.", "eats  a   bone.", "swims"], label="2"),
                                 dict(ctx_a="Someone cooks", ctx_b="", activity_label="Cooking", endings=["a", "b", "c", "d"], label="0")]},
    "piqa": {"train": [dict(goal=f"goal {i}", sol1="one way", sol2="another way", label=i % 2) for i in range(5)], "validation": [dict(goal="Open a jar", sol1="Turn the lid.", sol2="Eat the \"lid\"'s edge.", label=0), dict(goal="Dry a cup", sol1="Wet it", sol2="Wipe it", label=1)]},
    "boolq": {"train": [dict(passage=f"Passage {i}.", question=f"is it {i}", label=i % 2, idx=i) for i in range(5)], "validation": [dict(passage="Water is wet.", question="is water wet", label=1, idx=0), dict(passage="Fire.\nIt burns.", question="is fire cold", label=0, idx=1)]},
    "lambada_openai": {"test": [dict(text="The door was locked, so he took out the key"), dict(text="She said \"yes\"\nand he said no.")]},
    "truthfulqa_mc1": {"validation": [dict(question="Do fish fly?", mc1_targets={"choices": ["No, most don't.", "Yes", "Always, \"of course\""], "labels": [1, 0, 0]}, mc2_targets={"choices": ["x"], "labels": [1]}),
                                      dict(question="What's 1 + 1?", mc1_targets={"choices": ["2", "11"], "labels": [1, 0]}, mc2_targets={"choices": ["x"], "labels": [1]})]},
    "winogrande": {"train": [dict(sentence=f"{i} saw the dog, so _ ran.", option1="Ann", option2="Ben", answer="12"[i % 2]) for i in range(5)],
                   "validation": [dict(sentence="The cup broke because _ was thin.", option1="the cup", option2="the table", answer="1"), dict(sentence="Bob thanked Tim as _  had helped.", option1="Bob", option2="Tim", answer="2")]},
    "race": {"test": [dict(example_id="h1", article="A long text.\nWith lines.", answer="A", question="q", options=["x"],
                           problems=str([{"question": "What is it?", "answer": "B", "options": ["a", "b's", "c", "d"]}, {"question": "It was  _  .", "answer": "C", "options": ["red", "blue", "grey", "pink"]}, {"question": "Who \"came\"?", "answer": "D", "options": ["I", "you", "he", "they"]}])),
                      dict(example_id="h2", article="Short.", answer="A", question="q", options=["x"], problems=str([{"question": "The text is _ .", "answer": "A", "options": ["short", "long", "old", "new"]}]))]},
    "gsm8k_cot": {"test": [dict(question="How many are 2 and 2?", answer="2+2=<<2+2=4>>4\n#### 4")]},
    "sciq": {"train": [dict(question=f"Train {i}?", distractor1="a", distractor2="b", distractor3="c", correct_answer=f"d{i}", support="s" * i) for i in range(6)],
             "validation": [dict(question="v", distractor1="a", distractor2="b", distractor3="c", correct_answer="d", support="")], "test": [dict(question="What?", distractor1="a", distractor2="b", distractor3="c", correct_answer="d", support="  So.")]},
    "openbookqa": {"train": [dict(id=str(i), question_stem=f"Stem {i}", choices={"text": ["w", "x", "y", "z"], "label": ["A", "B", "C", "D"]}, answerKey="ABCD"[i % 4]) for i in range(5)], "validation": [dict(id="v", question_stem="v", choices={"text": ["w"], "label": ["A"]}, answerKey="A")],
                   "test": [dict(id="1", question_stem="The sun is", choices={"text": ["hot", "cold", "wet", "blue"], "label": ["A", "B", "C", "D"]}, answerKey=" A".lstrip())]},
}
NO_SHOTS = ("lambada_openai", "truthfulqa_mc1", "race", "gsm8k_cot")


def requests(task, kind):
    made = []
    for args, (_, doc) in zip(prompts(task), task.doc_iterator()):
        entry = {"contexts": [a[0] for a in args]}
        if kind == "loglikelihood_rolling":
            entry = {"contexts": [args[0][0]]}
        elif kind == "generate_until":
            until = args[0][1]["until"]
            entry["until"], entry["most"] = [until] if isinstance(until, str) else until, args[0][1].get("max_gen_toks", 256)
            target = task.doc_to_target(doc)
            entry["targets"] = target if isinstance(target, list) else [str(target)]
        else:
            entry["continuations"] = [a[1] for a in args]
        if kind == "multiple_choice":
            gold = task.doc_to_text(doc) if task.multiple_input else task.doc_to_target(doc)
            entry["gold"] = task.doc_to_choice(doc).index(gold) if isinstance(gold, str) else int(gold)
        made.append(entry)
    return made


def described(name, task, shots, **more):
    kind = task.config.output_type
    return dict(task=name, shots=shots, kind=kind, metrics=list(task._metric_fn_list), **more, requests=requests(task, kind))


def own():
    os.chdir(TASKS)
    lm_eval_local.include(str(TASKS))
    for name in sorted(path.stem for path in TASKS.glob("*.yaml")):
        shots = [None, 0, 2] if name != "pages" else [None]
        for count in shots:
            yield described(name, load_files(name, count), count)


def installed():
    for name, splits in ROWS.items():
        for count in ([None] if name in NO_SHOTS else [0, 3]):
            task = load(name, splits, count)
            yield described(name, task, count, dataset=task.config.dataset_path, config=task.config.dataset_name, rows=splits)


json.dump({"origin": "lm_eval 0.4.13, golden_tasks.py " + sys.argv[1], "tasks": list(own() if sys.argv[1] == "own" else installed())}, sys.stdout, indent=1, ensure_ascii=False)
