"""Collects the texts of the window and makes the catalogues of its languages from them.

`python -m tests.make texts` brings `resources/translations/*.ts` up to date with Qt's lupdate,
keeping all translations, and compiles them with lrelease to the `.qm` files that the program loads.
Texts come from three places:

* `tr`, `mark`, `counted`, `mark_count` and `words.count` in `ui`;
* labels, help, groups and choices of the fields of all records, and the titles of documents;
* sentences of the rooms below `ui`, whose f-strings become patterns with named values.

The patterns are also written to `sentences.json`, with which the window reads sentences back.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
CONTEXT = "planner"

SPOKEN = (
    "analysis/*.py",
    "analysis/rules/*.py",
    "domain/*.py",
    "exercises/*.py",
    "interchange/*.py",
    "storage/*.py",
    "session.py",
    "soundness.py",
    "documents/*.py",
    "documents/runbook/*.py",
)
"""Modules whose errors reach the window."""

TALKING = (
    "analysis/explain.py",
    "analysis/explain_findings.py",
    "analysis/explain_recovery.py",
    "analysis/explain_simulation.py",
    "analysis/explain_whole.py",
    "analysis/wording.py",
    "analysis/rules/completeness.py",
    "analysis/rules/data_loss.py",
    "analysis/rules/look.py",
    "analysis/rules/loops.py",
    "analysis/rules/recovery_time.py",
    "analysis/rules/resilience.py",
    "analysis/diagnosis.py",
    "domain/integrity.py",
    "exercises/learning.py",
    "exercises/log.py",
    "exercises/maturity.py",
    "exercises/preparation.py",
    "exercises/programme.py",
    "exercises/questions.py",
    "exercises/review.py",
    "exercises/situation.py",
    "exercises/telling.py",
    "session.py",
    "soundness.py",
)
"""Modules that say sentences; of the others only their errors are taken."""

REPORTING = (
    "interchange/draft.py",
    "interchange/guards.py",
    "interchange/plan_json.py",
    "interchange/sources.py",
    "interchange/table_rows.py",
    "interchange/tables.py",
    "interchange/workbooks.py",
)
"""Modules that report on files, beside words that they look for in them."""

_FEWEST_WORDS = 4
_NOT_SAID = re.compile(r"[A-Z_]{4,} = |\\[sd]|\|\w")
_COLUMNS = re.compile(r" not null\b")
"""Definitions of tables, which are told from sentences by their words only."""

KEEPING = "storage/"
"""The room whose modules keep sentences under names and in tables, to raise them elsewhere."""

PLACED = (
    "“{file}” in “{folder}”: {what}",
    "the file is damaged; make a repaired copy of it or restore a backup ({detail})",
)
"""How a problem names its file, put together in ``storage.problems``."""

UNSAID = (
    "a listener must not edit; let it finish first",
    "a listener failed after an edit",
    "no backup was made: %s",
    "only entries of a log are recorded",
    "*** in database main ***",
    ": unknown field",
)
"""Texts for logs, for other programs, and for whoever works on this one."""

LIST = "{first} and {last}"

VERBS = ("goes down", "is degraded", "is at risk")
CLAUSES = (
    ".",
    " because {provider} is lost at {lost_at}.",
    " because {provider} is lost at {lost_at}, one of {listed}.",
    " because {provider} is lost at {lost_at}, and it carries on for {tolerance} without.",
    (
        " because {provider} is lost at {lost_at}, one of {listed}, and it carries on for "
        "{tolerance} without."
    ),
)
"""What `analysis.explain` puts together from parts too small to be found one by one."""

_PROSE = re.compile(r"[A-Za-z]{2,}")


@dataclass
class Texts:
    """What was found: plain texts and patterns of each side, and nouns that are counted."""

    window: dict[str, None] = field(default_factory=dict[str, None])
    rooms: dict[str, None] = field(default_factory=dict[str, None])
    nouns: dict[tuple[str, str], None] = field(default_factory=dict[tuple[str, str], None])


# ------------------------------------------------------------------------------------- the window


def of_window(texts: Texts) -> None:
    """Add what `ui` marks."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                _of_call(node, path, texts)


