"""The words rules go by: greetings, titles, roles, verbs. All lower case, without dots."""

from __future__ import annotations

from scanner.names.firm_words import FIRM_NOUNS
from scanner.names.word_set import word_set

GREETINGS = word_set("""
    hej hejsa hejs heja hey halløj hallo hi hello kære dear goddag godmorgen godaften morgen
    davs tak thanks velkommen hejhej mojn""")

# What a greeting may put before the name: "Hej igen Sanne", "God dag Preben".
AFTER_GREETING = word_set("igen dag morgen aften eftermiddag med there again alle jer dig og there")

NO_ADDRESSEE = word_set("""
    alle alle@ jer dig du i kollega kolleger kollegaer kunde kunder team teamet venner ven all
    everyone everybody sir madam colleague colleagues folkens sammen begge to gruppe deltagere
    deltager medlemmer medlem redaktion læser læsere support kundeservice borger leverandør
    leverandører samarbejdspartner samarbejdspartnere bestyrelse ansøger partner partnere hr fru
    there chatgpt copilot modtager hiring manager friends for både herre damer frue herrer""")

SIGN_OFFS = (
    "mvh", "vh", "kh", "dbh", "mbh", "med venlig hilsen", "venlig hilsen", "med venlige hilsner",
    "venlige hilsner", "med hilsen", "hilsen", "hilsner", "mange hilsner", "bedste hilsner",
    "de bedste hilsner", "de bedste hilsener", "kærlig hilsen", "kærlige hilsner", "kind regards",
    "best regards", "best", "regards", "warm regards", "many thanks", "thanks", "cheers",
    "sincerely", "yours sincerely", "sincerely yours", "yours faithfully", "all the best",
    "på forhånd tak", "mange tak", "tak", "god weekend", "på vegne af bestyrelsen", "br", "rgds",
)  # fmt: skip

TITLES = word_set("""
    hr fru frk frøken fr dr mr mrs ms miss herr prof professor lektor adjunkt docent pastor sir
    kaptajn cand""")

ROLES = word_set("""
    direktør chef leder formand næstformand formanden kasserer sekretær advokat
    advokatfuldmægtig revisor bogholder konsulent rådgiver ejer ejerleder indehaver stifter
    grundlægger partner kompagnon medejer medstifter mentor investor købmand mester tømrermester
    murermester vognmand landmand gårdejer kontaktperson sagsbehandler medarbejder elev lærling
    praktikant assistent kollega ansøger klient patient borger kunde kandidat læge tandlæge
    dyrlæge psykolog terapeut sygeplejerske lærer kurator skifteretten mægler ejendomsmægler
    ingeniør arkitekt designer udvikler tekniker mekaniker elektriker frisør kok kokken tjener
    sælger salgschef økonomichef bankrådgiver projektleder koordinator specialist controller
    analytiker journalist redaktør borgmester minister fotograf tolk underviser oplægsholder
    facilitator forfatter kunstner fuldmægtig underskriver kautionist debitor lejer udlejer nabo
    ven veninde arving enke enkemand ceo cfo cto coo owner founder director manager partner
    lawyer accountant consultant advisor chairman chairwoman chairperson secretary engineer head
    co-founder cofounder founders vp svp evp cpo cmo cio cso applicant suppleant medlem
    medlemmer deltager deltagere president ansøgere ejere stiftere partnere direktører rektor
    sognepræst præst customer client""")

KIN = word_set("""
    kone mand hustru ægtefælle kæreste samlever samleverske søn sønnen datter datteren bror
    broren broderen søster søsteren mor moren far faren fætter kusine nevø niece onkel tante
    svigersøn svigerdatter svigermor svigerfar bedstefar bedstemor farfar farmor morfar mormor
    tvilling barn sønnerne døtrene sønner døtre wife husband son daughter brother sister ekskone
    eksmand""")

# Roles that firms have as well: with these a name must look like a person's.
PARTIES = word_set("""
    kunde kunden ansøger ansøgeren lejer lejeren debitor udlejer udlejeren køber køberen sælger
    sælgeren partner partneren investor investoren leverandør bygherre customer client""")

# "Mette ringede", "jeg talte med Mette": verbs that people do, and words that stand before people.
PERSON_VERBS = word_set("""
    ringede ringer skrev skriver sagde siger fortalte fortæller spurgte spørger svarede svarer
    mente mener synes syntes tror troede ønsker ønskede vil skal kan har havde er var bliver
    blev kommer kom går gik tager tog sender sendte deltog deltager foreslog foreslår lover
    lovede oplyser oplyste bekræfter bekræftede følger fulgte undersøger kontakter kontaktede
    arbejder bor ejer driver startede stiftede overtager overtog sælger køber underskrev
    godkendte fremlagde orienterede orienterer nævnte bad beder ved vidste bør må måtte kunne
    ville skulle regner forventer forklarede pointerede takkede afleverede møder mødte holder
    holdt laver fik får said says joined called wrote asked will is was has wants agreed
    mentioned suggested presented noted replied told""")

BEFORE_PERSON = word_set("""
    med til fra hos af for om ved and with from by og samt sammen kontakte kontakt ring spørg
    inviter ringede bad spurgte hedder kaldes hilser mødte traf ansatte afskedigede hyrede både
    hverken enten eller siger skriver told asked contact met meet see ask vi jeg at da hvis når
    mens fordi men så hvad hvor synes tror mener håber sagde omkring vedr over gav giver sendte
    sender skrev cc skylder husk minde""")

