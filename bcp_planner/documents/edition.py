"""What the user chose for a printed copy, and the identity that follows from it."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from bcp_planner.documents.options import Options
from bcp_planner.documents.pen import Box
from bcp_planner.documents.sheet import paper
from bcp_planner.documents.story import Imprint
from bcp_planner.domain.entities import Contact
from bcp_planner.domain.plan import Plan

NO_CLASSIFICATION = "No classification set"
LEFT_OUT = "left out of this copy"


@dataclass(frozen=True, slots=True)
class Edition:
    """A printing of a plan at a moment."""

    plan: Plan
    options: Options
    now: datetime.datetime
    approved: Plan | None = None
    """The plan as it was last approved, when that is known."""

    @property
    def printed(self) -> str:
        """Date, time and time zone of printing."""
        zone = self.now.tzname() or ""
        return f"{self.now:%Y-%m-%d %H:%M} {zone}".strip()

    @property
    def today(self) -> str:
        """The day of printing, to compare with the dates of the plan."""
        return f"{self.now:%Y-%m-%d}"

    @property
    def version(self) -> str:
        """Version and status of the plan."""
        info = self.plan.info
        version = f"Version {info.version}" if info.version else "No version"
        return f"{version} ({info.status})"

    @property
    def state(self) -> str:
        """A short fingerprint of everything in the plan: equal on paper means equal data."""
        return hashlib.sha256(repr(self.plan).encode()).hexdigest()[:8].upper()

    def imprint(self, kind: str, title: str, suffix: str) -> Imprint:
        """Return the identity of a document of this plan.

        Args:
            kind: Sort of document.
            title: Its name.
            suffix: What tells it from the plan's other documents, such as `RB-fire`.
        """
        info = self.plan.info
        number = f"{info.document_id}-{suffix}" if info.document_id else suffix
        return Imprint(
            title=title,
            kind=kind,
            subject=f"{kind} of {info.name or info.organisation or 'an unnamed plan'}",
            organisation=info.organisation or info.name,
            author=info.owner,
            document_id=number,
            version=self.version,
            classification=info.classification or NO_CLASSIFICATION,
            printed=self.printed,
            moment=self.now,
            copy_number=self.options.copy_number,
            language=self.options.language,
        )

    def control(self) -> list[tuple[str, str]]:
        """Return the labels and values of document control."""
        info = self.plan.info
        approved = ", ".join(part for part in (info.approved_by, info.approved_on) if part)
        overdue = info.review_due and info.review_due < self.today
        review = f"{info.review_due} – OVERDUE" if overdue else info.review_due
        return [
            ("Version", f"{info.version or 'none'} ({info.status})"),
            ("Owner", info.owner),
            ("Approved by", approved or "not approved"),
            ("Review due", review or "no date"),
            ("Classification", info.classification or NO_CLASSIFICATION),
            ("Copy", self.options.copy_number or "uncontrolled when printed"),
            ("Printed", self.printed),
            ("Plan data", f"state {self.state}"),
            ("Times", f"T+ from the disruption; clock times {self.now.tzname() or 'local'}"),
        ]

    def frame(self, *, landscape: bool = False) -> Box:
        """Return the frame that text fills on a page."""
        return paper(self.options.paper, landscape=landscape).frame

    def phone(self, contact: Contact) -> str:
        """Return the numbers of a contact on one line, unless they are left out on wish."""
        return self._numbers(contact, " / ")

    def phones(self, contact: Contact) -> str:
        """Return the numbers of a contact one below the other, so that none is broken."""
        return self._numbers(contact, "\n")

    def _numbers(self, contact: Contact, joint: str) -> str:
        if self.hides(contact):
            return LEFT_OUT
        return joint.join(part for part in (contact.phone, contact.other_phone) if part)

    def hides(self, contact: Contact) -> bool:
        """Return whether number, address and reference of a contact must not be printed."""
        return contact.private and not self.options.contacts
