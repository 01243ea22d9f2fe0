"""The window in another language: its catalogue, what is read back, numbers, dates and terms."""

from __future__ import annotations

import ast
import errno
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel

import resources
from bcp_planner.analysis.explain import IMPACT_FIGURES, OBJECTIVE_FIGURES, explain
from bcp_planner.analysis.explain_recovery import RECOVERY_FIGURES
from bcp_planner.analysis.explain_simulation import SIMULATION_FIGURES, explain_makespan
from bcp_planner.analysis.explain_whole import (
    WHOLE_FIGURES,
    explain_blast,
    explain_room,
    explain_whole,
)
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.objectives import objectives
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import Explanation
from bcp_planner.analysis.sensitivity import sensitivity
from bcp_planner.analysis.simulation import simulate
from bcp_planner.domain import edits
from bcp_planner.domain.durations import HOUR, MINUTE, format_human, parse_human
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import LISTS, Plan, PlanInfo
from bcp_planner.exercises import preparation
from bcp_planner.exercises.rewording import reworded
from bcp_planner.interchange.plan_json import read_plan
from bcp_planner.storage.problems import MOVED, damage, told
from bcp_planner.storage.problems import problem as storage_problem
from tests import texts
from tests.builders import plan
from tests.ui.conftest import Person
from ui import language, sentences, why, words
from ui.forms.text import from_text, to_text

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "de.ts"
HOLE = re.compile(r"\{\w+[^}]*\}|%n")


def _messages() -> list[ET.Element]:
    return list(ET.parse(CATALOGUE).getroot().iter("message"))  # noqa: S314 - our own file


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    language.use("de")
    sentences.protect(frozenset)
    yield
    language.use("en")


@pytest.fixture
def hospital() -> Plan:
    return read_plan(resources.path("samples/hospital.json"))


# ---------------------------------------------------------------------------------- catalogue


def test_the_catalogues_hold_the_texts_of_the_code(tmp_path: Path) -> None:
    for path in CATALOGUE.parent.iterdir():
        shutil.copy(path, tmp_path)
    texts.update(tmp_path)
    for made in sorted(tmp_path.iterdir()):
        old = (CATALOGUE.parent / made.name).read_bytes()
        assert made.read_bytes() == old, f"{made.name} is not up to date: run make texts"


def test_every_text_is_translated() -> None:
    open_ones = [
        message.findtext("source")
        for message in _messages()
        if (said := message.find("translation")) is None
        or said.get("type") is not None
        or not ("".join(said.itertext()).strip())
    ]
    assert open_ones == []


def test_translations_have_the_same_values_as_their_texts() -> None:
    for message in _messages():
        source, said = message.findtext("source"), message.find("translation")
        assert source is not None
        assert said is not None
        forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
        for form in forms:
            assert sorted(HOLE.findall(form)) == sorted(HOLE.findall(source)), source


def test_counted_nouns_have_both_forms() -> None:
    for message in _messages():
        if message.get("numerus") == "yes":
            assert len(list(message.iter("numerusform"))) == 2


_SHOWING = frozenset(
    [
        "setText",
        "setToolTip",
        "setStatusTip",
        "setWindowTitle",
        "setPlaceholderText",
        "setAccessibleName",
        "addAction",
        "setAccessibleDescription",
        "addMenu",
        "setTitle",
        "notice",
        "tell",
        "problem",
        "confirm",
        "QLabel",
        "QPushButton",
        "QCheckBox",
        "QGroupBox",
        "QRadioButton",
        "QAction",
        "QToolBar",
        "addSection",
        "setSpecialValueText",
    ]
)
_AS_IT_IS = frozenset({"Language / Sprache", "Ctrl+Enter", "Business Continuity Planner"})
_UNSEEN = frozenset({"self_test.py", "start_time.py", "diagnosis.py"})


