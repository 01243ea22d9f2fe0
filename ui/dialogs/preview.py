"""The pages of a document on screen and on a printer, drawn when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from ui.language import tr
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

_GAP = 14
_KEPT = 12
"""Drawn pages that are kept; the others are drawn again when they come back into view."""
_PRINTED_DPI = 300
_POINTS = 72.0
_ZOOM_STEP = 1.2
_SMALLEST, _LARGEST = 0.25, 6.0


class Pages:
    """A PDF in memory whose pages can be drawn; for the GUI thread only."""

    def __init__(self, data: bytes, password: str = "") -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(data, password=password or None)
        self.sizes: list[QSizeF] = [
            QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))
        ]

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, number: int, scale: float) -> QImage:
        """Return a page drawn; a scale of 1 is 72 pixels an inch."""
        page = self._document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        made = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
        bitmap.close()
        page.close()
        return made

    def close(self) -> None:
        """Free the memory."""
        self._document.close()


class PagesView(QAbstractScrollArea):
    """Pages below one another; Ctrl and the wheel zoom, Page up and down turn pages.

    Signals:
        turned(int): another page is at the top, counted from 0.
    """

    turned = Signal(int)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._pages: Pages | None = None
        self._zoom = 1.0
        self._tops: Sequence[float] = ()
        self._drawn: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview of the pages"))
        self.setMinimumSize(320, 300)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def pages(self) -> Pages | None:
        """What is shown."""
        return self._pages

    @property
    def page(self) -> int:
        """The page in view, counted from 0."""
        return self._page

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document, at the same place where that exists."""
        if self._pages is not None:
            self._pages.close()
        self._pages = pages
        self._drawn.clear()
        self._settle()
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._tops and self._pages is not None:
            place = min(max(0, page), len(self._pages) - 1)
            self.verticalScrollBar().setValue(round(self._tops[place]))

    def zoom(self, factor: float) -> None:
        """Make pages larger or smaller."""
        page = self._page
        self._zoom = min(_LARGEST, max(_SMALLEST, self._zoom * factor))
        self._settle()
        self.go_to(page)
        self.viewport().update()

    # ------------------------------------------------------------------------------- inside

    def _scale(self) -> float:
        """Return pixels a point: the widest page fits the view at zoom 1."""
        if self._pages is None or not len(self._pages):
            return 1.0
        widest = max(size.width() for size in self._pages.sizes)
        room = max(100, self.viewport().width() - 2 * _GAP)
        return room / widest * self._zoom

    def _settle(self) -> None:
        scale = self._scale()
        heights = [size.height() * scale for size in self._pages.sizes] if self._pages else []
        self._tops = list(accumulate((height + _GAP for height in heights), initial=0.0))
        room = self.viewport().size()
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        whole = self._tops[-1] + _GAP if heights else 0
        vertical.setRange(0, max(0, round(whole - room.height())))
        vertical.setPageStep(room.height())
        vertical.setSingleStep(40)
        widest = (
            max((size.width() * scale for size in self._pages.sizes), default=0)
            if (self._pages)
            else 0
        )
        across.setRange(0, max(0, round(widest + 2 * _GAP - room.width())))
        across.setPageStep(room.width())
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        below = sum(top <= middle for top in self._tops[:-1])
        page = max(0, below - 1)
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = self._space.theme
        painter.fillRect(self.viewport().rect(), theme.sunken)
        if self._pages is not None:
            scale, up = self._scale(), self.verticalScrollBar().value()
            for number, size in enumerate(self._pages.sizes):
                top = _GAP + self._tops[number] - up
                if top + size.height() * scale < 0 or top > self.viewport().height():
                    continue
                width = size.width() * scale
                left = max(_GAP, (self.viewport().width() - width) / 2)
                left -= self.horizontalScrollBar().value()
                picture = self._picture(number, scale)
                painter.drawPixmap(QPointF(round(left), round(top)), picture)
                painter.setPen(theme.border)
                painter.drawRect(QRectF(round(left), round(top), width, size.height() * scale))
        painter.end()

    def _picture(self, number: int, scale: float) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (number, round(scale * ratio * 10_000))
        known = self._drawn.get(key)
        if known is None and self._pages is not None:
            known = QPixmap.fromImage(self._pages.image(number, scale * ratio))
            known.setDevicePixelRatio(ratio)
            self._drawn[key] = known
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return known or QPixmap()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        last = len(self._pages) - 1 if self._pages else 0
        if key in steps:
            self.go_to(self._page + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(_ZOOM_STEP if key == Qt.Key.Key_Plus else 1 / _ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._settle()
        self.go_to(page)

    def sizeHint(self) -> QSize:
        return QSize(620, 720)


def put_on_paper(pages: Pages, printer: QPrinter) -> None:
    """Print the pages that the printer was told to, each on paper of its own orientation."""
    first = max(1, printer.fromPage()) - 1
    last = printer.toPage() or len(pages)
    printer.setFullPage(True)
    painter = QPainter()
    for number in range(first, min(last, len(pages))):
        _set_paper(printer, pages.sizes[number])
        if not painter.isActive():
            painter.begin(printer)
        else:
            printer.newPage()
        dots = min(_PRINTED_DPI, printer.resolution())
        image = pages.image(number, dots / _POINTS)
        room = QRectF(painter.viewport())
        size = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
        painter.drawImage(QRectF(corner, size), image)
    painter.end()


def _set_paper(printer: QPrinter, size: QSizeF) -> None:
    """Use the paper of a page, turned as the page is."""
    wide = size.width() > size.height()
    upright = size.transposed() if wide else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageSize(paper)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
