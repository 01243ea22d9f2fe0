"""The language of the window: texts, numbers and terms as its user reads them.

Three words mark a text for translation; `tests/texts.py` finds them in the code:

* `tr("Find {name}", name=...)` is shown now, in the language of the window.
* `mark("Add {name}", name=...)` stays English, because it is kept (the label of an edit goes into
  the plan file) or because no language is chosen yet where it stands (tables of commands).
* `shown(text)` shows what was marked, and what the rooms below say. They speak English only, so
  that plan files, exports and the command line are the same in every language.

Values have names in a text, because their order differs between languages. `counted` chooses the
form of a noun by its number.
"""

from __future__ import annotations

import datetime
import re
import string

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLibraryInfo, QLocale, QTranslator

import resources

CONTEXT = "planner"
CHOICES = {"system": "As the system", "en": "English", "de": "Deutsch"}
"""Each language in its own words, so that its readers find it."""

USUAL_TERM = "MTPD"
"""What the longest tolerable outage is called in the texts of the program."""


class _Language:
    """What is chosen now; one for the program, as there is one reader."""

    def __init__(self) -> None:
        self.code = "en"
        self.locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
        self.term = USUAL_TERM
        self.chosen = False
        self.translators: list[QTranslator] = []


_now = _Language()


def use(choice: str) -> None:
    """Show texts in a language from now on; what is on the screen already stays.

    Args:
        choice: `system`, `en` or `de`; anything else means English.
    """
    app = QCoreApplication.instance()
    for old in _now.translators:
        QCoreApplication.removeTranslator(old)
    _now.translators = []
    _now.code, _now.locale = _chosen(choice)
    _now.chosen = True
    QLocale.setDefault(_now.locale)
    if _now.code == "en" or app is None:
        return
    _install(str(resources.path(f"translations/{_now.code}.qm")))
    _install(
        f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{_now.code}.qm"
    )


def use_term(term: str) -> None:
    """Call the longest tolerable outage MTPD, MTD or MAO from now on, as the plan wants it.

    Widgets that hold a text with it get a `LanguageChange` event.
    """
    app = QCoreApplication.instance()
    if term == _now.term:
        return
    _now.term = term
    if app is not None:
        QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def code() -> str:
    """Return the language of the window: `en` or `de`."""
    return _now.code


def locale() -> QLocale:
    """Return how numbers and dates are written."""
    return _now.locale


def term() -> str:
    """Return what the longest tolerable outage is called."""
    return _now.term


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language of the window, with its values put in.

    Numbers are written as the locale writes them; a value that is a text is put in as it is.
    """
    return _filled(_translated(text), values)


def mark(text: str, /, **values: object) -> str:
    """Return an English text with its values put in, for `shown` to translate later."""
    return text.format(**values) if values else text


def shown(text: str) -> str:
    """Return an English text of the program in the language of the window.

    Sentences that hold names and figures are read back: their pattern is found, translated, and
    the names are put in again. What the program did not write is returned as it is.
    """
    if not text or (_now.code == "en" and _now.term == USUAL_TERM):
        return text
    from ui.sentences import read_back

    return read_back(text)


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 service`, `3 services`.

    Args:
        number: How many there are.
        one: The English noun for one.
        many: The English noun for several; the catalogue knows the forms of each language by it.
    """
    many_of = f"%n {many}"
    said = _translated(many_of, number) if _now.code != "en" else many_of
    if said == many_of.replace("%n", str(number)) or said == many_of:  # no catalogue has it
        return mark_count(number, one, many)
    return said.replace(str(number), whole(number), 1)


def mark_count(number: int, one: str, many: str) -> str:
    """Return a number with its noun in English, for texts that are kept; see `counted`."""
    return f"{number:,} {one if number == 1 else many}"


def duration(value: int) -> str:
    """Return a duration in milliseconds as the window writes it: `4 h 30 min`."""
    from bcp_planner.domain.durations import format_human  # the first window needs no plan

    return duration_read_back(format_human(value))


def duration_read_back(text: str) -> str:
    """Return a duration that the rooms below wrote in the language of the window."""
    units = _UNITS.get(_now.code)
    if units is None:
        return text
    return _AMOUNT.sub(lambda found: _amount(found[1], *units[found[2]]), text)


