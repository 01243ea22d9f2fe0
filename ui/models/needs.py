"""What a service needs as one line of text, for the cells of tables: `Database; 1 of A, B`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.plan import Plan
from ui import words
from ui.forms.text import WrongText, find
from ui.language import tr

_OF = re.compile(r"(\d+)\s+(?:of|von)\s+(.+)", re.IGNORECASE | re.DOTALL)
_ENTRIES = re.compile(r"[;\r\n]+")
_Key = tuple[frozenset[str], int]


class NeedsText:
    """The requirements of services as text, indexed anew only when they change."""

    def __init__(self, plan: Callable[[], Plan]) -> None:
        self._plan = plan
        self._of: Mapping[str, Requirement] | None = None
        self._by_dependant: dict[str, list[Requirement]] = {}

    def of(self, service_id: str) -> list[Requirement]:
        """Return what a service needs, in the order of the plan."""
        table = self._plan().requirements
        if table is not self._of:
            self._of, self._by_dependant = table, {}
            for requirement in table.values():
                self._by_dependant.setdefault(requirement.dependant, []).append(requirement)
        return self._by_dependant.get(service_id, [])

    def text(self, service_id: str) -> str:
        """Return the line for a service."""
        plan = self._plan()
        return "; ".join(_said(requirement, plan) for requirement in self.of(service_id))


@dataclass(frozen=True, slots=True)
class NeedsColumn:
    """The column of a table with the names of what each service needs."""

    needs: NeedsText

    name = "requires"

    @property
    def label(self) -> str:
        """Heading."""
        return tr("Needs")

    @property
    def help(self) -> str:
        """What the column means."""
        return tr(
            "Names of the services it cannot work without, with semicolons between them; "
            "“1 of A, B” when one of several is enough."
        )

    def text(self, service: Service) -> str:
        """Return the cell's text."""
        return self.needs.text(service.id)

    def key(self, service: Service) -> tuple[int, float, str]:
        """Return what the cell sorts by: how much is needed."""
        return (0, float(len(self.needs.of(service.id))), "")


def _said(requirement: Requirement, plan: Plan) -> str:
    names = ", ".join(words.title(plan, provider) for provider in requirement.providers)
    whole = requirement.needed == len(requirement.providers)
    if whole and len(requirement.providers) == 1:
        return names
    return f"{requirement.needed} of {names}"


def with_needs(plan: Plan, service_id: str, text: str, *, pasted: bool = False) -> Plan:
    """Return the plan in which a service needs what a cell says.

    Args:
        plan: The plan.
        service_id: The service.
        text: The cell.
        pasted: Whether the text came from elsewhere: then nothing that is needed already is
            taken away, and names that the plan does not have become services.

    Raises:
        WrongText: if a name is not that of a service.
        EditRefused: if a service would need itself.
    """
    wanted: dict[_Key, None] = {}
    for entry in filter(None, map(str.strip, _ENTRIES.split(text))):
        plan, keys = _entry(plan, entry, pasted=pasted)
        wanted.update(dict.fromkeys(keys))
    own = [each for each in plan.requirements.values() if each.dependant == service_id]
    have = {(frozenset(each.providers), each.needed): each.id for each in own}
    if not pasted:
        gone = [have[key] for key in have if key not in wanted]
        plan = edits.remove(plan, "requirements", gone) if gone else plan
    for providers, needed in wanted:
        if (providers, needed) not in have:
            ordered = [key for key in plan.services if key in providers]
            fields = {"needs": needed} if needed < len(ordered) else {}
            plan = edits.connect(plan, service_id, ordered, **fields)
    return plan


def _entry(plan: Plan, entry: str, *, pasted: bool) -> tuple[Plan, list[_Key]]:
    """Return what one entry asks for; a name with a comma in it is looked for first."""
    several = _OF.fullmatch(entry)
    names = [entry] if find(plan, "services", entry) else entry.split(",")
    if several:
        names = several[2].split(",")
    ids: list[str] = []
    for name in filter(None, (" ".join(each.split()) for each in names)):
        plan, service_id = _named(plan, name, pasted=pasted)
        ids.append(service_id)
    if not several:
        return plan, [(frozenset([key]), 1) for key in ids]
    needed = int(several[1])
    if not 1 <= needed <= len(set(ids)):
        raise WrongText(
            tr(
                "“{entry}” asks for {needed} of {count}.",
                entry=entry,
                needed=needed,
                count=len(ids),
            )
        )
    return plan, [(frozenset(ids), needed)]


def _named(plan: Plan, name: str, *, pasted: bool) -> tuple[Plan, str]:
    service_id = find(plan, "services", name)
    if service_id is not None:
        return plan, service_id
    if not pasted:
        raise WrongText(
            tr("There is no service called “{name}”; add it first, or correct it.", name=name)
        )
    service_id = edits.free_id(plan.services, name)
    return edits.add(plan, "services", Service(id=service_id, name=name)), service_id
