"""What the headings of a table mean: guesses that the user sees and may change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bcp_planner.domain.entities import Service
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.interchange import values

LEAVE_OUT = "leave out"
IN_DESCRIPTION = "keep in description"

_SYNONYMS: Mapping[str, str] = {
    "id": (
        "id|internal_id|service id|app id|asset id|ci id|sys id|sys_id|key|nr|no|number|nummer|ref|"
        "ref id|internal id|reference|inventory number|inventarnummer|application id|"
        "kennung|unit id"
    ),
    "name": (
        "name|service|service name|application|application name|app|app name|asset|asset name|"
        "ci|ci name|system|system name|display name|title|anwendung|anwendungsname|bezeichnung|"
        "dienst|process|process name|prozess|business process|component|business service|"
        "resource|activity|geschäftsprozess|systemname|service/application|it system|it-system"
    ),
    "kind": (
        "kind|type|class|category|ci type|ci class|sys_class_name|asset type|asset class|art|typ|"
        "kategorie|classification type|element type|layer"
    ),
    "owner": (
        "owner|owners|owned by|owned_by|business owner|service owner|application owner|responsible|"
        "verantwortlich|verantwortlicher|eigentümer|managed by|managed_by|support group|"
        "support_group|assignment group|contact|ansprechpartner|team|product owner|it owner"
    ),
    "description": (
        "description|short description|short_description|details|note|notes|comment|comments|"
        "remarks|remark|beschreibung|bemerkung|bemerkungen|kommentar|purpose|function|zweck"
    ),
    "tags": "tags|tag|labels|label|keywords|stichworte|filtering_labels|domain|folder",
    "tier": (
        "tier|crit|krit|criticality|criticality tier|criticality level|priority|"
        "business criticality|"
        "busines_criticality|business_criticality|kritikalität|importance|prio|priorität|"
        "recovery priority|service tier|impact tier"
    ),
    "rto": (
        "rto|recovery time objective|recovery time|target recovery time|wiederanlaufzeit|"
        "rto target|required rto|wiederherstellungszeit|waz|restore time objective"
    ),
    "mtpd": (
        "mtpd|mtd|mao|mtpod|maximum tolerable downtime|maximum tolerable period of disruption|"
        "max tolerable downtime|maximum acceptable outage|max downtime|mta|"
        "maximal tolerierbare ausfallzeit|maximum allowable outage|impact tolerance"
    ),
    "wrt": "wrt|work recovery time|catch-up time",
    "rpo": (
        "rpo|recovery point objective|data loss|max data loss|maximum data loss|"
        "tolerable data loss|datenverlust|maximaler datenverlust|rpo target"
    ),
    "recovery": (
        "recovery duration|rta|recovery effort|time to recover|working time|restore duration|"
        "estimated recovery time|recovery time actual|recovery work|wiederherstellungsdauer"
    ),
    "restart": "restart time|restart|restart duration|startzeit|time to restart",
    "recovery_point": "recovery point|replication lag|rpa|recovery point actual",
    "backup_point": "backup point|backup interval|backup age|backup frequency",
    "consistency_group": "consistency group|consistency_group|konsistenzgruppe",
    "needs": "people needed|recovery team|recovery teams|recovery staff",
    "depends_on": (
        "depends on|dependencies|dependency|depends_on|dependson|requires|needs|uses|"
        "upstream|upstream dependencies|relies on|prerequisites|providers|abhängig von|"
        "abhängigkeiten|abhängigkeit|benötigt|voraussetzungen|required services|supported by|"
        "interfaces to|depends upon|consumes|supporting assets|support assets|support_assets|"
        "supporting systems|hosted on|runs on|it dependencies|dependent on"
    ),
    "needed_by": (
        "needed by|required by|used by|dependants|dependents|downstream|supports|parent assets|"
        "parent_assets|consumers|benötigt von|genutzt von|serves"
    ),
    "dependant": (
        "from|source|dependant|dependent|parent|consumer|depending|caller|quelle|upper|unit|"
        "parent name|parent sys id|source name|dependent service|from id"
    ),
    "provider": (
        "to|target|provider|child|depends_on_id|supplier service|callee|ziel|lower|other|"
        "child name|child sys id|target name|dependency name|to id"
    ),
    "relation": "relation|relationship|relation type|relationship type|link type|beziehung|"
    "type name",
    "strength": "strength|hard/soft|hard or soft|dependency type|criticality of dependency",
    "group": "redundancy group|redundancy_group|group|alternative group|redundanzgruppe",
    "needed": "needed of group|needed_of_group|needed|k|min needed|required of group|number needed",
    "objectives": "disaster_recovery_objectives|recovery objectives|objectives",
    "tolerance": "tolerance|buffer|bridging time|autonomy|überbrückungszeit|tolerated outage",
    "recovery_relation": "recovery relation|recovery order|start relation",
}
_FIELD_OF: Mapping[str, str] = {
    word: field for field, words in _SYNONYMS.items() for word in words.split("|")
}
OWN_FIELDS: Mapping[str, FieldOf] = {
    name: field
    for name, field in fields_of(Service).items()
    if name not in _SYNONYMS
    and field.about.kind in {Kind.TEXT, Kind.LONG_TEXT, Kind.LINES, Kind.DURATION}
}
"""Further fields of services, known by the name that the program gives them."""
_OTHERWISE: Mapping[str, str] = {
    "site": "site|location|standort|ort|gebäude|building|data centre|data center|rechenzentrum",
    "unit": (
        "department|dept|business unit|division|org unit|organisational unit|abteilung|bereich|"
        "fachbereich|organisationseinheit|geschäftsbereich|cost center|kostenstelle"
    ),
    "workaround": "workarounds|manual workaround|ersatzverfahren|notbetrieb|ausweichverfahren",
    "minimum_level": "mbco|minimum service level|minimum business continuity objective",
    "peak_times": "peak time|peak period|peak periods|critical periods|spitzenzeiten",
    "contract": "sla|contract number|vertrag|vertragsnummer",
}
"""What others call the further fields."""
_OWN_LABELS = {
    **{word: name for name, words in _OTHERWISE.items() for word in words.split("|")},
    **{field.about.label.casefold(): name for name, field in OWN_FIELDS.items()},
}
FIELDS = (*_SYNONYMS, *OWN_FIELDS, IN_DESCRIPTION, LEAVE_OUT)
"""What a column can become."""
_SECOND: Mapping[str, str] = {"recovery time": "recovery"}
"""What a heading means where another one has taken its usual field."""
DURATION_FIELDS = frozenset(
    (
        "rto",
        "mtpd",
        "wrt",
        "rpo",
        "recovery",
        "restart",
        "recovery_point",
        "backup_point",
        "tolerance",
    )
)
_KEPT_TWICE = frozenset({"owner", "kind", "tier", "site", "unit"})
"""Fields of which a second column says something else about the service: the owner in IT ..."""
_TEAMS = frozenset(
    ("team", "teams", "responsible team", "support team", "zuständiges team", "it team", "it-team")
)
"""Headings of an owner, or of who works on it where the cells name teams that the plan has."""
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_ALTERNATIVE = re.compile(r"\s*[/|&]\s*|\s(?:and|or|und|oder)\s|\s[-–]\s")
"""Between two names of one column, such as "Depends on / interfaces"."""
_UNIT_TAIL = re.compile(
    r"\b(?:in\s+)?(?:h|hrs?|hours?|std|stunden|d|days?|tagen?|min(?:utes?|uten)?|weeks?|wochen|s|sec)\.?$"
)


def field_of(heading: str) -> str | None:
    """Return the field that a heading usually means, or None."""
    plain = values.one_line(_BRACKETS.sub(" ", heading)).casefold().strip(" .:*#?")
    first = _ALTERNATIVE.split(plain)[0]
    # ServiceNow begins the names of added columns with u_, and joins tables with a dot.
    spaced = plain.removeprefix("u_").replace("_", " ").replace(".", " ")
    for word in (plain, spaced, _UNIT_TAIL.sub("", plain).strip(" .:-,"), first):
        if word in _FIELD_OF:
            return _FIELD_OF[word]
        if word in _OWN_LABELS:
            return _OWN_LABELS[word]
    return None


def is_team(heading: str) -> bool:
    """Whether a heading may mean teams of the plan as well as an owner."""
    return values.one_line(_BRACKETS.sub(" ", heading)).casefold().strip(" .:*#?") in _TEAMS


def header_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Return the index of the row that holds the headings: the one with most known ones."""
    best, index = 0.0, None
    for number, row in enumerate(rows[:40]):
        texts = [values.one_line(cell) for cell in row if isinstance(cell, str)]
        known = {field for text in texts if (field := field_of(text))}
        score = len(known) + (0.5 if known & {"name", "id", "dependant"} else 0.0)
        if score > best and len(texts) * 2 >= sum(1 for cell in row if cell not in ("", None)):
            best, index = score, number
    return index


