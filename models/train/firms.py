"""Invented firms: with and without a legal form, brand-like words, trades, persons' names in them."""

# ruff: noqa: E501, PLR2004, SIM905  # word lists are read as text; shares stand where they are drawn

from __future__ import annotations

from random import Random

from models.train.people import People

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

_HEADS = """nord syd øst vest hav fjord strand sol måne stjerne sne regn sky vind storm bølge ø
    klippe sten sand muld rod gren løv eg birk lind ask rønne hassel pil gran fyr bøg lyng mos tang
    tråd garn nål saks knap silke uld hør linned filt kobber sølv guld jern rust salt peber sukker
    honning mælk smør brød korn rug byg hvede havre æble pære kirsebær brombær hyben hyld humle
    ravn krage ugle falk svale lærke trane hejre spurv ræv ulv hjort grævling hare mus kat bjørn
    laks torsk sild krabbe musling perle anker kompas sejl mast tov bro havn kaj fyrtårn dør vindue
    bord stol lampe kop krukke kande gryde ske kniv papir blæk fjer bog ord side linje punkt streg
    cirkel kube prisme kvist klods pixel bit kode puls takt tone klang ekko lys skygge gnist flamme
    glød røg damp dug frost vår høst vinter ny gammel blå rød grøn hvid sort grå lille stor vild
    stille hurtig skæv rund klar ren varm kold frisk god rar glad""".split()
_TAILS = """værk værket hus huset lab labs gård gården stuen kompagniet bureauet fabrikken
    smedjen makeriet teket handlen butikken boden skuret loftet kælderen haven lunden dalen bakken
    bryg rist ristning brænderi bageri køkken mad vin form rum tegn tryk print design byg bo bolig
    energi kraft varme tech soft ware net link net data cloud mind works flow craft care med vet
    spor vej bro punkt link hub point base camp pil line skrift snit søm vask rens flet væv stof
    leg sport cykel tours rejser consult partner kapital invest gruppen folk holdet klubben""".split()
_STARTS = """Nor Ska Dan Vi Lu Ko Ma Ti Ve Al El In Or Pro Bio Eco Agri Aqua Geo Hydro Medi Neuro
    Opti Quan Tri Uni Ver Xen Zen Flex Flow Fin Pay Klik Sni Smu Bru Kra Plu Ze Mo Nu Re Sol Ter
    Ly Fa Be Bo Hy Jo Ki La Mi No Pa Ra Sa Ta Wa Cu Do Ga""".split()
_ENDS = """via ora ello ify ly ra tec tek tix nova nia dan lux lab lis mo my na neo net nix non
    ola ona onic oro pax pia plus poly qo ria rio ris sense sim sio sys ta tia tra tron tum va vea
    vio vita wave wise xa xo ya yo za zen zio zy kka bbel ggi mpel nder nsa rgo sta""".split()
_ENGLISH = """Blue Green Silver North Nordic Bright Smart True Open Clear Prime First Next Urban
    Little Good Wild Deep High Fresh Solid Simple Swift Bold Iron Stone Wood River Ocean Harbor
    Bridge Forest Cloud Pixel Data Logic Fox Wolf Bear Owl Raven Arctic Viking Copenhagen Danish
    Happy Honest Golden Red Black White Planet Circle Loop Second Third Peak Root Seed""".split()
_ENGLISH_TAILS = """Solutions Systems Studio Studios Labs Works Partners Group Consulting Foods
    Robotics Analytics Energy Capital Ventures Media Design Digital Software Health Care Trading
    Logistics Coffee Roasters Brewing Kitchen House Collective Company Agency Dynamics Interiors
    Apparel Goods Supply Technologies Therapeutics Diagnostics Marine Renewables""".split()
