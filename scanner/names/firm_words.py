"""The words rules know firms by: legal forms, kinds, trades. All lower case, without dots."""

from __future__ import annotations

from scanner.names.word_set import word_set

LEGAL_FORMS = word_set("""
    aps a/s i/s k/s p/s ivs amba fmba smba g/s s/i gmbh asa ltd limited llc llp inc corp plc
    sarl srl oy oyj bvba ohg ug sro kft uab doo sl sas pty pte kgaa ab as ag bv nv sa spa kg hb
    sp p/f s/f incorporated corporation aktieselskab anpartsselskab interessentskab
    partnerselskab kommanditselskab iværksætterselskab advokatpartnerselskab advokataktieselskab
    advokatanpartsselskab statsautoriseret revisionspartnerselskab revisionsaktieselskab
    revisionsanpartsselskab""") - {"statsautoriseret"}

# Forms that are ordinary words in lower case: they count in capitals, as "AS" or "Inc" does.
CAPITAL_FORMS = word_set("ab as ag bv nv sa spa kg hb sp ug inc corp ltd limited oy sl sas pte doo")

# Forms that stand before the name as well: "A/S Storebælt", "E/F Solbakken".
LEADING_FORMS = word_set("""
    a/s i/s k/s p/s p/f e/f a/b g/f h/f aktieselskabet anpartsselskabet interessentskabet
    kommanditselskabet partnerselskabet andelsselskabet""")

# Type words that are part of the name when capitalized: "Café Morgenfrue", "Fonden Klintebo".
LEADING_TYPES = word_set("""
    café cafe cafeen caféen kaffebar kaffebaren restaurant restauranten salon salonen rederiet
    foreningen fonden sparekassen andelskassen advokatfirmaet advokatkontoret ejendomsselskabet
    konkursboet boet dødsboet ejerforeningen andelsboligforeningen andelsforeningen
    andelsselskabet grundejerforeningen haveforeningen vandværket varmeværket klinikken
    tandlægerne tandlægeklinikken lægehuset lægerne dyreklinikken fysioterapien bageriet
    bryggeriet mikrobryggeriet slagteriet smedjen galleri galleriet pizzeria pizzeriaet grillen
    grillbaren værtshuset bodegaen kroen vognmandsfirmaet murerfirmaet tømrerfirmaet
    malerfirmaet entreprenørfirmaet revisionsfirmaet konsulentfirmaet rengøringsfirmaet firmaet
    planteskolen gartneriet autohuset bilhuset autoværkstedet boghandlen forlaget tegnestuen
    arkitektfirmaet ingeniørfirmaet reklamebureauet bureauet frisør frisøren frisørsalonen
    hårstudiet maskinfabrikken maskinstationen møbelfabrikken vingården tekstilfabrikken
    investeringsselskabet holdingselskabet kapitalfonden støtteforeningen virksomheden
    cykelværkstedet ejendomsmægler ejendomsmæglerne brdr brødrene gebr gebrüder hotel bed
    blomsterbutikken blomsterhandler tømrermester murermester vvs-firmaet el-firmaet kollegiet
    stiftelsen legatet idrætsforeningen boligforeningen boligselskabet vinbaren ismejeriet
    mejeriet møbelhuset stald ridecenter ostehandler fiskehandler slagter bager bageren
    glarmester malermester bagermester slagtermester smedemester kloakmester kulturhuset
    spillestedet forsamlingshuset børnehaven vuggestuen friskolen messecenter kursuscenter
    arkitekterne advokaterne revisorerne ingeniørerne dyrlægerne psykologerne frisørerne
    fysioterapeuterne fitnesscenter konferencecenter havecenter butikscenter storcenter
    feriecenter hallen""")

# Type words that count as name starters only with a name behind them, not with any capital word.
WEAK_TYPES = word_set("""
    firmaet virksomheden bed vandværket stald slagter bager frisør ejendomsmægler boet
    tømrermester murermester glarmester malermester bagermester slagtermester smedemester
    kloakmester lægerne tandlægerne bureauet""")

