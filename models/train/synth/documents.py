"""Whole generated texts, by genre: prompts, mails, minutes, chat, tables, code-like lines."""

# ruff: noqa: E501, PLR2004  # templates are one line each; shares stand where they are drawn

from __future__ import annotations

from collections.abc import Callable
from random import Random

from models.train.sample import Sample, join
from models.train.synth import pools
from models.train.synth.scene import Scene, World
from models.train.synth.sentences import BOTH, CODE_ONLY, ENGLISH, FIRM, NEITHER, PERSON

_ASKS = (
    "Skriv en {noun} til {per1} om {topic}.", "skriv en mail til {first1} om {topic}",
    "Lav et referat af mødet med {bare1}.", "Opsummer mailen fra {first1}:",
    "Kan du omskrive den her {noun} til {per1}?", "hvad skal jeg svare {first1}?",
    "Hjælp mig med en {noun} til {org1}", "Lav en {noun} for {bare1}, som sælger {thing}.",
    "Oversæt til {nation}:", "Ret stavefejl:", "Gør teksten kortere:", "Sæt det op i en tabel:",
    "lav en pitch for {bare1}", "Find fejl i listen:", "Hvad er vigtigst i det her?",
    "skriv et opslag til {tool} om {bare1}s nye {thing}", "kan du tjekke {topic} for {bare1}?",
    "Translate to English:", "Please summarise:", "Udkast til {noun}, modtager {per1}:",
    "Lav en tidsplan for {program}.", "Forklar {law} for {role}.", "tak, gør det {nation}",
    "Du er {role}. Svar på mailen herunder fra {first1}.", "Skriv et {nation} svar til {last1}:",
    "Analyser konkurrenterne til {bare1}", "Lav en {noun} ud fra følgende noter:",
    "Jeg skal holde møde med {per1} fra {bare1} {day}. Lav en dagsorden.",
    "Formulér et afslag til {per1}.", "Regn ud hvor meget {first1} skal have i løn.",
)  # fmt: skip
_GREETINGS = (
    "Hej {first1}", "Hej {first1},", "Kære {first1}", "Kære {first1},", "Hej {per1}", "Kære {per1}",
    "Hej {first1} og {first2}", "Kære {first1}, kære {first2}", "hej {first1}", "Hejsa {first1}!",
    "Godmorgen {first1}", "Hi {first1},", "Dear {first1},", "Dear {per1},", "Hej igen {first1}",
    "Kære hr. {last1}", "Kære fru {last1}", "Dear Mr {last1}", "Hej", "Hej alle", "Kære kunde",
    "Goddag", "Hej team", "Til {per1}", "Kære {bare1}", "Hej {first1} :-)", "Hallo {first1}",
    "{first1},", "Hej {first1}, {first2} og {first3}", "Kære kollegaer", "Dav {first1}", "Halløj {first1}",
)  # fmt: skip
_PARTINGS = (
    "Mvh\n{first4}", "Mvh {first4}", "Med venlig hilsen\n\n{per4}", "Med venlig hilsen\n{per4}\n{role}",
    "Venlig hilsen\n{per4}\n{role}, {bare4}\nTlf. {phone}", "Vh {first4}", "/{first4}", "- {first4}",
    "Bedste hilsner\n{first4}", "Kind regards\n{per4}\n{org4}\n{address}", "Best regards,\n{first4}",
    "Hilsen {first4}", "De bedste hilsner\n{per4}\n{org4}\nCVR {cvr}\n{mail4}", "KH {first4}",
    "Mange hilsner\n{first4} og {first5}", "På vegne af {org4}\n{per4}", "hilsen {first4}",
    "Med venlig hilsen\n{per4}, {role}", "Tak på forhånd\n{first4}", "", "", "Mvh", "vh\n{initl4}",
    "Venligst\n{org4}\nv/ {per4}", "Med venlig hilsen / Best regards\n{per4}\n{role}\n{org4}\n{phone}",
    "Knus {first4}", "God weekend\n{first4}", "Dbh. {first4}", "Cheers\n{first4}", "//{first4}",
    "Venlig hilsen\n{per4}\n{body}", "Mvh {finit4}", "Yours sincerely\n{per4}\nCEO, {bare4}",
)  # fmt: skip
_CHAT = (
    "har du snakket med {first1}?", "{first1} siger ja", "spørg {first1}", "det må {first1} tage sig af",
    "er {first1} syg igen?", "jeg skriver til {first1} om lidt", "hvem er {per1}?", "{first1} har den",
    "kan {first1} ikke bare gøre det", "{per1} fra {bare1} har lige ringet", "vi ses hos {bare1}",
    "{bare1} har stadig ikke betalt", "hvad koster det hos {bare1}", "{bare1} svarer ikke",
    "send den til {first1} og cc {first2}", "ok {first1}", "tak {first1}!", "{first1} er her ikke",
    "mødet er flyttet til kl {time}", "jeg er på {tool}", "har du {topic} klar?", "det er bare {topic}",
    "ring lige til {first1} på {phone}", "så tager {first1} og jeg til {city}", "hvor ligger {noun}en?",
    "{first1} skylder {amount}", "skal {first1} med til {bare1} {day}?", "lol", "god idé", "ses {day}",
    "{first1} var sur over {topic}", "er det {first1} eller {first2} der har bilen", "vi køber {thing} hos {bare1}",
    "jeg har mødt {first1} {last1} til {program}", "{first1}s mor ligger på hospitalet", "@{first1} kan du?",
    "{firsts1} kontrakt udløber i {month}", "husk {first1}s fødselsdag", "hvem tager mødet med {body}?",
)  # fmt: skip
_POSTS = (
    "{handle} {phrase}", "{handle} {handle} {phrase} {short}", "{prose} #{word}", "Tak til {handle} for {topic} #{word} #dkbiz", "RT {handle}: {prose}",
    "{orghandle} {phrase}?", "{per1} {phrase} #{word}", "{handle} har du set det her? https://t.co/{hex}", "Stort tillykke til {per1} og {orghandle} 🎉",
    "{first1} {phrase} !!!", "hej {nick} {phrase}", "{nick} {phrase}", "{nick}: {phrase}", "kh {nick}", "{phrase} {emoji}", "@{first1} {phrase}", "hvem er {nick}?",
    "{cphrase} #{word}", "Glade for at have {per1} ombord hos {bare1} #{word}", "{phrase} -{first1}", "{first1} {phrase} - {nick}", "{prose}", "Så er {bare1} i luften! #{word}",
    "Vi søger en {role} i {town} #job", "via {orghandle}", "{first1} & {first2} {emoji}", "jeg hedder {first1} {last1} og er {num} år", "{first1} er bare den bedste {emoji}",
)  # fmt: skip
_SPEAKERS = ("{first}: {x}", "{per}: {x}", "[{time}] {first}: {x}", "{first} {time}\n{x}", "<{first}> {x}",
             "{time} - {per}: {x}", "{initl}: {x}", "{role}: {x}", "{first} siger: {x}", "Kunde: {x}", "Mig: {x}")  # fmt: skip
