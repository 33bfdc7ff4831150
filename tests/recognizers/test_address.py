"""Invented addresses on streets that many towns have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.address import AddressRecognizer

Found = Callable[[AddressRecognizer, str], list[str]]

WHOLE = [
    "Vestergade 12, 3. th., 8000 Aarhus C",
    "Vestergade 12, 3.th, 8000 Aarhus C",
    "Vestergade 12, st. tv., 8000 Aarhus C",
    "Vestergade 12 st tv, 8000 Aarhus C",
    "Vestergade 12 B, 2. sal, 5000 Odense C",
    "Vestergade 12B",
    "Ndr. Ringgade 8, st. th.",
    "Jónsvegin 4, FO-100 Tórshavn",
    "Vestergade 12",
    "Nørre Voldgade 102, 4., 1358 København K",
    "Valby Langgade 214, kld., 2500 Valby",
    "Gadelandet 22, 2. mf., 2700 Brønshøj",
    "Arne Jacobsens Allé 7, 6., 2300 København S",
    "Ved Klosteret 5, 1. th, 2100 Kbh. Ø",
    "Smedegade 28 | 4200 Slagelse",
    "Smedegade 28 · 4200",
    "Østergade 5 - 7400 Herning",
    "Ringvej 44, Skive",
    "Torvet 14",
    "Nørregade nr. 12",
    "Hans Broges Gade 5, 2.tv",
    "Ndr. Fasanvej 14 3tv 2000 Frb.",
    "Nørre A11é 41, 8000 Århus C",
    "Amagerbr0gade 118, 2300 K0benhavn S",
    "Nørrebrogade 61 , st. tv . 2200 København N",
    "Kirkevej 211, Snedstrup",
    "KIRKEVEJ 211, SNEDSTRUP",
    "Ved Klosteret 5, 1. th, 2100 København Ø",
    "Istedgade 118, kl. og st., 1650 København V",
    "Rektorparken 1, vær. 312, 2450 København SV",
    "Sct. Mathias Gade 12, 8800 Viborg",
    "Diplomvej 377\nDK-2800 Kgs. Lyngby",
    "Ole Maaløes Vej 3, 2200 København N",
    "H.C. Andersens Boulevard 27, 1553 København V",
    "Hornsherredvej 288, 4070 Kirke Hyllinge",
    "Gl. Kongevej 60, 1850 Frederiksberg C",
    "Store Kongensgade 81, baghuset, 1264 København K",
    "Strandvejen 100, Skodsborg, 2942 Skodsborg",
    "Granly 4, 7400 Herning",
    "Kongens Nytorv 18, 2., 1050 København K",
    "Sankt Annæ Plads 13, 1250 København K",
    "Islands Brygge 43, 2300 København S",
    "Amager Strandvej 390, 2770 Kastrup",
    "Roskilde Landevej 12, 2640 Hedehusene",
    "Åboulevarden 8, 4. tv., 1635 København V",
    "Engvej 4A, 9560 Hadsund, Danmark",
    "Bredgade 63, 1. sal, dør 4, 1260 København K",
    "Bag Haverne 3, 4600 Køge",
    "Seestrasse 14, 8002 Zürich",
    "Storgatan 12, 211 42 Malmö",
    "Brīvības iela 88-14, Riga LV-1001",
    "221 Harbour Street, London NW1 6XE",
    "Via Roma 12, 20121 Milano",
    "12 rue de la Paix, 75002 Paris",
    "Hauptstraße 5, 24937 Flensburg",
    "Keizersgracht 126, 1015 CW Amsterdam",
    "ul. Marszałkowska 10/4, 00-590 Warszawa",
    "hovedgaden 12 i hobro",
    "nørregade 4b, 5000 odense c",
    "Postboks 12, 1001 København K",
    "Refshalevej 163A",
    "Havnegade 12-14, 8000 Aarhus C",
    "Fabriksparken 44, 2600 Glostrup",
]
FOUND = [
    ("bor på industrivej 40 b 4683 rønnede", ["industrivej 40 b 4683 rønnede"]),
    ("hun bor Kirkevej 11, Tårup og er glad", ["Kirkevej 11, Tårup"]),
    ("det er hans Broges Gade 5", ["Broges Gade 5"]),
    ("han bor på bakkedraget 12 i vejen og er glad", ["bakkedraget 12 i vejen"]),
    ("Mød os på Kirkevej 211, Dorte kommer", ["Kirkevej 211"]),
    ("Lejen for Møllevej 3, 2026.", ["Møllevej 3"]),
    ("Vi bor Møllevej 3, 4200 kr. koster det", ["Møllevej 3"]),
    ("Hun bor på Fabriksparken 44 lige nu", ["Fabriksparken 44"]),
    ("mødes på vestergade 14 kl 9", ["vestergade 14"]),
    ("c/o Holm, Vestergade 12, 8000 Aarhus C", ["Vestergade 12, 8000 Aarhus C"]),
    ("Adresse: Granly 4", ["Granly 4"]),
    ("vi ligger på Havnen 7, 9990 Skagen", ["Havnen 7, 9990 Skagen"]),
    ("Butik: Kajen 12, 5700 Svendborg", ["Kajen 12, 5700 Svendborg"]),
    ("Navn;Adresse;By\nIda;Granly 4;Herning", ["Granly 4"]),
    ('"address": "Bunden 3, 6470 Sydals"', ["Bunden 3, 6470 Sydals"]),
    ("På Vestergade 12 ligger", ["Vestergade 12"]),
    ("Vestergade 12, Aarhus er solgt", ["Vestergade 12, Aarhus"]),
    ("Vestergade 12, 8000 Aarhus C Tlf. 1", ["Vestergade 12, 8000 Aarhus C"]),
]
NEAR_MISSES = [
    "Ringvej 4 er lukket for trafik",
    "Vej 12, punkt 3",
    "model B0sch 12",
    "han bor på plads 12 og betaler hver uge",
    "hun bor på side 12 i romanen",
    "Vej 12",
    "Parken 3, 2027 Aarhus",
    "Havnen 7 er lukket",
    "E45",
    "Hovedvej 10",
    "Motorvej 3",
    "Ring 3",
    "Lokale 2",
    "side 12",
    "Strandvejen ved havnen",
    "§ 12, stk. 3",
    "selskabslovens § 119",
    "oktober 12, 2026 København",
    "1. december 2026",
    "2100 København Ø",
    "Excel 2024",
    "Windows 11",
    "Fase 2, 2027 Aarhus",
    "vi er på vej 12 mand",
    "hele vejen 3 gange",
    "arbejdsplads 3",
    "parkeringsplads 12",
    "Andelen 48,7 procent",
    "Model 3",
    "Uge 48 torsdag",
    "Lokale Øresund 4.200 kr.",
    "alle 12 deltagere",
    "Annex I, 50 million",
    "Artikel 6, 1 litra a",
    "Bilag 3, 2026 Danmark",
    "Nørrebro, Vesterbro, Islands Brygge, Valby",
    "Hotelgade uden nummer",
    "Kapitel 4, 1250 ord",
    "sidegade 2",
    "Workshop 3 i Odense",
    "I Way 2 Go",
]


@pytest.mark.parametrize("text", WHOLE)
def test_finds_all_of_it(found: Found, text: str) -> None:
    assert text in found(AddressRecognizer(), text)
    assert text in found(AddressRecognizer(), f"Firma X, {text}, og mere")


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(AddressRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(AddressRecognizer(), text) == []
