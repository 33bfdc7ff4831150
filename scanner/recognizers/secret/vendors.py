"""Keys that vendors give a form of their own, private keys, and signed tokens.

Sources: the vendors' documentation of their key formats; RFC 7468 (PEM), RFC 7519 (JWT), RFC 3986
(login in an address).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.sought import sought

_WORD = r"A-Za-z0-9_\-"
# A literal that the form begins with, then the whole form; the value is group 1 or all of it.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (literal, re.compile(rf"(?<![A-Za-z0-9]){form}"))
    for literal, form in (
        *((key, rf"{key}[A-Z2-7]{{16}}(?![A-Za-z0-9])") for key in ("AKIA", "ASIA", "ABIA")),
        *((f"gh{kind}_", rf"gh{kind}_[A-Za-z0-9]{{30,255}}") for kind in "pousr"),
        ("github_pat_", r"github_pat_\w{40,255}"),
        *((key, rf"{key}[{_WORD}]{{16,200}}") for key in ("glpat-", "gldt-", "glrt-")),
        *((f"xox{kind}-", rf"xox{kind}-[A-Za-z0-9\-]{{10,200}}") for kind in "abeprs"),
        ("hooks.slack.com", r"hooks\.slack\.com/(?:services|workflows)/([\w/]{20,120})"),
        ("webhook.office.com", r"webhook\.office\.com/webhookb2/([\w@\-/]{40,300})"),
        *(
            (f"{a}k_{b}_", rf"{a}k_{b}_[A-Za-z0-9]{{16,250}}")
            for a in "sr"
            for b in ("live", "test")
        ),
        ("whsec_", r"whsec_[A-Za-z0-9+/=]{20,200}"),
        ("sk-", rf"sk-(?:proj-|svcacct-|admin-|or-v1-|ant-[a-z0-9]{{3,8}}-)?[{_WORD}]{{20,250}}"),
        ("AIza", rf"AIza[{_WORD}]{{35}}"),
        ("ya29.", rf"ya29\.[{_WORD}]{{20,300}}"),
        ("GOCSPX-", rf"GOCSPX-[{_WORD}]{{20,60}}"),
        ("hf_", r"hf_[A-Za-z]{30,60}"),
        ("npm_", r"npm_[A-Za-z0-9]{36}"),
        ("pypi-", rf"pypi-AgE[{_WORD}]{{40,300}}"),
        ("SG.", rf"SG\.[{_WORD}]{{16,40}}\.[{_WORD}]{{30,80}}"),
        ("dapi", r"dapi[0-9a-f]{32}"),
        ("dop_v1_", r"dop_v1_[0-9a-f]{64}"),
        ("shp", r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
        ("key-", r"key-[0-9a-f]{32}(?![0-9a-f])"),
        ("EAAC", r"EAAC[A-Za-z0-9]{60,300}"),
        ("Q~", rf"[{_WORD}]{{3}}\dQ~[{_WORD}.~]{{31,34}}"),
        ("AccountKey=", r"AccountKey=([A-Za-z0-9+/]{40,100}={0,2})"),
        ("SharedAccessKey=", r"SharedAccessKey=([A-Za-z0-9+/]{40,100}={0,2})"),
        ("sig=", r"sig=([A-Za-z0-9%+/]{30,120}={0,2})"),
        (
            "eyJ",
            rf"(?<![{_WORD}])eyJ[{_WORD}]{{8,4000}}\.eyJ[{_WORD}]{{8,8000}}\.[{_WORD}]{{8,2000}}",
        ),
        ("Bearer ", rf"Bearer ([{_WORD}.+/~]{{16,2000}}={{0,2}})"),
        ("Basic ", r"Basic ([A-Za-z0-9+/]{12,400}={0,2})(?![\w ])"),
        ("AGE-SECRET-KEY-", r"AGE-SECRET-KEY-1[A-Z0-9]{50,70}"),
    )
)
# Characters of a form before its literal, where it does not begin with that.
_BEFORE = {"Q~": 4}
_BEGIN = sought(r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----")
_END = re.compile(r"-----END (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----")
_LONGEST_KEY = 20_000
_LEAST_BODY = 32
_BODY = re.compile(r"[A-Za-z0-9+/=\s\\>|:,\-]{0,8000}")
_LOGIN = sought(r"://[^\s/:@\"'<>]{0,64}:([^\s/@\"'<>]{1,128})@(?=[\w\[])")

# Twelve signs at least follow what is written by itself.
VENDORS = (
    _BEGIN,
    _LOGIN,
    re.compile(rf"(?:{'|'.join(re.escape(literal) for literal, _ in _FORMS)})\S{{12}}"),
)


def vendor_keys(text: str) -> Iterator[Span]:
    """Each key in a vendor's form."""
    for literal, form in _FORMS:
        position = 0
        while (at := text.find(literal, position)) >= 0:
            match = form.match(text, max(position, at - _BEFORE.get(literal, 0)))
            position = match.end() if match else at + 1
            if match:
                yield Span(*match.span(match.lastindex or 0))


def private_keys(text: str) -> Iterator[Span]:
    """Private keys in PEM form, from their first line to their last, or as far as they go."""
    for begin in _BEGIN.finditer(text):
        end = _END.search(text, begin.end(), begin.end() + _LONGEST_KEY)
        if end:
            stop = end.end()
        else:
            body = _BODY.match(text, begin.end())
            stop = begin.end() + len((body[0] if body else "").rstrip())
        if sum(map(str.isalnum, text[begin.end() : stop])) >= _LEAST_BODY + len(begin[0]) * bool(
            end
        ):
            yield Span(begin.start(), stop)


def logins(text: str) -> Iterator[Span]:
    """The password of a login inside an address: scheme://user:password@host."""
    for match in _LOGIN.finditer(text):
        yield Span(*match.span(1))
