"""The plan as one HTML page that works from a USB stick: search, drawing, blast radii.

Everything is in the one file and nothing is fetched: a content security policy forbids it. All
text of the plan is escaped; the script only hides and colours what is already there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from bcp_planner.domain.durations import format_human
from bcp_planner.domain.entities import Scenario, Service
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.exports import labels
from bcp_planner.interchange.site_parts import SCRIPT, STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_CELL = (200.0, 96.0)
_CARD = (172, 44)
_MOST_DRAWN = 3_000
_MOST_IN_NAME = 29


def write(plan: Plan) -> bytes:
    """Return the page."""
    numbers = {key: number for number, key in enumerate(plan.services)}
    title = escape(plan.info.name or "Continuity plan")
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{STYLE}</style></head><body>",
        f"<header><h1>{title}</h1>{_about(plan)}",
        '<label>Search <input id="search" type="search" placeholder="Name, owner, team"></label>',
        _scenario_choice(plan),
        "</header><main>",
        *_drawing(plan, numbers),
        *_services(plan, numbers),
        *_scenarios(plan, numbers),
        *_people(plan),
        f"</main><script>{SCRIPT}</script></body></html>",
    ]
    return "\n".join(parts).encode("utf-8", errors="replace")


def _about(plan: Plan) -> str:
    told = (plan.info.organisation, plan.info.version, plan.info.classification, plan.info.owner)
    return f"<p>{escape(' · '.join(text for text in told if text))}</p>"


def _scenario_choice(plan: Plan) -> str:
    options = "".join(
        f'<option value="{number}">{escape(scenario.title)}</option>'
        for number, scenario in enumerate(plan.scenarios.values())
    )
    return (
        '<label>Scenario <select id="scenario"><option value="">none</option>'
        f'{options}</select></label><p id="key" hidden><span class="down">down</span> '
        '<span class="degraded">degraded</span> <span class="risk">redundancy lost</span></p>'
    )


def _drawing(plan: Plan, numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield the drawing; each card is a link to its service."""
    if len(plan.services) > _MOST_DRAWN:
        yield f"<p>More than {_MOST_DRAWN:,} services: see the list.</p>"
        return
    places = _places(plan)
    if not places:
        return
    left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
    right, bottom = (max(place[axis] for place in places.values()) for axis in (0, 1))
    box = f"{left - 100:.0f} {top - 50:.0f} {right - left + 200:.0f} {bottom - top + 100:.0f}"
    yield f'<div id="map"><svg role="img" aria-label="Dependencies" viewBox="{box}">'
    for requirement in plan.requirements.values():
        soft = ' class="soft"' if requirement.strength == "soft" else ""
        x1, y1 = places[requirement.dependant]
        for provider in requirement.providers:
            x2, y2 = places[provider]
            yield f'<path{soft} d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}"/>'
    width, height = _CARD
    for key, (x, y) in places.items():
        service = plan.services[key]
        name = service.title[:_MOST_IN_NAME] + ("…" if len(service.title) > _MOST_IN_NAME else "")
        yield (
            f'<a href="#s{numbers[key]}" data-s="{numbers[key]}"><title>{escape(service.title)}'
            f'</title><rect x="{x - width / 2:.0f}" y="{y - height / 2:.0f}" width="{width}" '
            f'height="{height}" rx="6"/><text x="{x:.0f}" y="{y + 4:.0f}">{escape(name)}</text></a>'
        )
    yield "</svg></div>"


def _places(plan: Plan) -> Mapping[str, tuple[float, float]]:
    own = {key: s.position for key, s in plan.services.items() if s.position is not None}
    if len(own) == len(plan.services):
        return own
    from bcp_planner.analysis.layout import layout

    edges = [(r.dependant, p) for r in plan.requirements.values() for p in r.providers]
    return layout(list(plan.services), edges, previous=own, cell=_CELL, deadline=2.0)


def _link(plan: Plan, key: str, numbers: Mapping[str, int]) -> str:
    return f'<a href="#s{numbers[key]}">{escape(plan.services[key].title)}</a>'


