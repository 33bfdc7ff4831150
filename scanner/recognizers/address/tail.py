"""What follows a street: house number, floor, door, postal code, town."""

from __future__ import annotations

import re
from functools import cache

from scanner.nlp.lexicon import Lexicon
from scanner.public import shipped

_STOP = r"(?![^\W_])"
NUMBER = (
    r"(?P<number>\d{1,3}(?:[ ]?[A-HK-NPR-ZÆØÅ]|[a-h]|[ ][a-h](?=,?[ ]\d{4}[ ]))?"
    r"(?:[ ]?[-–/][ ]?\d{1,3}[A-Za-z]?)?)(?![\w%])"
    r"(?![.,:]\d{2,3}(?!\d))(?![.,:]\d(?![.\d]))"
    r"(?![ ](?:kr|km|m|mio|mia|%|år|stk|min|dage|timer|personer|deltagere|pct|procent|kvm|m2|gange"
    r"|uger|måneder|ansatte|medarbejdere|kunder|virksomheder|steder|af|til \d)\b)"
)
_GAP = r"(?:[ ]{0,2},[ ]{0,2}|[ ]{1,2}|[ ]{0,2},?[ ]{0,2}\r?\n[ \t>]{0,4})"
_LEVEL = (
    r"(?:(?:(?:st|stuen|kl(?!\.?[ ]?\d)|kld|kælder|kælderen|mezz|kontor)\.?"
    r"(?:[ ]og[ ](?:st|stuen|1)\.?)?"
    rf"|\d{{1,2}}\.?[ ]?(?:sal|etage|floor)\.?|\d(?:st|nd|rd|th) floor"
    r"|\d{1,2}t[vh]\.?)"
    rf"{_STOP}|\d{{1,2}}\.(?=[ ,]|\s|$|[tm][vhf]))"
)
_SIDE = (
    r"(?:t\.?[ ]?[vh]\.?|m\.?[ ]?f\.?|midt|(?:dør|lejl|lejlighed|vær|værelse|lok|lokale|opg|opgang"
    r"|indgang|bygning|bygn|baghuset|forhuset|sidehuset|baghus|port|hal|suite|apt|unit)\.?"
    rf"(?:[ ](?:nr\.?[ ])?[A-Z0-9]{{1,5}})?|\d{{1,4}}){_STOP}\.?"
)
_FLOOR = rf"(?:{_GAP}(?:{_LEVEL}(?:[ ]?,?[ ]?{_SIDE})?|(?!\d){_SIDE}))?"
_TOWN_FORE = (
    r"(?:Kgs|Kongens|Nr|Nørre|Sdr|Sønder|Søndre|Vester|Vestre|Øster|Østre|Gl|Gammel|Ny|Nye|Store|St"
    r"|Lille|Høje|Høj|Kirke|Hvide|Sankt|Skt|Sct|Over|Neder|Nykøbing|Sorring|Øster|Stoholm|New|San"
    r"|Saint|Los|Den|The|Bad|Frankfurt)\.?"
)
_TOWN_END = (
    r"(?:[ ](?:NV|SV|NØ|SØ|K|V|N|S|Ø|C|M|F|Sj\.?|Falster|Mors|J|Fj|Strand|am Main)(?![\w.]))?"
)
_NAME = r"[A-ZÆØÅÄÖÜÉÍÞĀČŠŽ](?:[^\W\d_]|[01](?=[^\W\d_])){1,25}(?:-[^\W\d_]{1,25}){0,2}"
_TOWN = rf"(?:{_TOWN_FORE}[ ])?(?:(?:Kbh|Frb)(?:\.|(?=[ ][A-ZØ]\b))|{_NAME}){_TOWN_END}"
_SMALL_TOWN = r"[^\W\d_]{3,25}(?:[ ](?:nv|sv|nø|sø|[ckvnsø])(?!\w))?"
_CODE = (
    r"(?:(?:FO|IS)[-–]?[ ]?\d{3}(?!\d)"
    r"|(?:[A-Z]{1,2}[-–][ ]?)?(?:\d{4}(?:[ ]?[A-Z]{2}(?=[ ]))?|\d{3}[ ]\d{2}|\d{5}|\d{2}-\d{3}))"
)
_BAR = r"(?:[ ]{0,2}[|·•][ ]{0,2}|[ ][.–-][ ])"  # parts set apart: "Smedegade 28 | 4200 Slagelse"
_PLACE = (
    rf"(?:(?:{_GAP}{_NAME}(?=[ ]?,[ ]?(?:DK-)?\d{{4}}))?"
    rf"(?:{_GAP}|{_BAR})(?:{_CODE})[ ]{{1,2}}(?P<town>{_TOWN})"
    rf"|{_GAP}(?P<first>{_TOWN})[ ]?,?[ ](?:LV|LT|EE|PL|SI)-\d{{3,5}}"
    rf"|{_GAP}{_CODE}[ ](?P<small>{_SMALL_TOWN}))"
)
FULL = re.compile(rf"{NUMBER}{_FLOOR}(?P<place>{_PLACE})")
PART = re.compile(rf"{NUMBER}(?P<floor>{_FLOOR})")
_TOWN_ALONE = re.compile(
    rf"[ ]?,[ ]{{1,2}}(?P<town>{_TOWN})(?!\w)|[ ]i[ ](?P<small>[^\W\d_]{{3,25}})(?!\w)"
)
_CODE_ALONE = re.compile(
    rf"(?:[ ]{{0,2}},[ ]{{0,2}}|{_BAR})(?!20[0-4]\d)(?:DK-)?[1-9]\d{{3}}"
    r"(?=[ ]?(?:[,;)\n]|\.(?!\d)|$))"
)
# Last parts of Danish towns' names, for a town that no list has and that ends the line.
_TOWN_LIKE = re.compile(
    r"[A-ZÆØÅ][a-zæøå]{1,16}(?:sted|rup|lev|by|borg|bæk|holm|inge|løse|lund|skov|havn|købing|bjerg"
    r"|rød|holt|dal|torp|vig|sund|næs|bro|toft|hus|ager|um|ing|minde|bølle|tved|vad|å|ø)"
)
_ENDS = re.compile(r"[ \t]*(?:[,.;)|]|\n|$|(?:og|eller|hvor|som|i)\b)")
_COUNTRY = re.compile(
    r"[ ]?,[ ]{1,2}(?:Danmark|Denmark|Sverige|Sweden|Norge|Norway|Tyskland|Germany|Schweiz"
    r"|Switzerland|Færøerne|Grønland|Storbritannien|United Kingdom|UK|USA|Frankrig|France"
    r"|Holland)(?!\w)"
)
_MONTHS = frozenset(
    """januar februar marts april maj juni juli august september oktober november
    december january february march may june july october""".split()  # noqa: SIM905  # a word list
)
_MORE_TOWNS = frozenset(
    """aabenraa aars allinge assens augustenborg bagsværd birkerød bjerringbro
    bogense bramming brande brønderslev brønshøj charlottenlund christiansfeld
    ebeltoft espergærde esbjerg faaborg fredericia frederikshavn frederikssund
    frederiksværk fredensborg gilleleje give glostrup grenaa grindsted grenå græsted
    haderslev hadsten hadsund hammel hedehusene hellerup helsinge herlev hirtshals
    hjørring hobro holbæk holte horsens humlebæk hundested hørsholm ikast jelling
    jyllinge jyderup kalundborg kastrup kerteminde klampenborg kolding korsør kruså
    køge lemvig ledøje lyngby løgstør maribo marstal middelfart måløv nakskov nexø
    nibe nivå nordborg nyborg nykøbing nysted næstved nærum odder odense otterup
    padborg præstø randers ringe ringsted roskilde rudkøbing rungsted rødby rødekro
    rødovre rønde rønne sakskøbing silkeborg sindal skagen skanderborg skive skjern
    skovlunde skælskør skærbæk skørping slagelse slangerup smørum solrød sorø stege
    stenløse struer strandby støvring svaneke svendborg sæby søborg sønderborg
    taastrup thisted tisvilde toftlund tranbjerg tønder valby vamdrup vanløse varde
    vedbæk vejen vejle viborg videbæk virum vojens vordingborg værløse ærøskøbing
    åbenrå aalborg ålborg aarhus århus kbh københavn dragør dyssegård gentofte
    frederiksberg ballerup hvidovre brøndby albertslund ishøj greve hillerød
    helsingør vesterbro nørrebro østerbro amager nordhavn sydhavnen lystrup viby
    risskov brabrand""".split()  # noqa: SIM905  # a word list
)