def is_duration(text: str) -> bool:
    """Return whether a text is a duration or a moment of the rooms below: `4 h`, `T+4 h`."""
    return _DURATION.fullmatch(text) is not None


def number(value: float) -> str:
    """Return a number as it is typed: no separators of thousands, the locale's decimal sign."""
    return localised(f"{value:.15g}")


def whole(number: int) -> str:
    """Return a whole number with the locale's separators of thousands."""
    return localised(f"{number:,}")


def dated(iso: str) -> str:
    """Return a text that begins with a date, `2026-03-31`, with it as the locale writes it."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return date.toString(date_format()) + iso[10:] if date.isValid() else iso


def stamped(at: datetime.datetime, *, seconds: bool = False) -> str:
    """Return a moment as day and time of this place, the day as the locale writes it."""
    return dated(f"{at.astimezone():{'%Y-%m-%d %H:%M:%S' if seconds else '%Y-%m-%d %H:%M'}}")


def date_of(text: str) -> str:
    """Return the date, as the plan keeps it, that a person typed in the locale's way; or empty."""
    date = QDate.fromString(text.strip(), date_format())
    return date.toString("yyyy-MM-dd") if date.isValid() else ""


def date_format() -> str:
    """Return the locale's short way to write a date, with all digits of the year."""
    if not _now.chosen or _now.locale.language() == QLocale.Language.C:
        return "yyyy-MM-dd"
    short = _now.locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def looked_up(text: str) -> str:
    """Return the translation of one text of the catalogue, its term exchanged; no values put in."""
    return _translated(text)


def _chosen(choice: str) -> tuple[str, QLocale]:
    system = QLocale.system()
    wanted = {"de": QLocale.Language.German, "en": QLocale.Language.English}
    if choice == "system":
        choice = "de" if system.language() == QLocale.Language.German else "en"
    language = wanted.get(choice, QLocale.Language.English)
    if system.language() == language:
        return choice, system
    return choice if choice in wanted else "en", QLocale(language)


def _install(path: str) -> None:
    translator = QTranslator()
    if translator.load(path):
        QCoreApplication.installTranslator(translator)
        _now.translators.append(translator)


def _translated(text: str, number: int = -1) -> str:
    if _now.code != "en":
        text = (
            QCoreApplication.translate(CONTEXT, text, "", number)
            if number >= 0
            else (QCoreApplication.translate(CONTEXT, text))
        )
    if _now.term == USUAL_TERM:
        return text
    from bcp_planner.domain.terms import in_terms

    return in_terms(text, _now.term)


def _filled(text: str, values: dict[str, object]) -> str:
    return in_order(_FORMATTER.vformat(text, (), values)) if values else text


def in_order(text: str) -> str:
    """Return a sentence with its values in the form that it asks for.

    A last value that brought a full stop of its own (`30 Min.`) gets no second one, and days after
    a German preposition are in the dative: `nach 2 Tagen`.
    """
    if _now.code not in _UNITS:
        return text
    return _DATIVE.sub(r"\1 Tagen", _STOPS.sub(".", text))


class _Formatter(string.Formatter):
    """Puts values into a text, numbers as the locale writes them."""

    def format_field(self, value: object, format_spec: str) -> str:
        said = format(value, format_spec)
        return localised(said) if isinstance(value, int | float) else said


_FORMATTER = _Formatter()
_UNITS = {
    "de": {
        "d": ("Tag", "Tage"),
        "h": ("Std.", "Std."),
        "min": ("Min.", "Min."),
        "s": ("Sek.", "Sek."),
    }
}
_DATIVE = re.compile(r"\b((?:von|nach|in|vor|seit|mit|binnen|aus|bei|zu) \d[\d,]*) Tage\b")
_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) (d|h|min|s)\b")
_DURATION = re.compile(r"[−≥ ]*(?:T\+)?(?:\d+(?:\.\d+)? (?:d|h|min|s)(?: |$))+|T\+0")


def _amount(digits: str, one: str, many: str) -> str:
    return f"{localised(digits)} {one if digits == '1' else many}"


_PERCENT = re.compile(r"(?<=\d)%")
_SIGNS = {"de": str.maketrans({",": ".", ".": ","})}


def localised(number: str) -> str:
    """Return a number that Python wrote as the language of the window writes it."""
    signs = _SIGNS.get(_now.code)
    return _PERCENT.sub(" %", number.translate(signs)) if signs else number
