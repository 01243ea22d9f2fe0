"""Cards: how one service or collapsed group is drawn, and pictures of them kept for the screen."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QPixmap,
)

from bcp_planner.analysis.results import State
from bcp_planner.domain.entities import Service
from ui import words
from ui.canvas import glyphs
from ui.canvas.colours import kind_ink, kind_soft, mix
from ui.canvas.scene import CARD_H, CARD_W, GROUP_H, GROUP_W, Group
from ui.canvas.states import WORDS, Look, Status, look
from ui.language import counted, shown, tr
from ui.plain_text import brief
from ui.theme import Theme

PART = " · "
"""Between two things that a group says of its members."""

_LEADING = 0.98
"""Distance of the lines of a name, in line heights."""
MARGIN = 12.0
"""Room around a card for its border, shadow and status mark, in canvas units."""


class Detail(IntEnum):
    """Levels of detail by zoom."""

    GROUPS = 0
    BLOCKS = 1
    CARDS = 2
    FULL = 3


def detail(scale: float) -> Detail:
    """Return what is drawn at a scale."""
    if scale < 0.12:
        return Detail.GROUPS
    if scale < 0.35:
        return Detail.BLOCKS
    return Detail.CARDS if scale < 0.8 else Detail.FULL


@dataclass(frozen=True, slots=True)
class Face:
    """Everything a card's picture depends on, apart from its size on screen."""

    subject: Service | Group
    status: Status = Status.NONE
    progress: int = 0
    faded: bool = False
    summary: str = ""
    full: bool = True
    rto_met: bool | None = None


def _font(size: float, *, bold: bool = False) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def draw(painter: QPainter, face: Face, theme: Theme) -> None:
    """Draw a card around 0, 0 in canvas units."""
    if isinstance(face.subject, Group):
        _draw_group(painter, face, face.subject, theme)
    else:
        _draw_service(painter, face, face.subject, theme)


def _draw_service(painter: QPainter, face: Face, service: Service, theme: Theme) -> None:
    colours = look(face.status, theme)
    rect = QRectF(-CARD_W / 2, -CARD_H / 2, CARD_W, CARD_H)
    _box(painter, rect, face, colours, theme)
    ink = kind_ink(service.kind, theme.dark)
    side = 30.0 if face.full else 38.0
    tile = QRectF(rect.left() + 11, rect.center().y() - side / 2, side, side)
    if face.full and service.tier is not None:
        tile.moveTop(rect.top() + 9)
        _draw_tier(painter, service.tier, tile, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(kind_soft(service.kind, theme))
    painter.drawRoundedRect(tile, 7, 7)
    glyphs.draw_kind(painter, service.kind, tile.adjusted(6, 6, -6, -6), ink)
    left = tile.right() + 10
    text = QRectF(left, rect.top() + 7, rect.right() - left - 9, rect.height() - 14)
    if face.full:
        chips = _chips(service)
        foot = QRectF(text.left(), text.bottom() - 19, text.width(), 18)
        _name(painter, service.title, text.adjusted(0, 0, 0, -21), (13.5, 12.0), theme.text)
        if chips:
            _draw_chips(painter, chips, foot, face, theme)
        else:
            painter.setFont(_font(11.5))
            painter.setPen(theme.muted)
            painter.drawText(foot, _LEFT, service.kind.capitalize())
    else:
        _name(painter, service.title, text, (17.0, 15.0), theme.text)
    if service.pinned:
        glyphs.draw_pin(painter, rect.topLeft() + QPointF(11, 10), 13, theme.muted)
    _status_mark(painter, rect, face, colours, theme)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _box(painter: QPainter, rect: QRectF, face: Face, colours: Look, theme: Theme) -> None:
    """Draw shadow, area, hatch and border of a card."""
    affected = face.status > Status.UP
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(QColor("#000000"), theme.canvas, 0.25 if theme.dark else 0.07))
    painter.drawRoundedRect(rect.translated(0, 2), 9, 9)
    painter.setBrush(colours.fill)
    border = mix(theme.card_border, theme.card, 0.55 if not theme.dark else 0.7)
    painter.setPen(QPen(colours.ink if affected else border, 2.0 if affected else 1.0))
    painter.drawRoundedRect(rect, 8, 8)
    hatch = {Status.DOWN: Qt.BrushStyle.BDiagPattern, Status.FAILED: Qt.BrushStyle.BDiagPattern}
    if face.status in hatch:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(mix(colours.ink, colours.fill, 0.16), hatch[face.status]))
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
    if face.status is Status.WORKING:
        bar = QRectF(rect.left() + 8, rect.bottom() - 6, rect.width() - 16, 3.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(colours.ink, colours.fill, 0.25))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        bar.setWidth(bar.width() * face.progress / 100)
        painter.setBrush(colours.ink)
        painter.drawRoundedRect(bar, 1.5, 1.5)


