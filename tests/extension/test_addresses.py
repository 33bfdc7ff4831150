"""What a person wrote is in no address and in no header that a script of the page makes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.extension.addresses import ADDRESSES, LEAVING
from tests.extension.browser import Person, chromium, set_options
from tests.extension.sites import NOBODY, House, Vendor

NAME = "lundtoft"
MAIL = "bo.lundtoft@fjordlyst-bageri.example"
TEXT = f"Skriv til {MAIL} i dag"
ITS_OWN = "the address that the page gives itself"
PUBLIC = "Hvad er reglerne for moms i Danmark?"
ASK = "return await fetch(given[0]).then(() => 'sent', () => 'refused')"


@pytest.fixture(scope="module")
def unguarded(vendor_module: Vendor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    profile: Path = tmp_path_factory.mktemp("unguarded")
    with chromium(vendor_module.port, profile=profile, extension=None) as made:
        yield made


def written(person: Person, text: str) -> None:
    """Type a text, without sending it."""
    person.open("chatgpt.com", "/page/plain")
    person.focus("textarea")
    person.type(text)


def known(person: Person, vendor: Vendor, value: str) -> None:
    """Until the browser refuses what holds ``value``."""
    person.until(lambda: person.wait_script(ASK, f"/seen/{quote(value)}") == "refused")
    vendor.forget()


def carried(
    person: Person, vendor: Vendor, text: str, word: str, *, seconds: float = 0
) -> set[str]:
    """The ways by which ``word`` of ``text`` came out, one tried after the other on one page.

    A sound may be fetched late: ``seconds`` are waited for each.
    """
    out = set()
    for way, code in ADDRESSES.items():
        vendor.forget()
        person.wait_script(code, text)
        end = time.monotonic() + seconds
        while word not in vendor.everything and time.monotonic() < end:
            time.sleep(0.05)
        if word in vendor.everything:
            out.add(way)
    alone_again(person)
    return out


def alone_again(person: Person) -> None:
    """Without the windows that were opened: what is not shown fetches no background."""
    first, *others = person.driver.window_handles
    for other in others:
        person.driver.switch_to.window(other)
        person.driver.close()
    person.driver.switch_to.window(first)


# What is written, what of it may not leave, and by which word it is known again.
TEXTS = {
    "a mail address": (TEXT, MAIL, NAME),
    "a short name": ("Ring til Lone i morgen", "Lone", "lone"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_no_address_holds_what_a_person_writes(person: Person, vendor: Vendor, name: str) -> None:
    text, value, word = TEXTS[name]
    written(person, text)
    known(person, vendor, value)
    assert carried(person, vendor, text, word) == set()


def test_what_is_public_passes(person: Person, vendor: Vendor) -> None:
    written(person, TEXT)
    known(person, vendor, MAIL)
    # the address of the page itself is not told at all
    assert carried(person, vendor, "regler for moms", "moms", seconds=5) == ADDRESSES.keys() - {
        ITS_OWN
    }


@pytest.mark.parametrize("name", TEXTS)
def test_without_the_extension_every_one_does(unguarded: Any, vendor: Vendor, name: str) -> None:
    """The negative control: the pages would send it."""
    text, _, word = TEXTS[name]
    alone = Person(unguarded)
    alone.open("chatgpt.com", "/page/plain")
    assert carried(alone, vendor, text, word, seconds=5) == ADDRESSES.keys()


SHORT = {
    "all of a value": "/x?a=1&b=Lone",
    "all of a query": "/x?Lone",
    "all of a part of the path": "/x/Lone/y",
    "the end of the path": "/x/Lone",
    "in capitals": "/x?a=LONE",
    "with its sentence's end": "/x?a=Lone.",
    "in quotes": "/x?a=%22Lone%22",
    "in a list": "/x?a=Bo,Lone,Ib",
    "in a text": "/x?a=hej+Lone-sagen",
    "in a text that is escaped twice": "/x?a=hej%2520Lone%2520igen",
    "behind a long dash": "/x?a=%E2%80%93Lone",
}
# Words of the site, which may hold the same letters.
NEAR_MISSES = (
    "/x?lone=1",
    "/x?lone_page=20",
    "/x?per-lone=20",
    "/x?a=alone",
    "/x?a=clones",
    "/x/lone.js",
    "/x/lone-3f9a.js",
    "/x?a=bedl%C3%B8lone",
)


def test_a_short_value_stands_alone(person: Person, vendor: Vendor) -> None:
    written(person, "Ring til Lone i morgen")
    known(person, vendor, "Lone")
    came = {way for way, address in SHORT.items() if person.wait_script(ASK, address) == "sent"}
    assert came == set()
    assert "lone" not in vendor.everything
    passed = [address for address in NEAR_MISSES if person.wait_script(ASK, address) == "sent"]
    assert passed == list(NEAR_MISSES)


def test_a_short_value_is_in_no_header(person: Person, vendor: Vendor) -> None:
    written(person, "Ring til Lone i morgen")
    known(person, vendor, "Lone")
    send = "await fetch('/x', {headers: {'X-Told': given[0]}})"
    for value in ("Lone", "hej=Lone;", "hej%20Lone"):
        person.wait_script(send, value)
    assert "lone" not in vendor.everything
    for value in ("alone", "Klonet", "bG9uZQ.clone_x"):
        person.wait_script(send, value)
        assert value in vendor.carried


@pytest.mark.parametrize("way", LEAVING)
def test_no_page_is_left_with_it(person: Person, unguarded: Any, vendor: Vendor, way: str) -> None:
    written(person, TEXT)
    known(person, vendor, MAIL)
    person.wait_script(LEAVING[way], TEXT)
    person.settle()
    assert NAME not in vendor.carried.lower()
    alone = Person(unguarded)
    alone.open("chatgpt.com", "/page/plain")
    alone.wait_script(LEAVING[way], TEXT)
    alone.until(lambda: NAME in vendor.carried.lower())


DISGUISES = {
    "in capitals": "new Image().src = `/x?${given[0].toUpperCase()}`",
    "with blanks as plus": "new Image().src = `/x?${given[0].replaceAll(' ', '+')}`",
    "with other signs between": "new Image().src = `/x?${given[0].replaceAll(' ', '--')}`",
    "within an address": """
        const inner = encodeURIComponent(`https://other.example/?q=${encodeURIComponent(given[0])}`);
        new Image().src = `/x?next=${inner}`""",
    "with its letters escaped": """
        const escaped = [...new TextEncoder().encode(given[0])];
        const hex = escaped.map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
        new Image().src = `/x?${hex.join('')}`""",
    "in the path": "new Image().src = `/${encodeURIComponent(given[0])}/x.png`",
    "as the name of a host": """
        new Image().src = `https://${given[0].replace(/[^a-z]/giu, '-')}.chatgpt.com/x.png`""",
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_an_address_is_read_as_it_is_meant(person: Person, vendor: Vendor, disguise: str) -> None:
    written(person, "Ring til Ravnhild Skjoldmose i morgen")
    known(person, vendor, "Ravnhild Skjoldmose")
    person.wait_script(DISGUISES[disguise], "Ravnhild Skjoldmose")
    person.settle()
    assert not [told for told in vendor.envelopes if "/x" in told and "x.png" not in told]
    assert "skjoldmose" not in vendor.carried.lower()


def test_without_a_verdict_no_run_of_words_is_in_an_address(
    person: Person, vendor: Vendor, house: House
) -> None:
    set_options(person, endpoint=NOBODY)
    try:
        written(person, PUBLIC)
        known(person, vendor, "reglerne for moms")
        person.wait_script("new Image().src = `/x?q=${given[0]}`", PUBLIC)
        person.settle()
        assert "moms" not in vendor.carried
    finally:
        set_options(person, endpoint=house.address)


def test_it_is_forgotten_with_the_page(person: Person, vendor: Vendor) -> None:
    written(person, TEXT)
    known(person, vendor, MAIL)
    person.open("chatgpt.com", "/page/plain")
    person.until(lambda: person.wait_script(ASK, f"/x/{MAIL}") == "sent")
    assert MAIL in vendor.carried


def test_a_page_that_was_not_written_on_is_let_be(person: Person, vendor: Vendor) -> None:
    """Sites put mail addresses into addresses of their own, for signing in."""
    person.open("chatgpt.com", "/page/plain")
    person.wait_script(ADDRESSES["a frame"].replace("&a=", "&scope=a%20b&login_hint="), MAIL)
    person.until(lambda: "login_hint" in vendor.carried)
