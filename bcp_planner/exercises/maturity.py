"""How mature the continuity work is: levels from 0 to 5, assessed by those who do it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bcp_planner.domain.edits import free_id
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.exercising import Answer, Assessment
from bcp_planner.domain.plan import Plan

LEVELS = ("unaware", "aware", "begun", "defined", "measured", "optimised")
"""What 0 to 5 mean."""
HIGHEST = len(LEVELS) - 1


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that is assessed.

    Attributes:
        name: What it is called, also in the file.
        question: What is asked; a good answer says how it is known.
        top: What it looks like at the highest level.
    """

    name: str
    question: str
    top: str


TOPICS = (
    Topic(
        "Leadership",
        "Does top management own continuity, with a policy, money and time?",
        "It sets targets, takes part in exercises, and follows open actions up.",
    ),
    Topic(
        "Roles and deputies",
        "Does everybody know what they do when it happens, and who stands in for them?",
        "Every role and deputy has practised it within a year.",
    ),
    Topic(
        "Impact analysis",
        "Is it known what an outage costs, for how long it can be borne, and why?",
        "Owners review it at least yearly and after every change; targets follow from it.",
    ),
    Topic(
        "Dependencies and suppliers",
        "Is it known what each critical service needs, suppliers included?",
        "Dependencies are checked against what exercises and incidents have shown.",
    ),
    Topic(
        "Ways to carry on",
        "Is there a way to carry on for each critical service, and is it paid for?",
        "Options were compared by cost and effect; workarounds were tried by those who use them.",
    ),
    Topic(
        "Plans and runbooks",
        "Could somebody who has not written the plan follow it at 3 a.m.?",
        "It was followed as written in a test, and is printed where it is needed.",
    ),
    Topic(
        "Data and restoring",
        "Are backups restored for trial, isolated copies included, and the loss measured?",
        "Restores are measured on a schedule; data is reconciled with what depends on it.",
    ),
    Topic(
        "Incident response",
        "Is there one way to detect, declare and lead an incident, at any hour?",
        "Times to detect and to declare are measured, and get shorter.",
    ),
    Topic(
        "Communication",
        "Does every audience hear in time, in agreed words, from the right person?",
        "Contacts are verified, messages approved beforehand, the rhythm kept in tests.",
    ),
    Topic(
        "Awareness and training",
        "Do people know their part before they need it?",
        "Training follows the gaps that exercises show.",
    ),
    Topic(
        "Exercises",
        "Is everything critical exercised, and deeper each time?",
        "A programme covers all of it, up to failover tests and experiments in operation.",
    ),
    Topic(
        "Learning",
        "Does each exercise and incident change the plan?",
        "Actions are verified by re-test, and estimates come from measured times.",
    ),
)


def begin(plan: Plan, day: datetime.date) -> Plan:
    """Return the plan with an assessment of a day; levels of the last one stand as a proposal."""
    last = newest(plan)
    known = {one.topic: one for one in last.answers} if last else {}
    answers = tuple(known.get(one.name, Answer(topic=one.name)) for one in TOPICS)
    made = Assessment(
        id=free_id(plan.assessments, f"assessment-{day.isoformat()}"),
        date=day.isoformat(),
        by=last.by if last else "",
        answers=answers,
    )
    return plan.put("assessments", made)


def answered(plan: Plan, assessment_id: str, topic: str, **values: object) -> Plan:
    """Return the plan with level or note of one topic set.

    Raises:
        EditRefused: if the plan has no such assessment.
    """
    found = plan.assessments.get(assessment_id)
    if found is None:
        raise EditRefused("The assessment is gone; begin another one")
    answers = {one.topic: one for one in found.answers}
    answers[topic] = replace(answers.get(topic, Answer(topic=topic)), **values)
    return plan.put("assessments", replace(found, answers=tuple(answers.values())))


def signed(plan: Plan, assessment_id: str, by: str) -> Plan:
    """Return the plan with who took part in an assessment.

    Raises:
        EditRefused: if the plan has no such assessment.
    """
    found = plan.assessments.get(assessment_id)
    if found is None:
        raise EditRefused("The assessment is gone; begin another one")
    return plan.put("assessments", replace(found, by=by))


def newest(plan: Plan) -> Assessment | None:
    """Return the assessment of the latest day; None while there is none."""
    return max(plan.assessments.values(), key=lambda one: one.date, default=None)


def levels(assessment: Assessment) -> Mapping[str, int]:
    """Return topic -> level, of those that were answered."""
    return {one.topic: one.level for one in assessment.answers if one.level is not None}


def mean_level(assessment: Assessment) -> float | None:
    """Return the mean of the levels answered, 0 to 5; None while nothing was answered.

    The lowest level says more than the mean: show both.
    """
    found = levels(assessment)
    return sum(found.values()) / len(found) if found else None