def test_what_happened_to_a_file_is_said_in_german(german: None, tmp_path: Path) -> None:
    for problem in (
        told_of(OSError(errno.ENOSPC, "full"), tmp_path),
        told_of(OSError(errno.EROFS, "read-only"), tmp_path),
        damage(tmp_path / "a.bcplan", "row 4 missing"),
        storage_problem(tmp_path / "a.bcplan", MOVED),
    ):
        said = language.shown(f"{problem}.")
        assert said.startswith("„a.bcplan“ in „")
        assert " die Datei " in said or " der Datenträger " in said
        assert said.endswith(".")


def told_of(error: OSError, folder: Path) -> FileProblem:
    with pytest.raises(FileProblem) as caught, told(folder / "a.bcplan"):
        raise error
    return caught.value


def test_every_text_of_the_window_is_marked() -> None:
    unmarked = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if path.name not in _UNSEEN
        for line, text in _unmarked(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert unmarked == []


def _unmarked(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in _SHOWING:
            for arg in [*call.args, *(keyword.value for keyword in call.keywords)]:
                text = _own_words(arg)
                if re.search(r"[A-Za-z]{3,}", text) and text not in _AS_IT_IS:
                    yield call.lineno, text


def _own_words(node: ast.expr) -> str:
    """Return the words that an argument itself holds; markup and values aside."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.IfExp):
        return _own_words(node.body) or _own_words(node.orelse)
    if isinstance(node, ast.JoinedStr):
        parts = (part.value for part in node.values if isinstance(part, ast.Constant))
        return re.sub(r"<[^>]*>?|[^<]*>", "", "".join(map(str, parts)))
    return ""


# ---------------------------------------------------------------------------------- reading back


@pytest.mark.usefixtures("german")
def test_every_finding_of_a_sample_is_said_in_german(hospital: Plan) -> None:
    titles = sorted((one.title for one in hospital.services.values()), key=len, reverse=True)
    sentences.protect(lambda: frozenset(titles))
    for finding in findings(hospital):
        for text in (finding.text, finding.suggestion):
            said = language.shown(text)
            assert said != text
            for title in titles:
                said = said.replace(title, "")
            assert not re.search(r"\b(the|than|its|and|with|needs|services)\b", said), said


def _answers(made: Plan) -> Iterator[Explanation]:
    """Every explanation of every figure, in the sample's first scenario."""
    scenario = next(iter(made.scenarios.values()))
    lost, recovery = impact(made, scenario), recover(made, scenario, seconds=0)
    simulation = simulate(made, scenario, trials=50, order=recovery.order)
    asked = (
        (lost, IMPACT_FIGURES, made.services),
        (objectives(made), OBJECTIVE_FIGURES, made.services),
        (recovery, RECOVERY_FIGURES, recovery.services),
        (simulation, SIMULATION_FIGURES, recovery.services),
    )
    for result, figures, services in asked:
        for figure in figures:
            for service in services:
                yield explain(made, result, service, figure)
    for figure in WHOLE_FIGURES:
        yield explain_whole(made, recovery, figure)
    yield explain_makespan(made, simulation)
    for service in made.services:
        yield explain_blast(made, service, HOUR)
    for service, room in sensitivity(made, scenario, recovery.order).items():
        yield explain_room(made, recovery, room, service)


@pytest.mark.usefixtures("german")
def test_every_answer_to_why_is_said_in_german(hospital: Plan) -> None:
    titles = sorted((one.title for one in hospital.services.values()), key=len, reverse=True)
    titles += [team.title for team in hospital.teams.values()]
    sentences.protect(lambda: frozenset(titles))
    left: dict[str, str] = {}
    for found in _answers(hospital):
        for text in (
            found.formula,
            found.sentence,
            *(word for term in found.terms for word in term),
        ):
            said = language.shown(text)
            for title in titles:
                said = said.replace(title, "")
            if re.search(r"\b(the|than|its|and|with|needs|back|time|unknown|never|at|of)\b", said):
                left[text] = said
    assert not left


@pytest.mark.usefixtures("german")
def test_labels_of_edits_are_shown_in_german_and_kept_in_english() -> None:
    label = language.mark("Connect {title} to {title2}", title="Web shop", title2="Database")
    assert label == "Connect Web shop to Database"
    assert language.shown(label) == "Web shop mit Database verbinden"
    assert language.shown("Set RTO of 3 services") == "RTO von 3 Services festlegen"


@pytest.mark.usefixtures("german")
def test_names_are_never_taken_for_words_of_the_program() -> None:
    sentences.protect(lambda: frozenset({"Data", "1 h", "Research and development"}))
    assert language.shown("Delete Data") == "Data löschen"
    assert language.shown("Delete 1 h") == "1 h löschen"
    assert language.shown("Delete Research and development") == "Research and development löschen"
    assert language.shown("Nothing the program says") == "Nothing the program says"


@pytest.mark.usefixtures("german")
def test_nouns_follow_their_number() -> None:
    assert words.count(1, "requirement") == "1 Abhängigkeit"
    assert words.count(1_234, "requirement") == "1.234 Abhängigkeiten"
    assert language.shown("2 services") == "2 Services"


# ------------------------------------------------------------------------ numbers, times, dates


@given(st.integers(0, 10_000_000).map(lambda minutes: minutes * MINUTE))
def test_a_german_duration_is_read_as_what_it_was(value: int) -> None:
    language.use("de")
    try:
        assert parse_human(words.duration(value)) == value
    finally:
        language.use("en")
    assert words.duration(value) == format_human(value)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1,5 h", 90), ("1.5 h", 90), ("2 Tage", 2880), ("4 Std. 30 Min.", 270), ("1 Tag 2 h", 1560)],
)
def test_durations_are_typed_either_way(typed: str, minutes: int) -> None:
    field = fields_of(LISTS["services"])["rto"]
    assert from_text(field, typed, Plan()) == minutes * MINUTE


@pytest.mark.usefixtures("german")
def test_dates_and_numbers_are_written_and_read_by_the_locale() -> None:
    day = fields_of(PlanInfo)["review_due"]
    assert to_text(day, "2026-03-31", Plan()) == "31.03.2026"
    for typed in ("31.03.2026", "2026-03-31"):
        assert from_text(day, typed, Plan()) == "2026-03-31"
    rate = fields_of(LISTS["scenarios"])["likelihood_per_year"]
    assert to_text(rate, 0.25, Plan()) == "0,25"
    for typed in ("1.234,5", "1,234.5", "1234,5"):
        assert from_text(rate, typed, Plan()) == 1234.5


# ----------------------------------------------------------------------------------------- terms


def test_the_term_of_the_plan_is_said_everywhere(show: Callable[[Plan], Person]) -> None:
    person = show(plan("Web shop").service("Shop", mtpd="1 d").build())
    person.space.selection.set([next(iter(person.plan.services))])
    person.window.inspector.prepare()
    person.space.bridge.edit("Term", edits.update_info(person.plan, outage_term="MAO"))
    try:
        QApplication.processEvents()
        labels = {label.text() for label in person.window.inspector.findChildren(QLabel)}
        assert "MAO" in labels
        assert "MTPD" not in labels
        assert language.shown(fields_of(LISTS["services"])["mtpd"].about.label) == "MAO"
        assert language.shown("have an RTO above their MTPD") == "have an RTO above their MAO"
    finally:
        language.use_term(language.USUAL_TERM)


# ------------------------------------------------------------------- what becomes part of the plan

SAMPLES = ("hospital", "manufacturer", "retailer")


def _told(event: Event) -> Iterator[str]:
    """Yield the sentences that the program wrote into an exercise."""
    yield from (event.scope, event.hypothesis, event.abort_condition, *event.questions)
    for one in event.objectives:
        yield from (one.text, one.reference, *one.tasks)
    for one in event.injects:
        yield from (one.text, one.expected, one.reference, one.delivery, one.module)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("name", SAMPLES)
def test_an_exercise_is_prepared_in_german(name: str) -> None:
    made = read_plan(resources.path(f"samples/{name}.json"))
    tables = (made.services, made.teams, made.scenarios)
    names = frozenset(one.title for table in tables for one in table.values())
    sentences.protect(lambda: names)
    for number, scenario in enumerate(made.scenarios):
        kind = "resilience experiment" if number == 0 else "tabletop"
        prepared = preparation.prepare(made, scenario, kind=kind)
        english = list(prepared.events.values())[-1]
        event = reworded(english, language.shown)
        own = {one.channel for one in made.communications.values()}
        still_english = [
            said
            for before, said in zip(_told(english), _told(event), strict=True)
            if before == said and before and before not in own
        ]
        assert still_english == []
        of_programme = re.compile(
            r"\b(Runbook|has failed|At once|Tell them|back at|Only if|approved by|is missed)\b"
        )
        assert [said for said in _told(event) if of_programme.search(said)] == []
        kept = prepared.put("events", event)
        assert preparation.refresh(kept, event.id, say=language.shown) == ()


@pytest.mark.usefixtures("german")
def test_the_board_writes_german_into_the_plan(show: Callable[[Plan], Person]) -> None:
    made = plan().service("Strom", recovery="2h", rto="1h").scenario("Ausfall", "Strom").build()
    person = show(made)
    person.window.do.show_exercises()
    board = person.window.do._board
    assert board is not None
    board.prepare("Ausfall", "tabletop")
    person.qtbot.waitUntil(lambda: bool(person.plan.events), timeout=10_000)
    event = next(iter(person.plan.events.values()))
    assert event.name == "Planbesprechung: Ausfall"
    assert event.injects[0].text == "Strom ist ausgefallen."
    assert [one.function for one in event.participants] == ["Moderation", "Auswertung"]
    board.tabs.setCurrentWidget(board.running)
    person.qtbot.waitUntil(lambda: board.running.forecast is not None, timeout=10_000)
    board.running.declared()
    board.running.copy_report()
    assert [one.text for one in person.plan.log.values()] == [
        "Szenario ausgerufen",
        "Lagebericht 1 erstellt",
    ]
    report = person.messages.said[-1]
    assert report.startswith("ÜBUNG – Lagebericht 1, Planbesprechung: Ausfall, T+00:00")
    assert "Down now" not in report
    board.hide()


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("typed", ["kind:application", "kind:anwendung", "art:Anwendung"])
def test_a_filter_understands_both_languages(show: Callable[[Plan], Person], typed: str) -> None:
    person = show(
        plan().service("Shop", kind="application").service("Strom", kind="network").build()
    )
    person.space.filter.say(typed, hides=True)
    assert (person.space.filter.problem, person.space.filter.matches) == ("", ("Shop",))


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("a.xlsx: it is damaged; save it again as .xlsx", "a.xlsx: die Datei ist beschädigt"),
        (
            "“a.bcplan” in “/plans”: there is no such file or folder; check the name",
            "„a.bcplan“ in „/plans“: diese Datei oder diesen Ordner gibt es nicht",
        ),
        ("Strom: mein eigener Text", "Strom: mein eigener Text"),
    ],
)
def test_what_is_said_about_a_file_is_said_in_german(said: str, expected: str) -> None:
    assert language.shown(said).startswith(expected)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Strom hat eine RTO von 2 Tage 3 Std., mehr als 1 Tag", "von 2 Tagen 3 Std., mehr als 1"),
        ("nach 14 Tage", "nach 14 Tagen"),
        ("um 2 Tage", "um 2 Tage"),
        ("in 30 Min..", "in 30 Min."),
    ],
)
def test_days_are_in_the_case_that_a_sentence_asks_for(text: str, said: str) -> None:
    assert said in language.in_order(text)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1,234.50", "1.234,50"),
        ("34.8%", "34,8 %"),
        ("3 h 55 min × 64", "3 Std. 55 Min. × 64"),
        ("unknown, counts as 0", "unbekannt, zählt als 0"),
    ],
)
def test_values_of_an_answer_are_written_by_the_locale(value: str, said: str) -> None:
    assert why.value_said(value) == said
