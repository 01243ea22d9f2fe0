"""One card a service: what it is, its targets, what it needs, how it starts and goes back."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.analysis.explain import explain
from bcp_planner.analysis.explain_recovery import reason_text
from bcp_planner.documents.case import Case
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.story import Block, Facts, Heading, Space, Together
from bcp_planner.documents.wording import about, clock, length, name, names, sentence
from bcp_planner.domain.entities import Service


def service_cards(case: Case, edition: Edition) -> Iterator[Block]:
    """Yield the cards of all services that are brought back, in the order of the waves."""
    if not case.recovered:
        return
    yield Heading("Service cards", anchor="cards", note="In the order of the waves.", flows=True)
    for key in case.recovered:
        yield Together([_title(case, key), Facts(_facts(case, edition, key)), Space(2)])


def _title(case: Case, key: str) -> Heading:
    service = case.service(key)
    return Heading(service.title, 3, numbered=False, listed=False, note=about(service))


def _facts(case: Case, edition: Edition, key: str) -> list[tuple[str, Text]]:
    service, found = case.service(key), case.found(key)
    back = clock(found.up_at, lower_bound=found.time_lower_bound)
    people = sentence(
        ", ".join(
            f"{number} of {case.plan.teams[team].title}" for team, number in service.needs.items()
        )
    )
    contact = case.plan.contacts.get(service.contact or "")
    term = case.plan.info.outage_term
    facts: list[tuple[str, Text]] = [
        ("Planned", f"{clock(found.start)} to {back}, after {case.last_task[key]}"),
        ("Targets", _targets(service, term)),
        ("Owner", service.owner),
        ("People", people if service.needs else ""),
        ("Why then", _why(case, key)),
        ("Starts after", names(case.plan, found.waits_for[:8]) or "nothing"),
        ("Data", _data(case, key)),
        ("Needs", _needs(case, key)),
        ("Purpose", service.description),
        ("Must be there", service.preconditions),
        ("Emergency access", service.break_glass),
        (
            "Contact",
            sentence(name(contact.title), f", {edition.phone(contact)}") if contact else "",
        ),
        ("Contract", service.contract),
        ("Return to normal", service.fail_back),
        ("Place", service.site),
        ("Learnt", _lessons(case, key)),
    ]
    return [(label, words) for label, words in facts if words]


def _why(case: Case, key: str) -> Text:
    """Return why it starts when it does, and how it does against its RTO."""
    reason = reason_text(case.plan, case.found(key))
    verdict = explain(case.plan, case.recovery, key, "slack").sentence
    return " ".join([f"Starts {reason}." if reason else "", verdict]).strip()


def _targets(service: Service, term: str) -> str:
    aims = (("RTO", service.rto), (term, service.mtpd))
    given = [f"{word} {length(value)}" for word, value in aims if value is not None]
    return ", ".join(given) or "none"


def _data(case: Case, key: str) -> str:
    """Return to which point the data comes back; nothing for what holds none."""
    service, found = case.service(key), case.found(key)
    if not found.data_loss and service.rpo is None:
        return ""
    target = f", RPO {length(service.rpo)}" if service.rpo is not None else ""
    if not found.data_loss:
        unknown = "how much is lost is not known" if found.data_loss_lower_bound else "nothing lost"
        return f"{unknown}{target}"
    lost = length(found.data_loss, lower_bound=found.data_loss_lower_bound)
    return f"back to {lost} before the loss{target}"


def _lessons(case: Case, key: str) -> Text:
    """Return what exercises and incidents have taught about a service."""
    texts = [lesson.text for lesson in case.plan.lessons.values() if key in lesson.services]
    return "\n".join(texts)


def _needs(case: Case, key: str) -> Text:
    parts: list[str | Span] = []
    for requirement in case.requirements[key][:10]:
        spare = f"{requirement.needed} of " if requirement.is_redundant else ""
        parts += ["; " if parts else "", spare, *names(case.plan, requirement.providers)]
    more = len(case.requirements[key]) - 10
    return sentence(*parts, f" and {more} more" if more > 0 else "") if parts else "nothing"
