"""Writes how Hugging Face tokenizers cut strings, for PreTokenizerKindTest. Made with Python 3.11.7, tokenizers 0.22.1 (pip install tokenizers==0.22.1).

pretokenizer_splits.py COUNT SEED [TEXT-FILE...] > pretokenizer-splits.jsonl

One JSON line per string: "text", then for each pre-tokenizer the lengths of its pieces in code points. The strings are COUNT seeded random
ones, and the lines of the text files. The committed file was made with: pretokenizer_splits.py 400 20261123
"""

import json
import random
import sys

from tokenizers import Regex, pre_tokenizers

LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def byte_level(use_regex):
    return pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=use_regex)


def split(pattern):
    return pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"), byte_level(False)])


PRE_TOKENIZERS = {
    "smollm": pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), byte_level(True)]),
    "gpt-2": byte_level(True),
    "llama-bpe": split(LLAMA3 % "{1,3}"),
    "qwen2": split(LLAMA3 % ""),
}

# Each entry is one kind of trouble; a random string mixes some of them.
ALPHABETS = [
    list("abcXYZ"),
    list("  \t"),
    list("\n\r") + ["\r\n", "\n\n", " \n", "\n "],
    list("0123456789"),
    list("'stmdSTMD") + ["'re", "'VE", "'ll", "'Ll", "'\u017f", "\u2019s", "' s", "''s"],
    list(".,;:!?-_()[]{}<>|/\\@#$%^&*+=~`\""),
    list("\u7684\u4e00\u662f\u4e2d\u6587\u3002\uff0c\u300a\u300b\uff08\uff11\uff12"),
    list("\u3042\u30ab\ud55c\uae00\u0410\u0431\u03a9\u00e9\u00df\u0130\u01c5"),
    ["\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\u2764\ufe0f", "\U00020000", "\U0001d7d8"],
    list("\u00a0\u2003\u3000\u2028\u0085\u1680\u202f\u2007\u200b\ufeff\u180e\x0b\x0c"),
    list("\x00\x01\x07\x1b\x1c\x1f\x7f\u0090"),
    ["e\u0301", "\u0301", "n\u0303", "\u0627\u0651", "\u0915\u094d\u0937", "\u0e01\u0e33"],
    list("\u0661\u0662\u00b2\u00bd\u2167\u3007\u4e00\u2460\u0be7"),
    list("\u1c89\ua7da\U00010d40\U00016d40\U0001e5f0\ufffd\ue000\U0010ffff\u0378"),
]


def random_text(rng):
    alphabets = rng.sample(ALPHABETS, rng.randint(1, 4))
    parts = []
    for _ in range(rng.randint(1, 12)):
        alphabet = rng.choice(alphabets)
        parts.extend(rng.choice(alphabet) for _ in range(rng.randint(1, 3)))
    return "".join(parts)


def texts():
    rng = random.Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[1])):
        yield random_text(rng)
    for name in sys.argv[3:]:
        with open(name, encoding="utf-8", newline="") as file:
            yield from file


def lengths(pre_tokenizer, text):
    return [end - start for _, (start, end) in pre_tokenizer.pre_tokenize_str(text)]


for text in texts():
    row = {"text": text, **{name: lengths(p, text) for name, p in PRE_TOKENIZERS.items()}}
    sys.stdout.write(json.dumps(row, separators=(",", ":")) + "\n")
