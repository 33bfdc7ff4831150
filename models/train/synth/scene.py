"""The cast of one generated text: who and what its slots stand for."""

# ruff: noqa: E501, PLR2004  # one slot a line; shares stand where they are drawn

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from unicodedata import normalize

from models.train import sources
from models.train.firms import Firms
from models.train.houses import Houses
from models.train.people import People
from models.train.sample import UNKNOWN, Builder, Sample
from models.train.synth import places, pools

_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_BY_SURNAME = 0.08
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ł": "l", "ð": "d", "þ": "th"})


def _prose(data: Path, rng: Random) -> list[str]:
    """Plain sentences without a capital inside: nothing in them is a name."""
    manuals = sources.split_text(data, "business-software-docs-da")
    speeches = rng.sample(sources.split_text(data, "europarl-da-sample"), 20_000)
    lines = (line for line in manuals + speeches if 30 < len(line) < 240)
    return [line for line in lines if line[1:] == line[1:].lower() and line[0].isalpha()]


class World:
    """What all texts share: names, firms, towns, streets."""

    def __init__(
        self, rng: Random, data: Path, everyday: frozenset[str], is_name: Callable[[str], bool]
    ) -> None:
        self.rng = rng
        self.towns = [town for town in sources.towns() if town.isalpha()]
        self.streets = sources.streets(data)
        self.prose = _prose(data, rng)
        self.words = sorted(
            {
                word
                for line in self.prose
                for word in line.split()
                if word.isalpha() and word.islower() and len(word) > 3
            }
        )
        self.people = People(rng, data, everyday)
        self.nouns = sources.nouns()
        self.cities = sources.world_cities()
        self.danish = [word for word in sources.everyday("da", 20_000) if not is_name(word)]
        self.english = [word for word in sources.everyday("en", 9_000) if not is_name(word)]
        self.firms = Firms(rng, self.people, self.towns, self.nouns)
        self.houses = Houses(rng, self.people, self.towns, self.cities, self.nouns)


