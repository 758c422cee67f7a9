"""What the file says of itself: XMP with both identifications, Info, colour intent, viewer preferences.

XMP: ISO 16684-1; identification ISO 19005-2, 6.6.4 and ISO 14289-1, 5, whose schema PDF/A wants described.
Nothing here comes from a patient.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import datetime
from html import escape

from PIL import ImageCms

from handout.pdf.patches import File, Raw, Stream, direct
from handout.pdf.syntax import text

PRODUCER = "ReportLab PDF Library"
CREATOR = "handout"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
{entries}
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class DocumentProperties:
    """What a file says of itself."""

    title: str
    language: str
    direction: str  # "ltr" | "rtl": the side a viewer turns pages from
    identifier: str = ""  # the content id
    author: str = ""
    description: str = ""
    date: datetime | None = None  # given by the caller, with its zone; None leaves dates out


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself, as objects."""

    packet: Stream
    profile: Stream  # of colours
    info: Raw
    language: bytes
    turning: bytes

    def entries(self, packet: bytes, profile: bytes) -> dict[str, bytes]:
        """Entries of the catalog, with the references of the two streams."""
        preferences = b"<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge/PickTrayByPDFSize true%s>>"
        intent = (
            b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>]"
        )
        return {
            "Metadata": packet,
            "Lang": self.language,
            "MarkInfo": b"<</Marked true>>",
            "ViewerPreferences": preferences % self.turning,
            "OutputIntents": intent % profile,
        }


def described(about: DocumentProperties) -> Described:
    """Metadata, Info, intent and preferences."""
    packet = Stream(b"/Type/Metadata/Subtype/XML", _xmp(about).encode(), plain=True)
    turning = b"/Direction/R2L" if about.direction == "rtl" else b""
    return Described(packet, Stream(b"/N 3/Alternate/DeviceRGB", _srgb()), _info(about), text(about.language), turning)


def describe(file: File, about: DocumentProperties) -> None:
    """The same into the catalog of a file."""
    made = described(about)
    file.trailer_info = file.add(made.info)
    for key, value in made.entries(file.add(made.packet).ref, file.add(made.profile).ref).items():
        file.set(key, direct(value))


def _info(about: DocumentProperties) -> Raw:
    """The document information dictionary: the same values as the XMP (ISO 19005-2, 6.6.3)."""
    values = {
        b"/Title": about.title,
        b"/Author": about.author,
        b"/Subject": about.description,
        b"/Creator": CREATOR,
        b"/Producer": PRODUCER,
    }
    body = b"".join(key + text(value) for key, value in values.items() if value)
    if about.date is not None:
        stamp = about.date.strftime("D:%Y%m%d%H%M%S%z")
        stamp = f"{stamp[:-2]}'{stamp[-2:]}'" if about.date.utcoffset() is not None else stamp
        body += b"/CreationDate" + text(stamp) + b"/ModDate" + text(stamp)
    return Raw(b"<<" + body + b">>")


def _xmp(about: DocumentProperties) -> str:
    """The metadata packet."""
    entries = [
        _alternatives("title", about.title),
        f"<dc:language><rdf:Bag><rdf:li>{_escaped(about.language)}</rdf:li></rdf:Bag></dc:language>",
    ]
    if about.author:
        entries.append(f"<dc:creator><rdf:Seq><rdf:li>{_escaped(about.author)}</rdf:li></rdf:Seq></dc:creator>")
    if about.description:
        entries.append(_alternatives("description", about.description))
    if about.identifier:
        entries.append(f"<dc:identifier>{_escaped(about.identifier)}</dc:identifier>")
    if about.date is not None:
        stamp = about.date.isoformat(timespec="seconds")
        entries.append(f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
    return _PACKET.format(entries="\n".join(entries), creator=CREATOR, producer=PRODUCER)


def _alternatives(key: str, value: str) -> str:
    return f'<dc:{key}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li></rdf:Alt></dc:{key}>'


def _escaped(value: str) -> str:
    """Text as an element of XML holds it."""
    return escape(value, quote=False)


@functools.lru_cache
def _srgb() -> bytes:
    """The sRGB profile with its date and its id cleared, so that every day gives the same bytes.

    ICC.1:2010, 7.2: bytes 24-35 hold the date of creation, 84-99 the profile's id (zero: not computed).
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((0x07, 0xE4, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)
