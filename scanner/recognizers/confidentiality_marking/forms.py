"""The forms of a marking: a word in capitals, a line of its own, a subject, a sentence.

Sources: sikkerhedscirkulæret (FORTROLIGT, HEMMELIGT, TIL TJENESTEBRUG), the Traffic Light Protocol
2.0 of FIRST, the labels that Microsoft Purview ships with.
"""

from __future__ import annotations

import re

from scanner.sought import sought

# Phrases that are a marking wherever they stand in capitals.
_CAPITALS = (
    r"(?:(?:STRENGT|YDERST|STRICTLY|HIGHLY|PRIVATE (?:AND|&)|COMPANY|COMMERCIAL IN"
    r"|PRIVILEGED (?:AND|&)"
    r"|ATTORNEY-CLIENT PRIVILEGED?(?: (?:AND|&))?) (?:PRIVATE (?:AND|&) )?"
    r"(?:FORTROLIGT?|HEMMELIGT?|CONFIDENTIAL|CONFIDENCE)"
    r"|(?:KUN )?TIL INTERNT? BRUG|KUN INTERNT?(?: BRUG)?|INTERNT? BRUG"
    r"|(?:FOR )?INTERNAL (?:USE )?ONLY|FOR INTERNAL USE|NOT FOR (?:EXTERNAL )?(?:DISTRIBUTION"
    r"|CIRCULATION|RELEASE)"
    r"|DO NOT (?:DISTRIBUTE|FORWARD|SHARE|COPY|CIRCULATE)|TIL TJENESTEBRUG|LUKKET PUNKT"
    r"|KUN TIL BESTYRELSEN"
    r"|MÅ IKKE (?:VIDEREGIVES|DELES|VIDERESENDES|OFFENTLIGGØRES|KOPIERES|SPREDES|OMTALES)"
    r"|KLAUSULERET (?:TIL|INDTIL)"
    r"|ADVOKATFORTROLIGT?|FORTROLIGT? (?:MATERIALE|DOKUMENT|NOTAT|AFTALE)|CONFIDENTIAL(?: DRAFT"
    r"| MEMO| DOCUMENT)"
    r"|(?:NATO|EU|UE) (?:RESTRICTED|CONFIDENTIAL|SECRET)|RESTREINT UE|TOP SECRET|UNDER EMBARGO)"
)
CAPITALS = sought(rf"(?<![^\W_]){_CAPITALS}(?![^\W_])")
_WORD = (
    r"(?:fortroligt?|strengt fortroligt?|yderst fortroligt?|hemmeligt?|yderst hemmeligt?"
    r"|confidential"
    r"|strictly confidential|highly confidential|(?:strictly )?private (?:and|&) confidential"
    r"|restricted"
    r"|company confidential|commercial in confidence|privileged (?:and|&) confidential|classified"
    r"|(?:kun )?til internt? brug|kun internt?(?: brug)?|internt? brug|internt dokument|kun internt"
    r"|(?:for )?internal (?:use )?only|internal use|not for distribution|do not distribute"
    r"|til tjenestebrug"
    r"|personligt og fortroligt|fortroligt og personligt|privat og fortroligt|advokatfortroligt?"
    r"|ikke til (?:videre )?(?:offentliggørelse|distribution|deling|videresendelse|citat)"
    r"|må ikke (?:videregives|deles|videresendes|offentliggøres|kopieres)|klausuleret"
    r"|lukket (?:punkt|dagsorden|møde)|insiderviden|insider information"
    r"|internt (?:arbejdspapir|arbejdsdokument|papir|notat|udkast)"
    r"|til intern (?:drøftelse|orientering|behandling)(?: i [^\W\d_]{3,20})?"
    r"|ikke offentligt|not public"
    r"|under embargo)"
)
# A line of its own: "Fortroligt", "** Strengt fortroligt **", "Fortroligt – kun til bestyrelsen".
LINE = sought(
    r"^[ \t>*#_=\-–—\[(|!]{0,8}"
    rf"(?P<mark>{_WORD})(?P<rest>[ \t]?[.!\])*_=|\-–—:,/][^\n]{{0,70}})?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# A heading that ends with it: "Referat af bestyrelsesmøde – fortroligt", "Notat (fortroligt)".
HEADING = sought(
    rf"^[^\n.?!:]{{3,80}}?[ \t](?:[–—\-|][ \t]{{0,2}}|[(\[])(?P<mark>{_WORD})[)\]]?[ \t.!*]*$",
    re.IGNORECASE | re.MULTILINE,
)
SUBJECT = sought(
    r"^[ \t>*]{0,6}(?:emne|subject|vedr|vedrørende|titel|re|sv|vs|fw|fwd|ang)\.?[ \t]?:[ \t*]{0,4}"
    r"(?:(?:sv|vs|re|fw|fwd):[ ]?){0,4}"
    rf"(?P<mark>[\[(]?(?:{_WORD}|internt?)(?:[\])]|(?=[ \t]?[:–—|\-!])|[ \t]*$))",
    re.IGNORECASE | re.MULTILINE,
)
# A subject that ends with it.
SUBJECT_END = sought(
    r"^[ \t>*]{0,6}(?:emne|subject|vedr|vedrørende|titel|re|sv|vs|fw|fwd|ang)\.?[ \t]?:"
    rf"[^\n]{{3,80}}?(?:[ \t][–—\-]|[ \t]?[(\[,])[ \t]{{0,2}}(?P<mark>{_WORD})[)\]]?[ \t.!*]*$",
    re.IGNORECASE | re.MULTILINE,
)
BRACKET = sought(rf"[\[](?P<mark>{_WORD})[\]]", re.IGNORECASE)
LABEL = sought(
    r"^[ \t>*|#\-]{0,6}(?:klassifikation|klassificering|klassifikationsniveau|fortrolighed"
    r"|fortrolighedsgrad"
    r"|fortrolighedsniveau|følsomhed|følsomhedsmærkat|mærkning|informationsklasse|dataklasse"
    r"|sensitivity"
    r"(?: label)?|classification|confidentiality(?: level)?|security marking|marking|distribution)"
    r"\*{0,2}[ \t]?[:=|][ \t*]{0,4}"
    r"(?P<mark>(?:strengt |yderst |strictly |highly )?(?:fortrolig|hemmelig|intern|confidential"
    r"|internal"
    r"|restricted|høj|high|tlp[: ]?(?:red|amber))[^\n]{0,40})",
    re.IGNORECASE | re.MULTILINE,
)
TLP = sought(r"(?<![^\W_])TLP[:\-– ]{1,2}(?:RED|AMBER(?:\+STRICT)?|GREEN)(?![^\W_])", re.IGNORECASE)
_DEGREE = (
    r"(?:strengt |yderst |dybt |meget |absolut |kommercielt |strictly |highly |commercially )?"
)
_THIS = (
    r"(?:dette|denne|disse|this|these|vedlagte|vedhæftede|the attached|ovenstående|nedenstående"
    r"|følgende|hele"
    r"|indholdet|dokumentet|notatet|mailen|brevet|rapporten|materialet|referatet|aftalen"
    r"|udkastet|oplægget"
    r"|planen|tallene|regnearket|listen|filen|indstillingen|kreditnotatet|budgettet"
    r"|præsentationen|sagen"
    r"|oplysningerne|informationen|det|den|alt|de)"
)
_WORDS = r"(?:[ ][^\W\d_]{1,20}){0,4}?"
# Sentences in which the text speaks of itself.
SENTENCES = (
    sought(
        r"(?:(?:kun|udelukkende|alene|er) )(?:beregnet |bestemt |tænkt |ment )?(?:til"
        r"|for) (?:vores |jeres |den |det )?internt? brug(?! af)",
        re.IGNORECASE,
    ),
    sought(r"\b(?:for )?internal use only\b|\bnot for (?:external )?distribution\b", re.IGNORECASE),
    sought(
        r"\b(?:please )?do not (?:forward|share|distribute|circulate) (?:this|it|outside|beyond"
        r"|further|with anyone)"
        r"|\b(?:may|must) not be (?:shared|forwarded|distributed|disclosed"
        r"|circulated) (?:outside|beyond|further|with anyone|to anyone)",
        re.IGNORECASE,
    ),
    sought(
        rf"\b{_THIS}{_WORDS}[ ](?:er|skal behandles|bedes behandlet|behandles|is|are"
        rf"|must be treated as)[ ]"
        rf"(?:(?:naturligvis|selvfølgelig|jo|stadig|fortsat|both"
        rf"|helt)[ ])?{_DEGREE}(?:fortrolige?t?|confidential|hemmelige?t?)"
        r"(?![^\W_])(?! (?:samtale|rådgivning|linje|kontakt|møde|rum))",
        re.IGNORECASE,
    ),
    sought(
        rf"\b{_THIS}{_WORDS}[ ]må (?:under ingen omstændigheder |absolut |heller |fortsat "
        rf"|endnu )?(?:ikke|aldrig)[ ]"
        r"(?:blive )?(?:videregives|deles|videresendes|sendes videre|omtales|offentliggøres"
        r"|forlade huset|nævnes|komme ud"
        r"|cirkuleres|spredes|citeres|videreformidles|komme videre|kendes)",
        re.IGNORECASE,
    ),
    sought(
        r"\b(?:i (?:al |dybeste |fuld |strengeste )?fortrolighed\b(?! (?:og|til|mellem))"
        r"|in (?:the )?strict(?:est)? confidence"
        r"|(?:bedes|skal) (?:holdes|behandles|behandlet) (?:strengt )?(?:fortroligt|hemmeligt"
        r"|internt)"
        r"|hold (?:det|den|dette|det her) (?:for dig selv|internt|hemmeligt)"
        r"|keep this (?:confidential|between us|internal)"
        r"|bliver mellem os|klausuleret (?:til|indtil) (?:den |d\. )?\d"
        r"|under embargo (?:til|indtil|until)|embargo(?:ed)? (?:til|indtil"
        r"|until) )",
        re.IGNORECASE,
    ),
)
AGREEMENT = sought(
    r"^[ \t*#]{0,6}(?:gensidig |mutual |ensidig |bilateral )?(?P<mark>fortrolighedsaftale"
    r"|hemmeligholdelsesaftale|tavshedserklæring"
    r"|fortrolighedserklæring|hemmeligholdelseserklæring|non-?disclosure agreement"
    r"|confidentiality agreement"
    r"|NDA)(?![^\W_])[^\n?]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
PARTIES = re.compile(
    r"\b(?:mellem|between)\b|§ ?1\b|^1\. |\bparterne\b|\bthe parties\b|\bundertegnede\b|CVR",
    re.IGNORECASE | re.MULTILINE,
)
TEMPLATE = re.compile(
    r"\[(?:virksomhed|navn|firma|dato|cvr|part|company|name|date|party|adresse)|<(?:virksomhed"
    r"|navn|firma|company|name)>"
    r"|_{4,}|\.{6,}|skabelon til|template for",
    re.IGNORECASE,
)
# A sentence that talks about markings rather than making one.
ABOUT = re.compile(
    r"\b(?:betyder|hvad er|hvad vil|forskel|forklar|hvornår|hvordan|definition|skabelon|eksempel"
    r"|eksempler"
    r"|marked (?:with|as|[\"“”'‘])|is classified as"
    r"|what does|what is|explain|mean|means|difference|template|example"
    r"|mærkes|mærke|mærke[td]e? (?:med|som|[\"“”»„'‘])"
    r"|mærkat(?:er|en)?"
    r"|stemplet|niveauer|farver|kategorier|label called|spørg|hvis|when to|begrebet|ordet"
    r"|udtrykket|typisk|ofte"
    r"|kaldes|skrives|stå øverst|licens(?:en|er)?|overskrift)\b",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"\b(?:kan indeholde|may contain|indeholder muligvis|hvis du (?:ikke er|har modtaget)"
    r"|if you (?:are not|have received))",
    re.IGNORECASE,
)
ALL = (CAPITALS, LINE, HEADING, SUBJECT, SUBJECT_END, BRACKET, LABEL, TLP, *SENTENCES, AGREEMENT)