_FIELDS = (
    "Navn: {per1}", "Navn: {lastfirst1}", "Fornavn: {first1}\nEfternavn: {last1}", "Firma: {org1}",
    "Virksomhed: {bare1}", "Kontakt: {per1}", "Kontaktperson: {first1} {last1}", "Kunde: {org1}",
    "CVR: {cvr}", "CPR: {cpr}", "Tlf: {phone}", "Mail: {mail1}", "Adresse: {address}", "Dato: {date}",
    "Emne: {topic}", "Beløb: {amount}", "Status: {status}", "Rådgiver: {per2}", "Ansvarlig: {first2}",
    "Til: {per1}", "Fra: {per2}", "Cc: {per3}; {per4}", "Til: {per1} <{mail1}>", "Fra: {per2} [mailto:{mail2}]",
    "From: {per2}\nSent: {date} {time}\nTo: {per1}\nSubject: {topic}", "Sagsbehandler: {per3}", "Stilling: {role}",
    "Arbejdsgiver: {org1}", "Ægtefælle: {per2}", "Leverandør: {bare2}", "Branche: {trade}", "By: {town}",
    "Produkt: {thing}", "System: {tool}", "Indehaver: {per1}", "Bestyrelse: {per1}, {per2}, {per3}", "Revisor: {org2}",
    "Vært: {first1}", "Deltagere: {first1}, {first2} og {first3}", "Lejer: {org1}", "Udlejer: {per1}", "Myndighed: {body}",
    "Journalnr.: {id}", "Underskrift: {per1}", "Navn på virksomhed: {bare1}", "Elev: {per2}", "Barn: {first3} {last1}",
)  # fmt: skip
_PLAIN_FIELDS = ("{cword}: {phrase}", "{cphrase}: {num}", "{cword}: {cphrase}", "{tenglish}: {english}", "{cword}: {date}",
                 "{ident}: {num}", "{cphrase}: {amount}", "{cphrase}", "{cword}: {id}", "{cword}: ja", "{cword}: [Din titel]")  # fmt: skip