def town_end(text: str, end: int) -> int:
    """Where a town alone ends that follows an address without postal code, or ``end``."""
    match = _TOWN_ALONE.match(text, end)
    if not match:
        code = _CODE_ALONE.match(text, end)
        return code.end() if code else end
    name = match["town"] or match["small"]
    known = name.split()[0].casefold() in towns() or name.casefold() in towns()
    if not known and match["town"]:
        known = _is_town(name) and _ENDS.match(text, match.end()) is not None
    return match.end() if known else end


def _is_town(name: str) -> bool:
    """Whether the word sounds like a Danish town or is known as a place."""
    written = name.capitalize() if name.isupper() else name
    return _TOWN_LIKE.fullmatch(written) is not None or Lexicon.load().place(name.casefold())


def country_end(text: str, end: int) -> int:
    """Where a country that follows ends, or ``end``."""
    match = _COUNTRY.match(text, end)
    return match.end() if match else end


def is_month(word: str) -> bool:
    """Whether the word before a number is a month's name."""
    return word.casefold().rstrip(".") in _MONTHS


@cache
def towns() -> frozenset[str]:
    """Names of Danish towns and quarters, lower case."""
    kinds = shipped()["kinds"]
    places = {name.casefold() for kind in ("place", "town") for name in kinds[kind]["names"]}
    seats = {name.removesuffix(" Kommune").casefold() for name in kinds["municipality"]["names"]}
    return frozenset(places | seats | _MORE_TOWNS)
