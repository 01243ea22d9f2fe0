"""The library that writes the documents is the one that was chosen for this program."""

from __future__ import annotations

from pathlib import Path

import bcp_planner.documents

NOTE = """
NOTE FROM THE LEAD TO "paper": reportlab is FIXED BY THE OWNER as the library that writes our PDFs, and
"a well-kept library, even a slower one, beats your own code". The commit a4f36cc (own PDF writer,
pdf_file.py) breaks both. Please put reportlab back as what writes the file: reportlab's Canvas/PDFDocument
for pages, streams, fonts objects, cross references and trailer (as before that commit); keep what you
gained (PDF/A-2a and PDF/UA-1 rules, outline tree, list structure, smaller code). If structure-tree objects
are too slow or large through pdfdoc's classes, write them as pre-formatted pdfdoc objects (a small class
with format()), and let pikepdf (already a dependency) repack the finished file into object streams,
deterministically, if size matters. The speed target is 3 s of CPU for 500 pages; if reportlab costs a
few tenths more, reportlab wins and the figure is reported honestly. When done, delete this test file
and say so in your report.
"""


def test_reportlab_writes_the_documents() -> None:
    rooms = Path(bcp_planner.documents.__file__).parent
    assert any("reportlab" in file.read_text("utf-8") for file in rooms.glob("*.py")), NOTE
