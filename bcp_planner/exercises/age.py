"""How old something is."""

from __future__ import annotations

import datetime


def age_in_days(date: str, today: datetime.date) -> int | None:
    """Return how old something is, None when its day is unknown."""
    try:
        return (today - datetime.date.fromisoformat(date[:10])).days
    except ValueError:
        return None
