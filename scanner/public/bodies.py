"""Authorities, states and parties that are told by their words, in English and in Danish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from scanner.doc import Span

_OF = ("for", "om", "vedrørende")
_ARTICLES = ("Den", "Det", "De")
_TOPIC = r"(?:the )?[A-Z][a-z]+(?:(?:,? (?:and|for|of) (?:the )?|,? )[A-Z][a-z]+){0,6}"
_WORD = "[A-ZÆØÅ][a-zæøå]+-?"
_TOPIC_DA = rf"(?:(?:den|det|de) )?{_WORD}(?:(?:, | (?:og|samt|i) | ){_WORD}){{0,6}}"
_END = r"(?![^\W_]|-| [A-ZÆØÅ])"


class Bodies:
    """What is told by ``words``, those of ``bodies`` in ``public_names.yaml``.

    "Danish Agency for X and Y", "Ministry of X", "AI Board"; "Udvalget om X, Y og Z"; "Den
    Kinesiske Folkerepublik".
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        keys = ("whose", "alone", "nouns", "danish", "states")
        whose, alone, nouns, danish, states = ("|".join(words[key]) for key in keys)
        joined = r"(?:and|for|of|on|the)(?= (?:the )?[A-Z])"
        self._body = re.compile(
            rf"(?:(?:{whose})(?: (?:{joined}|[A-Z][a-z]+)){{0,6}}? (?:{nouns})"
            rf"(?: (?:of|for|on) {_TOPIC})?"
            rf"|(?:{alone}) (?:of|for) {_TOPIC}"
            rf"|(?:{danish}) (?:{'|'.join(_OF)}) {_TOPIC_DA}){_END}"
        )
        self._state = re.compile(
            rf"\b(?:(?:{'|'.join(_ARTICLES)}) {_WORD}(?: (?:og )?{_WORD}){{0,2}} (?:{states})s?"
            rf"|Republikken {_WORD}){_END}"
        )
        begun = [f"{body} {of}" for body in words["danish"] for of in _OF]
        # The words, in any case, that an authority begins with.
        self.beginnings = [*words["whose"], *words["alone"], *begun]

    def end(self, text: str, start: int) -> int:
        """Where the authority ends whose name begins at ``start``; there when there is none."""
        whole = self._body.match(text, start)
        return whole.end() if whole else start

    def states(self, text: str) -> Iterator[Span]:
        """The states and parties in ``text``."""
        return (Span(*found.span()) for found in self._state.finditer(text))


def is_international(text: str, span: Span, heads: tuple[str, ...]) -> bool:
    """Whether ``span`` is a body between states, by its first word: "Det Europæiske Miljøagentur".

    The article may stand before it.
    """
    article, _, rest = text[max(0, span.start - 4) : span.end].lstrip().partition(" ")
    if span.of(text).partition(" ")[0] in _ARTICLES:
        article, _, rest = span.of(text).partition(" ")
    return article in _ARTICLES and rest.startswith(heads) and " " in rest
