"""What a street name looks like: Danish endings by how surely they mean one, and words before them.

Source: the endings of Danmarks Adresser's street names; the grammar of danmarksadresser.dk.
"""

from __future__ import annotations

import re
from enum import IntEnum

# Endings that hardly mean anything else before a number.
_SURE = tuple(
    """vej vejen veje gade gaden allé alléen allè alle stræde strædet boulevard
    boulevarden vænge vænget plads pladsen torv torvet nytorv gyde gyden stien
    landevej kvarteret kvarter esplanade esplanaden brygge bryggen chaussé chausseen
    promenade promenaden ringvej jagtvej gatan vägen gränd torget stigen stråket
    gata gate veien strasse straße straat laan gracht plein kade dijk gasse platz
    allee katu tie gøta gøtan vegur vegin stígur braut aqqusernga aqqutaa aqqut
    tänav iela""".split()  # noqa: SIM905  # a word list
)
# Endings of streets that are also ordinary words.
_LIKELY = tuple(
    """parken park haven have bakken bakke toften toft vangen vang marken mark engen
    eng lunden lund højen høj dalen dal krogen krog skoven skov mosen mose kæret kær
    løkken løkke kajen kaj svinget sving buen bue åsen ås sti diget dige pladsen
    volden vold broen bro gården gård brinken brink skrænten skrænt skråningen lien
    hegnet hegn ageren ager agrene landet brynet bryn stykket stykkerne husene huse draget
    rækken række bjerget bjerg holmen holm næsset næs odden pynten stranden strand
    havnen havn molen leddet led passagen passage centret center arkaden terrassen
    terrasserne banken banke bækken bæk søen kilden dammen damgård vænger hjørnet
    spangen overdrevet tværen svajet vaden rondellen rundellen slippen slugten
    kløften parcellen lodden lodderne tofterne engene elmene birkene granly vest øst
    nord syd ring weg ring damm ufer väg kroken backen strædet porten grønningen
    fælleden klosteret kanalen kanal kvarteret byen""".split()  # noqa: SIM905  # a word list
)
_NOT_STREETS = re.compile(
    r"(?:hoved|motor)(?:vej|vejen|veje)|(?:om|gen|ud|af|tilbage|adgangs|cykel|jern|karriere"
    r"|udviklings|vand|luft|urin|fod"
    r"|tvær|tværs|livs|arbejds|salgs|lærings|under|op|ind|hjem|fler|sejl|trafik|side)"
    r"(?:vej|vejen|veje|gade|gaden|gader)"
    r"|[^\W\d_]*(?:arbejds|bygge|parkerings|praktik|lege|elev|lære|læreplads|studie|camping"
    r"|hvile|stå"
    r"|sidde|ledige?|lager|ladestander|første|anden|tredje|fjerde|skole|børnehave|uge|opholds|tov"
    r"|rast|teltp?|markeds|medalje|podie|jobs?)(?:plads|pladsen)"
    r"|samtlige|tilsammen|knalle|balle|kalle|malle|dalle|falde|strategi\w*|terapi\w*|partie?"
    r"|smertie"
    r"|mulighed\w*|medie\w*"
)
# Words that stand before the last word of a street's name.
_FORE = (
    r"(?:Gl|Gml|Gammel|Gamle|Ny|Nye|Nr|Ndr|Nordre|Nørre|Sdr|Sd|Søndre|Sønder|Vestre|Vester|V|Ø"
    r"|Østre|Øster|Store|St|Lille|Ll|Indre|Ydre|Øvre|Nedre|Over|Neder|Kgs|Kongens|Dronningens|Sct"
    r"|Skt|Sankt|Sankte|Søren|Chr|Hans|Dr|Kaptajn|Admiral|Prins|Prinsesse|Frederik|Mellem)\.?"
)
_MISREAD = str.maketrans("01", "ol")  # "Nørre A11é", "Amagerbr0gade"
_HEADS = frozenset(
    """landevej langgade hovedgade hovedvej jagtvej strandvej strandgade kirkevej
    kirkegade søvej byvej skovvej bygade havnegade havnevej kongevej parkvej
    torvegade møllevej stationsvej bakkevej boulevard torv plads allé alle vænge vej
    gade stræde brygge park have sti bakke kaj nytorv markvej mosevej skolevej
    engvej østergade vestergade nørregade søndergade byvænge byskov strandpark
    bypark centervej center jernbanegade digevej åvej damvej""".split()  # noqa: SIM905  # a word list
)
_STARTS = frozenset(
    """på i ved til fra hos bor adresse bopæl mød vi de den det der han hun jeg du
    og eller men som for om af med under over bag langs mellem kontor besøg levering
    faktureres afhentes sted hvor flyttet post at in on live lives near address
    vores deres min hendes hans butikken lokalet firmaet kunden ejendommen huset
    lejemålet""".split()  # noqa: SIM905  # a word list
)
_PLACED = frozenset({"ved", "bag", "under", "langs", "mellem", "over", "på", "for", "ad"})
_DEFINITE = re.compile(r"[a-zæøå]{3,}(?:en|et|erne|ene|ne)")
_JOINING = frozenset({"og", "von", "af", "de"})
_WORDS_BEFORE = re.compile(
    r"(?:(?<![\w.'’\-])(?:[A-ZÆØÅÉÖÄÜ][\w'’\-]{0,25}\.?|[A-ZÆØÅ]\.(?:[A-ZÆØÅ]\.){0,3}"
    r"|og|von|af|de)[ ]){1,4}$"
)
_NEEDS_NAME = frozenset(
    """vej vejen gade gaden boulevard torv plads pladsen allé alle alléen
    vænge vænget stræde strædet brygge bryggen park parken have haven sti stien
    bakke bakken kaj kajen landevej center centret byen byvej gyde kvarter kvarteret
    promenade ringvej marken mark skov skoven strand stranden havn havnen gård
    gården ring vest øst nord syd hus huse husene tie plein kade rækken række""".split()  # noqa: SIM905  # a word list
)