# Verbs with a person before them, be the name known or not.
SAYING = word_set("""
    ringede ringer sagde siger fortalte fortæller spurgte spørger svarede mente mener synes
    foreslog says said told asked wrote called thinks replied""")

# "møde med X", "ringet til X", "spoke with X".
MEETING = word_set("""
    talt talte taler tale snakket snakkede snakker møde mødet mødes mødtes aftale aftalt aftalen
    samtale samtalen frokost kaffe opkald ringet ringede ringe ring skrevet skrev skrive skriv
    spoke spoken talked talk meeting met call called mail mailen besked hilsen interview
    sparring rundvisning""")

PARTICLES = word_set(
    "von van de der den du la le af al el bin ben ibn ten ter zu da dos del di á í o'"
)

_ROLE_ENDINGS = (
    "direktør", "direktøren", "formand", "formanden", "chef", "chefen", "leder", "lederen",
    "konsulent", "konsulenten", "advokat", "advokaten", "revisor", "revisoren", "ansvarlig",
    "medarbejder", "medarbejderen", "elev", "eleven", "mester", "mesteren", "rådgiver",
    "rådgiveren", "sekretær", "assistent", "assistenten", "sælger", "sælgeren", "ingeniør",
    "arkitekt", "arkitekten", "læge", "lægen", "lærer", "læreren", "bogholder", "bogholderen",
    "kassereren", "behandler", "behandleren", "koordinator", "koordinatoren", "mægler", "mægleren",
    "manager", "officer", "montør", "montøren", "medhjælper", "medhjælperen", "mekaniker",
    "mentoren", "investoren", "ejeren", "indehaveren", "stifteren",
    "medejeren", "partneren", "kollegaen", "klienten", "borgeren", "ansøgeren", "kuratoren",
)  # fmt: skip


def is_role(low: str) -> bool:
    """Whether the word says what a person does: "bestyrelsesformand", "revisoren"."""
    return (
        low in ROLES
        or low in TITLES
        or low.endswith(_ROLE_ENDINGS)
        or (low.endswith("en") and low[:-2] in ROLES)
    )


# Words that join or point and name nothing.
# Never a name on their own, nor the first word of one, whatever the capital.
FUNCTION = word_set("""
    i og at det den de en et er som på til med for af om men vi jeg du han hun os jer dem hvad
    hvor hvornår hvem hvordan hvorfor ikke kan skal vil må har var blev bliver når hvis da så nu
    her der dette denne disse alle alt ingen nogen andre min mit mine din dit dine vores deres
    jeres hans hendes sin sit sine fra hos ved under over mellem efter før mod uden inden siden
    både samt eller tak ja nej ok okay jo se husk bemærk the this that these those we you they
    he she it and or but if when what where who how why please can could would should will is
    are was were be been have has had do does did not no yes for from with without of in on at
    by to as an a our your their my his her its all any some each every next new dear hi hello
    kære hej venlig hilsen mvh""")

STOP = FUNCTION | word_set("""
    januar februar marts april maj juni juli august september oktober november december mandag
    tirsdag onsdag torsdag fredag lørdag søndag january february march may june july october
    monday tuesday wednesday thursday friday saturday sunday feb mar apr jun jul aug sep okt nov
    dec påske pinse jul dansk danske engelsk english danish tysk svensk norsk emne subject fra
    til cc bcc dato sendt sent vedr vedrørende angående bilag side status note pris antal beløb
    total moms navn adresse telefon tlf mobil mail email e-mail by postnr postnummer titel rolle
    dagsorden referat formål baggrund mål næste skridt budget velkomst eventuelt indhold oplæg
    pause frokost møde mødet aftale kontrakt tilbud faktura ordre rapport plan projekt strategi
    handlingsplan konklusion indledning opsummering bemærkninger beslutning punkt opgave
    virksomhed firma selskab kunde kunden kunder medarbejder leverandør samarbejdspartner bank
    bestyrelsen ledelsen direktionen økonomi salg marketing drift support service produkt
    projektet skriv lav giv find opret send ring kontakt oversæt forklar hjælp""")

# What opens a sentence before a firm's name and is no part of it.
BEFORE_FIRM = (
    STOP
    | FIRM_NOUNS
    | word_set("""
    hos kunden mødet samarbejdet aftalen kontrakten fakturaen sagen regnskabet budgettet ejeren
    direktøren direktør advokat revisor referat notat vedrørende både samt dog desuden derudover
    leverandøren bestyrelsesformand indehaver ejer køber sælger udlejer lejer debitor kreditor
    besøg opkald status tilbud faktura følgende ifølge via dagens company client customer supplier
    sammen mens fordi selvom også kun netop ligesom udover foruden inkl ekskl modtager afsender
    arbejdsgiver binavn tidligere nuværende nye gamle adm
    selskabsformen virksomhedsformen selskabstypen formen bliver""")
)

# Last parts of what somebody may be from without a firm: "lis fra regnskabsafdelingen".
UNITS = (
    "afdelingen", "kontoret", "teamet", "holdet", "gangen", "etagen", "kommunen", "skolen",
    "klassen", "banken", "styrelsen", "udvalget", "bestyrelsen", "ledelsen", "receptionen",
    "lageret", "køkkenet", "sekretariatet", "forvaltningen", "gruppen", "enheden", "retten",
    "hospitalet", "sygehuset", "regionen", "rådet", "rådgivningen", "støtten", "erholdet",
)  # fmt: skip