_CODE = (
    '{"navn": "{per1}", "firma": "{org1}", "tlf": "{phone}"}', '{"id": {num}, "name": "{per1}", "status": "{status}"}',
    '{"company": {"name": "{org1}", "vat": "{cvr}"}, "contact": "{per1}"}', '"customer": "{bare1}",\n  "owner": "{per1}",',
    '{"fornavn":"{first1}","efternavn":"{last1}","by":"{town}"}', "<kunde><navn>{per1}</navn><by>{town}</by></kunde>",
    "<Company>{org1}</Company>", '<person fornavn="{first1}" efternavn="{last1}"/>', "<Contact id='{num}'>{per1}</Contact>",
    "INSERT INTO kunder (navn, firma) VALUES ('{per1}', '{org1}');", "SELECT * FROM kunder WHERE firma = '{bare1}';",
    "UPDATE contacts SET name='{per1}' WHERE id={num};", "INSERT INTO t VALUES ({num}, '{first1}', '{last1}', '{town}');",
    "{date} {time} INFO user={per1} action=login", "2026-11-0{num} {time} ERROR Customer '{org1}' not found",
    "{date} {time} WARN sync failed for {bare1} ({id})", "[INFO] Mail sendt til {per1} <{mail1}>",
    "BEGIN:VEVENT\nSUMMARY:Møde med {per1}\nORGANIZER;CN={per2}:mailto:{mail2}\nLOCATION:{town}\nEND:VEVENT",
    "ATTENDEE;CN={per1};ROLE=REQ-PARTICIPANT:mailto:{mail1}", "SUMMARY:{topic} - {bare1}\nDTSTART:20261124T090000Z",
    "BEGIN:VCARD\nFN:{per1}\nN:{last1};{first1};;;\nORG:{org1}\nTEL:{phone}\nEND:VCARD", "FN:{per1}\nORG:{bare1}",
    "navn={per1}&firma={bare1}", "kunde: {org1}\nkontakt:\n  navn: {per1}\n  rolle: {role}", "- name: {per1}\n  email: {mail1}",
    'customer_name = "{org1}"  # {per1}', "// TODO: spørg {first1} om {topic}", "git commit -m 'Ret {topic} for {bare1}'",
    "Author: {per1} <{mail1}>\nDate: {date}", "def hent_kunde(kundenr): return db.get(kundenr)", "const status = 'Afsluttet';",
    '{"type": "Faktura", "beloeb": {num}, "valuta": "DKK"}', "<Status>Afsluttet</Status>", "ALTER TABLE Kunder ADD COLUMN Navn TEXT;",
    "GET /api/v1/kunder?by={town} HTTP/1.1 200", "Traceback (most recent call last): KeyError: 'Navn'", "WHERE Efternavn LIKE '%sen'",
    "| {per1} | {bare1} | {phone} |", "{per1};{org1};{town};{phone}", "{per1}\t{org1}\t{town}", '"{lastfirst1}","{org1}",{amount}',
)  # fmt: skip
_CELLS = {
    "Navn": ("{per}", "{per}", "{lastfirst}", "{finit}"), "Fornavn": ("{first}",), "Efternavn": ("{last}",),
    "Kontakt": ("{per}", "{first}", "{initl}"), "Kontaktperson": ("{per}",), "Ansvarlig": ("{first}", "{per}"), "Rådgiver": ("{first}", "{per}"),
    "Firma": ("{org}", "{bare}"), "Virksomhed": ("{org}", "{bare}"), "Kunde": ("{org}", "{bare}", "{per}"), "Leverandør": ("{org}",),
    "Debitor": ("{org}", "{per}"), "By": ("{town}",), "Postnr.": ("{zip}",), "Telefon": ("{phone}",), "E-mail": ("{mail1}",), "CVR": ("{cvr}",),
    "Beløb": ("{amount}",), "Dato": ("{date}",), "Status": ("{status}",), "Branche": ("{trade}",), "Nr.": ("{num}",), "Kundenr.": ("{id}",),
    "Program": ("{program}",), "System": ("{tool}",), "Stilling": ("{role}",), "Produkt": ("{thing}",), "Land": ("{country}",), "Emne": ("{topic}",),
    "Employee": ("{per}",), "Company": ("{org}", "{bare}"), "Customer": ("{org}", "{per}"), "Deltager": ("{per}", "{first} {last}"),
}  # fmt: skip


