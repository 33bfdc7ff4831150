"""Secrets told in a sentence: "koden er …", "log ind med … og koden …", "… som var koden"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.recognizers.secret import values
from scanner.sought import sought

# Words that always mean a password, and "kode", which also means a zip code or source code.
_SURE = (
    r"(?:adgangskode|kodeord|password|passord|passcode|løsen|pin-?kode|wi-?fi-?kode|netværkskode"
    r"|engangskode|aktiveringskode|master-?kode|admin-?kode|log-?ind?-?kode|startkode|vpn-?kode"
    r"|gæste-?wi-?fi|api-?nøgle|licensnøgle|sikkerhedsnøgle|puk-?kode|puk|pin|pw|pwd|wi-?fi-?password|mitid-?kode)"
)
_LABEL = rf"(?P<label>{_SURE}|kode|nøgle|token|code)(?:n|en|et|s|r|rne|erne)?"
_ASIDE = (
    r"(?: \([^()\n]{1,40}\)"
    r"| (?:til|for|på|hos|i|to|of|on) [^\n:=.,;]{1,40}?(?=:| er | is | hedder ))?"
)
_VERB = (
    r"(?:[ ](?:(?:er|blev|blevet|is|was|midlertidigt?|er blevet|has been)[ ])?"
    r"(?:sat|ændret|nulstillet|skiftet|lavet om|set|changed|reset)(?: midlertidigt)?"
    r" (?:til|to):?[ ]"
    r"|[ \t]{0,2}(?P<sign>[:→]|(?<=[ \t])=(?=[ \t]))[ \t]{0,2}"
    r"|[ \t]{0,2}:?[ \t]{0,2}(?P<below>\n)[ \t]{0,4}"
    r"|[ ](?:nu |fortsat |stadig |midlertidigt? )?"
    r"(?:er|is|hedder|lyder|bliver|var|was|blev)(?: nu| stadig| now| temporarily)?:?[ ])"
)
_OPEN = r"[\"'»«„“”‘’`(\[]?"
_VALUE = rf"{_OPEN}(?P<value>[^\s\"'»«„“”‘`<>]{{3,64}})"
_SAID = sought(
    rf"(?<![\w\-]){_LABEL}{_ASIDE}{_VERB}{_VALUE}",
    re.IGNORECASE,
    sign=rf"(?<![\w\-]){_LABEL}[ \t\n:→=]",
)
_BESIDE = sought(
    r"(?<![\w\-])(?:adgangskode|kodeord|password|kode|passord|wi-?fi-?kode|pinkode)(?:n|en|et)?[ ]"
    + _VALUE,
    re.IGNORECASE,
)
_ACCESS = (
    r"(?:log(?:ge|ger)? (?:på|ind) med|login|log-?in|logind|credentials|brugernavn|bruger|user"
    r"|adgang|wi-?fi|netværk)"
)
_PAIR = sought(
    rf"(?<![\w\-]){_ACCESS}[ ]?[:=]?[ ]{{0,2}}(?:[^\s/,;]{{2,60}})[ ]?/[ ]?"
    r"(?P<value>[^\s,;]{4,64})",
    re.IGNORECASE,
    sign=rf"(?<![\w\-]){_ACCESS}[^/\n]{{0,80}}/",  # quickly compiled
)
_NAMED_AFTER = re.compile(
    r"(?P<value>[^\s\"'»«„“”‘’`]{5,64}?)[\"'»«„“”’`]?[,.]?[ ]"
    r"(?:(?:som|der|which|that)[ ][^\n.!?]{0,40}?"
    r"|(?:er|is|var|was)[ ](?:[^\n.!?\s]{1,12}[ ]){0,3}?)"
    r"(?:kode|koden|adgangskode|adgangskoden|kodeord|kodeordet|password|passwordet|pinkode)"
    r"(?![\w\-])",
    re.IGNORECASE,
)
# A value before its name, beside the forms.
SPOKEN = (
    _SAID,
    _BESIDE,
    re.compile(r" (?:kode|adgangskode|password|pinkode)", re.IGNORECASE),
    _PAIR,
)
_MARK = re.compile(r"(?i)kode|password")
_SETTING = re.compile(
    r"(?i)log(?:ge|ger)?[ -]?(?:på|ind|in|on)|login|bruger|wi-?fi|netværk|alarm|dør|port|adgang"
    r"|boks|skab|vpn|telefon|pc|mail|konto|computer|system|portal|kort|sim|nulstil|midlertidig|skift"
)
_REST = re.compile(r"[^\n]{0,80}")
_WORD = re.compile(r"(?<![^\s\"'(»“])[^\s\"'»«„“”‘’`<>]{8,64}")
_BACK = 120
_LEAST_MIXED = 8  # characters
_TAIL = ".,;:)]}’”"
_DIGITS = range(4, 9)


def spoken(text: str) -> Iterator[tuple[Span, float]]:
    """Values that a sentence calls a password, and how surely they are one."""
    if not _MARK.search(text) and not re.search(
        r"(?i)pin|puk|pw|login|nøgle|token|løsen|code|wi-?fi", text
    ):
        return
    for match in _SAID.finditer(text):
        span = _value(match)
        score = _score(match, span)
        if score:
            yield span, score
    for pattern in (_BESIDE, _PAIR):
        for match in pattern.finditer(text):
            span = _value(match)
            if values.is_strong(span.of(text)) or _is_mixed(match, span.of(text)):
                yield span, 0.8
    yield from _before_name(text)
    yield from _apart(text)


def _is_mixed(match: re.Match[str], value: str) -> bool:
    """Whether what stands behind "adgangskode" has both cases and a digit: "Tulipan-Mark9"."""
    named = match[0].casefold().startswith(("adgangskode", "kodeord", "passw", "passo"))
    has_cases = value != value.lower() and value != value.upper()
    return named and has_cases and len(value) >= _LEAST_MIXED and any(map(str.isdigit, value))


def _before_name(text: str) -> Iterator[tuple[Span, float]]:
    """X, som var den kode I gav mig; X er koden."""
    for mark in _MARK.finditer(text):
        begin = max(0, mark.start() - _BACK, text.rfind("\n", 0, mark.start()) + 1)
        window = text[begin : mark.end() + 10]
        for match in _NAMED_AFTER.finditer(window):
            span = _value(match)
            if values.is_strong(span.of(window)):
                yield Span(begin + span.start, begin + span.end), 0.8


def _apart(text: str) -> Iterator[tuple[Span, float]]:
    """Koden, som jeg prøvede, X!7a: what is unlike any word, in a sentence about a password."""
    for mark in _MARK.finditer(text):
        sentence = _REST.match(text, mark.end())
        for word in _WORD.finditer(text, mark.end(), sentence.end() if sentence else mark.end()):
            kept = word[0].rstrip(_TAIL)
            if values.is_unlike_words(kept):
                yield Span(word.start(), word.start() + len(kept)), 0.6


def _value(match: re.Match[str]) -> Span:
    """The value without the marks of the sentence; a "!" may be part of it."""
    value = match["value"]
    kept = value.rstrip(_TAIL)
    if kept.endswith("?"):
        kept = kept.rstrip("?")
    return Span(match.start("value"), match.start("value") + len(kept))


def _score(match: re.Match[str], span: Span) -> float:
    value = span.of(match.string)
    is_sure = re.fullmatch(_SURE, match["label"], re.IGNORECASE) is not None
    if values.is_stand_in(value) or values.is_reference(value):
        return 0
    if not is_sure and match["sign"] == "=":
        return 0.75 if values.is_unlike_words(value) else 0
    if match["below"]:
        if match.start() and match.string[match.start() - 1] != "\n":
            return 0
        return 0.75 if is_sure and values.is_strong(value) else 0
    return _likely(match, span, is_sure=is_sure)


def _likely(match: re.Match[str], span: Span, *, is_sure: bool) -> float:
    text, value = match.string, span.of(match.string)
    if value.isdigit():
        if len(value) not in _DIGITS:
            return 0
        around = text[max(0, match.start() - _BACK) : match.start()].rpartition("\n")[2] + match[0]
        return 0.75 if is_sure else 0.6 if _SETTING.search(around) else 0.35
    if values.is_strong(value):
        return 0.9 if is_sure else 0.75
    is_quoted = text[span.start - 1] in "\"'»«„“”‘’`" and len(value) > 3  # noqa: PLR2004  # a word
    if is_quoted:
        return 0.75 if is_sure else 0.55
    rest = text[span.end : span.end + 60].partition("\n")[0].strip(" \t.,;\"'!)")
    is_alone = is_sure and match[0][: -len(value)].rstrip().endswith((":", "=")) and not rest
    return 0.65 if is_alone and len(value) > 3 else 0  # noqa: PLR2004  # a word