_TYPES = """Café Caféen Restaurant Bistro Brasserie Hotel Kro Salon Frisør Klinik Klinikken Butik
    Bageriet Bryggeriet Bryghuset Værkstedet Galleri Forlaget Firmaet Tandlægerne Fonden Foreningen
    Dyreklinikken Apoteket Vinbaren Kaffebaren Pizzeria Børnehuset Studio Atelier Autohuset
    Rederiet Gartneriet Mejeriet Slagteren Blomsterhuset Cykelsmeden Boghandlen Isboden Skolen
    Advokatfirmaet Revisionsfirmaet Murerfirmaet Tømrerfirmaet Malerfirmaet Vognmandsfirmaet
    Tegnestuen Arkitektfirmaet Rengøringsselskabet Ejendomsselskabet Iværksætterhuset""".split()
_CLUBS = """Boldklub Idrætsforening Gymnastikforening Roklub Sejlklub Håndboldklub Rideklub
    Beboerforening Grundejerforening Andelsboligforening Handelsforening Erhvervsforening
    Borgerforening Forsamlingshus Musikforening Kunstforening Vandværk Varmeværk Skytteforening
    Spejdergruppe Friskole Efterskole Antenneforening Iværksætterforening""".split()
_PLURALS = """bådebyggerne tømrerne malerne murerne smedene bagerne bryggerne kokkene kaptajnerne
    rengørerne cyklisterne gartnerne fiskerne bogholderne rådgiverne tegnerne skrædderne vinmændene
    blomsterpigerne kaffedrengene havfruerne gutterne naboerne søstrene brødrene fætrene rejserne
    sejlmagerne garverne glaspusterne isfolket madfolket byggefolket koderne snedkerne skovfolket
    stilladsfolkene flyttemændene maskinmestrene klippetanterne børnehjælpen hestene robotbyggerne""".split()
_SLOGANS = """Spis Godt|Ren Samvittighed|Bedre Søvn|Plads til Flere|Kom Indenfor|Tid til Te|Hjem til Dig|
    God Stil|Alt i Orden|Fuld Fart|Helt Stille|Lige Ved|Tæt på Havet|Under Uret|Ud i Det Blå|Mere Lys|
    To Ben|På Toppen|Ved Åen|Mellem Linjerne|Langt Ude|Ro på|Godt Brugt|Nye Veje|Hele Vejen|
    Fra Jord til Bord|Smag af Mere|Mod på Livet|Hånd i Hånd|Du Er Her|Hvem Ellers|Løft|Nær|Samspil|
    Lyst|Skumringen|Opvind|Medvind|Fortællingen|Bagsiden|Gårdhaven|Pladsen|Hjørnet|Perronen|Sluppen
    """.replace("\n", "").split("|")
