"""Notes and frames on the canvas: what people write beside the services and draw around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bcp_planner.domain.fields import Field, Kind

NOTE_KINDS = ("note", "frame")
LEAST = 24.0
"""Least width and height, in canvas units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note, or a titled frame. Nothing is computed from it."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique in the plan.")]
    text: Annotated[
        str, Field(Kind.LONG_TEXT, "Text", "What the note says, or the frame's title.", always=True)
    ] = ""
    kind: Annotated[
        str,
        Field(
            Kind.CHOICE,
            "Kind",
            "A note stands beside services, a frame around them.",
            choices=NOTE_KINDS,
            always=True,
        ),
    ] = "note"
    position: Annotated[
        tuple[float, float] | None, Field(Kind.POINT, "Position", "Its centre on the canvas.")
    ] = None
    width: Annotated[
        float, Field(Kind.NUMBER, "Width", "In canvas units.", minimum=LEAST, always=True)
    ] = 220.0
    height: Annotated[
        float, Field(Kind.NUMBER, "Height", "In canvas units.", minimum=LEAST, always=True)
    ] = 120.0

    @property
    def title(self) -> str:
        """Its first line, or the id while it says nothing."""
        return self.text.strip().split("\n", 1)[0] or self.id
