"""What the user chooses for one printing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one printing.

    Attributes:
        paper: `A4` or `Letter`, in capitals or not.
        copy_number: Number of a controlled copy; empty for an uncontrolled one.
        contacts: False for the edition without private contacts.
        language: Language code of the words the program adds.
    """

    paper: str = "A4"
    copy_number: str = ""
    contacts: bool = True
    language: str = "en"


PAPERS = ("A4", "Letter")
"""The papers to choose from."""
