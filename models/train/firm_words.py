"""Words of invented firms: legal forms, trades, parts of brands, slogans, causes."""

# ruff: noqa: E501, SIM905  # word lists are read as text

from __future__ import annotations

LEGAL_FORMS = """aps a/s as i/s k/s p/s ivs amba a.m.b.a fmba s.m.b.a smba g/s holding gmbh ltd
    limited inc llc ab oy bv sa srl sp.z.o.o plc oü se kg ug""".split()
FORMS = ["ApS"] * 9 + ["A/S"] * 7 + ["I/S"] * 3 + [
    "K/S", "P/S", "IVS", "a.m.b.a.", "A.M.B.A.", "F.M.B.A.", "Holding ApS", "Holding A/S",
    "Group A/S", "Invest ApS", "Ejendomme ApS", "aps", "a/s", "APS", "S.M.B.A.", "GmbH", "Ltd",
    "Ltd.", "AB", "AS", "Oy", "B.V.", "Inc.", "LLC", "Sp. z o.o.", "GmbH & Co. KG", "A.m.b.a.", "Aps", "A/S", "ApS",
]  # fmt: skip
TRADES = """byg tømrer murer maler vvs el-service elteknik anlæg anlægsgartner entreprise
    entreprenør kloak smede smedje maskinfabrik maskinværksted værktøj stål metal industri plast
    emballage logistik transport spedition vognmand vognmandsforretning flytteservice taxi biler
    autoværksted auto cykler cykelværksted bilpleje dæk revision revisorer regnskab bogføring
    advokater advokatfirma consult consulting rådgivning management invest ejendomme holding
    kapital finans forsikring rengøring facility vagt sikring sikkerhed it software data digital
    systems solutions cloud tech web media reklame kommunikation design grafik tryk film foto
    produktion event eventbureau musik studio arkitekter arkitekt ingeniører rådgivende biotech
    pharma medico dental klinik tandlægerne fysioterapi kiropraktik psykologi sundhed fitness
    frisør skønhed spa wellness blomster gartneri planteskole landbrug maskinstation svineproduktion
    mejeri bageri brød konditori slagter fisk fiskeeksport røgeri vin bryghus bryggeri kaffe
    kafferisteri te chokolade is catering køkken restaurant bistro café kro hotel camping rejser
    mode tøj strik sko smykker guld ur møbler snedkeri interiør lys keramik glas tekstil garn
    sport legetøj børnetøj bøger forlag boghandel marine bådebyggeri energi varme solenergi vind
    klima miljø genbrug affald vand laboratorie analyse robotics automation elektronik sensor
    import export handel trading engros agentur group partners nordic scandinavia international
    service teknik montage isolering tag tagdækning gulve vinduer døre stillads nedrivning
    haveservice skovservice træpleje dyreklinik hundepension rideskole kursuscenter academy
    bemanding vikar rekruttering hr coaching event leasing udlejning""".split()

HEADS = """nord syd øst vest hav fjord strand sol måne stjerne sne regn sky vind storm bølge ø
    klippe sten sand muld rod gren løv eg birk lind ask rønne hassel pil gran fyr bøg lyng mos tang
    tråd garn nål saks knap silke uld hør linned filt kobber sølv guld jern rust salt peber sukker
    honning mælk smør brød korn rug byg hvede havre æble pære kirsebær brombær hyben hyld humle
    ravn krage ugle falk svale lærke trane hejre spurv ræv ulv hjort grævling hare mus kat bjørn
    laks torsk sild krabbe musling perle anker kompas sejl mast tov bro havn kaj fyrtårn dør vindue
    bord stol lampe kop krukke kande gryde ske kniv papir blæk fjer bog ord side linje punkt streg
    cirkel kube prisme kvist klods pixel bit kode puls takt tone klang ekko lys skygge gnist flamme
    glød røg damp dug frost vår høst vinter ny gammel blå rød grøn hvid sort grå lille stor vild
    stille hurtig skæv rund klar ren varm kold frisk god rar glad""".split()
TAILS = """værk værket hus huset lab labs gård gården stuen kompagniet bureauet fabrikken
    smedjen makeriet teket handlen butikken boden skuret loftet kælderen haven lunden dalen bakken
    bryg rist ristning brænderi bageri køkken mad vin form rum tegn tryk print design byg bo bolig
    energi kraft varme tech soft ware net link net data cloud mind works flow craft care med vet
    spor vej bro punkt link hub point base camp pil line skrift snit søm vask rens flet væv stof
    leg sport cykel tours rejser consult partner kapital invest gruppen folk holdet klubben""".split()
