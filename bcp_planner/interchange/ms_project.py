"""Microsoft Project XML: a recovery order as tasks, and tasks as services to recover.

T+0, the disruption, is the start of the project; move that and every task moves with it.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bcp_planner.domain.durations import DurationError, parse_iso
from bcp_planner.domain.entities import Estimate, Scenario, Team
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import guards, text_tables, values
from bcp_planner.interchange.attributes import escaped, unescaped
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.xml_names import children, first, local, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from bcp_planner.analysis.results import Recovery

_SPACE = "http://schemas.microsoft.com/project"
_TEXT1 = "188743731"
"""Microsoft's number of the custom field Text1, which holds our id."""
_TEXT2 = "188743734"
"""Of Text2, which says that the work is a restart after something else has returned."""
_START = datetime.datetime(2024, 1, 1)
_FINISH_TO_FINISH, _FINISH_TO_START = "0", "1"
_RELATIONS = {_FINISH_TO_FINISH: "finish", _FINISH_TO_START: "start"}
_SECONDS = 3.0


def recovery_of(plan: Plan, scenario: Scenario) -> Recovery:
    """Return the recovery order that exports show."""
    from bcp_planner.analysis.recovery import recover

    return recover(plan, scenario, seconds=_SECONDS)


def write(plan: Plan, scenario: Scenario) -> bytes:
    """Return the recovery order of a scenario as Microsoft Project XML."""
    from xml.etree.ElementTree import Element, ElementTree, SubElement, indent, register_namespace

    found = recovery_of(plan, scenario)
    keys = [key for key in found.order if found.services[key].start is not None]
    numbers = {key: number for number, key in enumerate(keys, start=1)}
    teams = sorted({team for key in keys for team in plan.services[key].needs})
    register_namespace("", _SPACE)
    # The elements of each part stand in the order that the schema of the format demands.
    root = Element(f"{{{_SPACE}}}Project")
    title = f"{plan.info.name or 'Recovery'}: {scenario.title}"
    _add(root, Name=title, Title=title, ScheduleFromStart="1", StartDate=_date(0), CalendarUID="1")
    fields = SubElement(root, f"{{{_SPACE}}}ExtendedAttributes")
    aliases = ((_TEXT1, "Text1", "Service ID"), (_TEXT2, "Text2", "Kind of work"))
    for number, name, alias in aliases:
        about = SubElement(fields, f"{{{_SPACE}}}ExtendedAttribute")
        _add(about, FieldID=number, FieldName=name, Alias=alias)
    _write_calendar(root)
    tasks = SubElement(root, f"{{{_SPACE}}}Tasks")
    fails = {failure.service for failure in scenario.fails}
    for key in keys:
        _write_task(tasks, plan, found, key, numbers, failed=key in fails)
    resources = SubElement(root, f"{{{_SPACE}}}Resources")
    for number, team in enumerate(teams, start=1):
        capacity = plan.teams[team].capacity
        resource = SubElement(resources, f"{{{_SPACE}}}Resource")
        _add(resource, UID=str(number), ID=str(number), Name=plan.teams[team].title, Type="1")
        _add(resource, Initials=team, MaxUnits=str(capacity if capacity is not None else 1000))
    _write_assignments(root, plan, numbers, teams)
    indent(root)
    out = io.BytesIO()
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue()


def _add(parent: Element, **texts: str) -> None:
    from xml.etree.ElementTree import SubElement

    for name, text in texts.items():
        SubElement(parent, f"{{{_SPACE}}}{name}").text = escaped(text)


def _date(milliseconds: int) -> str:
    return (_START + datetime.timedelta(milliseconds=milliseconds)).isoformat(timespec="seconds")


