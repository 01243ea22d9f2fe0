"""What may not become of a plan, because its file could not be read back."""

from __future__ import annotations

from bcp_planner.domain import integrity
from bcp_planner.domain.change import Change
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.storage.rows import unreadable


def refuse_unsound(change: Change, new: Plan) -> None:
    """Refuse what could not be read back, so that a file always opens."""
    written = [
        after for table in change.tables.values() for _, after in table.records.values() if after
    ]
    headers = [change.info[1]] if change.info else []
    problems = unreadable([*headers, *written])
    if not problems:
        problems = integrity.problems_of(new, written)
    if not problems and _leaves_gaps(change, new):
        problems = integrity.problems(new)
    if problems:
        raise EditRefused(f"{problems[0]}; nothing was changed")


def _leaves_gaps(change: Change, new: Plan) -> bool:
    """Tell whether anything still refers to what was taken out."""
    return any(
        any(integrity.referring(new, name, gone))
        for name, table in change.tables.items()
        if (gone := frozenset(key for key, (_, after) in table.records.items() if after is None))
    )


def refuse_what_records_need(change: Change, target: Plan, label: str) -> None:
    """Refuse to take away what an event with a log refers to."""
    try:
        refuse_unsound(change, target)
    except EditRefused as refused:
        raise EditRefused(
            f"“{label}” stays: an exercise or incident with entries in its log was made with it "
            f"({refused})"
        ) from refused
