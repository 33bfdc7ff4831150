"""Another Danish pipeline by its name: packaged, installed and chosen by setting, as spaCy's are.

spaCy's own weights are not to be had here; a small pipeline is packaged under such a name.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.training import Example

NAME, VERSION = "da_core_news_sm", "3.8.0"
SLUSE = Path(sys.executable).with_name("sluse")
TEXT = "Kontrakten med Qvxzolm er underskrevet."
LEARNED = {"entities": [(15, 22, "PER")]}
_BUILD = f"""[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "{NAME}"
version = "{VERSION}"
[project.entry-points.spacy_models]
{NAME} = "{NAME}"
[tool.hatch.build.targets.wheel]
packages = ["{NAME}"]
"""
_ASK = """
import json
from scanner import Scanner
found = Scanner.from_policy(model="da_core_news_sm").scan(TEXT).findings
print(json.dumps([[f.entity_type, f.start, f.end] for f in found]))
"""


def run(*command: str | Path, status: int = 0) -> str:
    """What a command prints, on both streams."""
    ran = subprocess.run(  # noqa: S603  # this Python and its own programs
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    assert ran.returncode == status, ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the small pipeline is installed under the name of spaCy's."""
    work = tmp_path_factory.mktemp("drop-in")
    nlp = spacy.blank("da")
    nlp.add_pipe("ner")
    learned = [Example.from_dict(nlp.make_doc(TEXT), LEARNED)]
    optimizer = nlp.initialize(lambda: learned)
    for _ in range(30):
        nlp.update(learned, sgd=optimizer)
    nlp.meta.update(name="core_news_sm", version=VERSION)
    nlp.to_disk(work / "pipeline")
    run(sys.executable, "-m", "spacy", "package", work / "pipeline", work, "--build", "none")
    source = work / f"{NAME}-{VERSION}"
    (source / "setup.py").unlink()
    (source / "meta.json").rename(source / NAME / "meta.json")  # as that setup.py does
    (source / "pyproject.toml").write_text(_BUILD, encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps")
    target = work / "site"
    run(*pip, "--no-build-isolation", "--target", target, source)
    return target


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file with the text."""
    file = tmp_path / "brev.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def chosen(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline can be imported, and the setting names it."""
    monkeypatch.setenv("PYTHONPATH", str(installed))
    monkeypatch.setenv("SLUSE_MODEL", NAME)


@pytest.mark.usefixtures("chosen")
def test_it_is_installed_as_a_package_spacy_knows() -> None:
    printed = run(sys.executable, "-c", f"import spacy; print(spacy.load('{NAME}').meta['name'])")
    assert printed.strip() == "core_news_sm"


@pytest.mark.usefixtures("chosen")
def test_the_scanner_takes_its_names() -> None:
    found = json.loads(run(sys.executable, "-c", f"TEXT = {TEXT!r}\n{_ASK}"))
    assert ["PERSON", 15, 22] in found


@pytest.mark.usefixtures("chosen")
def test_the_setting_chooses_it(letter: Path) -> None:
    assert "personnavn" in run(SLUSE, "scan", letter, status=1)


def test_a_name_that_is_not_installed_is_said(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLUSE_MODEL", NAME)
    assert NAME in run(SLUSE, "scan", letter, status=2)
