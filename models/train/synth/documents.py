"""Whole generated texts, by genre: prompts, mails, minutes, chat, tables, code-like lines."""

# ruff: noqa: E501, PLR2004  # a genre's templates are one line each; shares stand where they are drawn

from __future__ import annotations

from collections.abc import Callable
from random import Random

from models.train.sample import Sample, join
from models.train.synth import forms, pools
from models.train.synth.firm_lines import CODE_ONLY, ENGLISH, FIRM
from models.train.synth.news_lines import NEWS, WEB_POSTS
from models.train.synth.person_lines import BOTH, PERSON
from models.train.synth.plain_lines import NEITHER
from models.train.synth.scene import Scene, World

_STRANGE, _STRANGERS = 0.08, 0.7  # share of texts with names nobody has heard, and of such names


class Writer:
    """Writes random texts."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng: Random = world.rng
        self._kinds: tuple[tuple[Callable[[], Sample], float], ...] = (
            (self.prompt, 22), (self.mail, 18), (self.minutes, 9), (self.chat, 14), (self.table, 13),
            (self.form, 8), (self.code, 8), (self.clean, 16), (self.lines, 12), (self.contract, 4), (self.post, 12), (self.news, 14),
        )  # fmt: skip

    def text(self) -> Sample:
        """A text of any genre."""
        kinds, weights = zip(*self._kinds, strict=True)
        kind: Callable[[], Sample] = self._rng.choices(kinds, weights)[0]
        if self._rng.random() >= _STRANGE:
            return kind()
        with self._world.people.strangers(_STRANGERS):
            sample = kind()
        return _lower(sample) if self._rng.random() < 0.6 else sample

    def _sentences(self, scene: Scene, count: int, named: float = 0.7) -> list[Sample]:
        rng = self._rng
        drawn = []
        for _ in range(count):
            pool = NEITHER
            if rng.random() < named:
                pool = rng.choices((PERSON, FIRM, BOTH, ENGLISH), (34, 34, 18, 7))[0]
            drawn.append(scene.fill(rng.choice(pool)))
        return drawn

    def lines(self) -> Sample:
        """A few sentences."""
        scene = Scene(self._world)
        count = self._rng.randint(1, 4)
        return join(self._sentences(scene, count, 0.8), self._rng.choice([" ", " ", "\n", "\n\n"]))

    def prompt(self) -> Sample:
        """A task for the assistant, with or without material."""
        rng, scene = self._rng, Scene(self._world)
        parts = [scene.fill(rng.choice(forms.ASKS))]
        if rng.random() < 0.6:
            parts.append(join(self._sentences(scene, rng.randint(1, 4)), " "))
        if rng.random() < 0.25:
            parts.insert(0, scene.fill(rng.choice(NEITHER)))
        whole = join(parts, rng.choice([" ", "\n", "\n\n", ": "]))
        return _sloppy(whole) if rng.random() < 0.3 else whole

    def mail(self) -> Sample:
        """A mail or letter."""
        rng, scene = self._rng, Scene(self._world)
        parts = [
            scene.fill(rng.choice(forms.GREETINGS)),
            join(self._sentences(scene, rng.randint(1, 5)), rng.choice([" ", " ", "\n"])),
        ]
        if rng.random() < 0.25:
            parts.insert(
                0,
                join(
                    [scene.fill(rng.choice(forms.FIELDS)) for _ in range(rng.randint(1, 4))], "\n"
                ),
            )
        parts.append(scene.fill(rng.choice(forms.PARTINGS)))
        return join(parts, rng.choice(["\n\n", "\n\n", "\n", " "]))

    def minutes(self) -> Sample:
        """Minutes or notes."""
        rng, scene = self._rng, Scene(self._world)
        head = (
            "Referat af møde {date}",
            "REFERAT",
            "Mødenoter - {bare1}",
            "Notat: {topic}",
            "Bestyrelsesmøde i {org1}",
            "Besøgsnotat, {org1}, {date}",
            "Noter fra opkald med {first1}",
        )
        here = (
            "Deltagere: {per1}, {per2}, {per3} ({role})",
            "Til stede: {first1}, {first2}, {first3}",
            "Mødedeltagere:\n- {per1}, {bare1}\n- {per2}, {bare2}",
            "Tilstede:\n{per1} ({initl1})\n{per2}",
            "Fremmødte: {per1} (formand), {per2} (referent)",
        )
        parts = [scene.fill(rng.choice(head)), scene.fill(rng.choice(here))]
        for number in range(1, rng.randint(2, 5)):
            title = rng.choice(pools.POOLS["heading"])
            parts.append(Sample(f"{number}. {title}" if rng.random() < 0.7 else title))
            parts.append(join(self._sentences(scene, rng.randint(1, 3), 0.6), " "))
        return join(parts, "\n")

    def chat(self) -> Sample:
        """A chat or a transcript, mostly in lower case."""
        rng, scene = self._rng, Scene(self._world)
        turns = []
        style = rng.choice(forms.SPEAKERS)
        for _ in range(rng.randint(1, 6)):
            said = rng.choice(forms.CHAT) if rng.random() < 0.75 else rng.choice(PERSON + FIRM)
            if rng.random() < 0.6:
                said = (
                    style.replace("{x}", said)
                    .replace("{first}", rng.choice(["{first6}", "{first7}"]))
                    .replace("{per}", rng.choice(["{per6}", "{per7}"]))
                )
            turn = scene.fill(said)
            turns.append(_lower(turn) if rng.random() < 0.5 else turn)
            if rng.random() < 0.3:
                turns.append(
                    scene.fill(
                        rng.choice(
                            ["{phrase}", "{phrase} {abbr}", "{word}?", "{short}", "{phrase} {num}"]
                        )
                    )
                )
        return join(turns, "\n")

    def post(self) -> Sample:
        """Posts on the net."""
        rng, scene = self._rng, Scene(self._world)
        pool = forms.POSTS if rng.random() < 0.4 else WEB_POSTS
        posts = [scene.fill(rng.choice(pool)) for _ in range(rng.randint(1, 4))]
        return join(
            [_lower(post) if rng.random() < 0.2 else post for post in posts],
            rng.choice(["\n", " "]),
        )

    def news(self) -> Sample:
        """A few sentences as papers write them."""
        rng, scene = self._rng, Scene(self._world)
        lines = [scene.fill(rng.choice(NEWS)) for _ in range(rng.randint(1, 3))]
        return join(lines, rng.choice([" ", " ", "\n"]))

    def table(self) -> Sample:
        """A table: bars, tabs, semicolons, commas or columns of blanks."""
        rng, scene = self._rng, Scene(self._world)
        columns = rng.sample(sorted(forms.CELLS), rng.randint(2, 5))
        if rng.random() < 0.4:
            columns.insert(
                rng.randrange(3), scene.fill(rng.choice(["{cword}", "{cphrase}", "{ident}"])).text
            )
        between = rng.choice([";", ";", "\t", " | ", "|", ",", "   "])
        edge = ("| ", " |") if between == " | " and rng.random() < 0.7 else ("", "")
        aligned = between == "   "
        rows = [Sample(edge[0] + between.join(columns) + edge[1])] if rng.random() < 0.8 else []
        if edge[0] and rows:
            rows.append(Sample("|" + "---|" * len(columns)))
        for _ in range(rng.randint(1, 6)):
            cells = [self._cell(scene, column) for column in columns]
            if aligned:
                cells = [cell._replace(text=cell.text.ljust(24)) for cell in cells]
            rows.append(join([Sample(edge[0]), join(cells, between), Sample(edge[1])], ""))
        whole = join(rows, "\n")
        return join([self._sentences(scene, 1)[0], whole], "\n\n") if rng.random() < 0.3 else whole

    def _cell(self, scene: Scene, column: str) -> Sample:
        shapes = forms.CELLS.get(column, ("{phrase}", "{cphrase}", "{num}", "{cword}", "{amount}"))
        return scene.fill(self._rng.choice(shapes)) if self._rng.random() < 0.96 else Sample("")

    def form(self) -> Sample:
        """Labelled fields."""
        rng, scene = self._rng, Scene(self._world)
        fields = [
            *rng.sample(forms.FIELDS, rng.randint(2, 7)),
            *rng.choices(forms.PLAIN_FIELDS, k=rng.randint(0, 3)),
        ]
        rng.shuffle(fields)
        return join(
            [scene.fill(field) for field in fields], rng.choice(["\n", "\n", "\n", ", ", "  "])
        )

    def code(self) -> Sample:
        """Lines of data, code and logs."""
        rng, scene = self._rng, Scene(self._world)
        lines = [
            rng.choice(forms.CODE if rng.random() < 0.5 else CODE_ONLY)
            for _ in range(rng.randint(1, 6))
        ]
        return join([scene.fill(line) for line in lines], "\n")

    def clean(self) -> Sample:
        """A text without person or firm."""
        rng, scene = self._rng, Scene(self._world)
        pool = CODE_ONLY if rng.random() < 0.2 else NEITHER
        whole = join(
            [scene.fill(rng.choice(pool)) for _ in range(rng.randint(1, 6))],
            rng.choice([" ", "\n", "\n"]),
        )
        return _sloppy(whole) if rng.random() < 0.15 else whole

    def contract(self) -> Sample:
        """The head and the end of a contract."""
        rng, scene = self._rng, Scene(self._world)
        head = rng.choice(
            (
                "SAMARBEJDSAFTALE",
                "Ejeraftale",
                "LEJEKONTRAKT",
                "Ansættelseskontrakt",
                "Fortrolighedsaftale",
                "Gældsbrev",
                "FULDMAGT",
            )
        )
        parties = (
            'mellem\n{org1}, CVR {cvr}, {address}\n(herefter "Leverandøren")\nog\n{org2}, {address} ("Kunden")',
            "Undertegnede {per1}, cpr. {cpr}, giver hermed {per2} fuldmagt til {topic}.",
            "Mellem {per1}, {address}, og {org1} er aftalt følgende:",
            "Långiver: {org1}\nLåntager: {per1}, {address}\nHovedstol: {amount}",
        )
        end = (
            "For {org1}:\n\n____________\n{per3}, {role}",
            "Dato: {date}\n{per3}\t{per4}",
            "{town}, den {date}\n\n{per1}",
            "Underskrevet af {per3} og {per4}",
            "Kunden: {per3}   Leverandøren: {per4}",
        )
        body = [
            scene.fill(f"§ {number} {rng.choice(NEITHER)}")
            for number in range(1, rng.randint(2, 5))
        ]
        return join(
            [Sample(head), scene.fill(rng.choice(parties)), *body, scene.fill(rng.choice(end))],
            "\n",
        )


def _lower(sample: Sample) -> Sample:
    low = sample.text.lower()
    return Sample(low, sample.labels) if len(low) == len(sample.text) else sample


def _sloppy(sample: Sample) -> Sample:
    """In lower case, without the last stop."""
    low = _lower(sample)
    ends = max((label.end for label in low.labels), default=0)
    return low if ends == len(low.text) else Sample(low.text.removesuffix("."), low.labels)
