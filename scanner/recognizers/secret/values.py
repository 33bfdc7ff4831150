"""What can be a secret: names that promise one, and values that are none."""

from __future__ import annotations

import re

from scanner.identifiers.entropy import bits_per_sign

_PASSWORD = re.compile(
    r"(?:password|passwd|passwort|pwd|passphrase|passcode|userpass|dbpass|smtppass|adgangskode"
    r"|adgangskoden|kodeord|kodeordet|løsen|wifikode|pinkode|engangskode|loginkode|passord)\d?$"
)
_PASS_WORDS = frozenset({"pass", "pw", "pwd", "psk"})
_KEY = re.compile(
    r"(?:secret|secretkey|token|apikey|apinøgle|accesskey|accesskeyid|privatekey|encryptionkey"
    r"|signingkey|accountkey|sharedaccesskey|sharedkey|authkey|masterkey|sessionkey|subscriptionkey"
    r"|clientsecret|licensekey|licensnøgle|hemmelignøgle|secretaccesskey|credential|credentials"
    r"|authtoken|accesstoken|refreshtoken|bearertoken|webhooksecret|connectionsecret|apisecret)$"
)
_NOT_KEYS = re.compile(
    r"publickeytoken|(?:max|min|num|count|total|next|prev|page|sort|cancellation|end|start|eos|bos"
    r"|pad|unk|stop|sep|csrfmiddleware|input|output|special)\w{0,6}token"
)
_STAND_INS = re.compile(
    r"[<=(].{0,200}|\$.{0,200}|\{.{0,200}|%.{1,60}%?|\[.{0,200}|@.{0,200}|x{3,}|X{3,}|\*{2,}.{0,4}|\.{2,}"
    r"|…|_{2,}|-{2,}|\u2022{2,}|#{2,}.{0,4}|\?{2,}"
    r"|(?:your|my|the|din|dit|min|mit|indsæt|skriv|insert|enter|put|add|change|replace|some|any)"
    r"[-_ ]?\w{0,20}(?:[-_ .]\w{0,20}){0,6}"
    r"|(?:skal|bør|må|kan|se|er|ændres|mangler|ukendt|ingen|none|null|nil|undefined|true|false|yes|no"
    r"|ja|nej|secret|password|passwd|pass|adgangskode|kodeord|kode|token|key|string|str|bytes|text"
    r"|example|eksempel|placeholder|pladsholder|todo|tbd|test|dummy|foo|bar|baz|redacted|skjult|hidden"
    r"|required|optional|påkrævet|n/a|na|abc|value|værdi|hemmelig|hemmeligt|default|empty|tom|user"
    r"|username|bruger|brugernavn|admin|int|bool|any|object|self|os|process|env|config|settings"
    r"|vault|getenv|environ|import|require|await|new|function|async|return|const|let|var)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"EXAMPLE|example|eksempel|placeholder|xxxx|XXXX|\.\.\.|…|1234567890abcdef")
_REFERENCE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\(?|[A-Za-z_]\w*[(\[].{0,200}")
_WORD = re.compile(r"[^\W\d_]+(?:[-_][^\W\d_]+){0,3}")
_LEAST_KEY = 8
_LEAST_PASSWORD = 4
_LEAST_STRONG = 6
_RANDOM = 3.0
_LEAST_LETTERS = 2  # one letter is a clause or a size
_LEAST_DIGITS = 2
_SIGN = re.compile(r"[!#$%&*+=?^~§€@]")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]\d[^\W\d_]|\d.*[A-ZÆØÅ]|[-_]\d|\d[-_]")


def promises_password(name: str) -> bool:
    """Whether a key such as ``DB_PASSWORD`` or ``smtp-pass`` names a password."""
    last = re.split(r"[_\-. ]+", name.casefold())[-1]
    return last in _PASS_WORDS or _PASSWORD.search(last) is not None


def promises_key(name: str) -> bool:
    """Whether a key such as ``apiKey`` or ``JWT_SECRET`` names a key or token."""
    joined = re.sub(r"[_\-. ]+", "", name).casefold()
    return _KEY.search(joined) is not None and _NOT_KEYS.search(joined) is None


def is_stand_in(value: str) -> bool:
    """Whether a value only holds the place of a secret, or refers to where it is kept."""
    return not value or _STAND_INS.fullmatch(value) is not None or bool(_EXAMPLE.search(value))


def is_reference(value: str) -> bool:
    """Whether a value without quotes is rather program text."""
    return _REFERENCE.fullmatch(value) is not None


def can_be_password(value: str) -> bool:
    """Whether a value that is called a password can be one."""
    return len(value) >= _LEAST_PASSWORD and not is_stand_in(value)


def can_be_key(value: str) -> bool:
    """Whether a value that is called a key or token can be one."""
    return (
        len(value) >= _LEAST_KEY
        and not is_stand_in(value)
        and (any(map(str.isdigit, value)) or bits_per_sign(value) >= _RANDOM)
        and not (value.isdigit() and len(value) < 2 * _LEAST_KEY)
        and not (_WORD.fullmatch(value) and value == value.lower())
    )


def is_unlike_words(value: str) -> bool:
    """Whether it has small and large letters, a digit and a sign that words and codes have not."""
    return (
        is_strong(value)
        and value != value.lower()
        and value != value.upper()
        and any(map(str.isdigit, value))
        and _SIGN.search(value) is not None
    )


def is_strong(value: str) -> bool:
    """Whether a word in running text reads as a password: letters mixed with digits or signs."""
    if len(value) < _LEAST_STRONG or is_stand_in(value) or "://" in value or "@" in value[1:-1]:
        return False
    letters, digits = sum(map(str.isalpha, value)), sum(map(str.isdigit, value))
    if letters < _LEAST_LETTERS:
        return False
    if _SIGN.search(value):
        return True
    return digits > 0 and (digits >= _LEAST_DIGITS or _DIGIT_INSIDE.search(value) is not None)
