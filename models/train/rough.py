"""Sentences as they are written in posts and chats: cut, lower-cased, shouted, spelled as spoken.

Slang, marks and emoji stand between the words, persons go by their first names, and letters are
missing or others than they should be.
"""

# ruff: noqa: E501, PLR2004  # tables are read by line; shares stand where they are drawn

from __future__ import annotations

import re
from collections.abc import Callable

from models.train.augment import lower, upper
from models.train.sample import Builder, Sample
from models.train.synth.scene import Scene, World

_UNIT = re.compile(r"\S+\s*|\s+")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = re.compile(r"[^\W\d_]{4,}")
_AMID = ("{slang} ", "{emoji} ", "{shout} ")
_VOWEL = re.compile(r"[aeiouyæøå]")
_SPOKEN = {
    "ikke": ("ik", "ikk", "ik'"), "og": ("å", "o", "&"), "også": ("osse", "os"), "jeg": ("jeh", "jæ", "jeq", "j"), "er": ("r", "ér"),
    "det": ("d", "de", "dæt"), "hvad": ("hva", "hvd", "va"), "hvor": ("hvo", "vor"), "med": ("m", "mæ"), "mig": ("mæ", "mej"),
    "dig": ("dæ", "dej", "diq"), "skal": ("ska", "skl"), "til": ("t", "te"), "noget": ("nåt", "ngt", "noed"), "være": ("vær", "vere"),
    "kan": ("ka",), "lige": ("li", "lie"), "meget": ("mega", "mget"), "selv": ("sel",), "har": ("ha", "haar"), "vil": ("ve", "vl"),
    "at": ("å", "a"), "nogen": ("non", "nogn"), "du": ("duu", "d"), "hun": ("hn",), "siger": ("sir", "sier"), "sagde": ("sae",),
    "kommer": ("komr",), "gange": ("x",), "eller": ("ell", "el"), "som": ("sm",), "der": ("dr", "da"), "man": ("mn",), "så": ("sååå", "saa"),
}  # fmt: skip
_WITHOUT = str.maketrans("æøåÆØÅ", "aoaAOA")  # as typed where the keys are missing
_LOST = re.compile(r"[æøåÆØÅ]")
_BETWEEN = ("... ", "!! ", "!!! ", ".. ", "?? ", " / ", " - ", "!!!! ", " ;) ")
_SHORT_PLACES = ("DK", "Dk", "dk", "KBH", "kbh", "Kbh", "#danmark", "#dk")
_OPENINGS = (
    "{handle} ", "{handle} {handle} ", "RT {handle}: ", "{slang} ", "{slang} {slang} ", "{first} ", "hej {first} ", "{shout} ", "@{first} ",
    "hej {per}, ", "tak {per}! ", "{per} ", "{nick}: ", ".{handle} ", "@{letters} ", "{orghandle} ", "{emoji} ", "#{tag}: ", "nårh ja ", "ja men ", "og så ", "hej alle ", "tak {first}! ",
)  # fmt: skip
_FACES = (
    ":O", ":-O", "-:O", ":P", "xP", ":S", ":s", ":/", ";D", "=)", "=D", ":-D", ":3", "^^", "-.-", "^_^", "xDD", ":-*", ":*", "8)", "<33", "</3", "x", "xx", "o.O", ":o",
)  # fmt: skip
_ENDINGS = (
    " {emoji}", " {emoji}{emoji}", "!!!", "!!", " #{tag}", " #{tag} #{tag}", " {handle}", " https://t.co/{hex}", " kh {nick}", " xD",
    " {slang}", " {slang} {slang}", "...", " {shout}!!", " - {first}", " knus {first}", "?!?!", " via {handle}", " ♥♥", " :)",
)  # fmt: skip


