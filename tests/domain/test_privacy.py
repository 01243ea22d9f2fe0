"""A copy without personal data holds none, and computes the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import resources
from bcp_planner.analysis.impact import impact
from bcp_planner.domain import edits, integrity
from bcp_planner.domain.entities import Contact, PlanInfo
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.domain.privacy import personal_texts, without_persons
from bcp_planner.interchange.plan_json import read_plan
from bcp_planner.session import PlanSession

SAMPLES = ("hospital", "manufacturer", "retailer")


@pytest.mark.parametrize("name", SAMPLES)
def test_no_byte_of_the_copy_quotes_a_contact(name: str, tmp_path: Path) -> None:
    plan = read_plan(resources.path(f"samples/{name}.json"))
    texts = personal_texts(plan)
    assert len(texts) > 10
    path = tmp_path / "copy.bcplan"

    PlanSession.create(path, without_persons(plan)).close()

    content = path.read_bytes().lower()
    named = {plan.info.owner, plan.info.approved_by} - {""}
    functions = " ".join(one.name for one in (*plan.services.values(), *plan.teams.values()))
    left = [text for text in texts | named if text.lower().encode() in content]
    left = [text for text in left if text not in functions]  # "Duty engineer" is no person
    assert left == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_copy_is_sound_and_computes_the_same(name: str) -> None:
    plan = read_plan(resources.path(f"samples/{name}.json"))

    bare = without_persons(plan)

    assert list(integrity.problems(bare)) == []
    assert not bare.contacts
    assert list(bare.services) == list(plan.services)
    for scenario in plan.scenarios.values():
        states = {key: one.state for key, one in impact(plan, scenario).services.items()}
        assert {k: one.state for k, one in impact(bare, scenario).services.items()} == states


def test_removing_twice_changes_nothing_more() -> None:
    bare = without_persons(read_plan(resources.path("samples/hospital.json")))

    assert without_persons(bare) == bare


NAME, PHONE = "Zoë Quartz", "+44 20 7946 0991"
_ALLOWED = {("services", "name"), ("teams", "name"), ("roles", "name"), ("services", "unit")}


def _filled(record: type[Any], key: str, table: str) -> Any:
    """Return a record that names somebody in every field that holds text."""
    values: dict[str, Any] = {}
    for name, field in fields_of(record).items():
        kind = field.about.kind
        if kind in {Kind.TEXT, Kind.LONG_TEXT} and (table, name) not in _ALLOWED:
            values[name] = f"Call {NAME.upper()} on {PHONE}" if kind is Kind.LONG_TEXT else NAME
        elif kind in {Kind.TAGS, Kind.LINES}:
            values[name] = (f"Ask {NAME}",)
        elif kind is Kind.RECORDS and field.about.record is not None:
            values[name] = (_filled(field.about.record, key, ""),)
        elif field.required:
            values[name] = {Kind.DURATION: 0, Kind.NUMBER: 1.0, Kind.INTEGER: 1}.get(kind, key)
            if kind is Kind.CHOICE:
                values[name] = field.about.choices[0]
    return record(**values)


def test_whatever_field_somebody_is_named_in_the_copy_does_not(tmp_path: Path) -> None:
    tables: dict[str, Any] = {
        name: {"x": _filled(record, "x", name)}
        for name, record in LISTS.items()
        if name not in {"requirements", "log"}
    }
    tables["contacts"] = {"x": Contact(id="x", name=NAME, phone=PHONE)}
    info = replace(PlanInfo(), owner=NAME, description=f"{NAME} wrote this", first_actions=(NAME,))
    plan = Plan(info=info, **tables)
    path = tmp_path / "copy.bcplan"

    PlanSession.create(path, without_persons(plan)).close()

    content = path.read_bytes().decode("utf-8", "replace").casefold()
    assert "quartz" not in content
    assert "7946" not in content


def test_a_copy_holds_no_history_versions_or_free_pages(tmp_path: Path) -> None:
    path, bare = tmp_path / "plan.bcplan", tmp_path / "bare.bcplan"
    plan = Plan(contacts={"x": Contact(id="x", name=NAME, phone=PHONE)})
    with PlanSession.create(path, plan, who="zoë.quartz@pc") as session:
        session.name_version("As of Quartz")
        session.edit("Remove Zoë Quartz", edits.remove(plan, "contacts", ["x"]))
        session.undo()
        PlanSession.create(bare, without_persons(session.plan), who="zoë.quartz@pc").close()

    assert "quartz" in path.read_bytes().decode("utf-8", "replace").casefold()
    assert "quartz" not in bare.read_bytes().decode("utf-8", "replace").casefold()
    with PlanSession.open(bare, edit=False) as session:
        assert not session.history()
        assert not session.versions()


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Zoë Quartz (IT)", "Zoë Quartz"),
        ("Zoë Quartz, head of IT", "Zoë Quartz"),
        ("Quartz, Zoë", "Zoë Quartz"),
        ("Zoë Quartz", "Quartz, Zoë"),
        ("Zoë Quartz / Ann Flint", "Zoë Quartz"),
        ("Zoë van der Quartz", "Quartz, Zoë van der"),
        ("Dr. Zoë Quartz", "Zoë Quartz"),
        ("Zoë Quartz", "Dr. Quartz"),
        ("Prof. Dr. Zoë Quartz", "Frau Quartz"),
    ],
)
def test_a_person_is_recognised_however_the_name_is_written(known: str, written: str) -> None:
    plan = Plan(info=replace(PlanInfo(), owner=known, description=f"Ask {written} for the key."))
    assert without_persons(plan).info.description == "Ask (removed) for the key."


@pytest.mark.parametrize(
    "written", ["+44 20 7946 0991", "+442079460991", "+44 (20) 7946-0991", "44 20 79 46 09 91"]
)
def test_a_number_is_recognised_however_its_digits_are_grouped(written: str) -> None:
    plan = Plan(
        contacts={"x": Contact(id="x", name="Desk", phone=PHONE)},
        info=replace(PlanInfo(), description=f"Call {written} first."),
    )
    assert without_persons(plan).info.description == "Call (removed) first."


def test_who_wrote_in_a_log_is_no_longer_named_elsewhere() -> None:
    plan = read_plan(resources.path("samples/hospital.json"))
    entry = next(iter(plan.log.values()))
    named = replace(plan, log={**plan.log, entry.id: replace(entry, by=NAME)})
    named = replace(named, info=replace(plan.info, description=f"Thanks to {NAME}"))
    assert without_persons(named).info.description == "Thanks to (removed)"


def test_words_that_only_begin_like_a_name_stay() -> None:
    plan = Plan(info=replace(PlanInfo(), owner="Head of IT", description="IT, and its head."))
    assert without_persons(plan).info.description == "IT, and its head."