def _of_call(call: ast.Call, path: Path, texts: Texts) -> None:
    name = ast.unparse(call.func)
    given = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    if name in ("tr", "mark", "language.tr", "language.mark"):
        if path.name == "language.py":
            return
        if not call.args or len(given) != len(call.args) or not isinstance(given[0], str):
            raise SystemExit(f"{path}:{call.lineno}: {name} takes a text written out")
        texts.window[given[0]] = None
    elif name in ("counted", "mark_count", "language.counted") and given[1:]:
        texts.nouns[str(given[-2]), str(given[-1])] = None
    elif name in ("words.count", "count") and given and isinstance(given[0], str):
        one = given[0]
        texts.nouns[one, str(given[1]) if len(given) > 1 else f"{one}s"] = None


# ------------------------------------------------------------------------------- the rooms below


def of_records(texts: Texts) -> None:
    """Add how the fields of all records are called and explained."""
    from bcp_planner.documents.kinds import KINDS
    from bcp_planner.domain.plan import LISTS, PlanInfo
    from bcp_planner.interchange import draft, formats, headings
    from ui.dialogs.import_ import title_of

    for name, record in [("plan", PlanInfo), *LISTS.items()]:
        texts.rooms[_worded(name)] = None
        texts.rooms[_spaced(record.__name__)] = None
        _of_record(record, texts, set())
    for kind in KINDS.values():
        texts.rooms[kind.title] = texts.rooms[kind.description] = None
    titles = [title for _, title in formats.reader_names()]
    titles += [title for title, _ in formats.written_kinds()]
    choices = (*headings.FIELDS, *draft.KINDS, *draft.RELATIONS, draft.NEW, draft.LEAVE_OUT)
    texts.rooms.update(dict.fromkeys([*titles, *map(title_of, choices)]))


def _of_record(record: type[Any], texts: Texts, seen: set[type[Any]]) -> None:
    from bcp_planner.domain.fields import fields_of

    seen.add(record)
    for name, each in fields_of(record).items():
        about = each.about
        said = (about.label, about.help, about.group, about.target, *map(_worded, about.choices))
        texts.rooms.update(dict.fromkeys(filter(None, said)))
        meaning = re.search(r"empty means ([^.;]+)", about.help)
        if meaning:
            texts.rooms[meaning.group(1)] = None
        if about.record is not None and about.record not in seen:
            _of_record(about.record, texts, seen)
        if not about.label:
            raise SystemExit(f"{record.__name__}.{name} has no label")


def _worded(choice: str) -> str:
    text = choice.replace("-", " ").replace("_", " ")
    return text[:1].upper() + text[1:]


