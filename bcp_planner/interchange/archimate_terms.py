"""What the element and relation types of ArchiMate 3 usually mean for continuity.

Serving, realization, assignment, triggering and flow run from what is used to what uses it, so
their target needs their source. A whole needs its parts; who accesses data needs the data.
Association, specialization and influence do not say that one needs the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from bcp_planner.interchange.draft import LEAVE_OUT, NEEDED_BY, NEEDS, SOFTLY_BY

MEANING_OF: Mapping[str, str] = {
    "Composition": NEEDS,
    "Aggregation": NEEDS,
    "Assignment": NEEDED_BY,
    "Realization": NEEDED_BY,
    "Realisation": NEEDED_BY,
    "Serving": NEEDED_BY,
    "UsedBy": NEEDED_BY,
    "Access": NEEDS,
    "Triggering": NEEDED_BY,
    "Flow": SOFTLY_BY,
    "Influence": LEAVE_OUT,
    "Association": LEAVE_OUT,
    "Specialization": LEAVE_OUT,
    "Specialisation": LEAVE_OUT,
}

_TYPES: Mapping[str, str] = {
    "product": "Product BusinessService Value Contract",
    "process": (
        "BusinessProcess BusinessFunction BusinessInteraction BusinessEvent Capability "
        "ValueStream CourseOfAction WorkPackage ImplementationEvent"
    ),
    "people": "BusinessActor BusinessRole BusinessCollaboration Stakeholder",
    "data": "BusinessObject DataObject Representation Artifact Meaning Deliverable",
    "network": "CommunicationNetwork Path TechnologyInterface DistributionNetwork",
    "infrastructure": (
        "Node Device SystemSoftware TechnologyCollaboration TechnologyFunction TechnologyProcess "
        "TechnologyInteraction TechnologyEvent TechnologyService InfrastructureService "
        "InfrastructureFunction InfrastructureInterface Resource"
    ),
    "equipment": "Equipment Material",
    "facility": "Facility Location",
}
KIND_OF: Mapping[str, str] = {word: kind for kind, many in _TYPES.items() for word in many.split()}
