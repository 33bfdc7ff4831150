"""Where values hide that nobody shows: each is read, or a gap says so, and no copy holds it.

The value is invented.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import io
import lzma
import re
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator

import pikepdf
import py7zr
import pytest
from PIL import Image, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas

from scanner.doc import Edit, Span
from scanner.documents.read import read, write
from scanner.documents.reading import Reading
from scanner.documents.unreadable import NotWritableError

from .conftest import Scan
from .packages import S, W, changed, members, packed, related, sheet, slides, word, writing

VALUE = "010158-5670"
DOC, SHEET, SLIDE = "word/document.xml", "xl/worksheets/sheet1.xml", "ppt/slides/slide1.xml"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PACKED = base64.b64encode(f"Til Bo. CPR {VALUE}".encode()).decode()
HEAD = b"From: a@example.dk\nTo: b@example.dk\nSubject: x\nMIME-Version: 1.0\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=B\n\n"
PART = b"--B\nContent-Type: text/plain\n\nx\n"


def body(xml: str) -> bytes:
    return changed(word(), DOC, "<w:sectPr", xml + "<w:sectPr")


def symbols(font: str) -> bytes:
    found = "".join(f'<w:sym w:font="{font}" w:char="F0{ord(sign):02X}"/>' for sign in VALUE)
    return body(f"<w:p><w:r>{found}</w:r></w:p>")


def beside(xml: str) -> bytes:
    return changed(sheet(), SHEET, "</sheetData>", "</sheetData>" + xml)


def cell(xml: str) -> bytes:
    return changed(sheet(), SHEET, '<c r="A2" t="inlineStr"><is><t>Anna</t></is></c>', xml)


def strings(xml: str) -> bytes:
    with_string = cell('<c r="A2" t="s"><v>0</v></c>')
    return changed(with_string, "xl/sharedStrings.xml", "", f'<sst xmlns="{S}">{xml}</sst>')


def member(data: bytes, name: str, xml: str) -> bytes:
    return changed(data, name, "", xml)


def master(text: str) -> bytes:
    box = f"<p:sp><p:txBody><a:p {A}><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    name = "ppt/slideMasters/slideMaster1.xml"
    return changed(slides(), name, "</p:spTree>", box + "</p:spTree>")


def writing_with(xml: str) -> bytes:
    return changed(writing(), "content.xml", "Intro</text:p>", "Intro</text:p>" + xml)


def commented(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = f"CPR {VALUE}".encode()
    return buffer.getvalue()


def unlisted() -> bytes:
    """An archive with a member that its directory does not name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("skjult.txt", f"CPR {VALUE}")
        archive.writestr("a.txt", "hej")
        del archive.filelist[0], archive.NameToInfo["skjult.txt"]
    return buffer.getvalue()


def with_field() -> bytes:
    """An archive with a field of its own beside a member's name."""
    info, buffer = zipfile.ZipInfo("a.txt"), io.BytesIO()
    info.extra = struct.pack("<HH", 0x9999, len(VALUE)) + VALUE.encode()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, "x")
    return buffer.getvalue()


def seven() -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        archive.writestr(f"CPR {VALUE}", "a.txt")
    return packed({"a.7z": buffer.getvalue()})


def tar(change: Callable[[tarfile.TarInfo], None], content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(content)
        change(info)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def named_gzip() -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(f"{VALUE}.txt", "wb", fileobj=buffer) as file:
        file.write(b"hej")
    return buffer.getvalue()


def pdf(change: Callable[[pikepdf.Pdf], None] = lambda _: None) -> bytes:
    source, buffer = io.BytesIO(), io.BytesIO()
    canvas = Canvas(source, pagesize=(400, 300))
    canvas.drawString(50, 200, "Intro")
    canvas.save()
    with pikepdf.open(source) as opened:
        change(opened)
        opened.save(buffer)
    return buffer.getvalue()


def shown(operators: str) -> bytes:
    return pdf(lambda opened: opened.pages[0].contents_add(f"BT /F1 12 Tf {operators} ET".encode()))


def layer(opened: pikepdf.Pdf) -> None:
    """A text on a layer that is off."""
    group = opened.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="lag"))
    off = pikepdf.Dictionary(OFF=[group])
    opened.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=off)
    page = opened.pages[0]
    page.obj.Resources.Properties = pikepdf.Dictionary(oc1=group)
    page.contents_add(f"/OC /oc1 BDC BT /F1 12 Tf 50 100 Td ({VALUE}) Tj ET EMC".encode())


