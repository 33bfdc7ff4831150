"""The start page in a real browser: paste, see, copy, put back; with the keyboard alone."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MAIL = "😀 Skriv til bo.lundtoft@fjordlyst-bageri.example om mødet."
ADDRESS = "bo.lundtoft@fjordlyst-bageri.example"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1000,1400",
)
SECONDS = 30

needs_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"
)


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory,
    make_settings: Callable[..., Settings],
    scanner: Scanner,
) -> Iterator[str]:
    app = create_app(make_settings(tmp_path_factory.mktemp("page")), scanner)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():  # it forks first: no browser is there yet
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(SECONDS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver  # noqa: PLC0415  # only where there is a browser

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


class Page:
    """The page as a person at the keyboard sees it."""

    def __init__(self, browser: Any, address: str) -> None:
        from selenium.webdriver import ActionChains, Keys  # noqa: PLC0415  # the same
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415  # the same

        self.browser = browser
        self.keys = Keys
        self._chains = ActionChains
        self._wait = WebDriverWait(browser, SECONDS)
        browser.execute_cdp_cmd(
            "Browser.grantPermissions",
            {"origin": address, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
        )
        browser.get(address)
        self.until(lambda: self.script("return state.policy !== null"))

    def script(self, code: str) -> Any:
        return self.browser.execute_script(code)

    def until(self, holds: Callable[[], object]) -> None:
        self._wait.until(lambda _: holds())

    def press(self, *keys: str) -> None:
        self._chains(self.browser).send_keys(*keys).perform()

    def press_with_control(self, key: str) -> None:
        chain = self._chains(self.browser).key_down(self.keys.CONTROL)
        chain.send_keys(key).key_up(self.keys.CONTROL).perform()

    def tab_to(self, element_id: str) -> None:
        """Press Tab until the element has the focus; it has to be reached."""
        for _ in range(30):
            if self.script("return document.activeElement.id") == element_id:
                return
            self.press(self.keys.TAB)
        pytest.fail(f"{element_id} is not reached with Tab")

    def type(self, text: str) -> None:
        """Put ``text`` where the focus is, as a paste does (the driver types no emoji)."""
        self.browser.execute_cdp_cmd("Input.insertText", {"text": text})

    def text(self, element_id: str) -> str:
        return str(self.script(f"return document.getElementById('{element_id}').textContent"))

    def is_shown(self, element_id: str) -> bool:
        found = f"document.getElementById('{element_id}')"
        return bool(self.script(f"return {found}.checkVisibility()"))


@pytest.fixture
def page(browser: Any, address: str) -> Page:
    return Page(browser, address)


@needs_browser
def test_paste_see_copy_and_put_back_by_keyboard(page: Page) -> None:
    page.tab_to("text")
    page.type(MAIL)
    page.until(lambda: page.is_shown("safe"))  # checked by itself
    assert page.script("return document.getElementById('verdict').dataset.decision") == "redact"
    assert page.script("return document.querySelector('#marked mark').textContent") == ADDRESS
    assert page.text("marked") == MAIL
    safe = page.text("redacted")
    assert ADDRESS not in safe

    page.tab_to("copy")
    page.press(page.keys.ENTER)
    page.until(lambda: page.text("copied"))
    assert page.script("return navigator.clipboard.readText()") == safe

    page.tab_to("answer")
    page.press_with_control("v")
    page.tab_to("restore")
    page.press(page.keys.ENTER)
    page.until(lambda: page.is_shown("restored-part"))
    assert page.text("restored") == MAIL


@needs_browser
def test_an_edit_takes_the_old_verdict_away(page: Page) -> None:
    page.tab_to("text")
    page.type(MAIL)
    page.press_with_control(page.keys.ENTER)
    page.until(lambda: page.is_shown("safe"))
    page.press("!")
    assert not page.is_shown("safe")
    page.until(lambda: page.is_shown("safe"))
    assert page.text("redacted").endswith("!")


@needs_browser
def test_markup_in_a_text_stays_text(page: Page) -> None:
    page.tab_to("text")
    page.type(f"<img src=x onerror=alert(1)> {ADDRESS}")
    page.until(lambda: page.is_shown("safe"))
    assert page.script("return document.querySelectorAll('img').length") == 0
    assert page.text("redacted").startswith("<img src=x")


@needs_browser
def test_english_is_a_key_away(page: Page) -> None:
    page.script("document.querySelector('[data-set-language=en]').focus()")
    page.press(page.keys.SPACE)
    assert page.script("return document.documentElement.lang") == "en"
    assert page.text("check") == "Check the text"


@needs_browser
def test_nothing_is_kept_in_the_browser(page: Page) -> None:
    page.tab_to("text")
    page.type(MAIL)
    page.until(lambda: page.is_shown("safe"))
    kept = "return [localStorage.length, sessionStorage.length, document.cookie, location.search]"
    assert page.script(kept) == [0, 0, "", ""]


@needs_browser
@pytest.mark.parametrize("path", ["", "/docs"])
@pytest.mark.parametrize("width", [360, 1000])
def test_pages_load_nothing_from_elsewhere_and_fit(
    browser: Any, address: str, path: str, width: int
) -> None:
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get_log("browser")
    browser.get(address + path)
    page = "return document.querySelector('main, .opblock') !== null"
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415  # the same

    WebDriverWait(browser, SECONDS).until(lambda driver: driver.execute_script(page))
    loaded = browser.execute_script(
        "return performance.getEntriesByType('resource').map((one) => one.name)"
    )
    assert loaded
    assert all(name.startswith((address, "data:")) for name in loaded)
    assert browser.get_log("browser") == []
    assert browser.execute_script("return document.body.scrollWidth") <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_page_names_no_other_address(client: TestClient) -> None:
    for path in ("/", "/page.css", "/page.js", "/words.js", "/docs", "/docs/docs.js"):
        content = client.get(path).text
        assert "http:" not in content
        assert "https:" not in content
        assert "innerHTML" not in content


def test_every_text_is_there_in_both_languages(client: TestClient) -> None:
    page = client.get("/").text
    assert page.count("data-da=") == page.count("data-en=") > 10


@needs_browser
def test_a_file_is_told_and_given_back_clean(page: Page, tmp_path: Path) -> None:
    letter = tmp_path / "brev på æ.txt"
    letter.write_text("Dit CPR-nummer er 010158-5670.", encoding="utf-8")
    page.browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    page.browser.find_element("id", "file").send_keys(str(letter))
    page.until(lambda: page.is_shown("file-part"))
    assert page.text("verdict-title") == "Filen må ikke sendes"
    assert "01****-****" in page.text("file-list")
    assert "5670" not in page.script("return document.body.innerText")
    page.script("document.getElementById('fetch').click()")
    clean = tmp_path / "brev på æ.renset.txt"
    page.until(clean.exists)
    assert clean.read_text(encoding="utf-8") == "Dit CPR-nummer er [CPR_1]."
    page.tab_to("text")
    page.type("Hej")
    assert not page.is_shown("file-part")


@needs_browser
def test_a_dropped_file_is_taken(page: Page) -> None:
    page.script(
        """const given = new DataTransfer();
        given.items.add(new File(["Vi ses på tirsdag."], "hej.txt"));
        dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true }));"""
    )
    page.until(lambda: page.is_shown("verdict"))
    assert page.text("verdict-title") == "Filen må sendes"
    assert not page.is_shown("fetch")
