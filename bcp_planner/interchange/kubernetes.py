"""Kubernetes manifests: workloads, and the services that their settings name.

A manifest declares no dependencies. What counts as one is an environment variable of a container
whose value holds addresses of Services of the same files; it may stand in a ConfigMap of theirs.
An address in a command is reported, since a command says nothing about what is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bcp_planner.interchange import guards, values
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of_image
from bcp_planner.interchange.sources import Source

WORKLOADS = (
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "ReplicaSet",
    "ReplicationController",
    "CronJob",
    "Job",
    "Pod",
)
_REASONS = {
    "ServiceAccount": "an account, not something to recover on its own",
    "ConfigMap": "configuration, not something to recover on its own",
    "Secret": "a secret, not something to recover on its own",
    "Namespace": "a name space, not something to recover on its own",
    "PersistentVolumeClaim": "storage, kept in the description of the workload that mounts it",
    "PersistentVolume": "storage that no workload names itself",
    "Ingress": "a rule of access; it says nothing about what its services need",
    "HorizontalPodAutoscaler": "a rule of scaling, not something to recover on its own",
    "NetworkPolicy": "a rule of access; it says nothing about what its services need",
    "PodDisruptionBudget": "a rule for maintenance, not something to recover on its own",
}
_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:[^\s/@]*@)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_POD = re.compile(r"-\d+$")
_LONGEST_VALUE = 2_000
_ADDRESS_WORDS = ("ADDR", "HOST", "URL", "URI", "SERVER", "ENDPOINT", "DSN", "BROKER")


@dataclass(slots=True)
class _Cluster:
    workloads: list[tuple[str, str, Mapping[str, object], str]] = field(
        default_factory=list[tuple[str, str, Mapping[str, object], str]]
    )
    """Kind, namespace, manifest and place of each workload."""
    services: list[tuple[str, Mapping[str, object], str]] = field(
        default_factory=list[tuple[str, Mapping[str, object], str]]
    )
    """Namespace, manifest and place of each Service."""
    settings: dict[tuple[str, str], Mapping[str, object]] = field(
        default_factory=dict[tuple[str, str], Mapping[str, object]]
    )
    """What the ConfigMap of each namespace and name holds."""


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the workloads of manifests, those of all files known to each other.

    Raises:
        InputRefused: if a file is no YAML.
    """
    draft = Draft(wishes)
    cluster = _Cluster()
    for source in sources:
        for document in guards.yaml_documents(source.content, source.name):
            for manifest in _flattened(values.mapping(document)):
                _sort_in(manifest, cluster, draft, source.name)
    keys = _add_workloads(cluster, draft)
    targets = _add_services(cluster, keys, draft)
    _add_references(cluster, keys, targets, draft)
    return draft.finished()


