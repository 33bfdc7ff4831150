"""A person at a Chromium with the extension in it."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

EXTENSION = Path(__file__).parents[2] / "extension"
EXTENSION_ID = "nlonfbocfflhfjlkdkegmaohniloodei"  # of the key in its manifest
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
HOSTS = ("chatgpt.com", "copilot.microsoft.com", "m365.cloud.microsoft", "chat.example.org")
SECONDS = 30
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",
    "--window-size=1000,900",
)


@contextmanager
def chromium(
    port: int, *, profile: Path, extension: Path | None = EXTENSION, flags: tuple[str, ...] = ()
) -> Iterator[Any]:
    """A browser for which the sites are on ``port``, and not on this machine: they are public."""
    from selenium import webdriver  # noqa: PLC0415  # only where there is a browser

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    rules = ",".join(f"MAP {host} 127.0.0.1:{port}" for host in HOSTS)
    told = [
        *FLAGS,
        *flags,
        f"--user-data-dir={profile}",
        f"--host-resolver-rules={rules}",
        f"--ip-address-space-overrides=127.0.0.1:{port}=public",
    ]
    for flag in told:
        options.add_argument(flag)
    options.enable_bidi = options.enable_webextensions = extension is not None
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    try:
        if extension:  # not by a flag: the browser's first page may wait for it without end
            driver.webextension.install(path=str(extension))
            _wait_for_extension(driver)
        yield driver
    finally:
        driver.quit()


def _wait_for_extension(driver: Any) -> None:
    """Until its service worker runs: a page of it that is opened while it loads never ends."""
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415  # the same

    def runs(_: Any) -> bool:
        targets = driver.execute_cdp_cmd("Target.getTargets", {})["targetInfos"]
        kinds = {one["type"] for one in targets if one["url"].startswith("chrome-extension://")}
        return "service_worker" in kinds

    WebDriverWait(driver, SECONDS, poll_frequency=0.05).until(runs)


class Person:
    """Types, pastes, drops, chooses and reads."""

    def __init__(self, driver: Any) -> None:
        from selenium.webdriver import ActionChains, Keys  # noqa: PLC0415  # the same
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415  # the same

        self.driver = driver
        self.keys = Keys
        self._chains = ActionChains
        self._wait = WebDriverWait(driver, SECONDS, poll_frequency=0.05)

    def open(self, host: str, path: str = "/") -> None:
        self.driver.get(f"https://{host}{path}")
        self.until(lambda: self.script("return window.isReady === true"))

    def script(self, code: str, *given: Any) -> Any:
        return self.driver.execute_script(code, *given)

    def wait_script(self, code: str, *given: Any) -> Any:
        """The value of a promise; ``code`` is the body of an async function."""
        wrapped = (
            "const done = arguments[arguments.length - 1];"
            f"(async (...given) => {{ {code} }})(...arguments).then(done, (e) => done(`${{e}}`));"
        )
        return self.driver.execute_async_script(wrapped, *given)

    def until(self, holds: Callable[[], object]) -> Any:
        return self._wait.until(lambda _: holds())

    def text(self) -> str:
        """The page as it is read."""
        return str(self.script("return document.body.innerText"))

    def chain(self) -> Any:
        """A series of keys."""
        return self._chains(self.driver)

    def settle(self) -> None:
        """Long enough for a held text to have been answered."""
        time.sleep(1.5)

    def focus(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def press(self, *keys: str) -> None:
        self._chains(self.driver).send_keys(*keys).perform()

    def type(self, text: str) -> None:
        """Key by key; Enter with Shift begins a line."""
        for sign in text:
            if sign == "\n":
                chain = self.chain().key_down(self.keys.SHIFT).send_keys(self.keys.ENTER)
                chain.key_up(self.keys.SHIFT).perform()
            else:
                key = {"type": "char", "text": sign}
                self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", key)

    def put(self, text: str) -> None:
        """All at once, as dictation and programs that write do."""
        self.driver.execute_cdp_cmd("Input.insertText", {"text": text})

    def paste(self, text: str) -> None:
        """As from another program: by the clipboard of the system and the keyboard."""
        origin = self.script("return location.origin")
        granted = {
            "origin": origin,
            "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
        }
        self.driver.execute_cdp_cmd("Browser.grantPermissions", granted)
        self.wait_script("await navigator.clipboard.writeText(given[0])", text)
        chain = self._chains(self.driver).key_down(self.keys.CONTROL)
        chain.send_keys("v").key_up(self.keys.CONTROL).perform()

    def drop(self, selector: str, *, text: str = "", files: tuple[Path, ...] = ()) -> None:
        """As the mouse of a person does it."""
        box = self.script(
            "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [b.x + b.width / 2, b.y + b.height / 2]",
            selector,
        )
        items = [{"mimeType": "text/plain", "data": text}] if text else []
        data = {"items": items, "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            event = {"type": kind, "x": box[0], "y": box[1], "data": data}
            self.driver.execute_cdp_cmd("Input.dispatchDragEvent", event)

    def choose_file(self, selector: str, file: Path) -> None:
        self.driver.find_element("css selector", selector).send_keys(str(file))

    # ---- the panel: its shadow tree is closed to the page, so it is read as DevTools read it

    def panel(self) -> str:
        """What the panel says; empty when there is none."""
        return self.in_panel("return document.querySelector('dialog')?.innerText ?? ''")

    def note(self) -> str:
        return self.in_panel("return document.querySelector('.note')?.innerText ?? ''")

    def focused(self) -> str:
        return self.in_panel("return document.activeElement?.innerText ?? ''")

    def choose(self, words: str) -> None:
        """Press the button of the panel that says ``words``."""
        self.until(lambda: words in self.panel())
        is_it = f"(b) => b.innerText === {json.dumps(words)}"
        find = f"[...document.querySelectorAll('button')].find({is_it})"
        box = json.loads(
            self.in_panel(
                f"const b = {find}; b.scrollIntoView({{block: 'nearest'}});"
                "const r = b.getBoundingClientRect();"
                "return JSON.stringify([r.x + r.width / 2, r.y + r.height / 2])"
            )
        )
        for kind in ("mousePressed", "mouseReleased"):
            event = {"type": kind, "x": box[0], "y": box[1], "button": "left", "clickCount": 1}
            self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    def in_panel(self, code: str) -> str:
        """What ``code`` gives, with the panel's tree as its document."""
        for node in self._nodes():
            is_panel = node["localName"] == "div" and "data-sluse" in node.get("attributes", ())
            for root in node.get("shadowRoots", ()) if is_panel else ():
                return self._call(root, code.replace("document.", "this."))
        return ""

    def shown(self) -> str:
        """What stands in place of placeholders, as a person reads it."""
        spans = [node for node in self._nodes() if node["localName"] == "span"]
        roots = [root for node in spans for root in node.get("shadowRoots", ())]
        return "\n".join(self._call(root, "return this.textContent") for root in roots)

    def _nodes(self) -> list[dict[str, Any]]:
        document = {"depth": -1, "pierce": True}
        return list(_all(self.driver.execute_cdp_cmd("DOM.getDocument", document)["root"]))

    def _call(self, node: dict[str, Any], body: str) -> str:
        cdp = self.driver.execute_cdp_cmd
        found = cdp("DOM.resolveNode", {"backendNodeId": node["backendNodeId"]})
        given = {
            "objectId": found["object"]["objectId"],
            "functionDeclaration": f"function () {{ {body} }}",
            "returnByValue": True,
        }
        return str(cdp("Runtime.callFunctionOn", given)["result"].get("value", ""))


def _all(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children", ()):
        yield from _all(child)


def set_options(person: Person, extension_id: str = EXTENSION_ID, **values: str) -> None:
    """As the options page does it."""
    person.driver.get(f"chrome-extension://{extension_id}/options/options.html")
    person.wait_script("await chrome.storage.local.set(given[0])", values)
