"""Numbers that the text itself calls somebody's customer, member or case number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.identifiers import case_number
from scanner.recognizers.base import whole
from scanner.sought import sought

_PARTY = (
    r"(?:kunde|klient|medlems?|debitor|kreditor|leverandør|borger|patient|deltager|kursist|elev"
    r"|studie|lejer|lejemåls?|abonnements?|abonnent|forsikrings?|police|skades?"
    r"|(?:leje|leasing|låne?|forpagtnings|drifts|service|ramme|samarbejds|leverings)?"
    r"(?:aftale|kontrakts?)"
    r"|sags?|journal|jr?|esdh|ans(?:ø|oe)gnings?|bevillings?"
    r"|tilsagns?|tilskuds?|projekt|engagements?|låne?"
    r"|(?:bank|leje|arbejds)?garanti|kautions?"
    r"|crm|partner|inkasso(?:sags?)?|klage|anmeldelses?|virksomheds|andelshaver|medlemskabs"
    r"|(?:our|your)[ ]file|customer|client|member(?:ship)?|case|application"
    r"|contract|grant(?:[ ]agreement)?|policy"
    r"|claim|agreement|debtor|patient|subscriber|donor)"
)
_NR = r"(?:nr|nummer(?:et)?|numre|no|number|id|ref(?:erence)?|kode)"
# "virksomhedsnummer" is the CVR number, "klagenr" is none of ours; both come with a number word.
_NAMED = rf"{_PARTY}(?:e?ns?|ets?)?[ \-_.]{{0,2}}{_NR}"
_NOUN = (
    r"(?:(?:inkasso|forsikrings|straffe|rets|konkurs|klage|person)?sag(?:en)?|ans(?:ø|oe)gning(?:en)?|journal|kunden?|klient(?:en)?|medlem|debitor|bevilling(?:en)?"
    r"|tilsagn(?:et)?|(?:forsikrings)?policen?|kontrakt(?:en)?|forsikring|skade|case|application|customer|client"
    r"|member|contract|grant|claim|(?:vores|vor|jeres|deres|our|your)[ ](?:ref(?:erence)?|file))"
)
_PIECE = r"[A-Za-zÆØÅæøå0-9]{1,12}"
VALUE = (
    r"(?:[A-ZÆØÅ]{1,4} (?:\d{1,3}-)?\d{1,6}/\d\d(?:\d\d)?(?:-[A-ZÆØÅ]{1,4})?"
    r"|(?:19|20)\d\d - \d{4,6}"
    rf"|(?:[A-ZÆØÅa-zæøå]{{1,8}}[-/.]?)?\d[0-9A-Za-zÆØÅ]{{0,19}}(?:[-/.]{_PIECE}){{0,5}}"
    r"|\d{2,3}(?: \d{2,3}){1,3})(?![^\W_])(?!@)"
)
_JOINT = (
    r"\.?(?:[ ](?:hos|ved|i|with|at)[ ][^\W\d_]{2,15}(?=[ ](?:er|is)[ ]|:))?"
    r"(?:[ ]?(?:er|is|lyder|hedder)(?= )|[ ]?[:=#])?[ \t]{0,3}[\"'»(\[#]{0,2}"
)
_SAID = sought(
    rf"(?<![^\W_])(?<!\w-)(?:(?P<named>{_NAMED})|(?P<noun>{_NOUN}))(?![^\W\d_]){_JOINT}(?P<value>{VALUE})",
    re.IGNORECASE,
)
_BESIDE_FIRM = sought(
    r"(?<![^\W_])(?:ApS|A/S|I/S|K/S|P/S|IVS|Holding)[,:]?[ ]{1,2}[(\[]?"
    r"(?P<value>[A-ZÆØÅ]{1,4}-\d{4,8})(?![^\W_])(?!-)"
)
_MORE = re.compile(rf"(?:[ ]?[,/&+]|[ ](?:og|samt|eller|and|or))[ ](?P<value>{VALUE})")
_LABEL = re.compile(rf"{_NAMED}|{_NOUN}|j\.?[ ]?nr|kundenr\.? ?/.{{0,12}}", re.IGNORECASE)
_WHOLE = re.compile(VALUE)
_RUN = re.compile(r"\d+")
_LEADING = re.compile(r"[A-ZÆØÅ]{1,8}[-/.]?(?=\d)")
_RECORD_ID = re.compile(r"[A-ZÆØÅ]{1,4}-?\d{4,8}")
_PARTY_KEYS = frozenset({"cvr", "cpr", "vat", "email", "mail", "phone", "telefon", "tlf", "mobil"})
_RECORD = 250
# A form is looked for elsewhere when it has this many digits, and so many forms a text.
_LEAST_TO_REPEAT = 4
_MOST_FORMS = 20

RECORDS = sought(rf"(?<![^\W_]){_RECORD_ID.pattern}(?![^\W_])")
SIGNS = (_SAID, _BESIDE_FIRM, RECORDS)
LABEL = whole(_LABEL)


def labelled(text: str) -> Iterator[Span]:
    """Values after such a label in running text, and those listed after the first."""
    for match in _SAID.finditer(text):
        value = match["value"]
        if not (is_identifying(value) if match["named"] else stands_out(value)):
            continue
        span = Span(*match.span("value"))
        yield span
        following = _MORE.match(text, span.end)
        while following and signature(following["value"]) == signature(value):
            yield Span(*following.span("value"))
            following = _MORE.match(text, following.end())


def beside_firms(text: str) -> Iterator[Span]:
    """Codes set right after a firm's legal form: "Enghave Is ApS, K-204817"."""
    for match in _BESIDE_FIRM.finditer(text):
        yield Span(*match.span("value"))


