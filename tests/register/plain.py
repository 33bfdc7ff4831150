"""The oracle of the sieve: every token of a text is looked up, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scanner.register import Register
from scanner.register.match import without_genitive
from scanner.register.tokens import is_joined, tokens

MOST_PIECES = 12


def likely(register: Register, text: str) -> list[int]:
    """The indices of the tokens of ``text`` at which a value may begin."""
    return [index for index, _ in groupby(_likely(register, text))]


def _likely(register: Register, text: str) -> Iterator[int]:
    found = tokens(text)
    sizes = register.contents.number_sizes
    for index, token in enumerate(found):
        words = {token.folded, without_genitive(token.folded)} - {""}
        if any(map(register.word_counts, words)):
            yield index
        number = ""
        for last in range(index, min(index + MOST_PIECES, len(found))):
            if last > index and not is_joined(text, found[last - 1], found[last]):
                break
            number += found[last].folded
            for written in (number, without_genitive(number)):
                if written and not number.isalpha() and sizes >> len(written) & 1:
                    digest = register.hasher.digest((written,), is_number=True)
                    if any(register.types_of(digest)):
                        yield index
