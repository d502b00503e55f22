"""Golden values for CsvRows.  python golden_csv.py > ../resources/dev/touchstone/suites/data/csv.json
Python 3.11.7's csv.reader with its default dialect, on text with its line breaks as they are."""
import csv
import io
import json
import platform
import random
import sys

TEXTS = [
    "a,b\n", "a,b", "a,b\r\n", "a,b\r", "\na,b\n\n\nc,d\n\n", "\r\n\r\na,b\r\n", '"a","b"\n', '"a\nb",c\nd,e\n', '"a\r\nb",c\r\nd,e\r\n', '"a\rb",c\n',
    'a"b,c\n', 'a""b,c\n', '"a""b",c\n', '"a"b,c\n', '"a" b,c\n', '"a"b"c",d\n', '"a" ,b\n', 'a, "b"\n', ' "a",b\n', '"",b\n', ',\n', '"a,b",c\n', "a ,b \n", "\ta,b\t\n",
    '"\n\n",b\nc,d\n', 'a,"\n"\n\n"c",d\n', "中,文\n", "\U0001F600,b\n", "a\u2028b,c\n", "a\x0bb,c\x0c\n", "a\x85b,c\n", "a,b\n ,\n", '""\n"",""\n', '"""a""",b\n', '"a""",b\n', '#a,b\n', 'a\\,b\n',
]
RNG = random.Random(20261101)
while len(TEXTS) < 400:
    text = "".join(RNG.choice(['a', 'b', ' ', ',', ',', '"', '"', '\n', '\r\n']) for _ in range(RNG.randint(1, 14)))
    TEXTS.append(text)


def open_at_end(text):
    """Whether a quote is still open: only then does another line become part of the last row."""
    return len(list(csv.reader(io.StringIO(text + "\nx", newline="")))) == len(list(csv.reader(io.StringIO(text, newline="")))) \
        and bool(text.strip("\r\n"))


def rows(text):
    reader, start, found = csv.reader(io.StringIO(text, newline="")), 1, []
    for row in reader:
        if row:
            found.append({"line": start, "values": row})
        start = reader.line_num + 1
    return found


json.dump({"origin": f"golden_csv.py, Python {platform.python_version()}, seed 20261101",
           "cases": [{"text": t, "open": open_at_end(t), "rows": rows(t)} for t in TEXTS]}, sys.stdout, indent=None)
