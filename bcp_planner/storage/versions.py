"""Named versions: whole plans kept under a name, independent of the history."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.storage.clock import moment
from bcp_planner.storage.problems import damage
from bcp_planner.storage.rows import Content, content_of, parsed, read_plan_leniently, text_of

_LARGEST = 256 << 20


@dataclass(frozen=True, slots=True)
class Version:
    """A named version: its name, when (UTC) and by whom it was kept, after which history entry."""

    name: str
    at: datetime
    who: str
    entry: int


def list_versions(connection: sqlite3.Connection) -> Sequence[Version]:
    """Return the named versions, oldest first."""
    query = "SELECT name, at, who, entry FROM versions ORDER BY rowid"
    return [
        Version(name, moment(at), who, entry) for name, at, who, entry in connection.execute(query)
    ]


def pack(plan: Plan) -> bytes:
    """Return a plan as compressed JSON."""
    content = content_of(plan)
    return zlib.compress(text_of({"plan": content.header, **content.lists}).encode(), 6)


def unpack(packed: object, path: Path) -> Plan:
    """Return the plan of compressed JSON.

    Raises:
        DamagedFile: if it is damaged or grows beyond all measure.
    """
    try:
        text = zlib.decompressobj().decompress(cast("bytes", packed), _LARGEST)
        found: Any = parsed(text.decode())
        lists = {name: found.get(name, []) for name in LISTS}
    except (zlib.error, TypeError, ValueError, AttributeError) as error:
        raise damage(path, "a named version cannot be read") from error
    if not all(isinstance(records, list) for records in lists.values()):
        raise damage(path, "a named version cannot be read")
    return read_plan_leniently(Content(found.get("plan"), lists), [])
