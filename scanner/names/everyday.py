"""Words that look like names and are ordinary: the limits of what a capital tells."""

from __future__ import annotations

from scanner.names.word_set import word_set

# First names that are ordinary words as well, in Danish or in English: never by themselves in
# lower case, nor with the capital of a sentence's start.
ORDINARY_NAMES = word_set("""
    max ask mark may will grant frank art bill sue rich rose grace hope joy page dean drew chase
    miles pat rob dale june april carol gene guy jack wade ray robin per bo line helle tage liv
    lykke siv storm bjørn ravn dan lis tine bent loke fie gry sol sky bror ea iben lin maks tran
    vinter sally summer summers kit sanne case faith destiny major prince king don al em mine sine
    edit gorm regner alma ulla melody chance amber ruby crystal pearl basil rusty skip trip van""")
# English words of business: two of them with a capital are a heading, not a firm.
ENGLISH = word_set("""
    warehouse automated automatic data world wide web sales sale management digital marketing common
    exchange universal business customer customers online office project product products report
    reports human resources supply chain value strategy plan planning market research growth head
    team the new annual monthly weekly quality service services general public private social
    financial finance account accounts accounting content search engine user users open source
    machine learning artificial intelligence cloud mobile application applications capture connect
    connection advanced basic premium standard professional enterprise global local remote smart
    green circular economy sustainable sustainability innovation startup start scale pitch deck
    board advisory chief executive operating officer senior junior lead key performance best
    practice case study return net cash flow profit loss balance sheet income statement risk
    security information technology power success experience
    contact visit read ask apply join meet check edit view select insert format window settings
    export import sparring webinar workshop""")
# Several of what computers have: a small letter at the end makes no brand of them.
ABBREVIATIONS = frozenset(
    """IDs UUIDs GUIDs URLs URIs APIs SDKs PDFs CSVs KPIs OKRs FAQs PRs CPUs GPUs VMs LLMs PCs TODOs
    SLAs IPs DNSs SSDs USBs QAs MVPs POCs""".split()  # noqa: SIM905  # a word list
)
# Bodies and rooms that some writers give a capital: "Bestyrelsen", "Kommunen".
INSTITUTIONS = word_set("""
    kommunen kommune banken bestyrelsen direktionen ledelsen regeringen folketinget foreningen
    fonden kirken skolen rådhuset retten byretten landsretten staten regionen styrelsen ministeriet
    politiet skat hospitalet sygehuset universitetet biblioteket kantinen kontoret afdelingen
    udvalget rådet kommissionen parlamentet generalforsamlingen virksomheden selskabet firmaet
    organisationen fagforeningen byrådet borgerservice jobcenteret museet avisen nettet internettet
    gud jorden solen månen himlen loven grundloven aftalen kontrakten formanden danskere""")
# What follows a place's name in the name of a landscape or a public house.
LANDSCAPE = word_set("""
    klint bakker bakke mile krat høje mose sø søer å ådal hede fyr strand klit klitter kloster kær
    plantage kyst nor odde rev enge eng dal skov bugt fjord bælt sund knude hage naturpark
    nationalpark slotspark geopark brygge domkirke kirke slot ruin voldsted station banegård
    lufthavn kirkegård havn færgehavn havnebad torv bibliotek sygehus hospital universitet
    universitetshospital politi ret byret rådhus skole folkeskole gymnasium handelsgymnasium
    handelsskole musikskole svømmehal museum kunstmuseum kommune kommunes region amt stift provsti
    borgerservice jobcenter zoo teater lokalarkiv rigshospital kaserne bymidte midtby øst vest
    nord syd city rundkirke stenhus palæ verdensur barndomshjem mindelund institute university
    college register""")
# Of these, what a person's name may stand before in the name of a private house.
HOUSES = word_set("teater museum kunstmuseum musikskole bibliotek brygge havn havnebad")
# Public houses, before the name of their town: "Kunsthal Holbæk", "Museum Lolland-Falster".
PUBLIC_HOUSES = word_set("""
    museum kunsthal kunstmuseum hospital sygehus universitetshospital gymnasium bibliotek provsti
    erhvervsskole handelsskole musikskole landsret byret politikreds""")
# Rooms, before the name of one: "Lokale Bogense".
ROOMS = word_set("lokale mødelokale mødelokalet lokalet sal salen auditorium hal hallen bygning")
# Things that are given first names, and what is counted up by color: "model Luna", "Farver: Rosa".
MODELS = word_set("""
    model modellen serien kollektionen sofa sofaen stol stolen lampe lampen kjole kjolen jakke
    jakken sko skoen font fonts font-family skrifttype skrifttypen sort sorten sorter sorterne farve
    farven farver farverne colour colours color colors orkanen stormen""")
