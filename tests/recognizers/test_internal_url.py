"""Invented houses and machines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.internal_url import InternalUrlRecognizer

Found = Callable[[InternalUrlRecognizer, str], list[str]]

WHOLE = [
    "https://havnen.sharepoint.com/sites/Raad/Delte%20dokumenter/2026",
    "https://havnen-my.sharepoint.com/personal/ida_holm_havnen_dk/Documents/x.docx",
    "https://havnen.sharepoint.com/:w:/s/Raad/EabcD123?e=4kX",
    "havnen.sharepoint.com/sites/hr",
    r"\\havn-fs01\faelles\kommunikation",
    r"\\havn-fs01\kunder\2025\Q4",
    r"\\havn-fs01\Delte filer\Budget 2026\udkast.xlsx",
    r"\\\\havn-fs01\\kunder\\2025",
    r"H:\Kunder\2026\Strandby",
    r"K:\Personale\Lister 2026.xlsx",
    "file:///H:/Kunder/x.docx",
    "file://havn-fs01/kunder",
    "https://vaekst.intern.havnen.dk/sag/77120",
    "http://crm-api.havnen.local:8443/v2/contacts",
    "http://intranet/nyheder",
    "http://fs01:8080/",
    "https://intranet.havnen.dk",
    "intra.havnen.dk/hr/ferie",
    "sql02.havnen.local",
    "vh-db01.intern.havnen.dk",
    "nas-3.lan",
    "http://192.168.31.12/admin",
    "http://10.1.2.3:3000/",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0?context=x",
    "https://us02web.zoom.us/j/81234567890?pwd=QUJDMTIz",
    "https://havnen.crm4.dynamics.com/main.aspx?id=1",
    "https://havnen.atlassian.net/browse/VH-12",
    "https://dev.azure.com/havnen/vaekst/_git/app",
    "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/edit",
    "ssh://git.havnen.corp/repo.git",
    "ms-word:ofe|u|https://havnen.sharepoint.com/x.docx",
    "ldap://dc01.havnen.local",
    "smb://fs01/kunder",
]
FOUND = [
    ("se https://havnen.sharepoint.com/sites/x.", ["https://havnen.sharepoint.com/sites/x"]),
    ("(https://intranet.havnen.dk/a)", ["https://intranet.havnen.dk/a"]),
    ("Server=sql02.havnen.local,1433;Db=x", ["sql02.havnen.local"]),
    ("ligger i H:\\Kunder og her: G:\\Salg\\", ["H:\\Kunder", "G:\\Salg\\"]),
    ("mappen \\\\fs01\\kunder, tak", ["\\\\fs01\\kunder"]),
]
NEAR_MISSES = [
    "https://erhvervshusfyn.dk/arrangementer",
    "www.virk.dk",
    "https://www.sharepoint.com/",
    "https://contoso.sharepoint.com/sites/x",
    "http://localhost:8080/docs",
    "http://127.0.0.1:3000",
    "threading.local()",
    ".env.local",
    "den er intern.Vi ses",
    "host.docker.internal",
    r"C:\Users\ida\Desktop",
    r"re.compile('\\d+\\w')",
    r"String p = \"\\bCVR\\b\";",
    "https://zoom.us/webinar/register/WN_1",
    "https://zoom.us/download",
    "https://github.com/virk/app",
    "https://teams.microsoft.com/",
    "https://learn.microsoft.com/da-dk/sharepoint/sites",
    "kl. 8:30 / 9:30",
    "java.internal.util.List",
    "https://code.visualstudio.com/download",
    "https://internationalt.dk/internal",
    "https://docs.google.com/forms/d/e/1FAIpQLSd/viewform",
    "intern kontrol",
    "D: Direktør, M: Medarbejder",
    "og/eller",
]


@pytest.mark.parametrize("text", WHOLE)
def test_finds_all_of_it(found: Found, text: str) -> None:
    assert found(InternalUrlRecognizer(), text) == [text]
    assert found(InternalUrlRecognizer(), f"se {text} tak") == [text]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(InternalUrlRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(InternalUrlRecognizer(), text) == []
