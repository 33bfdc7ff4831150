"""Text that comes all at once and is neither pasted nor dropped waits for its verdict too."""

from __future__ import annotations

import pytest

from tests.extension.browser import Person
from tests.extension.sites import Vendor

TEXT = "Hej Ravnhild Skjoldmose, hvornår skal momsen indberettes?"
SAFE = "Hej [PERSON_1], hvornår skal momsen indberettes?"
PUBLIC = "Hvornår skal momsen indberettes?"
FIELDS = {
    "a plain field": ("/page/signed-out", "textarea"),
    "ProseMirror": ("/", "#prompt-textarea"),
}


@pytest.fixture(params=FIELDS)
def field(request: pytest.FixtureRequest, person: Person, vendor: Vendor) -> str:
    """With the cursor in it; its page sends at once whatever an event tells it."""
    path, field = FIELDS[request.param]
    person.open("chatgpt.com", path)
    person.focus(field)
    person.script("""
        for (const name of ['beforeinput', 'input', 'textInput', 'paste']) {
          addEventListener(name, (event) => {
            const field = event.target.closest('textarea, [contenteditable]');
            const told = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
            const text = `${told} ${field?.value ?? field?.textContent ?? ''}`;
            new Image().src = `/x?a=${encodeURIComponent(text)}`;
          }, true);
        }""")
    vendor.forget()
    return field


def content(person: Person, field: str) -> str:
    code = "const f = document.querySelector(arguments[0]); return f.value ?? f.innerText"
    return str(person.script(code, field)).strip()


def test_it_waits_and_comes_without_the_values(person: Person, vendor: Vendor, field: str) -> None:
    person.put(TEXT)
    person.until(person.panel)
    assert content(person, field) == ""
    person.choose("Sæt ind uden de oplysninger")
    person.until(lambda: content(person, field) == SAFE)
    person.type("!")
    person.until(lambda: "person_1" in vendor.everything)  # the page does send
    assert "skjoldmose" not in vendor.everything


def test_what_is_public_comes(person: Person, field: str) -> None:
    person.put(PUBLIC)
    person.until(lambda: content(person, field) == PUBLIC)
    assert person.panel() == ""


def test_one_piece_after_the_other(person: Person, field: str) -> None:
    """Nothing that is dictated is lost, and nothing comes before what was said earlier."""
    pieces = ["Hvornår skal ", "momsen ", "indberettes, ", "og hvordan?"]
    for piece in pieces:
        person.put(piece)
    person.until(lambda: content(person, field) == "".join(pieces))


def test_what_stands_there_is_replaced_where_it_stood(person: Person, field: str) -> None:
    """As by the correction of a word."""
    person.type("Hvad er reglne for moms?")
    person.press(person.keys.HOME, *[person.keys.ARROW_RIGHT] * 8)
    chain = person.chain().key_down(person.keys.SHIFT).send_keys(*[person.keys.ARROW_RIGHT] * 6)
    chain.key_up(person.keys.SHIFT).perform()
    person.put("reglerne")
    person.until(lambda: content(person, field) == "Hvad er reglerne for moms?")


# What no browser lets an extension stop: it is there at once, and looked at then.
LET_BE = {
    "a composition": lambda person: person.driver.execute_cdp_cmd(
        "Input.imeSetComposition",
        {"text": TEXT, "selectionStart": len(TEXT), "selectionEnd": len(TEXT)},
    ),
    "what the browser fills in": lambda person: person.script(
        """
        const field = document.querySelector('textarea');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', {bubbles: true}))""",
        TEXT,
    ),
    "a command": lambda person: person.script(
        "document.execCommand('insertText', false, arguments[0])", TEXT
    ),
    "a script": lambda person: person.script(
        "document.querySelector('textarea').value = arguments[0]", TEXT
    ),
}


@pytest.mark.parametrize("way", LET_BE)
def test_until_it_is_looked_at_nothing_that_could_be_it_goes(
    person: Person, vendor: Vendor, way: str
) -> None:
    person.open("chatgpt.com", "/page/signed-out")
    person.focus("textarea")
    person.script("""
        addEventListener('input', ({target}) => {
          const body = btoa(encodeURIComponent(target.value));
          fetch('/x', {method: 'POST', body}).catch(() => 0);
        })""")
    vendor.forget()
    LET_BE[way](person)
    ask = "return await fetch('/seen/Ravnhild%20Skjoldmose').then(() => 'sent', () => 'refused')"
    person.until(lambda: person.wait_script(ask) == "refused")
    vendor.forget()
    body = "await fetch('/x', {method: 'POST', body: btoa(encodeURIComponent(given[0]))})"
    assert "Failed to fetch" in str(person.wait_script(body, TEXT))
    assert vendor.heard.strip() == ""
