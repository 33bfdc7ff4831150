"""All formats, in the order they are asked in: packages before plain zip, text last."""

from __future__ import annotations

from scanner.documents.format import Format
from scanner.documents.formats.calendar import CALENDAR
from scanner.documents.formats.csv import CSV
from scanner.documents.formats.docx import DOCX
from scanner.documents.formats.html import HTML
from scanner.documents.formats.json import JSON
from scanner.documents.formats.locked import LOCKED
from scanner.documents.formats.mail import MAIL
from scanner.documents.formats.mbox import MBOX
from scanner.documents.formats.odf import ODF
from scanner.documents.formats.outlook import OUTLOOK
from scanner.documents.formats.packed import PACKED
from scanner.documents.formats.pdf import PDF
from scanner.documents.formats.picture import PICTURE
from scanner.documents.formats.pptx import PPTX
from scanner.documents.formats.rtf import RTF
from scanner.documents.formats.seven_zip import SEVEN_ZIP
from scanner.documents.formats.tar import TAR
from scanner.documents.formats.text import TEXT
from scanner.documents.formats.xlsx import XLSX
from scanner.documents.formats.xml import XML
from scanner.documents.formats.zip import ZIP

FORMATS: tuple[Format, ...] = (
    LOCKED,
    OUTLOOK,
    DOCX,
    XLSX,
    PPTX,
    ODF,
    ZIP,
    SEVEN_ZIP,
    PACKED,
    TAR,
    PDF,
    PICTURE,
    RTF,
    CALENDAR,
    MBOX,
    MAIL,
    JSON,
    HTML,
    XML,
    CSV,
    TEXT,
)
