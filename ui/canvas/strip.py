"""The strips on the canvas: how much of the plan is shown, and where one is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.canvas.scene import Scene
from ui.language import counted, tr
from ui.theme import Theme

_MOST_CRUMBS = 4
_ALL_SEEN = 30
"""Services up to which everybody sees that all of them are shown."""
_LONGEST = 24
"""Letters of a step on the way."""


def how_much(scene: Scene) -> str:
    """Return how many services are drawn: as cards of their own, or within closed groups."""
    single = len(scene.ids) - len(scene.groups)
    if scene.groups:
        groups = counted(len(scene.groups), "closed group", "closed groups")
        held = scene.shown - single
        said = tr(
            "Showing {groups} holding {held:,} of {total:,} services",
            groups=groups,
            held=held,
            total=scene.total,
        )
        more = counted(single, "service", "services")
        return said if not single else tr("{said}, and {more} one by one", said=said, more=more)
    if scene.shown < scene.total or scene.total > _ALL_SEEN:
        return tr("Showing {shown:,} of {total:,} services", shown=scene.shown, total=scene.total)
    return counted(scene.total, "service", "services")


class CountStrip(QLabel):
    """Says how many services and links are shown, always."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, scene: Scene, selected: int, hint: str) -> None:
        """Say how much of the plan is drawn, what is selected, and what can be done now."""
        parts = [how_much(scene)] if scene.total else []
        if scene.hidden_links:
            links = counted(scene.hidden_links, "link", "links")
            parts.append(tr("{links} not shown", links=links))
        if selected > 1:
            parts.append(tr("{selected:,} selected", selected=selected))
        if hint:
            parts.append(hint)
        self.setText("   ·   ".join(parts))
        self.setVisible(bool(parts))
        self.adjustSize()

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QLabel {{ background: {theme.surface.name()}; color: {theme.muted.name()};"
            f" border: 1px solid {theme.border.name()}; border-radius: 6px; padding: 3px 8px; }}"
        )


class PathStrip(QWidget):
    """The way to what is looked at: each step leads back to it, the last one is here.

    Signals:
        chosen(int): go to this step, counted from 0; -1 is everything.
        stepped(int): one place back (-1) or forward (1) among those one has been.
        deepened(int): show one requirement less (-1) or more (1) around the service in focus.
    """

    chosen = Signal(int)
    stepped = Signal(int)
    deepened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Way to this view"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 2, 8, 2)
        self._row.setSpacing(2)
        self._said: tuple[object, ...] = ()
        self.hide()

    def say(self, crumbs: Sequence[str], remark: str, can_step: tuple[bool, bool]) -> None:
        """Show the steps that led here; without any, and without a remark, hide."""
        said = (tuple(crumbs), remark, can_step)
        if said != self._said:
            self._said = said
            self._fill(crumbs, remark, can_step)
        self.setVisible(bool(crumbs or remark))
        self.adjustSize()

    def buttons(self) -> list[QToolButton]:
        """Return what can be pressed, from the left."""
        found = (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def _fill(self, crumbs: Sequence[str], remark: str, can_step: tuple[bool, bool]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        back, forward = can_step
        self._button("‹", tr("Back to where you looked before"), self.stepped, -1).setEnabled(back)
        self._button("›", tr("Forward again"), self.stepped, 1).setEnabled(forward)
        self._button(tr("All services"), tr("Back to all services"), self.chosen, -1)
        for place, crumb in _shortened(crumbs):
            self._label("›")
            if place == len(crumbs) - 1:
                self._label(crumb, here=True)
            else:
                tip = tr("Back to {crumb}", crumb=crumbs[place])
                self._button(crumb, tip, self.chosen, place)
        if crumbs:
            self._button("−", tr("One step less around it"), self.deepened, -1)
            self._button("+", tr("One step more around it"), self.deepened, 1)
        if remark:
            self._label(f"·  {remark}")

    def _button(self, text: str, tip: str, signal: SignalInstance, value: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: signal.emit(value))
        self._row.addWidget(button)
        button.show()  # at once, so that the strip is measured with it
        return button

    def _label(self, text: str, *, here: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("here", "true" if here else "false")
        self._row.addWidget(label)
        label.show()
        return label

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"PathStrip {{ background: {theme.surface.name()}; border: 1px solid"
            f" {theme.border.name()}; border-radius: 6px; }}"
            f" QLabel {{ color: {theme.muted.name()}; background: transparent; }}"
            f' QLabel[here="true"] {{ color: {theme.text.name()}; font-weight: 600; }}'
            f" QToolButton {{ color: {theme.accent.name()}; background: transparent;"
            " border: 1px solid transparent; border-radius: 4px; padding: 2px 5px; }"
            f" QToolButton:hover {{ background: {theme.accent_soft.name()}; }}"
            f" QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
            f" QToolButton:disabled {{ color: {theme.border_strong.name()}; }}"
        )


def _shortened(crumbs: Sequence[str]) -> list[tuple[int, str]]:
    """Return the steps that have room: of a long way the first and the last ones."""
    places = range(len(crumbs))
    if len(crumbs) > _MOST_CRUMBS:
        places = (0, *places[1 - _MOST_CRUMBS :])
    last = len(crumbs) - 1
    cut = [text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in crumbs]
    return [(place, crumbs[place] if place == last else cut[place]) for place in places]
