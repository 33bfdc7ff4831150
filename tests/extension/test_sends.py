"""What a person does at the three sites: typed, pasted, dropped, chosen, and sent."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

from api.gate import Gate
from tests.extension.browser import Person, set_options
from tests.extension.sites import NOBODY, House, Vendor

VALUES = ("Mette", "Fjordlyst", "Lundtoft")
MAIL = "Hej Mette\n\nVil du sende tilbuddet til Fjordlyst Bageri ApS, att. Bo Lundtoft?"
PUBLIC = "Hvad er reglerne for moms?"
SECRET = "Serverens adgangskode er: Tq9!vLm2xZ"
WITH_CPR = "Kære Anne Holm, dit CPR-nr. er 010158-5670"


class Site(NamedTuple):
    """Where a text is written and sent, and one that may not go there."""

    host: str
    path: str
    field: str
    button: str
    text: str
    values: tuple[str, ...]
    placeholder: str


SITES = {
    "ChatGPT": Site(
        "chatgpt.com",
        "/",
        "#prompt-textarea",
        "[data-testid=send-button]",
        MAIL,
        VALUES,
        "[VIRKSOMHED_1]",
    ),
    "ChatGPT, signed out": Site(
        "chatgpt.com",
        "/page/signed-out",
        "textarea",
        "#send",
        MAIL,
        VALUES,
        "[VIRKSOMHED_1]",
    ),
    "Copilot": Site(
        "copilot.microsoft.com", "/", "#userInput", "button", MAIL, VALUES, "[VIRKSOMHED_1]"
    ),
    "Microsoft 365": Site(
        "m365.cloud.microsoft",
        "/",
        "#m365-chat-editor-target-element",
        ".fai-SendButton",
        SECRET,
        ("Tq9!vLm2xZ",),
        "[HEMMELIGHED_1]",
    ),
}


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, person: Person, vendor: Vendor) -> Site:
    site = SITES[request.param]
    person.open(site.host, site.path)
    vendor.forget()
    person.focus(site.field)
    return site


def content(person: Person, site: Site) -> str:
    code = "const f = document.querySelector(arguments[0]); return f.value ?? f.innerText"
    return str(person.script(code, site.field))


def hears_nothing(vendor: Vendor, *values: str) -> bool:
    return not any(value in vendor.heard for value in values)


@pytest.mark.parametrize("by", ["Enter", "button"])
def test_a_typed_text_is_held_and_goes_without_the_values(
    person: Person, vendor: Vendor, site: Site, by: str
) -> None:
    person.type(site.text)
    person.press(person.keys.ENTER) if by == "Enter" else person.focus(site.button)
    person.until(person.panel)
    assert vendor.heard.strip() == ""
    assert all(value in person.panel() for value in site.values)  # in place
    person.choose("Send uden de oplysninger")
    person.until(lambda: site.placeholder in vendor.heard)
    assert hears_nothing(vendor, *site.values)
    assert content(person, site).strip() == ""


def test_a_public_text_goes_as_it_is(person: Person, vendor: Vendor, site: Site) -> None:
    person.type(PUBLIC)
    person.press(person.keys.ENTER)
    person.until(lambda: PUBLIC in vendor.heard)
    assert person.panel() == ""
    assert content(person, site).strip() == ""


def test_a_pasted_text_waits_and_comes_without_the_values(
    person: Person, vendor: Vendor, site: Site
) -> None:
    person.type("Ret stavefejl: ")
    person.paste(site.text)
    person.until(person.panel)
    assert content(person, site).strip() == "Ret stavefejl:"
    person.choose("Sæt ind uden de oplysninger")
    person.until(lambda: site.placeholder in content(person, site))
    assert content(person, site).startswith("Ret stavefejl:")
    person.press(person.keys.ENTER)
    person.until(lambda: site.placeholder in vendor.heard)
    assert hears_nothing(vendor, *site.values)


def test_a_public_text_is_pasted(person: Person, site: Site) -> None:
    person.paste(PUBLIC)
    person.until(lambda: content(person, site).strip() == PUBLIC)


def test_a_dropped_text_waits(person: Person, vendor: Vendor, site: Site) -> None:
    person.drop(site.field, text=site.text)
    person.until(person.panel)
    person.choose("Sæt ind uden de oplysninger")
    person.until(lambda: site.placeholder in content(person, site))
    assert hears_nothing(vendor, *site.values)


@pytest.mark.parametrize("choice", ["Fortryd", "Ret teksten", "Escape"])
def test_what_is_not_sent_is_not_lost(
    person: Person, vendor: Vendor, site: Site, choice: str
) -> None:
    person.type(site.text)
    person.press(person.keys.ENTER)
    person.until(person.panel)
    person.press(person.keys.ESCAPE) if choice == "Escape" else person.choose(choice)
    person.until(lambda: not person.panel())
    assert " ".join(content(person, site).split()) == " ".join(site.text.split())
    assert vendor.heard.strip() == ""
    person.press(person.keys.END)
    person.type("!")  # the field has the focus again
    assert "!" in content(person, site)


def test_without_an_answer_nothing_is_sent(
    person: Person, vendor: Vendor, house: House, site: Site
) -> None:
    set_options(person, endpoint=NOBODY)
    try:
        person.open(site.host, site.path)
        vendor.forget()
        person.focus(site.field)
        person.type(PUBLIC)
        person.press(person.keys.ENTER)
        person.until(lambda: "Sluse svarer ikke" in person.panel())
        assert "Send som den er" not in person.panel()
        assert vendor.heard.strip() == ""
    finally:
        set_options(person, endpoint=house.address)
    person.open(site.host, site.path)  # the service is there again


def test_a_busy_service_holds(
    person: Person, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.open("chatgpt.com")
    vendor.forget()
    person.focus("#prompt-textarea")
    with monkeypatch.context() as while_crowded:
        while_crowded.setattr(Gate, "is_crowded", True)
        person.type(MAIL)
        person.press(person.keys.ENTER)
        person.until(lambda: "Sluse har travlt" in person.panel())
        assert "Send som den er" not in person.panel()
        assert vendor.heard.strip() == ""


def test_a_warning_may_be_passed_over(person: Person, vendor: Vendor) -> None:
    site = SITES["Microsoft 365"]
    person.open(site.host)
    person.focus(site.field)
    person.type(WITH_CPR)
    person.press(person.keys.ENTER)
    person.until(person.panel)
    assert "uden de oplysninger" not in person.panel()
    assert "010158-5670" not in vendor.heard
    person.choose("Send som den er")
    person.until(lambda: "010158-5670" in vendor.heard)


def test_a_block_may_not(person: Person) -> None:
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.type(WITH_CPR)
    person.press(person.keys.ENTER)
    person.until(person.panel)
    assert "Send som den er" not in person.panel()
    assert "AI-politikken: Fortrolighed" in person.panel()


def test_whoever_asks_for_approval_gets_a_message_without_the_values(person: Person) -> None:
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.type(WITH_CPR)
    person.press(person.keys.ENTER)
    person.until(person.panel)
    person.choose("Spørg om lov")
    person.until(lambda: "DPO" in person.panel())
    message = person.in_panel("return document.querySelector('textarea').value")
    assert "CPR-nummer" in message
    assert "AI-politikken" in message
    assert not any(value in message for value in ("010158", "Holm"))


def test_a_conversation_keeps_its_numbers_and_shows_its_values(
    person: Person, vendor: Vendor
) -> None:
    person.open("chatgpt.com")

    def is_answered(answer: str) -> bool:
        return answer in person.shown()

    asked = {
        "Hej Mette, har du talt med Fjordlyst Bageri ApS?": "Kære Mette, tak",
        "Hej Lars, spørg Mette": "Kære Lars, tak",
    }
    for text, answer in asked.items():
        person.focus("#prompt-textarea")
        person.type(text)
        person.press(person.keys.ENTER)
        person.choose("Send uden de oplysninger")
        # Until then the field is on its way down the page.
        person.until(partial(is_answered, answer))
    assert not person.panel()
    assert "Hej [PERSON_2], spørg [PERSON_1]" in vendor.heard
    assert "Kære Mette, tak" in person.shown()
    page = "return document.body.textContent + document.body.innerText + document.body.innerHTML"
    assert not any(value in person.script(page) for value in ("Mette", "Lars", "Fjordlyst"))
    assert "Kære [PERSON_2]" in person.script(page)


def test_the_keyboard_is_enough(person: Person, vendor: Vendor) -> None:
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.type(MAIL)
    person.press(person.keys.ENTER)
    person.until(person.panel)
    for _ in range(12):
        person.press(person.keys.TAB)
        if person.focused() == "Send uden de oplysninger":
            break
    person.press(person.keys.ENTER)
    person.until(lambda: "[VIRKSOMHED_1]" in vendor.heard)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "brev.txt"
    file.write_text(MAIL, encoding="utf-8")
    return file


@pytest.mark.parametrize("by", ["choice", "drop"])
def test_a_file_of_text_goes_without_the_values(
    person: Person, vendor: Vendor, letter: Path, by: str
) -> None:
    person.open("chatgpt.com")
    if by == "choice":
        person.choose_file("#upload", letter)
    else:
        person.drop("#composer", files=(letter,))
    person.until(person.panel)
    assert vendor.heard.strip() == ""
    person.choose("Send filen uden de oplysninger")
    person.until(lambda: person.script("return document.querySelector('#uploaded').textContent"))
    assert "[VIRKSOMHED_1]" in vendor.heard
    assert hears_nothing(vendor, *VALUES)


def test_a_file_that_is_not_sent_is_not_chosen(
    person: Person, vendor: Vendor, letter: Path
) -> None:
    person.open("chatgpt.com")
    person.choose_file("#upload", letter)
    person.choose("Fortryd")
    person.until(lambda: not person.panel())
    assert person.script("return document.querySelector('#upload').files.length") == 0
    assert vendor.heard.strip() == ""


def test_a_file_that_cannot_be_looked_into_is_held(
    person: Person, vendor: Vendor, tmp_path: Path
) -> None:
    file = tmp_path / "billede.bin"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00\x01Lundtoft")
    person.open("chatgpt.com")
    person.choose_file("#upload", file)
    person.until(person.panel)
    assert "Send som den er" not in person.panel()
    assert "Filen er beskadiget" in person.panel()
    person.press(person.keys.ESCAPE)
    send = "await fetch('/x', {method: 'PUT', body: new Uint8Array(given[0])})"
    assert "Failed to fetch" in person.wait_script(send, list(file.read_bytes()))
    assert vendor.heard.strip() == ""


def test_a_workbook_goes_without_the_values(person: Person, vendor: Vendor, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Navn", "Mail"])
    book.active.append(["Bo Lundtoft", "bo.lundtoft@fjordlyst-bageri.example"])
    file = tmp_path / "kunder.xlsx"
    book.save(file)
    person.open("chatgpt.com")
    person.choose_file("#upload", file)
    person.until(person.panel)
    assert "kunder.xlsx" in person.panel()
    assert vendor.heard.strip() == ""
    person.choose("Send filen uden de oplysninger")
    person.until(lambda: person.script("return document.querySelector('#uploaded').textContent"))
    (sent,) = [body for body in vendor.bodies if body.startswith(b"PK")]
    cells = [str(cell.value) for row in load_workbook(BytesIO(sent)).active for cell in row]
    assert "[PERSON_1]" in cells
    assert not any("undtoft" in cell for cell in cells)


BODIES = {
    "a form": """
        const body = new FormData();
        body.set('text', 'Hvem er med?');
        body.set('file', new File([new Uint8Array(arguments[0])], 'kunder.xlsx'));""",
    "bytes": "const body = new Uint8Array(arguments[0]);",
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_workbook_in_a_prompt_goes_without_the_values(
    person: Person, vendor: Vendor, kind: str
) -> None:
    """The page itself sends it, where prompts go; nobody has chosen a file."""
    book = Workbook()
    book.active.append(["Navn", "Mail"])
    book.active.append(["Bo Lundtoft", "bo.lundtoft@fjordlyst-bageri.example"])
    made = BytesIO()
    book.save(made)
    send = f"{BODIES[kind]} fetch('/backend-api/f/conversation', {{method: 'POST', body}})"
    person.open("chatgpt.com", "/page/plain")
    vendor.forget()
    person.script(send, list(made.getvalue()))
    person.until(person.panel)
    assert vendor.heard.strip() == ""
    person.choose("Send filen uden de oplysninger")
    person.until(lambda: any(b"PK" in body for body in vendor.bodies))
    (sent,) = [body for body in vendor.bodies if b"PK" in body]
    copy = load_workbook(BytesIO(sent[sent.index(b"PK\x03\x04") :]))
    cells = [str(cell.value) for row in copy.active for cell in row]
    assert "[PERSON_1]" in cells
    assert not any("undtoft" in cell for cell in cells)