def _services(plan: Plan, numbers: Mapping[str, int]) -> Iterator[str]:
    needs: dict[str, list[str]] = {}
    needed_by: dict[str, list[str]] = {}
    for requirement in plan.requirements.values():
        providers = ", ".join(_link(plan, p, numbers) for p in requirement.providers)
        facts = [
            f"{requirement.needed} of {len(requirement.providers)}" * requirement.is_redundant,
            "soft" * (requirement.strength == "soft"),
            f"carries on {format_human(requirement.tolerance)}" * bool(requirement.tolerance),
            escape(requirement.note),
        ]
        told = "; ".join(fact for fact in facts if fact)
        line = f"<li>{providers}{f' ({told})' if told else ''}</li>"
        needs.setdefault(requirement.dependant, []).append(line)
        for provider in requirement.providers:
            link = f"<li>{_link(plan, requirement.dependant, numbers)}</li>"
            needed_by.setdefault(provider, []).append(link)
    yield f"<h2>Services ({len(plan.services)})</h2>"
    for key, service in plan.services.items():
        yield from _service(service, numbers[key], needs.get(key, []), needed_by.get(key, []))


def _service(
    service: Service, number: int, needs: list[str], needed_by: list[str]
) -> Iterator[str]:
    yield f'<article id="s{number}" data-s="{number}"><h3>{escape(service.title)}</h3><dl>'
    for label, text in labels(service):
        yield f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>"
    yield "</dl>"
    if service.steps:
        steps = "".join(f"<li>{escape(step.text)}</li>" for step in service.steps)
        yield f"<h4>Recovery steps</h4><ol>{steps}</ol>"
    for title, lines in (("Needs", needs), ("Needed by", needed_by)):
        if lines:
            yield f"<h4>{title}</h4><ul>{''.join(dict.fromkeys(lines))}</ul>"
    yield "</article>"


def _scenarios(plan: Plan, numbers: Mapping[str, int]) -> Iterator[str]:
    yield f"<h2>Scenarios ({len(plan.scenarios)})</h2>"
    for number, scenario in enumerate(plan.scenarios.values()):
        yield from _scenario(plan, scenario, number, numbers)


def _scenario(
    plan: Plan, scenario: Scenario, number: int, numbers: Mapping[str, int]
) -> Iterator[str]:
    """Yield one blast radius; the numbers of services by state colour the drawing."""
    from bcp_planner.analysis.impact import impact
    from bcp_planner.analysis.results import State

    found = impact(plan, scenario)
    states: dict[State, list[str]] = {}
    for key, one in found.services.items():
        states.setdefault(one.state, []).append(key)
    named = {"down": State.DOWN, "degraded": State.DEGRADED, "risk": State.AT_RISK}
    data = "".join(
        f' data-{word}="{" ".join(str(numbers[key]) for key in states.get(state, ()))}"'
        for word, state in named.items()
    )
    yield f'<article id="x{number}" class="scenario"{data}><h3>{escape(scenario.title)}</h3>'
    if scenario.description:
        yield f"<p>{escape(scenario.description)}</p>"
    count = len(states.get(State.DOWN, ()))
    yield f"<p>{count} {'service is' if count == 1 else 'services are'} down.</p>"
    yield "<table><tr><th>Service<th>Down after"
    down = sorted(states.get(State.DOWN, ()), key=lambda key: found.services[key].down_at or 0)
    for key in down:
        after = format_human(found.services[key].down_at or 0)
        yield f"<tr><td>{_link(plan, key, numbers)}<td>{escape(after)}"
    yield "</table></article>"


def _people(plan: Plan) -> Iterator[str]:
    rows = [
        (one.title, one.function, one.organisation, one.phone, one.email)
        for one in plan.contacts.values()
        if not one.private
    ]
    if not rows:
        return
    yield f"<h2>Contacts ({len(rows)})</h2><table><tr>"
    yield "".join(f"<th>{word}" for word in ("Name", "Function", "Organisation", "Phone", "E-mail"))
    for row in rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}" for cell in row)
    yield "</table>"
