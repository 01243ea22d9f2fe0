"""What the plan says and what the pages say, compared word by word.

Every text of a sample plan is replaced by a word that stands nowhere else, so that it can be
counted on the pages: each thing must be there once where it belongs, and secrets not at all.
"""

from __future__ import annotations

import datetime
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pypdf
import pytest

from bcp_planner.documents import KINDS, Options, Orders, compose
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.exercise_event import event_of
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.documents.story import Heading
from bcp_planner.documents.subject import Subject
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.interchange.plan_json import read_plan

NOW = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.UTC)
SCENARIO = "room-a-loss"
_WORD = re.compile(r"zq\d{4}x")
_KEPT = {"id", "module", "key", "starts", "change", "source", "reference"}
_numbers = count(1)


def _word() -> str:
    return f"zq{next(_numbers):04d}x"


def _told(record: Any) -> Any:
    """Return a record whose every text is a word of its own."""
    values: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        old = getattr(record, name)
        kind = field.about.kind
        if name in _KEPT or not old:
            continue
        if kind in (Kind.TEXT, Kind.LONG_TEXT):
            values[name] = _word()
        elif kind is Kind.LINES and name not in ("modules",):
            values[name] = tuple(_word() for _ in old)
        elif kind is Kind.RECORDS:
            values[name] = tuple(_told(one) for one in old)
    return replace(record, **values)


@cache
def told() -> Plan:
    """Return the sample with a word for every text."""
    found = read_plan(Path("resources/samples/hospital.json"))
    plan = replace(found, info=_told(found.info))
    for name in LISTS:
        plan = plan.put(name, *(_told(one) for one in getattr(found, name).values()))
    return plan


@cache
def words_of(kind: str, event: str = "", *, contacts: bool = True) -> Counter[str]:
    """Return how often each word stands on the pages of a document."""
    plan = told()
    scenario = plan.scenarios[SCENARIO] if KINDS[kind].needs_scenario else None
    options = Options(event=event, contacts=contacts)
    orders = Orders(plan, seconds=0)
    document = compose(kind, plan, scenario=scenario, options=options, now=NOW, orders=orders)
    pages = pypdf.PdfReader(io.BytesIO(pdf_bytes(document)[0])).pages
    return Counter(
        _WORD.findall(re.sub(r"\s+", "", "".join(page.extract_text() for page in pages)))
    )


def wrong(kind: str, words: Iterable[str], times: int = 1, event: str = "") -> dict[str, int]:
    """Return the words that are not there so many times."""
    found = words_of(kind, event)
    wanted = [word for word in words if word]
    assert wanted
    return {word: found[word] for word in wanted if found[word] != times}


def _lines(kind: str) -> list[str]:
    """Return the words of what each kind of document must hold exactly once."""
    plan = told()
    roles, services = plan.roles.values(), plan.services.values()
    actions = [
        line
        for role in roles
        for line in (*role.immediately, *role.first_hour, *role.ongoing, *role.hand_over,
                     *role.stand_down, *role.do_not)
    ]  # fmt: skip
    contacts = [one.hours for one in plan.contacts.values()]
    steps = [step for one in services for step in one.procedure]
    open_actions = [
        a.text for a in plan.actions.values() if a.status not in ("verified", "dropped")
    ]
    return {
        "plan": [
            *actions,
            *contacts,
            *(word for step in steps for word in (step.text, step.who, step.how, step.needs)),
            *(one.peak_times for one in services),
            *(one.fail_back for one in services),
            *(one.name for one in plan.teams.values()),
            *(word for one in plan.strategies.values() for word in (one.name, one.trigger)),
            *(word for one in plan.vital_records.values() for word in (one.name, one.copy_place)),
            *(one.access for one in plan.vital_records.values()),
            *(one.template for one in plan.communications.values()),
            *plan.info.related_plans,
            *(one.name for one in plan.resources.values()),
            *(word for one in plan.communications.values() for word in (one.message, one.channel)),
            *(word for one in plan.scenarios.values() for word in (one.name, one.description)),
            *(one.text for one in plan.lessons.values()),
            *open_actions,
            *(word for one in plan.copies.values() for word in (one.holder, one.place)),
            *(one.author for one in plan.revisions.values()),
        ],
        "bia": [
            *open_actions,
            *plan.info.assumptions,
        ],
        "contacts": contacts,
        "cards": [*actions, *(role.purpose for role in roles)],
        "summary": [one.name for one in plan.scenarios.values()],
        "page": [
            *(one.name for one in plan.scenarios.values()),
            *(one.name for one in plan.strategies.values()),
            *(one.audience for one in plan.communications.values()),
            *plan.info.activation,
            *plan.info.first_actions,
            *(s.name for s in services if s.kind in ("product", "process")),
        ],
        "suppliers": [s.contract for s in services if s.kind == "supplier"],
    }[kind]  # fmt: skip


