"""Activities in the order of their urgency, with what they need and who needs them."""

from __future__ import annotations

from bcp_planner.documents.story import Band, Chip, Column, Row, Table, Words
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import KIND_WORDS, length, need_in_words, sentence
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Requirement


def prioritised(subject: Subject) -> Table:
    """Return the table of prioritised activities (ISO 22301 8.4.4, 8.2.2)."""
    columns = [
        Column("Rank", 32, align="right"),
        Column("Activity", weight=1.7),
        Column("Owner, stand-in", weight=1.1),
        Column("Least acceptable level", weight=1.3),
        Column("RTO", 50, align="right"),
        Column(subject.plan.info.outage_term, 50, align="right"),
        Column("RPO", 50, align="right"),
        Column("Achieved", 62, align="right"),
        Column("Against its RTO", 94),
        Column("Tested", 58),
        Column("Peak times", weight=1),
        Column("Workaround", 62),
    ]
    rows = [_activity(subject, rank, key) for rank, key in enumerate(subject.activities, 1)]
    return Table(columns, rows, empty="The plan has no product, no process and no target.")


def _activity(subject: Subject, rank: int, key: str) -> Row:
    service, found = subject.service(key), subject.objectives[key]
    evidence = subject.evidence.get(key)
    return Row(
        [
            str(rank),
            Words(service.title, key if service.name else "", bold=True),
            _owner(subject, key),
            service.minimum_level or "–",
            length(service.rto),
            length(service.mtpd),
            length(service.rpo),
            length(found.achieved, unknown="never", lower_bound=found.lower_bound),
            verdict(found.achieved, service.rto, lower_bound=found.lower_bound),
            evidence.date if evidence and evidence.kind in ("test", "event") else "never",
            service.peak_times or "–",
            _workaround(subject, key),
        ],
        anchor=f"activity-{key}",
    )


def _owner(subject: Subject, key: str) -> Words:
    """Return the owner, and who stands in for the contact of the activity."""
    service = subject.service(key)
    contact = subject.contact(service.contact)
    deputy = subject.person(contact.alternate) if contact else ""
    return Words(service.owner or "nobody", f"or {deputy}" if deputy else "")


def _workaround(subject: Subject, key: str) -> Words:
    """Return whether the activity has a workaround, and how long it carries on at least."""
    needs = [one for one in subject.needs[key] if one.strength == "hard"]
    lasts = min((one.tolerance for one in needs), default=0)
    if not subject.service(key).continuity_steps:
        return Words("none", f"carries on {length(lasts)}" if lasts else "")
    return Words("written", f"for {length(lasts)} or more" if lasts else "")


def verdict(
    achieved: Duration | None, target: Duration | None, *, lower_bound: bool = False
) -> Chip | str:
    """Return whether a time keeps a target, and by how much."""
    if target is None:
        return "no target"
    if achieved is None:
        return Chip("L", "never back", "bad")
    if achieved > target:
        return Chip("L", f"late {length(achieved - target)}", "bad")
    if lower_bound:
        return Chip("?", f"at most {length(target - achieved)} spare", "warning")
    return Chip("M", f"{length(target - achieved)} spare", "good")


def upstream(subject: Subject) -> Table:
    """Return what every activity needs, and whether that comes back early enough."""
    columns = [
        Column("Needs", weight=1.8),
        Column("Kind", weight=0.8),
        Column("Strength", 52),
        Column("Carries on for", 58, align="right"),
        Column("Their RTO", 54, align="right"),
        Column("Enough?", 84),
        Column("Workaround, note", weight=1.4),
        Column("Whom to call", weight=1.1),
    ]
    rows: list[Row | Band] = []
    for key in subject.activities:
        needs = subject.needs[key]
        if not needs:
            continue
        service = subject.service(key)
        rows.append(Band(service.title, f"RTO {length(service.rto, unknown='not set')}"))
        rows += [_need(subject, requirement) for requirement in needs]
    return Table(columns, rows, empty="No activity needs anything.")


def _need(subject: Subject, requirement: Requirement) -> Row:
    providers = [subject.service(key) for key in requirement.providers]
    kinds = dict.fromkeys(KIND_WORDS.get(one.kind, one.kind) for one in providers)
    targets = sorted(one.rto for one in providers if one.rto is not None)
    theirs = targets[requirement.needed - 1] if len(targets) >= requirement.needed > 0 else None
    own = subject.service(requirement.dependant).rto
    return Row(
        [
            Words(sentence(*need_in_words(subject.plan, requirement))),
            ", ".join(kinds),
            "must have" if requirement.strength == "hard" else "makes better",
            length(requirement.tolerance) if requirement.tolerance else "–",
            length(theirs),
            _enough(own, theirs, requirement),
            requirement.note or "–",
            _whom_to_call(subject, requirement),
        ]
    )


def _whom_to_call(subject: Subject, requirement: Requirement) -> Words:
    """Return the first contact of what is needed, else its owner."""
    providers = [subject.service(key) for key in requirement.providers]
    for provider in providers:
        contact = subject.contact(provider.contact)
        if contact is not None:
            return Words(contact.title, subject.edition.phones(contact))
    owner = next((one.owner for one in providers if one.owner), "")
    return Words(owner or "nobody named")


def _enough(own: Duration | None, theirs: Duration | None, need: Requirement) -> Chip | str:
    """Return whether the target of a provider serves the one that needs it."""
    if need.strength != "hard" or own is None:
        return "–"
    if theirs is None:
        return Chip("?", "no target", "warning")
    late = theirs - own - need.tolerance
    if late > 0:
        return Chip("L", f"{length(late)} too late", "bad")
    return Chip("M", "yes", "good")


def downstream(subject: Subject) -> Table:
    """Return who depends on the activities, and when they feel it."""
    columns = [
        Column("Who depends", weight=1.6),
        Column("Strength", 62),
        Column("Felt after", 58, align="right"),
        Column("Their RTO", 54, align="right"),
        Column("Whom to warn", weight=1.2),
    ]
    rows: list[Row | Band] = []
    for key in subject.activities:
        users = subject.needed_by[key]
        if users:
            rows.append(Band(subject.service(key).title))
        for requirement in users:
            user = subject.service(requirement.dependant)
            rows.append(
                Row(
                    [
                        Words(user.title, bold=True),
                        "must have" if requirement.strength == "hard" else "makes better",
                        length(requirement.tolerance) if requirement.tolerance else "at once",
                        length(user.rto),
                        user.owner or "nobody named",
                    ]
                )
            )
    return Table(columns, rows, empty="Nothing in the plan depends on these activities.")
