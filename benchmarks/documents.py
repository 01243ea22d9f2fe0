"""Speed and memory of printing long documents, beside plain platypus tables.

    python -m benchmarks.documents

Prints processor seconds and the growth of resident memory for a document of about 500 pages, and
for as many pages of the same words set with reportlab's own flowables (no links, no structure, no
fall-back fonts, no page numbers in the text).
"""

from __future__ import annotations

import argparse
import datetime
import io
import resource
import subprocess
import sys
import time

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
PAGES = 500
ROWS = 16
"""Rows on a page."""


def _memory() -> float:
    """Return the highest resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _rows(count: int) -> list[list[str]]:
    return [
        [f"W{n // 40}-{n % 40:02d}", f"Restore the database of service {n} from its latest copy",
         f"Service {n}", "Database administrators", f"T+{n % 24:02d}:15", "1 h 30 min", "", ""]
        for n in range(count)
    ]  # fmt: skip


def ours() -> tuple[int, int]:
    """Print a document of one long table; return pages and bytes."""
    from bcp_planner.documents.output import pdf_bytes
    from bcp_planner.documents.story import Column, Contents, Document, Heading, Imprint, Row, Table

    columns = [Column("No.", 50), Column("Task", weight=2), Column("Service"), Column("Team"),
               Column("Start", 50), Column("Length", 50), Column("Begun", 50, writing=True),
               Column("Done", 50, writing=True)]  # fmt: skip
    rows = _rows(PAGES * ROWS)
    size = len(rows) // 20
    blocks = [Contents()]
    for number in range(20):
        part = [Row(cells, writing=True) for cells in rows[number * size : (number + 1) * size]]
        blocks += [Heading(f"Wave {number}"), Table(columns, part)]
    data, pages = pdf_bytes(Document(Imprint("Long", "Runbook", classification="Test"), blocks))
    return pages, len(data)


def runbook() -> tuple[int, int]:
    """Print the whole path, from the plan to the file: the runbook of 1,400 services."""
    from bcp_planner.documents import Orders, compose
    from bcp_planner.documents.output import pdf_bytes
    from benchmarks.plans import layered

    plan = layered(1400)
    orders = Orders(plan, seconds=0)  # the search for the best order is measured elsewhere
    document = compose("runbook", plan, scenario=plan.scenarios["hub"], now=NOW, orders=orders)
    data, pages = pdf_bytes(document)
    return pages, len(data)


def platypus() -> tuple[int, int]:
    """Print the same rows with platypus; return pages and bytes."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()
    style["Normal"].fontSize = 9
    rows = _rows(PAGES * ROWS)
    size = len(rows) // 20
    story: list[object] = []
    for number in range(20):
        cells = [
            [Paragraph(words, style["Normal"]) for words in row]
            for row in rows[number * size : (number + 1) * size]
        ]
        table = LongTable(
            cells,
            colWidths=(50, 120, 66, 70, 50, 50, 40, 40),
            rowHeights=[41] * len(cells),
            style=[("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)],
        )
        story += [Paragraph(f"Wave {number}", style["Heading1"]), table, PageBreak()]
    buffer = io.BytesIO()
    template = SimpleDocTemplate(buffer, pagesize=A4)
    template.build(story)
    return template.page, len(buffer.getvalue())


WAYS = {"ours": ours, "runbook": runbook, "platypus": platypus}


def measure(name: str) -> None:
    """Measure one way in this process, once all its libraries are loaded."""
    import reportlab.platypus  # noqa: F401

    import bcp_planner.documents.output  # noqa: F401

    memory, started = _memory(), time.process_time()
    pages, size = WAYS[name]()
    seconds = time.process_time() - started
    print(
        f"{name:10}{pages:6} pages {seconds:7.2f} s {seconds / pages * 500:7.2f} s for 500 "
        f"{_memory() - memory:7.0f} MB more {size / 1e6:7.1f} MB file"
    )


def main() -> None:
    """Measure each way in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("way", nargs="?", choices=WAYS, help="only this one; all without")
    way = parser.parse_args().way
    if way is not None:
        measure(way)
        return
    for name in WAYS:
        subprocess.run([sys.executable, "-m", "benchmarks.documents", name], check=True)


if __name__ == "__main__":
    main()