def form(opened: pikepdf.Pdf, **keys: object) -> pikepdf.Stream:
    """Something that could be drawn."""
    found = opened.make_stream(f"BT /F1 12 Tf 50 50 Td ({VALUE}) Tj ET".encode(), **keys)
    found.BBox, found.Resources = [0, 0, 400, 300], opened.pages[0].obj.Resources
    opened.Root.Kept = opened.make_indirect(found)
    return found


def page_outside(opened: pikepdf.Pdf) -> None:
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 400, 300])
    page.Contents, page.Resources = form(opened), opened.pages[0].obj.Resources
    opened.Root.Kept = opened.make_indirect(page)


def rolled_over(opened: pikepdf.Pdf) -> None:
    looks = pikepdf.Dictionary(R=form(opened, Subtype=pikepdf.Name.Form))
    note(opened, Subtype=pikepdf.Name.Stamp, AP=looks)


def popped_up(opened: pikepdf.Pdf) -> None:
    note(opened, Subtype=pikepdf.Name.Popup, Contents=VALUE)


def note(opened: pikepdf.Pdf, **keys: object) -> None:
    told = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **keys)
    opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(told)])


def stream(opened: pikepdf.Pdf, text: str) -> None:
    opened.Root.Kept = opened.make_stream(text.encode())


def attach(opened: pikepdf.Pdf, data: bytes) -> None:
    opened.attachments["a"] = pikepdf.AttachedFileSpec(opened, data, filename="a")


def own_glyphs(opened: pikepdf.Pdf) -> None:
    """A font whose glyphs have names that nobody knows: what it shows cannot be told."""
    names = [pikepdf.Name(f"/g{number}") for number in range(10)]
    opened.pages[0].obj.Resources.Font["/F9"] = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name("/Odd"),
        Encoding=pikepdf.Dictionary(Differences=[65, *names]),
        FontDescriptor=pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontBBox=[0, 0, 9, 9]),
    )
    opened.pages[0].contents_add(b"BT /F9 12 Tf 50 100 Td (ABCDEFGHIJ) Tj ET")


def png() -> bytes:
    told, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_itxt("Comment", f"CPR {VALUE}", zip=True)
    Image.new("RGB", (9, 9)).save(buffer, "PNG", pnginfo=told)
    return buffer.getvalue()