def _flattened(manifest: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    kind = str(manifest.get("kind", ""))
    if kind.endswith("List") and "items" in manifest:
        for item in values.mappings(manifest["items"]):
            yield {"kind": kind.removesuffix("List"), **item}
    elif manifest:
        yield manifest


def _sort_in(manifest: Mapping[str, object], cluster: _Cluster, draft: Draft, source: str) -> None:
    kind = values.one_line(manifest.get("kind")) or "document"
    about = values.mapping(manifest.get("metadata"))
    name = values.clean_id(about.get("name") or about.get("generateName"))
    namespace = values.clean_id(about.get("namespace")) or "default"
    place = f"{source}: {kind} {name}"
    if not name:
        draft.skip(place, "it has no name")
    elif kind in WORKLOADS:
        cluster.workloads.append((kind, namespace, manifest, place))
    elif kind == "Service":
        cluster.services.append((namespace, manifest, place))
    else:
        if kind == "ConfigMap":
            cluster.settings[namespace, name] = values.mapping(manifest.get("data"))
        draft.skip(place, _REASONS.get(kind, "neither a workload nor a Service"))


def _name(manifest: Mapping[str, object]) -> str:
    about = values.mapping(manifest.get("metadata"))
    return values.clean_id(about.get("name") or about.get("generateName"))


def _add_workloads(cluster: _Cluster, draft: Draft) -> dict[int, str]:
    """Add every workload; return its key by its place in the list."""
    names = [_name(manifest) for _, _, manifest, _ in cluster.workloads]
    keys: dict[int, str] = {}
    seen: dict[tuple[str, str, str], str] = {}
    for index, (kind, namespace, manifest, place) in enumerate(cluster.workloads):
        name = names[index]
        if (kind, namespace, name) in seen:
            draft.skip(f"{place} (once more)", f"the same as {seen[kind, namespace, name]}")
            keys[index] = keys[list(keys)[-1]] if name not in draft else name
            continue
        seen[kind, namespace, name] = place
        key = name if names.count(name) == 1 else f"{namespace}/{name}"
        key = key if key not in draft else f"{key} ({kind})"
        keys[index] = key
        pod = _pod(kind, manifest)
        containers = values.mappings(pod.get("containers"))
        image = values.one_line(containers[0].get("image")) if containers else ""
        draft.service(
            key,
            name,
            kind=kind_of_image(image, name),
            place=place,
            description=_description(kind, namespace, manifest, pod),
        )
    return keys


def _spec(manifest: Mapping[str, object]) -> Mapping[str, object]:
    return values.mapping(manifest.get("spec"))


def _pod(kind: str, manifest: Mapping[str, object]) -> Mapping[str, object]:
    return _spec(_template(kind, manifest))


def _template(kind: str, manifest: Mapping[str, object]) -> Mapping[str, object]:
    if kind == "Pod":
        return manifest
    outer = _spec(manifest)
    if kind == "CronJob":
        outer = _spec(values.mapping(outer.get("jobTemplate")))
    return values.mapping(outer.get("template"))


def _description(
    kind: str, namespace: str, manifest: Mapping[str, object], pod: Mapping[str, object]
) -> str:
    images = [values.one_line(c.get("image")) for c in values.mappings(pod.get("containers"))]
    claims = [
        values.one_line(values.mapping(volume.get("persistentVolumeClaim")).get("claimName"))
        for volume in values.mappings(pod.get("volumes"))
    ]
    claims += [
        values.one_line(values.mapping(claim.get("metadata")).get("name"))
        for claim in values.mappings(_spec(manifest).get("volumeClaimTemplates"))
    ]
    facts = [
        ("Kubernetes", f"{kind} in {namespace}"),
        ("Image", ", ".join(image for image in images if image)),
        ("Replicas", values.one_line(_spec(manifest).get("replicas"))),
        ("Storage", ", ".join(claim for claim in claims if claim)),
    ]
    return "\n".join(f"{word}: {fact}" for word, fact in facts if fact)


def _add_services(
    cluster: _Cluster, keys: Mapping[int, str], draft: Draft
) -> dict[tuple[str, str], list[str]]:
    """Return the keys that each Service leads to; one that leads nowhere becomes a service."""
    targets: dict[tuple[str, str], list[str]] = {}
    for namespace, manifest, place in cluster.services:
        name = _name(manifest)
        selector = {k: str(v) for k, v in values.mapping(_spec(manifest).get("selector")).items()}
        behind = [
            keys[index]
            for index, (kind, space, workload, _) in enumerate(cluster.workloads)
            if space == namespace and selector and selector.items() <= _labels(kind, workload)
        ]
        if behind:
            draft.skip(place, f"the address of {', '.join(behind)}")
        else:
            key = name if name not in draft else f"{namespace}/{name} (Service)"
            outside = values.one_line(_spec(manifest).get("externalName"))
            fact = (
                f"Leads to {outside}" if outside else "Kubernetes Service without a workload here"
            )
            kind = "supplier" if outside else "network"
            draft.service(key, name, kind=kind, place=place, description=fact)
            behind = [key]
        targets.setdefault((namespace, name), list(dict.fromkeys(behind)))
    return targets


def _labels(kind: str, manifest: Mapping[str, object]) -> set[tuple[str, str]]:
    about = values.mapping(_template(kind, manifest).get("metadata"))
    return {(k, str(v)) for k, v in values.mapping(about.get("labels")).items()}


def _add_references(
    cluster: _Cluster,
    keys: Mapping[int, str],
    targets: Mapping[tuple[str, str], list[str]],
    draft: Draft,
) -> None:
    told: set[tuple[str, str]] = set()
    for index, (kind, namespace, manifest, place) in enumerate(cluster.workloads):
        key, pod = keys[index], _pod(kind, manifest)
        for variable, value in _variables(pod, namespace, cluster):
            named = _services_named(variable, value, namespace)
            for target in (end for service in named for end in targets.get(service, ())):
                if target == key:
                    continue
                line = f"{place} → {target} ({variable})"
                if (key, target) in told:
                    draft.skip(line, "named once more; one requirement says it")
                else:
                    told.add((key, target))
                    note = f"environment variable {variable}"
                    draft.need(key, [target], what=line, place=place, note=note)
        for target in _in_commands(pod, namespace, targets):
            if target != key and (key, target) not in told:
                why = "a command names its address; add it by hand if it is needed"
                draft.skip(f"{place} → {target}", why)


def _variables(
    pod: Mapping[str, object], namespace: str, cluster: _Cluster
) -> Iterator[tuple[str, str]]:
    """Yield name and value of each environment variable, those of ConfigMaps too."""
    for container in _containers(pod):
        for variable in values.mappings(container.get("env")):
            told = values.text(variable.get("value"))
            source = values.mapping(variable.get("valueFrom"))
            reference = values.mapping(source.get("configMapKeyRef"))
            if reference:
                settings = cluster.settings.get((namespace, _text(reference, "name")), {})
                told = values.text(settings.get(_text(reference, "key")))
            if told:
                yield values.one_line(variable.get("name")), told
        for source in values.mappings(container.get("envFrom")):
            name = _text(values.mapping(source.get("configMapRef")), "name")
            for variable, value in cluster.settings.get((namespace, name), {}).items():
                yield f"{_text(source, 'prefix')}{values.one_line(variable)}", values.text(value)


def _containers(pod: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for part in ("initContainers", "containers"):
        yield from values.mappings(pod.get(part))


def _text(item: Mapping[str, object], name: str) -> str:
    return values.one_line(item.get(name))


def _in_commands(
    pod: Mapping[str, object], namespace: str, targets: Mapping[tuple[str, str], list[str]]
) -> list[str]:
    """Return the services whose addresses stand in the commands of containers."""
    commands = [
        text
        for container in _containers(pod)
        for part in ("command", "args")
        for text in values.texts(container.get(part))
    ]
    named = (
        service
        for text in commands
        for word in re.split(r"[\s,;'\"=]+", text[:_LONGEST_VALUE])
        for service in _services_named("", word, namespace)
    )
    return list(dict.fromkeys(target for service in named for target in targets.get(service, ())))


def _services_named(variable: str, value: str, namespace: str) -> Iterator[tuple[str, str]]:
    """Yield namespace and name of each Service whose address stands in a value."""
    for part in re.split(r"[,;\s]+", value.strip()[:_LONGEST_VALUE]):
        match = _HOST.fullmatch(part.removeprefix("jdbc:"))
        if match is None:
            continue
        addressed = match.group(2) or "://" in part or _is_address(variable)
        name, *rest = match.group(1).split(".")
        if not addressed:
            continue
        if rest and _POD.search(name):  # one pod of a StatefulSet, behind the Service after it
            name, *rest = rest
        yield (rest[0] if rest else namespace, name)


def _is_address(variable: str) -> bool:
    return any(word in variable.upper() for word in _ADDRESS_WORDS)
