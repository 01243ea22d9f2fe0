"""One scenario worked out for paper; its tasks are numbered alike on screen and on paper."""

from __future__ import annotations

from bcp_planner.analysis.case import Case, Task, Wave, case

__all__ = ["Case", "Task", "Wave", "case"]