def below_labels(text: str, fields: Sequence[Field]) -> Iterator[Span]:
    """Whole values of table columns, keys and lines with such a label."""
    for index, field in enumerate(fields):
        value = field.span.of(text)
        if not _WHOLE.fullmatch(value):
            continue
        if _LABEL.fullmatch(field.label):
            is_number = _ends_in_number_word(field.label)
            is_ours = is_identifying(value) if is_number else stands_out(value)
        else:
            is_ours = field.label == "id" and _RECORD_ID.fullmatch(value) is not None
            is_ours = is_ours and _of_a_party(fields, index)
        if is_ours:
            yield field.span


def repeated(text: str, known: Sequence[Span]) -> Iterator[Span]:
    """Values formed as a known one with leading letters, elsewhere in the text."""
    forms = {
        form
        for form in (signature(span.of(text)) for span in known)
        if _LEADING.match(form) and form.count("0") >= _LEAST_TO_REPEAT
    }
    for form in sorted(forms)[:_MOST_FORMS]:
        pattern = "".join(r"\d" if sign == "0" else re.escape(sign) for sign in form)
        for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", text):
            yield Span(*match.span())


def signature(value: str) -> str:
    """The form of a value: leading letters as they are, every digit as 0."""
    return re.sub(r"\d", "0", value)


def is_identifying(value: str) -> bool:
    """Whether a value after a clear label can be a number: three digits, or letters and two."""
    digits = sum(map(str.isdigit, value))
    least = 2 if _LEADING.match(value) else 3
    return digits >= least and not case_number.is_other(value)


def stands_out(value: str) -> bool:
    """Whether a value after a mere noun reads as a number of a case or party."""
    if case_number.is_other(value):
        return False
    longest = max((len(run) for run in _RUN.findall(value)), default=0)
    has_form = any(sign in value for sign in "-/") or _LEADING.match(value)
    return longest >= (4 if has_form else 5)


def _ends_in_number_word(label: str) -> bool:
    return re.search(rf"{_NR}$", label) is not None


def _of_a_party(fields: Sequence[Field], index: int) -> bool:
    """Whether the record that an "id" begins also holds a party's number or address."""
    here = fields[index]
    return any(
        field.label in _PARTY_KEYS and field.span.start - here.span.end < _RECORD
        for field in fields[index + 1 : index + 12]
        if field.kind is FieldKind.KEY
    )