def _status_mark(painter: QPainter, rect: QRectF, face: Face, colours: Look, theme: Theme) -> None:
    radius = 9.0 if face.full else 11.0
    at = rect.topRight() + QPointF(-4, 3)
    paper = theme.card if not theme.dark else theme.canvas
    glyphs.draw_status(painter, face.status, at, radius, colours.ink, paper)


def _name(
    painter: QPainter, name: str, rect: QRectF, sizes: tuple[float, float], ink: QColor
) -> None:
    """Draw a name, broken between words, smaller if it does not fit, at last elided."""
    font, lines = _fitted(name, rect, sizes[0])
    if lines[-1].endswith("…"):
        font, lines = _fitted(name, rect, sizes[-1])
    height = QFontMetricsF(font).height() * _LEADING
    painter.setFont(font)
    painter.setPen(ink)
    top = rect.center().y() - height * len(lines) / 2
    for number, line in enumerate(lines):
        place = QRectF(rect.left(), top + number * height, rect.width(), height)
        painter.drawText(place, _LEFT | Qt.TextFlag.TextDontClip, line)


def _fitted(name: str, rect: QRectF, size: float) -> tuple[QFont, list[str]]:
    """Return the font of a size and the lines of a name in it."""
    font = _font(size, bold=True)
    metrics = QFontMetricsF(font)
    most = max(1, int(rect.height() / (metrics.height() * _LEADING) + 0.12))
    return font, _broken(name, metrics, rect.width(), most)


