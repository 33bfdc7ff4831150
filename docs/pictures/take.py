"""The pictures of the documentation, taken anew: the start page, the extension's panel, the report.

    python -m docs.pictures.take

A real service, a real Chromium with the extension on a page of our own that looks to it like
ChatGPT, and a report of the real command. All persons, firms and numbers are invented.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.extension import service
from tests.extension.browser import Person, chromium, set_options
from tests.extension.sites import fetch_editors, vendor_sites

HERE = Path(__file__).parent
MAIL = """Hej Mette

Jeg har talt med Søren Bakkegaard fra Fjordlyst Bageri ApS (CVR 25313763) om lånet på 450.000 kr. \
Han bor på Strandvejen 12, 2900 Hellerup, og kan fanges på 20 12 33 44.

Vil du skrive et udkast til en forretningsplan?

Venlig hilsen
Lone"""
FILES = {
    "moeder/referat-marts.txt": f"Referat\n\n{MAIL}\n",
    "moeder/dagsorden.txt": "Dagsorden\n1. Velkomst\n2. Nye regler for moms\n3. Eventuelt\n",
    "kunder/kunder.csv": (
        "Navn;CPR-nr.;Telefon\nBo Lundtoft;010158-5670;20 12 33 44\nKaren Riis;;20 13 33 44\n"
    ),
    "kunder/noter.md": "# Havn & Hede A/S\n\nKontakt: Karen Riis, karen@havnoghede.example\n",
    "drift/opsætning.env": "DB_PASSWORD=Fjord!Lampe7Sol\n",
}


def start_page(driver: Any, address: str) -> None:
    """The answer to a mail that names a person, a firm and where they are reached."""
    person = Person(driver)
    driver.set_window_size(1000, 1500)
    driver.get(address)
    person.until(lambda: person.script("return state.policy !== null"))
    person.focus("#text")
    person.put(MAIL)
    person.until(lambda: "Tekst, du kan sende" in person.text())
    person.settle()
    driver.save_screenshot(str(HERE / "start-page.png"))


def panel(driver: Any, address: str) -> None:
    """What the extension says when the mail is on its way to ChatGPT."""
    person = Person(driver)
    set_options(person, endpoint=address, language="da")
    driver.set_window_size(1000, 760)
    person.open("chatgpt.com")
    person.focus("#prompt-textarea")
    person.put(MAIL)
    person.press(person.keys.ENTER)
    person.until(person.panel)
    person.settle()
    driver.save_screenshot(str(HERE / "panel.png"))


def report(driver: Any, folder: Path) -> None:
    """What a folder holds."""
    for name, text in FILES.items():
        place = folder / "sager" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    told = folder / "rapport.html"
    command = [str(Path(sys.executable).with_name("sluse")), "scan", "sager", "--report", str(told)]
    subprocess.run(command, cwd=folder, check=False, capture_output=True)  # exits 1: it finds
    driver.set_window_size(1000, 1100)
    driver.get(told.as_uri())
    driver.save_screenshot(str(HERE / "report.png"))


def main() -> None:
    """Take all three."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        places = [folder / name for name in ("vendor", "house", "profile")]
        for place in places:
            place.mkdir()
        fetch_editors()
        vendor = stack.enter_context(vendor_sites(places[0]))
        address = stack.enter_context(service(places[1]))
        flags = ("--lang=da", "--accept-lang=da", "--hide-scrollbars")
        driver = stack.enter_context(chromium(vendor.port, profile=places[2], flags=flags))
        start_page(driver, address)
        panel(driver, address)
        report(driver, folder)
    for picture in sorted(HERE.glob("*.png")):
        print(picture)


if __name__ == "__main__":
    main()