TRADES = word_set("""
    holding invest ventures group gruppen media consult consulting byg biler auto vvs el
    transport logistik logistics ejendomme revision advokater design studio studios solutions
    software systems system tech teknik data entreprise montage beton murerfirma tømrerfirma
    malerfirma bageri slagteri planteskole maskinværksted autoværksted værksted handel industri
    industries service services spedition shipping energi energy foods food fødevarer vin kaffe
    interiør møbler køkkener brands partners partnere advisory kapital capital finans pharma
    biotech medico medical klinik tandklinik dyreklinik fysioterapi murer tømrer maler anlæg
    anlægsgartner gartneri automobiler cykler smedje smede stål metal plast træ tømmerhandel
    trælast maskiner maskinfabrik elektronik electronics robotics automation analytics digital
    supply supplies imports exports bakery outfitters apparel
    labs lab international nordic scandinavia trading export import communication kommunikation
    marketing reklame bureau tegnestue arkitekter ingeniører rådgivning coaching catering events
    event rejser travel tours fitness yoga wellness kosmetik skincare mode textiles tekstil
    tekstiler sko optik ure smykker keramik glas grafik tryk trykkeri forlag film produktion
    productions komplementar vognmandsforretning entreprenør entreprenørfirma kloak kloakservice
    rengøring ejendomsservice vinduespolering isolering tagdækning gulve døre vinduer
    gulvservice haveservice landbrug agro svineproduktion fisk fiskeri seafood farm gårdbutik
    gårdmejeri mejeri bryghus bryggeri brewery distillery destilleri økologi bolig boliger
    development innovation estate properties hotel kro camping boghandel blomster garn legetøj
    isenkram planteskole vinhandel ismejeri chokolade tagrens emballage stilladser stillads
    biavl bådværft skibsværft værft interiors law legal surdej brød cykelbud bud kurer polstring
    vaskeri renseri skrædderi syning broderi tattoo barber negle spa massage zoneterapi
    akupunktur briller guldsmed urmager låse låseservice alarm sikring security vagt kraner
    udlejning maskinudlejning biludlejning leasing forsikring inkasso regnskab bogføring
    bogholderi administration ejendomsadministration mæglere huse typehuse tag tage facade
    fliser belægning brolægning haver træpleje skovservice savværk pejse brænde brændeovne køl
    køling ventilation elektrik solceller vindmøller batterier pumper hydraulik svejsning laser
    cnc gummi kemi autolak dæk motor motorer bådservice marine både sejl østers muslinger kød
    pølser kager konditori pizza sushi burger kebab grill streetfood madhus køkken kantine te øl
    gin spirits cider most honning ost korn foder heste hestepension hundepension dyrehospital
    foto fotografi video lyd musik booking teater dans kunst antik brugskunst genbrug vintage
    tøj wear fashion couture børnetøj strik robotter sensorer sensor vision games spil app apps
    web hosting cloud telecom tele radio print skilte reklamer kopi papir kontor kontorartikler
    inventar butik shop store bogcafé rideskole køreskole kursus kurser skole akademi academy
    vandværk biogas fjernvarme kraftvarmeværk varmeværk sparekasse andelskasse rideklub
    idrætsforening boldklub sejlklub tennisklub havneservice kabler trailercenter bedemand
    bedemandsforretning montering glarmester autopleje neglesalon frisørsalon vinbar spisehus
    gårdbageri bådeværft kunsthåndværk webbureau revisionshus madsnedkeri
    team hus huset gård gården mølle møllen bådudlejning vognmand flytning flytteservice taxi
    bus busser turist company kompagni efterskole marmelade""")

_TRADE_ENDINGS = (
    "værft", "bud", "stilladser", "emballage", "udlejning", "avl", "mølle", "brænderi", "vogne",
    "værksted", "værkstedet", "firma", "fabrik", "fabrikken", "handel", "forretning", "butik",
    "service", "teknik", "klinik", "bageri", "slagteri", "smedje", "entreprise", "industri",
    "shoppen", "bureau", "tryk", "gartneri", "revision", "møbler", "montage", "transport",
    "spedition", "byg", "biler", "cykler", "rens", "vask", "maskiner", "ejendomme", "handlen",
    "selskab", "forlag", "bryghus", "bryggeri", "mejeri", "tømrer", "murer", "maler", "boghandel",
    "farm", "shop", "kiosk", "café", "cafe", "salon", "studie", "studio", "galleri", "camping",
    "kollektiv", "kollektivet",
)  # fmt: skip

FAMILY = word_set("søn sønner søns co døtre datter partnere partners brødre company cie associates")

