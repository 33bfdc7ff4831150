"""The net: whatever way a script takes, nothing non-public reaches the vendor."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.extension.browser import Person, chromium, set_options
from tests.extension.sites import NOBODY, House, Vendor
from tests.extension.ways import LOST, UNSEEN, WAYS

ADDRESS = "bo.lundtoft@fjordlyst-bageri.example"
TEXT = f"{ADDRESS} skal kontaktes"
PUBLIC = "Hvad er reglerne for moms?"
# Nothing can be put in its place there, or nobody can be asked in time.
REFUSED = {
    "a name of a member",
    "an address",
    "XMLHttpRequest that does not wait",
    "a shared worker",
    "a service worker",
    "a form that a script sends",
    "a form that a script presses",
    "a form in an address",
    "a form with a file",
    "a stream over a socket",
    "a shared worker made of text",
    "bytes that change afterwards",
}
LATER = "bytes that change afterwards"  # what was there at the time has gone
FORMS = [way for way in WAYS if way.startswith("a form ") and way != "a form"]


@pytest.fixture(scope="module")
def unguarded(vendor_module: Vendor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    profile: Path = tmp_path_factory.mktemp("unguarded")
    with chromium(vendor_module.port, profile=profile, extension=None) as made:
        yield made


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_a_script_leads_out(person: Person, vendor: Vendor, way: str) -> None:
    person.open("chatgpt.com", "/page/plain")
    person.wait_script(WAYS[way], TEXT)
    assert ADDRESS not in vendor.heard
    assert "lundtoft" not in vendor.heard
    assert ("[MAIL_1]" in vendor.heard) == (way not in REFUSED)


# A stream goes out over HTTP/2 only, which this server does not speak.
@pytest.mark.parametrize("way", [way for way in WAYS if way not in {"a stream", LATER}])
def test_without_the_extension_every_way_does(unguarded: Any, vendor: Vendor, way: str) -> None:
    """The negative control: the pages would send it."""
    alone = Person(unguarded)
    alone.open("chatgpt.com", "/page/plain")
    alone.wait_script(WAYS[way], TEXT)
    assert ADDRESS in vendor.heard


@pytest.mark.parametrize("way", [*(way for way in WAYS if way not in REFUSED), *FORMS])
def test_a_public_text_passes_unchanged(person: Person, vendor: Vendor, way: str) -> None:
    person.open("chatgpt.com", "/page/plain")
    person.wait_script(WAYS[way], PUBLIC)
    assert PUBLIC in vendor.heard


@pytest.mark.parametrize("way", WAYS)
def test_nothing_leaves_when_the_service_is_down(
    person: Person, vendor: Vendor, house: House, way: str
) -> None:
    set_options(person, endpoint=NOBODY)
    try:
        person.open("chatgpt.com", "/page/plain")
        person.wait_script(WAYS[way], PUBLIC)
        assert "moms" not in vendor.heard
    finally:
        set_options(person, endpoint=house.address)


@pytest.mark.parametrize("way", UNSEEN)
def test_what_is_not_seen_is_what_the_documentation_says(
    person: Person, vendor: Vendor, way: str
) -> None:
    """Nobody has written it; the control of the next test."""
    person.open("chatgpt.com", "/page/plain")
    person.wait_script(UNSEEN[way], TEXT)
    assert is_told(vendor)


def is_told(vendor: Vendor) -> bool:
    """Whether the text has come, in whatever form."""
    encoded = base64.b64encode((TEXT * 2).encode()).decode()
    numbers = json.dumps(list(TEXT.encode()))
    letters = b"".join(vendor.bodies).decode("utf-8", "replace")
    forms = ("lundtoft", encoded, quote(encoded), numbers)
    return any(form in told for form in forms for told in (vendor.heard, vendor.carried, letters))


def stands(person: Person, text: str) -> None:
    """The text is in the field, and has been looked at; nobody has cleared it."""
    person.open("chatgpt.com", "/page/plain")
    person.focus("textarea")
    person.type(text)
    person.settle()


@pytest.mark.parametrize("way", UNSEEN)
def test_nothing_that_could_be_it_goes_while_it_stands_in_the_field(
    person: Person, vendor: Vendor, way: str
) -> None:
    stands(person, TEXT)
    vendor.forget()
    person.wait_script(f"await (async () => {{ {UNSEEN[way]} }})().catch(() => 0)", TEXT)
    assert not is_told(vendor)


@pytest.mark.parametrize("way", UNSEEN)
def test_while_a_public_text_stands_there_the_page_goes_on(
    person: Person, vendor: Vendor, way: str
) -> None:
    stands(person, PUBLIC)
    vendor.forget()
    person.wait_script(UNSEEN[way], TEXT)
    assert is_told(vendor)


@pytest.mark.parametrize("way", LOST)
def test_what_is_out_of_reach_is_what_the_documentation_says(
    person: Person, vendor: Vendor, way: str
) -> None:
    stands(person, TEXT)
    vendor.forget()
    person.wait_script(LOST[way], TEXT)
    assert is_told(vendor)


PROTOCOL: dict[str, Any] = {
    "event": "ping",
    "id": "6f1c1b1e-9f0a-4e0e-8d5b-0a4f6d1f7c11",
    "time": "2026-11-25T10:00:00.000Z",
    "visible": False,
    "size": 13585628,
}


def test_while_it_stands_there_the_page_still_works(person: Person, vendor: Vendor) -> None:
    """What is short, an id, a time, or was sent before anything was written belongs to the page."""
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"
    send = "await fetch('/x', {method: 'POST', body: JSON.stringify(given[0])})"
    person.open("chatgpt.com", "/page/plain")
    person.wait_script(send, {"token": token})
    person.focus("textarea")
    person.type(TEXT)
    person.settle()
    vendor.forget()
    person.wait_script(send, PROTOCOL | {"token": token})
    assert token in vendor.heard
    assert PROTOCOL["id"] in vendor.heard


def test_once_the_field_is_empty_again_the_page_goes_on(person: Person, vendor: Vendor) -> None:
    way = UNSEEN["a frame of another site"]
    stands(person, TEXT)
    person.chain().key_down(person.keys.CONTROL).send_keys("a").key_up(
        person.keys.CONTROL
    ).perform()
    person.press(person.keys.BACKSPACE)
    person.settle()
    vendor.forget()
    person.wait_script(way, TEXT)
    assert is_told(vendor)


def test_what_belongs_to_a_protocol_passes_at_once(person: Person, vendor: Vendor) -> None:
    """Ids, tokens and times are nobody's text; they are sent even when the service is down."""
    told: dict[str, Any] = {
        "action": "next",
        "id": "6f1c1b1e-9f0a-4e0e-8d5b-0a4f6d1f7c11",
        "token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
        "time": "2026-11-25T10:00:00.000Z",
        "size": 13585628,
        "zone": "Europe/Copenhagen",
    }
    person.open("chatgpt.com", "/page/plain")
    person.wait_script("await fetch('/x', {method: 'POST', body: JSON.stringify(given[0])})", told)
    assert told["token"] in vendor.heard
    assert person.note() == ""


def test_messages_keep_their_order(person: Person, vendor: Vendor) -> None:
    person.open("chatgpt.com", "/page/plain")
    send = """
        const socket = new WebSocket('/c/api/chat');
        await new Promise((end) => { socket.onopen = end; });
        for (const one of given[0]) socket.send(one)"""
    person.wait_script(send, ["1", f"2 {TEXT}", "3", "4 Hvad er reglerne?", "5"])
    person.until(lambda: b"5" in vendor.bodies)
    heard = [body[:1] for body in vendor.bodies if body]
    assert heard == [b"1", b"2", b"3", b"4", b"5"]
