"""Making the pages of a preview: the first ones at once, then all of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from bcp_planner import documents
from bcp_planner.documents.options import Options
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan
from ui.jobs import Ticket

FIRST_LOOK = 6
"""Pages that are shown before the others are made."""

_COMPOSED = 0.2
"""Share of the work that is done when it is known what a document says."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages to look at: the whole document, or its first pages while the rest is made."""

    data: bytes
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Drafting:
    """What was chosen to be seen; it makes its pages in a worker thread."""

    kind: str
    scenario: Scenario | None
    options: Options
    now: datetime.datetime

    def first_look(self, plan: Plan, ticket: Ticket) -> Preview:
        """Return the first pages, with recovery orders by rule, which take no time.

        Raises:
            Cancelled: if they are not wanted any more.
        """
        orders = documents.Orders(plan, seconds=0)
        data = self._pages(orders, lambda _: ticket.report(0.0), FIRST_LOOK)
        return Preview(data, is_whole=False)

    def whole(self, orders: documents.Orders, ticket: Ticket) -> Preview:
        """Return all pages, with the best recovery orders.

        Raises:
            Cancelled: if they are not wanted any more.
        """
        return Preview(self._pages(orders, ticket.report, None), is_whole=True)

    def _pages(
        self, orders: documents.Orders, report: documents.Progress, most: int | None
    ) -> bytes:
        from bcp_planner.documents import output

        document = documents.compose(
            self.kind,
            orders.plan,
            scenario=self.scenario,
            options=self.options,
            now=self.now,
            orders=orders,
            progress=report,
        )
        data, _ = output.pdf_bytes(
            document,
            paper_name=self.options.paper,
            progress=lambda share: report(_COMPOSED + (1 - _COMPOSED) * share),
            most=most,
        )
        return data