STARTS = """Nor Ska Dan Vi Lu Ko Ma Ti Ve Al El In Or Pro Bio Eco Agri Aqua Geo Hydro Medi Neuro
    Opti Quan Tri Uni Ver Xen Zen Flex Flow Fin Pay Klik Sni Smu Bru Kra Plu Ze Mo Nu Re Sol Ter
    Ly Fa Be Bo Hy Jo Ki La Mi No Pa Ra Sa Ta Wa Cu Do Ga""".split()
ENDS = """via ora ello ify ly ra tec tek tix nova nia dan lux lab lis mo my na neo net nix non
    ola ona onic oro pax pia plus poly qo ria rio ris sense sim sio sys ta tia tra tron tum va vea
    vio vita wave wise xa xo ya yo za zen zio zy kka bbel ggi mpel nder nsa rgo sta""".split()
ENGLISH = """Blue Green Silver North Nordic Bright Smart True Open Clear Prime First Next Urban
    Little Good Wild Deep High Fresh Solid Simple Swift Bold Iron Stone Wood River Ocean Harbor
    Bridge Forest Cloud Pixel Data Logic Fox Wolf Bear Owl Raven Arctic Viking Copenhagen Danish
    Happy Honest Golden Red Black White Planet Circle Loop Second Third Peak Root Seed""".split()
ENGLISH_TAILS = """Solutions Systems Studio Studios Labs Works Partners Group Consulting Foods
    Robotics Analytics Energy Capital Ventures Media Design Digital Software Health Care Trading
    Logistics Coffee Roasters Brewing Kitchen House Collective Company Agency Dynamics Interiors
    Apparel Goods Supply Technologies Therapeutics Diagnostics Marine Renewables""".split()
TYPES = """Café Caféen Restaurant Bistro Brasserie Hotel Kro Salon Frisør Klinik Klinikken Butik
    Bageriet Bryggeriet Bryghuset Værkstedet Galleri Forlaget Firmaet Tandlægerne Fonden Foreningen
    Dyreklinikken Apoteket Vinbaren Kaffebaren Pizzeria Børnehuset Studio Atelier Autohuset
    Rederiet Gartneriet Mejeriet Slagteren Blomsterhuset Cykelsmeden Boghandlen Isboden Skolen
    Advokatfirmaet Revisionsfirmaet Murerfirmaet Tømrerfirmaet Malerfirmaet Vognmandsfirmaet
    Tegnestuen Arkitektfirmaet Rengøringsselskabet Ejendomsselskabet Iværksætterhuset""".split()
CLUBS = """Boldklub Idrætsforening Gymnastikforening Roklub Sejlklub Håndboldklub Rideklub
    Beboerforening Grundejerforening Andelsboligforening Handelsforening Erhvervsforening
    Borgerforening Forsamlingshus Musikforening Kunstforening Vandværk Varmeværk Skytteforening
    Spejdergruppe Friskole Efterskole Antenneforening Iværksætterforening""".split()
PLURALS = """bådebyggerne tømrerne malerne murerne smedene bagerne bryggerne kokkene kaptajnerne
    rengørerne cyklisterne gartnerne fiskerne bogholderne rådgiverne tegnerne skrædderne vinmændene
    blomsterpigerne kaffedrengene havfruerne gutterne naboerne søstrene brødrene fætrene rejserne
    sejlmagerne garverne glaspusterne isfolket madfolket byggefolket koderne snedkerne skovfolket
    stilladsfolkene flyttemændene maskinmestrene klippetanterne børnehjælpen hestene robotbyggerne""".split()
SLOGANS = """Spis Godt|Ren Samvittighed|Bedre Søvn|Plads til Flere|Kom Indenfor|Tid til Te|Hjem til Dig|
    God Stil|Alt i Orden|Fuld Fart|Helt Stille|Lige Ved|Tæt på Havet|Under Uret|Ud i Det Blå|Mere Lys|
    To Ben|På Toppen|Ved Åen|Mellem Linjerne|Langt Ude|Ro på|Godt Brugt|Nye Veje|Hele Vejen|
    Fra Jord til Bord|Smag af Mere|Mod på Livet|Hånd i Hånd|Du Er Her|Hvem Ellers|Løft|Nær|Samspil|
    Lyst|Skumringen|Opvind|Medvind|Fortællingen|Bagsiden|Gårdhaven|Pladsen|Hjørnet|Perronen|Sluppen
    """.replace("\n", "").split("|")