def _spaced(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def of_rooms(texts: Texts) -> None:
    """Add the sentences and errors of the rooms below."""
    room = ROOT / "bcp_planner"
    for path in sorted({path for glob in SPOKEN for path in room.glob(glob)}):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(room).as_posix()
        talks, reports = name in TALKING, name in REPORTING
        said = _said(tree) if talks or reports else _errors(tree)
        for node in [*said, *_kept(tree)] if name.startswith(KEEPING) else said:
            text = pattern_of(node)
            if text is None or not _is_prose(text, talks=talks) or _COLUMNS.search(text):
                continue
            if not reports or _is_report(text):
                texts.rooms[text] = None


def _errors(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield from _texts_in(node.exc)


def _kept(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield texts that a module keeps under a name of its own, and those in calls that tell."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant | ast.Dict):
            yield from _texts_in(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(_TELLING):
            yield from _texts_in(node)


_TELLING = ("problem", "damage", "_only_show", "lost.append")


def _said(tree: ast.AST) -> Iterator[ast.expr]:
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        elif isinstance(node, ast.Compare):
            skipped.update(ast.walk(node))
        elif isinstance(node, ast.Subscript):
            skipped.update(ast.walk(node.slice))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("cast", "Field"):
            skipped.update(ast.walk(node))
    for node in _texts_in(tree):
        if node not in skipped:
            yield node


def _texts_in(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield texts and f-strings, also those that are values of others, not the parts of one."""
    parts: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts.update(node.values)
            parts.update(
                part
                for value in node.values
                if isinstance(value, ast.FormattedValue) and value.format_spec is not None
                for part in ast.walk(value.format_spec)
            )
            yield node
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in parts:
            yield node


def pattern_of(node: ast.expr) -> str | None:
    """Return a text, an f-string with its values as named places."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    pieces: list[str] = []
    used: dict[str, str] = {}
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            spec = ":," if value.format_spec and "," in ast.unparse(value.format_spec) else ""
            pieces.append(f"{{{_place(value.value, used)}{spec}}}")
        elif isinstance(value, ast.Constant):
            pieces.append(str(value.value))
    return "".join(pieces)


def _place(value: ast.expr, used: dict[str, str]) -> str:
    source = ast.unparse(value)
    name = re.sub(r"\W", "", _name(value).strip("_")).lower() or "value"
    number, free = 2, name
    while used.setdefault(free, source) != source:
        free, number = f"{name}{number}", number + 1
    return free


_TRANSPARENT = frozenset(
    {"human", "format_human", "shown", "title", "moment_text", "clock_text", "value_text", "names"}
)


def _name(value: ast.expr) -> str:
    match value:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=inner):
            return _name(inner)
        case ast.Call(func=func, args=args):
            called = _name(func)
            if called in _TRANSPARENT and args:
                return _name(args[-1] if called == "title" else args[0])
            return called
        case _:
            return "value"


def _is_report(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and not _NOT_SAID.search(text)


def _is_prose(text: str, *, talks: bool) -> bool:
    words = re.sub(r"\{[^}]*\}", "", text)
    if not _PROSE.search(words) or text in UNSAID:
        return False
    if not talks:
        return " " in text.strip()
    return " " in text.strip() or (text[:1].isupper() and text.isalpha())


# ---------------------------------------------------------------------------------------- writing


def collected() -> Texts:
    """Return all texts of the program."""
    texts = Texts()
    of_window(texts)
    of_records(texts)
    of_rooms(texts)
    for verb, clause in itertools.product(VERBS, CLAUSES):
        texts.rooms[f"{{name}} {verb} at {{at}}{clause}"] = None
    texts.rooms.update(dict.fromkeys(PLACED))
    return texts


def source_for_lupdate(texts: Texts) -> str:
    """Return a Python file that names all texts the way lupdate understands."""
    lines = [
        "from PySide6.QtCore import QCoreApplication",
        "translate = QCoreApplication.translate",
    ]
    lines += [
        f"translate({CONTEXT!r}, {_quoted(text)})" for text in sorted({*texts.window, *texts.rooms})
    ]
    lines += [
        f'translate({CONTEXT!r}, {_quoted(f"%n {many}")}, "", 1)' for _, many in sorted(texts.nouns)
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def sentences(texts: Texts) -> str:
    """Return what the window needs to read sentences back, as JSON."""
    marked = [text for text in texts.window if re.search(r"\{\w+[^}]*\}", text)]
    marked.remove(LIST)  # would fit names; the window puts lists together by itself
    known = {"texts": sorted({*texts.rooms, *marked}), "nouns": sorted(texts.nouns)}
    return json.dumps(known, ensure_ascii=False, indent=0) + "\n"


def update(folder: Path) -> None:
    """Bring the catalogues in a folder up to date."""
    texts = collected()
    (folder / "sentences.json").write_text(sentences(texts), encoding="utf-8")
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "texts.py"
        source.write_text(source_for_lupdate(texts), encoding="utf-8")
        for code in LANGUAGES:
            catalogue = folder / f"{code}.ts"
            _qt("lupdate", source, "-ts", catalogue, *_UPDATE, "-target-language", code)
            _qt("lrelease", "-silent", "-nounfinished", catalogue)


_UPDATE = ("-locations", "none", "-no-obsolete", "-sort-messages", "-silent")


def _qt(tool: str, *arguments: object) -> None:
    """Run one of Qt's translation tools."""
    beside = Path(sys.executable).parent / f"pyside6-{tool}"
    command = str(beside) if beside.exists() else f"pyside6-{tool}"
    subprocess.run([command, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)
