"""A real service, the vendor's server, and a Chromium with the extension; one each per module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings
from tests.extension.browser import CHROMIUM, DRIVER, Person, chromium, set_options
from tests.extension.sites import (
    MODULES,
    NPM,
    House,
    Vendor,
    fetch_editors,
    running,
    vendor_sites,
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser and the editors there is nothing to see."""
    is_there = CHROMIUM and DRIVER and (NPM or MODULES.is_dir())
    for item in items:
        if not is_there and "vendor_module" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason="chromium, chromedriver or npm is missing"))


@pytest.fixture(scope="session")
def editors() -> None:
    """ProseMirror and Lexical."""
    fetch_editors()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, scanner: Scanner) -> Iterator[House]:
    state = tmp_path_factory.mktemp("house")
    settings = Settings(state_dir=state, workers=2, queue_size=64, scan_timeout_seconds=60.0)
    with running(create_app(settings, scanner)) as port:
        yield House(f"http://127.0.0.1:{port}", state)


@pytest.fixture(scope="module")
def vendor_module(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Vendor]:
    request.getfixturevalue("editors")
    with vendor_sites(tmp_path_factory.mktemp("vendor")) as made:
        yield made


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def driver(house: House, vendor_module: Vendor, profile: Path) -> Iterator[Any]:
    with chromium(vendor_module.port, profile=profile) as made:
        set_options(Person(made), endpoint=house.address, language="da")
        yield made


@pytest.fixture
def vendor(vendor_module: Vendor) -> Vendor:
    vendor_module.forget()
    return vendor_module


@pytest.fixture
def person(driver: Any, vendor: Vendor) -> Person:
    driver.get("about:blank")
    vendor.forget()
    return Person(driver)