SLOGANS = [slogan.strip() for slogan in SLOGANS]
FOREIGN = (
    (
        "Maschinenbau Handels Logistik Bau Technik Metallbau Elektrotechnik Möbel Verpackungen Anlagenbau Software Energie Werkzeuge Hafenbetriebe Textil".split(),
        ["GmbH", "AG", "GmbH & Co. KG", "KG", "UG", ""],
    ),
    (
        "Transport Budowa Meble Stal Okna Usługi Handel Produkcja Logistyka".split(),
        ["Sp. z o.o.", "S.A.", "sp. z o.o.", ""],
    ),
    (
        "Bygg Fastigheter Verkstad Skog Livs Teknik Möbler Invest Konsult".split(),
        ["AB", "HB", "AB", ""],
    ),
    ("Eiendom Bygg Fisk Shipping Elektro Rør Maskin".split(), ["AS", "ASA", "AS", ""]),
    (
        "Foods Trading Textiles Shipping Engineering Software Imports Partners Manufacturing".split(),
        ["Ltd", "Ltd.", "Inc.", "LLC", "Pvt. Ltd.", "plc", "Corp."],
    ),
    ("Ristorazione Moda Vini Alimentari Mobili".split(), ["S.r.l.", "S.p.A."]),
    ("Inşaat Tekstil Gıda Otomotiv".split(), ["A.Ş.", "Ltd. Şti."]),
    ("Vins Équipements Conseil Emballages".split(), ["S.A.", "SARL", "SAS"]),
    ("Handelsonderneming Bouw Bloemen Scheepvaart".split(), ["B.V.", "N.V."]),
)
DEFINITE = """smeden bageren kokken mageren manden konen drengen pigen hallen salen kroen gryden
    tønden kurven kisten krogen porten trappen broen kanten bugten hytten hulen reden staldene
    stuerne loftet taget tårnet skuret laden torvet hjørnet huset køkkenet bordet skabet skrinet
    spejlet kammeret karret hjulet rummet værkstedet atelieret kompasset ankeret sejlet stedet
    lageret depotet pakhuset snedkeriet syeriet væveriet ysteriet smageriet spiseriet kringleriet
    vaskeriet trykkeriet destilleriet sæberiet pakkeriet fragten turen festen ligaen banden""".split()
WHOSE = """Fars Farfars Mors Bedstes Tantes Onkels Naboens Fiskerens Bagerens Kaptajnens Præstens
    Bondens Skovens Havets Byens Øens Fjordens Markens Gartnerens Kongens Dronningens Pigernes
    Drengenes Brødrenes Søstrenes Familiens Kokkens Hestens Hundens Kattens Nattens Dagens""".split()
NUMBERS = "To Tre Fire Fem Syv Ni Tolv Gamle Små Store Sorte Hvide Gyldne Skæve Glade Vilde".split()
LONG_FORMS = """Statsautoriseret_Revisionspartnerselskab Godkendt_Revisionsanpartsselskab
    Registreret_Revisionsaktieselskab Advokatpartnerselskab Advokatanpartsselskab Aktieselskab
    Anpartsselskab Kommanditselskab Partnerselskab Andelsselskab Advokataktieselskab""".split()
OF = ["Foreningen", "Fonden", "Selskabet", "Netværket", "Klubben", "Laugets Fond", "Stiftelsen"]
REGIONS = """Københavns Fyns Bornholms Sydhavns Nørrebro Vesterbro Amager Djurslands Limfjordens
    Vestkystens Øresunds Kattegat Skagerrak Lillebælt Storebælt Thy Mors Als Samsø Læsø Fanø Ærø
    Nordsjællands Sydfyns Midtjysk Vestjysk Østjysk Nordjysk Sønderjysk Sjællandske Havnens Byens""".split()
CAUSES = """Grønne Haver|Levende Havne|Unge Håndværkere|Bedre Byrum|Danske Kaffebønder|Ren Kyst|
    Børns Bøger|Gamle Skibe|Fri Cykling|Lokal Mad|Kvinder i Tech|Byens Bier|Den Gode Nabo|
    Nordisk Keramik|Små Bryggerier|Fremtidens Landbrug|Delte Biler|Rask Ryg|Åbne Værksteder
    """.replace("\n", "").split("|")
CAUSES = [cause.strip() for cause in CAUSES]
KEEPERS = """manden mændene damen konen drengene pigerne mesteren smeden bageren slagteren optikeren købmanden
    frisøren guldsmeden urmageren maleren mureren gartneren fiskeren vognmanden handleren brygmesteren kokken
    snedkeren skomageren skrædderen boghandleren isenkræmmeren møbelpolstreren mekanikeren doktoren""".split()
CORNERS = """Torvet Havnen Hjørnet Kajen Bakken Gågaden Pladsen Broen Stationen Strandvejen Engen Bazaren
    Molen Kanalen Volden Gaden Stranden Fjorden Byen Øen Markedet Passagen Hovedgaden""".split()
QUALITIES = """kold varm hurtig langsom skarp blød sød sur salt våd tør glad sulten skæv rund lige tung let
    ærlig rolig vild fin god ren ny gammel grov sprød frisk tæt stille skøn hel halv dobbelt klog rigtig""".split()
