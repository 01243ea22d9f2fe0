"""Every kind of document, its pages read back and compared with the plan."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pytest

from bcp_planner.documents import KINDS, Options, compose, render
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.documents.people import tree
from bcp_planner.documents.selection import GROUPINGS, groups, named, services_of
from bcp_planner.documents.subject import Subject
from bcp_planner.domain.entities import PlanInfo, Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Lesson
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.interchange.plan_json import read_plan
from tests.builders import plan

NOW = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.UTC)
SAMPLES = sorted(Path("resources/samples").glob("*.json"))
EVERY = (
    "runbook",
    "plan",
    "bia",
    "contacts",
    "wallet",
    "cards",
    "summary",
    "page",
    "poster",
    "suppliers",
)
LONG = "A very long name that goes on " * 10
every_kind = pytest.mark.parametrize("kind", EVERY)
really_every_kind = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "set"])


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def scenario_of(of: Plan, kind: str) -> Scenario | None:
    if not KINDS[kind].needs_scenario:
        return None
    return next(iter(of.scenarios.values()), Scenario(id="none"))


def written(of: Plan, kind: str, options: Options | None = None) -> bytes:
    document = compose(kind, of, scenario=scenario_of(of, kind), options=options, now=NOW)
    data, _ = pdf_bytes(document, paper_name=options.paper if options else "A4")
    return data


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@cache
def hospital() -> Plan:
    return read_plan(Path("resources/samples/hospital.json"))


@cache
def hospital_bytes(kind: str) -> bytes:
    return written(hospital(), kind)


@cache
def hospital_text(kind: str) -> str:
    return squeezed("".join(pages(hospital_bytes(kind))))


@really_every_kind
def test_the_same_plan_at_the_same_moment_gives_the_same_bytes(kind: str) -> None:
    assert written(hospital(), kind) == hospital_bytes(kind)


@every_kind
def test_an_empty_plan_prints_and_says_what_is_missing(kind: str) -> None:
    text = "".join(pages(written(EMPTY, kind)))
    assert "PAGE 1 OF" in text.upper()


@really_every_kind
def test_every_page_carries_classification_number_version_and_page(kind: str) -> None:
    found = pages(written(hospital(), kind, Options(copy_number="7")))
    for number, text in enumerate(found, 1):
        assert text.count("CONFIDENTIAL") >= 2
        assert "NRH-BCP-001-" in text
        assert "Version 4.2" in text
        assert "Copy 7" in text
        assert f"Page {number} of {len(found)}" in text


@really_every_kind
@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(hospital_bytes(kind))
    result = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("kind", ["plan", "bia", "runbook", "contacts", "cards", "suppliers"])
def test_long_documents_have_contents_bookmarks_links_control_and_glossary(kind: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(written(hospital(), kind)))
    text = "".join(page.extract_text() for page in reader.pages)
    for words in (
        "Contents",
        "Record of changes",
        "Record of distribution",
        "Words used here",
        "Assumptions and age of the data",
        "Changed since the last approved version",
    ):
        assert words in text
    assert reader.outline
    assert any("/Annots" in page for page in reader.pages)


def test_the_plan_names_every_activity_role_contact_strategy_record_and_message() -> None:
    found, text = hospital(), hospital_text("plan")
    named = [
        *(one.title for one in found.services.values() if one.kind in ("product", "process")),
        *(role.name for role in found.roles.values()),
        *(contact.title for contact in found.contacts.values()),
        *(contact.phone for contact in found.contacts.values()),
        *(one.name for one in found.strategies.values()),
        *(one.name for one in found.vital_records.values()),
        *(one.name for one in found.resources.values()),
        *(one.audience for one in found.communications.values()),
        *(one.title for one in found.scenarios.values()),
        *(step for one in found.services.values() for step in one.workaround),
    ]
    assert [name for name in named if squeezed(name) not in text] == []


def test_each_step_and_action_stands_in_the_plan_once() -> None:
    text = hospital_text("plan")
    assert hospital().services["ed"].procedure
    for step in hospital().services["ed"].procedure:
        assert text.count(squeezed(step.text)) == 1
    for item in hospital().roles["commander"].immediately:
        assert text.count(squeezed(item)) == 1


def test_the_contact_list_has_every_contact_once() -> None:
    table = next(
        block
        for block in compose("contacts", hospital(), now=NOW).blocks
        if getattr(block, "columns", None) and block.columns[-1].title == "Tried on"  # type: ignore[union-attr]
    )
    anchors = [row.anchor for row in table.rows if hasattr(row, "cells")]  # type: ignore[union-attr]
    assert sorted(anchors) == sorted(f"contact-{key}" for key in hospital().contacts)
    text = hospital_text("contacts")
    assert all(squeezed(c.reference) in text for c in hospital().contacts.values())


def test_the_call_tree_reaches_everybody_once_and_callers_come_first() -> None:
    entries = tree(Subject(Edition(hospital(), Options(), NOW)))
    order = [contact.id for _, contact in entries]
    assert len(order) == len(set(order))
    for _, contact in entries:
        if contact.called_by:
            assert order.index(contact.called_by) < order.index(contact.id)


def test_a_circle_of_callers_does_not_hang() -> None:
    found = plan("X").contact("A").contact("B").build()
    a, b = (replace(found.contacts[k], called_by=o) for k, o in (("A", "B"), ("B", "A")))
    entries = tree(Subject(Edition(found.put("contacts", a, b), Options(), NOW)))
    assert {contact.id for _, contact in entries} == {"A", "B"}


def test_the_impact_analysis_has_every_activity_owner_and_inherited_objective() -> None:
    found, text = hospital(), hospital_text("bia")
    subject = Subject(Edition(found, Options(), NOW))
    for key in subject.activities:
        assert squeezed(found.services[key].title) in text
    for key in subject.gaps:
        assert squeezed(found.services[key].title) in text
    assert all(squeezed(c) in text for c in ("People", "Legal", "Reputation", "Financial"))


def test_every_supplier_and_site_has_a_sheet() -> None:
    text = hospital_text("suppliers")
    for service in hospital().services.values():
        if service.kind in ("supplier", "facility"):
            assert text.count(squeezed(service.title)) >= 2
    assert "late1h10min" in text


def test_the_summary_has_two_pages() -> None:
    for path in SAMPLES:
        assert len(pages(written(read_plan(path), "summary"))) == 2, path.stem


def test_a_sheet_of_wallet_cards_has_eight() -> None:
    text = hospital_text("wallet")
    assert text.count(squeezed(hospital().info.bridge)) == 8


@every_kind
def test_the_edition_without_contacts_holds_none_of_the_private_data(kind: str) -> None:
    text = squeezed("".join(pages(written(hospital(), kind, Options(contacts=False)))))
    for contact in hospital().contacts.values():
        if contact.private:
            for secret in (contact.phone, contact.other_phone, contact.email, contact.reference):
                assert not secret or squeezed(secret) not in text


def test_the_word_file_without_contacts_holds_none_of_the_private_data(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    render("plan", hospital(), path, options=Options(contacts=False), now=NOW)
    text = squeezed(zipfile.ZipFile(path).read("word/document.xml").decode())
    secrets = [c.other_phone for c in hospital().contacts.values() if c.private and c.other_phone]
    assert secrets
    assert not any(squeezed(secret) in text for secret in secrets)


@every_kind
def test_names_of_300_characters_are_not_cut(kind: str) -> None:
    person = "N" * 300
    found = (
        plan(LONG, organisation=LONG, owner=LONG, classification="Internal")
        .contact(person, phone="+1 555 0100")
        .service(f"{LONG}a", kind="product", rto="1h", mtpd="2h", tier=1, recovery="3h")
        .service(f"{LONG}b", kind="supplier", recovery="1h", owner=LONG)
        .needs(f"{LONG}a", f"{LONG}b")
        .scenario("x", f"{LONG}b")
        .build()
    )
    text = squeezed("".join(pages(written(found, kind))))
    if kind in ("plan", "bia", "runbook", "page", "summary"):
        assert squeezed(LONG + "a") in text
    if kind in ("plan", "contacts", "wallet"):
        assert person in text


@every_kind
def test_text_of_the_plan_is_never_markup(kind: str) -> None:
    name = "<b>A & B</b> &amp; %s {0}"
    found = plan(name).service(name, kind="product", rto="1h").scenario("x", name).build()
    assert squeezed(name) in squeezed("".join(pages(written(found, kind))))


def test_chosen_services_only() -> None:
    options = Options(services=("ed", "icu"))
    document = compose("plan", hospital(), options=options, now=NOW)
    subject = Subject(Edition(hospital(), options, NOW))
    assert set(subject.activities) == {"ed", "icu"}
    text = squeezed("".join(pages(pdf_bytes(document)[0])))
    assert squeezed("This copy is about some services only") in text
    assert squeezed(hospital().services["dialysis"].procedure[0].text) not in text
    with pytest.raises(InputRefused, match="no service of the plan"):
        compose("plan", hospital(), options=Options(services=("nix",)), now=NOW)


def test_the_plan_of_a_unit_team_owner_tag_or_site() -> None:
    found = hospital()
    unit = Options(groups=(("unit", "clinical SERVICES"), ("tag", "life-safety")))
    document = compose("plan", found, options=unit, now=NOW)
    assert "unit Clinical services, tag life-safety" in document.imprint.title
    text = squeezed("".join(pages(pdf_bytes(document)[0])))
    written = [one for one in found.services.values() if one.procedure]
    chosen = [
        one for one in written if one.unit == "Clinical services" and "life-safety" in one.tags
    ]
    assert chosen
    assert all((squeezed(one.procedure[0].text) in text) == (one in chosen) for one in written)
    with pytest.raises(InputRefused, match="is not one of: Clinical services"):
        compose("plan", found, options=Options(groups=(("unit", "nix"),)), now=NOW)


@pytest.mark.parametrize("by", GROUPINGS)
def test_groups_have_the_services_that_name_them(by: str) -> None:
    found = hospital()
    for name, keys in groups(found, by).items():
        assert services_of(found, [(by, name)]) == tuple(k for k in found.services if k in keys)
        for key in keys:
            one = found.services[key]
            own = {
                "unit": [one.unit],
                "owner": [one.owner],
                "tag": one.tags,
                "site": [
                    one.site,
                    one.title,
                    *(
                        found.services[p].title
                        for r in found.requirements.values()
                        if r.dependant == key
                        for p in r.providers
                    ),
                ],
                "team": [
                    found.teams[t].title
                    for t in (*one.needs, *(s.team for s in one.steps if s.team))
                ],
            }[by]
            assert name in own


def test_a_team_may_be_named_by_its_id_and_groups_narrow_each_other() -> None:
    found = hospital()
    assert named(found, [("team", "dba")]) == (("team", found.teams["dba"].title),)
    with pytest.raises(InputRefused, match="none is in all of"):
        services_of(found, [("unit", "Estates"), ("tag", "life-safety")])


def test_lessons_stand_on_the_card_of_their_service() -> None:
    found = hospital()
    lesson = Lesson(id="l", text="Look at the third breaker first.", services=("room-a",))
    text = squeezed("".join(pages(written(found.put("lessons", lesson), "runbook"))))
    assert text.count(squeezed(lesson.text)) == 1


def test_changes_since_the_approved_plan_are_listed() -> None:
    changed = replace(hospital().services["ed"], name="Emergency care", rto=1)
    new = hospital().put("services", changed).without("lessons", ["le-1"])
    document = compose("plan", new, now=NOW, approved=hospital())
    text = squeezed("".join(pages(pdf_bytes(document)[0])))
    assert squeezed("changed Name, RTO") in text
    assert "removed" in text


def test_a_password_locks_the_file(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    render("cards", hospital(), path, options=Options(password="geheim"), now=NOW)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="geheim") as pdf:
        assert pdf.encryption.bits == 256
        assert len(pdf.pages) > 3


def test_a_password_is_not_shown() -> None:
    assert "geheim" not in repr(Options(password="geheim"))


@pytest.mark.parametrize("kind", ["plan", "bia", "runbook"])
def test_word_files_hold_the_same_words(kind: str, tmp_path: Path) -> None:
    import docx

    path = tmp_path / "x.docx"
    chosen = scenario_of(hospital(), kind)
    render(kind, hospital(), path, scenario=chosen, now=NOW)
    first = path.read_bytes()
    render(kind, hospital(), path, scenario=chosen, now=NOW)
    assert path.read_bytes() == first
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    text = squeezed("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)))
    subject = Subject(Edition(hospital(), Options(), NOW))
    if kind != "runbook":
        assert all(squeezed(hospital().services[k].title) in text for k in subject.activities)
    assert any(p.style.name == "Heading 1" for p in docx.Document(str(path)).paragraphs)
    assert "w:tblHeader" in xml


def test_word_files_hold_drawings_as_pictures_with_words_and_lying_pages(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "x.docx"
    render("runbook", hospital(), path, scenario=hospital().scenarios["room-a-loss"], now=NOW)
    word = docx.Document(str(path))
    assert len({section.orientation for section in word.sections}) == 2
    pictures = word.element.xpath("//wp:docPr")
    assert len(pictures) > 10
    assert all(len(one.get("descr")) > 3 for one in pictures)
    for number, table in enumerate(word.tables):
        width = sum(column.width.pt for column in table.columns)
        assert 400 < width < 790, number


def test_only_documents_to_edit_can_be_word_files(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="only as PDF"):
        render("wallet", hospital(), tmp_path / "x.docx", now=NOW)


def test_the_set_holds_every_document_with_an_index_and_links_inside_each() -> None:
    found = hospital()
    reader = pypdf.PdfReader(io.BytesIO(written(found, "set")))
    index = reader.pages[1].extract_text()
    for kind in EVERY:
        assert KINDS[kind].title in index
    for scenario in found.scenarios.values():
        assert scenario.title in index
    numbers = [int(n) for n in re.findall(r"\)\s+(\d+)\n|\s(\d+)$", index) for n in n if n]
    assert len(reader.outline) > len(EVERY)
    targets = [
        note.get_object()["/Dest"]
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/Dest" in note.get_object()
    ]
    own = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    assert len(targets) > 300
    assert all(target.get_object()[0].idnum in own for target in targets)
    assert numbers == sorted(numbers)


def test_papers() -> None:
    sizes = {
        (kind, paper): pypdf.PdfReader(io.BytesIO(written(hospital(), kind, Options(paper=paper))))
        .pages[-1]
        .mediabox
        for kind, paper in (
            ("page", "A4"),
            ("page", "Letter"),
            ("poster", "A2"),
            ("plan", "Letter"),
        )
    }
    width = {key: round(float(box.width)) for key, box in sizes.items()}
    assert width == {
        ("page", "A4"): 1191,
        ("page", "Letter"): 1224,
        ("poster", "A2"): 1684,
        ("plan", "Letter"): 612,
    }


SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    "kind",
    [
        "bia",
        "poster",
        "contacts",
        pytest.param("plan", marks=SLOW),
        pytest.param("suppliers", marks=SLOW),
    ],
)
def test_five_thousand_services(kind: str) -> None:
    from benchmarks.plans import layered

    found = replace(layered(5000), info=PlanInfo(name="Large"))
    document = compose(kind, found, scenario=None, now=NOW)
    data, count = pdf_bytes(document)
    assert count >= 4
    if kind == "bia":
        read = pypdf.PdfReader(io.BytesIO(data)).pages[:40]
        assert "Service0" in squeezed("".join(page.extract_text() for page in read))
