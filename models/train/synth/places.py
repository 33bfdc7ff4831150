"""Places nobody listed: towns by their endings, and landscapes ("Møns Klint", "Hald Sø")."""

# ruff: noqa: PLR2004, SIM905  # shares stand where they are drawn; word parts are read as text

from __future__ import annotations

from random import Random

_STARTS = """and ager al as bor birk bjer bro bru dal dyr eg el fal fjel fre gam gis gre gud hal
    har hav hed hel hol hor hul jer jæg kal kir kle knud kol kor lan len lil lin lyn løg mar mel
    mid mol nør od ol orm ped rav rin ros rug rød sal sej sil skal skar ski skov sme spar ste
    stev sten sul svan sø søn ter thor tim tis tor trus tven tyl ul uld ul val vam vej vel ves
    vib vil vin vor øl ør øs ål år""".split()
_ENDS = """by bæk bro borg bjerg drup dal ed feld gård hav havn holm holt hus høj inge kilde kær
    købing lev lund løse mark mose næs odde ry rup rød sted strup sund skov slev sø tofte torp
    trup um vad vang vig vrå ø ager""".split()
_LAND = """Klint Bakker Mile Mose Sø Å Hede Havn Fyr Strand Skov Kirke Slot Bugt Fjord Klit Kloster
    Kær Plantage Kyst Nor Odde Rev Banke Dal Enge Gods Herregård Mølle Station Torv Øer Broen
    Havnebad Naturpark Søpark""".split()
_PUBLIC = (
    "Museum",
    "Kunstmuseum",
    "Bibliotek",
    "Sygehus",
    "Domkirke",
    "Gymnasium",
    "Zoo",
    "Kaserne",
)


def town(rng: Random) -> str:
    """A town by its sound: "Røsnæs", "Fynshav"."""
    middle = rng.choice(["", "", "", "e", "s", "ler", "ning"])
    return (rng.choice(_STARTS) + middle + rng.choice(_ENDS)).capitalize()


def place(rng: Random, towns: list[str]) -> str:
    """A town, a landscape or a house that a town is known for."""
    base = town(rng) if rng.random() < 0.6 else rng.choice(towns)
    draw = rng.random()
    if draw < 0.45:
        return base
    if draw < 0.9:
        ending = "" if base.endswith("s") or rng.random() < 0.5 else "s"
        return f"{base}{ending} {rng.choice(_LAND)}"
    return (
        f"{rng.choice(['Gammel', 'Nørre', 'Sønder', 'Store', 'Lille', 'Øster', 'Vester'])} {base}"
    )


def public_house(rng: Random, towns: list[str]) -> str:
    """A museum, a hospital or a school of a town: an organization to some, a place to others."""
    base = town(rng) if rng.random() < 0.3 else rng.choice(towns)
    return f"{base} {rng.choice(_PUBLIC)}"
