"""Every corner of Office and OpenDocument files: read in its place, and gone from the copy.

The value is invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from scanner.doc import Edit, Span
from scanner.documents.read import read, write
from scanner.documents.reading import Reading

from .conftest import Scan
from .packages import RELS, S, W, changed, members, related, sheet, slides, word, writing

VALUE = "Quist-Lundby"
DOC, SHEET, SLIDE = "word/document.xml", "xl/worksheets/sheet1.xml", "ppt/slides/slide1.xml"
NOTES = "ppt/notesSlides/notesSlide1.xml"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TEXT = f"<w:p><w:r><w:t>{VALUE}</w:t></w:r></w:p>"


def body(xml: str) -> bytes:
    """A document with ``xml`` in its body."""
    return changed(word(), DOC, "<w:sectPr", xml + "<w:sectPr")


def story(name: str, root: str, inside: str = TEXT) -> bytes:
    """A document with one more member."""
    xml = f'<w:{root} xmlns:w="{W}">{inside}</w:{root}>'
    return changed(word(), f"word/{name}.xml", "", xml)


def cell(xml: str) -> bytes:
    """A workbook with ``xml`` for its first cell of data."""
    return changed(sheet(), SHEET, '<c r="A2" t="inlineStr"><is><t>Anna</t></is></c>', xml)


def beside(xml: str) -> bytes:
    """A workbook with ``xml`` behind the cells of its sheet."""
    return changed(sheet(), SHEET, "</sheetData>", "</sheetData>" + xml)


def attached(kind: str, name: str, xml: str) -> bytes:
    """A workbook whose sheet refers to one more member."""
    return changed(related(sheet(), SHEET, kind, f"/{name}"), name, "", xml)


def writing_with(xml: str) -> bytes:
    """An OpenDocument text with ``xml`` behind its paragraph."""
    return changed(writing(), "content.xml", "Intro</text:p>", "Intro</text:p>" + xml)


CORNERS = {
    "docx, a paragraph": (body(TEXT), "^afsnit"),
    "docx, over three runs": (
        body("<w:p><w:r><w:t>Qu</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ist-Lun</w:t></w:r>"
             "<w:r><w:t>dby</w:t></w:r></w:p>"), "^afsnit",
    ),
    "docx, a hyphen that does not break": (
        body("<w:p><w:r><w:t>Quist</w:t><w:noBreakHyphen/><w:t>Lundby</w:t></w:r></w:p>"),
        "^afsnit",
    ),
    "docx, a cell": (
        body(f"<w:tbl><w:tr><w:tc>{TEXT}</w:tc></w:tr></w:tbl>"), "^tabel 1, række 1",
    ),
    "docx, a header": (story("header9", "hdr"), "^sidehoved"),
    "docx, a footer": (story("footer9", "ftr"), "^sidefod"),
    "docx, a footnote": (
        story("footnotes", "footnotes", f"<w:footnote>{TEXT}</w:footnote>"), "^fodnote",
    ),
    "docx, an endnote": (
        story("endnotes", "endnotes", f"<w:endnote>{TEXT}</w:endnote>"), "^slutnote",
    ),
    "docx, a comment": (
        story("comments", "comments", f"<w:comment>{TEXT}</w:comment>"), "^kommentar",
    ),
    "docx, a comment's author": (
        story("comments", "comments", f'<w:comment w:author="{VALUE}"/>'), "forfatter",
    ),
    "docx, an insertion": (
        body(f"<w:p><w:ins><w:r><w:t>{VALUE}</w:t></w:r></w:ins></w:p>"), "^afsnit",
    ),
    "docx, a deletion": (
        body(f"<w:p><w:del><w:r><w:delText>{VALUE}</w:delText></w:r></w:del></w:p>"),
        "før rettelser",
    ),
    "docx, half of it deleted": (
        body("<w:p><w:r><w:t>Quist-</w:t></w:r><w:del><w:r><w:delText>Lundby</w:delText></w:r>"
             "</w:del><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>"), "før rettelser",
    ),
    "docx, who changed it": (
        body(f'<w:p><w:ins w:author="{VALUE}"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'), "forfatter",
    ),
    "docx, a text box": (
        body(f"<w:p><w:r><w:pict><w:txbxContent>{TEXT}</w:txbxContent></w:pict></w:r></w:p>"),
        "tekstboks",
    ),
    "docx, a field's code": (
        body(f'<w:p><w:r><w:instrText>LINK "{VALUE}"</w:instrText></w:r></w:p>'), "felt",
    ),
    "docx, a simple field": (
        body(f'<w:p><w:fldSimple w:instr="AUTHOR {VALUE}"/></w:p>'), "instr",
    ),
    "docx, a hidden text": (
        body(f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{VALUE}</w:t></w:r></w:p>"), "^afsnit",
    ),
    "docx, a content control": (
        body(f'<w:sdt><w:sdtPr><w:alias w:val="{VALUE}"/></w:sdtPr></w:sdt>'), "val",
    ),
    "docx, a bookmark": (
        body(f'<w:p><w:bookmarkStart w:id="9" w:name="{VALUE}"/></w:p>'), "navn",
    ),
    "docx, alternative text": (
        body('<w:p><w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/'
             f'drawingml/2006/wordprocessingDrawing" descr="{VALUE}"/></w:drawing></w:r></w:p>'),
        "alternativ tekst",
    ),
    "docx, a link's target": (
        related(word(), DOC, "hyperlink", f"mailto:{VALUE}@x.dk", "External"), "link",
    ),
    "docx, an embedded text": (changed(word(), "word/embeddings/a.txt", "", VALUE), "a.txt"),
    "docx, custom XML": (
        changed(word(), "customXml/item7.xml", "", f'<k navn="x"><a>{VALUE}</a></k>'), "item7",
    ),
    "docx, a property": (
        changed(word(), "docProps/custom.xml", "", f"<Properties><p>{VALUE}</p></Properties>"),
        "^egenskaber",
    ),
    "docx, a chart": (
        changed(word(), "word/charts/chart1.xml", "",
                '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
                f"<c:v>{VALUE}</c:v></c:chart>"), "^diagram",
    ),
    "docx, a comment in the XML": (
        changed(word(), DOC, "<w:body>", f"<w:body><!-- {VALUE} -->"), "kommentar i XML",
    ),
    "docx, a building block": (
        story("glossary/document", "glossaryDocument"), "^byggeblok",
    ),
    "docx, what a style is called": (
        changed(word(), "word/styles.xml", "</w:styles>",
                f'<w:style w:customStyle="1"><w:name w:val="{VALUE}"/></w:style></w:styles>'),
        "styles.xml, navn",
    ),
    "docx, a text among the styles": (
        changed(word(), "word/styles.xml", "</w:styles>", f"{TEXT}</w:styles>"), "styles.xml",
    ),
    "docx, a comment among the styles": (
        changed(word(), "word/styles.xml", "</w:styles>", f"<!--{VALUE}--></w:styles>"),
        "kommentar i XML",
    ),
    "docx, what the theme is called": (
        changed(word(), "word/theme/theme1.xml", 'name="Office Theme"', f'name="{VALUE}"'),
        "theme1.xml, navn",
    ),
    "xlsx, a text in a number's format": (
        changed(sheet(), "xl/styles.xml", "", f'<styleSheet xmlns="{S}"><numFmts>'
                f'<numFmt numFmtId="170" formatCode="0&quot;{VALUE}&quot;"/></numFmts>'
                "</styleSheet>"), "styles.xml, navn",
    ),
    "xlsx, a text in the cell": (
        cell(f'<c r="A2" t="inlineStr"><is><t>{VALUE}</t></is></c>'), "^Sheet!A2$",
    ),
    "xlsx, runs in the cell": (
        cell('<c r="A2" t="inlineStr"><is><r><t>Quist-</t></r><r><t>Lundby</t></r></is></c>'),
        "^Sheet!A2$",
    ),
    "xlsx, a formula's value": (
        cell(f'<c r="A2" t="str"><f>B1</f><v>{VALUE}</v></c>'), "^Sheet!A2$",
    ),
    "xlsx, a text in a formula": (
        cell(f'<c r="A2"><f>LEN("{VALUE}")</f><v>12</v></c>'), "A2, formel",
    ),
    "xlsx, a shared string": (
        changed(cell('<c r="A2" t="s"><v>0</v></c>'), "xl/sharedStrings.xml", "",
                f'<sst xmlns="{S}"><si><t>{VALUE}</t></si></sst>'), "^Sheet!A2$",
    ),
    "xlsx, a string that no cell uses": (
        changed(sheet(), "xl/sharedStrings.xml", "",
                f'<sst xmlns="{S}"><si><t>{VALUE}</t></si></sst>'), "ubrugt tekst",
    ),
    "xlsx, a hidden row": (
        changed(sheet(), SHEET, '<row r="2"><c r="A2" t="inlineStr"><is><t>Anna',
                f'<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>{VALUE}'), "skjult række",
    ),
    "xlsx, a hidden column": (
        changed(cell(f'<c r="A2" t="inlineStr"><is><t>{VALUE}</t></is></c>'), SHEET, "<sheetData>",
                '<cols><col min="1" max="1" hidden="1"/></cols><sheetData>'), "skjult kolonne",
    ),
    "xlsx, a name": (
        changed(sheet(), "xl/workbook.xml", "<definedNames/>",
                f'<definedNames><definedName name="k">"{VALUE}"</definedName></definedNames>'),
        "^projektmappe, navngivet område$",
    ),
    "xlsx, a comment": (
        attached("comments", "xl/comments7.xml",
                 f'<comments xmlns="{S}"><commentList><comment ref="B2"><text><t>{VALUE}</t></text>'
                 "</comment></commentList></comments>"), "Sheet!B2, kommentar",
    ),
    "xlsx, a comment in a thread": (
        attached("threadedComment", "xl/threadedComments/t1.xml",
                 "<ThreadedComments xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/"
                 f"threadedcomments'><threadedComment ref='B2'><text>{VALUE}</text>"
                 "</threadedComment></ThreadedComments>"), "Sheet!B2, kommentar",
    ),
    "xlsx, a person": (
        changed(sheet(), "xl/persons/person.xml", "",
                "<personList xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/"
                f"threadedcomments'><person displayName='{VALUE}'/></personList>"), "displayName",
    ),
    "xlsx, a rule's message": (
        beside('<dataValidations><dataValidation sqref="A1" promptTitle="x" '
               f'prompt="{VALUE}"/></dataValidations>'), "prompt",
    ),
    "xlsx, a page's header": (
        beside(f"<headerFooter><oddHeader>&amp;L{VALUE}</oddHeader></headerFooter>"), "oddHeader",
    ),
    "xlsx, a link's tip": (
        beside(f'<hyperlinks><hyperlink ref="A1" tooltip="{VALUE}"/></hyperlinks>'), "linktekst",
    ),
    "xlsx, a drawing": (
        attached("drawing", "xl/drawings/drawing7.xml",
                 f"<a:txBody {A}><a:p><a:r><a:t>{VALUE}</a:t></a:r></a:p></a:txBody>"), "tegning",
    ),
    "xlsx, what a pivot table remembers": (
        changed(sheet(), "xl/pivotCache/pivotCacheRecords1.xml", "",
                f'<pivotCacheRecords xmlns="{S}"><r><s v="{VALUE}"/></r></pivotCacheRecords>'),
        "^pivottabel, værdi$",
    ),
    "xlsx, a connection": (
        changed(sheet(), "xl/connections.xml", "",
                f'<connections xmlns="{S}"><connection><dbPr connection="{VALUE}"/></connection>'
                "</connections>"), "connection",
    ),
    "pptx, a text box": (changed(slides(), SLIDE, "Intro", VALUE), "^dias 1$"),
    "pptx, a hidden slide": (
        changed(changed(slides(), SLIDE, "Intro", VALUE), SLIDE, "<p:sld ", '<p:sld show="0" '),
        r"^dias 1 \(skjult\)",
    ),
    "pptx, the notes": (changed(slides(), NOTES, ">Note<", f">{VALUE}<"), "^dias 1, noter"),
    "pptx, alternative text": (
        changed(slides(), SLIDE, "<p:cNvPr ", f'<p:cNvPr descr="{VALUE}" '), "alternativ tekst",
    ),
    "pptx, a table": (
        changed(slides(), SLIDE, "</p:spTree>",
                f"<a:tbl {A}><a:tr><a:tc><a:txBody><a:p><a:r><a:t>{VALUE}</a:t></a:r></a:p>"
                "</a:txBody></a:tc></a:tr></a:tbl></p:spTree>"), "^dias 1, tabel 1, række 1",
    ),
    "pptx, a comment": (
        changed(related(slides(), SLIDE, "comments", "/ppt/comments/c1.xml"),
                "ppt/comments/c1.xml", "",
                "<p:cmLst xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'>"
                f"<p:cm><p:text>{VALUE}</p:text></p:cm></p:cmLst>"), "dias 1, kommentar",
    ),
    "pptx, who commented": (
        changed(slides(), "ppt/commentAuthors.xml", "",
                "<p:l xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'>"
                f"<p:cmAuthor name='{VALUE}'/></p:l>"), "navn",
    ),
    "pptx, SmartArt": (
        changed(slides(), "ppt/diagrams/data1.xml", "",
                f"<a:x {A}><a:p><a:r><a:t>{VALUE}</a:t></a:r></a:p></a:x>"), "SmartArt",
    ),
    "odt, a paragraph": (writing_with(f"<text:p>{VALUE}</text:p>"), "^afsnit"),
    "odt, over spans": (
        writing_with("<text:p>Qu<text:span>ist-L</text:span>undby</text:p>"), "^afsnit",
    ),
    "odt, a cell": (
        writing_with("<table:table><table:table-row><table:table-cell>"
                     f"<text:p>{VALUE}</text:p></table:table-cell></table:table-row>"
                     "</table:table>"), "^tabel 1, række 1",
    ),
    "odt, a comment": (
        writing_with("<text:p>x<office:annotation>"
                     f"<text:p>{VALUE}</text:p></office:annotation></text:p>"), "^kommentar",
    ),
    "odt, a footnote": (
        writing_with("<text:p>x<text:note><text:note-body>"
                     f"<text:p>{VALUE}</text:p></text:note-body></text:note></text:p>"),
        "^fodnote",
    ),
    "odt, a deletion": (
        writing_with("<text:tracked-changes><text:changed-region><text:deletion>"
                     f"<text:p>{VALUE}</text:p></text:deletion></text:changed-region>"
                     "</text:tracked-changes>"), "slettet tekst",
    ),
    "odt, a link": (
        writing_with('<text:p><text:a xmlns:xlink="http://www.w3.org/1999/xlink" '
                     f'xlink:href="mailto:{VALUE}">x</text:a></text:p>'), "href",
    ),
    "odt, a bookmark": (
        writing_with(f'<text:p><text:bookmark text:name="{VALUE}"/></text:p>'), "name",
    ),
    "odt, a property": (
        changed(writing(), "meta.xml", "</office:meta>",
                f"<meta:user-defined>{VALUE}</meta:user-defined></office:meta>"), "egenskaber",
    ),
}  # fmt: skip


def redacted(data: bytes, replacement: str = "[NAVN 1]") -> bytes:
    """``data`` with ``replacement`` for every value."""
    edits = [
        [Edit(Span(m.start(), m.end()), replacement) for m in re.finditer(VALUE, part.text)]
        for part in read(data, Reading()).doc.parts
    ]
    return write(data, edits, Reading())


@pytest.mark.parametrize("name", CORNERS)
def test_a_value_is_read_in_its_place_and_is_gone_from_the_copy(name: str) -> None:
    data, place = CORNERS[name]
    contents = read(data, Reading())
    assert contents.gaps == ()
    assert contents.format == name.split(",", maxsplit=1)[0].replace("odt", "odf")
    found = [part.place for part in contents.doc.parts if VALUE in part.text]
    assert any(re.search(place, where) for where in found), found
    copy = redacted(data)
    assert not any(VALUE in text.decode("utf-8", "replace") for text in members(copy).values())
    again = read(copy, Reading())
    assert not any(VALUE in part.text for part in again.doc.parts)
    assert any("[NAVN 1]" in part.text for part in again.doc.parts)
    assert again.gaps == ()


def test_the_runs_around_keep_their_look() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>fed</w:t></w:r>"
    data = body(f"<w:p>{bold}<w:r><w:t>og {VALUE}</w:t></w:r>{bold}</w:p>")
    copy = members(redacted(data))[DOC].decode()
    assert copy.replace("[NAVN 1]", VALUE).split("<w:body>")[1] in members(data)[DOC].decode()


def test_members_without_a_value_stay_byte_for_byte() -> None:
    before, after = members(body(TEXT)), members(redacted(body(TEXT)))
    own = {DOC, "docProps/core.xml", "docProps/thumbnail.jpeg", "_rels/.rels"}
    assert {name: data for name, data in before.items() if name not in own} == {
        name: data for name, data in after.items() if name not in own
    }
    assert b"python-docx" in before["docProps/core.xml"]
    assert b">python-docx<" not in after["docProps/core.xml"]


def test_the_first_page_in_small_is_in_no_copy() -> None:
    assert "docProps/thumbnail.jpeg" in members(body(TEXT))
    copy = members(redacted(body(TEXT)))
    assert "docProps/thumbnail.jpeg" not in copy
    assert b"thumbnail" not in copy["_rels/.rels"]


def test_a_string_that_two_cells_share_goes_from_one_of_them() -> None:
    data = changed(sheet(), SHEET, '<c r="A2" t="inlineStr"><is><t>Anna</t></is></c>',
                   '<c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>0</v></c>')  # fmt: skip
    data = changed(
        data, "xl/sharedStrings.xml", "", f'<sst xmlns="{S}"><si><t>{VALUE}</t></si></sst>'
    )
    parts = read(data, Reading()).doc.parts
    edits = [[Edit(Span(0, len(VALUE)), "X")] if part.place == "Sheet!A2" else [] for part in parts]
    left = read(write(data, edits, Reading()), Reading()).doc.parts
    assert {part.place: part.text for part in left if part.text in {"X", VALUE}} == {
        "Sheet!A2": "X",
        "Sheet!C2": VALUE,
    }


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("507861113", r"000000\-0000", "050786-1113"),
        ("85260855", "General", "85260855"),
        ("31444", "dd/mm/yyyy", "01-02-1986"),
        ("29103282", "00 00 00 00", "29 10 32 82"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: str, code: str, text: str) -> None:
    data = cell(f'<c r="A2" s="1"><v>{value}</v></c>')
    styles = (
        f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    data = changed(data, "xl/styles.xml", "", styles)
    parts = read(data, Reading()).doc.parts
    assert [part.text for part in parts if part.place == "Sheet!A2"] == [text]


def test_a_relation_without_a_member_is_no_error() -> None:
    data = related(sheet(), SHEET, "comments", "/xl/missing.xml")
    assert RELS in members(data)["xl/worksheets/_rels/sheet1.xml.rels"].decode()
    assert read(data, Reading()).gaps == ()


@pytest.mark.parametrize("make", [word, slides, writing])
def test_what_a_template_says_is_no_finding(make: Callable[[], bytes], scan_file: Scan) -> None:
    assert scan_file(make()).result.is_clean
