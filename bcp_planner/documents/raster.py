"""Drawings as pictures of dots, for files that cannot hold the drawing itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from bcp_planner.documents.embedding import write_fonts
from bcp_planner.documents.pdf_file import PdfFile
from bcp_planner.documents.pen import Box, Pen, Typesetting

DOTS = 200
"""Dots an inch: sharp in print, and a chart stays below 100 kB."""

_POINTS = 72


def png(draw: Callable[[Pen, Box], None], width: float, height: float) -> bytes:
    """Return a drawing as PNG, from the same operators as in the PDF.

    Args:
        draw: Draws into the box it is given.
        width: Points.
        height: Points.
    """
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

    library: Any = pypdfium2
    setting = Typesetting()
    pen = Pen(setting)
    draw(pen, Box(0, 0, width, height))
    document = library.PdfDocument(_page(pen, setting, width, height))
    bitmap = document[0].render(scale=DOTS / _POINTS)
    buffer = io.BytesIO()
    bitmap.to_pil().save(buffer, "PNG", dpi=(DOTS, DOTS))
    document.close()
    return buffer.getvalue()


def _page(pen: Pen, setting: Typesetting, width: float, height: float) -> bytes:
    """Return a PDF of one page with what a pen has drawn."""
    file = PdfFile()
    tree = file.reserve()
    content = file.put_stream("\n".join(pen.operators).encode("ascii"))
    page = file.put(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width:.2f} {height:.2f}] "
        f"/Resources << /Font << {write_fonts(file, setting.shaper.uses)} >> >> "
        f"/Contents {content} 0 R >>"
    )
    file.put(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>", tree)
    return file.finished(file.put(f"<< /Type /Catalog /Pages {tree} 0 R >>"), file.put("<< >>"))
