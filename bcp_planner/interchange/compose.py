"""Docker Compose files: services and what they depend on.

Several files of one import are layers, as with ``docker compose -f a -f b``. Anchors and merge
keys are followed; profiles become tags; conditions and numbers of replicas are kept as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bcp_planner.interchange import guards, values
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of_image
from bcp_planner.interchange.sources import Source

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
    for source in sources:
        for document in guards.yaml_documents(source.content, source.name):
            top = values.mapping(document)
            _read_rest(top, draft, source.name)
            for name, body in values.mapping(top.get("services")).items():
                _read_service(str(name), values.mapping(body), draft, source.name)
    return draft.finished()


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
    for asked in ("extends", "include"):
        if body.get(asked):
            draft.skip(f"{place}.{asked}", "other files are not followed; import them as well")


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
    wanted = body.get("depends_on")
    seen: set[str] = set()
    if values.is_mapping(wanted):
        for target, raw in values.mapping(wanted).items():
            how = values.mapping(raw)
            condition = values.one_line(how.get("condition")) or "service_started"
            soft = how.get("required") is False
            seen.add(str(target))
            fields: dict[str, object] = {"note": f"depends_on, condition: {condition}"}
            yield str(target), {**fields, **({"strength": "soft"} if soft else {})}
    for target in values.texts(wanted):
        if target not in seen:
            seen.add(target)
            yield target, {"note": "depends_on, condition: service_started"}
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


def _read_rest(top: Mapping[str, object], draft: Draft, source: str) -> None:
    for word, why in _NOT_SERVICES.items():
        for name in values.mapping(top.get(word)):
            draft.skip(f"{source}: {word}.{name}", why)
    for entry in values.items(top.get("include")):
        path = values.mapping(entry).get("path", entry)
        names = ", ".join(values.texts(path))
        draft.skip(
            f"{source}: include {names}", "other files are not followed; import them as well"
        )
