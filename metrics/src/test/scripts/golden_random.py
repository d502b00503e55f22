"""Golden values for CpythonRandom.  python3 golden_random.py > ../resources/dev/touchstone/metrics/random.csv
Each row is one generator: random.Random(seed), then sample(range(n), k) three times, then choices(range(n), k=3)."""
import platform
import random

print(f"# CPython {platform.python_version()}, golden_random.py; seed,n,k,three samples and one choices")
draw = random.Random(1)
cases = [(1234, 7473, 5), (1234, 8551, 6), (1234, 10, 3), (0, 21, 4), (0, 22, 4), (0, 1, 1), (0, 1, 0), (2**32, 100, 5), (2**63 - 1, 100, 5), (-7, 100, 5), (7, 100, 5)]
for _ in range(289):
    n = draw.choice([draw.randint(1, 30), draw.randint(1, 400), draw.randint(1, 2**31 - 1)])
    cases.append((draw.choice([draw.randint(0, 9999), draw.randint(-2**62, 2**62)]), n, draw.randint(0, min(n, draw.choice([5, 8, 40, 120])))))
for seed, n, k in cases:
    r = random.Random(seed)
    lists = [r.sample(range(n), k) for _ in range(3)] + [r.choices(range(n), k=3)]
    print(",".join([str(seed), str(n), str(k)] + [" ".join(map(str, x)) for x in lists]))
