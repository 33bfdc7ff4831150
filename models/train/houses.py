"""Invented organizations of the news: unions, associations, parties, media, clubs, public bodies."""

# ruff: noqa: E501, PLR2004, SIM905  # word lists are read as text; shares stand where they are drawn

from __future__ import annotations

from random import Random

from models.train.people import People

_TRADES = """bager smed tømrer lærer læge jurist gartner sømand fisker frisør tjener pædagog bibliotekar
    ingeniør sygeplejerske journalist slagter maler murer elektriker chauffør musiker arkitekt bogbinder
    jordemoder tandlæge dyrlæge politi fængsels told post jernbane handels kontor land hus skov have
    cykel bil båd fly jagt fiske gymnastik svømme skak bridge håndbold fodbold atlet sejl ro ski""".split()
_BODIES = """forbund forening forbundet foreningen union unionen klub klubben råd rådet nævn nævnet
    selskab selskabet kreds kredsen liga ligaen fond fonden akademi akademiet institut instituttet
    styrelse styrelsen direktorat direktoratet ministerium ministeriet udvalg udvalget kommission kommissionen
    domstol domstolen tilsyn tilsynet center centret samvirke samvirket arkiv arkivet teater teatret""".split()
_OF = """Landsforeningen Landsforbundet Foreningen Rådet Institut Institut Center Centret Selskabet Forbundet
    Sammenslutningen Fællesrådet Nævnet Udvalget Kommissionen Styrelsen Direktoratet Ministeriet Fonden
    Komiteen Organisationen Bevægelsen Netværket Akademiet Afdelingen Sekretariatet Klubben Støtteforeningen""".split()
_LINK = ["for", "for", "for", "af", "mod", "til"]
_HEADS = """Danske Dansk De_Danske Nordisk Nordiske Det_Danske Europæisk International Den_Internationale
    Danmarks Grønlands Færøernes Norges Sveriges Tysk Det_Kongelige Den_Danske Københavns Jydske Fynske
    Forenede De_Forenede Nationale Folkets Arbejdernes Bøndernes Kvindernes Unges Ældres""".split()
_PARTS = """Folke Arbejder Bonde Frihed Miljø Center Venstre Høyre Retsstats Freds Borger Kristen_ Social Liberal_
    Grøn_ Nationalt_ Demokratisk_ Konservativt_ Fremskridts Retfærdigheds""".split()
_PARTIES = """parti partiet front fronten liste listen alliance alliancen bevægelse bevægelsen bloc union demokraterne""".split()
_MEDIA = """Avis Avisen Dagblad Tidende Stiftstidende Folkeblad Posten Bladet Nyt Nyheder Radio TV Lokal-TV Ugeavis
    Ugeavisen Amtsavis Kurer Times Post Herald Tribune News Magasin Magasinet Telegram""".split()
_NAMED = """Avisen Magasinet Ugebladet Tidsskriftet Dagbladet""".split()
_FIELDS = """klima fred miljø byudvikling økonomi historie forskning folkesundhed kultur idræt sprog teologi statskundskab
    menneskerettigheder ligestilling udviklingsbistand forbrugere patienter lejere grundejere pensionister flygtninge
    dyreværn trafik energi landdistrikter arbejdsmiljø fødevarer filosofi litteratur kemi medicin børn unge""".split()
_COURTS = """Retten Byretten Landsretten Skifteretten Fogedretten Statsfængslet Arresten Sygehuset Politiet Toldvæsenet
    Brandvæsenet Museet Biblioteket Havnen Lufthavnen Universitetet Handelsskolen Seminariet Domkirken""".split()
_TOWN_HOUSES = """Kommune Byråd Amt Politi Sygehus Byret Universitet Bibliotek Museum Teater Havn Lufthavn Brandvæsen Boldklub
    Handelsskole Gymnasium Seminarium Højskole Menighedsråd Turistforening Håndværkerforening Varmeværk IF BK FC GF""".split()
_CLUBS = [
    "FC {}",
    "{} FC",
    "{} IF",
    "{} BK",
    "B {}",
    "{} United",
    "{} City",
    "AC {}",
    "Real {}",
    "SK {}",
    "{} HK",
    "Sporting {}",
]
_WORLD = """Bank Group Corporation Industries Airlines Motors Pictures Records Television Foundation Institute Council Union
    Party Association Agency Press University College Commission Oil Steel Electric Pharma Systems Chemicals Telecom""".split()
_PUBLIC = 0.2
_LETTERS = "ABDEFGHIKLMNOPRSTUV"


