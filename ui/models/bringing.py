"""What an import brings, as rows: new entries, changed fields, what is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from ui import words
from ui.language import mark, shown, tr
from ui.models import differences
from ui.models.differences import Difference
from ui.models.rows import RowColumn

if TYPE_CHECKING:
    from bcp_planner.interchange.incoming import ImportReport, Skipped

Key: TypeAlias = tuple[str, str]
"""List of the plan and id."""

ONE = {
    "services": "service",
    "requirements": "requirement",
    "teams": "team",
    "contacts": "contact",
    "scenarios": "scenario",
}
_OBJECTIVES = ("rto", "mtpd", "rpo")


def added(report: ImportReport) -> list[Key]:
    """Return list and id of every entry that is new."""
    return [(table, key) for table, keys in report.added.items() for key in keys]


def added_columns(plan: Callable[[], Plan]) -> tuple[RowColumn[Key], ...]:
    """Return the columns of new entries; they ask for the plan when they are shown."""

    def name(key: Key) -> str:
        table, own = key
        return differences.name_of(table, plan().table(table)[own], plan())

    return (
        RowColumn(mark("What it is"), lambda key: words.choice(ONE.get(key[0], key[0]))),
        RowColumn(mark("What"), name),
        RowColumn(mark("Details"), lambda key: _details(plan(), key)),
    )


def _details(plan: Plan, key: Key) -> str:
    table, own = key
    record = plan.table(table)[own]
    if not isinstance(record, Service):
        return ""
    parts = [words.choice(record.kind)]
    for objective in _OBJECTIVES:
        length = getattr(record, objective)
        if length is not None:
            parts.append(f"{objective.upper()} {words.duration(length)}")
    if record.owner:
        parts.append(record.owner)
    return ", ".join(parts)


def changed(before: Plan, after: Plan, report: ImportReport) -> list[Difference]:
    """Return every field that gets another value."""
    keys = [(table, own) for table, many in report.changed.items() for own in many]
    return differences.of_records(before, after, keys)


def changed_columns() -> tuple[RowColumn[Difference], ...]:
    """Return the columns of changed fields."""
    return (
        RowColumn(mark("What"), lambda row: row.what),
        RowColumn(mark("Field"), lambda row: row.field),
        RowColumn(mark("Before"), lambda row: row.before),
        RowColumn(mark("After"), lambda row: row.after),
    )


def left_out(report: ImportReport, *, notes: bool) -> list[Skipped]:
    """Return what is left out, or how what is taken was understood."""
    return [item for item in report.skipped if item.is_note is notes]


def left_out_columns() -> tuple[RowColumn[Skipped], ...]:
    """Return the columns of what is left out."""
    return (
        RowColumn(mark("Where"), lambda item: shown(item.what.removesuffix(" (note)"))),
        RowColumn(mark("Why"), lambda item: shown(item.why)),
    )


def summary(report: ImportReport) -> str:
    """Return what an import adds and changes, in a sentence."""
    new, other = _counted(report.added), _counted(report.changed)
    parts = [
        tr("Adds {added}", added=new) if new else "",
        tr("changes {changed}", changed=other) if other else "",
    ]
    text = tr(" and ").join(part for part in parts if part) or tr("Nothing in it is new")
    return f"{text[:1].upper()}{text[1:]}."


def _counted(lists: Mapping[str, tuple[str, ...]]) -> str:
    found = [words.count(len(ids), ONE[name]) for name, ids in lists.items() if name in ONE]
    if "plan" in lists:
        found.append(tr("the plan's details"))
    if not found[1:]:
        return "".join(found)
    return tr("{first} and {last}", first=", ".join(found[:-1]), last=found[-1])