class Writer:
    """Writes random texts."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng: Random = world.rng
        self._kinds: tuple[tuple[Callable[[], Sample], float], ...] = (
            (self.prompt, 22), (self.mail, 18), (self.minutes, 9), (self.chat, 14), (self.table, 13),
            (self.form, 8), (self.code, 8), (self.clean, 16), (self.lines, 12), (self.contract, 4), (self.post, 5),
        )  # fmt: skip

    def text(self) -> Sample:
        """A text of any genre."""
        kinds, weights = zip(*self._kinds, strict=True)
        return self._rng.choices(kinds, weights)[0]()

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
        parts = [scene.fill(rng.choice(_ASKS))]
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
            scene.fill(rng.choice(_GREETINGS)),
            join(self._sentences(scene, rng.randint(1, 5)), rng.choice([" ", " ", "\n"])),
        ]
        if rng.random() < 0.25:
            parts.insert(
                0, join([scene.fill(rng.choice(_FIELDS)) for _ in range(rng.randint(1, 4))], "\n")
            )
        parts.append(scene.fill(rng.choice(_PARTINGS)))
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
        style = rng.choice(_SPEAKERS)
        for _ in range(rng.randint(1, 6)):
            said = rng.choice(_CHAT) if rng.random() < 0.75 else rng.choice(PERSON + FIRM)
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
        posts = [scene.fill(rng.choice(_POSTS)) for _ in range(rng.randint(1, 4))]
        return join(
            [_lower(post) if rng.random() < 0.2 else post for post in posts],
            rng.choice(["\n", " "]),
        )

    def table(self) -> Sample:
        """A table: bars, tabs, semicolons, commas or columns of blanks."""
        rng, scene = self._rng, Scene(self._world)
        columns = rng.sample(sorted(_CELLS), rng.randint(2, 5))
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
        shapes = _CELLS.get(column, ("{phrase}", "{cphrase}", "{num}", "{cword}", "{amount}"))
        return scene.fill(self._rng.choice(shapes)) if self._rng.random() < 0.96 else Sample("")

    def form(self) -> Sample:
        """Labelled fields."""
        rng, scene = self._rng, Scene(self._world)
        fields = [
            *rng.sample(_FIELDS, rng.randint(2, 7)),
            *rng.choices(_PLAIN_FIELDS, k=rng.randint(0, 3)),
        ]
        rng.shuffle(fields)
        return join(
            [scene.fill(field) for field in fields], rng.choice(["\n", "\n", "\n", ", ", "  "])
        )

    def code(self) -> Sample:
        """Lines of data, code and logs."""
        rng, scene = self._rng, Scene(self._world)
        lines = [
            rng.choice(_CODE if rng.random() < 0.5 else CODE_ONLY) for _ in range(rng.randint(1, 6))
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
