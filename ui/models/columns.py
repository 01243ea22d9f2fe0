"""Columns of the table of services: one for each field, and the figures of the analysis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any, Protocol, cast

from bcp_planner.analysis.results import State
from bcp_planner.domain.entities import Estimate, Service
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.plan import Plan
from ui import words
from ui.forms.text import to_text
from ui.language import shown, tr
from ui.models.needs import NeedsColumn, NeedsText

if TYPE_CHECKING:
    from ui.workspace import Workspace

SortKey = tuple[int, float, str]
"""Unknown last, then by number, then by text."""

NOTHING: SortKey = (1, 0.0, "")
_HIDDEN_KINDS = (Kind.POINT,)
_STATES = tuple(State)


class Column(Protocol):
    """What the table needs of a column."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def help(self) -> str: ...
    def text(self, service: Service) -> str: ...
    def key(self, service: Service) -> SortKey: ...


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """One field of the services; its cells can be edited."""

    field: FieldOf
    plan: Callable[[], Plan]

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.name

    @property
    def label(self) -> str:
        """Heading."""
        return self.field.about.label

    @property
    def help(self) -> str:
        """What the field means."""
        return self.field.about.help

    @property
    def editable(self) -> bool:
        """Whether a cell can be typed into."""
        return self.field.about.kind not in (Kind.RECORDS, Kind.ID)

    def text(self, service: Service) -> str:
        """Return the cell's text; empty while unknown."""
        return to_text(self.field, getattr(service, self.name), self.plan())

    def key(self, service: Service) -> SortKey:
        """Return what the cell sorts by: durations and numbers by size, the rest by text."""
        value: Any = getattr(service, self.name)
        if isinstance(value, Estimate):
            value = value.likely
        if value is None or value == "":
            return NOTHING
        if isinstance(value, int | float):
            return (0, float(value), "")
        if self.field.about.kind is Kind.CHOICE:
            return (0, float(self.field.about.choices.index(value)), "")
        if self.field.about.kind is Kind.RECORDS:
            return (0, float(len(value)), "")
        return (0, 0.0, self.text(service).casefold())


@dataclass(frozen=True, slots=True)
class Figure:
    """One result of the analysis; its cells are for reading."""

    name: str
    label: str
    help: str
    value: Callable[[str], float | None]
    word: Callable[[str], str]

    def text(self, service: Service) -> str:
        """Return the cell's text; empty without a result."""
        return self.word(service.id)

    def key(self, service: Service) -> SortKey:
        """Return what the cell sorts by."""
        value = self.value(service.id)
        return NOTHING if value is None else (0, float(value), "")


TableColumn = FieldColumn | NeedsColumn | Figure
"""What the table of services has as columns."""


def columns(space: Workspace) -> list[TableColumn]:
    """Return all columns of the table: name and kind, the figures, then the other fields."""
    described = fields_of(Service).values()
    fields = [
        FieldColumn(field, lambda: space.bridge.plan)
        for field in described
        if field.about.kind not in _HIDDEN_KINDS
    ]
    by_name: Mapping[str, FieldColumn] = {column.name: column for column in fields}
    front = [by_name[name] for name in ("name", "kind", "tier", "owner", "rto")]
    rest = [column for column in fields if column not in front]
    needs = NeedsColumn(NeedsText(lambda: space.bridge.plan))
    return [*front, needs, *_figures(space), *rest]


