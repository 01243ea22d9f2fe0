"""Copy and paste: services with the lines among them, also between plans and as plain text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from bcp_planner.domain import edits
from bcp_planner.domain.codec import read_record, write_record
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.errors import EditRefused, InputRefused
from bcp_planner.domain.plan import Plan
from ui.canvas import acts
from ui.canvas.arrangement import STEP
from ui.forms.text import WrongText
from ui.language import mark, shown

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

FORMAT = "application/x-bcp-planner-services+json"

_copied: list[QMimeData] = []
"""What was copied last; Qt takes it away when something else is copied anywhere."""


def copy(canvas: CanvasView) -> None:
    """Put the selected services on the clipboard."""
    plan, chosen = canvas.plan, canvas.selection.services
    services = [service for key, service in plan.services.items() if key in chosen]
    if not services:
        return
    spot = canvas.sight.positions
    content = {
        "services": [
            {**write_record(s), "position": list(spot.get(s.id, (0.0, 0.0)))} for s in services
        ],
        "requirements": [write_record(r) for r in acts.copied_along(plan, chosen)],
    }
    data = QMimeData()
    data.setData(FORMAT, QByteArray(json.dumps(content).encode()))
    data.setText("\n".join(service.title for service in services))
    QGuiApplication.clipboard().setMimeData(data)
    _copied[:] = [data]


def let_go() -> None:
    """Leave the names on the clipboard as plain text, before the program ends.

    Data that was made in Python is destroyed by Qt after Python is gone, and crashes.
    """
    if _copied and isValid(_copied[-1]):
        QGuiApplication.clipboard().setText(_copied[-1].text())
    _copied.clear()


def cut(canvas: CanvasView) -> None:
    """Copy what is selected and remove it."""
    if canvas.selection.services:
        copy(canvas)
        canvas.commands.delete()


def paste(canvas: CanvasView) -> None:
    """Add what is on the clipboard: our own services, or a service for each line of text."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return
    if data.hasFormat(FORMAT):
        services, requirements = _read(bytes(data.data(FORMAT).data()))
        if services:
            _paste(canvas, services, requirements)
    elif data.hasText():
        _paste_text(canvas, data.text())


def _read(content: bytes) -> tuple[list[Service], list[Requirement]]:
    """Return what the clipboard holds; what cannot be read is left out."""
    try:
        raw: dict[str, list[Any]] = json.loads(content)
    except ValueError:
        return [], []
    problems: list[str] = []
    services = [read_record(Service, item, "", problems) for item in raw.get("services", [])]
    lines = [read_record(Requirement, item, "", problems) for item in raw.get("requirements", [])]
    return [s for s in services if s], [r for r in lines if r]


def _paste(
    canvas: CanvasView, services: Sequence[Service], requirements: Sequence[Requirement]
) -> None:
    by = _offset(canvas, services)
    made: list[str] = []

    def change(plan: Plan) -> Plan:
        plan = acts.place(plan, canvas.sight.arrangement.unsaved(plan))
        new, ids = edits.copy_services(plan, services, requirements, by)
        made.extend(ids)
        return new

    label = (
        services[0].title
        if len(services) == 1
        else mark("{services} services", services=len(services))
    )
    if canvas.bridge.try_edit(mark("Paste {label}", label=label), change):
        canvas.selection.set(made)
        _show(canvas, made)


def _show(canvas: CanvasView, services: Sequence[str]) -> None:
    """Bring pasted services into view unless all of them are seen."""
    items = [canvas.scene.index[key] for key in services if key in canvas.scene.index]
    seen = canvas.camera.visible(canvas.size_f())
    if len(items) < len(services) or (items and not seen.contains(canvas.scene.bounds(items))):
        canvas.reveal(services)


def _offset(canvas: CanvasView, services: Sequence[Service]) -> tuple[float, float]:
    """Return how far copies go: a little aside, or to the middle when the place is not seen."""
    spots = [service.position or (0.0, 0.0) for service in services]
    x = sum(spot[0] for spot in spots) / len(spots)
    y = sum(spot[1] for spot in spots) / len(spots)
    seen = canvas.camera.visible(canvas.size_f())
    taken = set(canvas.sight.positions.values())
    by = 2 * STEP
    while any((spot[0] + by, spot[1] + by) in taken for spot in spots):
        by += 2 * STEP
    if seen.contains(x + by, y + by):
        return by, by
    middle = seen.center()
    dx, dy = round((middle.x() - x) / STEP) * STEP, round((middle.y() - y) / STEP) * STEP
    return dx, dy


def _paste_text(canvas: CanvasView, text: str) -> None:
    """Add a service for each row, in a block in the middle of the view; several are shown first."""
    from ui.models.paste import label_of, pasted_names

    before = canvas.plan
    middle = canvas.camera.visible(canvas.size_f()).center()

    def make(plan: Plan, name: str, number: int, total: int) -> tuple[Plan, str]:
        columns = max(1, round(total**0.5))
        column, row = number % columns, number // columns
        at = (middle.x() + (column - columns / 2) * 232, middle.y() + row * 108)
        at = (round(at[0] / STEP) * STEP, round(at[1] / STEP) * STEP)
        return acts.create(plan, name, canvas.commands.kind, at)

    try:
        placed = acts.place(before, canvas.sight.arrangement.unsaved(before))
        found = pasted_names(placed, text, make)
    except (WrongText, EditRefused, InputRefused) as wrong:
        canvas.bridge.messages.notice(shown(str(wrong)))
        return
    added = [key for key in found.plan.services if key not in before.services]
    if len(added) == 1 and found.label == label_of(1, 1):
        found = replace(
            found, label=mark("Paste {label}", label=found.plan.services[added[0]].title)
        )

    def take() -> None:
        if canvas.bridge.edit(found.label, found.plan):
            canvas.selection.set(added)
            _show(canvas, added)

    if added or found.plan is not placed:
        canvas.review(found, take)
