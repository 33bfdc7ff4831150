"""What came of texts and files, in the form that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from scanner.batch.journal import Journal
from scanner.cli.report.as_csv import as_csv
from scanner.cli.report.as_html import as_html
from scanner.cli.report.as_json import as_json, as_line
from scanner.cli.report.as_sarif import as_sarif
from scanner.policy import Policy

__all__ = ["Format", "told_whole"]


class Format(StrEnum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    SARIF = "sarif"
    HTML = "html"
    PARQUET = "parquet"

    @property
    def is_told_at_once(self) -> bool:
        """Whether each file is told as soon as it is done."""
        return self in {Format.TEXT, Format.NDJSON}


def told_whole(  # noqa: PLR0913  # what a report is made of
    journal: Journal,
    output: Format,
    policy: Policy,
    destination: str,
    *,
    shows_values: bool,
    language: str = "da",
) -> Iterator[str]:
    """The whole report in pieces; a page for people opens in ``language``."""
    match output:
        case Format.SARIF:
            return as_sarif(journal, policy, destination)
        case Format.CSV:
            return as_csv(journal)
        case Format.HTML:
            return as_html(journal, policy, destination, language, shows_values=shows_values)
        case Format.NDJSON:
            return (as_line(each, shows_values=shows_values) + "\n" for each in journal)
        case _:
            return as_json(journal, shows_values=shows_values)