class Sure(IntEnum):
    """How surely a word before a number is a street."""

    NO = 0
    PERHAPS = 1
    LIKELY = 2
    YES = 3


def sureness(word: str) -> Sure:
    """How surely ``word``, the one before the number, ends a street's name; misread or not."""
    low = word.casefold().rstrip(".").translate(_MISREAD)
    if _NOT_STREETS.fullmatch(low):
        return Sure.NO
    if low.endswith(_SURE):
        return Sure.YES
    if low.endswith(_LIKELY):
        return Sure.LIKELY
    return Sure.PERHAPS


def is_head(word: str) -> bool:
    """Whether ``word`` is a general word that a name may stand before: "Vej", "Landevej"."""
    return word.casefold() in _HEADS


def needs_name(word: str) -> bool:
    """Whether ``word`` alone is no street's name: "Vej 12", "Parken 3"."""
    return word.casefold() in _NEEDS_NAME


def start_of_name(text: str, start: int) -> int:
    """Where the name begins whose last word begins at ``start``."""
    if not _may_belong(text, start):
        return start
    window_start = max(0, start - 80)
    before = _WORDS_BEFORE.search(text[window_start:start])
    word = re.match(r"[\w'’.\-]+", text[start : start + 60])
    if not before or not word:
        return start
    words = before[0].split(" ")[:-1]
    keep = _kept(words, word[0])
    return start - sum(len(name) + 1 for name in words[len(words) - keep :])


def _may_belong(text: str, start: int) -> bool:
    """Whether the word before ``start`` has a capital or joins parts of a name; on its line."""
    end = start - 1
    if text[end : end + 1] != " ":
        return text[end : end + 1] == "\n"
    begin = end
    while begin and (text[begin - 1].isalnum() or text[begin - 1] in "_'’.-"):
        begin -= 1
    return text[begin : begin + 1].isupper() or text[begin:end] in _JOINING


def _is_start(word: str, following: str) -> bool:
    """Whether the word belongs to the sentence before the name, and is no name: "Hans Broges"."""
    if word == "Hans" and following[0].isupper() and following.endswith("s"):
        return False
    return word.casefold() in _STARTS | {"og", "von", "af", "de"}


def _kept(words: list[str], last: str) -> int:
    """How many of the words before belong to the name."""
    if is_head(last) or needs_name(last):
        keep = len(words)
        while keep and _is_start(words[-keep], last if keep == 1 else words[1 - keep]):
            keep -= 1
        return keep
    if (
        words[-1].casefold() in _PLACED
        and sureness(last) < Sure.YES
        and _DEFINITE.fullmatch(last.casefold())
    ):
        return 1
    return 1 if re.fullmatch(_FORE, words[-1]) else 0
