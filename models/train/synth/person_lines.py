"""Sentence templates with persons, and with persons and firms."""

from __future__ import annotations

from models.train.synth.lines import lines

PERSON = lines("""
    Jeg har aftalt med {per1}, at vi vender tilbage {day}.
    {per1} ringer {day} om {topic}.
    {first1} har spurgt til {topic} et par gange nu.
    Det var {per1}, der stod for {topic}, men {first1} er på ferie til {date}.
    {per1} og {per2} mødes {day} kl. {time}.
    Kan du tage fat i {first1} eller {first2}?
    {firsts1} tal for {month} mangler stadig.
    Vores {role} {per1} er sygemeldt indtil videre.
    Vores nye {role}, {per1}, starter d. {date}.
    {role} {per1} oplyser, at {topic} er udskudt.
    Hr. {last1} har klaget over {topic}.
    Fru {last1} bor på {address}.
    {first1} {last1} (født {date}) har fået afslag på {topic}.
    Spørg {first1}, om {topic} er på plads.
    Ifølge {first1} er {topic} ikke færdig endnu.
    Både {first1}, {first2} og {first3} skal med til mødet.
    {per1}, {per2} og {per3} deltog i mødet.
    {per1} har cpr {cpr} og telefon {phone}.
    Kontakt {per1} på {phone} eller {mail1}.
    {per1} ({role}) fremlagde {topic}.
    {per1}s kone hedder {first2} og arbejder i {body}.
    {last1} mener ikke, at {topic} holder.
    {first1} er gået ned med stress, og {first2} overtager opgaven.
    Tak til {first1} for en god gennemgang af {topic}.
    Husk at {first1} skal have svar senest {day}.
    Mødet med {first1} er flyttet til {day}.
    {first1} fra bogholderiet sender {topic} i dag.
    Min kollega {per1} sidder med sagen.
    Min chef {first1} vil gerne se {topic} først.
    Han hedder {per1} og er {role} i {town}.
    Sagen er overdraget fra {per1} til {per2}.
    Referent: {per1}. Ordstyrer: {per2}.
    {per1} forlod mødet kl. {time}.
    Jeg har lige talt med {last1}, og han er ok med {amount}.
    {initl1} godkendte {topic} d. {date}.
    {finit1} og {finit2} tager den videre.
    Vi venter på underskrift fra {per1}.
    Ansøger: {per1}
    Har du hørt fra {first1}?
    Det er {firsts1} idé, ikke min.
    {first1} siger god for {topic}.
    Aftalen er indgået med {per1}, {address}.
    {per1} blev opsagt d. {date}, fordi {topic} gik galt.
    {first1} har født, så {first2} er vikar frem til {month}.
    Vi har ansat {per1} som {role} fra {date}.
    {per1} flyttede fra {country} til {town} i 20{num}.
    Ejerne er {per1} (60 %) og {per2} (40 %).
    Jeg mødte {per1} til et arrangement i {city} i {month}.
    Skriv under på vegne af {per1}.
    {per1} skylder stadig {amount}.
    Dirigent blev {per1}, som konstaterede, at {topic} var lovligt indvarslet.
    Forslaget blev stillet af {first1} og {first2} i fællesskab.
    Deltagere: {per1}, {per2}, {first3}
    Afbud: {per1}
    Til stede var {per1} ({initl1}), {per2} og {per3}.
    {per1}: orienterede om {topic}.
    CEO {per1} og CFO {per2} har accepteret tilbuddet.
    Boet efter {per1} er afsluttet.
    Er {first1} stadig {role}, eller er det {first2} nu?
    Vidne: {per1}, {town}
    Sendt fra {firsts1} iPhone
    {first1} & {first2} tager opvasken {day}.
    Advokat {per1} repræsenterer sælger.
    {per1} har siden {date} været medlem af {unknownorg}.
    I {first1} har vi fundet en dygtig {role}.
    Så foreslår {first1}, at vi dropper {topic}.
    Her er {firsts1} nummer: {phone}
    - {per1} undersøger {topic}
    {prose} {per1} {phrase}.
    {cphrase}: {per1}
    {cword}: {first1}
    {cphrase} ({per1})
    {first1} - {phrase}
    {first1} - {abbr}
    {per1} - {num} {word}
    {finit1} - {abbr}
    {finitx1}
    {first1} {pverb} {da}
    {first1} {pverb} {topic}.
    {per1} {pverb} {da}
    {per1} {pverb} {day}, {da}
    {da} {prep} {first1}
    {da} {prep} {per1} {da}.
    {cda} {prep} {first1}, {da}
    - ring til {first1} {prep} {word}
    - {first1}
    {first1}, {first2}, {per3} og {last4}
    {first1} og {first2} {pverb} {da}
    hun hedder {per1}
    han hedder {first1}
    {da}, siger {per1}.
    {da}, siger {first1} {da}
    {role} {first1} {pverb} {da}
    {role} {last1} {pverb} {da}
    {last1} {pverb} {da}
    {initl1} {pverb} {da}
    min {role} hedder {first1}
    {first1}?
    {first1}!
    {finitx1} - {abbr}
    {finitx1} {da}
    {first1}: {da}
    {first1} {da}
    {per1} {da}
    {da} {first1} {da}
    {da} {per1} {da}
    {en} {per1} {en}
    {en} {first1} {en}
    {ccompound}: {per1}
    {acr}: {per1}
    {per1}, {acr}
    {per1} fra {wcity} {da}
    {initl1}, {abbr} {num}
    {num} {first1} {last1}
    {per1} {phrase}
    {phrase} {per1} {phrase}
    {phrase} {first1} {phrase}
    {cphrase} {per1} og {first2} {phrase}
    {cword} v. {per1}
    {cphrase} ved {per1} {time}
    {time} {per1}: {cphrase}
    ansvarlig: {per1}
    Dr. {per1}, {degree}
    {per1}, {degree}
    {per1}
    {per1}
    {firsts1} {word} {phrase}
    {pers1} {word}
    {lastfirst1}
    Vi siger farvel til {per1} efter {num} år.
    Sammen med {first1} har jeg set på {topic}. {prose}
    Den {num}-årige {per1} fra {town} {phrase}
    hverken {first1} eller {last2} {phrase}
    genvalgt blev {per1} og {per2}
    Ny suppleant: {per1}
    - {first1} følger op på {topic} inden {date}
    * {per1}, {role}
    {num}. {per1} gennemgik {topic}.
    [{first1} {last1}] skal kontaktes.
    {per1} / {per2}
    Det ligger hos {last1} {da}
    Bed {last1} om at {da}
    Kontakt {last1} om {topic}.
    Referatet skrev {last1}.
    {last1} sender {topic} {day}.
    {last1} ringede kl. {time}.
    Giv besked til {last1}, {da}
    Please tell {last1} {en}
    Dirigent: {last1}
    """)
