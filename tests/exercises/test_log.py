from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.domain.errors import EditRefused, PlannerError
from bcp_planner.domain.exercising import LOG_KINDS, Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from bcp_planner.session import PlanSession
from tests.builders import plan

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
MINUTE = 60_000


def event_plan(status: str = "running") -> Plan:
    return plan().service("Mail").build().put("events", Event(id="ex", name="Drill", status=status))


def with_entries(count: int) -> Plan:
    made = event_plan()
    for number in range(count):
        made = log.append(
            made, "ex", log.entry("note", number * MINUTE, f"Note {number}", now=NOW, by="Scribe")
        )
    return made


def altered(made: Plan, entry_id: str, **values: object) -> Plan:
    return made.put("log", replace(made.log[entry_id], **values))


def test_entries_are_numbered_and_sealed_over_the_one_before() -> None:
    made = with_entries(3)
    first, second, _ = log.entries_of(made, "ex")
    assert [entry.id for entry in made.log.values()] == ["ex/0001", "ex/0002", "ex/0003"]
    assert first.seal == log.seal_of(first, "")
    assert second.seal == log.seal_of(second, first.seal)
    assert log.verify(made, "ex") == ()


@pytest.mark.parametrize(
    "values", [{"text": "Other"}, {"at": 1}, {"by": "x"}, {"recorded": "2026"}, {"seal": "0" * 64}]
)
@pytest.mark.parametrize("number", [1, 3, 5])
def test_one_altered_entry_is_one_problem_at_its_place(
    number: int, values: dict[str, object]
) -> None:
    made = altered(with_entries(5), f"ex/{number:04d}", **values)
    (problem,) = log.verify(made, "ex")
    assert (problem.entry, problem.place) == (f"ex/{number:04d}", number)


def test_a_missing_entry_shows_where_it_was() -> None:
    made = with_entries(5).without("log", ["ex/0003"])
    (problem,) = log.verify(made, "ex")
    assert problem.place == 3
    assert "missing" in problem.text


def test_a_log_cut_short_shows_once_the_event_is_closed() -> None:
    made = log.close(with_entries(5), "ex")
    assert log.verify(made, "ex") == ()
    (problem,) = log.verify(made.without("log", ["ex/0005"]), "ex")
    assert problem.text == "The log has 4 entries; it was closed with 5"


def test_corrections_are_entries_of_their_own_also_after_closing() -> None:
    made = log.close(with_entries(2), "ex")
    corrected = log.correct(made, "ex/0001", "It was 9:25", now=NOW, by="Scribe")
    assert corrected.log["ex/0001"] == made.log["ex/0001"]
    assert corrected.log["ex/0003"].subject == "ex/0001"
    assert log.verify(corrected, "ex") == ()


def test_a_closed_event_takes_no_other_entries() -> None:
    with pytest.raises(EditRefused, match="is closed"):
        log.append(log.close(with_entries(1), "ex"), "ex", log.entry("note", 0, "x", now=NOW))


def test_renaming_a_service_or_the_event_leaves_seals_intact() -> None:
    from bcp_planner.domain import edits

    made = log.append(event_plan(), "ex", log.entry("service down", 0, now=NOW, service="Mail"))
    made = edits.rename_id(made, "services", "Mail", "Post")
    made = edits.rename_id(made, "events", "ex", "drill-1")
    assert log.verify(made, "drill-1") == ()


texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)


@given(st.lists(st.tuples(st.sampled_from(LOG_KINDS), texts, texts), min_size=1, max_size=6))
def test_what_is_written_can_always_be_verified(rows: list[tuple[str, str, str]]) -> None:
    made = event_plan()
    for kind, text, by in rows:
        made = log.append(made, "ex", log.entry(kind, 5, text, now=NOW, by=by))
    assert log.verify(made, "ex") == ()


def _alter(path: Path, text: str, place: int) -> None:
    """Change one byte of the second record in the file, as another program would."""
    letter = "x" if text[place] != "x" else "y"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            'UPDATE "log" SET record = ? WHERE id = ?',
            [text[:place] + letter + text[place + 1 :], "ex/0002"],
        )
    connection.close()


def _told(path: Path) -> str:
    """Return what checking the log in a file says."""
    try:
        session = PlanSession.open(path, edit=False)
    except PlannerError as error:
        return str(error)
    try:
        problems = log.verify(session.plan, "ex")
        # A name of a field that no version of the program knows is told by the reader.
        return " ".join([*(problem.text for problem in problems), *session.notes])
    finally:
        session.close()


def test_a_single_altered_byte_of_a_record_in_the_file_is_detected_and_located(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.bcplan"
    PlanSession.create(path, with_entries(3)).close()
    connection = sqlite3.connect(path)
    (text,) = connection.execute('SELECT record FROM "log" WHERE id = ?', ["ex/0002"]).fetchone()
    connection.close()
    original = path.read_bytes()
    assert _told(path) == ""
    for place in range(0, len(text), 3):
        path.write_bytes(original)
        _alter(path, text, place)
        told = _told(path)
        assert "ex/0002" in told or "log[1]" in told, (place, text[place], told)
