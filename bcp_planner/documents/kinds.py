"""The kinds of documents that can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    Attributes:
        id: Name on the command line.
        title: Name for people.
        needs_scenario: Whether it is about one scenario.
        description: What it is for, in one sentence.
    """

    id: str
    title: str
    needs_scenario: bool
    description: str


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
            ),
        )
    }
)
"""Id -> kind, in the order in which they are offered."""