class Rough:
    """Makes posts and chat lines of sentences."""

    def __init__(self, world: World) -> None:
        self._world, self._rng = world, world.rng

    def of(self, sample: Sample) -> Sample:
        """A line such as people type, of a few words of ``sample``."""
        rng, scene, builder = self._rng, Scene(self._world), Builder()
        spoken, shouted = rng.choice((0, 0, 0.3, 0.8)), rng.choice((0, 0, 0, 0.08, 0.25))
        respell = rng.choice(_SPELLINGS) if rng.random() < 0.45 else str
        if rng.random() < 0.45:
            self._slots(builder, scene, rng.choice(_OPENINGS))
        for text, label in self._cut(_units(sample)):
            if label:
                name = self._name(scene, text, label)
                builder.add(name.translate(_WITHOUT) if respell is not str else name, label)
            else:
                builder.add(respell(self._said(text, spoken, shouted)))
                if rng.random() < 0.06 and text.endswith(" "):
                    self._slots(builder, scene, rng.choice(_AMID))
                    builder.add(rng.choice(_FACES) + " " if rng.random() < 0.4 else "")
        if rng.random() < 0.55:
            self._slots(builder, scene, rng.choice(_ENDINGS))
        elif rng.random() < 0.3:
            builder.add(f" {rng.choice(_FACES)}")
        line, draw = builder.sample(), rng.random()
        return lower(line) if draw < 0.4 else upper(line) if draw < 0.46 else line

    @staticmethod
    def _slots(builder: Builder, scene: Scene, template: str) -> None:
        filled, end = scene.fill(template), 0
        for start, stop, label in filled.labels:
            builder.add(filled.text[end:start])
            builder.add(filled.text[start:stop], label)
            end = stop
        builder.add(filled.text[end:])

    def _cut(self, units: list[tuple[str, str]]) -> list[tuple[str, str]]:
        count = self._rng.randint(3, 18)
        named = [at for at, (_, label) in enumerate(units) if label]
        if named and self._rng.random() < 0.75:
            at = max(0, self._rng.choice(named) - self._rng.randrange(count))
        else:
            at = self._rng.randrange(max(1, len(units) - count + 1))
        return units[at : at + count]

    def _said(self, text: str, spoken: float, shouted: float) -> str:
        rng, word = self._rng, _WORD.match(text)
        if word is None:
            return text
        said, rest = word[0], text[word.end() :]
        if said.lower() in _SPOKEN and rng.random() < spoken:
            said = rng.choice(_SPOKEN[said.lower()])
        elif spoken and rng.random() < 0.06 and (vowel := _VOWEL.search(said)):
            said = said[: vowel.start()] + vowel[0] * rng.randint(3, 6) + said[vowel.end() :]
        if rng.random() < shouted:
            said = said.upper()
        elif shouted and rng.random() < 0.06:
            said = said.capitalize()
        if rest == " " and rng.random() < 0.03:
            rest = rng.choice(_BETWEEN)
        return said + rest

    def _name(self, scene: Scene, text: str, label: str) -> str:
        draw = self._rng.random()
        if label == "PER" and draw < 0.4:
            return scene.first("")
        if label == "PER" and draw < 0.48:
            return scene.handle("")
        if label == "PER" and draw < 0.53:
            return scene.stranger()
        if label == "ORG" and draw < 0.15:
            return scene.house("letters", "")
        if label == "LOC" and draw < 0.06:
            return self._rng.choice(_SHORT_PLACES)
        return text.upper() if draw > 0.97 else text


def _unvoweled(text: str) -> str:
    """Words of more than three letters without the vowels inside: "krft", "lst"."""
    return _LONG.sub(lambda word: word[0][0] + _VOWEL.sub("", word[0][1:]), text)


_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda text: text.translate(_WITHOUT),
    lambda text: text.translate(_WITHOUT),
    lambda text: _LOST.sub("", text),
    lambda text: _LOST.sub(" ", text),
    lambda text: text.replace("g", "q"),
    lambda text: text.translate(_WITHOUT).replace("g", "q"),
    lambda text: text.replace("å", "aa").replace("ø", "oe").replace("æ", "ae"),
    lambda text: _unvoweled(text) if len(text) % 3 == 0 else text,
)


def _units(sample: Sample) -> list[tuple[str, str]]:
    """The words with the blanks behind them, names whole with their labels."""
    found, end = [], 0
    for start, stop, label in sample.labels:
        found += [(unit, "") for unit in _UNIT.findall(sample.text[end:start])]
        found.append((sample.text[start:stop], label))
        end = stop
    return found + [(unit, "") for unit in _UNIT.findall(sample.text[end:])]
