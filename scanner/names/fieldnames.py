"""Names of fields and entries of a program, which stand with capitals in any guide to one."""

from __future__ import annotations

from scanner.doc import Span
from scanner.names.lists import words_of
from scanner.names.word_set import word_set
from scanner.names.words import Page

_STEM = 3  # letters that stand before the word: "Debitor|konto"
_WHAT = word_set("""
    administrator beløb dato felt felter indstilling indstillinger kladde kode konti konto navn
    nummer omkostninger oplysninger opsætning poster rapporter saldo sats satser skabelon
    administratoren beløbet datoen feltet felterne indstillingen indstillingerne kladden koden
    kontoen navnet nummeret omkostningerne oplysningerne opsætningen posterne rapporterne saldoen
    satsen satserne skabelonen""")
_ENDINGS = tuple(_WHAT)
_BARE = word_set("beløb dato konti konto nummer saldo")
_JOINING = word_set("og eller")


def is_field_name(page: Page, span: Span) -> bool:
    """Whether its words say what stands in a field: "Afdelingskode", "Privatforbrug Konti"."""
    lows = [page.low(at) for at in words_of(page, span)]
    if not lows:
        return False
    return lows[-1] in _BARE or all(low in _JOINING or _says_what(low) for low in lows)


def _says_what(low: str) -> bool:
    return low.endswith(_ENDINGS) and any(low[_STEM:].endswith(what) for what in _ENDINGS)