class Houses:
    """Draws names of organizations that are no firm of the register."""

    def __init__(
        self, rng: Random, people: People, towns: list[str], cities: list[str], nouns: list[str]
    ) -> None:
        self._rng, self._people = rng, people
        self._towns, self._cities, self._nouns = towns, cities, nouns

    def any(self) -> str:
        """Any of them."""
        return self.body() if self._rng.random() < _PUBLIC else self.private()

    def private(self) -> str:
        """Any but public bodies."""
        kinds = (
            self.union,
            self.association,
            self.party,
            self.media,
            self.club,
            self.letters,
            self.world,
        )
        return self._rng.choice(kinds)()

    def _trade(self) -> str:
        return (
            self._rng.choice(_TRADES) if self._rng.random() < 0.5 else self._rng.choice(self._nouns)
        )

    def _head(self) -> str:
        return self._rng.choice(_HEADS).replace("_", " ")

    def union(self) -> str:
        """A union or trade association: "Dansk Smedeforbund", "Bagernes Fagforening"."""
        rng = self._rng
        compound = self._trade() + rng.choice(["", "", "e", "s"]) + rng.choice(_BODIES)
        if rng.random() < 0.6:
            return f"{self._head()} {compound.capitalize() if rng.random() < 0.75 else compound}"
        if rng.random() < 0.5:
            return compound.capitalize()
        return f"{self._trade().capitalize()}{rng.choice(['nes', 'ernes', 'enes'])} {rng.choice(_BODIES).capitalize()}"

    def association(self) -> str:
        """With lower-case parts: "Landsforeningen for flygtninge", "Institut for Teologi"."""
        rng = self._rng
        cause = rng.choice(_FIELDS) if rng.random() < 0.7 else rng.choice(self._nouns)
        if rng.random() < 0.2:
            cause = f"{cause} og {rng.choice(_FIELDS)}"
        if rng.random() < 0.5:
            cause = cause.capitalize()
        of = f"{rng.choice(_OF)} {rng.choice(_LINK)} {cause}"
        return f"{of} i {rng.choice(self._towns)}" if rng.random() < 0.12 else of

    def party(self) -> str:
        """A party: "Frihedspartiet", "Dansk Bondeparti"."""
        rng = self._rng
        head, tail = rng.choice(_PARTS), rng.choice(_PARTIES)
        name = head.replace("_", " ") + (
            tail if not head.endswith("_") else tail.capitalize() if rng.random() < 0.5 else tail
        )
        return f"{self._head()} {name}" if rng.random() < 0.35 else name

    def media(self) -> str:
        """A paper or a station: "Ribe Folkeblad", "Radio Limfjord"."""
        rng = self._rng
        place = rng.choice(self._towns if rng.random() < 0.7 else self._cities)
        kind = rng.choice(_MEDIA)
        if kind in {"Radio", "TV"}:
            return f"{kind} {place}" if rng.random() < 0.7 else f"{kind} {rng.randint(2, 9)}"
        if rng.random() < 0.2:
            return rng.choice(self._nouns).capitalize() + kind.lower()
        return f"{place} {kind}" if rng.random() < 0.85 else f"The {place} {kind}"

    def club(self) -> str:
        """A team: "FC Hobro", "Ry IF", "Skive"."""
        rng = self._rng
        place = rng.choice(self._towns if rng.random() < 0.65 else self._cities)
        return rng.choice(_CLUBS).format(place)

    def body(self) -> str:
        """A public body: "Retten i Hobro", "Ry Kommune", "Miljøstyrelsen"."""
        rng, town = self._rng, self._rng.choice(self._towns)
        draw = rng.random()
        if draw < 0.35:
            return f"{rng.choice(_COURTS)} i {town}"
        if draw < 0.75:
            return f"{town} {rng.choice(_TOWN_HOUSES)}"
        return (rng.choice(_FIELDS) + rng.choice(["", "s"]) + rng.choice(_BODIES)).capitalize()

    def letters(self) -> str:
        """Initials: "DKF", "FN-S", "B&W", "3K"."""
        rng = self._rng
        letters = "".join(rng.choices(_LETTERS, k=rng.choice([2, 2, 3, 3, 3, 4])))
        draw = rng.random()
        if draw < 0.06:
            return f"{letters[0]}&{letters[1]}"
        if draw < 0.12:
            return f"{rng.randint(2, 9)}{letters[0]}"
        if draw < 0.2:
            return letters.capitalize()
        return (
            f"{letters} {rng.choice(['Danmark', 'Nord', 'Fyn', 'International', 'Forsikring', 'Industri'])}"
            if draw < 0.3
            else letters
        )

    def world(self) -> str:
        """A foreign one: "Bristol Airlines", "Nowak Foundation"."""
        rng = self._rng
        head = rng.choice(
            [
                rng.choice(self._cities),
                self._people.last(),
                self._people.last(),
                f"{self._people.last()} & {self._people.last()}",
            ]
        )
        return f"{head} {rng.choice(_WORLD)}" if rng.random() < 0.8 else head
