"""A plan as a Backstage catalogue, which Backstage and our own reader understand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bcp_planner.domain.codec import write_record
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.plan import Plan

SERVICE_NOTE = "bcp-planner.org/service"
"""Annotation with all fields of a service as plan files hold them."""
REQUIREMENTS_NOTE = "bcp-planner.org/requirements"
"""Annotation with the requirements of a service as plan files hold them."""
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_NOT_TAG = re.compile(r"[^a-z0-9+#]+")
_LONGEST_NAME = 63
_COMPONENTS = ("product", "process", "application")


def write(plan: Plan) -> bytes:
    """Return services as components and resources, teams as groups.

    Fields and requirements that Backstage has no words for stand in annotations; reading gives
    the same services and requirements.
    """
    import yaml

    names = _names(plan)
    needs: dict[str, list[Requirement]] = {}
    for requirement in plan.requirements.values():
        needs.setdefault(requirement.dependant, []).append(requirement)
    documents = [
        *_groups(plan),
        *(_entity(s, names, needs.get(s.id, []), plan) for s in plan.services.values()),
    ]
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump_all(
        documents, Dumper=dumper, sort_keys=False, allow_unicode=True, explicit_start=True
    )
    return str(text).encode()


def _slug(text: str, taken: set[str]) -> str:
    """Return an unused name as Backstage allows: a-z, 0-9 and hyphens, at most 63."""
    base = _NOT_NAME.sub("-", text.casefold()).strip("-")[: _LONGEST_NAME - 6].strip("-") or "x"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name


def _names(plan: Plan) -> dict[str, str]:
    taken: set[str] = set()
    return {key: _slug(key, taken) for key in plan.services}


def _reference(service: Service, names: dict[str, str]) -> str:
    kind = "component" if service.kind in _COMPONENTS else "resource"
    return f"{kind}:default/{names[service.id]}"


def _groups(plan: Plan) -> Iterator[dict[str, object]]:
    taken: set[str] = set()
    for team in plan.teams.values():
        about: dict[str, object] = {"name": _slug(team.id, taken), "title": team.title}
        if team.description:
            about["description"] = team.description
        spec = {"type": "team", "children": list[str]()}
        yield {
            "apiVersion": "backstage.io/v1alpha1",
            "kind": "Group",
            "metadata": about,
            "spec": spec,
        }


def _entity(
    service: Service, names: dict[str, str], needs: list[Requirement], plan: Plan
) -> dict[str, object]:
    notes = {SERVICE_NOTE: json.dumps(write_record(service))}
    if needs:
        notes[REQUIREMENTS_NOTE] = json.dumps([write_record(one) for one in needs])
    tags = [_NOT_TAG.sub("-", tag.casefold()).strip("-")[:_LONGEST_NAME] for tag in service.tags]
    about: dict[str, object] = {"name": names[service.id], "title": service.title}
    if service.description:
        about["description"] = service.description
    if any(tags):
        about["tags"] = list(dict.fromkeys(tag for tag in tags if tag))
    about["annotations"] = notes
    kind, _, _ = _reference(service, names).partition(":")
    spec: dict[str, object] = {"type": service.kind}
    if kind == "component":
        spec["lifecycle"] = "production"
    spec["owner"] = _slug(service.owner, set()) if service.owner else "unknown"
    targets = [plan.services[p] for requirement in needs for p in requirement.providers]
    if targets:
        spec["dependsOn"] = list(dict.fromkeys(_reference(one, names) for one in targets))
    return {
        "apiVersion": "backstage.io/v1alpha1",
        "kind": kind.capitalize(),
        "metadata": about,
        "spec": spec,
    }
