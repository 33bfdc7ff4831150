"""The badge, the access key, and how the extension behaves where nobody looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.app import create_app
from api.keys import Scope, new_key
from scanner import Scanner
from scanner.settings import Settings
from tests.extension.browser import EXTENSION_ID, Person, set_options
from tests.extension.sites import NOBODY, House, Vendor, running

PUBLIC = "Hvad er reglerne for moms?"
MAIL = "Hej Mette, har du talt med Fjordlyst Bageri ApS?"


@pytest.fixture
def back(person: Person, house: House) -> Iterator[None]:
    """The settings as they were, afterwards."""
    yield
    set_options(person, endpoint=house.address, key="", language="da")


def badges(person: Person) -> list[tuple[str, str]]:
    """Text and title of the badge of every tab."""
    page = f"chrome-extension://{EXTENSION_ID}/options/options.html"
    person.driver.switch_to.new_window("tab")
    person.driver.get(page)
    read = """
        const tabs = await chrome.tabs.query({});
        const of = async ({id: tabId}) => [
          await chrome.action.getBadgeText({tabId}), await chrome.action.getTitle({tabId})];
        return Promise.all(tabs.map(of))"""
    seen = person.wait_script(read)
    person.driver.close()
    person.driver.switch_to.window(person.driver.window_handles[0])
    return [(text, title) for text, title in seen]


PARTLY = "Sluse passer på, men siden ser anderledes ud end ventet"
BADGES = {
    "watched": ("/", "", ("✓", "Sluse passer på")),
    "changed": (
        "/page/plain",
        "",
        ("?", "Sluse passer på, men siden ser anderledes ud end ventet"),
    ),
    "alone": ("/", NOBODY, ("!", "Sluse svarer ikke – intet bliver sendt")),
}


@pytest.mark.usefixtures("back")
@pytest.mark.parametrize("name", BADGES)
def test_the_badge_tells(person: Person, house: House, name: str) -> None:
    path, endpoint, badge = BADGES[name]
    set_options(person, endpoint=endpoint or house.address)
    person.open("chatgpt.com", path)
    person.until(lambda: badge in badges(person))


@pytest.mark.usefixtures("back")
def test_the_badge_turns_when_the_service_goes_away(person: Person) -> None:
    person.open("chatgpt.com")
    person.until(lambda: "✓" in dict(badges(person)))
    first = person.driver.current_window_handle
    person.driver.switch_to.new_window("tab")
    set_options(person, endpoint=NOBODY)
    person.driver.close()
    person.driver.switch_to.window(first)
    person.focus("#prompt-textarea")
    person.type(PUBLIC)
    person.press(person.keys.ENTER)
    person.until(lambda: "Sluse svarer ikke" in person.panel())
    person.until(lambda: "!" in dict(badges(person)))
    person.press(person.keys.ESCAPE)


def test_a_page_that_is_not_watched_has_no_badge(person: Person) -> None:
    person.open("chat.example.org")
    assert [text for text, _ in badges(person)] == ["", ""]


@pytest.fixture
def locked(tmp_path: Path, scanner: Scanner) -> Iterator[tuple[str, str]]:
    """The address of a service that asks for a key, and the key."""
    key, record = new_key([Scope.SCAN])
    settings = Settings(state_dir=tmp_path, api_keys=str(record), scan_timeout_seconds=60.0)
    with running(create_app(settings, scanner)) as port:
        yield f"http://127.0.0.1:{port}", key


@pytest.mark.usefixtures("back")
def test_a_key_opens(person: Person, vendor: Vendor, locked: tuple[str, str]) -> None:
    address, key = locked
    set_options(person, endpoint=address, key=key)
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.type(MAIL)
    person.press(person.keys.ENTER)
    person.choose("Send uden de oplysninger")
    person.until(lambda: "Hej [PERSON_1]" in vendor.heard)
    assert key not in vendor.heard


@pytest.mark.usefixtures("back")
@pytest.mark.parametrize("wrong", ["", "sluse_wrong"])
def test_without_the_right_key_nothing_goes(
    person: Person, vendor: Vendor, locked: tuple[str, str], wrong: str
) -> None:
    set_options(person, endpoint=locked[0], key=wrong)
    person.open("chatgpt.com")
    vendor.forget()
    person.focus("#prompt-textarea")
    person.type(PUBLIC)
    person.press(person.keys.ENTER)
    person.until(lambda: "mangler en gyldig adgangsnøgle" in person.panel())
    assert vendor.heard.strip() == ""
    person.press(person.keys.ESCAPE)