def picture(kind: str, **notes: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("P" if kind == "GIF" else "RGB", (9, 9)).save(buffer, kind, **notes)
    return buffer.getvalue()


def plain_png() -> bytes:
    return picture("PNG")


def jpeg(exif: Image.Exif | None = None) -> bytes:
    return picture("JPEG", **({} if exif is None else {"exif": exif}))


def exif(notes: dict[int, object], group: int = 0) -> Image.Exif:
    told = Image.Exif()
    (told.get_ifd(group) if group else told).update(notes)
    return told


def segment(code: int, content: bytes) -> bytes:
    """A JPEG with one more segment."""
    data = jpeg()
    return data[:2] + bytes([0xFF, code]) + struct.pack(">H", len(content) + 2) + content + data[2:]


def chunk(kind: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", binascii.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checked


HIDDEN = {
    "docx, symbols that are letters": symbols("Arial"),
    "docx, a numbering": changed(
        word(), "word/numbering.xml", '<w:lvlText w:val="', f'<w:lvlText w:val="{VALUE} '
    ),
    "docx, an attribute that holds no text": body(f'<w:p w:rsidR="{VALUE}"/>'),
    "docx, an HTML part": changed(
        related(word(), DOC, "aFChunk", "/word/a.html"), "word/a.html", "",
        f"<html><body>{VALUE}</body></html>",
    ),
    "docx, a variable": changed(
        word(), "word/settings.xml", "</w:settings>",
        f'<w:docVars><w:docVar w:name="k" w:val="{VALUE}"/></w:docVars></w:settings>',
    ),
    "docx, a watermark": body(
        '<w:p><w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" '
        f'string="{VALUE}"/></w:pict></w:r></w:p>'
    ),
    "docx, a footnote in a text box": changed(
        body('<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:footnoteReference w:id="5"/></w:r>'
             "</w:p></w:txbxContent></w:pict></w:r></w:p>"), "word/footnotes.xml", "",
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="5"><w:p><w:r><w:t>{VALUE}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>",
    ),
    "docx, a file of no kind": packed({**members(word()), "word/a.dat": VALUE.encode()}),
    "docx, a name of a member": packed({**members(word()), f"word/{VALUE}.xml": b"<a/>"}),
    "docx, the comment of its zip": commented(word()),
    "docx, bytes behind it": word() + f"CPR {VALUE}".encode(),
    "docx, the name by which a style is known": changed(
        word(), "word/styles.xml", "</w:styles>",
        f'<w:style w:customStyle="1" w:styleId="{VALUE}"><w:name w:val="x"/></w:style></w:styles>',
    ),
    "docx, behind a run": body(f"<w:p><w:r><w:t>x</w:t>{VALUE}</w:r></w:p>"),
    "docx, a field's code in pieces": body(
        '<w:p><w:r><w:instrText>QUOTE "010158-</w:instrText></w:r><w:r><w:instrText>5670"'
        "</w:instrText></w:r></w:p>"
    ),
    "docx, a placeholder": body(
        f'<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val="{VALUE}"/></w:placeholder></w:sdtPr>'
        "<w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    ),
    "docx, a text among the fonts": member(word(), "word/fonts/a.odttf", f"CPR {VALUE}"),
    "docx, a text for a printer": member(word(), "word/printerSettings/a.bin", f"CPR {VALUE}"),
    "docx, a text in place of the first page": member(
        word(), "docProps/thumbnail.jpeg", f"CPR {VALUE}"
    ),
    "docx, what an attribute has by default": member(
        word(), "word/x.xml", f'<!DOCTYPE a [<!ATTLIST a b CDATA "{VALUE}">]><a/>'
    ),
    "docx, a provider": member(
        word(), "word/people.xml",
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person>'
        f'<w15:presenceInfo w15:providerId="{VALUE}"/></w15:person></w15:people>',
    ),
    "docx, a workbook in it": packed(
        {**members(word()), "word/embeddings/a.xlsx": changed(sheet(), SHEET, "Anna", VALUE)}
    ),
    "xlsx, how a cell is said": cell(
        f'<c r="A2" t="inlineStr"><is><t>Anna</t><rPh><t>{VALUE}</t></rPh></is></c>'
    ),
    "xlsx, how a shared string is said": strings(f"<si><t>x</t><rPh><t>{VALUE}</t></rPh></si>"),
    "xlsx, among the shared strings": strings(f"<si><t>x</t></si><extLst>{VALUE}</extLst>"),
    "xlsx, an error": cell(f'<c r="A2" t="e"><v>{VALUE}</v></c>'),
    "xlsx, a truth": cell(f'<c r="A2" t="b"><v>{VALUE}</v></c>'),
    "xlsx, the number of no string": cell(f'<c r="A2" t="s"><v>{VALUE}</v></c>'),
    "xlsx, a value behind a text": cell(
        f'<c r="A2" t="inlineStr"><v>{VALUE}</v><is><t>Anna</t></is></c>'
    ),
    "xlsx, a text behind a value": cell(f'<c r="A2"><v>1</v><is><t>{VALUE}</t></is></c>'),
    "xlsx, more in a cell": cell(f'<c r="A2"><v>1</v><extLst><ext>{VALUE}</ext></extLst></c>'),
    "xlsx, between the rows": changed(sheet(), SHEET, '<row r="2"', f'<x>{VALUE}</x><row r="2"'),
    "xlsx, a comment between the rows": changed(
        sheet(), SHEET, '<row r="2"', f'<!-- {VALUE} --><row r="2"'
    ),
    "xlsx, an attribute of a row": changed(sheet(), SHEET, '<row r="2"', f'<row x="{VALUE}"'),
    "xlsx, what a formula joins": cell('<c r="A2"><f>"010158-"&amp;"5670"</f></c>'),
    "xlsx, a header with codes": beside(
        '<headerFooter><oddHeader>&amp;L010158&amp;"Arial,Bold"-5670</oddHeader></headerFooter>'
    ),
    "xlsx, a thread's author": member(
        sheet(), "xl/persons/person.xml",
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<person displayName="{VALUE}"/></personList>',
    ),
    "xlsx, the data model": packed({**members(sheet()), "xl/model/item.data": bytes(9) + b"1"}),
    "xlsx, a filter": beside(
        f'<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="{VALUE}"/>'
        "</filters></filterColumn></autoFilter>"
    ),
    "xlsx, a rule for colors": beside(
        f'<conditionalFormatting sqref="A1"><cfRule type="containsText" text="{VALUE}">'
        "</cfRule></conditionalFormatting>"
    ),
    "xlsx, a list to choose from": beside(
        f'<dataValidations><dataValidation type="list"><formula1>"{VALUE},x"</formula1>'
        "</dataValidation></dataValidations>"
    ),
    "xlsx, a name's comment": changed(
        sheet(), "xl/workbook.xml", "<definedNames/>",
        f'<definedNames><definedName name="k" hidden="1" comment="{VALUE}">1</definedName>'
        "</definedNames>",
    ),
    "xlsx, a very hidden sheet": changed(
        changed(sheet(), "xl/workbook.xml", 'state="visible"', 'state="veryHidden"'), SHEET,
        "Anna", VALUE,
    ),
    "xlsx, a sheet that no list names": member(
        sheet(), "xl/worksheets/sheet9.xml",
        f'<worksheet xmlns="{S}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{VALUE}</t>'
        "</is></c></row></sheetData></worksheet>",
    ),
    "xlsx, another workbook's values": member(
        sheet(), "xl/externalLinks/externalLink1.xml",
        f'<externalLink xmlns="{S}"><sheetData><row><cell t="str"><v>{VALUE}</v></cell></row>'
        "</sheetData></externalLink>",
    ),
    "xlsx, what a pivot table can show": member(
        sheet(), "xl/pivotCache/pivotCacheDefinition1.xml",
        f'<pivotCacheDefinition xmlns="{S}"><sharedItems><s v="{VALUE}"/></sharedItems>'
        "</pivotCacheDefinition>",
    ),
    "xlsx, an add-in": member(
        sheet(), "xl/webextensions/webextension1.xml",
        '<webextension xmlns="http://schemas.microsoft.com/office/webextensions/webextension/'
        f'2010/11"><property name="x" value="{VALUE}"/></webextension>',
    ),
    "xlsx, a map of XML": member(
        sheet(), "xl/xmlMaps.xml", f'<MapInfo xmlns="{S}"><Map Name="{VALUE}"/></MapInfo>'
    ),
    "pptx, the master": master(VALUE),
    "pptx, behind the words of a layout": master(f"Click to edit Master {VALUE}"),
    "pptx, a section": changed(
        slides(), "ppt/presentation.xml", "</p:presentation>",
        '<p14:section xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
        f'name="{VALUE}"/></p:presentation>',
    ),
    "pptx, a shape's name": changed(slides(), SLIDE, 'name="TextBox 1"', f'name="{VALUE}"'),
    "pptx, a chart's cache": member(
        slides(), "ppt/charts/chart1.xml",
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:pt idx="0"><c:v>{VALUE}</c:v></c:pt></c:chartSpace>',
    ),
    "odt, a text under a condition": writing_with(
        f'<text:p><text:conditional-text text:string-value-if-true="{VALUE}"/></text:p>'
    ),
    "odt, a hidden text": writing_with(
        f'<text:p><text:hidden-text text:string-value="{VALUE}"/></text:p>'
    ),
    "odt, the name of a style": writing_with(f'<text:p text:style-name="{VALUE}">x</text:p>'),
    "odt, a setting": member(
        writing(), "settings.xml",
        '<office:s xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
        f"<office:i>{VALUE}</office:i></office:s>",
    ),
    "odt, a deletion": writing_with(
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"<text:p>{VALUE}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    ),
    "odt, a text in place of the first page": member(
        writing(), "Thumbnails/thumbnail.png", f"CPR {VALUE}"
    ),
    "odt, a text among the menus": member(writing(), "Configurations2/a.txt", f"CPR {VALUE}"),
    "odt, what is told of the package": member(
        writing(), "manifest.rdf", f'<r xmlns="x"><s a="{VALUE}"/></r>'
    ),
    "odt, a macro": member(
        writing(), "Basic/Standard/Module1.xml",
        f'<m:module xmlns:m="http://openoffice.org/2000/script">REM {VALUE}</m:module>',
    ),
    "mail, before its parts": MIXED + VALUE.encode() + b"\n" + PART + b"--B--\n",
    "mail, behind its parts": MIXED + PART + b"--B--\n" + VALUE.encode() + b"\n",
    "mail, a name in pieces": MIXED
    + b"--B\nContent-Type: text/plain;\n name*0*=utf-8''010158;\n name*1*=-5670.txt\n\nx\n--B--\n",
    "mail, over soft breaks": HEAD
    + b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"<p>CPR 0101=\n58=2D5670</p>\n",
    "mail, a description": HEAD + f"Content-Description: {VALUE}\n\nx\n".encode(),
    "mail, a file in its lines": HEAD + b"\nhej\n\nbegin 644 a.txt\n"
    + binascii.b2a_uu(f"CPR {VALUE}".encode()) + b"`\nend\n",
    "mail, beside its type": HEAD + f'Content-Type: text/plain; x="{VALUE}"\n\nx\n'.encode(),
    "mail, between its parts": HEAD + (
        f'Content-Type: multipart/mixed; boundary="{VALUE}"\n\n--{VALUE}\n\nx\n--{VALUE}--\n'
    ).encode(),
    "mail, in place of a signature": MIXED
    + f"--B\nContent-Type: application/pgp-signature\n\nCPR {VALUE}\n--B--\n".encode(),
    "mail, in a mail in a mail": MIXED + b"--B\nContent-Type: message/rfc822\n\n" + HEAD
    + b"Content-Type: multipart/mixed; boundary=C\n\n--C\nContent-Type: message/rfc822\n\n" + HEAD
    + b"Content-Transfer-Encoding: base64\n\n" + PACKED.encode() + b"\n\n--C--\n\n--B--\n",
    "mail, what Outlook packs": MIXED
    + b"--B\nContent-Type: application/ms-tnef; name=winmail.dat\n"
    b"Content-Transfer-Encoding: base64\n\neJ8+IgEA\n--B--\n",
    "mailbox, the second mail": b"From a@x Mon\n" + HEAD + b"\nx\n\nFrom b@x Mon\n" + HEAD
    + b"Content-Transfer-Encoding: base64\n\n" + PACKED.encode() + b"\n",
    "calendar, who takes part": (
        f'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE;CN="{VALUE}":mailto:a@x.dk\r\n'
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode(),
    "calendar, behind it": f"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nCPR {VALUE}\r\n".encode(),
    "calendar, what is told in HTML": (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        b"X-ALT-DESC;FMTTYPE=text/html:<p>0101<b>58</b>-5670\\, \r\n x</p>\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "card, over soft breaks": b"BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:CPR "
    b"0101=35=38-56=\r\n70=0D=0Ax\r\nEND:VCARD\r\n",
    "calendar, a file in it": (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:"
        f"{PACKED}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode(),
    "zip, an archive of another kind": seven(),
    "zip, a member that no list names": unlisted(),
    "zip, a field beside a name": with_field(),
    "zip, bytes behind it": packed({"a.txt": b"hej"}) + f"CPR {VALUE}".encode(),
    "zip, bytes before it": f"CPR {VALUE}\n".encode() + packed({"a.txt": b"hej"}),
    "gzip, the name it had": named_gzip(),
    "gzip, a second part": gzip.compress(b"hej\n") + gzip.compress(VALUE.encode()),
    "gzip, a tar": gzip.compress(tar(lambda _: None, VALUE.encode())),
    "tar, a comment": tar(lambda info: setattr(info, "pax_headers", {"comment": VALUE})),
    "tar, an owner": tar(lambda info: setattr(info, "gname", VALUE)),
    "tar, bytes behind it": tar(lambda _: None) + f"CPR {VALUE}".encode(),
    "bzip2, bytes behind it": bz2.compress(b"hej") + f"CPR {VALUE}".encode(),
    "bzip2, a second part": bz2.compress(b"hej\n") + bz2.compress(VALUE.encode()),
    "xz, bytes behind it": lzma.compress(b"hej") + f"CPR {VALUE}".encode(),
    "gzip, bytes behind it": gzip.compress(b"hej") + f"CPR {VALUE}".encode(),
    "gzip, a field of its own": gzip.compress(b"hej")[:3] + b"\4" + gzip.compress(b"hej")[4:10]
    + struct.pack("<H", 15) + b"AB\x0b\0" + VALUE.encode() + gzip.compress(b"hej")[10:],
    "csv, UTF-16 without a mark": f"navn;cpr\r\nBo;{VALUE}\r\n".encode("utf-16-le"),
    "html, a comment for Word": f"<html><!--[if mso]><p>{VALUE}</p><![endif]--></html>".encode(),
    "html, a property": f'<html><meta name="x" content="{VALUE}"></html>'.encode(),
    "html, escapes in a script": b'<html><script>a="\\u0030\\x3101\\u00358-5670"</script></html>',
    "html, a file in a link": f'<html><a href="data:x/y;base64,{PACKED}">x</a></html>'.encode(),
    "html, a class": f'<html><p class="{VALUE}">x</p></html>'.encode(),
    "html, a frame's page": f'<html><iframe srcdoc="&lt;p&gt;{VALUE}"></iframe></html>'.encode(),
    "html, a hidden field": f'<html><input type="hidden" value="{VALUE}"></html>'.encode(),
    "html, what a style shows": (
        f"<html><style>p::after{{content:'{VALUE}'}}</style></html>".encode()
    ),
    "html, the type of the page": f'<!DOCTYPE html PUBLIC "{VALUE}"><html><p>x</p></html>'.encode(),
    "html, a section of data": f"<html><p>x</p><![CDATA[{VALUE}]]></html>".encode(),
    "html, behind the name of an end": f'<html><p>x</p y="{VALUE}"></html>'.encode(),
    "html, JSON in a script": f'<html><script>{{"cpr":"{VALUE}"}}</script></html>'.encode(),
    "svg, over pieces": b'<svg xmlns="http://www.w3.org/2000/svg"><text>CPR <tspan>010158</tspan>'
    b"-5670</text></svg>",
    "xml, an entity that nothing uses": f'<!DOCTYPE a [<!ENTITY e "{VALUE}">]><a>x</a>'.encode(),
    "xml, a comment of its declaration": f"<!DOCTYPE a [<!-- {VALUE} -->]><a>x</a>".encode(),
    "xml, what an attribute has by default": (
        f'<!DOCTYPE a [<!ATTLIST a b CDATA "{VALUE}">]><a>x</a>'.encode()
    ),
    "xml, a notation": f'<!DOCTYPE a [<!NOTATION n SYSTEM "{VALUE}">]><a>x</a>'.encode(),
    "xml, where its type is told": f'<!DOCTYPE a SYSTEM "{VALUE}"><a>x</a>'.encode(),
    "xml, an instruction": f"<a><?x {VALUE}?></a>".encode(),
    "rtf, a destination nobody knows": f"{{\\rtf1{{\\*\\foo {VALUE}}}x}}".encode(),
    "rtf, an object": f"{{\\rtf1{{\\object{{\\*\\objdata {VALUE.encode().hex()}}}}}x}}".encode(),
    "rtf, not shown": f"{{\\rtf1 {{\\v {VALUE}}} x}}".encode(),
    "rtf, the name of a font": f"{{\\rtf1{{\\fonttbl{{\\f0 {VALUE};}}}}x}}".encode(),
    "rtf, the name of a style": f"{{\\rtf1{{\\stylesheet{{\\s1 {VALUE};}}}}x}}".encode(),
    "rtf, the data of a field": (
        f"{{\\rtf1{{\\*\\datafield {VALUE.encode().hex()}}}x}}".encode()
    ),
    "rtf, bytes in a picture": b"{\\rtf1{\\pict\\bin11 " + VALUE.encode() + b"}x}",
    "pdf, a layer that is off": pdf(layer),
    "pdf, invisible letters": shown(f"3 Tr 50 100 Td ({VALUE}) Tj"),
    "pdf, beside the page": shown(f"5000 100 Td ({VALUE}) Tj"),
    "pdf, letters one by one": shown("50 100 Td " + " ".join(f"({sign}) Tj" for sign in VALUE)),
    "pdf, glyphs with names of their own": pdf(own_glyphs),
    "pdf, a page that no list names": pdf(page_outside),
    "pdf, a form that no page shows": pdf(lambda opened: form(opened, Subtype=pikepdf.Name.Form)),
    "pdf, a pattern": pdf(lambda opened: form(opened, PatternType=1)),
    "pdf, what a note looks like under the mouse": pdf(rolled_over),
    "pdf, a stream of no kind": pdf(lambda opened: stream(opened, f"CPR {VALUE}")),
    "pdf, the name of a place": pdf(
        lambda opened: setattr(opened.Root, "Dests", pikepdf.Dictionary({f"/{VALUE}": 1}))
    ),
    "pdf, a note that opens": pdf(popped_up),
    "pdf, the label of a page": pdf(
        lambda opened: setattr(
            opened.Root, "PageLabels", pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(P=VALUE)])
        )
    ),
    "pdf, a form in XML": pdf(
        lambda opened: setattr(
            opened.Root, "AcroForm",
            pikepdf.Dictionary(XFA=opened.make_stream(f"<x><v>{VALUE}</v></x>".encode())),
        )
    ),
    "pdf, a file in a file": pdf(
        lambda opened: attach(opened, pdf(lambda inner: attach(inner, f"CPR {VALUE}".encode())))
    ),
    "pdf, bytes before it": f"CPR {VALUE}\n".encode() + pdf(),
    "pdf, bytes behind it": pdf() + f"\nCPR {VALUE}\n".encode(),
    "png, what it says of itself": png(),
    "png, bytes behind it": plain_png() + f"CPR {VALUE}".encode(),
    "png, a chunk of its own": plain_png()[:33] + chunk(b"prVt", VALUE.encode()) + plain_png()[33:],
    "jpeg, bytes behind it": jpeg() + f"CPR {VALUE}".encode(),
    "jpeg, an archive behind it": jpeg() + packed({"a.txt": VALUE.encode()}),
    "jpeg, a comment for Windows": jpeg(exif({0x9C9C: VALUE.encode("utf-16-le") + b"\0\0"})),
    "jpeg, where it was taken": jpeg(exif({0x1D: VALUE}, 0x8825)),
    "jpeg, a comment in Unicode": jpeg(
        exif({0x9286: b"UNICODE\0" + VALUE.encode("utf-16-le")}, 0x8769)
    ),
    "jpeg, a comment in ASCII": jpeg(exif({0x9286: b"ASCII\0\0\0" + VALUE.encode()}, 0x8769)),
    "jpeg, a caption": segment(
        0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 16) + b"\x1c\x02\x78"
        + struct.pack(">H", 11) + VALUE.encode(),
    ),
    "jpeg, XMP": segment(
        0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>"
        + VALUE.encode() + b"</d></x:xmpmeta>",
    ),
    "jpeg, a segment of its own": segment(0xE9, b"FOO\0" + VALUE.encode()),
    "gif, a comment": picture("GIF", comment=VALUE.encode()),
    "gif, bytes behind it": picture("GIF") + f"CPR {VALUE}".encode(),
    "webp, XMP": picture("WEBP", xmp=f"<x>{VALUE}</x>".encode()),
    "bmp, bytes behind it": picture("BMP") + f"CPR {VALUE}".encode(),
}  # fmt: skip


def raw(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes of a file, and of what is packed in it."""
    yield data
    if data.startswith(b"PK") and depth < 3:
        for name, content in members(data).items():
            yield name.encode()
            yield from raw(content, depth + 1)
    if data.startswith(b"%PDF"):
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as opened:
            opened.save(buffer, compress_streams=False)
        yield buffer.getvalue()


@pytest.mark.parametrize("name", HIDDEN)
def test_a_value_that_nobody_shows_is_read_or_a_gap(name: str, scan_file: Scan) -> None:
    data = HIDDEN[name]
    contents = read(data, Reading(ocr=False))
    parts = contents.doc.parts
    assert contents.gaps or any(VALUE in part.text for part in parts)
    assert not scan_file(data, ocr=False).result.is_clean
    edits = [
        [Edit(Span(m.start(), m.end()), "[CPR 1]") for m in re.finditer(VALUE, part.text)]
        for part in parts
    ]
    if contents.gaps:
        return  # then there is no copy
    try:
        copy = write(data, edits, Reading(ocr=False))
    except NotWritableError:
        return  # the same
    assert not any(VALUE.encode() in piece for piece in raw(copy))
    assert not re.search(rb"010158-(?:[^\d]|&[^;]*;)*5670", b"".join(raw(copy)))
    assert not any(VALUE in part.text for part in read(copy, Reading(ocr=False)).doc.parts)


def test_pictures_in_place_of_letters_are_no_text() -> None:
    texts = [part.text for part in read(symbols("Wingdings"), Reading()).doc.parts]
    assert "Intro" in texts
    assert VALUE not in texts


def as_libreoffice_writes() -> bytes:
    """A text with the empty members that LibreOffice puts beside it."""
    return member(writing(), "Configurations2/accelerator/current.xml", "")


def with_a_number() -> bytes:
    """A PDF with a length that is an object of its own, as LibreOffice writes it."""
    shown = b"BT /F1 12 Tf 50 100 Td (Intro) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R"
            b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ),
        b"<</Length 5 0 R>>\nstream\n" + shown + b"\nendstream",
        b"%d" % len(shown),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<</Size 6/Root 1 0 R>>\n"
    return data + head + b"startxref\n%d\n%%%%EOF\n" % len(data)


PLAIN = [word, sheet, slides, writing, as_libreoffice_writes, pdf, with_a_number]


@pytest.mark.parametrize("make", PLAIN)
def test_a_plain_file_holds_nothing_besides(make: Callable[[], bytes]) -> None:
    contents = read(make(), Reading())
    assert contents.gaps == ()
    assert not any("uden for" in part.place for part in contents.doc.parts)
