"""Time and memory of imports as whole processes: `python -m benchmarks.imports`.

Each file is imported by `bcp-planner import` into a new plan, three times; seconds of processor
time are the median, memory is the most that any of the three held.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

TIMES = 3
ROWS = 100_000
_WORDS = ("system", "was", "moved", "last", "year", "because", "nobody", "knew", "how", "to",
          "keep", "it", "running", "and", "we", "ask", "them", "at", "night")  # fmt: skip


def _rows(depends: Callable[[int], str]) -> Iterator[str]:
    yield "Name;RTO;Depends on\n"
    for number in range(ROWS):
        yield f"System {number};4 h;{depends(number)}\n"


def plain() -> Iterator[str]:
    """A spreadsheet of services, every second one with a dependency."""
    return _rows(lambda number: f"System {number // 2}" if number % 2 else "")


def prose() -> Iterator[str]:
    """The same with a sentence instead of a dependency in every row."""
    chance = random.Random(1)
    return _rows(lambda _: " ".join(chance.choices(_WORDS, k=15)))


def prose_in_columns() -> Iterator[str]:
    """Ten sentences a row in a tenth of the rows."""
    chance = random.Random(1)
    yield "Name;" + ";".join(f"Depends on ({n})" for n in range(10)) + "\n"
    for number in range(ROWS // 10):
        cells = (" ".join(chance.choices(_WORDS, k=15)) for _ in range(10))
        yield f"System {number};{';'.join(cells)}\n"


def graph() -> Iterator[str]:
    """A graph as GEXF near the most that is read."""
    yield '<gexf><graph defaultedgetype="directed"><nodes>'
    yield from (f'<node id="n{n}" label="Node {n}"/>' for n in range(149_000))
    yield "</nodes><edges>"
    yield from (f'<edge source="n{n}" target="n{n // 2}"/>' for n in range(1, 149_000))
    yield "</edges></graph></gexf>"


def objects() -> Iterator[str]:
    """A list of objects as JSON near the most that is read."""
    yield json.dumps([{"name": f"n{number}"} for number in range(290_000)])


FILES: tuple[tuple[str, str, Callable[[], Iterator[str]]], ...] = (
    ("100,000 rows, 50,000 dependencies", "plain.csv", plain),
    ("100,000 rows, a sentence in each", "prose.csv", prose),
    ("10,000 rows, ten sentences in each", "columns.csv", prose_in_columns),
    ("GEXF, 298,000 elements", "graph.gexf", graph),
    ("JSON, 290,000 objects", "objects.json", objects),
)


def measure(source: Path, plan: Path) -> tuple[float, float]:
    """Import a file and return seconds of processor time and megabytes of memory."""
    words = [sys.executable, "-m", "bcp_planner", "import", str(plan), str(source)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{source.name} was refused")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def main() -> None:
    """Print a line for each file."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for title, name, content in FILES:
            source = Path(folder, name)
            source.write_text("".join(content()), encoding="utf-8")
            found = [measure(source, Path(folder, f"{name}-{n}.bcplan")) for n in range(TIMES)]
            seconds = statistics.median(one for one, _ in found)
            print(f"{title:38} {seconds:6.1f} s {max(most for _, most in found):6.0f} MB")


if __name__ == "__main__":
    main()
