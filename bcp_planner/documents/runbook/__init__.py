"""The DR runbook: how to bring everything back after one scenario, usable at two in the morning."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.case import Case
from bcp_planner.documents.control import document_control
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.runbook import (
    closing,
    front,
    glance,
    losses,
    service_cards,
    tasks,
    teams,
    telling,
)
from bcp_planner.documents.story import Block, Contents, Document
from bcp_planner.documents.subject import Subject

KIND = "DR runbook"


def document(subject: Subject) -> Document:
    """Return the runbook of the scenario of a subject."""
    return runbook(subject.case, subject.edition)


def runbook(case: Case, edition: Edition) -> Document:
    """Return the runbook of a scenario that was worked out."""
    imprint = edition.imprint(KIND, case.scenario.title, f"RB-{case.scenario.id}")
    return Document(imprint, tuple(_blocks(case, edition)))


def _blocks(case: Case, edition: Edition) -> Iterator[Block]:
    yield front.cover(case, edition)
    yield Contents()
    yield from front.decision(case, edition)
    yield from losses.losses(case)
    yield from teams.teams(case, edition)
    yield from telling.telling(case)
    yield from glance.glance(case)
    yield from tasks.tasks(case)
    yield from glance.dependencies(case, edition)
    yield from closing.back_to_normal(case)
    yield from closing.logs()
    yield from closing.assumptions(case, edition)
    yield from service_cards.service_cards(case, edition)
    yield from document_control(edition)