def guesses(
    headings: Sequence[str], chosen: Mapping[str, str], tails: Sequence[str] = ()
) -> list[str]:
    """Return what each column becomes: the user's choice, else a guess, each field once.

    A table with the columns of a relation (from and to) is one of relations.

    Args:
        headings: The heading of each column.
        chosen: What the user wants headings to mean.
        tails: The lowest words of each heading, when they stand on several rows; they decide
            where the whole heading is not known.
    """
    wanted = _wanted(headings, chosen, tails or headings)
    if "provider" in wanted and "depends_on" in wanted and "dependant" not in wanted:
        wanted = ["" if field == "provider" else field for field in wanted]
    if "dependant" in wanted and "depends_on" in wanted and "provider" not in wanted:
        wanted = ["provider" if field == "depends_on" else field for field in wanted]
    if not {"dependant", "provider"} <= set(wanted):
        alone = {"dependant", "provider", "relation", "group", "needed", "strength", "tolerance"}
        wanted = [
            "" if field in alone and chosen.get(heading) != field else field
            for field, heading in zip(wanted, headings, strict=True)
        ]
    elif "kind" in wanted and "relation" not in wanted:
        wanted = ["relation" if field == "kind" else field for field in wanted]
    if "name" not in wanted and {"dependant", "provider"}.isdisjoint(wanted):
        for better in ("title", "description"):
            if better in wanted and "id" not in wanted:
                wanted[wanted.index(better)] = "name"
                break
    return _each_once(wanted, headings)


