"""Own texts; markings as offices, banks, lawyers and authorities write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.confidentiality_marking import ConfidentialityMarkingRecognizer

Found = Callable[[ConfidentialityMarkingRecognizer, str], list[str]]

FOUND = [
    "NB: Det her må du ikke sige videre.",
    "Kun for bestyrelsen! Regnskabet viser et tab.",
    "Vi holder det hemmeligt, at vi sælger.",
    "Vi har skrevet under på en NDA, så vær forsigtig.",
    "Internt arbejdspapir\n\nVi lukker.",
    "Dette udkast må ikke cirkulere.",
    "Del det endelig ikke med nogen, før vi har talt med banken.",
    "Det her er kun til dig og Jens.",
    "Materialet er kun til bestyrelsens brug.",
    "Emne: Budget 2027, udkast – ikke til videresendelse",
    "Dette dokument indeholder forretningshemmeligheder.",
    "Planen må kun læses af personer, der har skrevet under.",
    "Vi beder jer behandle oplysningerne fortroligt.",
    "Handlen er ikke offentlig endnu.",
    "Vores budget for 2027 er fortroligt.",
    "Nævn det ikke for personalet før på mandag.",
    "Det må ikke slippe ud, at vi lukker.",
    "Ingen andre end os må vide det.",
    "Strategien deles kun med investorerne.",
    "Don't forward this to anyone in sales.",
    "This plan contains trade secrets and must not leave the company.",
    "FORTROLIGT\n\nVi lukker afdelingen.",
    "FORTROLIGT – KUN TIL BESTYRELSEN\nVi lukker.",
    "Forkort:\n\nSTRENGT FORTROLIGT: Vi lukker.",
    "Referat\nHavnen ApS\nFortroligt\n\nDato: 1. maj",
    "Strengt fortroligt.\nVi lukker.",
    "Referat af bestyrelsesmøde – fortroligt\nTil stede: alle",
    "Notat (fortroligt)\nVi lukker.",
    "KUN TIL INTERN BRUG. Fra 1. maj ændres vagten.",
    'Gør det kortere: "KUN TIL INTERNT BRUG. Vi lukker."',
    "INTERNAL USE ONLY – not for distribution",
    "Strictly private & confidential\nDear Ida",
    "STRICTLY CONFIDENTIAL – Project Heron",
    "Privileged & Confidential\nMemo",
    "TLP:RED\nTil: direktionen",
    "TLP:AMBER+STRICT",
    "[TLP:AMBER] Hændelse i nat",
    "Emne: [FORTROLIGT] Løn 2027",
    "Emne: Fortroligt – lønforhandling",
    "Subject: CONFIDENTIAL: offer",
    "Klassifikation: Fortrolig",
    "Følsomhed: Intern",
    "Sensitivity: Highly Confidential",
    "Notatet er kun til internt brug.",
    "Det er kun til internt brug i banken og må ikke sendes videre.",
    "Dette notat er fortroligt.",
    "Denne mail er strengt fortrolig og kun til dig.",
    "Tallene må ikke videregives før fredag.",
    "Planen må endnu ikke omtales uden for ledelsen.",
    "Oplysningerne bedes behandlet fortroligt.",
    "Jeg skriver til dig i fortrolighed: vi sælger.",
    "Please do not share this outside the team.",
    "This document is confidential.",
    "Pressemeddelelse under embargo til 5. maj kl. 9.",
    "FORTROLIGHEDSAFTALE (NDA)\n\nmellem Havnen ApS, CVR-nr. 12345674\n§ 1 Alt er fortroligt.",
    "Non-Disclosure Agreement\n\nbetween Harbour Ltd and Ida Holm",
    "TIL TJENESTEBRUG\nØvelsen begynder.",
    "Må ikke videregives\n\nKøberliste",
    "PRESSEMEDDELELSE – KLAUSULERET TIL 5. MAJ KL. 9",
    "Nyheden er klausuleret til den 5. maj.",
]
NEAR_MISSES = [
    "Det må du ikke sige til mig.",
    "Fortrolighed er vigtigt for os.",
    "Kun for bestyrelsen af foreningen gælder § 4.",
    "Fortrolige oplysninger må kun deles med personer, der har et arbejdsmæssigt behov.",
    "Opskriften er hemmelig, siger bageren i reklamen.",
    "Del aldrig din adgangskode med andre.",
    "Fortæl ikke andre din kode.",
    "Tilbuddet er kun til dig, der er under 25 år.",
    "Filmen er ikke offentlig tilgængelig endnu.",
    "Navnene på vinderne er endnu ikke offentliggjort.",
    "Forskellen mellem os to er alderen.",
    "Filen må ikke overstige 10 MB.",
    "Notatet er offentligt.",
    "Ansøgninger behandles fortroligt.",
    "Loven om forretningshemmeligheder beskytter virksomheder.",
    "Do not share your password with anyone.",
    "Hvad betyder TLP:RED?",
    "TLP har fire niveauer: TLP:RED, TLP:AMBER, TLP:GREEN og TLP:CLEAR.",
    "Lav en skabelon til en gensidig fortrolighedsaftale på to sider.",
    "Hvornår giver en NDA mening?",
    "NDA-skabelon",
    "Vi havde en fortrolig samtale om fremtiden.",
    "Intern kontrol af regnskabet",
    "internt møde på torsdag",
    "Alle henvendelser behandles fortroligt.",
    "Personoplysninger må ikke videregives uden samtykke.",
    "Du må ikke dele adgangskoder.",
    "Medarbejderen har tavshedspligt.",
    "Vi søger en fortrolig og loyal assistent.",
    "Fortrolighed. Det er ikke tilladt at uploade fortrolige data.",
    "af hensyn til fortrolighed og datasikkerhed",
    "Hvad er forskellen på fortroligt og hemmeligt?",
    "Denne mail kan indeholde fortrolige oplysninger.",
    "Skriv FORTROLIGT øverst, når noget skal mærkes.",
    "internationalt samarbejde",
    "Offentliggøres på intranettet",
    "En hemmelig ingrediens i opskriften",
    "confidential computing is a technology",
    "FORTROLIGHEDSAFTALE\n\nmellem [Virksomhed A] og [Virksomhed B]",
    "Klassifikation: Offentlig",
    "TLP:CLEAR",
    "Reglen om fortrolige oplysninger står i forvaltningsloven.",
    "Hemmeligheden bag god service",
    'Papirer, der er mærket "Kun til intern brug", skal låses inde.',
    "Hvad vil det sige, at en nyhed er klausuleret til 5. maj?",
    "Arkivet er klausuleret til glæde for ingen.",
    'Papers marked "Internal use only" must not be shared outside the house.',
]


@pytest.mark.parametrize("text", FOUND)
def test_finds(found: Found, text: str) -> None:
    assert found(ConfidentialityMarkingRecognizer(), text)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(ConfidentialityMarkingRecognizer(), text) == []
