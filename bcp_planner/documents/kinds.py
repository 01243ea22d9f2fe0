"""The kinds of documents that can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcp_planner.documents.story import Document
    from bcp_planner.documents.subject import Subject


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    Attributes:
        id: Name on the command line.
        title: Name for people.
        needs_scenario: Whether it is about one scenario.
        description: What it is for, in one sentence.
        module: The module whose function `document` writes it; loaded when it is printed.
        takes_services: Whether it can be about some services only.
        word: Whether it can also be written as a Word file.
        takes_scenario: Whether it can show a scenario, also when it needs none.
    """

    id: str
    title: str
    needs_scenario: bool
    description: str
    module: str
    takes_services: bool = False
    word: bool = False
    takes_scenario: bool = False

    def document(self, subject: Subject) -> Document:
        """Return the document of a subject, whose scenario is given when one is needed."""
        written: Document = import_module(f"bcp_planner.documents.{self.module}").document(subject)
        return written


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            Kind(
                "runbook",
                "DR runbook",
                needs_scenario=True,
                description="How to bring everything back after one scenario: decision, losses, "
                "teams, tasks wave by wave, with room to write.",
                module="runbook",
                word=True,
            ),
            Kind(
                "plan",
                "Continuity plan",
                needs_scenario=False,
                description="How the organisation carries on: activation, roles, priorities, "
                "strategies, procedures, resources, messages, return to normal.",
                module="continuity",
                takes_services=True,
                word=True,
            ),
            Kind(
                "bia",
                "Business impact analysis",
                needs_scenario=False,
                description="What hurts when, which objectives follow, and where they cannot be "
                "met: heat map, gaps, single points of failure, cost.",
                module="bia",
                takes_services=True,
                word=True,
            ),
            Kind(
                "contacts",
                "Call tree and contact list",
                needs_scenario=False,
                description="Who calls whom, every contact by group with the day it was last "
                "verified, and a record of call tests.",
                module="directory",
            ),
            Kind(
                "wallet",
                "Wallet cards",
                needs_scenario=False,
                description="Eight cards on a sheet with cut marks: hot line, bridge, first "
                "actions, meeting point, three people.",
                module="wallet",
            ),
            Kind(
                "cards",
                "Action cards and forms",
                needs_scenario=False,
                description="One sheet a role with what to do and when, the agenda of the first "
                "meeting, and blank forms for decisions, actions and situation reports.",
                module="cards",
            ),
            Kind(
                "summary",
                "Management summary",
                needs_scenario=False,
                description="The state of continuity on two pages with charts: targets, gaps, "
                "single points of failure, overdue actions, money.",
                module="summary",
            ),
            Kind(
                "page",
                "Plan on a page",
                needs_scenario=False,
                description="Everything for the wall of the incident room on one A3 sheet.",
                module="one_page",
            ),
            Kind(
                "poster",
                "Dependency poster",
                needs_scenario=False,
                description="What depends on what, on one large sheet (A3 to A0), or on office "
                "paper as tiles with marks to lay side by side.",
                module="poster",
                takes_services=True,
                takes_scenario=True,
            ),
            Kind(
                "suppliers",
                "Supplier and site sheets",
                needs_scenario=False,
                description="One sheet a supplier and site: what depends on it, by when it must "
                "be back, and what its contract promises.",
                module="suppliers",
            ),
            Kind(
                "set",
                "Complete set",
                needs_scenario=False,
                description="Every document of the plan in one file, with a cover and an index, "
                "and a runbook for every scenario.",
                module="collection",
            ),
        )
    }
)
"""Id -> kind, in the order in which they are offered."""
