"""Files the program ships: icons, fonts, sample plans, themes, help."""

from __future__ import annotations

import sys
from pathlib import Path


def path(name: str) -> Path:
    """Return where a shipped file or folder lies.

    Works from a checkout, from an installed wheel, and inside a frozen bundle, which unpacks the
    folder `resources` beside its own modules.

    Args:
        name: The place inside this folder, with forward slashes: `samples/hospital.json`.
            Empty for the folder itself.

    Raises:
        FileNotFoundError: if no such file is shipped; the message names it.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent
    found = root / name
    if not found.exists():
        raise FileNotFoundError(
            f"The program's own file resources/{name} is missing; reinstall it."
        )
    return found