_SLOGANS = [slogan.strip() for slogan in _SLOGANS]
_FOREIGN = (
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
_DEFINITE = """smeden bageren kokken mageren manden konen drengen pigen hallen salen kroen gryden
    tønden kurven kisten krogen porten trappen broen kanten bugten hytten hulen reden staldene
    stuerne loftet taget tårnet skuret laden torvet hjørnet huset køkkenet bordet skabet skrinet
    spejlet kammeret karret hjulet rummet værkstedet atelieret kompasset ankeret sejlet stedet
    lageret depotet pakhuset snedkeriet syeriet væveriet ysteriet smageriet spiseriet kringleriet
    vaskeriet trykkeriet destilleriet sæberiet pakkeriet fragten turen festen ligaen banden""".split()
_WHOSE = """Fars Farfars Mors Bedstes Tantes Onkels Naboens Fiskerens Bagerens Kaptajnens Præstens
    Bondens Skovens Havets Byens Øens Fjordens Markens Gartnerens Kongens Dronningens Pigernes
    Drengenes Brødrenes Søstrenes Familiens Kokkens Hestens Hundens Kattens Nattens Dagens""".split()
_NUMBERS = (
    "To Tre Fire Fem Syv Ni Tolv Gamle Små Store Sorte Hvide Gyldne Skæve Glade Vilde".split()
)
_LONG_FORMS = """Statsautoriseret_Revisionspartnerselskab Godkendt_Revisionsanpartsselskab
    Registreret_Revisionsaktieselskab Advokatpartnerselskab Advokatanpartsselskab Aktieselskab
    Anpartsselskab Kommanditselskab Partnerselskab Andelsselskab Advokataktieselskab""".split()
_OF = ["Foreningen", "Fonden", "Selskabet", "Netværket", "Klubben", "Laugets Fond", "Stiftelsen"]
_REGIONS = """Københavns Fyns Bornholms Sydhavns Nørrebro Vesterbro Amager Djurslands Limfjordens
    Vestkystens Øresunds Kattegat Skagerrak Lillebælt Storebælt Thy Mors Als Samsø Læsø Fanø Ærø
    Nordsjællands Sydfyns Midtjysk Vestjysk Østjysk Nordjysk Sønderjysk Sjællandske Havnens Byens""".split()
_CAUSES = """Grønne Haver|Levende Havne|Unge Håndværkere|Bedre Byrum|Danske Kaffebønder|Ren Kyst|
    Børns Bøger|Gamle Skibe|Fri Cykling|Lokal Mad|Kvinder i Tech|Byens Bier|Den Gode Nabo|
    Nordisk Keramik|Små Bryggerier|Fremtidens Landbrug|Delte Biler|Rask Ryg|Åbne Værksteder
    """.replace("\n", "").split("|")
_CAUSES = [cause.strip() for cause in _CAUSES]


class Firms:
    """Draws firms' names."""

    def __init__(self, rng: Random, people: People, towns: list[str], nouns: list[str]) -> None:
        self._rng = rng
        self._people = people
        self._towns = towns
        self._nouns = nouns  # everyday nouns, so that no list of brand words is learned by heart

    def _head(self) -> str:
        return (
            self._rng.choice(_HEADS) if self._rng.random() < 0.4 else self._rng.choice(self._nouns)
        )

    def _noun(self) -> str:
        return self._rng.choice(self._nouns)

    def _unheard(self) -> str:
        """A word nobody has heard, from the syllables of other words."""
        pieces = [
            self._rng.choice(self._nouns),
            self._people.last().lower(),
            self._rng.choice(self._towns).lower(),
        ]
        first, second = self._rng.sample(pieces, 2)
        return first[: self._rng.randint(2, 4)] + second[-self._rng.randint(2, 4) :]

    def name(self) -> str:
        """A firm's name, with a legal form in about 45 of 100 cases."""
        base = self._base()
        if self._rng.random() < 0.45 and not base.endswith("."):
            return f"{base} {self._form()}"
        return base

    def _form(self) -> str:
        if self._rng.random() < 0.05:
            return self._rng.choice(_LONG_FORMS).replace("_", " ")
        return self._rng.choice(FORMS)

    def bare(self) -> str:
        """A firm's name without a legal form."""
        return self._base()

    def formal(self) -> str:
        """A firm's name with a legal form."""
        return f"{self._base()} {self._rng.choice(FORMS)}"

    def _base(self) -> str:
        kinds = (
            (self._compound, 20), (self._coined, 12), (self._pair, 12), (self._traded, 14),
            (self._family, 14), (self._english, 9), (self._typed, 9), (self._town, 6),
            (self._club, 4), (self._initials, 4), (self._cause, 2), (self._two_words, 7),
            (self._definite, 9),
            (self._placed, 5),
            (self._whose, 4),
            (self._hyphened, 3),
            (self._plural, 4), (self._slogan, 5), (self._foreign, 6), (self._numbered, 3),
        )  # fmt: skip
        draw = self._rng.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]
        return draw()

    def _compound(self) -> str:
        tail = self._rng.choice(_TAILS) if self._rng.random() < 0.6 else self._head()
        word = self._head() + tail if self._rng.random() < 0.93 else self._head()
        return _camel(self._rng, word)

    def _coined(self) -> str:
        middle = self._rng.choice(["", "", "", *(_START.lower() for _START in _STARTS)])
        word = self._rng.choice(_STARTS) + middle + self._rng.choice(_ENDS)
        word = self._unheard() if self._rng.random() < 0.4 else word
        return _camel(self._rng, word) + self._rng.choice([""] * 8 + [".dk", ".io", " 24", "360"])

    def _pair(self) -> str:
        first, second = self._head(), self._head()
        sign = self._rng.choice(["&", "&", "&", "og", "+"])
        end = self._rng.choice(["", "", "", f" {self._trade()}"])
        second = second.capitalize() if self._rng.random() < 0.8 or sign == "&" else second
        return f"{first.capitalize()} {sign} {second}{end}"

    def _traded(self) -> str:
        head = self._rng.choice([self._compound, self._coined, self._two_words])()
        return f"{head} {self._trade()}"

    def _trade(self) -> str:
        trade = self._rng.choice(TRADES) if self._rng.random() < 0.6 else self._noun()
        if trade in {"it", "hr", "vvs"}:
            return trade.upper()
        return trade.capitalize() if self._rng.random() < 0.85 else trade

    def _family(self) -> str:
        rng, people = self._rng, self._people
        last, first = people.last(), people.first()
        other = people.last()
        return rng.choice([
            f"{last} {self._trade()}", f"{first} {last} {self._trade()}", f"{first}s {self._trade()}",
            f"{last} & {other}", f"{last} & Søn", f"{last} & Sønner", f"{last} og {other}",
            f"{first}s {rng.choice(_TAILS).capitalize()}", f"{last} & Co.", f"{last}s Eftf.",
            f"{rng.choice(_TYPES)} {first}", f"{rng.choice(_TYPES)} {last}", f"{last}gruppen",
            f"Brdr. {last}", f"{last} Brothers", f"{first} & {people.first()}",
            f"{last}, {other} & Partnere", f"{first} & Co", f"{first} & Co {self._trade()}", f"{last}+{other} {self._trade()}", f"{last}+Co",
            f"{last} & {other} {self._trade()}", f"{last} {rng.choice(_ENGLISH_TAILS)}", f"{first} {rng.choice(_ENGLISH_TAILS)}", f"{self._trade()}firmaet {last}".capitalize(),
        ])  # fmt: skip

    def _english(self) -> str:
        head = (
            self._rng.choice(_ENGLISH) if self._rng.random() < 0.6 else self._unheard().capitalize()
        )
        return f"{head} {self._rng.choice(_ENGLISH_TAILS)}"

    def _typed(self) -> str:
        head = self._rng.choice([self._compound, self._coined, self._pair])()
        kind = self._rng.choice(_TYPES)
        return (
            f"{kind} {head}"
            if self._rng.random() < 0.8
            else f"{kind} {self._rng.choice(self._towns)}"
        )

    def _town(self) -> str:
        town = self._rng.choice([*self._towns, *_REGIONS])
        return f"{town}{self._rng.choice(['', '', 's', ' '])} {self._trade()}".replace("  ", " ")

    def _club(self) -> str:
        return f"{self._rng.choice(self._towns)} {self._rng.choice(_CLUBS)}"

    def _initials(self) -> str:
        letters = "".join(
            self._rng.choice("ABCDEFGHJKLMNPRSTVØ") for _ in range(self._rng.randint(2, 4))
        )
        if self._rng.random() < 0.3:
            letters = f"{letters[0]}&{letters[1]}" if len(letters) == 2 else letters
        return f"{letters} {self._trade()}" if self._rng.random() < 0.85 else letters

    def _cause(self) -> str:
        cause = self._rng.choice(
            [
                *_CAUSES,
                self._rng.choice(_PLURALS).capitalize(),
                f"{self._noun()} {self._rng.choice(['og', 'for', 'til', 'uden', 'i', 'med'])} {self._noun()}".capitalize(),
                self._rng.choice(_SLOGANS),
            ]
        )
        where = self._rng.choice(
            [
                "",
                "",
                "",
                f" i {self._rng.choice(self._towns)}",
                f" på {self._rng.choice(self._towns)}",
            ]
        )
        return f"{self._rng.choice(_OF)} {cause}{where}"

    def _definite(self) -> str:
        tail = self._rng.choice(_DEFINITE)
        word = self._head() + tail if self._rng.random() < 0.96 else tail
        return word.capitalize()

    def _placed(self) -> str:
        where = self._rng.choice(["på", "i", "ved", "under", "over", "bag", "hos"])
        place = self._rng.choice(
            [
                self._noun().capitalize(),
                self._rng.choice(_DEFINITE).capitalize(),
                self._rng.choice(self._towns),
            ]
        )
        head = (
            self._rng.choice([self._definite, self._compound])()
            if self._rng.random() < 0.6
            else self._rng.choice(_TYPES)
        )
        return f"{head} {where} {place}"

    def _whose(self) -> str:
        if self._rng.random() < 0.4:
            noun = self._head()
            many = noun + ("r" if noun.endswith("e") else "er")
            return f"{self._rng.choice(['De', 'Vore', 'Mine'])} {self._rng.choice(_NUMBERS)} {many.capitalize()}"
        thing = self._rng.choice([*_TAILS, self._noun(), self._noun()])
        return f"{self._rng.choice(_WHOSE)} {thing.capitalize()}"

    def _hyphened(self) -> str:
        first, second = self._head().capitalize(), self._head()
        second = second.capitalize() if self._rng.random() < 0.5 else second
        return f"{first}-{second}" + (f" {self._trade()}" if self._rng.random() < 0.6 else "")

    def _plural(self) -> str:
        word = self._rng.choice(_PLURALS).capitalize()
        place = self._rng.choice(["", "", "", f" i {self._rng.choice(self._towns)}"])
        return word + place

    def _slogan(self) -> str:
        slogan = self._rng.choice(
            [
                *_SLOGANS,
                f"{self._noun()} {self._rng.choice(['til', 'med', 'og', 'for', 'i', 'på'])} {self._noun()}".capitalize(),
            ]
            if self._rng.random() < 0.7
            else [self._noun().capitalize()]
        )
        return slogan if self._rng.random() < 0.7 else slogan.capitalize()

    def _foreign(self) -> str:
        trades, forms = self._rng.choice(_FOREIGN)
        head = self._rng.choice([self._people.last, self._people.last, self._coined])()
        return f"{head} {self._rng.choice(trades)} {self._rng.choice(forms)}".strip()

    def _numbered(self) -> str:
        head = self._rng.choice([self._people.last, self._compound])()
        kind = self._rng.choice(["Holding", "Invest", "Ejendomme", "Ejendomsselskab", "Group", ""])
        return " ".join(
            f"{head} {kind} {self._rng.choice([2010, 2014, 2018, 2021, 2023, 'af 2019', 'II', '1'])}".split()
        )

    def _two_words(self) -> str:
        adjective = self._rng.choice(
            """Den_Gamle Det_Grønne Den_Lille De_Fem Tre Syv Det_Blå Den_Skæve
            Nordisk Dansk Jysk Fynsk Bornholmsk Lokal Vild Grøn Rød Ny Klar Ren""".split()
        )
        noun = (self._head() if self._rng.random() < 0.7 else self._rng.choice(_TAILS)).capitalize()
        return f"{adjective.replace('_', ' ')} {noun}"


def _camel(rng: Random, word: str) -> str:
    if rng.random() < 0.06 and len(word) > 6:
        return word[:4].capitalize() + word[4:].capitalize()
    return word.upper() if rng.random() < 0.03 else word[:1].upper() + word[1:]
