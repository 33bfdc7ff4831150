"""PERSON: the name of a natural person.

What it finds: whole names, first names and last names alone, in mails, minutes, chats, tables.
Looks like: "Hej Karen", "direktør Anne Holm", "[09:02] Freja:", "revisoren bent".
Does not match: a firm that carries a person's name (ORGANIZATION), streets, public names.
Sources: first and last names of Danmarks Statistik (in the lexicon), the names model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.names import Kind, NameReader
from scanner.nlp.lexicon import Lexicon
from scanner.recognizers.base import Hit, Recognizer
from scanner.recognizers.house import House


class PersonRecognizer(Recognizer):
    """Finds names of natural persons, without title and genitive -s."""

    entity_type = "PERSON"
    is_of_words = True

    def __init__(self, lexicon: Lexicon | None = None, reader: NameReader | None = None) -> None:
        super().__init__()
        self._reader = NameReader(lexicon) if reader is None else reader

    @classmethod
    def for_house(cls, house: House) -> Self:
        """The recognizer that takes the policy's own and public names for public."""
        return cls(reader=house.names)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Yield the persons in ``text``."""
        for name in self._reader.read(text, artifacts):
            if name.kind is Kind.PERSON:
                yield Hit(name.span, name.score, name.rule.reason)
