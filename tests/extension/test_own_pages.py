"""The popup, the options, the words and the archive."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from tests.extension.browser import EXTENSION, EXTENSION_ID, Person, set_options
from tests.extension.sites import NOBODY, House

COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
FLAT = """
    const flat = (words) => Object.entries(words).flatMap(([key, value]) =>
      value && typeof value === 'object' ? flat(value).map((one) => `${key}.${one}`) : [key]);
    return [flat(WORDS.da), flat(WORDS.en)]"""


def popup(person: Person, host: str, path: str) -> str:
    """What the popup says of the page in the first tab, which it is opened beside."""
    person.open(host, path)
    driver = person.driver
    driver.switch_to.new_window("tab")
    driver.get(f"chrome-extension://{EXTENSION_ID}/options/options.html")
    tabs = "return (await chrome.tabs.query({})).map(({id}) => id)"
    said = ""
    for tab in person.wait_script(tabs):
        driver.get(f"chrome-extension://{EXTENSION_ID}/popup/popup.html?tab={tab}")
        person.until(lambda: person.script("return document.body.dataset.is"))
        if person.script("return document.body.dataset.is") != "away":
            said = person.text()
    driver.close()
    driver.switch_to.window(driver.window_handles[0])
    return said


class Shown(NamedTuple):
    """What the popup shows: of which page, with or without the service."""

    host: str
    path: str
    endpoint: str  # instead of the service's
    title: str
    marks: tuple[int, int]  # how many parts hold, how many do not


POPUPS = {
    ("da", "on"): Shown("chatgpt.com", "/", "", "Sluse passer på her", (4, 0)),
    ("en", "on"): Shown("chatgpt.com", "/", "", "Sluse is protecting here", (4, 0)),
    ("da", "partly"): Shown(
        "chatgpt.com", "/page/plain", "", "Sluse passer på, men kender ikke siden helt", (2, 2)
    ),
    ("en", "partly"): Shown(
        "chatgpt.com",
        "/page/plain",
        "",
        "Sluse is protecting, but does not quite know the page",
        (2, 2),
    ),
    ("da", "off"): Shown("chatgpt.com", "/", NOBODY, "Sluse svarer ikke", (3, 1)),
    ("en", "off"): Shown("chatgpt.com", "/", NOBODY, "Sluse does not answer", (3, 1)),
}


@pytest.mark.parametrize(("language", "state"), POPUPS)
def test_the_popup_tells(person: Person, house: House, language: str, state: str) -> None:
    shown = POPUPS[language, state]
    set_options(person, endpoint=shown.endpoint or house.address, language=language)
    try:
        said = popup(person, shown.host, shown.path)
    finally:
        set_options(person, endpoint=house.address, language="da")
    assert said.startswith(shown.title)
    assert (said.count("✓"), said.count("✕")) == shown.marks
    assert ("ChatGPT" in said) == (shown.endpoint != NOBODY)
    assert "chatgpt" not in said  # a name for people, or none


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("da", "Sluse holder ikke øje med denne side"),
        ("en", "Sluse does not watch this page"),
    ],
)
def test_the_popup_of_a_page_that_is_not_watched(person: Person, language: str, title: str) -> None:
    set_options(person, language=language)
    person.driver.get(f"chrome-extension://{EXTENSION_ID}/popup/popup.html?tab=0")
    person.until(lambda: person.text().startswith(title))
    set_options(person, language="da")


def test_an_address_in_clear_elsewhere_is_refused(person: Person) -> None:
    person.driver.get(f"chrome-extension://{EXTENSION_ID}/options/options.html")
    person.until(lambda: "Indstillinger for Sluse" in person.text())
    field = person.driver.find_element("id", "endpoint")
    kept = field.get_attribute("value")
    field.clear()
    field.send_keys("http://sluse.example", person.keys.ENTER)
    person.until(lambda: "Skriv en adresse" in person.text())
    person.driver.refresh()
    person.until(lambda: "Indstillinger for Sluse" in person.text())
    assert person.driver.find_element("id", "endpoint").get_attribute("value") == kept


def test_the_connection_can_be_tried(person: Person) -> None:
    person.driver.get(f"chrome-extension://{EXTENSION_ID}/options/options.html")
    person.until(lambda: "Prøv forbindelsen" in person.text())
    person.focus("#test")
    person.until(lambda: "Sluse svarer. Regler: erhvervshus" in person.text())


def test_a_connection_that_fails_is_told(person: Person, house: House) -> None:
    set_options(person, endpoint=NOBODY)
    try:
        person.driver.refresh()
        person.until(lambda: "Prøv forbindelsen" in person.text())
        person.focus("#test")
        person.until(lambda: "Sluse svarer ikke på den adresse." in person.text())
        assert "vurderes som" not in person.text()  # nobody has told
    finally:
        set_options(person, endpoint=house.address)


def test_every_word_is_there_in_both_languages(person: Person) -> None:
    person.driver.get(f"chrome-extension://{EXTENSION_ID}/options/options.html")
    danish, english = person.script(FLAT)
    assert danish == english
    assert len(danish) > 80


def test_the_panel_speaks_english(person: Person) -> None:
    set_options(person, language="en")
    try:
        person.open("chatgpt.com")
        person.focus("#prompt-textarea")
        person.type("Hej Mette, har du talt med Fjordlyst Bageri ApS?")
        person.press(person.keys.ENTER)
        person.until(lambda: "Shall we hide this first?" in person.panel())
        assert "AI policy" in person.panel()
        person.choose("Cancel")
    finally:
        set_options(person, language="da")


def test_no_markup_is_made_of_text() -> None:
    for file in EXTENSION.rglob("*.js"):
        code = file.read_text(encoding="utf-8")
        assert not re.search(r"\.(inner|outer)HTML|insertAdjacentHTML\(", code)
        assert "eval(" not in code


def test_every_listed_file_is_there() -> None:
    manifest: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    listed = [file for scripts in manifest["content_scripts"] for file in scripts["js"]]
    listed += [*manifest["icons"].values(), manifest["background"]["service_worker"]]
    assert [file for file in listed if not (EXTENSION / file).is_file()] == []
    scripts = {f"{file.parent.name}/{file.name}" for file in EXTENSION.glob("*/*.js")}
    own = {file for file in scripts if file.startswith(("guard/", "content/"))}
    assert own <= set(listed)


def test_the_colours_are_those_of_the_services_page() -> None:
    """An extension holds all its files itself: what is written again stays the same."""
    page = EXTENSION.parent / "api" / "page" / "page.css"
    known = colours(page.read_text(encoding="utf-8"))
    for file in (EXTENSION / "own.css", EXTENSION / "content" / "panel-style.js"):
        own = colours(file.read_text(encoding="utf-8"))
        for theirs, ours in zip(known, own, strict=True):
            assert len(theirs.keys() & ours.keys()) > 6
            assert {name: theirs.get(name, value) for name, value in ours.items()} == ours


def colours(style: str) -> list[dict[str, str]]:
    """The named colours of a style sheet, the light ones and the dark ones."""
    light, dark = style.split("prefers-color-scheme: dark")[:2]
    return [dict(COLOUR.findall(light)), dict(COLOUR.findall(dark))]


def test_the_archive_is_the_same_every_time(tmp_path: Path) -> None:
    packed: list[Path] = []
    for name in ("one", "two"):
        command = [sys.executable, str(EXTENSION / "pack.py"), str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own
        packed += (tmp_path / name).glob("*.zip")
    assert packed[0].read_bytes() == packed[1].read_bytes()
    names = ZipFile(packed[0]).namelist()
    assert "manifest.json" in names
    assert not [name for name in names if name.endswith(".py")]