# Ends of things and works in definite form, before what they are called: "kaffemaskinen Bella".
THINGS = (
    "maskinen", "pumpen", "hylden", "modellen", "cyklen", "telefonen", "serien", "robotten",
    "vinen", "sorten", "racen", "racer", "sorter", "filmen", "romanen", "sangen", "spillet",
    "færgen", "skibet", "stormen", "orkanen", "kometen", "planeten", "satellitten", "teleskopet",
    "symfonien", "skrifttypen", "udgaverne", "modellerne", "farverne", "typerne", "opskriften",
)  # fmt: skip
# What is named after who found it: "Downs syndrom", "Mendels love".
EPONYMS = word_set("""
    sygdom syndrom lov love sætning formel konstant paradoks matrix behovspyramide pyramide metode
    teori teorem ligning disease syndrome law laws theorem equation paradox""")
# Where the law is spoken, before its town: "Skifteretten i Thisted".
COURTS = word_set("retten byretten landsretten skifteretten fogedretten arbejdsretten landsret")
# What happens, or is agreed, and is called after its place: "Slaget ved Dybbøl".
EVENTS = word_set("""
    slaget krigen freden oprøret branden ulykken valget mødet topmødet messen festivalen konferencen
    traktaten aftalen dommen sagen kampen løbet stævnet udstillingen koncerten højskolen""")
# Ends of what is planned, ruled or held in public, not of firms: "landdistriktspuljen".
SCHEMES = (
    "puljen", "loven", "planen", "ordningen", "aftalen", "programmet", "strategien", "pakken",
    "prisen", "dagen", "forløbet", "projektet", "rådet", "nævnet", "styrelsen", "ministeren",
    "ministeriet", "reformen", "direktivet", "forordningen", "vejen", "gaden", "torvet", "parken",
    "vænget", "broen", "skolen", "kirken", "museet", "festivalen", "messen", "ugen", "kurset",
    "giver", "tager", "haver", "holder",
)  # fmt: skip
# Houses that are open to all, or to the sick: no firms by themselves.
PUBLIC_HALLS = (
    "sygehuset", "plejehuset", "rådhuset", "forsamlingshuset", "borgerhuset", "kulturhuset",
    "lægehuset", "drivhuset", "sommerhuset", "parcelhuset", "boligblokken", "varehuset",
    "pakhuset", "kontorhuset", "hovedhuset", "erhvervshuset", "sportshallen", "svømmehallen",
    "idrætshallen", "formanden", "forretningsmanden", "kirkegården", "børnehaven", "dyrehaven",
    "bankmanden", "tillidsmanden", "embedsmanden", "landmanden", "fagmanden", "sparekassen",
    "kommunekassen", "kraftværket", "elværket", "vandværket", "fjernvarmeværket", "gasværket",
    "kunstværket", "regelværket", "netværket", "hovedværket", "gadehjørnet", "køkkenhjørnet",
    "telefonboden", "sygekassen", "a-kassen", "statskassen", "værktøjskassen", "kassekassen",
    "ægtemanden",
)  # fmt: skip
# Words of who deals with parties: customers, contracts, money.
DEALING = word_set("""
    kunde kunden kunder kunderne kundens firma firmaet firmaer virksomhed virksomheden faktura
    fakturaen møde mødet mødes aftale aftalen tilbud tilbuddet kontrakt kontrakten lån lånet bank
    banken moms regnskab regnskabet omsætning omsætningen ansat ansatte ejer ejeren ejere stifter
    stifteren leverandør leverandøren ordre ordren budget budgettet konkurs konkursen gæld gælden
    solgt købt sælger køber overtager overtaget butik butikken bestyrelsen direktør direktøren
    ansøgning ansøgningen ansøger sag sagen tlf telefon mobil mail samarbejde samarbejdet rådgiver
    rådgivning kr aps i/s a/s ivs deltagere referat afbud formand client
    egenkapital egenkapitalen likviditet likviditeten restance årsrapport årsrapporten leasing
    underskud overskud kassekredit kassekreditten kredit hjemmeside website webshop webshoppen
    medejer iværksætter startup rabat rabatten datterselskab udlejer husleje revisor bogholder
    revenue runway tender offers audit competitor invoices lawsuit website clients customers
    customer invoice meeting contract company supplier owner founder board cpr cpr-nr cpr-nummer
    cprnr personnummer leverer leverede producerer sælger forhandler eksport eksporten opkøbt
    grundlagt stiftet etableret omsætter beskæftiger""")
# A text in which none of these stands speaks to nobody and of nobody: a guide, a list of goods.
TALK = DEALING | word_set("""
    jeg mig min mit mine vi os vores hej hejsa kære mvh vh hilsen hilsner kh hun han hende ham
    hendes hans i'm i've i'd i'll my me we our us she he her his him hi dear regards cheers jag""")
# A text in which none of these stands speaks of nobody's business: an encyclopedia, a law, a poem.
BUSINESS = DEALING | word_set("""
    jeg mig min mit mine vi os vores du dig din dit dine jer jeres hej kære hejsa mvh hilsen vh
    hendes hans han hun my i'm we our us your you""")
