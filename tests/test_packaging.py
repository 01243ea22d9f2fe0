"""What is shipped beside the code: icons, file association, licences."""

from __future__ import annotations

import compileall
import json
import os
import plistlib
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

import bcp_planner
import resources
from tests import make

ROOT = Path(__file__).parents[1]


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


@pytest.mark.parametrize(("ending", "largest"), [("ico", 256), ("icns", 512)])
def test_icons_are_read_by_a_library_that_did_not_write_them(ending: str, largest: int) -> None:
    with Image.open(resources.path(f"desktop/bcp-planner.{ending}")) as icon:
        icon.load()
        assert icon.size == (largest, largest)
        assert len(icon.getcolors(1 << 20) or ()) > 50


class Spec:
    """What `build.spec` would build on a system, told by doubles of PyInstaller's functions."""

    def __init__(self, platform: str, monkeypatch: pytest.MonkeyPatch, work: Path) -> None:
        self.made: dict[str, Any] = {}
        hooks = ModuleType("PyInstaller.utils.hooks")
        hooks.__dict__["collect_submodules"] = lambda name: [name]
        hooks.__dict__["copy_metadata"] = lambda name, recursive=False: [(f"{name}-info", ".")]
        monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setattr(compileall, "compile_dir", lambda *_, **__: True)
        monkeypatch.chdir(ROOT)
        names: dict[str, Any] = {
            name: self._double(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
        }
        names["workpath"] = str(work)
        source = (ROOT / "build.spec").read_text(encoding="utf-8")
        exec(compile(source, "build.spec", "exec"), names)  # noqa: S102 - our own file

    def _double(self, name: str) -> Callable[..., SimpleNamespace]:
        def make(*given: object, **named: Any) -> SimpleNamespace:
            self.made[name] = named
            parts = [("libQt6EglFS.so", "", ""), ("libQt6Core.so", "", "")]
            return SimpleNamespace(binaries=parts, datas=[], pure=[], scripts=[])

        return make


@pytest.mark.parametrize(
    ("platform", "icon"),
    [("linux", None), ("win32", "bcp-planner.ico"), ("darwin", "bcp-planner.icns")],
)
def test_the_spec_builds_for_every_system(
    platform: str, icon: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spec = Spec(platform, monkeypatch, tmp_path)

    shown = spec.made["EXE"]["icon"]
    assert (Path(shown).name if shown else None) == icon
    assert ("BUNDLE" in spec.made) == (platform == "darwin")
    assert ("resources", "resources") in spec.made["Analysis"]["datas"]
    assert {"bcp_planner", "ui"} <= set(spec.made["Analysis"]["hiddenimports"])


def test_windows_shows_the_details_of_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = Path(Spec("win32", monkeypatch, tmp_path).made["EXE"]["version"]).read_text("utf-8")
    # Read as PyInstaller reads it, with doubles for what it has on Windows only.
    kinds = ("FixedFileInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VSVersionInfo")
    known: dict[str, Any] = {name: lambda *given, **named: given or named for name in kinds}
    known |= {name: lambda *given: given for name in ("StringStruct", "VarStruct")}
    told = eval(text, known)  # noqa: S307 - written by our own spec

    strings, _ = told["kids"]
    (_, pairs) = strings[0][0]
    numbers = ".".join(map(str, told["ffi"]["filevers"]))
    assert numbers.startswith(f"{bcp_planner.__version__}.")
    assert numbers.count(".") == 3
    assert dict(pairs)["ProductVersion"] == bcp_planner.__version__
    assert dict(pairs)["LegalCopyright"].startswith("Copyright (c)")


def test_macos_is_told_whose_the_plans_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bundle = Spec("darwin", monkeypatch, tmp_path).made["BUNDLE"]
    told = plistlib.loads(plistlib.dumps(bundle["info_plist"]))

    (document,) = told["CFBundleDocumentTypes"]
    (kind,) = told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["bcplan"]
    assert (ROOT / bundle["icon"]).with_name(document["CFBundleTypeIconFile"]).exists()
    assert bundle["version"] == bcp_planner.__version__


def test_windows_is_told_whose_the_plans_are() -> None:
    script = resources.path("desktop/install-windows.ps1").read_text(encoding="utf-8")

    assert script.isascii()  # older PowerShells take a script for the system's own letters
    quotes = script.replace('`"', "")
    assert all(line.count('"') % 2 == 0 for line in quotes.splitlines())
    keys = re.findall(r'New-Item -Force "\$classes\\(.+?)" -Value', script)
    kind = re.search(r'\.bcplan" -Value "([\w.]+)"', script)
    assert kind is not None
    assert keys == [".bcplan", *(f"{kind[1]}{rest}" for rest in _OF_A_KIND)]
    assert '`"$program`" `"%1`""' in script
    removed = re.findall(r'Remove-Item .+ "\$classes\\(.+?)"', script)
    assert removed == [".bcplan", kind[1]]
    steps = re.search(r'"\$PSScriptRoot\\([.\\]+)"\)\s"bcp-planner\.exe"', script)
    assert steps is not None
    # From resources/desktop inside _internal up to the folder of the program.
    assert steps[1].split("\\") == [".."] * len(("_internal", "resources", "desktop"))


_OF_A_KIND = ("", "\\DefaultIcon", "\\shell\\open\\command")


def test_plans_are_known_by_their_ending() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(resources.path("desktop/bcp-planner.desktop"), encoding="utf-8")
    kind = ElementTree.parse(resources.path("desktop/bcp-planner.xml")).getroot()[0]  # noqa: S314 - our own file

    assert kind.get("type", "") in entry["Desktop Entry"]["MimeType"]
    assert any(child.get("pattern") == "*.bcplan" for child in kind)


@pytest.mark.parametrize(
    "folder", ["tools", "Ordner mit Leerzeichen – 測試", "R&D|x", '100% "of" `it` $HOME \\slash']
)
def test_the_menu_entry_is_installed_and_removed(folder: str, tmp_path: Path) -> None:
    program = tmp_path / folder / "bcp-planner"
    shipped = program.parent / "_internal/resources"
    for name in ("install-linux.sh", "bcp-planner.desktop", "bcp-planner.xml"):
        _copy(f"desktop/{name}", shipped)
    _copy("icons/app.svg", shipped)
    program.touch()
    script = shipped / "desktop/install-linux.sh"
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}

    subprocess.run([script], env=environment, check=True, capture_output=True)
    entry = tmp_path / "data/applications/bcp-planner.desktop"
    assert _started(entry) == [*(["env"] if "%" in folder else []), str(program), "%f"]
    assert (tmp_path / "data/icons/hicolor/scalable/apps/bcp-planner.svg").exists()

    subprocess.run([script, "remove"], env=environment, check=True, capture_output=True)
    assert not entry.exists()


def test_the_menu_entry_starts_the_program_that_is_there(tmp_path: Path) -> None:
    where = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}

    def runs(script: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", script], env=where, check=False, capture_output=True, text=True
        )

    entry = tmp_path / ".local/share/applications/bcp-planner.desktop"
    alone = tmp_path / "site-packages/resources/desktop/install-linux.sh"
    for name in ("install-linux.sh", "bcp-planner.desktop", "bcp-planner.xml"):
        _copy(f"desktop/{name}", alone.parents[1])
    _copy("icons/app.svg", alone.parents[1])

    assert "bcp-planner is not found" in runs(alone).stderr
    assert not entry.exists()

    checkout = alone.parents[2] / ".venv/bin/bcp-planner"
    checkout.parent.mkdir(parents=True)
    checkout.touch()
    assert runs(alone).returncode == 0
    assert _started(entry)[0] == str(checkout)


def _copy(name: str, to: Path) -> None:
    (to / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(resources.path(name), to / name)


def _started(entry: Path) -> list[str]:
    """Return the words of `Exec=` as a desktop takes them: escapes of values, quotes, then %%."""
    (line,) = re.findall(r"^Exec=(.*)$", entry.read_text(encoding="utf-8"), re.MULTILINE)
    words = re.findall(r'"((?:\\.|[^"])*)"|(\S+)', line.replace(r"\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") or word for quoted, word in words]
