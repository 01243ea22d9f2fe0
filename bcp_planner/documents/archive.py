"""What makes a PDF fit for archives (PDF/A-2a) and for everybody (PDF/UA-1): its metadata."""

from __future__ import annotations

import datetime
import functools
import re
from xml.sax.saxutils import escape

import resources
from bcp_planner.documents.pdf_file import PdfFile, text_string
from bcp_planner.documents.story import Imprint

PRODUCER = "Business Continuity Planner"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
{claim}</rdf:Description>
{schema}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_CLAIM = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
"""

# Archives know their own properties; that for accessibility has to be described (ISO 19005-2,
# 6.6.2.3).
_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""

_NO_MOMENT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_UNFIT = re.compile("[\x00-\x20\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_LONGEST = 2000
"""Letters of a title in the properties; what is printed is never cut."""


def title_of(imprint: Imprint) -> str:
    """Return the title in the file's properties."""
    return _plain(f"{imprint.kind}: {imprint.title}")


def author_of(imprint: Imprint) -> str:
    """Return the author in the file's properties."""
    return _plain(imprint.author or imprint.organisation) or "not named"


def subject_of(imprint: Imprint) -> str:
    """Return the subject in the file's properties."""
    return _plain(imprint.subject or imprint.kind)


def _plain(text: str) -> str:
    """Return text that may stand in XML and in the title bar of a window."""
    return _UNFIT.sub(" ", text).strip()[:_LONGEST]


def write_information(file: PdfFile, imprint: Imprint) -> int:
    """Write title and author as older readers look for them; return the number of the object."""
    moment = imprint.moment or _NO_MOMENT
    stamp = moment.astimezone(datetime.UTC).strftime("D:%Y%m%d%H%M%SZ")
    entries = {
        "Title": title_of(imprint),
        "Author": author_of(imprint),
        "Subject": subject_of(imprint),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    words = " ".join(f"/{key} {text_string(value)}" for key, value in entries.items())
    return file.put(f"<< {words} /CreationDate ({stamp}) /ModDate ({stamp}) >>")


def catalog_entries(file: PdfFile, imprint: Imprint, *, open_to_all: bool = True) -> str:
    """Write metadata and the meaning of colours; return what the catalogue says about them.

    Args:
        file: Where to write.
        imprint: What identifies the document.
        open_to_all: Whether the file stays without a password, as archives demand.
    """
    packet = _PACKET.format(
        title=escape(title_of(imprint)),
        author=escape(author_of(imprint)),
        subject=escape(subject_of(imprint)),
        language=escape(imprint.language),
        producer=PRODUCER,
        date=(imprint.moment or _NO_MOMENT).astimezone(datetime.UTC).isoformat(timespec="seconds"),
        claim=_CLAIM if open_to_all else "",
        schema=_SCHEMA,
    )
    metadata = file.put_stream(packet.encode(), "/Type /Metadata /Subtype /XML", packed=False)
    profile = file.put_stream(_profile(), "/N 3")
    return (
        f"/Metadata {metadata} 0 R /Lang ({imprint.language}) "
        "/ViewerPreferences << /DisplayDocTitle true >> "
        "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
        f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>]"
    )


@functools.cache
def _profile() -> bytes:
    """Return the colour profile of sRGB."""
    return resources.path("colour/sRGB.icc").read_bytes()
