"""Golden values for the package `extract`.  python golden_answers.py LM_EVAL [GOLDS.jsonl...] > OUT.json
LM_EVAL is an unpacked lm_eval 0.4.13 wheel. Without files of golds: the committed ../resources/dev/touchstone/suites/extract/answers.json,
from strings of this script only. With them (a field `answer` or a \\boxed in `solution`): the same for those answers and mutations of
them; that output holds benchmark data and stays outside of the repository. Only re, math and random are needed: the functions are cut out
of the wheel's sources."""
import ast
import json
import pathlib
import platform
import random
import re
import sys

ROOT = pathlib.Path(sys.argv[1]) / "lm_eval"
RNG = random.Random(20261124)


def functions(path):
    """The module's functions and tables without its imports, which would need torch, sympy and datasets."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    keep = [n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.Assign)) and getattr(n, "name", "") not in ("process_docs",)
            and not (isinstance(n, ast.Assign) and n.targets[0].id == "eval_logger")]
    for node in keep:
        if isinstance(node, ast.FunctionDef):
            node.returns = None
            for a in node.args.args:
                a.annotation = None
    names = {"re": re}
    exec(compile(ast.Module(keep, []), path, "exec"), names)
    return names


H = functions("tasks/hendrycks_math/utils.py")
M = functions("tasks/minerva_math/utils.py")
PIECES = ["\\frac", "\\dfrac", "{", "}", "1", "2", "72", "\\sqrt", "[3]", "/", "=", " ", "x", "k = ", ".", ".5", "0.5", "\\text{", "\\text{ ", "cm", "square ",
          "\\left", "\\right", "(", ")", ",", "1,000", "$", "\\$", "\\%", "^\\circ", "^{\\circ}", "\\!", "\\\\", "\n", "\\boxed{", "\\boxed ", "\\fbox{", "ft",
          "a ", "an ", "dollars", "\\mathrm{th}", "{,}", "\\pi", "-", "\\textbf{", "\\overline{", "é", "\U0001F600", "½", "٣", "_", "\t", "\r", "+", "\\cdot", "hours", "\\ldots", "minutes"]
OPENINGS = ["Final Answer: The final answer is", "I hope it is correct.", ". I hope it is correct.", " $4$", "x", "\n", " ", ". ", "\U0001F600", "Final Answer: The final answer is $3$. I hope it is correct."]
BODIES = ["\\frac12", "\\frac1{72}", ".5", "k = 7", "abc=4", "\\left( 3, \\frac{1}{2} \\right)", "01/2", "5\\text{ cm}", "2 .5", "x/y", "x /y", "0.50", "1,000", "3/4", "-3/4",
          "1_0/2", "+1/2", "1/-2", "\\sqrt3", "\\sqrt", "\\frac", "\\frac1", "5\\text{ a}\\text{ b}", "\\boxed{3}", "\\boxed 3$", "\\fbox{3}", "\\boxed{3", "\\boxed{\\frac{1}{2}} and \\boxed{4}",
          "90^\\circ", "10\\%", "\\$5", "12 square inches", "2\\pi cm", "\\left(1,2\\right)", "1,234,567", "0,1", "\\text{and}", "\\sqrt[3]8", "\\sqrt2x", "so $x$ and $y$", "12\\text{th}", "\\text{A}, \\text{B}"]


def attempt(function, *args):
    try:
        return function(*args)
    except Exception:
        return None


def mutated(text):
    for _ in range(RNG.randint(1, 3)):
        at = RNG.randint(0, len(text))
        kind = RNG.randint(0, 2)
        text = text[:at] + (RNG.choice(PIECES) if kind < 2 else "") + text[at + (kind == 2):]
    return text


def case(text):
    last = attempt(H["last_boxed_only_string"], text)
    other = mutated(text) if RNG.random() < 0.7 else text
    return {"text": text, "other": other, "strip": attempt(H["strip_string"], text), "equivalent": H["is_equiv"](text, other), "lastBoxed": last,
            "content": None if last is None else attempt(H["remove_boxed"], last), "minerva": M["normalize_final_answer"](text)}


def finals(n):
    texts = ["".join(RNG.choice(OPENINGS) for _ in range(RNG.randint(1, 7))) for _ in range(n)]
    return [{"text": t, "answer": M["get_unnormalized_answer"](t)} for t in texts]


def golds(paths):
    for path in paths:
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            yield row["answer"].split("####")[-1].strip() if "answer" in row else H["remove_boxed"](H["last_boxed_only_string"](row["solution"]))
            if "solution" in row:
                yield row["solution"]


def texts():
    if len(sys.argv) > 2:
        for gold in golds(sys.argv[2:]):
            yield gold
            yield mutated(gold)
    else:
        yield from BODIES
        for _ in range(260):
            yield mutated(RNG.choice(BODIES))
        for _ in range(200):
            yield "".join(RNG.choice(PIECES) for _ in range(RNG.randint(1, 8)))


json.dump({"origin": f"golden_answers.py, lm_eval 0.4.13 (wheel), Python {platform.python_version()}, seed 20261124",
           "cases": [case(t) for t in texts()], "finals": finals(200)}, sys.stdout, indent=None)
