"""Who a statement is about: the nearest person before it, or a crowd, or nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum

from scanner.doc import Span

Persons = Callable[[], Sequence[Span]]

_ROLE = (
    r"(?:kunde|ejer|medarbejder|kollega|direktør|leder|chef|ansøger|deltager|iværksætter|stifter"
    r"|indehaver|partner|kompagnon|kone|mand|hustru|ægtefælle|kæreste|datter|søn|far|mor|bror|søster"
    r"|bogholder|lærling|elev|praktikant|klient|borger|formand|sælger|rådgiver|mentor|kandidat|vikar"
    r"|underviser|chauffør|medejer|investor|svend|mester|butikschef|projektleder|konsulent|ven|veninde"
    r"|nabo|lejer|studerende|pige|fyr|dame|herre|gut|teamleder|sekretær|pedel|kok|tjener|frisør|tolk"
    r"|bestyrelsesformand|patient|revisor|advokat|økonomichef|driftsleder|værkfører|håndværker|kørelærer|køber|vært"
    r"|sagsbehandler|studentermedhjælper|gründer|kursist|gæst|oplægsholder|ansat|person"
    r"|barnebarn|onkel|tante|moster|faster|svigermor|svigerfar|svigersøn|svigerdatter|bedstemor|bedstefar"
    r"|forlovet|samlever|lærer|pædagog|montør|tømrer|murer|elektriker|maler|gartner|slagter|bager|ingeniør"
    r"|udvikler|jurist|receptionist|lagermand|landmand|vognmand|fisker|kontorelev|assistent|kasserer"
    r"|hire|neighbour|neighbor|tenant|accountant|bookkeeper|driver|chef|cleaner|teacher|trainee|chairman|secretary"
    r"|brother|sister|mum|mom|dad|boy|girl|uncle|aunt|lodger|nephew|niece|coworker|teammate"
    r"|client|customer|owner|employee|colleague|manager|applicant|participant|founder|co-founder|partner"
    r"|wife|husband|daughter|son|boss|intern|assistant|apprentice|guy|woman|man|friend|cfo|ceo|director)"
)
_KNOWN = re.compile(
    r"(?<!\w)(?:"
    r"(?-i:(?:H|h)(?:un|an|ende|am|endes|ans))|she|he|her|his|him"
    r"|(?:min|vores|hans|hendes|deres|jeres|denne|samme|my|our|the|his|their|this)[ ]"
    rf"(?:[^\W\d_]{{3,15}}[ ])?{_ROLE}(?:en|s|ens)?"
    r"|(?:en|et|to|one)[ ](?:af|of)[ ](?:vores|mine|de|our|my|the|jeres|deres)[ ][^\W\d_]{3,20}(?:[ ]\w{3,12})?"
    rf"|den[ ](?:tidligere|nye|nuværende|daværende|fratrådte|afgåede|fyrede|opsagte)[ ]{_ROLE}"
    rf"|(?!fyret\b)(?:[^\W\d_]{{1,12}}s)?{_ROLE}(?:e?ns?|ets?|nens?|inden)"
    r"(?:[ ](?:af|i|hos|bag|for)[ ][^\W\d_]{3,25})?"  # "ejeren af firmaet" is not the firm
    r"|(?-i:^\W{0,4}(?:Ansøger|Borger|Klient|Patient|Kunde|Medarbejder|Deltager|Kursist|Lejer))(?=[ ](?:har|er|fik|blev|lider|bor))"
    r"|kollegaen|konens?|mandens?|faren|moren|fyren|pigen|damen|vedkommende|pågældende"
    r"|cpr(?:-nr|-nummer)?"
    r")(?!\w)",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"(?<!\w)(?:en|et|nogen|an?|one|ny|anden|ene|to|tre|three|two)[ ](?:[^\W\d_]{{2,15}}[ ]){{0,2}}(?:[^\W\d_]{{1,14}})?{_ROLE}(?!\w)",
    re.IGNORECASE,
)
_SELF = re.compile(r"(?<!\w)(?:jeg|mig|min|mit|mine|vi|I|my|me|I'm|I've|undertegnede)(?!\w)")
_SELF_AT_START = re.compile(r"(?<!\w)(?:Jeg|Min|Mit|Mine|Vi|My)(?!\w)")
_SELF_GAP = re.compile(
    r"(?:[ ,]+(?:er|var|har|havde|bliver|blev|selv|også|jo|desværre|lige|netop|nu|stadig|faktisk|godt|nok|i"
    r"|dag|går|fra|ikke|kan|skal|vil|må|nødt|til|at|am|have|had|was|been|also|just|still|unfortunately"
    r"|recently|currently|måtte|ugen|mandag|altså|så|både|fortsat|kone|mand|søn|datter|mor|far|kæreste"
    r"|wife|husband|son|daughter|mother|father|og|der|som|who|kan|af|de|sidste|\d+|år|måneder|uger))*[ ]?"
)
_CROWD = re.compile(
    r"(?<!\w)(?:man|folk|mennesker|personer|patienter|borgere|medarbejdere|medarbejderne|ansatte|kvinder"
    r"|mænd|børn|unge|ældre|mange|nogle(?! år| dage| uger| måneder)|enhver|alle|hver|procent|pct|virksomheder|ledere|arbejdsgivere"
    r"|arbejdsgiver|arbejdsgiveren|lønmodtagere|danskere|iværksættere|selvstændige|de fleste|flere(?! gange| år| dage| uger| måneder)|ingen"
    r"|en person|en patient|en borger|en medarbejder med|den sygemeldte|den ansatte|den registrerede|brugere"
    r"|brugerne|kunder|selskabet|selskaber|virksomheden|firmaet|firmaer|banken|koncernen|produktet|løsningen"
    r"|appen|startuppen|foreningen|fonden|projektet|styrelsen|ministeriet|regionen|kommunen|partiet|loven"
    r"|landet|lande|indvandrere|flygtninge|muslimer|jøder|kristne|mindretal|befolkningen|europæere|tyskere"
    r"|millioner|tusinder|tusindvis|people|patients|persons|employees|workers|anyone|everyone|someone|those|citizens|women|men|children"
    r"|companies|company|firms|employer|employers|managers|users|percent|applicants|an individual|du|din|you"
    r"|your|dit|dine|i har|nogen|den enkelte|den pågældende medarbejder)(?!\w)",
    re.IGNORECASE,
)
# "Liv stiller op …": a word in capitals alone before the verb, and no noun in definite form.
_CALLED = re.compile(
    r"\W{0,4}(?!(?:Det|Der|Dette|Disse|Denne|Den|De|Dem|Vi|Nu|Så|Hvem|Hvad|Ikke|Her|Som|Blev|Er|Har"
    r"|This|That|It|There|Who|What|We|They|Is|Has|And|Og|Men|But)\b)"
    r"[A-ZÆØÅ][^\W\d_]{1,15}(?<!en)(?<!et)(?<!erne)(?<!ene)(?<!else)(?<!ing)(?<!er) "
    r"(?:[^\W\d_]{2,12} ){0,1}"
)
# "Gravid i femte måned har hun …"
_INVERTED = re.compile(
    r"[^,;:?!\n]{0,40}?(?<!\w)(?:er|har|var|havde|blev)[ ](?:hun|han|she|he)(?!\w)"
    r"|[^;:?!\n]{0,40}?,[ ](?:siger|fortæller|oplyser|forklarer|indrømmer|skriver)[ ](?:hun|han)(?!\w)"
)
_IF = re.compile(
    r"(?<!\w)(?:hvis|såfremt|når|hvordan|hvorfor|må|kan|skal|bør|hvornår|hvad|hvilke[nt]?|uanset|fx|f\.eks\."
    r"|eksempelvis|typisk|generelt|if|when|whether|how|what|may|can|should|must|typically|example|suppose"
    r"|eksempel|skabelon|case|rollespil|tænkt|fiktiv|opdigtet|forestil|lad os sige|imagine|kunne|ville)(?!\w)",
    re.IGNORECASE,
)
# "Ved mistanke om borrelia henvises patienten": what to do with anybody.
_GUIDANCE = re.compile(
    r"(?<!\w)(?:ved|i tilfælde af)[ ](?:mistanke|tegn|symptomer|behov)(?!\w)", re.IGNORECASE
)
_SUPPOSED = re.compile(
    r"(?<!\w)(?:hvis|såfremt|i tilfælde af,? at|if|in case)(?!\w)", re.IGNORECASE
)
_NEAR = 90  # code points between a person and what is theirs
_AFTER = 30
# What people do with illnesses that are not theirs.
_WORK = re.compile(
    r"(?<!\w)(?:arbejder|arbejde|forsk\w*|undervis\w*|udvikl\w*|sælger|solgte|producerer|hjælper|hjalp"
    r"|skriver|skrev|holder|holdt|oplæg\w*|foredrag\w*|kurser|kurset|kursus|bog|bogen|artik\w+|app|appen"
    r"|løsning\w*|produkt\w*|projekt\w*|klinik\w*|startup\w*|forening\w*|om|mod|imod|ekspert\w*"
    r"|special\w*|interesse\w*|fokus\w*|forebyg\w*|screening\w*|støtter|donerer|rådgiver|rådgav"
    r"|behandler|tilbyder|driver|branche\w*|marked\w*|medicinal\w*|sygeplejerske\w*|læge|terapeut\w*"
    r"|works?|working|research\w*|develops?|sells?|builds?|about|against|writes?|helps?|treats?|app"
    r"|product\w*|project\w*|course\w*|book\w*|expert\w*|clinic\w*)(?!\w)",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"(?<!\w)(?:lige|netop|nu|i går|i dag|i morges|i sidste uge|for nylig|just|recently|yesterday|currently)"
    r"(?!\w)",
    re.IGNORECASE,
)


class About(IntEnum):
    """Whom a statement is about, by how surely it is one person."""

    NOBODY = 0
    BESIDE = 1
    SOMEBODY = 2
    PERSON = 3


def about(sentence: str, at: Span, names: Sequence[Span]) -> About:
    """Whom the statement at ``at`` is about, by its sentence; ``names`` are the persons in it."""
    before = sentence[: at.start]
    crowd = len(sentence) if not names and _GUIDANCE.search(sentence) else _last(_CROWD, before)
    person = max([span.end for span in names if span.start < at.end], default=-1)
    known = max(person, _last(_KNOWN, sentence[: at.end]))
    some = _last(_SOME, before)
    if known >= 0 and known >= crowd:
        # "hvis hun er sygemeldt" supposes, "Bo spørger, hvis en bliver syg" too; a name itself is told
        is_supposed = (
            person < known and re.search(r"(?i)(?:hvis|såfremt|if)\W+\w+\W*$", before[:known])
        ) or _SUPPOSED.search(sentence, max(known, 0), at.start)
        return About.NOBODY if is_supposed else About.PERSON
    if _is_self(before, crowd):
        return About.PERSON
    if some >= 0 and some >= crowd and (_RECENT.search(sentence) or not _IF.search(sentence)):
        return About.SOMEBODY
    if crowd >= 0 or some >= 0:
        return About.NOBODY
    if any(span.start >= at.end for span in names) and not _CALLED.fullmatch(before):
        return About.PERSON
    return About.SOMEBODY if _has_subject(sentence, at) else About.BESIDE


def _has_subject(sentence: str, at: Span) -> bool:
    """Whether a word like a name stands before the statement, or "har hun" behind it."""
    if _CALLED.fullmatch(sentence[: at.start]):
        return True
    return _INVERTED.match(sentence, at.end) is not None and not supposes(sentence)


def is_theirs(sentence: str, at: Span, names: Sequence[Span]) -> bool:
    """Whether what stands at ``at`` is a known person's own, and not their work or a product."""
    person = max([span.end for span in names if span.end <= at.start], default=-1)
    known = max(person, _last(_KNOWN, sentence[: at.start]))
    between = sentence[max(known, 0) : at.start]
    return (
        known >= 0
        and len(between) <= _NEAR
        and not _CROWD.search(between)
        and not _WORK.search(sentence, max(0, known - _NEAR), at.start)
        and not _CROWD.search(sentence, at.end, at.end + _AFTER)
        and not supposes(sentence)
    )


def tells_of_person(sentence: str, names: Sequence[Span]) -> bool:
    """Whether a neighbouring sentence is about one person."""
    known = max([span.end for span in names] + [_last(_KNOWN, sentence), _last(_SOME, sentence)])
    return known >= 0 and known >= _last(_CROWD, sentence)


def supposes(sentence: str) -> bool:
    """Whether the sentence asks or supposes rather than tells."""
    return _IF.search(sentence) is not None or sentence.rstrip(' "”»\n').endswith("?")


def _is_self(before: str, crowd: int) -> bool:
    """Whether the writer is the subject: "jeg er desværre", but not "jeg har en kunde med"."""
    last = max(
        (match.end() for form in (_SELF, _SELF_AT_START) for match in form.finditer(before)),
        default=-1,
    )
    return last > crowd and last >= 0 and _SELF_GAP.fullmatch(before[last:]) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends, or -1."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
