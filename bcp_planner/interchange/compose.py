"""Docker Compose files: services and what they depend on.

Several files of one import are layers, as with ``docker compose -f a -f b``. Anchors, merge keys
and ``extends`` are followed; profiles become tags; conditions and numbers of replicas are kept as
text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from bcp_planner.interchange import guards, values
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of_image
from bcp_planner.interchange.sources import Source

_LONGEST_CHAIN = 20
"""Services that extend one another."""
_NOT_SERVICES = {
    "volumes": "storage, kept in the description of the services that mount it",
    "networks": "a network of containers, not something to recover on its own",
    "configs": "configuration, not something to recover on its own",
    "secrets": "a secret, not something to recover on its own",
    "models": "an AI model, not something to recover on its own",
}


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the services of Compose files.

    Raises:
        InputRefused: if a file is no YAML or has no services.
    """
    draft = Draft(wishes)
    files = [
        (source.name, values.mapping(document))
        for source in sources
        for document in guards.yaml_documents(source.content, source.name)
    ]
    bodies = {
        (name, key): values.mapping(body)
        for name, top in files
        for key, body in values.mapping(top.get("services")).items()
    }
    for source, top in files:
        _read_rest(top, draft, source, {name for name, _ in bodies})
        for name in values.mapping(top.get("services")):
            _read_service(name, _extended(source, name, bodies, draft), draft, source)
    return draft.finished()


_Bodies: TypeAlias = Mapping[tuple[str, str], Mapping[str, object]]
"""What stands below each service, by file and name."""


def _extended(source: str, name: str, bodies: _Bodies, draft: Draft) -> Mapping[str, object]:
    """Return what stands below a service, with that of the service it extends filled in."""
    chain = [(source, name)]
    while base := _extended_by(*chain[-1], bodies, draft):
        if base in chain or len(chain) > _LONGEST_CHAIN:
            line = f"{source}: services.{name}.extends {base[1]}"
            draft.skip(line, "it extends itself, or one the other too deep to follow")
            break
        chain.append(base)
    joined: Mapping[str, object] = {}
    for link in reversed(chain):
        joined = _joined(joined, bodies[link])
    return joined


def _extended_by(source: str, name: str, bodies: _Bodies, draft: Draft) -> tuple[str, str] | None:
    """Return file and name of the service that a service extends, or None."""
    own = bodies[source, name]
    if not own.get("extends"):
        return None
    how = values.mapping(own["extends"])
    base = values.one_line(how.get("service") if how else own["extends"])
    file = values.one_line(how.get("file"))
    other = _named_file(file, {name for name, _ in bodies}) if file else source
    line = f"{source}: services.{name}.extends {file} {base}".replace("  ", " ")
    if not other:
        draft.skip(line, "that file is not among these; import it together with them")
    elif (other, base) not in bodies:
        draft.skip(line, "there is no service of that name")
    else:
        return other, base
    return None


def _named_file(path: str, files: Iterable[str]) -> str:
    """Return which of the files of an import a path means, or ''."""
    wanted = PurePosixPath(path.removeprefix("file://")).name
    return next((name for name in files if PurePosixPath(name).name == wanted), "")


def _joined(base: Mapping[str, object], own: Mapping[str, object]) -> Mapping[str, object]:
    """Return a service with the fields of the one it extends; lists and mappings are joined."""
    joined = {**base, **own}
    for word in base.keys() & own.keys():
        below, above = base[word], own[word]
        if word == "depends_on":
            joined[word] = {**_conditions(below), **_conditions(above)}
        elif values.is_list(below) and values.is_list(above):
            joined[word] = [*values.items(below), *values.items(above)]
        elif values.is_mapping(below) and values.is_mapping(above):
            joined[word] = {**values.mapping(below), **values.mapping(above)}
    return joined


def _conditions(wanted: object) -> Mapping[str, object]:
    """Return what a service depends on in the long form."""
    return values.mapping(wanted) or dict.fromkeys(values.texts(wanted))


def _read_service(name: str, body: Mapping[str, object], draft: Draft, source: str) -> None:
    key = values.clean_id(name) or "unnamed"
    place = f"{source}: services.{key}"
    image = values.one_line(body.get("image"))
    told: dict[str, Any] = {
        "description": _description(body),
        "tags": tuple(f"profile:{p}" for p in values.texts(body.get("profiles"))),
    }
    if key in draft:
        draft.skip(f"{place} (once more)", "joined with the service of the same name above it")
        draft.add_to(key, **{field: value for field, value in told.items() if value})
    else:
        draft.service(key, key, kind=kind_of_image(image, key), place=place, **told)
    for target, fields in _targets(body, key):
        draft.need(key, [target], what=f"{place}: {key} → {target}", place=place, **fields)
    for outside in values.texts(body.get("external_links")):
        why = "a container of another project; add it by hand if the service needs it"
        draft.skip(f"{place}.external_links {outside}", why)


def _description(body: Mapping[str, object]) -> str:
    deploy = values.mapping(body.get("deploy"))
    replicas = deploy.get("replicas", body.get("scale"))
    mounted = [
        text.split(":")[0] if isinstance(volume, str) else text
        for volume in values.items(body.get("volumes"))
        if (text := values.text(values.mapping(volume).get("source") or volume))
    ]
    stores = [volume for volume in mounted if not volume.startswith((".", "/", "~", "$"))]
    facts = [
        ("Image", values.one_line(body.get("image"))),
        ("Replicas", values.one_line(replicas)),
        ("Volumes", ", ".join(dict.fromkeys(stores))),
        ("Health check", "yes" if body.get("healthcheck") else ""),
    ]
    return "\n".join(f"{word}: {fact}" for word, fact in facts if fact)


def _targets(body: Mapping[str, object], key: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each service that one depends on, with the fields of the requirement."""
    seen: set[str] = set()
    for target, raw in _conditions(body.get("depends_on")).items():
        how = values.mapping(raw)
        condition = values.one_line(how.get("condition")) or "service_started"
        seen.add(str(target))
        again = ", restarted with it" if how.get("restart") is True else ""
        fields: dict[str, object] = {"note": f"depends_on{again}, condition: {condition}"}
        soft = how.get("required") is False
        yield str(target), {**fields, **({"strength": "soft"} if soft else {})}
    for word in ("links", "volumes_from"):
        for entry in values.texts(body.get(word)):
            target = entry.split(":")[0]
            if target not in seen and target not in {key, "container"}:
                seen.add(target)
                yield target, {"note": word}
    for word in ("network_mode", "ipc", "pid"):
        mode = values.one_line(body.get(word))
        target = mode.removeprefix("service:")
        if mode.startswith("service:") and target not in seen:
            seen.add(target)
            yield target, {"note": f"{word}: {mode}"}


def _read_rest(
    top: Mapping[str, object], draft: Draft, source: str, files: Collection[str]
) -> None:
    for word, why in _NOT_SERVICES.items():
        for name in values.mapping(top.get(word)):
            draft.skip(f"{source}: {word}.{name}", why)
    for entry in values.items(top.get("include")):
        for path in values.texts(values.mapping(entry).get("path", entry)):
            if not _named_file(path, files):
                why = "that file is not among these; import it together with them"
                draft.skip(f"{source}: include {path}", why)
