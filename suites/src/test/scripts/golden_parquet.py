"""Parquet files for ParquetTest.  python golden_parquet.py ../resources/dev/touchstone/suites/parquet
Written with Python 3.11, pyarrow 26.0.1 (pip install pyarrow): self-written rows in every compression that pyarrow and datasets use."""
import datetime
import decimal
import sys

import pyarrow as pa
import pyarrow.parquet as pq

folder = sys.argv[1]
ROWS = [
    {"question": "What is the capital of Norway?", "A": "Bergen", "B": "Oslo", "C": "Paris", "answer": "B"},
    {"question": "法国的首都？ \U0001F600\n\"quoted\"", "A": "Rome", "B": "Oslo", "C": "Paris", "answer": "C"},
    {"question": "Italy?", "A": "Rome", "B": "Bonn", "C": "Bern", "answer": "A"},
]
NESTED = [
    {"q": "one", "choices": ["a", "b"], "label": 1, "score": 0.1, "small": 3, "flag": True, "meta": {"text": ["x"], "n": None}, "price": decimal.Decimal("1.50"), "single": 0.25},
    {"q": None, "choices": [], "label": -2, "score": None, "small": None, "flag": False, "meta": {"text": [], "n": 7}, "price": None, "single": None},
    {"q": "three", "choices": None, "label": 2**40, "score": 1e300, "small": 127, "flag": None, "meta": None, "price": decimal.Decimal("-0.25"), "single": 1.5},
    {"q": "four", "choices": ["c", None, "d"], "label": 0, "score": -0.5, "small": 0, "flag": True, "meta": {"text": None, "n": 1}, "price": decimal.Decimal("12"), "single": 0.0},
]
TYPES = pa.schema([("q", pa.string()), ("choices", pa.list_(pa.string())), ("label", pa.int64()), ("score", pa.float64()), ("small", pa.int8()), ("flag", pa.bool_()),
                   ("meta", pa.struct([("text", pa.list_(pa.large_string())), ("n", pa.int32())])), ("price", pa.decimal128(10, 2)), ("single", pa.float32())])
for codec in ("none", "snappy", "gzip", "zstd", "lz4"):
    pq.write_table(pa.Table.from_pylist(ROWS), f"{folder}/capitals-{codec}.parquet", compression=codec)
pq.write_table(pa.Table.from_pylist(NESTED, schema=TYPES), f"{folder}/nested.parquet", row_group_size=2)
pq.write_table(pa.table({"day": [datetime.date(2026, 1, 2)], "q": ["x"]}), f"{folder}/dated.parquet")
