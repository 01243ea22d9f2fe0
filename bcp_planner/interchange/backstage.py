"""Backstage catalogues: components, resources, systems, domains and APIs with their relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bcp_planner.domain.codec import read_record, shown
from bcp_planner.domain.entities import Contact, Requirement, Service, Team
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.backstage_writing import REQUIREMENTS_NOTE, SERVICE_NOTE
from bcp_planner.interchange.draft import NEEDED_BY, NEEDS, Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of
from bcp_planner.interchange.sources import Source

_KINDS = {
    "component": "application",
    "api": "application",
    "resource": "infrastructure",
    "system": "product",
    "domain": "product",
}
_RELATIONS = (
    # Field, kind of what it names, whether the entity needs it or is needed by it.
    ("dependsOn", "component", NEEDS),
    ("dependencyOf", "component", NEEDED_BY),
    ("consumesApis", "api", NEEDS),
    ("providesApis", "api", NEEDED_BY),
    ("subcomponentOf", "component", NEEDED_BY),
    ("system", "system", NEEDED_BY),
    ("domain", "domain", NEEDED_BY),
    ("subdomainOf", "domain", NEEDED_BY),
    ("partOf", "system", NEEDED_BY),
    ("hasPart", "component", NEEDS),
    ("apiConsumedBy", "component", NEEDED_BY),
    ("apiProvidedBy", "component", NEEDS),
    ("consumesApi", "api", NEEDS),
    ("providesApi", "api", NEEDED_BY),
)
_OF_PEOPLE = ("memberOf", "members", "parent", "children")


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the entities of catalogue files; references between all files are followed.

    Raises:
        InputRefused: if a file is no YAML.
    """
    draft = Draft(wishes)
    entities: dict[str, tuple[Mapping[str, object], str]] = {}
    for source in sources:
        for document in guards.yaml_documents(source.content, source.name):
            _sort_in(values.mapping(document), entities, draft, source.name)
    ids = _ids(entities)
    own = _own_services(entities)
    ids |= {key: service.id for key, service in own.items()}
    for key, (entity, place) in entities.items():
        if key in own:
            draft.own_service(own[key], place)
        else:
            _add_entity(key, entity, ids, draft, place)
    for key, (entity, place) in entities.items():
        if key in own:
            _add_own_requirements(key, entity, ids, draft, place)
        elif key.partition(":")[0] in _KINDS:
            _add_relations(key, entity, ids, draft, place)
            _add_owner(key, entity, ids, draft, place)
    return draft.finished()


def _note(entity: Mapping[str, object], name: str) -> object:
    """Return what our own export wrote into an annotation, or None."""
    notes = values.mapping(values.mapping(entity.get("metadata")).get("annotations"))
    text = values.text(notes.get(name))
    return guards.json_value(text.encode(), name) if text else None


def _own_services(entities: Mapping[str, tuple[Mapping[str, object], str]]) -> dict[str, Service]:
    """Return the services that our own export wrote, by entity; each id once."""
    found: dict[str, Service] = {}
    for key, (entity, place) in entities.items():
        written = _note(entity, SERVICE_NOTE)
        problems: list[str] = []
        service = read_record(Service, written, place, problems) if written is not None else None
        if service is not None and service.id not in {one.id for one in found.values()}:
            found[key] = service
    return found


def _add_own_requirements(
    key: str, entity: Mapping[str, object], ids: Mapping[str, str], draft: Draft, place: str
) -> None:
    """Add requirements that our own export wrote, and what was added beside them since."""
    known: set[str] = set()
    for written in values.items(_note(entity, REQUIREMENTS_NOTE)):
        problems: list[str] = []
        requirement = read_record(Requirement, written, place, problems)
        if requirement is None:
            draft.skip(place, problems[0])
        elif requirement.dependant == ids[key]:
            known.update(requirement.providers)
            draft.own_requirement(requirement, place)
    for reference in values.texts(values.mapping(entity.get("spec")).get("dependsOn")):
        target = _full(reference, "component")
        if ids.get(target) not in known:
            line = f"{place}: dependsOn {reference}"
            draft.need(ids[key], [ids.get(target, target)], what=line, place=place)


