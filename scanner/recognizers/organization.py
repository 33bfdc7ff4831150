"""ORGANIZATION: the name of a private party: company, foundation, association, partnership.

What it finds: names with their legal form, family firms, type words, trades, "X v/ Person".
Looks like: "Nordvang Biler ApS", "A/S Storebælt", "Petersen & Søn", "firmaet Trædråben".
Does not match: public bodies, the own organization, tools, laws, places (public_names.yaml).
Sources: ISO 20275 legal forms of Denmark, practice of the CVR register, the names model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.names import Kind, NameReader
from scanner.nlp.lexicon import Lexicon
from scanner.recognizers.base import Hit, Recognizer
from scanner.recognizers.house import House


class OrganizationRecognizer(Recognizer):
    """Finds names of private parties, with their legal form."""

    entity_type = "ORGANIZATION"
    is_of_words = True

    def __init__(self, lexicon: Lexicon | None = None, reader: NameReader | None = None) -> None:
        super().__init__()
        self._reader = NameReader(lexicon) if reader is None else reader

    @classmethod
    def for_house(cls, house: House) -> Self:
        """The recognizer that takes the policy's own and public names for public."""
        return cls(reader=house.names)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Yield the private organizations in ``text``."""
        for name in self._reader.read(text, artifacts):
            if name.kind is Kind.ORGANIZATION:
                yield Hit(name.span, name.score, name.rule.reason)
