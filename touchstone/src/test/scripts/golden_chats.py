"""Prompts as chats, as lm-evaluation-harness 0.4.13 makes them with --apply_chat_template.  golden_chats.py > golden-chats.json
The rows are made up (see lm_eval_local.py for what to install). In place of a model's template stands one that shows every message and where the answer begins."""
import json
import sys

from lm_eval_local import load

SYSTEM = "Be brief."


def template(messages, add_generation_prompt=True):
    return "".join(f"<{m['role']}>{m['content']}</{m['role']}>" for m in messages) + ("<assistant>" if add_generation_prompt else "")


def mmlu(n, what):
    return [dict(question=f" {what} question {i}? ", subject="anatomy", choices=[f"a{i}", f"b{i}", f"c{i}", f"d{i}"], answer=i % 4) for i in range(n)]


def ceval(n, what):
    return [dict(id=i, question=f"{what}题{i}？", A="甲", B="乙", C="丙", D="丁", answer="ABCD"[i % 4], explanation="") for i in range(n)]


def gsm8k(n, what):
    return [dict(question=f"{what} sum {i}?", answer=f"It is {i}.\n#### {i}") for i in range(n)]


TASKS = [("mmlu/anatomy", "mmlu_anatomy", {"test": mmlu(2, "Test"), "dev": mmlu(5, "Dev")}),
         ("ceval/law", "ceval-valid_law", {"val": ceval(2, "验"), "dev": ceval(5, "例"), "test": ceval(1, "测")}),
         ("gsm8k/gsm8k", "gsm8k", {"test": gsm8k(2, "Test"), "train": gsm8k(30, "Train")})]


def chats():
    for subject, name, splits in TASKS:
        for shots, system in ((0, ""), (2, SYSTEM)):
            task = load(name, splits, shots)
            task.build_all_requests(system_instruction=system or None, apply_chat_template=True, fewshot_as_multiturn=True, chat_template=template, tokenizer_name="none")
            by_doc = {}
            for instance in task.instances:
                by_doc.setdefault(instance.doc_id, []).append(instance.args)
            for i, args in sorted(by_doc.items()):
                found = {"id": f"{subject}#{i}", "shots": shots, "system": system, "prompt": args[0][0]}
                if isinstance(args[0][1], str):
                    found["continuations"] = [a[1] for a in args]
                yield found


json.dump({"origin": "lm_eval 0.4.13, golden_chats.py", "rows": {s: r for s, _, r in TASKS}, "prompts": list(chats())}, sys.stdout, indent=1, ensure_ascii=False)
print()
