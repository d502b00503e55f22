"""Golden values for python.Literal and python.Repr.  python3 golden_literals.py > ../resources/dev/touchstone/suites/python/literals.json
Each source with repr(ast.literal_eval(source)), or null where Python raises an error. Written with Python 3.11.7."""
import ast
import json
import random
import sys

SOURCES = ["[]", "['a', \"b's\"]", "[ 'a' ,'b', ]", "('a', 1)", "('a')", "('a',)", "()", "{}", "{'a': 1, 'b': [2, {'c': None}]}", "1", "-1", "+2", "1.5", "-2e-5", "1_000", "True", "[True, False, None]", "'a' 'b'", "['a' 'b']", "u'a'", "'''a\nb'''",
           '"""x"y"""', "'\\n\\t\\x41\\u4e2d\\'\\q'", "'a\\\nb'", "[1,\n 2]  # comment", "  [1]", "\t1", "[1", "1]", "[1,,2]", "[,]", "a", "['a'", "'a", "[1] x", "", "{1}", "{'a'}", "[1 2]", "{'a' 1}", "print(1)", "1 + 1", "1,2", "1,", "[[1, 2], ['3']]", "[\"it's\", 'say \"x\"', 'it\\'s \"x\"']",
           "'中文 \U0001F600 \\U0001F600'", "['\u00a0', '\u200b', '\\x00']", "0.1", "1e22", "1e16", "123456789.125", "1e-4", "1e-5", "None", "nan", "[1.0, 2.50]", ".5", "5.", "(1, (2,), [()])", "{(1, 2): 'x'}", "'a\tb'", "\"\"", "['', ' ']"]
rng = random.Random(1)


def any_value(depth):
    kind = rng.choice("sifbnld" if depth else "sifbn")
    if kind == "s":
        return "".join(rng.choice("ab'\"\\\n\t é中\U0001F600{}[],:0\x1f\x85") for _ in range(rng.randint(0, 6)))
    if kind == "i":
        return rng.randint(-10**6, 10**15)
    if kind == "f":
        return rng.choice([rng.random(), rng.random() * 10 ** rng.randint(-20, 20), rng.uniform(-1, 1) * 10 ** rng.randint(-300, 300), float(rng.randint(-9, 9))])
    if kind == "b":
        return rng.random() < 0.5
    if kind == "n":
        return None
    if kind == "l":
        items = [any_value(depth - 1) for _ in range(rng.randint(0, 4))]
        return items if rng.random() < 0.7 else tuple(items)
    return {any_value(0): any_value(depth - 1) for _ in range(rng.randint(0, 3))}


def expected(source):
    try:
        value = ast.literal_eval(source)
        return None if isinstance(value, set) else repr(value)
    except Exception:
        return None


SOURCES += [repr(any_value(3)) for _ in range(400)]
json.dump({"origin": "golden_literals.py, Python " + sys.version.split()[0], "cases": [[s, expected(s)] for s in SOURCES]}, sys.stdout, indent=0)
