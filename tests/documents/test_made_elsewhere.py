"""Files as other programs write them: LibreOffice's Word, Excel and PDF, a thread of mails.

The sources lie in ``sources``; persons and addresses in them are invented.
"""

from __future__ import annotations

import email.policy
import io
import re
import subprocess
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from scanner.documents.read import read
from scanner.documents.reading import Reading

from .conftest import Redact, Scan

SOURCES = Path(__file__).parent / "sources"
AUTHORS = {"Gudmund Ravnsborg": "forfatter", "Signe Havkrog": "forfatter"}
LETTER = {
    "indsat": r"^afsnit \d+$",
    "kommentar": "^kommentar$",
    "fodnote": "^fodnote$",
    "sidehoved": "^sidehoved$",
    "boks": "tekstboks$",
    "form": r"^afsnit \d+",
    "alternativ": "alternativ tekst$",
}
# which format, by which name of LibreOffice's, and where each address has to be found
MADE = {
    "docx": ("aftale.fodt", {**LETTER, "slettet": "før rettelser$", **AUTHORS}),
    "odt": ("aftale.fodt", {**LETTER, "slettet": "^slettet tekst$", **AUTHORS}),
    "pdf": ("aftale.fodt", dict.fromkeys(["indsat", "fodnote", "sidehoved", "boks"], "^side 1$")),
    "xlsx": (
        "kunder.fods",
        {
            "pivot1": "^Data!A2$|^pivottabel",
            "pivot2": r"^Data!A3 \(skjult række\)$|^pivottabel",
            "note": "^Data!A2, kommentar$",
            "skjult": r"^Skjult \(skjult\)!A1$",
            "navngivet": "^projektmappe, navngivet område$",
            "Signe Havkrog": "kommentar, forfatter$",
        },
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sources as LibreOffice writes them in each format."""
    folder = tmp_path_factory.mktemp("made")
    for suffix, (source, _) in MADE.items():
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
                *("--headless", "--convert-to", suffix, "--outdir", str(folder)),
                str(SOURCES / source),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return {
        suffix: (folder / source).with_suffix(f".{suffix}").read_bytes()
        for suffix, (source, _) in MADE.items()
    }


def unpacked(data: bytes) -> bytes:
    """All bytes of a file, of a zip those of its members."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("suffix", MADE)
def test_what_libreoffice_writes_is_found_in_its_place(
    suffix: str, made: dict[str, bytes], scan_file: Scan
) -> None:
    scanned = scan_file(made[suffix])
    assert scanned.contents.gaps == ()
    for value, place in MADE[suffix][1].items():
        places = [at for text, _, at in scanned.found if text.startswith(value)]
        assert places, value
        assert all(re.search(place, at) for at in places), (value, places)


@pytest.mark.parametrize("suffix", MADE)
def test_a_copy_of_it_lacks_all_of_them(
    suffix: str, made: dict[str, bytes], redact_file: Redact
) -> None:
    copy = redact_file(made[suffix])
    raw = unpacked(copy)
    texts = "\n".join(part.text for part in read(copy, Reading()).doc.parts)
    for value in MADE[suffix][1]:
        word = value if " " in value else f"{value}@"
        assert word.encode() not in raw
        assert word not in texts


def thread() -> bytes:
    """An answer that carries the mail it answers, which carries an invitation and a table."""
    table = "navn;mail\nBo;tabel@eksempel.dk\n"
    event = "\r\n".join(
        [
            *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Møde hos moede@eksempel.dk"),
            *("ATTENDEE;CN=Gudmund Ravnsborg:mailto:gaest@eksempel.dk", "DESCRIPTION:Tag"),
            *("  listen til vaert@eksempel.dk med", "END:VEVENT", "END:VCALENDAR", ""),
        ]
    )
    first = EmailMessage(email.policy.SMTP)
    first["From"], first["To"] = "Signe Havkrog <foerst@eksempel.dk>", "kopi@eksempel.dk"
    first["Subject"] = "Indkaldelse fra emne@eksempel.dk"
    first.set_content("Hej\n\nSkriv til dybt@eksempel.dk.\n")
    first.add_alternative("<p>Skriv til dybt<b>@eksempel</b>.dk</p>", subtype="html")
    first.add_attachment(event.encode(), "text", "calendar", filename="møde.ics")
    first.add_attachment(table.encode("cp1252"), "text", "csv", filename="liste.csv")
    answer = EmailMessage(email.policy.SMTP)
    answer["From"], answer["To"] = "svar@eksempel.dk", "foerst@eksempel.dk"
    answer["Subject"] = "SV: Indkaldelse"
    answer.set_content("> Skriv til dybt@eksempel.dk.\n\nDet gør jeg.\n")
    answer.add_attachment(first)
    return answer.as_bytes()


IN_THREAD = {
    "svar": "^fra$",
    "foerst": "^til$|^vedhæftet mail › fra$",
    "kopi": "vedhæftet mail › til$",
    "emne": "vedhæftet mail › emne$",
    "dybt": "brødtekst",
    "moede": "vedhæftet: møde.ics",
    "gaest": "vedhæftet: møde.ics",
    "vaert": "vedhæftet: møde.ics",
    "tabel": "vedhæftet: liste.csv",
    "Gudmund Ravnsborg": "vedhæftet: møde.ics",
    "Signe Havkrog": "fra$",
}


def test_a_thread_of_mails_is_read_to_the_bottom(scan_file: Scan, redact_file: Redact) -> None:
    data = thread()
    scanned = scan_file(data)
    assert scanned.contents.gaps == ()
    for value, place in IN_THREAD.items():
        places = [at for text, _, at in scanned.found if text.startswith(value)]
        assert places, value
        assert all(re.search(place, at) for at in places), (value, places)
    copy = redact_file(data)
    texts = "\n".join(part.text for part in read(copy, Reading()).doc.parts)
    assert "Det gør jeg." in texts
    for value in IN_THREAD:
        word = value if " " in value else f"{value}@"
        assert word not in texts
        assert word.encode() not in copy
