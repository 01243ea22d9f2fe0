"""Terraform state (versions 3 and 4): resources and what they depend on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bcp_planner.domain.codec import shown
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of
from bcp_planner.interchange.sources import Source

_MODULE_KEY = re.compile(r'\[(?:"[^"]*"|\d+)\](?=\.)')


@dataclass(frozen=True, slots=True)
class _Instance:
    """One resource instance: its address, the resource's address, module and dependencies."""

    address: str
    resource: str
    """Its address without the numbers and keys of copies, as other resources name it."""
    module: str
    type: str
    given_id: str
    needs: tuple[str, ...]


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the resource instances of state files.

    Raises:
        InputRefused: if a file is no state of version 3 or 4.
    """
    draft = Draft(wishes)
    for source in sources:
        state = values.mapping(guards.json_value(source.content, source.name))
        version = state.get("version")
        if version == 3:  # noqa: PLR2004
            instances = _version_3(state)
        elif version == 4:  # noqa: PLR2004
            instances = _version_4(state, draft, source.name)
        else:
            why = f"state of version {shown(version)}; Terraform 0.11 to 1.x write 3 and 4"
            raise guards.refuse(source.name, why)
        _add(instances, draft, source.name)
        _report_outputs(state, draft, source.name)
    return draft.finished()


def _version_4(state: Mapping[str, object], draft: Draft, source: str) -> list[_Instance]:
    found: list[_Instance] = []
    for resource in values.mappings(state.get("resources")):
        module = values.clean_id(resource.get("module"))
        kind = values.clean_id(resource.get("type"))
        data = "data." if resource.get("mode") == "data" else ""
        local = f"{data}{kind}.{values.clean_id(resource.get('name'))}"
        address = f"{module}.{local}" if module else local
        plain = _MODULE_KEY.sub("", address)
        instances = values.mappings(resource.get("instances"))
        if not instances:
            draft.skip(f"{source}: {address}", "the state holds no instance of it")
        for position, instance in enumerate(instances):
            index = instance.get("index_key", position if len(instances) > 1 else None)
            own = address if index is None else f"{address}[{_index(index)}]"
            needs = [
                *values.texts(instance.get("dependencies")),
                *values.texts(instance.get("depends_on")),
            ]
            attributes = values.mapping(instance.get("attributes"))
            given = values.one_line(attributes.get("id"))
            found.append(_Instance(own, plain, module, kind, given, tuple(needs)))
    return found


def _index(index: object) -> str:
    return f'"{values.clean_id(index)}"' if isinstance(index, str) else values.clean_id(index)


def _version_3(state: Mapping[str, object]) -> list[_Instance]:
    found: list[_Instance] = []
    for part in values.mappings(state.get("modules")):
        path = [name for name in values.texts(part.get("path")) if name != "root"]
        module = ".".join(f"module.{name}" for name in path)
        for key, raw in values.mapping(part.get("resources")).items():
            resource = values.mapping(raw)
            name = values.clean_id(key)
            address = f"{module}.{name}" if module else name
            kind = values.clean_id(resource.get("type"))
            head, dot, last = address.rpartition(".")
            base = head if dot and last.isdigit() else address
            given = values.one_line(values.mapping(resource.get("primary")).get("id"))
            needs = tuple(values.texts(resource.get("depends_on")))
            found.append(_Instance(address, base, module, kind, given, needs))
    return found


def _add(instances: Sequence[_Instance], draft: Draft, source: str) -> None:
    by_address: dict[str, list[str]] = {}
    seen: set[str] = set()
    for instance in instances:
        place = f"{source}: {instance.address}"
        if instance.address in seen:
            draft.skip(f"{place} (once more)", "joined with the resource of the same address")
        seen.add(instance.address)
        draft.service(
            instance.address,
            instance.address,
            term=instance.type or "resource",
            kind=kind_of(instance.type, "infrastructure"),
            place=place,
            description=f"Terraform id: {instance.given_id}" if instance.given_id else "",
        )
        by_address.setdefault(instance.resource, []).append(instance.address)
        if instance.address != instance.resource:
            by_address.setdefault(instance.address, []).append(instance.address)
    for instance in instances:
        for wanted in instance.needs:
            targets = _nearest(_targets(wanted, instance.module, by_address), instance.module)
            line = f"{source}: {instance.address} → {wanted}"
            if targets is None:
                draft.skip(line, f"{shown(wanted)} is not in the state")
            else:
                draft.need(instance.address, targets, what=line, place=line)


def _targets(wanted: str, module: str, by_address: Mapping[str, list[str]]) -> list[str] | None:
    """Return the instances that a dependency names: a resource, one instance, or a module."""
    for name in (wanted, f"{module}.{wanted}" if module else wanted):
        plain = name.removesuffix(".*")
        if plain in by_address:
            return by_address[plain]
    if wanted.startswith("module."):
        inside = [
            a
            for address, many in by_address.items()
            for a in many
            if address.startswith(f"{wanted}.")
        ]
        return list(dict.fromkeys(inside)) or None
    return None


def _nearest(targets: list[str] | None, module: str) -> list[str] | None:
    """Return those of the same copy of a module, since copies do not refer to each other."""
    near = [one for one in targets or () if module.endswith("]") and one.startswith(f"{module}.")]
    return near or targets


def _report_outputs(state: Mapping[str, object], draft: Draft, source: str) -> None:
    for name in values.mapping(state.get("outputs")):
        draft.skip(f"{source}: output {name}", "a value, not a resource")
