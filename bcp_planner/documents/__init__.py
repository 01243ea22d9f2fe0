"""Printed documents: PDF files made from a plan, for use without the program and without power.

`KINDS` says what can be printed, `render` prints it. Importing this package is cheap; the PDF
library is loaded by the first printing.
"""

from __future__ import annotations

from bcp_planner.documents.kinds import KINDS, Kind
from bcp_planner.documents.options import LARGE_PAPERS, PAPERS, Options
from bcp_planner.documents.orders import Orders
from bcp_planner.documents.rendering import Printed, Progress, compose, render

__all__ = [
    "KINDS",
    "LARGE_PAPERS",
    "PAPERS",
    "Kind",
    "Options",
    "Orders",
    "Printed",
    "Progress",
    "compose",
    "render",
]
