"""Whether a value is one of a party's: the same name whatever its spelling, or its number."""

from __future__ import annotations

import re
import unicodedata

from scanner.policy.model import Approval

_SPELLINGS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "é": "e", "ü": "u"}
)
_FORM = re.compile(
    r"[ ,]+(?:aps|a/s|i/s|k/s|p/s|ivs|a\.?m\.?b\.?a\.?|f\.?m\.?b\.?a\.?|s\.?m\.?b\.?a\.?|as|is)$"
)
_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[\s.\-/]")
_LEAST_NUMBER = 6


def name_key(name: str) -> str:
    """``name`` as names are compared: lower case, ae/oe/aa, without legal form and genitive -s."""
    folded = unicodedata.normalize("NFC", name).casefold().strip()
    folded = re.sub(r"['’]s$", "", folded)
    folded = _FORM.sub("", folded)
    return " ".join(_WORD.findall(folded.translate(_SPELLINGS)))


def is_of_party(value: str, approval: Approval) -> bool:
    """Whether ``value`` is a name, a number or an address at a domain of the approval's party."""
    key = name_key(value)
    names = {name_key(name) for name in (approval.party, *approval.spellings)}
    if key in names or key.removesuffix("s") in names:
        return True
    number = _SEPARATORS.sub("", value).casefold().removeprefix("dk")
    for identifier in approval.identifiers:
        known = _SEPARATORS.sub("", identifier).casefold().removeprefix("dk")
        if len(known) >= _LEAST_NUMBER and number == known:
            return True
        if value.casefold().endswith("@" + identifier.casefold()):
            return True
    return False
