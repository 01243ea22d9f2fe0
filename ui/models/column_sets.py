"""Sets of columns of the table of services, by name: built-in ones and the user's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.language import mark

BUILT_IN: Mapping[str, tuple[str, ...]] = {
    mark("Overview"): ("name", "kind", "tier", "owner", "rto", "requires", "required_rto", "state"),
    mark("Targets"): (
        *("name", "tier", "rto", "required_rto", "mtpd", "wrt", "rpo", "recovery"),
        *("contract_recovery", "room", "verdict"),
    ),
    mark("People"): (
        *("name", "owner", "unit", "contact", "needs", "minimum_level", "peak_times"),
        *("workaround", "preconditions", "break_glass"),
    ),
    mark("Technology"): (
        *("name", "kind", "site", "requires", "recovery", "restart", "recovery_point"),
        *("backup_point", "consistency_group", "contract", "blast", "blast_at_once"),
    ),
    mark("Scenario"): (
        *("name", "state", "down_at", "outage", "rto", "slack", "verdict"),
        *("latest_finish", "data_loss"),
    ),
}
"""Names of columns in the order in which they are shown."""


def known(names: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    """Return the names that are columns, the name of the service always first."""
    return tuple(dict.fromkeys(("name", *(name for name in names if name in columns))))
