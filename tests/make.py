"""Makes files that are kept in the repository: `python -m tests.make licences texts`.

Icons of all systems come from `resources/icons/app.svg`, the list of licences from what is
installed, pictures from the real window; so they stay true.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import struct
import sys
from pathlib import Path

import resources
from tests import guide

LICENCES = "licences.json"
_FORBIDDEN = re.compile(r"\bA?GPL|GNU (AFFERO )?GENERAL PUBLIC", re.IGNORECASE)
_LESSER = re.compile(r"LGPL|LESSER GENERAL", re.IGNORECASE)
_PROJECT = "bcp-planner"
ROOT = Path(resources.__file__).resolve().parent


def needed() -> list[str]:
    """Return the distributions that the program brings along, with what those need in turn."""
    found: dict[str, None] = {}
    waiting = [_PROJECT]
    while waiting:
        name = waiting.pop()
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system, or an extra that is not installed
        key = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
        if key in found:
            continue
        found[key] = None
        for requirement in distribution.requires or ():
            extra = re.search(r"extra\s*==\s*['\"](.+?)['\"]", requirement)
            if extra is None or (name == _PROJECT and extra[1] == "optimal"):
                waiting.append(re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0])
    return sorted(set(found) - {_PROJECT})


def licence_of(name: str) -> str:
    """Return the licence a distribution declares: its expression, classifiers, or first line."""
    metadata = importlib.metadata.metadata(name)
    expression = metadata.get("License-Expression")
    if expression:
        return expression
    kinds = [
        c.rpartition(" :: ")[2] for c in metadata.get_all("Classifier") or () if "License ::" in c
    ]
    kinds = [kind for kind in kinds if kind != "OSI Approved"]
    text = (metadata.get("License") or _licence_file(name)).strip().splitlines()
    return " OR ".join(kinds) or (text[0][:80] if text else "not declared")


def _licence_file(name: str) -> str:
    """Return the licence text that a distribution brings along, empty for none."""
    for file in importlib.metadata.files(name) or ():
        if file.name.upper().startswith("LICENSE") and "dist-info" in file.parts[0]:
            return file.read_text(encoding="utf-8")
    return ""


def is_refused(licence: str) -> bool:
    """Tell whether a licence is the GPL or AGPL without a choice of another."""
    choices = re.split(r"\s+OR\s+", licence)
    return all(_FORBIDDEN.search(one) and not _LESSER.search(one) for one in choices)


def licences() -> list[dict[str, str]]:
    """Return name, version and licence of every library that is brought along."""
    return [
        {"name": name, "version": importlib.metadata.version(name), "licence": licence_of(name)}
        for name in needed()
    ]


def make_licences() -> None:
    """Write the list that the about box shows."""
    text = json.dumps(licences(), indent=1, ensure_ascii=False)
    (ROOT / LICENCES).write_text(f"{text}\n", encoding="utf-8")


def make_icons() -> None:
    """Write the icons of Windows and macOS, and pictures for Linux, from the one drawing."""
    pictures = {size: _drawn(size) for size in (16, 32, 48, 64, 128, 256, 512)}
    folder = ROOT / "desktop"
    folder.mkdir(exist_ok=True)
    (folder / "bcp-planner-256.png").write_bytes(pictures[256])
    (folder / "bcp-planner.ico").write_bytes(_ico(pictures))
    (folder / "bcp-planner.icns").write_bytes(_icns(pictures))


def _drawn(size: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "icons/app.svg")).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon: a directory of 16 bytes a picture, then the pictures as PNG."""
    chosen = [size for size in pictures if size <= 256]
    head, body = struct.pack("<HHH", 0, 1, len(chosen)), b""
    start = 6 + 16 * len(chosen)
    for size in chosen:
        picture = pictures[size]
        byte = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", byte, byte, 0, 0, 1, 32, len(picture), start + len(body))
        body += picture
    return head + body


def _icns(pictures: dict[int, bytes]) -> bytes:
    """Return a macOS icon: chunks of a type, a length with its own 8 bytes, and a PNG."""
    kinds = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
    chunks = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for size, kind in kinds.items()
    )
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def make_figures() -> None:
    """Write the figures that the user guide quotes."""
    text = json.dumps(guide.figures(), indent=1, ensure_ascii=False)
    (ROOT / "help/figures.json").write_text(f"{text}\n", encoding="utf-8")


def make_pictures() -> None:
    """Write the pictures of the user guide, from the real window."""
    from tests.guide_pictures import take

    take(ROOT / "help/pictures")


def make_texts() -> None:
    """Bring the catalogues of the languages up to date with the texts in the code."""
    from tests import texts

    texts.update(texts.FOLDER)


def main() -> int:
    """Make what is named on the command line."""
    from ui.start_time import draw_without_screen

    draw_without_screen()
    makers = {
        "icons": make_icons,
        "licences": make_licences,
        "figures": make_figures,
        "pictures": make_pictures,
        "texts": make_texts,
    }
    names = sys.argv[1:] or list(makers)
    for name in names:
        makers[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