def _sort_in(
    entity: Mapping[str, object],
    entities: dict[str, tuple[Mapping[str, object], str]],
    draft: Draft,
    source: str,
) -> None:
    if not entity:
        return
    kind = values.one_line(entity.get("kind")).lower()
    about = values.mapping(entity.get("metadata"))
    name = values.clean_id(about.get("name"))
    place = f"{source}: {kind} {name}"
    key = _full(name, kind, values.clean_id(about.get("namespace")) or "default")
    spec = values.mapping(entity.get("spec"))
    if not name or not kind:
        draft.skip(place, "it has no name or no kind")
    elif key in entities:
        draft.skip(f"{place} (once more)", f"already described in {entities[key][1]}")
    elif kind == "location":
        targets = [*values.texts(spec.get("targets")), *values.texts(spec.get("target"))]
        why = "a pointer to other files, which are not followed; import them as well"
        draft.skip(f"{place} to {', '.join(targets)}", why)
    elif kind not in _KINDS and kind not in {"group", "user"}:
        draft.skip(place, "nothing that can fail")
    else:
        entities[key] = (entity, place)


def _full(reference: str, kind: str, namespace: str = "default") -> str:
    """Return a reference in full: ``kind:namespace/name``, lower case as Backstage compares."""
    head, colon, rest = reference.rpartition(":")
    kind = head if colon else kind
    space, slash, name = rest.rpartition("/")
    return f"{kind}:{space if slash else namespace}/{name}".lower()


def _ids(entities: Mapping[str, object]) -> dict[str, str]:
    """Return a short id for each entity: its name where that is clear, else its full reference."""
    names: dict[str, list[str]] = {}
    for key in entities:
        group = "team" if key.startswith(("group:", "user:")) else "service"
        names.setdefault(f"{group} {key.rpartition('/')[2]}", []).append(key)
    return {
        key: key.rpartition("/")[2] if len(keys) == 1 else key
        for keys in names.values()
        for key in keys
    }


def _add_entity(
    key: str, entity: Mapping[str, object], ids: Mapping[str, str], draft: Draft, place: str
) -> None:
    about = values.mapping(entity.get("metadata"))
    spec = values.mapping(entity.get("spec"))
    kind = key.partition(":")[0]
    profile = values.mapping(spec.get("profile"))
    title = values.one_line(about.get("title") or profile.get("displayName"))
    name = title or values.one_line(about.get("name"))
    described = values.text(about.get("description"))
    for field in _OF_PEOPLE if kind in {"group", "user"} else ():
        if named := values.texts(spec.get(field)):
            why = "who belongs to which team is not part of a plan"
            draft.skip(f"{place}: {field} {', '.join(named)}", why)
    if kind == "group":
        team = Team(id=ids[key], name=name, description=described)
        draft.record("teams", team, ("name", "description"), place)
        return
    if kind == "user":
        mail = values.one_line(profile.get("email"))
        contact = Contact(id=ids[key], name=name, email=mail)
        draft.record("contacts", contact, ("name", "email"), place)
        return
    word = values.one_line(spec.get("type"))
    usual = _KINDS[kind]
    usual = kind_of(word, usual) if kind in {"component", "resource"} else usual
    draft.service(
        ids[key],
        name,
        term=f"{kind} {word}".strip(),
        kind=usual,
        place=place,
        description=described,
        tags=tuple(values.texts(about.get("tags"))),
    )


def _add_relations(
    key: str, entity: Mapping[str, object], ids: Mapping[str, str], draft: Draft, place: str
) -> None:
    spec = values.mapping(entity.get("spec"))
    namespace = key.partition(":")[2].partition("/")[0]
    read_out = values.mappings(entity.get("relations"))  # as the catalogue tells them itself
    for field, kind, means in _RELATIONS:
        told = [one.get("targetRef") for one in read_out if one.get("type") == field]
        for reference in dict.fromkeys(values.texts([*_listed(spec.get(field)), *told])):
            target = _full(reference, kind, namespace)
            line = f"{place}: {field} {reference}"
            if target not in ids:
                draft.skip(line, f"{shown(target)} is not among these files")
            else:
                source, end = ids[key], ids[target]
                draft.relation(
                    source, end, term=field, means=means, what=line, place=place, note=field
                )


def _listed(value: object) -> list[object]:
    return values.items(value) if values.is_list(value) else [value]


def _add_owner(
    key: str, entity: Mapping[str, object], ids: Mapping[str, str], draft: Draft, place: str
) -> None:
    spec = values.mapping(entity.get("spec"))
    namespace = key.partition(":")[2].partition("/")[0]
    for reference in values.texts(spec.get("owner")):
        target = _full(reference, "group", namespace)
        own = ids.get(target, target.rpartition("/")[2])
        draft.add_to(ids[key], owner=own)
        if target in ids:
            continue
        why = f"{shown(target)} is not among these files; only its name is kept, as the owner"
        if target.startswith("group:"):
            draft.record("teams", Team(id=own, name=own), (), place)
            why = f"{shown(target)} is not among these files; a team was made of its name"
        draft.skip(f"{place}: owner {reference}", why)