# Words before a firm's name: "firmaet Trædråben", "kunden Nordlys".
FIRM_NOUNS = word_set("""
    firmaet firma virksomheden selskabet kunden butikken webshoppen forretningen startuppen
    startuppet start-up'en iværksættervirksomheden leverandøren underleverandøren caféen cafeen
    restauranten bureauet konkurrenten kæden koncernen moderselskabet datterselskabet
    holdingselskabet søsterselskabet familievirksomheden produktionsvirksomheden
    håndværksvirksomheden it-virksomheden enkeltmandsvirksomheden enkeltmandsfirmaet værkstedet
    salonen klinikken fabrikken foreningen fonden mærket brandet handelsvirksomheden
    rådgivningsvirksomheden konsulentfirmaet konsulenthuset reklamebureauet bageriet bryggeriet
    rederiet gartneriet murerfirmaet tømrerfirmaet malerfirmaet entreprenørfirmaet
    vognmandsfirmaet transportfirmaet rengøringsfirmaet advokatfirmaet revisionsfirmaet
    samarbejdspartneren ansøgeren ansøgervirksomheden debitoren kreditoren udlejeren bygherren
    hovedentreprenøren company startup firm customer client supplier vendor business kunde
    virksomhed firma leverandør startup-virksomheden vækstvirksomheden techvirksomheden
    fødevarevirksomheden kundebesøg virksomhedsbesøg casen kundecasen virksomhedscasen""")

# Verbs and nouns with a firm behind them: "driver Skumringen", "ejer af Kaffegrotten".
OWNING = word_set("""
    driver drive stifte ejer drev ejede stiftede grundlagde åbnede overtog overtager
    overtage lukkede købe sælge owes owns runs bought acquired køber købte sælger solgte drevet
    overtaget stiftet grundlagt åbnet solgt købt åbner bag""")

FIRM_OF = word_set("""
    ejer ejeren indehaver indehaveren stifter stifteren grundlægger grundlæggeren medstifter
    medejer direktør direktøren partner formand bestyrelsen bestyrelsesmedlem bestyrelsesformand
    regnskabet regnskab aktierne anparterne ansat medarbejder medarbejdere kunde leverandør ceo
    founder owner employee adm-direktør konkursbegæring omsætningen budgettet""")

_SHORT_TYPE, _SHORT_TRADE = 8, 6  # letters of words that are no compound

# Definite last parts of type words: "Dagligkæden Hansa", "Strikkeklubben Masken".
_TYPE_ENDINGS = (
    "kæden", "gruppen", "butikken", "firmaet", "selskabet", "fabrikken", "bureauet", "kompagniet",
    "bageriet", "værkstedet", "foreningen", "klubben", "fonden", "stiftelsen", "bryggeriet",
    "handlen", "forretningen", "klinikken", "centeret", "stuen", "gården", "møllen", "forlaget",
    "trykkeriet", "binderiet", "brænderiet", "spinderiet", "vaskeriet", "væveriet", "røgeriet",
    "konditoriet", "savværket", "mosteriet", "risteriet", "garveriet",
)  # fmt: skip

# One-word brands: "Fjordbyg", "Kefirstuen".
BRAND_ENDINGS = (
    "byg", "stuen", "værk", "tech", "soft", "consult", "invest", "media", "pharma", "kompagniet",
    "smeden", "bageriet", "bryggeriet", "ware", "byggerne",
    "labs", "shoppen", "butikken", "makeriet", "galleriet", "kurven", "loppen", "mestrene",
    "grotten", "centralen", "hjørnet", "skafferiet", "værkstedet", "kroen", "bryghus", "bageri",
    "handlen", "salonen", "køkkenet", "boden", "bixen", "pusheren", "magerne", "værket", "vognen",
    "gruppen", "klinikken", "kanten", "spisehus", "grillen", "tegnestuen", "gaarden", "mageriet",
)  # fmt: skip

FIRM_VERBS = word_set("""
    leverer producerer eksporterer importerer omsætter fakturerer ansætter skylder skyldte betaler
    åbner flytter søger tilbyder lukker opsiger udvider fyrer afviser bestiller""")


def is_type(low: str) -> bool:
    """Whether the word says what kind of business the name behind it stands for."""
    return low in LEADING_TYPES or (len(low) > _SHORT_TYPE and low.endswith(_TYPE_ENDINGS))


def is_trade(low: str) -> bool:
    """Whether the word names a trade, as last words of firms' names do."""
    return low in TRADES or (len(low) > _SHORT_TRADE and low.endswith(_TRADE_ENDINGS))
