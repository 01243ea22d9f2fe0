"""What makes a PDF fit for archives (PDF/A-2): metadata, colours, and links that print."""

from __future__ import annotations

import functools
from typing import Any
from xml.sax.saxutils import escape

import resources
from bcp_planner.documents.story import Imprint

CREATOR = "Business Continuity Planner"
PRODUCER = "Business Continuity Planner with ReportLab"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>2000-01-01T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>2000-01-01T00:00:00+00:00</xmp:ModifyDate>
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_CLAIM = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
"""


def title_of(imprint: Imprint) -> str:
    """Return the title in the file's properties."""
    return f"{imprint.kind}: {imprint.title}"


def author_of(imprint: Imprint) -> str:
    """Return the author in the file's properties."""
    return imprint.author or imprint.organisation or "not named"


def subject_of(imprint: Imprint) -> str:
    """Return the subject in the file's properties."""
    return imprint.subject or imprint.kind


def prepare(canvas: Any, imprint: Imprint, *, open_to_all: bool = True) -> None:  # noqa: ANN401
    """Add metadata and the meaning of colours to a document.

    Args:
        canvas: The reportlab canvas.
        imprint: What identifies the document.
        open_to_all: Whether the file stays without a password, as archives demand.
    """
    from reportlab.pdfbase import pdfdoc  # pyright: ignore[reportMissingTypeStubs]

    library: Any = pdfdoc
    document = canvas._doc  # noqa: SLF001
    catalog = document.Catalog
    packet = _PACKET.format(
        title=escape(title_of(imprint)),
        author=escape(author_of(imprint)),
        subject=escape(subject_of(imprint)),
        language=escape(imprint.language),
        producer=PRODUCER,
        creator=CREATOR,
        claim=_CLAIM if open_to_all else "",
    )
    kind = {"Type": library.PDFName("Metadata"), "Subtype": library.PDFName("XML")}
    catalog.Metadata = library.PDFStream(library.PDFDictionary(kind), packet.encode(), filters=[])
    profile = library.PDFStream(
        library.PDFDictionary({"N": 3}), _profile(), filters=[library.PDFZCompress]
    )
    intent = library.PDFDictionary(
        {
            "Type": library.PDFName("OutputIntent"),
            "S": library.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": library.PDFString("sRGB"),
            "Info": library.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    catalog.OutputIntents = library.PDFArray([intent])
    catalog.ViewerPreferences = library.PDFDictionary({"DisplayDocTitle": library.PDFtrue})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    document.info.producer = PRODUCER


@functools.cache
def _profile() -> bytes:
    """Return the colour profile of sRGB."""
    return resources.path("colour/sRGB.icc").read_bytes()