@pytest.mark.parametrize(
    "kind", ["plan", "bia", "contacts", "cards", "summary", "page", "suppliers"]
)
def test_what_belongs_into_a_document_is_there_once(kind: str) -> None:
    assert wrong(kind, _lines(kind)) == {}


def test_the_address_of_a_contact_is_in_the_list_and_in_the_tree() -> None:
    plan = told()
    callers = {one.called_by for one in plan.contacts.values() if one.called_by}
    for one in plan.contacts.values():
        in_tree = bool(one.called_by) or one.id in callers
        if one.email:
            assert words_of("contacts")[one.email] == 1 + in_tree, one.id


def test_an_impact_analysis_has_each_answer_in_its_table_and_on_its_sheet() -> None:
    services = told().services.values()
    assert wrong("bia", (one.minimum_level for one in services), 2) == {}
    assert wrong("bia", (one.peak_times for one in services), 2) == {}
    steps = (step.text for one in services for step in one.procedure)
    assert wrong("bia", steps) == {}


def test_the_decision_page_says_which_signs_fit_and_which_do_not() -> None:
    scenario = told().scenarios[SCENARIO]
    assert scenario.signs
    assert wrong("runbook", (*scenario.signs, *scenario.other_signs)) == {}


def test_the_runbook_has_each_step_and_each_service_it_brings_back_once() -> None:
    plan = told()
    case = Subject(
        Edition(plan, Options(), NOW), plan.scenarios[SCENARIO], Orders(plan, seconds=0)
    ).case
    back = [plan.services[key] for key in case.recovered]
    others = [one for key, one in plan.services.items() if key not in set(case.recovered)]
    assert wrong("runbook", (step.text for one in back for step in one.steps)) == {}
    assert wrong("runbook", (step.if_fails for one in back for step in one.steps)) == {}
    assert wrong("runbook", (one.description for one in back)) == {}
    assert wrong("runbook", (one.message for one in plan.communications.values())) == {}
    assert wrong("runbook", (step.text for one in others for step in one.steps), 0) == {}
    for one in back:
        if words_of("runbook")[one.name] < 3:  # the losses, the tasks, its card
            raise AssertionError(one)


def test_wallet_cards_are_alike() -> None:
    info = told().info
    words = (info.hotline, info.bridge, info.command_centre, *info.first_actions)
    assert wrong("wallet", words, 8) == {}


def test_every_supplier_and_site_has_one_sheet() -> None:
    plan = told()
    document = compose("suppliers", plan, now=NOW)
    titles = Counter(block.text for block in document.blocks if isinstance(block, Heading))
    for one in plan.services.values():
        if one.kind in ("supplier", "facility"):
            assert titles[one.name] == 1


def test_the_poster_shows_each_service_once_and_its_tiles_show_them_all() -> None:
    plan = told()
    document = compose("poster", plan, now=NOW)
    pages = [
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf_bytes(document)[0])).pages
    ]
    names = {one.name for one in plan.services.values()}
    assert Counter(_WORD.findall(pages[0])) >= Counter(names)
    assert max(Counter(w for w in _WORD.findall(pages[0]) if w in names).values()) == 1
    tiles = Counter(word for page in pages[1:] for word in _WORD.findall(page) if word in names)
    assert set(tiles) == names
    assert sum(tiles.values()) < 2 * len(names)


def _planned() -> Event:
    """Return the event that the papers of an exercise are about when none is chosen."""
    return event_of(Subject(Edition(told(), Options(), NOW)), closed=False)


@pytest.mark.parametrize(
    ("kind", "texts", "answers"),
    [("events-list", 1, 1), ("inject-cards", 1, 0), ("facilitator-guide", 1, 1)],
)
def test_injects_are_there_once_and_answers_only_where_they_may_be(
    kind: str, texts: int, answers: int
) -> None:
    event = _planned()
    assert wrong(kind, (one.text for one in event.injects), texts, event.id) == {}
    assert wrong(kind, (one.expected for one in event.injects), answers, event.id) == {}


@pytest.mark.parametrize("kind", ["exercise-plan", "situation-manual", "exercise-sheets"])
def test_objectives_and_participants_are_there_once(kind: str) -> None:
    event = _planned()
    assert wrong(kind, (one.text for one in event.objectives), 1, event.id) == {}
    assert wrong(kind, (one.function for one in event.participants), 1, event.id) == {}


def test_the_programme_names_what_is_planned() -> None:
    planned = [one.title for one in told().events.values() if one.status == "planned"]
    assert wrong("programme", planned) == {}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "set"])
def test_the_privacy_edition_has_no_private_word(kind: str) -> None:
    found = words_of(kind, contacts=False)
    for one in told().contacts.values():
        if one.private:
            assert not any(found[word] for word in (one.phone, one.other_phone, one.email) if word)
