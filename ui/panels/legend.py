"""What the marks on the canvas mean, with how many services carry each at the moment shown."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ui import icons
from ui.canvas.states import WORDS, Moment, Status
from ui.language import mark, shown, tr, whole
from ui.workspace import Workspace

_ORDER = (
    Status.FAILED,
    Status.DOWN,
    Status.WORKING,
    Status.DEGRADED,
    Status.AT_RISK,
    Status.BACK,
    Status.UP,
)
_MEANING = {
    Status.FAILED: mark("It is what the scenario takes away."),
    Status.DOWN: mark("It does not work, because of what it needs."),
    Status.WORKING: mark("Its team is bringing it back."),
    Status.DEGRADED: mark("It works slowly, in part, or on its tolerance."),
    Status.AT_RISK: mark("It works, but a spare of what it needs is gone."),
    Status.BACK: mark("It was down and works again."),
    Status.UP: mark("It works as usual."),
}
_MARGIN = 12
_LOW = 310
"""Height of the canvas in pixels below which the marks stand beside each other."""


class Legend(QFrame):
    """A card in the corner of the canvas while a scenario is shown."""

    def __init__(self, over: QWidget, space: Workspace) -> None:
        super().__init__(over)
        self._over, self._space = over, space
        self._rows: dict[Status, tuple[QLabel, QLabel, QLabel]] = {}
        self.setObjectName("legend")
        self.setAccessibleName(tr("Legend"))
        self._lies_flat: bool | None = None
        self._is_terse = False
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 12, 8)
        grid.setHorizontalSpacing(7)
        grid.setVerticalSpacing(3)
        for status in _ORDER:
            labels = (QLabel(), QLabel(shown(WORDS[status])), QLabel())
            for label in labels:
                label.setToolTip(shown(_MEANING[status]))
            self._rows[status] = labels
        over.installEventFilter(self)
        space.hub.shown_changed.connect(self.refresh)
        space.themes.changed.connect(self._recolour)
        self._recolour()
        self.refresh()

    def refresh(self) -> None:
        """Count the marks that the canvas shows now."""
        moment = self._space.hub.shown
        counts = _counts(moment, self._space) if moment is not None else Counter[Status]()
        for status, (badge, word, number) in self._rows.items():
            seen = bool(counts[status]) or status is Status.UP
            for label in (badge, number):
                label.setVisible(seen)
            word.setVisible(seen and not self._is_terse)
            number.setText(whole(counts[status]))
            word.setAccessibleName(f"{shown(WORDS[status])}: {counts[status]}")
        self.setVisible(moment is not None)
        self._place()

    def _recolour(self) -> None:
        theme, ratio = self._space.theme, self.devicePixelRatioF()
        self.setStyleSheet(
            f"#legend {{ background: {theme.surface.name()}; border-radius: 8px;"
            f" border: 1px solid {theme.border.name()}; }}"
        )
        for status, (badge, _, _) in self._rows.items():
            badge.setPixmap(icons.status_icon(status, theme).pixmap(QSize(16, 16), ratio))

    def _place(self) -> None:
        over = self._over
        self._arrange(flat=over.height() < _LOW)
        self._shorten(room=over.width() - 2 * _MARGIN)
        self.adjustSize()
        self.move(
            over.width() - self.width() - _MARGIN, _MARGIN // 2 if self._lies_flat else _MARGIN
        )

    def _shorten(self, *, room: int) -> None:
        """Leave the words out where they have no room beside each other; tooltips say them."""
        for terse in (False, True):
            self._is_terse = terse
            for badge, word, _ in self._rows.values():
                word.setVisible(not badge.isHidden() and not terse)
            if not self._lies_flat or self.sizeHint().width() <= room:
                return

    def _arrange(self, *, flat: bool) -> None:
        """Put the marks below each other, or beside each other to leave the overview its room."""
        if flat is self._lies_flat:
            return
        self._lies_flat = flat
        edge = 4 if flat else 8
        self._grid.setContentsMargins(10, edge, 12, edge)
        for place, labels in enumerate(self._rows.values()):
            for part, label in enumerate(labels):
                self._grid.addWidget(
                    label, 0 if flat else place, 3 * place + part if flat else part
                )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False


def _counts(moment: Moment, space: Workspace) -> Counter[Status]:
    known, up = moment.status, Status.UP
    return Counter([known.get(key, up) for key in space.bridge.plan.services])