def _figures(space: Workspace) -> list[Figure]:  # noqa: C901 - a list of small readers
    hub = space.hub

    def impact(key: str, name: str) -> Any:  # noqa: ANN401 - any figure of the result
        found = hub.impact.services.get(key) if hub.impact else None
        return getattr(found, name) if found else None

    def recovery(key: str, name: str) -> Any:  # noqa: ANN401 - any figure of the result
        found = hub.recovery.services.get(key) if hub.recovery else None
        return getattr(found, name) if found else None

    def required(key: str) -> int | None:
        found = hub.objectives.get(key)
        return found.required_rto if found else None

    def state(key: str) -> State | None:
        return cast("State | None", impact(key, "state"))

    def outage_words(key: str) -> str:
        outage = recovery(key, "outage")
        if recovery(key, "rides_through"):
            return tr("rides through")
        if outage is None:
            return ""
        return words.at_least(outage, bool(recovery(key, "time_lower_bound")))

    def slack_words(key: str) -> str:
        slack, unsure = recovery(key, "slack"), recovery(key, "time_lower_bound")
        if slack is None:
            return ""
        least = tr("at most ") if unsure and slack >= 0 else ""
        return f"{least}{words.signed(slack)}"

    def data_loss_words(key: str) -> str:
        lost = recovery(key, "data_loss")
        least = bool(recovery(key, "data_loss_lower_bound"))
        return "" if lost is None else words.at_least(lost, least)

    def room(key: str) -> float | None:
        found = hub.room.get(key)
        if found is None:
            return None
        return inf if found.growth is None else found.growth

    def room_words(key: str) -> str:
        found = hub.room.get(key)
        return "" if found is None else words.duration(found.growth, tr("any amount"))

    return [
        Figure(
            "required_rto",
            tr("Required RTO"),
            tr("What everything that depends on it needs it to achieve."),
            required,
            lambda key: words.duration(required(key), ""),
        ),
        Figure(
            "blast",
            tr("Blast radius"),
            tr("How many services go down if this one fails alone, sooner or later."),
            lambda key: hub.blast.get(key),  # noqa: PLW0108 - the mapping is replaced
            lambda key: _number(hub.blast.get(key)),
        ),
        Figure(
            "blast_at_once",
            tr("Blast at once"),
            tr("How many services go down immediately if this one fails alone."),
            lambda key: hub.blast_at_once.get(key),  # noqa: PLW0108 - the mapping is replaced
            lambda key: _number(hub.blast_at_once.get(key)),
        ),
        Figure(
            "blast_within",
            tr("Blast in horizon"),
            tr("How many services go down within the horizon, set above, if this one fails alone."),
            lambda key: hub.blast_within.get(key),  # noqa: PLW0108 - the mapping is replaced
            lambda key: _number(hub.blast_within.get(key)),
        ),
        Figure(
            "state",
            tr("State"),
            tr("The worst that the scenario does to it."),
            lambda key: None if (found := state(key)) is None else -float(_STATES.index(found)),
            lambda key: shown(words.STATE_WORDS[found]) if (found := state(key)) else "",
        ),
        Figure(
            "down_at",
            tr("Down at"),
            tr("When it goes down in the scenario, without any recovery."),
            lambda key: impact(key, "down_at"),
            lambda key: words.moment(impact(key, "down_at"), ""),
        ),
        Figure(
            "outage",
            tr("Outage"),
            tr("From its loss to its return, following the recovery order."),
            lambda key: recovery(key, "outage"),
            outage_words,
        ),
        Figure(
            "verdict",
            tr("Verdict"),
            tr("Whether the recovery order keeps its objectives."),
            lambda key: {False: 0.0, True: 1.0}.get(recovery(key, "rto_met")),
            lambda key: verdict_words(hub.recovery.services.get(key) if hub.recovery else None),
        ),
        Figure(
            "slack",
            tr("Slack"),
            tr("How much of its RTO is left when it is back; negative when the RTO is missed."),
            lambda key: recovery(key, "slack"),
            slack_words,
        ),
        Figure(
            "latest_finish",
            tr("Latest finish"),
            tr("When its work must end so that no target that is met now is missed."),
            lambda key: recovery(key, "latest_finish"),
            lambda key: words.moment(recovery(key, "latest_finish"), ""),
        ),
        Figure(
            "room",
            tr("Room to grow"),
            tr(
                "How much longer its work alone may take before a target that is met now is "
                "missed. In very long recovery orders only for services of the critical path."
            ),
            room,
            room_words,
        ),
        Figure(
            "data_loss",
            tr("Data loss"),
            tr("Data lost in the scenario, measured in time."),
            lambda key: recovery(key, "data_loss"),
            data_loss_words,
        ),
    ]


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def verdict_words(result: Any) -> str:  # noqa: ANN401 - a ServiceRecovery or None
    """Return which objectives a service misses, `Met` when it meets what it has, else nothing."""
    if result is None:
        return ""
    checks = (("RTO", result.rto_met), (tr("MTPD"), result.mtpd_met), ("RPO", result.rpo_met))
    missed = [name for name, met in checks if met is False]
    if missed:
        return tr("Misses {missed}", missed=", ".join(missed))
    return tr("Met") if any(met for _, met in checks) else ""
