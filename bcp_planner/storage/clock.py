"""The time of day, in one place so that tests may set it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return the moment in UTC. It may jump back; nothing orders by it."""
    return datetime.now(UTC)


def moment(text: str) -> datetime:
    """Return the moment that ISO 8601 text means; the start of 1970 where it means none."""
    try:
        found = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return datetime.fromtimestamp(0, UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
