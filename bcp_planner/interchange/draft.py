"""Collecting what a source of services and relations brings, before it is joined with a plan.

Readers name things by the keys of their source; the draft makes ids of them, follows relations,
and writes down everything that does not become part of the plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from bcp_planner.domain import integrity
from bcp_planner.domain.codec import shown
from bcp_planner.domain.entities import SERVICE_KINDS, Contact, Requirement, Service, Team
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import EMPTY, Plan, Record
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.incoming import Incoming, IncomingRecord, Skipped, Term, given_fields

NEEDS = "needs"
NEEDED_BY = "is needed by"
SOFTLY = "needs softly"
SOFTLY_BY = "is needed softly by"
LEAVE_OUT = "leave out"
NEW = "add as a service"
RELATIONS = (NEEDS, NEEDED_BY, SOFTLY, SOFTLY_BY, LEAVE_OUT)
"""What a relation from a source to a target can mean: ``source needs target`` ..."""
_PLAIN: tuple[str, tuple[str, ...]] = ("", ())
"""Example and offers of a word that has none."""
KINDS = (*SERVICE_KINDS, LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants a reader to do.

    Attributes:
        terms: What words of the source become: types to kinds or relations, columns to fields.
        plan: The plan it will be joined with, to find services that are already there.
    """

    terms: Mapping[str, str] = field(default_factory=dict[str, str])
    plan: Plan = EMPTY


@dataclass(slots=True)
class _Need:
    dependant: str
    providers: tuple[str, ...]
    fields: dict[str, Any]
    what: str
    place: str


