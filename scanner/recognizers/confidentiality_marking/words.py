"""What people write of a text in ordinary words: "del det ikke med nogen", "kun til jer to".

The text speaks of itself ("det her", "planen", "vores budget") or to its reader ("sig det ikke");
what a law, a shop or a service says of things in general is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.sought import Sought, sought

_NOUN = (
    r"(?:plan|forretningsplan|budget|udkast|notat|dokument|materiale|referat|rapport|regneark|bilag"
    r"|tilbud|kontrakt|aftale|strategi|prisliste|pris|kundeliste|oplæg|indstilling|bud|salg|handel"
    r"|handl|fusion|overtagelse|opkøb|beslutning|nyhed|fyringsrunde|afskedigelse|regnskab|tal|navn"
    r"|oplysning|information|mail|besked|præsentation|vurdering|liste|fil|indhold|punkt|lukning"
    r"|flytning|dagsorden|brev|koncept|produktplan|lancering)"
)
_THIS = (
    r"(?:(?:det|den|dette|denne|disse|de|alt|hele)(?: her)?|det,? (?:jeg|vi) [^\n.!?]{2,40}?"
    rf"|punkt \d{{1,2}}|\w{{0,20}}{_NOUN}(?:[ml]?ene|met|et|en|erne|ne|n|t)"
    rf"|(?:denne|dette|disse|vores|min|mit|mine) (?:\w{{3,20}} )?\w{{0,20}}{_NOUN}(?:er|r)?)"
    r"(?: (?:for|om|fra|i|af|til|på) (?:denne |dette |vores )?\w{2,20})?"
)
_SUBJECT = re.compile(rf"(?<!\w){_THIS} $", re.IGNORECASE)
_LONGEST = 100  # code points of a subject
# Of these one says that others are not published.
_PUBLISHED = re.compile(
    r"(?<!\w)(?:navn|regnskab|liste|rapport|referat|tal)\w*(?: \w+ \w+)? $", re.IGNORECASE
)
_FEW = (
    r"(?:bestyrelsen|direktionen|ledelsen|ledergruppen|ejerkredsen|ejerne|partnerne|udvalget"
    r"|kredsen|modtageren|deltagerne|investorerne|projektgruppen|lederteamet)"
)
_US = r"(?:dig og mig|os to|os tre|os her|jer to|jer tre|jer begge|dig|jer|os)"
_OTHERS = (
    r"(?:nogen(?: som helst)?|andre(?! muligheder)|de andre|kollegerne|personalet|medarbejderne"
    r"|pressen|banken|kunderne|konkurrenterne|familien|omverdenen|udenforstående|teamet)"
)
_IT = r"(?:det|den|dem|dette|denne|disse|noget|mailen|tallene|planen|beskeden|filen|listen|notatet)"
_ANNOUNCED = r"(?:offentlig(?:t|e)?|offentliggjort|meldt ud|annonceret|udmeldt)"
_SPREAD = (
    r"(?:cirkuleres?|videregives|deles|videresendes|sendes videre|videreformidles|omtales"
    r"|offentliggøres"
    r"|gengives|citeres|nævnes|røbes|afsløres|spredes|lækkes|vises til andre|slippe ud|sive|komme"
    r" ud|komme videre|forlade (?:huset|rummet|kontoret|virksomheden)|nå (?:pressen|ud))"
)


def _each(*forms: str) -> tuple[Sought, ...]:
    return tuple(
        sought(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE | re.MULTILINE) for form in forms
    )


# What is said of a subject that stands before it.
_SAID = _each(
    r"(?:er|var) (?:kun|udelukkende|alene) (?:til|for|ment til|tænkt til)"
    rf" (?:{_US}|{_FEW})(?! (?:som|der|med|over|under|at))",
    r"er (?:altså |stadig |fortsat |strengt |dybt |meget |et |en )?"
    r"(?:fortrolige?t?|hemmelige?t?|kursfølsom(?:me|t)?|ikke til offentliggørelse)"
    r"(?! (?:rådgivning|samtale|linje|kontakt|møde|rum|adresse|ingrediens))",
    r"må (?:kun|alene|udelukkende) (?:læses|ses|vises|deles|drøftes|kendes|åbnes|omtales)"
    r" (?:af|med|for|inden for) (?:[^\W\d_]{1,15} ){0,2}(?:personer|dem|ansatte|folk)",
    r"(?:indeholder|rummer) (?:vores |mange |flere |firmaets |virksomhedens )?"
    r"(?:forretningshemmeligheder|insiderviden|intern viden|(?:fortrolige|kursfølsomme) \w{3,20})",
    r"(?:er|var) (?:omfattet af|under|underlagt) (?:vores |en |streng )?"
    r"(?:tavshedspligt(?:en)?|fortrolighed|fortrolighedsaftale\w{0,3}|NDA(?:['’]?en)?|embargo)",
)
_KEPT = sought(
    r"(?<!\w)(?:må|skal|bør) (?:absolut |under ingen omstændigheder |endnu |heller |altså )?"
    rf"(?:ikke|aldrig|først) (?:blive )?{_SPREAD}(?!\w)",
    re.IGNORECASE,
    sign=rf"(?:ikke|aldrig|først) (?:blive )?{_SPREAD}",
)
_UNANNOUNCED = _each(
    rf"(?:er|har|bliver) (?:endnu ikke {_ANNOUNCED}|ikke {_ANNOUNCED} endnu)(?! tilgængelig)"
)
# What says it by itself.
_ALONE = _each(
    rf"(?:kun|udelukkende|alene|er) (?:beregnet |tænkt )?(?:til|for) {_FEW}s"
    r" (?:eget |egne )?(?:brug|øjne|orientering)",
    rf"(?:kun|udelukkende) for øjnene af {_FEW}|(?:kun )?for (?:dine|jeres) øjne",
    r"(?:må|deles|vises) (?:kun|alene|udelukkende)"
    r" (?:(?:læses|ses|vises|deles|drøftes|kendes|åbnes|omtales) )?(?:af|med|i|for|inden for)"
    rf" (?:[^\W\d_]{{1,15}} ){{0,2}}(?:{_US}|{_FEW})",
    rf"(?:er|bliver|forbliver|blive|være|holdes|holder vi) (?:[^\W\d_]{{2,10}} )?mellem {_US}",
    rf"(?:del|send|giv|fortæl|sig|nævn|vis|videresend|videregiv|omtal|røb)(?: {_IT})?(?: her)?"
    r"(?: (?:venligst|endelig|bare|lige|nu|jo|for alt i verden)){0,2} (?:ikke|aldrig)"
    rf"(?: (?:videre|noget|det|den|endnu|endelig)){{0,2}} (?:til|med|for|over for) {_OTHERS}",
    rf"(?:sig|fortæl|giv|bring|send|lad) {_IT}(?: her)?(?: (?:venligst|endelig|lige))?"
    r" ikke (?:gå )?videre",
    r"(?:det|dette|den|dem)(?: her)? (?:må|skal) (?:du|I|vi) (?:altså |endelig )?"
    r"(?:ikke|aldrig) (?:sige|fortælle|vise|sende|dele|give|nævne|snakke om|omtale)"
    r"(?! til (?:mig|os))",
    rf"^[^\w\n]{{0,6}}(?:[^\W\d_]{{2,15}} ?[–—:\-] ?)?kun (?:for|til) {_FEW}"
    r"(?=[ ]?[!.,:–—\-]|[ ]*$)",
    r"(?:holder|holdt) (?:det|den|dem) (?:hemmeligt|fortroligt|internt|for os selv)",
    r"(?:vi|I|du|de|begge|alle) har (?:alle |begge )?(?:skrevet under på|underskrevet|indgået)"
    r" (?:en |vores |jeres )?(?:NDA|fortrolighedsaftale|fortrolighedserklæring|tavshedserklæring)",
    rf"(?:hold|holde) {_IT}(?: her)? (?:lige |venligst |helt )?(?:for (?:dig|jer|os|mig|sig) selv"
    r"|internt|hemmeligt|fortroligt|inden for (?:kredsen|huset|murene))",
    r"(?:bedes|må|skal|beder (?:dig|jer) om at) (?:I |du |vi )?holde tæt"
    r"(?! (?:på|til|ved|mod|over))",
    r"(?:behandl|(?:bedes|beder (?:dig|jer|alle)(?: om at)?|husk at) (?:venligst )?behandle)"
    r"(?: (?:venligst|da|lige))?(?: [^\W\d_]{3,20})? (?:fortroligt|som fortrolige?t?|diskret)",
    rf"ingen (?:andre(?: end {_US})?|udenforstående|af de andre|i huset)"
    r" (?:må|skal|bør|ved noget|ved det|kender)(?: (?:vide|kende|se|høre|få))?",
    r"^[^\w\n]{0,6}må (?:ikke|først) (?:cirkuleres?|videregives|deles|videresendes|omtales|gengives"
    r"|citeres|offentliggøres|videreformidles)",
    r"^[^\w\n]{0,6}(?:endnu )?ikke offentliggjort(?= ?[–—:,\-(]|[ .]*$)",
    r"skal (?:destrueres|makuleres|brændes|slettes) (?:straks )?(?:efter|når)"
    r" (?:mødet|læsning|gennemlæsning|brug)",
    r"(?:behandles|drøftes) (?:fortroligt |altid )?(?:for|bag) lukkede døre",
    # English
    r"for (?:your|the board['’]?s?) eyes only|for the board only|off the record"
    r"|(?:strictly|just) between (?:us|you and me)"
    r"|keep (?:this|it|that|these|the \w{3,15}) (?:strictly )?"
    r"(?:to (?:yourself|yourselves|ourselves)"
    r"|quiet|under wraps|between us|secret|confidential|in-house)"
    r"|not for (?:sharing|circulation|(?:onward|wider) (?:sharing|distribution)|publication|release"
    r"|external use)"
    r"|(?:must|may|should) not leave (?:the|this) (?:company|room|building|team|board)"
    r"|(?:please )?(?:don['’]t|do not|never) (?:(?:share|forward|circulate)"
    r" (?:this|that|these|the (?:plan|numbers|figures|budget|draft|deal))"
    r"|(?:tell|show) (?:it to |this to )?(?:anyone|anybody|the (?:team|others|staff|bank|press))"
    r"|(?:share|forward|circulate|mention|pass|show) (?:it|this|that|these)(?: on| around)?"
    r" (?:to|with|outside|beyond))"
    r"|(?:this|it|the \w{3,15}) (?:\w{3,12} )?(?:contains?|includes?) (?:our )?(?:trade secrets"
    r"|(?:confidential|proprietary|inside) information)"
    r"|(?:this|it|the (?:deal|sale|merger|plan|news))"
    r" (?:is not|isn['’]t|has not been|hasn['’]t been)"
    r" (?:yet )?(?:public|announced|published)(?: yet)?",
)
ALL = (*_SAID, _KEPT, *_UNANNOUNCED, *_ALONE)
# Of what everybody keeps to himself, whoever writes it.
OF_CODES = re.compile(
    r"(?i)adgangskode|kodeord|pin-?kode|password|engangskode|\bkoden?\b|mitid|kortnummer|\blogin\b"
    r"|\bbillet|\bgavekort|\bnøgle"
)


def said(text: str) -> Iterator[re.Match[str]]:
    """Where ``text`` says of itself that it is not for everybody."""
    for form in (*_SAID, _KEPT, *_UNANNOUNCED):
        for match in form.finditer(text):
            before = text[max(0, match.start() - _LONGEST) : match.start()]
            is_other = form in _UNANNOUNCED and _PUBLISHED.search(before)
            if _SUBJECT.search(before) and not is_other:
                yield match
    for form in _ALONE:
        yield from form.finditer(text)