class Scene:
    """Fills templates: ``{per1}`` is the same person each time, ``{per}`` a new one."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rng = world.rng
        self._full: dict[str, str] = {}
        self._firm: dict[str, str] = {}
        self._house: dict[str, str] = {}

    def fill(self, template: str) -> Sample:
        """The text of ``template`` with its slots filled."""
        builder, end = Builder(), 0
        for match in _SLOT.finditer(template):
            builder.add(template[end : match.start()])
            self._slot(builder, match[1], match[2])
            end = match.end()
        builder.add(template[end:])
        return builder.sample()

    def person(self, number: str) -> str:
        """The full name of person ``number``."""
        if not number:
            return self.world.people.full()
        return self._full.setdefault(number, self.world.people.full())

    def firm(self, number: str) -> str:
        """The name of firm ``number``."""
        if not number:
            return self.world.firms.name()
        return self._firm.setdefault(number, self.world.firms.name())

    def house(self, kind: str, number: str) -> str:
        """The name of organization ``number`` of a kind: "any", "media", "club", "letters"."""
        draw = getattr(self.world.houses, kind)
        return self._house.setdefault(kind + number, draw()) if number else draw()

    def _slot(self, builder: Builder, name: str, number: str) -> None:
        if name == "address":
            self._address(builder)
        elif name in _LABELLED:
            builder.add(_LABELLED[name][1](self, number), _LABELLED[name][0])
        elif name in _PLAIN:
            builder.add(_PLAIN[name](self, number))
        else:
            builder.add(self.rng.choice(pools.POOLS[name]), pools.LABELS.get(name, ""))

    def _address(self, builder: Builder) -> None:
        rng = self.rng
        builder.add(rng.choice(self.world.streets), "LOC")
        builder.add(f" {rng.randint(1, 240)}{rng.choice(['', '', '', 'A', 'B'])}")
        builder.add(rng.choice(["", "", ", 2. tv.", ", st.", ", 1. th", " 3. mf"]))
        builder.add(f"{rng.choice([', ', ', ', ' ', chr(10)])}{rng.randint(1000, 9990)} ")
        builder.add(rng.choice(self.world.towns), "LOC")

    def first(self, number: str) -> str:
        """The first name of person ``number``; now and then, as some are called, the surname."""
        if self.rng.random() < _BY_SURNAME:
            return self.last(number)
        return self.person(number).split()[0] if number else self.world.people.first()

    def stranger(self) -> str:
        """The full name of somebody with a name on no list."""
        with self.world.people.strangers(1):
            return self.world.people.full()

    def last(self, number: str) -> str:
        """The surname of person ``number``."""
        return self.person(number).split()[-1] if number else self.world.people.last()

    def short_firm(self, number: str) -> str:
        """The firm without its legal form."""
        return re.sub(
            r" (?:[A-ZI]/S|ApS|aps|a/s|APS|IVS|GmbH|AB|AS|Ltd\.?|Oy|Inc\.|LLC|B\.V\.)$",
            "",
            self.firm(number),
        )

    def mail(self, number: str) -> str:
        """An e-mail address of person ``number``."""
        user = ascii_name(
            self.rng.choice(
                [
                    self.first(number),
                    self.person(number).replace(" ", "."),
                    self.first(number)[:2] + self.last(number)[:1],
                ]
            )
        )
        return f"{user}@{self.site(self.rng.choice('12'))}"

    def site(self, number: str) -> str:
        """A web domain of firm ``number``."""
        return ascii_name(self.short_firm(number))[:22].strip("-.") + self.rng.choice(
            [".dk", ".dk", ".com", ".eu"]
        )

    def handle(self, number: str) -> str:
        """A user name on the net, with @."""
        first, last = ascii_name(self.first(number)), ascii_name(self.last(number))
        shapes = [first + last, first.title() + last.title(), f"{first}_{last}", first[:1] + last, first[:1].upper() + last.title(),
                  last + first[:1], first + str(self.rng.randint(1, 99)), f"{first}{last[:1]}", last, f"{last}_{self.rng.choice('svrkab')}",
                  "".join(self.rng.choices("ABDEFKLMPST", k=self.rng.randint(1, 3))) + self.rng.choice([last, last.title()]),
                  f"real{first.title()}{last.title()}", last.title() + self.rng.choice(["dk", "DK", "EL", "MF", "Official"])]  # fmt: skip
        return "@" + self.rng.choice(shapes).replace("-", "")

    def nick(self) -> str:
        """A name people give themselves in a forum."""
        rng, first = self.rng, ascii_name(self.world.people.first())
        word = ascii_name(rng.choice(self.world.words))[:8]
        return rng.choice([
            f"x-{first}-x", f"{first}{rng.randint(1, 99)}", f"{word}{first}", f"{first}_{word}", f"{first.title()}{word.title()}", f"Little{first.title()}",
            f"xx{first}xx", f"{first}h", f"{word.title()}{rng.choice(['girl', 'boy', 'pigen', 'manden', 'cool'])}", f"{first}spige", f"Mrs{first.title()}",
            f"{first}s{word}", f"xx{first}s", f"{first}X{ascii_name(self.world.people.first())}", f"{word}{first}s{word[:3]}", f"X-{word.title()}{first[:2].title()}-X", f"lx{first.title()}xl",
        ])  # fmt: skip

    def slang(self) -> str:
        """What the young write: "OMG", "laaaang", "xD", "hihi"."""
        rng = self.rng
        word = rng.choice(self.world.danish)
        at = rng.randrange(len(word))
        drawn = [
            rng.choice(pools.POOLS["slang"]),
            word[:at] + word[at] * rng.randint(3, 6) + word[at + 1 :],
            word + "?" * rng.randint(1, 4),
        ]
        found = rng.choice(drawn)
        return rng.choice([found, found, found.upper(), found.capitalize()])

    def hashtag(self) -> str:
        """What stands behind a #: "dkpol", "sundtBarn2"."""
        rng = self.rng
        parts = rng.choices(self.world.nouns, k=rng.randint(1, 2))
        return (
            rng.choice(["dk", "", ""])
            + parts[0]
            + "".join(rng.choice([part, part.capitalize()]) for part in parts[1:])
            + rng.choice(["", "", "", "dk", "2", "16"])
        )

    def compound(self) -> str:
        """A long word of offices: "timeregistrering", "lejeaftalen", "sagsnr."."""
        rng, world = self.rng, self.world
        first = rng.choice(rng.choice([world.nouns, world.nouns, world.danish]))
        word = first + rng.choice(["", "s", "s", "e", ""]) + rng.choice(pools.POOLS["office"])
        return word if rng.random() < 0.8 else rng.choice(world.nouns) + word

    def acronym(self) -> str:
        """Letters that are no firm: "IBAN", "KPI'er", "ISSN"."""
        if self.rng.random() < 0.7:
            return self.rng.choice(pools.POOLS["acronym"])
        return "".join(self.rng.choices("ABCDEFGHIKLMNOPRSTUV", k=self.rng.randint(2, 5)))

    def phrase(self) -> str:
        """One to four words in a row of plain text, in lower case."""
        words = self.rng.choice(self.world.prose).rstrip(".:!?").split()
        at = self.rng.randrange(len(words))
        return " ".join(words[at : at + self.rng.randint(1, 4)]).strip(',;:()."').lower() or "note"

    def english(self) -> str:
        """One to three English words."""
        return " ".join(self.rng.choices(pools.POOLS["english"], k=self.rng.randint(1, 3)))

    def identifier(self) -> str:
        """A name of a field, a function or a setting."""
        words = self.rng.choices(
            pools.POOLS["english"] + tuple(self.rng.choices(self.world.words, k=20)),
            k=self.rng.randint(1, 3),
        )
        style = self.rng.randrange(4)
        if style == 0:
            return "".join(word.capitalize() for word in words)
        if style == 1:
            return words[0] + "".join(word.capitalize() for word in words[1:])
        return (
            ("_" if style == 2 else "-").join(words).upper()
            if self.rng.random() < 0.2
            else "_".join(words)
        )

    def digits(self, pattern: str) -> str:
        """``pattern`` with each # replaced by a digit."""
        return re.sub("#", lambda _: str(self.rng.randrange(10)), pattern)


