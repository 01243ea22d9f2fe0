"""What the user chooses for one printing."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one printing.

    Attributes:
        paper: A name in `PAPERS` or `LARGE_PAPERS`, in capitals or not.
        copy_number: Number of a controlled copy; empty for an uncontrolled one.
        contacts: False for the edition without private contacts.
        language: Language code of the words the program adds.
        services: Ids of the services to write about, for documents that can be about some;
            empty for all.
        groups: Groups of services to write about, as pairs of a grouping of `selection` and a
            name; with `services` too, what is in both.
        event: Id of the exercise or incident to write about; empty for the newest that fits.
        password: Opens the file; empty for an open file. Never shown in logs.
    """

    paper: str = "A4"
    copy_number: str = ""
    contacts: bool = True
    language: str = "en"
    services: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    event: str = ""
    password: str = field(default="", repr=False)


PAPERS = ("A4", "Letter")
"""The papers of office printers."""

LARGE_PAPERS = ("A3", "Tabloid", "A2", "A1", "A0")
"""The papers of plotters and print shops, for the plan on a page and the poster."""