def _wanted(headings: Sequence[str], chosen: Mapping[str, str], tails: Sequence[str]) -> list[str]:
    """Return the field that each heading means by itself, or ''."""
    wishes = {heading: field for heading, field in chosen.items() if field in FIELDS}
    wanted = [wishes.get(heading) or field_of(heading) or "" for heading in headings]
    sure = set(wanted)
    for number, tail in enumerate(tails):
        field = field_of(tail) if not wanted[number] else None
        if field and (field not in sure or field in _KEPT_TWICE):
            wanted[number] = field
    return wanted


def _each_once(wanted: Sequence[str], headings: Sequence[str]) -> list[str]:
    """Return the wanted fields with those that another column has taken left out."""
    seen: set[str] = set()
    final: list[str] = []
    for first, heading in zip(wanted, headings, strict=True):
        second = _SECOND.get(heading.strip().casefold(), "")
        field = second if second and first in wanted and wanted.count(first) > 1 else first
        many = field in {
            "depends_on",
            "needed_by",
            IN_DESCRIPTION,
            LEAVE_OUT,
            "tags",
            "description",
        }
        taken = field in seen and not many
        seen.add(field)
        if taken and field in _KEPT_TWICE:
            field = IN_DESCRIPTION
        elif taken or not heading:
            field = ""
        final.append(field or LEAVE_OUT)
    return final
