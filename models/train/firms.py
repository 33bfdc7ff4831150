"""Invented firms: with and without a legal form, brand-like words, trades, persons' names in them."""

# ruff: noqa: E501, PLR2004, SIM905  # word lists are read as text; shares stand where they are drawn

from __future__ import annotations

from random import Random

from models.train import firm_words as words
from models.train.people import People


class Firms:
    """Draws firms' names."""

    def __init__(self, rng: Random, people: People, towns: list[str], nouns: list[str]) -> None:
        self._rng = rng
        self._people = people
        self._towns = towns
        self._nouns = nouns  # everyday nouns, so that no list of brand words is learned by heart

    def _head(self) -> str:
        return (
            self._rng.choice(words.HEADS)
            if self._rng.random() < 0.4
            else self._rng.choice(self._nouns)
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
            return self._rng.choice(words.LONG_FORMS).replace("_", " ")
        return self._rng.choice(words.FORMS)

    def bare(self) -> str:
        """A firm's name without a legal form."""
        return self._base()

    def formal(self) -> str:
        """A firm's name with a legal form."""
        return f"{self._base()} {self._rng.choice(words.FORMS)}"

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
            (self._keeper, 6), (self._nicknamed, 3), (self._best, 3), (self._quality, 4), (self._corner, 3),
        )  # fmt: skip
        draw = self._rng.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]
        return draw()

    def _compound(self) -> str:
        tail = self._rng.choice(words.TAILS) if self._rng.random() < 0.6 else self._head()
        word = self._head() + tail if self._rng.random() < 0.93 else self._head()
        return _camel(self._rng, word)

    def _coined(self) -> str:
        middle = self._rng.choice(["", "", "", *(_START.lower() for _START in words.STARTS)])
        word = self._rng.choice(words.STARTS) + middle + self._rng.choice(words.ENDS)
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
        trade = self._rng.choice(words.TRADES) if self._rng.random() < 0.6 else self._noun()
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
            f"{first}s {rng.choice(words.TAILS).capitalize()}", f"{last} & Co.", f"{last}s Eftf.",
            f"{rng.choice(words.TYPES)} {first}", f"{rng.choice(words.TYPES)} {last}", f"{last}gruppen",
            f"Brdr. {last}", f"{last} Brothers", f"{first} & {people.first()}",
            f"{last}, {other} & Partnere", f"{first} & Co", f"{first} & Co {self._trade()}", f"{last}+{other} {self._trade()}", f"{last}+Co",
            f"{last} & {other} {self._trade()}", f"{last} {rng.choice(words.ENGLISH_TAILS)}", f"{first} {rng.choice(words.ENGLISH_TAILS)}", f"{self._trade()}firmaet {last}".capitalize(),
        ])  # fmt: skip

    def _english(self) -> str:
        head = (
            self._rng.choice(words.ENGLISH)
            if self._rng.random() < 0.6
            else self._unheard().capitalize()
        )
        return f"{head} {self._rng.choice(words.ENGLISH_TAILS)}"

    def _typed(self) -> str:
        head = self._rng.choice([self._compound, self._coined, self._pair])()
        kind = self._rng.choice(words.TYPES)
        return (
            f"{kind} {head}"
            if self._rng.random() < 0.8
            else f"{kind} {self._rng.choice(self._towns)}"
        )

    def _town(self) -> str:
        town = self._rng.choice([*self._towns, *words.REGIONS])
        return f"{town}{self._rng.choice(['', '', 's', ' '])} {self._trade()}".replace("  ", " ")

    def _club(self) -> str:
        return f"{self._rng.choice(self._towns)} {self._rng.choice(words.CLUBS)}"

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
                *words.CAUSES,
                self._rng.choice(words.PLURALS).capitalize(),
                f"{self._noun()} {self._rng.choice(['og', 'for', 'til', 'uden', 'i', 'med'])} {self._noun()}".capitalize(),
                self._rng.choice(words.SLOGANS),
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
        return f"{self._rng.choice(words.OF)} {cause}{where}"

    def _definite(self) -> str:
        tail = self._rng.choice(words.DEFINITE)
        word = self._head() + tail if self._rng.random() < 0.96 else tail
        return word.capitalize()

    def _placed(self) -> str:
        where = self._rng.choice(["på", "i", "ved", "under", "over", "bag", "hos"])
        place = self._rng.choice(
            [
                self._noun().capitalize(),
                self._rng.choice(words.DEFINITE).capitalize(),
                self._rng.choice(self._towns),
            ]
        )
        head = (
            self._rng.choice([self._definite, self._compound])()
            if self._rng.random() < 0.6
            else self._rng.choice(words.TYPES)
        )
        return f"{head} {where} {place}"

    def _whose(self) -> str:
        if self._rng.random() < 0.4:
            noun = self._head()
            many = noun + ("r" if noun.endswith("e") else "er")
            return f"{self._rng.choice(['De', 'Vore', 'Mine'])} {self._rng.choice(words.NUMBERS)} {many.capitalize()}"
        thing = self._rng.choice([*words.TAILS, self._noun(), self._noun()])
        return f"{self._rng.choice(words.WHOSE)} {thing.capitalize()}"

    def _hyphened(self) -> str:
        first, second = self._head().capitalize(), self._head()
        second = second.capitalize() if self._rng.random() < 0.5 else second
        return f"{first}-{second}" + (f" {self._trade()}" if self._rng.random() < 0.6 else "")

    def _plural(self) -> str:
        word = self._rng.choice(words.PLURALS).capitalize()
        place = self._rng.choice(["", "", "", f" i {self._rng.choice(self._towns)}"])
        return word + place

    def _slogan(self) -> str:
        slogan = self._rng.choice(
            [
                *words.SLOGANS,
                f"{self._noun()} {self._rng.choice(['til', 'med', 'og', 'for', 'i', 'på'])} {self._noun()}".capitalize(),
            ]
            if self._rng.random() < 0.7
            else [self._noun().capitalize()]
        )
        return slogan if self._rng.random() < 0.7 else slogan.capitalize()

    def _foreign(self) -> str:
        trades, forms = self._rng.choice(words.FOREIGN)
        head = self._rng.choice([self._people.last, self._people.last, self._coined])()
        return f"{head} {self._rng.choice(trades)} {self._rng.choice(forms)}".strip()

    def _numbered(self) -> str:
        head = self._rng.choice([self._people.last, self._compound])()
        kind = self._rng.choice(["Holding", "Invest", "Ejendomme", "Ejendomsselskab", "Group", ""])
        return " ".join(
            f"{head} {kind} {self._rng.choice([2010, 2014, 2018, 2021, 2023, 'af 2019', 'II', '1'])}".split()
        )

    def _keeper(self) -> str:
        """By who keeps it: "Teltmanden", "Bageren på Torvet", "Smeden i Vrå"."""
        keeper = self._rng.choice(words.KEEPERS)
        if self._rng.random() < 0.5:
            where = f"i {self._rng.choice(self._towns)}"
            if self._rng.random() < 0.5:
                where = f"på {self._rng.choice(words.CORNERS)}"
            return f"{keeper.capitalize()} {where}"
        return (self._noun() + keeper if self._rng.random() < 0.85 else keeper).capitalize()

    def _nicknamed(self) -> str:
        """By a first name: "Cykel-Carlo", "Hos Ingrid"."""
        first = self._people.first()
        if self._rng.random() < 0.6:
            return f"{self._head().capitalize()}-{first}"
        return f"{self._rng.choice(['Hos', 'Hos', 'Chez', 'Mormor', 'Tante', 'Onkel', 'Madam'])} {first}"

    def _best(self) -> str:
        """Whose best: "Bazarens Bedste"."""
        whose = self._rng.choice([*words.CORNERS, *self._towns, self._noun().capitalize() + "en"])
        end = self._rng.choice(["Bedste", "Perle", "Fineste", "Favorit", "Eget", "Egne", "Glæde"])
        return f"{whose}{'' if whose.endswith('s') else 's'} {end}"

    def _quality(self) -> str:
        """An everyday word and a thing: "Kold Kaffe", "Hurtig bud"."""
        noun = self._noun()
        noun = noun.capitalize() if self._rng.random() < 0.6 else noun
        return f"{self._rng.choice(words.QUALITIES).capitalize()} {noun}"

    def _corner(self) -> str:
        """A thing and a direction or another thing: "Espresso Nord", "Loop Harbour"."""
        if self._rng.random() < 0.5:
            return f"{self._rng.choice(words.ENGLISH)} {self._rng.choice(words.ENGLISH)}"
        end = self._rng.choice(
            ["Nord", "Syd", "Øst", "Vest", "Nu", "Plus", "City", "24", "Danmark"]
        )
        return f"{self._head().capitalize()} {end}"

    def _two_words(self) -> str:
        adjective = self._rng.choice(
            """Den_Gamle Det_Grønne Den_Lille De_Fem Tre Syv Det_Blå Den_Skæve
            Nordisk Dansk Jysk Fynsk Bornholmsk Lokal Vild Grøn Rød Ny Klar Ren""".split()
        )
        noun = (
            self._head() if self._rng.random() < 0.7 else self._rng.choice(words.TAILS)
        ).capitalize()
        return f"{adjective.replace('_', ' ')} {noun}"


def _camel(rng: Random, word: str) -> str:
    if rng.random() < 0.06 and len(word) > 6:
        return word[:4].capitalize() + word[4:].capitalize()
    return word.upper() if rng.random() < 0.03 else word[:1].upper() + word[1:]
