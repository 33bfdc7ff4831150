"""Own texts about invented persons, and texts about the same matters in general."""

from __future__ import annotations

import pytest

from scanner.recognizers.special_category import SpecialCategoryRecognizer

REPORTED = 0.5
RECOGNIZER = SpecialCategoryRecognizer()

FOUND = [
    # health
    "Mette Holm er sygemeldt til uge 50.",
    "Min kunde har fået konstateret brystkræft.",
    "Hun lider af svær migræne og kan ikke komme.",
    "Kollegaen er gået ned med stress.",
    "Jens har diabetes type 2 og skal spise kl. 10.",
    "Jeg har selv haft en depression.",
    "Medarbejderen er gravid og går fra i maj.",
    "Vores direktør fik en blodprop i fredags.",
    "Hans kone har sklerose, så han arbejder hjemme.",
    "Søren Bæk er indlagt på Herlev.",
    "Ejeren kæmper med angst og søvnløshed.",
    "En af vores kursister har epilepsi.",
    "Hun går til psykolog hver tirsdag.",
    "Ida drikker for meget, og det går ud over firmaet.",
    "Bogholderen er i kemoterapi.",
    "Lise har været sygemeldt siden marts pga. stress.",
    "Anne: nøddeallergi\nBo Skov: cøliaki\nLars: alt",
    "Deltagere\nIda Holm - diabetes\nBo Skov - vegetar",
    "Vedr. Karim. Har ADHD og får medicin.",
    "Jeg melder mig syg i dag.",
    "Lærlingen har prøvet at begå selvmord.",
    "Peter er i fleksjob efter en hjernerystelse.",
    "Hej Anne. Desværre er jeg sygemeldt med en diskusprolaps.",
    "He was diagnosed with cancer last week.",
    "Our client Maria is on sick leave with burnout.",
    "My colleague has epilepsy.",
    # trade union
    "Henrik Toft er tillidsrepræsentant.",
    "Hun er medlem af 3F.",
    "Bo har meldt sig ud af HK.",
    "Anna Lund is a member of a trade union.",
    # ethnicity, religion, politics
    "Kunden nævnte sin somaliske baggrund.",
    "Fatima er muslim og holder fri under ramadanen.",
    "Han er jøde og spiser kosher.",
    "Iværksætteren er konverteret til islam.",
    "Liv stiller op for Alternativet i Odense.",
    "Ejeren er medlem af Dansk Folkeparti.",
    "Ali kom til Danmark som flygtning.",
    "Hun er kurder fra Tyrkiet.",
    # sex life, genes, offences
    "Min kollega Tom er homoseksuel.",
    "Kim er transkønnet og har skiftet navn.",
    "Hendes gentest viser en arvelig sygdom.",
    "René har en dom for momssvig.",
    "Han blev dømt for vold i 2019.",
    "Straffeattesten på Dennis er ikke ren.",
    "Direktøren er sigtet for bedrageri.",
    "The founder was convicted of fraud in 2020.",
    "Ole har siddet inde i to år.",
    "Karim sidder i byrådet for Venstre.",
    "Ole har brækket benet og er væk i tre uger.",
    "Signe udredes for ADHD.",
    "Mettes sygefravær er steget.",
    "Hun fik en bøde for spritkørsel. Det ved Kasper godt.",
]
NEAR_MISSES = [
    "Lav en markedsanalyse af sundhedsteknologi: diabetes og mental sundhed.",
    "Hvad må man som arbejdsgiver spørge om ved sygefravær?",
    "Hvad er reglerne om fagforeningsmedlemskab, religion og helbred?",
    "Hvis en medarbejder er sygemeldt, skal arbejdsgiveren holde en samtale.",
    "Mange iværksættere har stress i det første år.",
    "31 procent af de ansatte lider af stress.",
    "Personer med diabetes har ret til fleksible pauser.",
    "Vi opfordrer alle uanset alder, køn, handicap og etnisk baggrund til at søge.",
    "Skriv en politik om stress og sygefravær.",
    "Appen hjælper patienter med angst og depression.",
    "Virksomheden udvikler medicin mod kræft.",
    "Novo Nordisk er kendt for insulin.",
    "En gravid medarbejder har ret til orlov.",
    "Hvordan håndterer man en sygemeldt medarbejder?",
    "Fagforeninger har 1,9 mio. medlemmer.",
    "Selskabet blev dømt for brud på markedsføringsloven.",
    "Banken er sigtet for hvidvask.",
    "Muslimer holder ramadan i år fra februar.",
    "Partiet Venstre gik frem ved valget.",
    "Kør til venstre ved krydset, siger Jens.",
    "Vi har en blind vinkel i strategien.",
    "Hun er blind for risikoen.",
    "Vi har lavet en stresstest af modellen.",
    "Kunden sælger halal-kød til restauranter.",
    "Kunden har en app til diabetes.",
    "Jeg har en kunde med en klinik for migræne.",
    "Jeg skal holde oplæg om stress for 20 ledere.",
    "GDPR artikel 9 omfatter helbred, religion og politisk overbevisning.",
    "Straffeattest skal indhentes, før frivillige arbejder med børn.",
    "Kristen Jensen ringede om budgettet.",
    "Kurset handler om fagforeninger og overenskomster.",
    "Man kan blive dømt for bedrageri efter straffelovens § 279.",
    "Explain how employers should handle employees with depression.",
    "People with epilepsy may apply for support.",
    "We build software for cancer patients.",
    "Diabetesforeningen og Kræftens Bekæmpelse samler ind.",
    "Mette arbejder med forebyggelse af stress.",
    "Projektet er ramt af forsinkelser.",
    "Firmaet lider af dårlig likviditet.",
    "Anders er syg efter at komme i gang? Nej, han er klar.",
    "Jens er medlem af bestyrelsen i idrætsklubben.",
    "Hun er formand for grundejerforeningen.",
    "Er du gravid, kan du få rådgivning her.",
    "Skabelon: [Navn] er sygemeldt fra [dato].",
    "Sygedagpenge udbetales af kommunen efter 30 dage.",
    "Han er dansk statsborger og født i Polen.",
    "Lone er på barsel til maj.",
    "Lav fem øvelser om stress til teamet.",
    "Jens har en stærk faglig baggrund i salg.",
    "Hun brugte sin tekniske baggrund i firmaet.",
    "Send mig din straffeattest inden fredag.",
    "Rapporten har fokus på kræft og diabetes.",
    "Vi holder ferielukket, og Anne tager vagten.",
    "Kunden fik medhold i klagen over leverandøren.",
]


def found(text: str) -> list[str]:
    hits = RECOGNIZER.find(text, None)
    return [hit.span.of(text) for hit in hits if hit.score >= REPORTED]


@pytest.mark.parametrize("text", FOUND)
def test_finds_what_is_said_of_a_person(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_general_texts_alone(text: str) -> None:
    assert found(text) == []


def test_reads_the_sentence_beside() -> None:
    assert found("Jeg har talt med Signe. Er sygemeldt med angst.")
    assert not found("Reglerne er nye. Er sygemeldt med angst.")


@pytest.mark.parametrize("before", range(370, 405, 3))
def test_finds_a_statement_where_a_long_line_is_cut(before: int) -> None:
    text = "x " * (before // 2) + "og Henrik Toft er medlem af 3F i Ballerup, " + "y " * 300
    assert found(text)
