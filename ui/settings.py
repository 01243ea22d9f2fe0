"""What the program remembers between two starts; every key is a typed property."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

ORGANISATION = "bcp-planner"
APPLICATION = "bcp-planner"
_RECENT = 12
_VIEWS = 60
_TERMS = 2_000


class Settings:
    """Typed access to the settings of this user on this machine."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION
        )

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self._store.value("theme", "system"))

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("theme", choice)

    @property
    def language(self) -> str:
        """`system`, `en` or `de`; takes effect at the next start."""
        return str(self._store.value("language", "system"))

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("language", choice)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt writes them; empty at the first start."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def docks(self) -> QByteArray:
        """Arrangement of the docks, as Qt writes it."""
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, value: QByteArray) -> None:
        self._store.setValue("window/docks", value)

    @property
    def panels(self) -> tuple[str, ...]:
        """Names of the panels that were not closed; empty when nothing was kept yet."""
        return tuple(str(self._store.value("window/panels", "")).split())

    @panels.setter
    def panels(self, names: Sequence[str]) -> None:
        self._store.setValue("window/panels", " ".join(names))

    @property
    def table_header(self) -> QByteArray:
        """Widths, order and visibility of the table's columns."""
        return self._bytes("table/header")

    @table_header.setter
    def table_header(self, value: QByteArray) -> None:
        self._store.setValue("table/header", value)

    @property
    def column_sets(self) -> dict[str, tuple[str, ...]]:
        """The user's own sets of the table's columns, by name."""
        return {
            name: tuple(map(str, cast("list[object]", columns)))
            for name, columns in self._named("table/sets").items()
            if isinstance(columns, list)
        }

    @column_sets.setter
    def column_sets(self, sets: Mapping[str, Sequence[str]]) -> None:
        self._keep("table/sets", {name: list(columns) for name, columns in sets.items()})

    @property
    def aim(self) -> str:
        """What the recovery order is chosen for."""
        aim = str(self._store.value("aim", "lateness"))
        return aim if aim in ("lateness", "cost", "makespan") else "lateness"

    @aim.setter
    def aim(self, aim: str) -> None:
        self._store.setValue("aim", aim)

    @property
    def backups_kept(self) -> int:
        """How many backups of one plan are kept; 0 for none."""
        return self._whole("backups/keep", 20)

    @backups_kept.setter
    def backups_kept(self, number: int) -> None:
        self._store.setValue("backups/keep", number)

    @property
    def backup_days(self) -> int:
        """After how many days a backup goes; the newest always stays."""
        return self._whole("backups/days", 90)

    @backup_days.setter
    def backup_days(self, days: int) -> None:
        self._store.setValue("backups/days", days)

    @property
    def closed_groups(self) -> frozenset[str]:
        """Headings that are folded in the inspector."""
        return frozenset(self._texts("inspector/closed"))

    @closed_groups.setter
    def closed_groups(self, names: frozenset[str]) -> None:
        self._store.setValue("inspector/closed", sorted(names))

    @property
    def recent(self) -> list[Path]:
        """Files opened lately, newest first, those that are gone left out."""
        return [Path(text) for text in self._texts("recent") if Path(text).exists()]

    def add_recent(self, path: Path) -> None:
        """Put a file on top of the list of recent ones."""
        texts = [str(path), *(str(old) for old in self.recent if old != path)]
        self._store.setValue("recent", texts[:_RECENT])

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._store.remove("recent")

    @property
    def import_terms(self) -> dict[str, str]:
        """What the user said that words of other programs' files become."""
        pairs = (text.partition("\t") for text in self._texts("import/terms"))
        return {word: choice for word, _, choice in pairs if word and choice}

    @import_terms.setter
    def import_terms(self, terms: Mapping[str, str]) -> None:
        kept = [f"{word}\t{choice}" for word, choice in terms.items() if "\t" not in word]
        self._store.setValue("import/terms", kept[-_TERMS:])

    def view_of(self, path: Path) -> Mapping[str, object]:
        """Return how a plan file was looked at last; empty when it never was."""
        found = self._named("views").get(str(path))
        return cast("dict[str, object]", found) if isinstance(found, dict) else {}

    def keep_view(self, path: Path, state: Mapping[str, object]) -> None:
        """Remember how a plan file is looked at; the files looked at longest ago are forgotten."""
        others = {key: view for key, view in self._named("views").items() if key != str(path)}
        latest = [*others.items(), (str(path), dict(state))][-_VIEWS:]
        self._keep("views", dict(latest))

    @property
    def folder(self) -> Path:
        """Where the file choosers start: where a file was chosen last, else the documents."""
        stored = str(self._store.value("folder", ""))
        if stored and Path(stored).is_dir():
            return Path(stored)
        return documents_folder()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    @property
    def welcomed(self) -> bool:
        """Whether the first-start hint was closed."""
        return self._store.value("welcomed", "no") == "yes"

    @welcomed.setter
    def welcomed(self, seen: bool) -> None:
        self._store.setValue("welcomed", "yes" if seen else "no")

    def save(self) -> None:
        """Write everything to disk now."""
        self._store.sync()

    def _whole(self, key: str, usual: int) -> int:
        text = str(self._store.value(key, usual))
        return int(text) if text.isdecimal() else usual

    def _named(self, key: str) -> dict[str, object]:
        """Return values by name, kept as JSON; none when what is there makes no sense."""
        import json  # the first window needs no such thing

        try:
            found: object = json.loads(str(self._store.value(key, "{}")))
        except ValueError:
            return {}
        return cast("dict[str, object]", found) if isinstance(found, dict) else {}

    def _keep(self, key: str, values: Mapping[str, object]) -> None:
        import json

        self._store.setValue(key, json.dumps(values))

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _texts(self, key: str) -> Sequence[str]:
        value = self._store.value(key, [])
        if isinstance(value, str):
            return [value] if value else []
        return [str(item) for item in value] if isinstance(value, list) else []


def documents_folder() -> Path:
    """Return the user's folder for documents, or their home."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where) if where and Path(where).is_dir() else Path.home()


def data_folder(name: str) -> Path:
    """Return a folder of the program's own data (`drafts`, `samples`), made when missing."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    folder = Path(where or Path.home()) / "bcp-planner" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