def _length(milliseconds: int) -> str:
    minutes, rest = divmod(milliseconds // 1000, 60)
    return f"PT{minutes // 60}H{minutes % 60}M{rest}S"


def _write_calendar(root: Element) -> None:
    """Add a calendar without nights and weekends off, as recovery has none."""
    from xml.etree.ElementTree import SubElement

    calendars = SubElement(root, f"{{{_SPACE}}}Calendars")
    calendar = SubElement(calendars, f"{{{_SPACE}}}Calendar")
    _add(calendar, UID="1", Name="24 Hours", IsBaseCalendar="1")
    days = SubElement(calendar, f"{{{_SPACE}}}WeekDays")
    for day in range(1, 8):
        week_day = SubElement(days, f"{{{_SPACE}}}WeekDay")
        _add(week_day, DayType=str(day), DayWorking="1")
        times = SubElement(week_day, f"{{{_SPACE}}}WorkingTimes")
        time = SubElement(times, f"{{{_SPACE}}}WorkingTime")
        _add(time, FromTime="00:00:00", ToTime="00:00:00")


def _write_task(
    tasks: Element,
    plan: Plan,
    found: Recovery,
    key: str,
    numbers: Mapping[str, int],
    *,
    failed: bool,
) -> None:
    from xml.etree.ElementTree import SubElement

    service, own = plan.services[key], found.services[key]
    start, finish = own.start or 0, own.finish or own.start or 0
    task = SubElement(tasks, f"{{{_SPACE}}}Task")
    number = str(numbers[key])
    _add(task, UID=number, ID=number, Name=service.title, OutlineLevel="1")
    _add(task, Start=_date(start), Finish=_date(finish), Duration=_length(finish - start))
    # Teams are bound by our own schedule, so the start is fixed rather than levelled again.
    _add(task, DurationFormat="5", ConstraintType="4", CalendarUID="1")
    _add(task, ConstraintDate=_date(start))
    if service.steps:
        _add(task, Notes="\n".join(step.text for step in service.steps))
    for provider, relation in _providers(plan, key).items():
        if provider in numbers:
            link = SubElement(task, f"{{{_SPACE}}}PredecessorLink")
            kind = _FINISH_TO_FINISH if relation == "finish" else _FINISH_TO_START
            _add(link, PredecessorUID=str(numbers[provider]), Type=kind)
    told = {_TEXT1: key} if failed else {_TEXT1: key, _TEXT2: "restart"}
    for field, value in told.items():
        attribute = SubElement(task, f"{{{_SPACE}}}ExtendedAttribute")
        _add(attribute, FieldID=field, Value=value)


def _providers(plan: Plan, key: str) -> dict[str, str]:
    """Return what a service waits for in its recovery; alternatives are not a fixed wait."""
    return {
        provider: requirement.recovery
        for requirement in plan.requirements.values()
        if requirement.dependant == key
        and requirement.strength == "hard"
        and requirement.recovery != "none"
        and not requirement.is_redundant
        for provider in requirement.providers
    }


def _write_assignments(
    root: Element, plan: Plan, numbers: Mapping[str, int], teams: Sequence[str]
) -> None:
    from xml.etree.ElementTree import SubElement

    assignments = SubElement(root, f"{{{_SPACE}}}Assignments")
    uid = 0
    for key, number in numbers.items():
        for team, people in plan.services[key].needs.items():
            uid += 1
            one = SubElement(assignments, f"{{{_SPACE}}}Assignment")
            _add(one, UID=str(uid), TaskUID=str(number))
            _add(one, ResourceUID=str(teams.index(team) + 1), Units=str(people))


_RECOVERY_HEADINGS = [
    "Position",
    "Wave",
    "ID",
    "Service",
    "Down",
    "Start",
    "Finish",
    "Up",
    "Outage",
    "RTO met",
    "MTPD met",
    "Teams",
    "Waits for",
]


def write_csv(plan: Plan, scenario: Scenario) -> bytes:
    """Return the recovery order of a scenario as CSV; times count from the disruption."""
    found = recovery_of(plan, scenario)
    wave_of = {key: number for number, wave in enumerate(found.waves, start=1) for key in wave}
    rows = [_RECOVERY_HEADINGS]
    for position, key in enumerate(found.order, start=1):
        own, service = found.services[key], plan.services[key]
        moments = (own.down_at, own.start, own.finish, own.up_at, own.outage)
        teams = "; ".join(f"{plan.teams[t].title}: {n}" for t, n in service.needs.items())
        waits = "; ".join(plan.services[other].title for other in own.waits_for)
        said = [_said(own.rto_met), _said(own.mtpd_met), teams, waits]
        named = [str(position), str(wave_of.get(key, "")), key, service.title]
        rows.append([*named, *(_moment(moment) for moment in moments), *said])
    return text_tables.to_csv(rows)


def _moment(moment: int | None) -> str:
    if moment is None:
        return ""
    hours, minutes = divmod(moment // 60_000, 60)
    return f"{hours}:{minutes:02d}"


def _said(met: bool | None) -> str:
    return "" if met is None else "yes" if met else "no"


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return tasks as services with their recovery time, links as requirements.

    Raises:
        InputRefused: if a file is no Microsoft Project XML.
    """
    draft = Draft(wishes, match_names=True)
    for source in sources:
        root = guards.xml_root(source.content, source.name)
        if local(root.tag) != "Project":
            raise guards.refuse(source.name, "it is no Microsoft Project XML")
        _read_project(root, draft, source.name)
    return draft.finished()


def _listed(root: Element, group: str, name: str) -> Iterator[Element]:
    part = first(root, group)
    if part is not None:
        yield from children(part, name)


def _text(element: Element, name: str) -> str:
    return unescaped(words(first(element, name))).strip()


def _read_project(root: Element, draft: Draft, source: str) -> None:
    teams = _read_teams(root, draft)
    needs: dict[str, dict[str, int]] = {}
    for one in _listed(root, "Assignments", "Assignment"):
        team = teams.get(_text(one, "ResourceUID"))
        if team is not None:
            people = max(1, round(values.number(_text(one, "Units")) or 1))
            needs.setdefault(_text(one, "TaskUID"), {})[team] = people
    keys: dict[str, str] = {}
    tasks = list(_listed(root, "Tasks", "Task"))
    for task in tasks:
        uid, name = _text(task, "UID"), values.one_line(_text(task, "Name"))
        place = f"{source}: task {name or uid}"
        if _text(task, "Summary") == "1" or uid == "0":
            draft.skip(place, "a heading; the tasks below it are read")
        elif not name or _text(task, "IsNull") == "1":
            draft.skip(place, "an empty line of the plan")
        else:
            keys[uid] = _read_task(task, name, draft, place, needs.get(uid, {}))
    for task in tasks:
        own = keys.get(_text(task, "UID"))
        for link in children(task, "PredecessorLink") if own else ():
            _read_link(link, own or "", keys, draft, source)


def _read_teams(root: Element, draft: Draft) -> dict[str, str]:
    teams: dict[str, str] = {}
    for resource in _listed(root, "Resources", "Resource"):
        name = values.one_line(_text(resource, "Name"))
        if not name or _text(resource, "Type") not in {"", "1"}:
            continue
        own = values.clean_id(_text(resource, "Initials"))
        own = own if own and len(own) > 1 else values.clean_id(name)
        units = values.number(_text(resource, "MaxUnits"))
        capacity = None if units is None or units >= 1000 else max(1, round(units))  # noqa: PLR2004
        draft.record("teams", Team(id=own, name=name, capacity=capacity), ("name", "capacity"))
        teams[_text(resource, "UID")] = own
    return teams


def _read_task(task: Element, name: str, draft: Draft, place: str, needs: Mapping[str, int]) -> str:
    told = {
        _text(attribute, "FieldID"): _text(attribute, "Value")
        for attribute in children(task, "ExtendedAttribute")
    }
    own = told.get(_TEXT1, "")
    key = own or (name if name not in draft else f"{name} ({_text(task, 'UID')})")
    length = None
    try:
        length = parse_iso(_text(task, "Duration") or "PT0S")
    except DurationError as error:
        draft.skip(f"{place}: duration", str(error))
    work = Estimate.of(length) if length is not None else None
    about = "" if own else _text(task, "Notes")
    fields: dict[str, Any] = {"restart" if told.get(_TEXT2) == "restart" else "recovery": work}
    fields |= {"needs": dict(needs) or None, "description": about}
    draft.service(key, name, kind="process", place=place, **fields)
    return key


def _read_link(link: Element, own: str, keys: Mapping[str, str], draft: Draft, source: str) -> None:
    uid, kind = _text(link, "PredecessorUID"), _text(link, "Type") or _FINISH_TO_START
    line = f"{source}: {own} after task {uid}"
    if uid not in keys:
        draft.skip(line, "the task it follows is not among the tasks that are read")
    elif kind not in _RELATIONS:
        draft.skip(line, "a link from a start; only links from a finish can be kept")
    else:
        recovery = _RELATIONS[kind]
        draft.need(own, [keys[uid]], what=line, place=line, recovery=recovery)
