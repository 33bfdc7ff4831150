"""What a person wrote stays with the person: in no storage, no log, no script of a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.extension.browser import EXTENSION_ID, Person
from tests.extension.sites import House, Vendor

CANARY = ("Ravnhild", "Skjoldmose", "ravnhild.skjoldmose")
TEXT = "Hej Ravnhild Skjoldmose, skriv til ravnhild.skjoldmose@skjoldmose-vaeveri.example"


def holds_canary(text: str) -> bool:
    return any(word.lower() in text.lower() for word in CANARY)


@pytest.fixture
def sent(person: Person, vendor: Vendor) -> Person:
    """A page from which a text was sent without its values, and that shows them in the answer."""
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.type(TEXT)
    person.press(person.keys.ENTER)
    person.choose("Send uden de oplysninger")
    person.until(lambda: "[MAIL_1]" in vendor.heard)
    person.until(lambda: "Kære Ravnhild" in person.shown())
    return person


def test_nothing_is_kept(sent: Person, house: House, profile: Path, driver: Any) -> None:
    logs = json.dumps(driver.get_log("browser"))
    assert not holds_canary(logs)
    read = """
        const {local, session} = chrome.storage;
        return JSON.stringify([await local.get(), await session.get()])"""
    driver.switch_to.new_window("tab")
    driver.get(f"chrome-extension://{EXTENSION_ID}/options/options.html")
    kept = sent.wait_script(read)
    assert "endpoint" in kept
    assert not holds_canary(kept)
    driver.close()
    driver.switch_to.window(driver.window_handles[0])
    kept_by_browser = ("Local Extension Settings", "Sync Extension Settings", "DNR Extension Rules")
    for place in (house.state, *(profile / "Default" / name for name in kept_by_browser)):
        for file in place.rglob("*"):
            if file.is_file():
                assert not holds_canary(file.read_bytes().decode("latin-1")), file.name


def test_the_page_cannot_read_what_is_shown(sent: Person) -> None:
    page = """
        const all = [...document.querySelectorAll('*')];
        getSelection().selectAllChildren(document.body);
        const selected = getSelection().toString();
        const roots = all.map((one) => one.shadowRoot).filter(Boolean);
        const inner = (one) => {
          try { return one.attachInternals().shadowRoot } catch { return null }
        };
        const internals = all.map(inner);
        return JSON.stringify([
          document.documentElement.outerHTML, document.body.innerText, selected,
          document.documentElement.getHTML({serializableShadowRoots: true}),
          roots.length, internals.filter(Boolean).length, Object.keys(window)])"""
    seen = sent.script(page)
    assert "[MAIL_1]" in seen or "[PERSON_1]" in seen
    assert not holds_canary(seen)
    assert json.loads(seen)[4:6] == [0, 0]


SELECTED = {
    "all": "selection.selectAllChildren(document.body)",
    "from the value on": """
        selection.collapse(document.querySelector('span[data-sluse]'), 0);
        for (let word = 0; word < 6; word += 1) selection.modify('extend', 'forward', 'word')""",
    "backwards": """
        const shown = [...document.querySelectorAll('span[data-sluse]')].at(-1);
        selection.collapse(shown.parentNode, shown.parentNode.childNodes.length);
        for (let word = 0; word < 6; word += 1) selection.modify('extend', 'backward', 'word')""",
    "found": "window.find('Ravnhild')",
}


@pytest.mark.parametrize("way", SELECTED)
def test_what_is_selected_tells_the_page_nothing(sent: Person, way: str) -> None:
    told = f"""
        const selection = getSelection();
        {SELECTED[way]};
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const {{toString}} = frame.contentWindow.Selection.prototype;
        return [`${{selection}}`, toString.call(selection)].join()"""
    assert not holds_canary(sent.script(told))


def test_what_a_person_selects_and_drags_tells_the_page_nothing(sent: Person) -> None:
    sent.script("""
        window.told = '';
        for (const name of ['dragstart', 'selectionchange', 'mouseup', 'copy']) {
          addEventListener(name, (event) => {
            const data = event.dataTransfer ?? event.clipboardData;
            window.told += `${getSelection()} ${data?.getData('text/plain') ?? ''}`;
          }, true);
        }""")
    assert holds_canary(copied(sent))  # it was selected
    answer = sent.driver.find_elements("css selector", "#turns p")[-1]
    sent.chain().drag_and_drop_by_offset(answer, 5, 60).perform()
    told = sent.script("return window.told")
    assert told.strip() == "" or "_1]" in told
    assert not holds_canary(told)


def copied(person: Person) -> str:
    """The clipboard, once the person has copied the line with the answer."""
    answer = person.driver.find_elements("css selector", "#turns p")[-1]
    person.chain().move_to_element(answer).click().click().click().perform()  # the whole line
    chain = person.chain().key_down(person.keys.CONTROL)
    chain.send_keys("c").key_up(person.keys.CONTROL).perform()
    driver = person.driver
    page = driver.current_window_handle
    driver.switch_to.new_window("tab")  # a page that is not watched: a watched one would wait
    person.open("chat.example.org")
    person.focus("textarea")
    paste = person.chain().key_down(person.keys.CONTROL)
    paste.send_keys("v").key_up(person.keys.CONTROL).perform()
    text = str(person.script("return document.querySelector('textarea').value"))
    driver.close()
    driver.switch_to.window(page)
    return text


def test_a_copied_answer_has_the_values(sent: Person) -> None:
    """For the person, that is; from there they are pasted elsewhere, or held again."""
    assert holds_canary(copied(sent))


def test_a_page_script_reaches_neither_the_extension_nor_the_service(
    person: Person, house: House
) -> None:
    person.open("chatgpt.com")
    tried = person.wait_script(
        """
        const [address, id] = given;
        const tried = {};
        const attempt = async (name, work) => {
          try { tried[name] = String(await work()); } catch (error) { tried[name] = 'no'; }
        };
        await attempt('service', () => fetch(`${address}/v1/policy`));
        await attempt('file', () => fetch(`chrome-extension://${id}/words.js`));
        await attempt('message', () => chrome.runtime.sendMessage(id, {type: 'check', text: 'x'}));
        await attempt('port', () => new Promise((given, fail) => {
          document.addEventListener('sluse-port', (event) => given('port'), true);
          document.dispatchEvent(new Event('sluse-ready'));
          setTimeout(fail, 500);
        }));
        tried.left = typeof sluse;
        return tried""",
        house.address,
        EXTENSION_ID,
    )
    nothing = {"service": "no", "file": "no", "message": "no", "port": "no"}
    assert tried == nothing | {"left": "undefined"}


SWITCHES = {
    "promises": """
        const {then} = Promise.prototype;
        Promise.prototype.then = function (given) { given({may: true, texts: []}) };
        setTimeout(() => { Promise.prototype.then = then }, 1000)""",
    "messages": """
        const forged = {id: 1, may: true, texts: []};
        Object.defineProperty(MessageEvent.prototype, 'data', {get: () => forged})""",
    "maps": "Map.prototype.get = () => (answer) => answer({may: true, texts: []})",
    "lists": "Object.defineProperty(Array.prototype, '0', {set() {}, configurable: true})",
    "loops": "Array.prototype[Symbol.iterator] = function* () {}",
    "what JSON writes": """
        const text = 'Hej Ravnhild Skjoldmose, skriv til mig';
        Object.prototype.toJSON = () => ({a: text})""",
    "patterns": "RegExp.prototype.exec = () => ['']",
    "JSON": "JSON.parse = () => ({})",
    "text": "TextDecoder.prototype.decode = () => ''",
    "objects": "Object.prototype.may = true; Object.prototype.texts = []",
    "bytes of objects": """
        Object.prototype.bytes = new ArrayBuffer(0);
        Object.prototype.put = () => {}""",
    "questions": "Object.prototype.purpose = 'insert'; Object.prototype.url = '/c/api/chat'",
    "posts": "MessagePort.prototype.postMessage = () => {}",
    "a port of its own": """
        const {port1, port2} = new MessageChannel();
        document.dispatchEvent(new MessageEvent('sluse-port', {ports: [port2], cancelable: true}));
        port1.onmessage = ({data}) => port1.postMessage({id: data.id, may: true, texts: []})""",
}


FORMS = {
    "iterators": """
        for (const one of [new FormData(), new URLSearchParams(), new Headers()]) {
          Object.getPrototypeOf(one.entries()).next = () => ({done: true});
        }""",
    "loops": """
        Array.prototype[Symbol.iterator] = function* () { yield ['a', text] };
        FormData.prototype[Symbol.iterator] = Array.prototype[Symbol.iterator];
        FormData.prototype.entries = Array.prototype[Symbol.iterator]""",
    "text": "URLSearchParams.prototype.toString = () => `a=${encodeURIComponent(text)}`",
}


@pytest.mark.parametrize("switch", FORMS)
def test_a_page_script_cannot_hide_a_form(person: Person, vendor: Vendor, switch: str) -> None:
    person.open("chatgpt.com", "/page/plain")
    send = f"""
        const [text] = arguments;
        const form = new FormData();
        form.set('a', text);
        const parameters = new URLSearchParams({{a: text}});
        {FORMS[switch]};
        const type = 'application/x-www-form-urlencoded';
        fetch('/x', {{method: 'POST', body: form}});
        fetch('/x', {{method: 'POST', body: parameters}});
        fetch('/x', {{method: 'POST', headers: {{'Content-Type': type}}, body: parameters}})"""
    person.script(send, TEXT)
    person.settle()
    assert not holds_canary(vendor.heard)


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_page_script_cannot_switch_the_guard_off(
    person: Person, vendor: Vendor, switch: str
) -> None:
    person.open("chatgpt.com", "/page/plain")
    send = f"""
        const text = arguments[0];
        setTimeout(() => {{
          {SWITCHES[switch]};
          fetch('/x', {{method: 'POST', body: `{{"a": "${{text}}"}}`}});
        }}, 100)"""
    person.script(send, TEXT)
    person.settle()
    assert not holds_canary(vendor.heard)