def ascii_name(name: str) -> str:
    """``name`` as it stands in addresses on the net."""
    low = normalize("NFKD", name.lower().translate(_ASCII)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9.]+", "-", low).strip("-")


def _genitive(name: str) -> str:
    return name + ("'" if name.endswith(("s", "x", "z")) else "s")


_LABELLED: dict[str, tuple[str, Callable[[Scene, str], str]]] = {
    "per": ("PER", Scene.person),
    "first": ("PER", Scene.first),
    "last": ("PER", Scene.last),
    "firsts": ("PER", lambda scene, number: _genitive(scene.first(number))),
    "pers": ("PER", lambda scene, number: _genitive(scene.person(number))),
    "finit": ("PER", lambda scene, number: f"{scene.first(number)} {scene.last(number)[0]}."),
    "initl": ("PER", lambda scene, number: f"{scene.first(number)[0]}. {scene.last(number)}"),
    "lastfirst": ("PER", lambda scene, number: f"{scene.last(number)}, {scene.first(number)}"),
    "org": ("ORG", Scene.firm),
    "orgs": ("ORG", lambda scene, number: _genitive(scene.short_firm(number))),
    "bare": ("ORG", Scene.short_firm),
    "finitx": ("PER", lambda scene, number: f"{scene.first(number)} {scene.last(number)[0]}"),
    "wcity": ("LOC", lambda scene, _: scene.rng.choice(scene.world.cities)),
    "uni": (
        UNKNOWN,
        lambda scene, _: scene.rng.choice(
            [
                "University of {}",
                "{} University",
                "{} Universitet",
                "{} Polytechnic",
                "{} Business School",
            ]
        ).format(scene.rng.choice(scene.world.cities)),
    ),
    "handle": ("PER", lambda scene, number: scene.handle(number)),
    "nick": ("PER", lambda scene, _: scene.nick()),
    "orghandle": (
        "ORG",
        lambda scene, number: (
            "@"
            + re.sub(r"[^A-Za-z0-9]", "", ascii_name(scene.short_firm(number)).title())[:15]
            + scene.rng.choice(["", "", "dk", "_dk"])
        ),
    ),
    "house": ("ORG", lambda scene, number: scene.house("private", number)),
    "houses": ("ORG", lambda scene, number: _genitive(scene.house("private", number))),
    "media": ("ORG", lambda scene, number: scene.house("media", number)),
    "club": ("ORG", lambda scene, number: scene.house("club", number)),
    "letters": ("ORG", lambda scene, number: scene.house("letters", number)),
    "publicbody": (UNKNOWN, lambda scene, number: scene.house("body", number)),
    "town": ("LOC", lambda scene, _: scene.rng.choice(scene.world.towns)),
    "place": ("LOC", lambda scene, _: places.place(scene.rng, scene.world.towns)),
    "publichouse": (
        UNKNOWN,
        lambda scene, _: places.public_house(scene.rng, scene.world.towns),
    ),
    "street": ("LOC", lambda scene, _: scene.rng.choice(scene.world.streets)),
    "unknownorg": (UNKNOWN, lambda scene, _: scene.world.firms.bare()),
}
_PLAIN: dict[str, Callable[[Scene, str], str]] = {
    "mail": Scene.mail,
    "site": Scene.site,
    "phone": lambda scene, _: scene.digits(scene.rng.choice(["## ## ## ##", "########", "+45 ## ## ## ##", "+45########", "#### ####", "##-##-##-##", "+45 ####-####"])),
    "cvr": lambda scene, _: scene.digits(scene.rng.choice(["########", "########", "DK########", "## ## ## ##"])),
    "cpr": lambda scene, _: f"{scene.rng.randint(1, 28):02}{scene.rng.randint(1, 12):02}{scene.digits(scene.rng.choice(['##-####', '######', '## ####']))}",
    "num": lambda scene, _: scene.digits(scene.rng.choice(["#", "##", "###", "1#", "2#"])),
    "id": lambda scene, _: scene.digits(scene.rng.choice(["K-######", "2026-#####", "##/#####", "D-#####", "A######", "SAG-2026-####", "KND####", "#######", "INV-####", "PO ######"])),
    "amount": lambda scene, _: scene.digits(scene.rng.choice(["#.### kr.", "###.### kr.", "kr. ##.###,-", "DKK ###.###", "1,# mio. kr.", "## t.kr.", "#.###,## kr", "### EUR", "##.000", "###000"])),
    "date": lambda scene, _: scene.rng.choice([
        f"{scene.rng.randint(1, 31)}. {scene.rng.choice(pools.MONTHS)} 20{scene.rng.randint(19, 27)}",
        f"{scene.rng.randint(1, 28):02}-{scene.rng.randint(1, 12):02}-2026", f"{scene.rng.randint(1, 31)}/{scene.rng.randint(1, 12)}",
        f"2026-{scene.rng.randint(1, 12):02}-{scene.rng.randint(1, 28):02}", f"d. {scene.rng.randint(1, 31)}. {scene.rng.choice(pools.MONTHS)}",
        f"{scene.rng.randint(1, 28):02}.{scene.rng.randint(1, 12):02}.26"]),
    "time": lambda scene, _: f"{scene.rng.randint(7, 20)}{scene.rng.choice(':.')}{scene.rng.choice(['00', '15', '30', '45'])}",
    "iban": lambda scene, _: scene.digits("DK## #### #### #### ##"),
    "zip": lambda scene, _: str(scene.rng.randint(1000, 9990)),
    "shout": lambda scene, _: " ".join(scene.rng.choices(scene.world.danish, k=scene.rng.choice([1, 1, 2]))).upper(),
    "slang": lambda scene, _: scene.slang(),
    "tag": lambda scene, _: scene.hashtag(),
    "letter": lambda scene, _: scene.rng.choice("abcdxyz"),
    "nouns": lambda scene, _: scene.rng.choice(scene.world.nouns),
    "cnouns": lambda scene, _: scene.rng.choice(scene.world.nouns).capitalize(),
    "da": lambda scene, _: " ".join(scene.rng.choices(scene.world.danish, k=scene.rng.randint(1, 7))),
    "cda": lambda scene, _: " ".join(scene.rng.choices(scene.world.danish, k=scene.rng.randint(1, 4))).capitalize(),
    "en": lambda scene, _: " ".join(scene.rng.choices(scene.world.english, k=scene.rng.randint(1, 7))),
    "cen": lambda scene, _: " ".join(scene.rng.choices(scene.world.english, k=scene.rng.randint(1, 4))).capitalize(),
    "ten": lambda scene, _: " ".join(scene.rng.choices(scene.world.english, k=scene.rng.randint(1, 3))).title(),
    "compound": lambda scene, _: scene.compound(),
    "ccompound": lambda scene, _: scene.compound().capitalize(),
    "acr": lambda scene, _: scene.acronym(),
    "prose": lambda scene, _: scene.rng.choice(scene.world.prose),
    "word": lambda scene, _: scene.rng.choice(scene.world.words),
    "cword": lambda scene, _: scene.rng.choice(scene.world.words).capitalize(),
    "phrase": lambda scene, _: scene.phrase(),
    "cphrase": lambda scene, _: scene.phrase().capitalize(),
    "tphrase": lambda scene, _: scene.phrase().title(),
    "english": lambda scene, _: scene.english(),
    "tenglish": lambda scene, _: scene.english().title(),
    "ident": lambda scene, _: scene.identifier(),
    "secret": lambda scene, _: "".join(scene.rng.choices("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789+/_-#!", k=scene.rng.randint(9, 40))),
    "hex": lambda scene, _: f"{scene.rng.getrandbits(4 * 32):032x}"[: scene.rng.choice([7, 12, 32])],
    "uuid": lambda scene, _: f"{scene.rng.getrandbits(32):08x}-{scene.rng.getrandbits(16):04x}",
}  # fmt: skip
