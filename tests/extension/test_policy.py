"""What IT sets: by Chromium's folder of policies, with the example that the documentation shows."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from api.app import create_app
from api.keys import Scope, new_key
from scanner import Scanner
from scanner.settings import Settings
from tests.extension.browser import EXTENSION, EXTENSION_ID, Person, chromium
from tests.extension.sites import NOBODY, House, Vendor, running

ROOT = Path(__file__).parents[2]
FOLDER = Path("/etc/chromium/policies/managed")
TEXT = "Hej Mette, har du talt med Fjordlyst Bageri ApS?"

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root sets policies, and CI is root")


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return twin_at(tmp_path_factory.mktemp("twin") / "extension")


def twin_at(folder: Path) -> tuple[Path, str]:
    """The extension under an id of its own, so that a policy for it reaches no other test."""
    shutil.copytree(EXTENSION, folder)
    public = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    key = public.public_bytes(serialization.Encoding.DER, form)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["key"] = base64.b64encode(key).decode()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    digits = hashlib.sha256(key).hexdigest()[:32]
    return folder, "".join(chr(ord("a") + int(digit, 16)) for digit in digits)


@contextmanager
def policy(extension_id: str, **changes: object) -> Iterator[None]:
    """The example of the documentation, with ``changes``, as IT has put it on the machine."""
    example = (ROOT / "docs" / "extension-policy.json").read_text(encoding="utf-8")
    told = json.loads(example.replace(EXTENSION_ID, extension_id))
    told["3rdparty"]["extensions"][extension_id] |= changes
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"sluse-{extension_id}.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    try:
        yield
    finally:
        file.unlink()


@pytest.fixture(scope="module")
def managed(
    twin: tuple[Path, str],
    house: House,
    vendor_module: Vendor,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Any]:
    folder, extension_id = twin
    profile = tmp_path_factory.mktemp("managed")
    with (
        policy(extension_id, endpoint=house.address, language="en"),
        chromium(vendor_module.port, profile=profile, extension=folder) as driver,
    ):
        settle(Person(driver), extension_id)
        yield driver


def settle(person: Person, extension_id: str) -> None:
    """Until what IT has set is in force."""
    person.driver.get(f"chrome-extension://{extension_id}/options/options.html")
    watched = "return (await chrome.scripting.getRegisteredContentScripts()).length"
    person.until(lambda: person.wait_script(watched) == 2)


@needs_root
def test_what_it_sets_holds_and_is_shown_as_set(
    managed: Any, twin: tuple[Path, str], house: House
) -> None:
    person = Person(managed)
    managed.get(f"chrome-extension://{twin[1]}/options/options.html")
    person.until(lambda: "chosen by your IT department" in person.text())
    assert "chat.example.org" in person.text()
    told = """
        const names = ['endpoint', 'language', 'key'];
        return names.map((name) => document.getElementById(name).disabled)"""
    assert person.script(told) == [True, True, False]
    assert person.script("return document.getElementById('endpoint').value") == house.address


@needs_root
@pytest.mark.parametrize("is_given", [True, False])
def test_the_key_of_the_policy_opens_the_service(
    scanner: Scanner,
    vendor_module: Vendor,
    tmp_path: Path,
    is_given: bool,  # noqa: FBT001  # pytest names it
) -> None:
    """A service that asks for a key; without it, as the control, nothing goes."""
    key, record = new_key([Scope.SCAN])
    settings = Settings(state_dir=tmp_path / "house", workers=1, api_keys=str(record))
    told = {"key": key} if is_given else {}
    folder, extension_id = twin_at(tmp_path / "extension")
    with (
        running(create_app(settings, scanner)) as port,
        policy(extension_id, endpoint=f"http://127.0.0.1:{port}", **told),
        chromium(vendor_module.port, profile=tmp_path / "profile", extension=folder) as driver,
    ):
        person = Person(driver)
        settle(person, extension_id)
        person.until(lambda: "valgt af jeres IT-afdeling" in person.text())
        is_set = person.script("return document.getElementById('key').disabled")
        vendor_module.forget()
        person.open("chatgpt.com")
        person.focus("#prompt-textarea")
        person.type(TEXT)
        person.press(person.keys.ENTER)
        if is_given:
            person.choose("Send uden de oplysninger")
            person.until(lambda: "Hej [PERSON_1]" in vendor_module.heard)
        else:
            person.until(lambda: "mangler en gyldig adgangsnøgle" in person.panel())
            assert "Hej" not in vendor_module.heard
        assert is_set is is_given
        assert "Fjordlyst" not in vendor_module.heard
        assert key not in str(person.script("return document.documentElement.innerHTML"))


@needs_root
def test_a_site_of_the_policy_is_watched(managed: Any, vendor_module: Vendor) -> None:
    person = Person(managed)
    vendor_module.forget()
    person.open("chat.example.org")
    send = "await fetch('/x', {method: 'POST', body: given[0]})"
    person.wait_script(send, TEXT)
    assert "Hej [PERSON_1]" in vendor_module.heard
    assert "Fjordlyst" not in vendor_module.heard


@needs_root
def test_the_contact_of_the_policy_is_told(managed: Any) -> None:
    person = Person(managed)
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.type(TEXT)
    person.press(person.keys.ENTER)
    person.choose("Ask for approval")
    person.until(lambda: "dpo@organisation.example" in person.panel())


@needs_root
def test_where_it_is_allowed_people_may_send_what_nobody_looked_at(
    vendor_module: Vendor, tmp_path: Path
) -> None:
    """`fail_mode: confirm`: told first, and by their own choice; a script's sending stays held."""
    folder, extension_id = twin_at(tmp_path / "extension")
    with (
        policy(extension_id, endpoint=NOBODY, fail_mode="confirm"),
        chromium(vendor_module.port, profile=tmp_path / "profile", extension=folder) as driver,
    ):
        person = Person(driver)
        settle(person, extension_id)
        person.open("chatgpt.com")
        vendor_module.forget()
        person.wait_script("await fetch('/x', {method: 'POST', body: given[0]})", TEXT)
        assert "Fjordlyst" not in vendor_module.heard
        person.focus("#prompt-textarea")
        person.type(TEXT)
        person.press(person.keys.ENTER)
        person.until(lambda: "Sluse svarer ikke" in person.panel())
        assert "Fjordlyst" not in vendor_module.heard
        person.choose("Send som den er")
        person.until(lambda: "Fjordlyst" in vendor_module.heard)


def test_the_example_says_only_what_the_schema_knows() -> None:
    example = json.loads((ROOT / "docs" / "extension-policy.json").read_text(encoding="utf-8"))
    schema = json.loads((EXTENSION / "managed.json").read_text(encoding="utf-8"))
    (told,) = example["3rdparty"]["extensions"].values()
    assert set(told) <= set(schema["properties"])
    described = (ROOT / "docs" / "extension.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in described for name in schema["properties"])
