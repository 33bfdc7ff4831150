"""Corners of Office and OpenDocument files."""

from __future__ import annotations

import io
import zipfile

from .packages import VALUE, S, W, changed, members, packed, related, sheet, slides, word, writing

DOC, SHEET, SLIDE = "word/document.xml", "xl/worksheets/sheet1.xml", "ppt/slides/slide1.xml"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


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


OFFICE = {
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
}  # fmt: skip
