"""What kind of service a word of another program means."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "data": (
        "postgres mysql mariadb mongo mongodb redis valkey memcached mssql oracle cassandra "
        "elasticsearch opensearch etcd influxdb minio database db sql rds dynamodb s3 bucket "
        "storage volume dataobject data datastore schema disk backup elasticache blockstorage "
        "cosmosdb bigquery warehouse artifact cache table dossier datei datenbank daten mnesia"
    ),
    "network": (
        "network nginx haproxy traefik envoy proxy gateway firewall router switch dns vpc subnet "
        "lb alb elb loadbalancer load_balancer vpn netgear netzwerk security_group wifi lan wan "
        "communicationnetwork path ingress cdn cloudfront secgroup port route eip peering ip_switch"
    ),
    "infrastructure": (
        "server servers host vm virtual virtual_machine instance cluster node device hardware "
        "systemsoftware technologyservice technologyfunction os kubernetes platform container "
        "resource infrastructure linux windows unix win esx hypervisor infrastruktur deviceapi"
    ),
    "facility": (
        "facility building site datacenter data_center datacentre data_centre rechenzentrum "
        "room location premises office standort "
        "gebäude rack zone campus raum plant"
    ),
    "people": (
        "people person team role staff actor businessactor businessrole businesscollaboration "
        "department group user stakeholder abteilung mitarbeiter personal"
    ),
    "equipment": (
        "equipment machine material printer scanner ups generator facilityequipment gerät anlage"
    ),
    "supplier": (
        "supplier vendor provider external saas third_party thirdparty lieferant dienstleister "
        "external_entity partner cloud_service outsourcing"
    ),
    "process": (
        "process businessprocess businessfunction businessinteraction businessevent activity "
        "function prozess geschäftsprozess procedure workflow capability valuestream"
    ),
    "product": (
        "product business_service businessservice service_offering value domain goal produkt "
        "business_offering outcome"
    ),
    "application": (
        "application app appl software webapp api component service system website web job "
        "anwendung applikation program microservice library function_app deployment statefulset "
        "daemonset cronjob replicaset pod"
    ),
}
_KIND_OF: Mapping[str, str] = {
    word: kind for kind, words in _WORDS.items() for word in words.split()
}
_CODES: Mapping[str, str] = {"pr": "process", "sp": "application"}
"""Primary and supporting assets, as risk registers call them."""
_SPLIT = re.compile(r"[^\w]+|_|(?<=[a-z])(?=[A-Z])")


def kind_of(word: str, otherwise: str = "application") -> str:
    """Return the kind that a word such as ``cmdb_ci_db_mssql_instance`` or ``Server`` means."""
    whole = word.strip().casefold().replace(" ", "_").replace("-", "_")
    if whole in _CODES:
        return _CODES[whole]
    if whole in _KIND_OF:
        return _KIND_OF[whole]
    parts = [part.casefold() for part in _SPLIT.split(word) if part]
    pairs = [f"{a}_{b}" for a, b in itertools.pairwise(parts)]
    for part in (*pairs, *parts):
        if part in _KIND_OF:
            return _KIND_OF[part]
    return otherwise


def kind_of_image(image: str, name: str) -> str:
    """Return the kind that a container image, or else the name of its service, means."""
    last = image.rpartition("/")[2].partition(":")[0].partition("@")[0]
    for word in (last, name):
        kind = kind_of(word)
        if kind in {"data", "network"}:
            return kind
    return "application"
