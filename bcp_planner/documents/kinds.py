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
        needs_event: Whether it is about one exercise or incident.
    """

    id: str
    title: str
    needs_scenario: bool
    description: str
    module: str
    takes_services: bool = False
    word: bool = False
    takes_scenario: bool = False
    needs_event: bool = False

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
            *(
                Kind(
                    kind_id,
                    title,
                    needs_scenario=False,
                    description=description,
                    module=module,
                    needs_event=True,
                )
                for kind_id, title, module, description in (
                    (
                        "exercise-pack",
                        "Exercise pack",
                        "exercise_pack",
                        (
                            "Everything an exercise needs on paper: plan, manual, guide, "
                            "events list, cards, sheets."
                        ),
                    ),
                    (
                        "exercise-plan",
                        "Exercise plan",
                        "exercise_plan",
                        "Why, who, when and how safe: for those who prepare and run an exercise.",
                    ),
                    (
                        "situation-manual",
                        "Situation manual",
                        "exercise_manual",
                        "The scenario, module by module, with questions: for all participants.",
                    ),
                    (
                        "facilitator-guide",
                        "Facilitator guide",
                        "exercise_guide",
                        "Timing, injects, expected answers and plan references: not for players.",
                    ),
                    (
                        "events-list",
                        "Master scenario events list",
                        "exercise_list",
                        "All injects by time on landscape sheets, with room to write.",
                    ),
                    (
                        "inject-cards",
                        "Inject cards",
                        "exercise_cards",
                        "One card an inject with cut marks, its number on the back.",
                    ),
                    (
                        "exercise-sheets",
                        "Exercise sheets",
                        "exercise_forms",
                        "Sign-in, role sheets, blank logs, evaluation guide, feedback, hot wash.",
                    ),
                    (
                        "after-action",
                        "After-action report",
                        "exercise_report",
                        (
                            "How an exercise went: ratings, measured times, corrections, "
                            "improvement plan."
                        ),
                    ),
                    (
                        "incident-review",
                        "Post-incident review",
                        "incident_review",
                        "A blameless look back: timeline, causes, predicted and actual, actions.",
                    ),
                )
            ),
            Kind(
                "programme",
                "Exercise programme",
                needs_scenario=False,
                description="One page: calendar, coverage, readiness with points to win, actions.",
                module="programme",
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
