"""Invented values in the forms that vendors publish."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.secret import SecretRecognizer

Found = Callable[[SecretRecognizer, str], list[str]]

BODY = "MHcCAQEEIJk2vTq8Xn0bRw5yLz7oFcGd3uHs9aPmEi1KtVrYxQwZoAoGCCqGSM49AwEHoUQDQgAEw3nT8k"
PEM = f"-----BEGIN PRIVATE KEY-----\n{BODY}\n-----END PRIVATE KEY-----"
RANDOM = "Zr8qT1vHn42LwXyKcP9mBd7uEoJf3sGa6iWtRhQx"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJpZGEiLCJyb2xlIjoiYSJ9.q3Vd8Lr0nYx2TzKf7uJm1WbHs9PcEgA4oQi6"

FOUND = [
    ("mysql -u root -pkT9vLq2wZ regnskab", ["kT9vLq2wZ"]),
    ("curl -u bo:kT9vLq2wZ https://x.dk", ["kT9vLq2wZ"]),
    ("kode = 3Rf!9uTzLp", ["3Rf!9uTzLp"]),
    ("Adgangskode\nkT9vLq2wZ!", ["kT9vLq2wZ!"]),
    ("Gæste-wifi: Havneudsigt2026", ["Havneudsigt2026"]),
    ("min kode – den jeg prøvede var Vinter2026vke! – virker ikke", ["Vinter2026vke!"]),
    (f"API_KEY = 'sk-proj-{RANDOM}'", [f"sk-proj-{RANDOM}"]),
    (f"nøglen ghp_{RANDOM[:36]} virker ikke", [f"ghp_{RANDOM[:36]}"]),
    ("bruger mette, adgangskode Tulipan-Mark9", ["Tulipan-Mark9"]),
    ("aws AKIAQ7ZXVB2MRT6LKYCN", ["AKIAQ7ZXVB2MRT6LKYCN"]),
    (f"glpat-{RANDOM[:20]}", [f"glpat-{RANDOM[:20]}"]),
    (f"AIza{RANDOM[:35]}", [f"AIza{RANDOM[:35]}"]),
    (f"Authorization: Bearer {JWT}", [JWT]),
    (f"se {JWT}.", [JWT]),
    (f"tls.key: |\n{PEM}", [PEM]),
    (f"Authorization: Bearer {RANDOM}", [RANDOM]),
    ("postgres://app:S0mmer-hus@db/x", ["S0mmer-hus"]),
    ("Server=db;User Id=sa;Password=Hjul&Vaekst#25;Encrypt=True", ["Hjul&Vaekst#25"]),
    ("DB_PASSWORD=t9$Kr1stian-sandKasse", ["t9$Kr1stian-sandKasse"]),
    ('smtp-pass: "b1ueT0rsk-i-karry"', ["b1ueT0rsk-i-karry"]),
    ("JWT_SECRET=8f2c1d9e77ab4036b5d1e0c94a6f3b28", ["8f2c1d9e77ab4036b5d1e0c94a6f3b28"]),
    ('{"clientSecret": "mK8~qLr0nYx2TzKf"}', ["mK8~qLr0nYx2TzKf"]),
    ("PASSWORD=rugbrød", ["rugbrød"]),
    ("connect(user='ida', password='sommerhus')", ["sommerhus"]),
    ("mysql --password Fisk3suppe -u ida", ["Fisk3suppe"]),
    ("https://x.dk/a?user=1&token=q3Vd8Lr0nYx2&b=2", ["q3Vd8Lr0nYx2"]),
    ("UPDATE konto SET password='Sommer2026!' WHERE id=1", ["Sommer2026!"]),
    ("Adgangskode: Vinterjakke!2026", ["Vinterjakke!2026"]),
    ("Netværk: Gaest. Adgangskode: Vinterjakke!2026. Husk det", ["Vinterjakke!2026"]),
    ("Kodeord: sommerhus", ["sommerhus"]),
    ("koden er Fisk3suppe", ["Fisk3suppe"]),
    ("Koden til wifi er Fisk3suppe", ["Fisk3suppe"]),
    ("adgangskoden til portalen er: Fisk3suppe.", ["Fisk3suppe"]),
    ("Midlertidig kode sat til Efterår-7741-kaffe, skal skiftes", ["Efterår-7741-kaffe"]),
    ("din adgangskode er ændret til Lykke2026", ["Lykke2026"]),
    ("kodeordet blev nulstillet til Havn#4411", ["Havn#4411"]),
    ("Har prøvet med Muslinger4ever! som var den kode jeg fik", ["Muslinger4ever!"]),
    ("log ind med ida.holm og koden Sommer!2026", ["Sommer!2026"]),
    ("brugernavn ida / kode Xyz12345", ["Xyz12345"]),
    ("Login: ida / Fisk!2345", ["Fisk!2345"]),
    ("pinkode: 4821", ["4821"]),
    ("pinkoden er 4821", ["4821"]),
    ("the password is Harbour77!", ["Harbour77!"]),
    ('my password is "kanelsnegl"', ["kanelsnegl"]),
    ("Kanelsnegl!77 er koden", ["Kanelsnegl!77"]),
    ("wifi-kode: hygge1234", ["hygge1234"]),
    ("Navn;Adgangskode\nIda;Havn2026x", ["Havn2026x"]),
    ("<password>Havn2026x</password>", ["Havn2026x"]),
    ("password was reset to Harbour#88", ["Harbour#88"]),
    ("pw: Havn2026x", ["Havn2026x"]),
]
NEAR_MISSES = [
    "mysql -u root -p regnskab",
    "curl -u $BRUGER:$KODE https://x.dk",
    "kode = E1234-55",
    "Fejlkode = E1234-55",
    "wifi: 802.11ac",
    "adgangskode til Windows-Server-2022",
    "adgangskode Mandag er glemt",
    "postkode Modul9Byen",
    "API_KEY=<API_KEY>",
    "DB_PASSWORD=${DB_PASSWORD}",
    "TOKEN=your-token-here",
    "password: ********",
    "password=xxxx",
    "Adgangskode: [adgangskode]",
    "Adgangskode: skal ændres",
    "adgangskoden er forkert",
    "koden er udløbet",
    "koden er svær at læse",
    "postkode 2100",
    "branchekode 620100",
    "Branchekode: 620100",
    "rabatkode: SOMMER25X",
    "kildekoden er på GitHub",
    "stregkode 5790000123452",
    "brug sikre adgangskoder, softwareopdateringer",
    "Hash a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
    "id 550e8400-e29b-41d4-a716-446655440000",
    "max_tokens=4096",
    "PublicKeyToken=b77a5c561934e089",
    "password = getpass.getpass()",
    "token = os.environ['TOKEN']",
    "password: str",
    "secret: null",
    "const password = req.body.password;",
    "Adgangskoden skal være på mindst 12 tegn",
    "Adgangskode: mindst 12 tegn og et tal",
    "password policy: 12 characters",
    "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    "AKIAIOSFODNN7EXAMPLE",
    "https://user:pass@host/x",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA",
    "kode 404",
    "Du må ikke indsætte adgangskoder eller andet",
    "Hvad er en god adgangskode?",
    "skriv kode i Python",
    "etisk kode: åbenhed",
    "en ny adgangskode til alle",
    "token-baseret login",
    "Nøgletal: 12.400",
    "pas 208817365",
    "Koden i cellen er =HVIS(A2>3;1;0)",
    "Sessionen var sat til mandag",
    "sk-skolen er lukket",
    "Basic kursus i Excel",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(SecretRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(SecretRecognizer(), text) == []
