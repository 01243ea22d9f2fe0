"""How the files of plans are called, and where those lie that have no place of their own yet."""

from __future__ import annotations

from pathlib import Path

import resources
from ui.language import mark, shown, tr
from ui.settings import data_folder

SUFFIX = ".bcplan"
SEALED = ".age"


_SAMPLES = {
    "hospital": mark("Hospital"),
    "manufacturer": mark("Manufacturer"),
    "retailer": mark("Retailer"),
}


def sample_title(name: str) -> str:
    """Return what a shipped sample plan is called in the language of the window."""
    return shown(_SAMPLES.get(name, name.capitalize()))


def sample_names() -> list[str]:
    """Return the names of the shipped sample plans."""
    try:
        folder = resources.path("samples")
    except FileNotFoundError:
        return []
    return sorted(path.stem for path in folder.glob("*.json"))


def drafts() -> list[Path]:
    """Return the plans that were started and never given a place, newest first."""
    folder = data_folder("drafts")
    found = [*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*{SUFFIX}{SEALED}")]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def is_plan_file(path: Path) -> bool:
    """Tell whether a file is one of ours by its name, encrypted or not."""
    return path.name.lower().endswith((SUFFIX, SUFFIX + SEALED))


def is_draft(path: Path) -> bool:
    """Tell whether a plan has no place of its own yet."""
    return path.parent == data_folder("drafts")


def free(path: Path) -> Path:
    """Return a path that nothing stands at, with a number where there is something."""
    number, found = 2, path
    while found.exists():
        found = path.with_stem(f"{path.stem} {number}")
        number += 1
    return found


def file_name(title: str) -> str:
    """Return how a file about a plan is called: its title without signs that systems forbid."""
    kept = "".join(c if c.isalnum() or c in " -_.()" else "-" for c in title).strip(" .")
    return kept[:80] or tr("Plan")
