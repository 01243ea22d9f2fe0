"""The look of widgets: Fusion with the theme's palette and one small style sheet."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from string import Template

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

import resources
from ui import icons
from ui.theme import Theme, palette_of


def apply(theme: Theme) -> None:
    """Give every widget of the program the look of a theme."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setPalette(palette_of(theme))
        app.setStyleSheet(sheet(theme))


def _picture(name: str, colour: QColor, size: int = 12) -> str:
    """Return a file with an icon, which style sheets can only take from disk."""
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    folder = Path(cache) / "bcp-planner" / "icons"
    plain = folder / f"{name}-{colour.name()[1:]}-{size}.png"
    if not plain.exists():
        folder.mkdir(parents=True, exist_ok=True)
        icons.pixmap(name, colour, size, 2.0).save(str(plain.with_stem(f"{plain.stem}@2x")))
        icons.pixmap(name, colour, size, 1.0).save(str(plain))
    return plain.as_posix()


def sheet(theme: Theme) -> str:
    """Return the style sheet that follows from the tokens."""
    values = {
        field.name: value.name()
        for field in fields(theme)
        if isinstance(value := getattr(theme, field.name), QColor)
    }
    pictures = ("down", "up", "next", "close", "minus")
    values |= {name: _picture(name, theme.muted) for name in pictures}
    values["tick"] = _picture("check", theme.on_accent)
    source = resources.path("themes/window.qss").read_text(encoding="utf-8")
    return Template(source).substitute(values)
