"""The plan as a tree: the keyboard's and the screen reader's twin of the canvas."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.change import Change
from bcp_planner.domain.entities import SERVICE_KINDS, Service
from bcp_planner.domain.plan import Record
from ui import icons, words
from ui.canvas.states import Status
from ui.canvas.viewing import site_of
from ui.language import mark, shown, tr
from ui.models.groups import GroupsModel, Heading, Item
from ui.models.rows import runs
from ui.panels.empty import OrEmpty
from ui.panels.filter_line import FilterLine
from ui.workspace import Workspace

NOTE = "\x00note:"
"""Begins the key of a note; no id of a service holds a control character."""
_FEW = 20
"""Up to so many new names are put in place one by one."""
_HEADINGS = ("kind", "tier", "owner", "tags", "site")
"""Fields by which services are grouped."""

Sides = tuple[Record | None, Record | None]
"""A record before and after."""


def _none() -> str:
    return tr("(none)")


def _by_kind(service: Service) -> tuple[str, ...]:
    return (service.kind,)


def _by_tier(service: Service) -> tuple[str, ...]:
    return (_none() if service.tier is None else tr("Tier {tier}", tier=service.tier),)


def _by_owner(service: Service) -> tuple[str, ...]:
    return (service.owner or _none(),)


def _by_tag(service: Service) -> tuple[str, ...]:
    return service.tags or (_none(),)


def _by_site(service: Service) -> tuple[str, ...]:
    return (site_of(service) or _none(),)


GROUPINGS: Mapping[str, Callable[[Service], tuple[str, ...]]] = {
    mark("By kind"): _by_kind,
    mark("By tier"): _by_tier,
    mark("By owner"): _by_owner,
    mark("By site"): _by_site,
    mark("By tag"): _by_tag,
}


class OutlineView(QTreeView):
    """A tree in which Delete deletes.

    Signals:
        deleted(): the key was pressed.
    """

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class OutlinePanel(QWidget):
    """Services under headings, in step with the selection.

    Signals:
        jumped(tuple): a service was activated.
        deleted(): Delete was pressed.
        note_chosen(str): keys shall act on this note; on none when empty.
        note_opened(str): a note or frame shall be shown and written on.
    """

    jumped = Signal(tuple)
    deleted = Signal()
    note_chosen = Signal(str)
    note_opened = Signal(str)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._following = False
        self._folded: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._scroll)
        self._only: frozenset[str] | None = None
        self.setProperty("panel", "true")
        self.setMinimumWidth(170)
        self.grouping = QComboBox()
        for text in GROUPINGS:
            self.grouping.addItem(shown(text), text)
        self.grouping.setAccessibleName(tr("Group the outline"))
        self.grouping.activated.connect(self.refresh)
        self.filter = FilterLine(space, hides=True)
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter the outline"))
        self.model = GroupsModel(self)
        self.model.mark = self._mark
        self.view = OutlineView()
        self.view.deleted.connect(self.deleted)
        self._dress_view()
        self._or_empty = OrEmpty(self.view)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Build the tree of the plan as it is now."""
        self._following = True
        top = self.view.verticalScrollBar().value()
        grouping = GROUPINGS[self.grouping.currentData()]
        self.model.show(self._headings(grouping))
        for row, heading in enumerate(self.model.headings):
            self.view.setExpanded(self.model.index(row, 0), heading.key not in self._folded)
        self.view.verticalScrollBar().setValue(top)
        self._following = False
        hidden = self._space.filter.shown is not None
        empty = "" if self.model.headings else tr("Services appear here as you add them.")
        self._or_empty.say(tr("No service fits.") if empty and hidden else empty)
        self._follow_selection()

    # ------------------------------------------------------------------------------- inside

    def _headings(self, grouping: Callable[[Service], tuple[str, ...]]) -> list[Heading]:
        plan, only = self._space.bridge.plan, self._space.filter.shown
        groups: dict[str, list[Service]] = {}
        for service in plan.services.values():
            if only is None or service.id in only:
                for name in grouping(service):
                    groups.setdefault(name, []).append(service)
        headings = [
            Heading(name, words.choice(name), tuple(self._item(s) for s in _sorted(groups[name])))
            for name in sorted(groups, key=_heading_rank)
        ]
        return headings if only is not None or not plan.notes else [*headings, self._notes()]

    def _notes(self) -> Heading:
        notes = sorted(self._space.bridge.plan.notes.values(), key=lambda note: note.title)
        picture = icons.icon("note", self._space.theme)
        items = (Item(NOTE + note.id, note.title, tip=note.text, icon=picture) for note in notes)
        return Heading(NOTE, tr("Notes and frames"), tuple(items))

    def _item(self, service: Service) -> Item:
        said = words.choice(service.kind)
        return Item(service.id, service.title, tip=f"{service.title} – {said}")

    def _mark(self, key: str) -> QIcon | None:
        """Return the mark of a service at the moment shown, else that of its kind."""
        if key.startswith(NOTE):
            return icons.icon("note", self._space.theme)
        shown, service = self._space.hub.shown, self._space.bridge.plan.services.get(key)
        status = shown.of(key) if shown else Status.UP
        if status is not Status.UP:
            return icons.status_icon(status, self._space.theme)
        return icons.kind_icon(service.kind, self._space.theme) if service else None

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setIndentation(16)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(tr("Outline of the plan"))
        view.activated.connect(self._on_activated)
        view.doubleClicked.connect(self._on_activated)
        view.expanded.connect(lambda index: self._fold(index, folded=False))
        view.collapsed.connect(lambda index: self._fold(index, folded=True))
        view.selectionModel().selectionChanged.connect(self._on_selected)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.grouping)
        row.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        space = self._space
        space.bridge.replaced.connect(self.refresh)
        space.bridge.changed.connect(self._on_changed)
        for signal in (space.hub.shown_changed, space.themes.changed):
            signal.connect(self.view.viewport().update)
        space.selection.changed.connect(self._follow_selection)
        space.filter.changed.connect(self._on_filter)

    def _on_changed(self, change: Change) -> None:
        touched = change.tables.get("services")
        seen = [sides for sides in touched.records.values() if _shows(sides)] if touched else []
        reordered = touched is not None and touched.reordered
        if reordered or "notes" in change.tables or not self._take_over(seen):
            self.refresh()

    def _take_over(self, changed: Sequence[Sides]) -> bool:
        """Take over a few changes one by one; return whether that was all there was to do."""
        self._following = True
        self.view.setAutoScroll(False)  # it would lay out all rows after each of the changes
        done = len(changed) <= _FEW and all(map(self._take_one_over, changed))
        self._following = False
        if changed and done:
            self._follow_selection()
        self.view.setAutoScroll(True)
        return done

    def _take_one_over(self, sides: Sides) -> bool:
        before, after = sides
        if isinstance(before, Service) and isinstance(after, Service):
            return _only_renamed(before, after) and self._rename(after)
        if self._only is not None:
            return False
        if isinstance(before, Service):
            return len(before.tags) <= 1 and self._take_out(before)
        return isinstance(after, Service) and self._put_in(after)

    def _rename(self, service: Service) -> bool:
        place = self.model.place_of(service.id)
        if place is not None:
            others = list(self.model.headings[place[0]].items)
            del others[place[1]]
            row = bisect_right(others, by_name(service.title), key=_by_name_of)
            self.model.move(*place, self._item(service), row)
        return place is not None or self._only is not None

    def _take_out(self, service: Service) -> bool:
        place = self.model.place_of(service.id)
        if place is None or len(self.model.headings[place[0]].items) == 1:
            return False
        self.model.take(*place)
        return True

    def _put_in(self, service: Service) -> bool:
        wanted = GROUPINGS[self.grouping.currentData()](service)
        rows = [row for row, head in enumerate(self.model.headings) if head.key in wanted]
        if len(rows) != 1 or len(wanted) != 1:
            return False
        items = self.model.headings[rows[0]].items
        row = bisect_right(items, by_name(service.title), key=_by_name_of)
        self.model.put(rows[0], row, self._item(service))
        return True

    def _on_filter(self) -> None:
        only = self._space.filter.shown
        if only != self._only:
            self._only = only
            self.refresh()

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        heading = self.model.heading(index)
        if heading is not None and not self._following:
            (self._folded.add if folded else self._folded.discard)(heading.key)

    def _on_selected(self) -> None:
        if self._following:
            return
        model = self.model
        items = [model.item(index) for index in self.view.selectedIndexes()]
        current = model.item(self.view.currentIndex())
        chosen = [item.key for item in items if item is not None]
        services = [key for key in chosen if not key.startswith(NOTE)]
        notes = [key.removeprefix(NOTE) for key in chosen if key.startswith(NOTE)]
        self._following = True
        self._space.selection.set(services, current=current.key if current else None)
        if not services:
            self.note_chosen.emit(notes[-1] if notes else "")
        self._following = False

    def _follow_selection(self) -> None:
        if self._following:
            return
        self._following = True
        selection, chosen = self._space.selection, QItemSelection()
        for parent, rows in self._rows_of(selection.services).items():
            for top, bottom in runs(rows):
                head = self.model.index(parent, 0)
                chosen.select(self.model.index(top, 0, head), self.model.index(bottom, 0, head))
        select = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, select.ClearAndSelect)
        if selection.current is not None:
            index = self.model.index_of(selection.current)
            if index != self.view.currentIndex():
                self.view.selectionModel().setCurrentIndex(index, select.NoUpdate)
                self._soon.start()
        self._following = False

    def _scroll(self) -> None:
        """Show the current row; rows are laid out now, a while after they have changed."""
        self.view.scrollTo(self.view.currentIndex())

    def _rows_of(self, services: Iterable[str]) -> Mapping[int, list[int]]:
        """Return the rows of services by the row of their heading."""
        found: dict[int, list[int]] = {}
        for key in services:
            place = self.model.place_of(key)
            if place is not None:
                found.setdefault(place[0], []).append(place[1])
        return found

    def _on_activated(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is not None and item.key.startswith(NOTE):
            self.note_opened.emit(item.key.removeprefix(NOTE))
        elif item is not None:
            self.jumped.emit((item.key,))


def _only_renamed(before: Service, after: Service) -> bool:
    """Tell whether a service is only called something else, under one heading."""
    return len(after.tags) <= 1 and not _differ(before, after, _HEADINGS)


def _shows(sides: Sides) -> bool:
    """Tell whether a change of a service can be seen in the outline."""
    before, after = sides
    if not isinstance(before, Service) or not isinstance(after, Service):
        return True
    return _differ(before, after, ("name", *_HEADINGS))


def _differ(before: Service, after: Service, names: Iterable[str]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in names)


def by_name(title: str) -> tuple[Any, ...]:
    """Return what names are sorted by: without case, numbers in them by their size."""
    parts = re.split(r"(\d+)", title.casefold())
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if place % 2 else part
        for place, part in enumerate(parts)
    )


def _by_name_of(item: Item) -> tuple[Any, ...]:
    return by_name(item.text)


def _sorted(services: Iterable[Service]) -> list[Service]:
    return sorted(services, key=lambda service: by_name(service.title))


def _heading_rank(name: str) -> tuple[int, str]:
    if name in SERVICE_KINDS:
        return SERVICE_KINDS.index(name), ""
    return (1, "") if name == _none() else (0, name.casefold())
