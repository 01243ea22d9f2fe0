"""Colours and fonts of everything on screen: tokens, from which palette and styles follow.

Text on its surface keeps WCAG AA (4.5 : 1), symbols and borders that carry meaning 3 : 1, in both
themes; a test measures it. A state is never told by colour alone: the canvas gives each a mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from bcp_planner.analysis.results import State
from ui.language import mark


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is drawn: a soft fill for areas, an ink for borders, marks and text."""

    fill: QColor
    ink: QColor
    label: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one theme. Names say the use, never the colour."""

    name: str
    dark: bool
    window: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    accent_soft: QColor
    error: QColor
    warning: QColor
    note: QColor
    good: QColor
    canvas: QColor
    grid: QColor
    card: QColor
    card_border: QColor
    line: QColor
    line_soft: QColor
    critical: QColor
    target: QColor
    states: Mapping[State, StateLook]

    def state(self, state: State | None) -> StateLook:
        """Return how a state looks; None, no scenario, looks like `UP`."""
        return self.states[state or State.UP]

    def font(self, size: float = 0.0, *, bold: bool = False) -> QFont:
        """Return the text font; `size` is added to the usual size in points."""
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(font.pointSizeF() + size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def _look(fill: str, ink: str, label: str) -> StateLook:
    return StateLook(QColor(fill), QColor(ink), label)


LIGHT = Theme(
    name="light",
    dark=False,
    window=QColor("#eef1f4"),
    surface=QColor("#ffffff"),
    raised=QColor("#f7f9fb"),
    sunken=QColor("#e4e9ee"),
    border=QColor("#d5dce3"),
    border_strong=QColor("#7c8a99"),
    text=QColor("#17212b"),
    muted=QColor("#52606e"),
    accent=QColor("#1b5e8c"),
    on_accent=QColor("#ffffff"),
    accent_soft=QColor("#d7e8f4"),
    error=QColor("#b3261e"),
    warning=QColor("#8a5a00"),
    note=QColor("#3d5a80"),
    good=QColor("#1d6f50"),
    canvas=QColor("#f4f6f8"),
    grid=QColor("#dfe5ea"),
    card=QColor("#ffffff"),
    card_border=QColor("#7b8a98"),
    line=QColor("#5d6b79"),
    line_soft=QColor("#7d8b99"),
    critical=QColor("#6a3fa0"),
    target=QColor("#17212b"),
    states={
        State.UP: _look("#e3f1ea", "#1d6f50", mark("Up")),
        State.AT_RISK: _look("#fdf1c7", "#7d5c00", mark("At risk")),
        State.DEGRADED: _look("#ffe2c8", "#a64b00", mark("Degraded")),
        State.DOWN: _look("#fbdad7", "#b3261e", mark("Down")),
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    window=QColor("#181d22"),
    surface=QColor("#20262d"),
    raised=QColor("#283038"),
    sunken=QColor("#12161a"),
    border=QColor("#38424c"),
    border_strong=QColor("#7d8b99"),
    text=QColor("#e8edf2"),
    muted=QColor("#a9b5c1"),
    accent=QColor("#7cbcec"),
    on_accent=QColor("#0d1a24"),
    accent_soft=QColor("#24435a"),
    error=QColor("#ff8a80"),
    warning=QColor("#f2c14e"),
    note=QColor("#9fc1e8"),
    good=QColor("#6fd0a8"),
    canvas=QColor("#14181d"),
    grid=QColor("#222a31"),
    card=QColor("#252c34"),
    card_border=QColor("#76838f"),
    line=QColor("#94a2b0"),
    line_soft=QColor("#6c7985"),
    critical=QColor("#c6a4f5"),
    target=QColor("#e8edf2"),
    states={
        State.UP: _look("#1d3a30", "#6fd0a8", mark("Up")),
        State.AT_RISK: _look("#40360f", "#f2cf5b", mark("At risk")),
        State.DEGRADED: _look("#4a2c12", "#ffab66", mark("Degraded")),
        State.DOWN: _look("#521f1d", "#ff8a80", mark("Down")),
    },
)

CHOICES = ("system", "light", "dark")


class ThemeStore(QObject):
    """Holds the theme in use; follows the desktop while the choice is `system`.

    Signals:
        changed(): `current` is another theme; repaint.
    """

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice if choice in CHOICES else "system"
        self.current = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)

    @property
    def choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the desktop, or stay with one theme."""
        self._choice = choice if choice in CHOICES else "system"
        self._switch()

    def _wanted(self) -> Theme:
        if self._choice == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _on_desktop_changed(self) -> None:
        self._switch()

    def _switch(self) -> None:
        wanted = self._wanted()
        if wanted is not self.current:
            self.current = wanted
            self.changed.emit()


def palette_of(theme: Theme) -> QPalette:
    """Return the Qt palette that follows from the tokens."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.on_accent),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent_soft),
        (role.HighlightedText, theme.text),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.raised),
        (role.Midlight, theme.border),
        (role.Mid, theme.border),
        (role.Dark, theme.border_strong),
        (role.Shadow, theme.sunken),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.border_strong)
    return palette


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
