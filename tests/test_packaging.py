"""What is shipped beside the code: icons, file association, licences."""

from __future__ import annotations

import json
import os
import struct
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

import resources
from tests import make


def test_no_library_is_under_the_gpl_or_agpl() -> None:
    found = make.licences()

    assert len(found) > 10
    assert [one for one in found if make.is_refused(one["licence"])] == []
    assert [one for one in found if one["licence"] == "not declared"] == []


@pytest.mark.parametrize(
    ("licence", "refused"),
    [
        ("GPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("AGPL-3.0-or-later", True),
        ("LGPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only", False),
        ("MIT", False),
    ],
)
def test_the_gpl_is_recognised(licence: str, refused: bool) -> None:
    assert make.is_refused(licence) == refused


def test_the_shipped_list_names_every_library() -> None:
    shipped = json.loads(resources.path(make.LICENCES).read_text(encoding="utf-8"))

    missing = set(make.needed()) - {one["name"] for one in shipped}
    assert not missing, "run: python -m tests.make licences"


def test_the_windows_icon_holds_pictures_of_every_size() -> None:
    content = resources.path("desktop/bcp-planner.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", content)

    assert (kind, count) == (1, 6)
    for index in range(count):
        size, start = struct.unpack_from("<II", content, 6 + 16 * index + 8)
        assert content[start : start + 8] == b"\x89PNG\r\n\x1a\n"
        assert start + size <= len(content)


def test_the_macos_icon_is_whole() -> None:
    content = resources.path("desktop/bcp-planner.icns").read_bytes()

    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4)[0] == len(content)


def test_plans_are_known_by_their_ending() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(resources.path("desktop/bcp-planner.desktop"), encoding="utf-8")
    kind = ElementTree.parse(resources.path("desktop/bcp-planner.xml")).getroot()[0]  # noqa: S314 - our own file

    assert kind.get("type", "") in entry["Desktop Entry"]["MimeType"]
    assert any(child.get("pattern") == "*.bcplan" for child in kind)


def test_the_menu_entry_is_installed_and_removed(tmp_path: Path) -> None:
    script = resources.path("desktop/install-linux.sh")
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}

    subprocess.run([script], env=environment, check=True, capture_output=True)
    entry = (tmp_path / "applications/bcp-planner.desktop").read_text(encoding="utf-8")
    assert '/bcp-planner" %f' in entry
    assert (tmp_path / "icons/hicolor/scalable/apps/bcp-planner.svg").exists()

    subprocess.run([script, "remove"], env=environment, check=True, capture_output=True)
    assert not (tmp_path / "applications/bcp-planner.desktop").exists()
