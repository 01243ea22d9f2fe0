"""Rows of the DORA register of information that a continuity plan can give.

Columns follow the templates of Commission Implementing Regulation (EU) 2024/2956. What the plan
does not know (contract numbers, identification codes) stays empty, to be filled in.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from bcp_planner.domain.durations import HOUR, Duration
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import text_tables

_CHAIN = [
    "c0010 Contractual arrangement reference number",
    "c0020 Type of ICT services",
    "c0030 Identification code of the ICT third-party service provider",
    "c0040 Type of code to identify the ICT third-party service provider",
    "c0050 Rank",
    "c0060 Identification code of the recipient of sub-contracted ICT services",
    "c0070 Type of code to identify the recipient of sub-contracted ICT services",
]
_FUNCTIONS = [
    "c0010 Function identifier",
    "c0020 Licensed activity",
    "c0030 Function name",
    "c0040 LEI of the financial entity",
    "c0050 Criticality or importance assessment",
    "c0060 Reasons for criticality or importance",
    "c0070 Date of the last assessment of criticality or importance",
    "c0080 Recovery time objective of the function",
    "c0090 Recovery point objective of the function",
    "c0100 Impact of discontinuing the function",
]
_ASSESSMENT = [
    "c0010 Contractual arrangement reference number",
    "c0020 Identification code of the ICT third-party service provider",
    "c0030 Type of code to identify the ICT third-party service provider",
    "c0040 Type of ICT services",
    "c0050 Substitutability of the ICT third-party service provider",
    "c0060 Reason if not substitutable or difficult to substitute",
    "c0070 Date of the last audit",
    "c0080 Existence of an exit plan",
    "c0090 Possibility of reintegration of the contracted ICT service",
    "c0100 Impact of discontinuing the ICT services",
    "c0110 Alternative ICT third-party service providers identified",
    "c0120 Identification of alternative ICT third-party service providers",
]
_NOT_ASSESSED = "Assessment not performed"
_LONGEST_REASON = 300
_IMPACTS = {"intolerable": "High", "major": "High", "moderate": "Medium", "minor": "Low"}


def chain(plan: Plan) -> bytes:
    """Return B_05.02: suppliers with their rank, 1 direct, 2 and more behind another supplier."""
    rows = [
        ["", "", supplier.id, "", str(rank), recipient, ""]
        for supplier, rank, recipient in _ranked(plan)
    ]
    return text_tables.to_csv([_CHAIN, *rows])


def _ranked(plan: Plan) -> Iterator[tuple[Service, int, str]]:
    """Yield supplier, rank and recipient: the shortest way from the organisation itself."""
    suppliers = {key for key, service in plan.services.items() if service.kind == "supplier"}
    served: dict[str, list[str]] = {}
    direct: dict[str, None] = {}
    for requirement in plan.requirements.values():
        for provider in requirement.providers:
            if provider not in suppliers:
                continue
            if requirement.dependant in suppliers:
                served.setdefault(requirement.dependant, []).append(provider)
            else:
                direct[provider] = None
    behind = {one for many in served.values() for one in many}
    direct.update(dict.fromkeys(key for key in plan.services if key in suppliers - behind))
    seen = set(direct)
    row, rank = [(key, "") for key in direct], 1
    while row:
        further: list[tuple[str, str]] = []
        for key, recipient in row:
            yield plan.services[key], rank, recipient
            for provider in served.get(key, ()):
                if provider not in seen:
                    seen.add(provider)
                    further.append((provider, key))
        row, rank = further, rank + 1


def functions(plan: Plan) -> bytes:
    """Return B_06.01: products and processes as functions; objectives in hours, rounded up."""
    rows = [
        [
            service.id,
            "",
            service.title,
            "",
            _critical(service),
            service.description[:_LONGEST_REASON],
            plan.info.approved_on,
            _hours(service.rto),
            _hours(service.rpo),
            _discontinuing(service),
        ]
        for service in plan.services.values()
        if service.kind in {"product", "process"}
    ]
    return text_tables.to_csv([_FUNCTIONS, *rows])


def _critical(service: Service) -> str:
    if service.tier is None:
        return _NOT_ASSESSED
    return "Yes" if service.tier == 1 else "No"


def _hours(duration: Duration | None) -> str:
    return "" if duration is None else str(-(-duration // HOUR))


def _discontinuing(service: Service) -> str:
    levels = [point.level for point in service.impacts]
    found = [level for level in _IMPACTS if level in levels]
    return _IMPACTS[found[0]] if found else _NOT_ASSESSED


def assessment(plan: Plan) -> bytes:
    """Return B_07.01: suppliers with the alternatives that requirements name."""
    rows: list[list[str]] = []
    for service in plan.services.values():
        if service.kind != "supplier":
            continue
        others = [
            plan.services[provider].title
            for requirement in plan.requirements.values()
            if requirement.is_redundant and service.id in requirement.providers
            for provider in requirement.providers
            if provider != service.id
        ]
        names = ", ".join(dict.fromkeys(others))
        known = ["Yes", names] if names else [_NOT_ASSESSED, ""]
        rows.append(["", service.id, "", "", "", "", "", "", "", _discontinuing(service), *known])
    return text_tables.to_csv([_ASSESSMENT, *rows])


def register(plan: Plan) -> bytes:
    """Return the three templates as CSV files in one ZIP file."""
    out = io.BytesIO()
    parts = {"b_05.02": chain, "b_06.01": functions, "b_07.01": assessment}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, write in parts.items():
            info = zipfile.ZipInfo(f"{name}.csv", (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, write(plan))
    return out.getvalue()