class Draft:
    """Services and requirements of a source, by the keys of the source."""

    def __init__(self, wishes: Wishes, *, match_names: bool = False) -> None:
        """Start empty; ``match_names`` takes a service of the plan by name when no id fits."""
        self._wishes = wishes
        self._titles: dict[str, str] = {}
        if match_names:
            self._titles = {s.title: s.id for s in wishes.plan.services.values()}
        self._sure_kinds: set[str] = set()
        self._services: dict[str, dict[str, Any]] = {}
        self._places: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._used: set[str] = set()
        self._left_out: dict[str, str] = {}
        self._needs: list[_Need] = []
        self._records: dict[tuple[str, str], IncomingRecord] = {}
        self._skipped: list[Skipped] = []
        self._terms: dict[tuple[str, str], str] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._shown: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
        self._own: dict[str, IncomingRecord] = {}
        self._own_needs: list[IncomingRecord] = []
        self._text_room = guards.LARGEST_TEXTS
        self.info: dict[str, object] = {}

    def term(
        self,
        sort: str,
        word: str,
        usual: str,
        *,
        example: str = "",
        offers: tuple[str, ...] = (),
    ) -> str:
        """Return what a word of the source becomes: the user's wish, or the usual meaning."""
        choice = self._wishes.terms.get(word, usual)
        if example or offers:
            self._shown[sort, word] = (example, offers)
        allowed = {"kind": KINDS, "relation": RELATIONS}.get(sort)
        if allowed is not None and choice not in allowed:
            choice = usual
        self._terms[sort, word] = choice
        self._counts[sort, word] += 1
        return choice

    def meaning(self, word: str, usual: str) -> str:
        """Return what a word of the source becomes, without counting it."""
        return self._wishes.terms.get(word, usual)

    def __contains__(self, key: str) -> bool:
        """Whether a service of that key was given."""
        return key in self._services or key in self._own

    def service(
        self,
        key: str,
        name: str = "",
        *,
        term: str = "",
        kind: str = "application",
        sure_kind: bool = False,
        place: str = "",
        **fields: object,
    ) -> bool:
        """Add a service, or fill in one of the same key; say whether it was new and taken.

        Args:
            key: How the source calls it; becomes the id as far as an id may look like it.
            name: What people call it.
            term: The word of the source for what it is; the user may change what it becomes.
            kind: The kind that word usually means.
            sure_kind: Whether the source says the kind, so that it may replace another.
            place: Where it stands, for messages.
            fields: Further fields of ``Service``; empty ones are left out.
        """
        if term:
            kind = self.term("kind", term, kind)
        if kind == LEAVE_OUT:
            self._left_out[key] = term
            self.skip(f"{term} {name or key}", "left out by the mapping")
            return False
        told = {field: value for field, value in fields.items() if value not in (None, "", ())}
        self._take_room(key, name, told.get("description"))
        new = key not in self._services
        if new:
            self._name_id(key, name)
            self._services[key] = {"name": values.one_line(name) or self._ids[key]}
        elif name:
            self._services[key]["name"] = values.one_line(name)
        self._services[key].update(told)
        self._services[key]["kind"] = kind
        if sure_kind:
            self._sure_kinds.add(key)
        self._places.setdefault(key, place)
        return new

    def names(self) -> list[str]:
        """Return the names of all services that were given, and of those in the plan."""
        given = (told["name"] for told in self._services.values())
        there = (service.title for service in self._wishes.plan.services.values())
        return list(dict.fromkeys((*given, *there)))

    def describe(self, key: str, line: str) -> None:
        """Add a line to the description of a service that was given."""
        told = self._services[key]
        told["description"] = "\n".join(filter(None, (told.get("description", ""), line)))

    def _check_room(self) -> None:
        if len(self._services) + len(self._needs) >= guards.MOST_RECORDS:
            why = f"more than {guards.MOST_RECORDS:,} services and requirements; import it in parts"
            raise InputRefused("", [why])

    def _take_room(self, *texts: object) -> None:
        self._text_room -= sum(len(text) for text in texts if isinstance(text, str))
        if self._text_room < 0:
            raise InputRefused("", ["its texts are too long together; import it in parts"])

    def _name_id(self, key: str, name: str) -> None:
        self._check_room()
        wish = values.clean_id(key) or values.clean_id(name) or "unnamed"
        if wish not in self._wishes.plan.services:
            known = self._titles.get(values.one_line(name) or wish, "")
            wish = known if known and known not in self._used else wish
        own, number = wish, 2
        while own in self._used:
            own, number = f"{wish} ({number})", number + 1
        self._used.add(own)
        self._ids[key] = own

    def add_to(self, key: str, **fields: object) -> None:
        """Set further fields of a service that was given."""
        if key in self._services:
            self._services[key].update(fields)

    def relation(
        self,
        source: str,
        target: str,
        *,
        term: str,
        means: str = NEEDS,
        what: str = "",
        place: str = "",
        **fields: object,
    ) -> None:
        """Add a relation of the source, in the direction that its word means."""
        choice = self.term("relation", term, means) if term else means
        line = what or f"{term} {source} → {target}".strip()
        if choice == LEAVE_OUT:
            self.skip(line, f"“{term}” does not say that one needs the other")
            return
        if choice in {NEEDED_BY, SOFTLY_BY}:
            source, target = target, source
        if choice in {SOFTLY, SOFTLY_BY}:
            fields = {"strength": "soft", **fields}
        self.need(source, [target], what=line, place=place, **fields)

    def need(
        self,
        dependant: str,
        providers: Iterable[str],
        *,
        what: str = "",
        place: str = "",
        **fields: object,
    ) -> None:
        """Add a requirement between keys of the source; ends are looked up at the end."""
        self._check_room()
        told = {name: value for name, value in fields.items() if value not in (None, "")}
        ends = tuple(dict.fromkeys(providers))
        line = what or f"{dependant} needs {', '.join(ends)}"
        self._take_room(told.get("note"))
        self._needs.append(_Need(dependant, ends, told, line, place))

    def own_service(self, service: Service, place: str) -> None:
        """Add a service just as our own export wrote it; teams and people it names are made."""
        self._ids[service.id] = service.id
        self._used.add(service.id)
        self._services.pop(service.id, None)
        given = frozenset(fields_of(Service))
        self._own[service.id] = IncomingRecord("services", service, given, place)
        made = {"teams": Team, "contacts": Contact}
        for _, table, other in integrity.references_of(service):
            if table in made:
                self.record(table, made[table](id=other, name=other), (), place)

    def own_requirement(self, requirement: Requirement, place: str) -> None:
        """Add a requirement just as our own export wrote it, if its ends are there."""
        known = _Known(self._ids, self._wishes.plan)
        for end in (requirement.dependant, *requirement.providers):
            if known.find(end) is None:
                self.skip(place, f"{shown(end)} is neither in these files nor in the plan")
                return
        if requirement.dependant in requirement.providers:
            self.skip(place, "a service cannot need itself")
            return
        needed = min(requirement.needs or 1, len(requirement.providers))
        needs = None if requirement.needs is None else needed
        given = frozenset(fields_of(Requirement))
        record = replace(requirement, needs=needs)
        self._own_needs.append(IncomingRecord("requirements", record, given, place))

    def record(self, table: str, record: Record, given: Iterable[str], place: str = "") -> None:
        """Add a record of another list of the plan; the first of an id is kept."""
        item = IncomingRecord(table, record, frozenset(given), place or record.id)
        self._records.setdefault((table, record.id), item)

    def skip(self, what: str, why: str) -> None:
        """Write down something that does not become part of the plan, and the reason."""
        self._skipped.append(Skipped(values.one_line(what)[:300], why))

    def finished(self) -> Incoming:
        """Return everything that was collected."""
        services = [self._service_record(key) for key in self._services]
        needs = self._requirement_records()
        terms = tuple(
            Term(
                word, sort, choice, self._counts[sort, word], *self._shown.get((sort, word), _PLAIN)
            )
            for (sort, word), choice in self._terms.items()
        )
        records = (*self._records.values(), *self._own.values(), *services)
        return Incoming(
            (*records, *self._own_needs, *needs), self.info, tuple(self._skipped), terms
        )

    def _service_record(self, key: str) -> IncomingRecord:
        told = self._services[key]
        service = Service(id=self._ids[key], **told)
        # A guessed kind and a drawn position never replace what the user has made of them.
        guessed = {"position"} if key in self._sure_kinds else {"kind", "position"}
        given = given_fields(tuple(name for name in told if name not in guessed))
        return IncomingRecord("services", service, given, self._places[key] or service.id)

    def _requirement_records(self) -> Sequence[IncomingRecord]:
        known = _Known(self._ids, self._wishes.plan)
        found: list[IncomingRecord] = []
        number = len(self._wishes.plan.requirements)
        for need in self._needs:
            dependant = known.find(need.dependant)
            providers = tuple(known.find(provider) for provider in need.providers)
            problem = self._problem(need, dependant, providers)
            if problem:
                self.skip(need.what, problem)
                continue
            number += 1
            ends = cast("tuple[str, ...]", tuple(dict.fromkeys(providers)))
            requirement = Requirement(
                id=f"r{number}", dependant=cast("str", dependant), providers=ends, **need.fields
            )
            given = given_fields(("dependant", "providers", *need.fields))
            place = need.place or need.what
            found.append(IncomingRecord("requirements", requirement, given, place))
        return found

    def _problem(
        self, need: _Need, dependant: str | None, providers: tuple[str | None, ...]
    ) -> str:
        for key, own in ((need.dependant, dependant), *zip(need.providers, providers, strict=True)):
            if own is None and key in self._left_out:
                return f"{shown(key)} is left out by the mapping"
            if own is None:
                return f"{shown(key)} is neither in these files nor in the plan"
        if dependant in providers:
            return "a service cannot need itself"
        return "" if providers else "it names nothing that is needed"


class _Known:
    """Finds services by key of the source, then by id and by name in the plan."""

    def __init__(self, ids: Mapping[str, str], plan: Plan) -> None:
        self._ids = ids
        self._plan = plan
        self._names: dict[str, str] | None = None

    def find(self, key: str) -> str | None:
        """Return the id of a service, or None when it is nowhere."""
        if key in self._ids:
            return self._ids[key]
        if key in self._plan.services:
            return key
        if self._names is None:
            self._names = {service.title: service.id for service in self._plan.services.values()}
        return self._names.get(key)