def _broken(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Return the text in at most so many lines, the last one elided."""
    lines: list[str] = []
    rest = brief(text)
    while len(lines) < most - 1 and metrics.horizontalAdvance(rest) > width:
        words = rest.split(" ")
        count = 1
        while count < len(words) and _width(metrics, words[: count + 1]) <= width:
            count += 1
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) > width:
            cut = _fitting(first, metrics, width)
            lines.append(f"{first[:cut]}-")
            rest = rest[cut:]
        else:
            lines.append(first)
            rest = " ".join(words[count:])
    if rest or not lines:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return lines


def _width(metrics: QFontMetricsF, words: list[str]) -> float:
    return metrics.horizontalAdvance(" ".join(words))


def _fitting(word: str, metrics: QFontMetricsF, width: float) -> int:
    """Return how many letters of a long word fit, with a hyphen after them."""
    cuts = range(1, len(word))
    too_many = bisect_right(
        cuts, x=False, key=lambda cut: metrics.horizontalAdvance(f"{word[:cut]}-") > width
    )
    return max(1, too_many)


def _chips(service: Service) -> list[str]:
    chips: list[str] = []
    if service.rto is not None:
        chips.append(tr("RTO {rto}", rto=words.duration(service.rto)))
    if service.rpo is not None:
        chips.append(tr("RPO {rpo}", rpo=words.duration(service.rpo)))
    return chips


def _draw_tier(painter: QPainter, tier: int, tile: QRectF, theme: Theme) -> None:
    painter.setFont(_font(11, bold=True))
    painter.setPen(theme.muted)
    under = QRectF(tile.left() - 6, tile.bottom() + 3, tile.width() + 12, 18)
    painter.drawText(under, Qt.AlignmentFlag.AlignCenter, f"T{tier}")


def _draw_chips(
    painter: QPainter, chips: list[str], rect: QRectF, face: Face, theme: Theme
) -> None:
    font = _font(11)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    paper = look(face.status, theme).fill if face.status > Status.UP else theme.card
    x = rect.left()
    tone = _tone(face, theme)
    if tone is not None:  # the RTO is the first chip: its colour and sign say whether it holds
        chips = [f"{'✓' if face.rto_met else '!'} {chips[0]}", *chips[1:]]
    if sum(metrics.horizontalAdvance(text) + 14 for text in chips) > rect.width() + 8:
        chips = [_tight(text) for text in chips]
    for text in chips:
        width = metrics.horizontalAdvance(text) + 10
        if x + width > rect.right() + 6:
            break
        chip = QRectF(x, rect.top(), width, 17)
        painter.setPen(Qt.PenStyle.NoPen if tone is None else QPen(tone.ink, 1))
        painter.setBrush(mix(theme.muted, paper, 0.14) if tone is None else tone.fill)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(mix(theme.text, paper, 0.85) if tone is None else tone.ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        x, tone = x + width + 4, None


def _tone(face: Face, theme: Theme) -> Look | None:
    """Return the colours of the RTO: whether it is kept; None where that is not known."""
    if face.rto_met is None or not isinstance(face.subject, Service) or face.subject.rto is None:
        return None
    state = theme.states[State.UP if face.rto_met else State.DOWN]
    return Look(state.fill, state.ink)


def _tight(chip: str) -> str:
    """Return a chip with its figure written together: "RTO 1d12h"."""
    name, mark, figure = chip.partition("O ")  # after RTO and RPO, with or without a sign before
    return f"{name}{mark}{figure.replace(' min', 'm').replace(' ', '')}"


def _draw_group(painter: QPainter, face: Face, group: Group, theme: Theme) -> None:
    colours = look(face.status, theme)
    rect = QRectF(-GROUP_W / 2, -GROUP_H / 2, GROUP_W, GROUP_H)
    border = mix(theme.card_border, theme.canvas, 0.6)
    painter.setPen(QPen(border, 1))
    painter.setBrush(mix(theme.card, theme.canvas, 0.6))
    for step in (8.0, 4.0):
        painter.drawRoundedRect(rect.translated(step, step), 10, 10)
    _box(painter, rect, face, colours, theme)
    text = rect.adjusted(16, 12, -16, -12)
    sizes = (17.0, 15.0) if face.full else (21.0, 18.0)
    font = _font(12.5 if face.full else 16)
    metrics = QFontMetricsF(font)
    lines = in_two_lines(face.summary, metrics, text.width())
    height = metrics.height() * _LEADING
    foot = QRectF(text.left(), text.bottom() - height * len(lines), text.width(), height)
    _name(
        painter, group.title, text.adjusted(0, 0, 0, foot.top() - text.bottom()), sizes, theme.text
    )
    painter.setFont(font)
    painter.setPen(theme.muted)
    for number, line in enumerate(lines):
        painter.drawText(foot.translated(0, number * height), _LEFT, line)
    _status_mark(painter, rect, face, colours, theme)


def in_two_lines(summary: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Return what a group says of its members; what comes last is left out rather than cut off."""
    rest, lines = summary.split(PART), list[str]()
    while rest and len(lines) < 2:
        said = [PART.join(rest[:count]) for count in range(1, len(rest) + 1)]
        whole = max(1, sum(metrics.horizontalAdvance(line) <= width for line in said))
        lines.append(metrics.elidedText(said[whole - 1], Qt.TextElideMode.ElideRight, width))
        rest = rest[whole:]
    return lines


def spoken(face: Face) -> str:
    """Return one sentence for screen readers."""
    status = f", {shown(WORDS[face.status])}" if face.status > Status.UP else ""
    if isinstance(face.subject, Group):
        return tr(
            "Group {title}, {members}{status}",
            title=brief(face.subject.title),
            members=counted(len(face.subject.members), "service", "services"),
            status=status,
        )
    met = "" if face.rto_met is None or face.subject.rto is None else _rto_words(face.rto_met)
    return f"{brief(face.subject.title)}, {words.choice(face.subject.kind)}{status}{met}"


def _rto_words(met: bool) -> str:
    return f", {tr('RTO met')}" if met else f", {tr('RTO missed')}"


class CardPictures:
    """Pictures of cards at screen size, made when first needed; the oldest go when they are many.

    Attributes:
        pixels: How many device pixels they have together.
    """

    MOST_PIXELS = 16_000_000
    """Four bytes each; a screen that is full of cards has less than half of them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], tuple[Face, float, float, QPixmap]] = {}
        self.pixels = 0

    def clear(self) -> None:
        """Forget all pictures: colours or fonts are different now."""
        self._kept.clear()
        self.pixels = 0

    def picture(
        self, item_id: str, face: Face, scale: float, ratio: float, theme: Theme, *, exact: bool
    ) -> QPixmap:
        """Return the picture of a card.

        Args:
            item_id: Whose card.
            face: What is on it.
            scale: Pixels a canvas unit.
            ratio: Device pixels a pixel.
            theme: Colours.
            exact: False allows a picture of another scale, to be drawn scaled, while moving.
        """
        key = (item_id, face.full)
        kept = self._kept.get(key)
        if kept and kept[0] == face and kept[2] == ratio:
            near = kept[1] == scale or (not exact and 0.4 < kept[1] / scale < 2.5)
            if near:
                return kept[3]
        if kept:
            self._forget(key)
        if self.pixels > self.MOST_PIXELS:
            self._make_room()
        picture = _picture(face, scale, ratio, theme)
        self._kept[key] = (face, scale, ratio, picture)
        self.pixels += _size(picture)
        return picture

    def _make_room(self) -> None:
        for key in list(self._kept):
            if self.pixels <= self.MOST_PIXELS / 2:
                break
            self._forget(key)

    def _forget(self, key: tuple[str, bool]) -> None:
        self.pixels -= _size(self._kept.pop(key)[3])


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height()


def half_size(face: Face) -> tuple[float, float]:
    """Return half the width and height of a card's picture in canvas units, margin included."""
    width, height = (GROUP_W, GROUP_H) if isinstance(face.subject, Group) else (CARD_W, CARD_H)
    return width / 2 + MARGIN, height / 2 + MARGIN


def _picture(face: Face, scale: float, ratio: float, theme: Theme) -> QPixmap:
    half_w, half_h = half_size(face)
    # A whole number of device pixels, so that the picture lands on them without blur.
    width = max(1, round(2 * half_w * scale * ratio))
    height = max(1, round(2 * half_h * scale * ratio))
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(width / 2, height / 2)
    painter.scale(scale * ratio, scale * ratio)
    draw(painter, face, theme)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
