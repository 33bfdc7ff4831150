"""People are quick and pages are lively: whatever comes in between, nothing goes by unseen."""

from __future__ import annotations

import pytest

from tests.extension.browser import Person
from tests.extension.sites import Vendor

FIELD = "#prompt-textarea"
BUTTON = "[data-testid=send-button]"
TEXT = "Hej Ravnhild Skjoldmose, hvornår skal momsen indberettes?"
SAFE = "Hej [PERSON_1], hvornår skal momsen indberettes?"
REDACTED = "Send uden de oplysninger"


@pytest.fixture
def writing(person: Person, vendor: Vendor) -> Person:
    """Somebody with the cursor in the field."""
    person.open("chatgpt.com")
    vendor.forget()
    person.focus(FIELD)
    return person


def sent(vendor: Vendor) -> int:
    """How often the text has left without the name."""
    return sum(SAFE in body.decode("utf-8", "replace") for body in vendor.bodies)


def field(person: Person) -> str:
    return str(person.script("return document.querySelector(arguments[0]).innerText", FIELD))


def test_enter_twice_sends_once(writing: Person, vendor: Vendor) -> None:
    writing.type(TEXT)
    writing.press(writing.keys.ENTER, writing.keys.ENTER)
    writing.choose(REDACTED)
    writing.until(lambda: sent(vendor))
    writing.settle()
    assert writing.panel() == ""
    assert sent(vendor) == 1
    assert "Skjoldmose" not in vendor.heard


def test_enter_and_the_button_at_once_send_once(writing: Person, vendor: Vendor) -> None:
    writing.type(TEXT)
    writing.press(writing.keys.ENTER)
    writing.script("document.querySelector(arguments[0]).click()", BUTTON)  # the page's own doing
    writing.until(writing.panel)
    assert "Skjoldmose" not in vendor.heard


def test_a_text_that_is_changed_meanwhile_is_not_sent(writing: Person, vendor: Vendor) -> None:
    """What was looked at is not what stands in the field: it is for the person to send it again."""
    writing.type(TEXT)
    writing.press(writing.keys.ENTER)
    writing.until(writing.panel)
    more = "document.querySelector(arguments[0]).querySelector('p').append(' og Bo Lundtoft')"
    writing.script(more, FIELD)
    writing.choose(REDACTED)
    writing.until(lambda: not writing.panel())
    writing.settle()
    assert vendor.heard.strip() == ""
    assert "Lundtoft" in field(writing)


def test_a_page_that_sends_what_is_pasted_gets_nothing(writing: Person, vendor: Vendor) -> None:
    writing.script(
        """
        const [field, button] = arguments;
        const send = () => document.querySelector(button).click();
        for (const name of ['paste', 'beforeinput', 'input']) addEventListener(name, send, true);
        document.querySelector(field).addEventListener('paste', send)""",
        FIELD,
        BUTTON,
    )
    writing.paste(TEXT)
    writing.until(writing.panel)
    writing.settle()
    assert "Skjoldmose" not in vendor.heard


def test_enter_that_ends_a_composition_sends_nothing_unseen(
    writing: Person, vendor: Vendor
) -> None:
    told = {"text": TEXT, "selectionStart": len(TEXT), "selectionEnd": len(TEXT)}
    writing.driver.execute_cdp_cmd("Input.imeSetComposition", told)
    key = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
    writing.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    writing.settle()
    assert vendor.heard.strip() == ""
    writing.driver.execute_cdp_cmd("Input.insertText", {"text": TEXT})  # the composition's end
    writing.press(writing.keys.ENTER)
    writing.choose(REDACTED)
    writing.until(lambda: sent(vendor))
    assert "Skjoldmose" not in vendor.heard


def test_a_panel_that_the_page_takes_away_comes_back(writing: Person, vendor: Vendor) -> None:
    writing.type(TEXT)
    writing.press(writing.keys.ENTER)
    writing.until(writing.panel)
    writing.script("document.querySelectorAll('[data-sluse]').forEach((one) => one.remove())")
    writing.choose(REDACTED)
    writing.until(lambda: sent(vendor))
    assert "Skjoldmose" not in vendor.heard


def test_a_page_script_cannot_press_the_panels_buttons(writing: Person, vendor: Vendor) -> None:
    writing.type(TEXT)
    writing.press(writing.keys.ENTER)
    writing.until(writing.panel)
    writing.script(
        """
        const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        for (const one of [at, at.shadowRoot, ...at.children].filter(Boolean)) one.click?.();
        for (const key of ['Enter', ' ', 'Escape']) {
          at.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true}));
        }
        document.activeElement.click()"""
    )
    writing.settle()
    assert "Skal vi skjule" in writing.panel()
    assert vendor.heard.strip() == ""


@pytest.fixture
def reading(person: Person, vendor: Vendor) -> Person:
    """A page that keeps what is pasted or dropped anywhere on it; nobody is in a field."""
    person.open("chatgpt.com", "/page/plain")
    vendor.forget()
    person.script(
        """
        window.told = '';
        for (const name of ['paste', 'drop', 'beforeinput']) {
          addEventListener(name, (event) => {
            const data = event.clipboardData ?? event.dataTransfer;
            for (const type of data?.types ?? []) window.told += data.getData(type);
          }, true);
        }
        addEventListener('dragover', (event) => event.preventDefault());
        document.activeElement.blur()"""
    )
    return person


def told(person: Person) -> str:
    return str(person.script("return window.told"))


def test_a_page_reads_no_paste_that_is_for_no_field(reading: Person) -> None:
    reading.paste(TEXT)
    reading.until(reading.panel)
    assert told(reading) == ""
    reading.choose("Sæt ind uden de oplysninger")
    reading.until(lambda: told(reading) == SAFE)


def test_a_page_reads_no_drop_that_is_for_no_field(reading: Person) -> None:
    reading.drop("body", text=TEXT)
    reading.until(reading.panel)
    reading.press(reading.keys.ESCAPE)
    reading.until(lambda: not reading.panel())
    assert told(reading) == ""


def test_a_page_reads_no_paste_without_plain_text(reading: Person) -> None:
    """Some programs give markup alone."""
    copy = """
        document.addEventListener('copy', (event) => {
          event.clipboardData.setData('text/html', `<p>${arguments[0]}</p>`);
          event.preventDefault();
        }, {once: true});
        getSelection().selectAllChildren(document.body)"""
    reading.script(copy, TEXT)
    keys = reading.keys
    for key in ("c", "v"):
        reading.chain().key_down(keys.CONTROL).send_keys(key).key_up(keys.CONTROL).perform()
    reading.until(reading.panel)
    assert "Skjoldmose" in reading.panel()
    assert told(reading) == ""
    reading.press(keys.ESCAPE)


READS = {
    "text": "return await navigator.clipboard.readText()",
    "items": """
        const [item] = await navigator.clipboard.read();
        return await (await item.getType('text/plain')).text()""",
}


@pytest.mark.parametrize("way", READS)
def test_a_page_that_reads_the_clipboard_itself_waits(reading: Person, way: str) -> None:
    reading.paste(TEXT)  # which allows it to
    reading.until(reading.panel)
    reading.press(reading.keys.ESCAPE)
    reading.until(lambda: not reading.panel())
    reading.script(f"(async () => {{ {READS[way]} }})().then((text) => {{ window.told = text }})")
    reading.until(reading.panel)
    assert told(reading) == ""
    reading.choose("Sæt ind uden de oplysninger")
    reading.until(lambda: told(reading) == SAFE)