BOTH = lines("""
    {per1} fra {org1} har ringet om {topic}.
    {per1}, {role} i {org1}, vil gerne have {topic} tilbage.
    {bare1} v/ {per1}
    {per1} og {bare1} {da}
    {first1} {prep} {bare1} {pverb} {da}
    {per1} – {bare1}
    {per1}: {bare1}
    {bare1} ({first1})
    {per1} {bare1} {phone}
    {first1}, {bare1}, {town}
    {per1} starter {firmnoun} {bare1} i {town}
    {role} i {bare1} {per1} {da}
    {bare1} ejes af {per1} og {first2}
    {bare1} v/{per1}, {address}
    Firma {bare1} v/{per1}, CVR {cvr}
    {org1}, att. {per1}, {address}
    {org1}
    Att.: {per1}
    {per1} ({bare1}) vil høre om {topic}.
    {first1} hos {bare1} er ked af {topic}.
    {org1} ved {role} {per1}
    {role} {per1} fra {bare1} kommer til mødet {day}.
    {per1} ejer {bare1} sammen med {per2}.
    {orgs1} {role}, {per1}, har sagt op.
    Den nye {role} i {bare1} hedder {per1}.
    {first1} fra {bare1} og {first2} fra {bare2} skal mødes.
    For {org1}: {per1}, {role}
    {per1} har solgt {bare1} til {org2} for {amount}.
    Ring til {first1} ({bare1}, tlf. {phone}).
    Kontaktperson hos {org1} er {per1}, {mail1}.
    {per1} stiftede {bare1} i {town} i 20{num}.
    {first1} arbejder ikke længere hos {bare1}.
    Tegningsberettiget for {org1} er {per1}.
    {bare1} - {per1} - {phone}
    {per1}, {bare1}
    {per1}, {role}, {org1}
    {per1} | {role} | {bare1}
    {per1} underskriver på vegne af {org1}.
    Jeg hedder {per1} og er {role} i {bare1}.
    Mit navn er {per1}, jeg driver {bare1} i {town}.
    {bare1} har peget på {per1} som ny {role}.
    Kære {first1}, tak for besøget hos {bare1}.
    {last1} fra {bare1} siger nej til {amount}.
    Enkeltmandsvirksomheden {bare1} drives af {per1}.
    {per1} vil lukke {bare1} og starte {bare2}.
    Kunde {id}: {org1}, kontakt {first1}
    Revisor {per1}, {org1}, har afgivet erklæring.
    """)
