"""Sentence templates by what stands in them: persons, firms, both, neither; Danish and English."""

from __future__ import annotations


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


PERSON = _lines("""
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
    """)
FIRM = _lines("""
    Vi har fået et tilbud fra {org1} på {amount}.
    {org1} har bedt om at få {topic} udsat.
    {bare1} leverer {thing} til {bare2}.
    {orgs1} omsætning faldt til {amount} i 20{num}.
    Hvad ved du om {bare1}?
    {bare1} i {town} har {num} ansatte.
    Kunden {bare1} er utilfreds med {topic}.
    Firmaet {bare1} sælger {thing}.
    {org1}, CVR {cvr}, {address}
    {org1} (CVR-nr. {cvr}) er under rekonstruktion.
    Samarbejdet med {bare1} ophører {date}.
    {bare1} overvejer at flytte produktionen til {country}.
    Vores største konkurrent er {bare1}.
    Leverandøren {bare1} har hævet prisen på {thing}.
    {org1} er et datterselskab af {org2}.
    {bare1} og {bare2} vil fusionere.
    Rykkeren til {org1} skal ud {day}.
    Tilbuddet fra {bare1} er billigere end det fra {bare2}.
    {bare1} søger om {amount} til {topic}.
    Jeg var på besøg hos {bare1} {day}.
    Vi har mistet {bare1} som kunde.
    {org1} blev stiftet d. {date} og har adresse i {town}.
    Hos {bare1} er de glade for {topic}.
    {bare1} bruger {tool} til {topic}.
    Køber er {org1}, sælger er {org2}.
    Mellem {org1} og {org2} er der indgået følgende aftale:
    Lav en analyse af {bare1} og deres marked for {thing}.
    {bare1} skal have styr på {topic} inden {month}.
    Deltager i forløbet {program}: {org1}
    {bare1} har søgt {program} to gange.
    Webshoppen {bare1} vil sælge {thing} i {country}.
    Restauranten {bare1} har lukket siden {month}.
    Startuppen {bare1} har rejst {amount}.
    Fakturaen fra {org1} er ikke betalt.
    Modtager: {org1}
    Debitor {id} {org1} skylder {amount}.
    Aktierne i {org1} ejes af {org2}.
    {bare1} er gået konkurs, og kurator er udpeget af {body}.
    Ejerskiftet i {bare1} er på plads.
    Vi skal byde på opgaven for {bare1} sammen med {bare2}.
    {bare1}s direktør vil ikke udtale sig.
    Er {bare1} registreret hos {body}?
    {bare1} vil gerne ansætte en {role}.
    Vores underleverandører er {bare1}, {bare2} og {bare3}.
    Emne: {bare1} - {topic}
    Vedr.: {org1}, sag {id}
    Kunde: {org1}
    {org1} har hovedsæde i {city}.
    Til {org1}
    {bare1}: {amount}, forfald {date}
    {bare1} ({trade}) har fået ny hjemmeside: {site1}
    Kender du {bare1}? De laver {thing}.
    Jeg driver {bare1}, som sælger {thing}.
    Min virksomhed hedder {bare1}.
    Vi er tre, der har startet {bare1} i {town}.
    Fordele og ulemper ved at købe {bare1}?
    Cases: {bare1}, {bare2}
    - {org1}
    - {bare1}: mangler {topic}
    * {bare1} ({town})
    Pant i {org1} er aflyst.
    Moderselskabet {org1} kautionerer for {bare2}.
    Hovedaktionær: {org1}
    Investoren {bare1} trak sig i {month}.
    Aftalen med {bare1} koster {amount} om måneden.
    Hotellet {bare1} har kun solgt {num} værelser.
    Murerne fra {bare1} kommer {day}.
    Brug {bare1} som eksempel i {topic}.
    {prose} {org1} {phrase}.
    {cphrase}: {bare1}
    {cword}: {org1}
    {bare1}
    {org1}
    {bare1} - {phrase}
    {bare1} {phrase}
    {phrase} {bare1} {phrase}
    {phrase} {org1}, {phrase}
    {da} {bare1} {da}
    {en} {bare1} {en}
    {da} {org1} {da}
    {ccompound}: {org1}
    {ccompound} hos {bare1}
    {bare1}, {wcity}
    {role}, {bare1}, {wcity}
    {acr} for {bare1}
    {compound} til {bare1}
    {cphrase} hos {bare1} i {town}
    {num} {bare1} {amount}
    {id} {org1} {date} {amount}
    {id}   {bare1}   {num}   {amount}
    {date};{org1};{amount}
    {cphrase} ({bare1})
    {bare1} og {phrase}
    både {bare1} og {bare2} {phrase}
    som nævnt har {bare1} {phrase}
    vi har haft {bare1} på besøg {day}
    {org1} under konkurs
    {org1} under stiftelse
    {orgs1} {word} {phrase}
    Betaling til {org1}, konto {num}
    Foredrag hos {bare1}: {cphrase}
    {bare1} {fverb} {da}
    {bare1} {fverb} {da}.
    {bare1} {fverb} {topic} {day}.
    {da} {prep} {bare1}
    {da} {prep} {bare1} {da}.
    {cda} {prep} {bare1}, {da}
    {firmnoun} {bare1} {fverb} {da}
    {da} {firmnoun} {bare1}
    {da} {firmnoun} {bare1} i {town} {da}
    {topic} {prep} {bare1}
    {bare1}, {bare2}, {bare3} og {bare4}
    kunder: {bare1}, {bare2}, {bare3}, {bare4}
    {bare1} / {bare2} / {bare3}
    {bare1}, {bare2}
    {bare1} + {bare2} {da}
    - {bare1}
    - {bare1} {da}
    - ring til {bare1} {prep} {word}
    {num}) {bare1}
    {bare1}?
    {bare1} ({fverb} {day})
    hvor mange ansatte har {bare1}?
    skriv en tekst til {bare1} om {thing}
    jeg har lige startet {bare1}
    jeg vil kalde det {bare1}
    navnet skal være {bare1}
    {thing} fra {bare1} {da}
    ansat i {bare1} siden {date}
    til salg hos {bare1} i {town}
    {known} {da}
    {known} og {known} {da}
    {da} {known} {da}
    {per1} ({known}) {da}
    Ifølge {known} {da}
    {wcity} mod {known} endte {num}-{num}
    Vi har konto i {known}.
    {role} {per1}, {known}
    Tidligere ansat i {bare1}, {city}
    20{num}-20{num}: {role}, {bare1}, {city}
    {role}, {bare1} (20{num}-)
    Overf. {bare1} {amount}
    Webshop {site1}: {bare1}
    """)
BOTH = _lines("""
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
NEITHER = _lines("""
    Hvordan ansøger vi om støtte hos {body}?
    Lav et udkast til en {noun} på højst {num} linjer.
    Skriv en kort {noun} om {topic}.
    Oversæt teksten til {nation}.
    Hvad betyder {law} for en virksomhed med {num} ansatte?
    Forklar {law} i et enkelt sprog.
    Hvordan laver jeg en pivottabel i {tool}?
    Kan {tool} og {tool} arbejde sammen?
    Vi bruger {tool} til {topic} og {tool} til resten.
    Tilmelding til {program} lukker {date}.
    {program} er for virksomheder inden for {trade}.
    {body} har ændret reglerne for {topic}.
    Fristen hos {body} er {date}.
    Giv mig fem forslag til en overskrift om {topic}.
    Find stavefejl i teksten herunder.
    Hvad er forskellen på et anpartsselskab og et aktieselskab?
    Momsen skal indberettes senest {date}.
    Kurset holdes i {city} {day} kl. {time}.
    Vi eksporterer mest til {country} og {country}.
    Husk at gemme {noun} i {tool}.
    {heading}
    {heading}:
    {num}. {heading}
    # {heading}
    ## {heading}
    {column}: {status}
    {column}
    Mødet slutter kl. {time}.
    Der er afsat {amount} til {topic}.
    Kontoret i {city} holder lukket i {month}.
    Stillingen som {role} opslås i {month}.
    Hvad tjener en {role} i {city}?
    Formel: =HVIS(A2>0;B2*1,25;"")
    Fejl: Filen kunne ikke åbnes. Prøv igen senere.
    Klik på Filer > Gem som > PDF.
    Vælg Indstillinger og derefter Konti.
    Ordre {id} er afsendt {date}, kolli {num} af {num}.
    Varenr. {id}, antal {num}, pris {amount}
    Regeringen vil gøre det lettere at ansætte udlændinge.
    Ledelsen besluttede at vente med {topic}.
    Bestyrelsen tog {topic} til efterretning.
    Kunden har ikke svaret på vores {noun}.
    Virksomheden sælger {thing} til {country}.
    Ejeren vil sælge inden for {num} år.
    Kære kunde
    Kære alle
    Hej alle sammen
    Til rette vedkommende
    Hej
    God weekend!
    Glædelig jul og godt nytår
    Bemærk: {law} gælder fra {date}.
    Se vejledningen på {tool} under Hjælp.
    Du er en erfaren {role}. Svar kort og præcist.
    Agér som {role} og stil mig {num} spørgsmål om {topic}.
    Skriv det i punktform med overskrifter.
    Hvilke krav stiller {law}?
    Kan jeg fradrage udgifter til {thing}?
    Sammenlign {tool} med {tool} på pris og sikkerhed.
    Referat godkendt uden bemærkninger.
    Opgaver: {topic}, {topic} og {topic}
    Ansøgningsfrist: {date}
    Åbningstider: Mandag-Torsdag {time}-{time}, Fredag lukket
    Pakken {program} koster {amount} ekskl. moms.
    Det koster {amount} at registrere et varemærke i {country}.
    Den {nation} model er dyrere end den {nation}.
    Ledige Stillinger
    Vilkår og Betingelser
    Generelle Handelsbetingelser
    Tak for hjælpen
    Hvem har ansvaret for {topic}?
    Med henvisning til {law} afvises klagen.
    Uddannelse: HD i Regnskab, Handelsskole, Svendebrev
    Sprog: Dansk, Engelsk, Tysk
    Projekt Nordstjerne er forsinket.
    Hallen er 400 m2 og ligger ved motorvejen.
    I uge {num} er der Folkemøde på Bornholm.
    Kan du gøre sproget mere venligt, men stadig formelt?
    Lav en tabel med kolonnerne {column}, {column} og {column}.
    Grundlovsdag, Påske, Pinse og Store Bededag
    Ramt af Stormen? Sådan søger du hjælp
    KPI, ROI, EBITDA og NPS forklaret
    Søg i CVR-registret eller på Virk
    Hvad er en god Return on Ad Spend?
    Den grønne omstilling kræver {amount}.
    {prose}
    {prose}
    {prose}
    {prose}
    {prose}
    {prose}
    {prose} {prose}
    {cphrase}
    {cphrase}
    {cphrase}:
    {cphrase}: {phrase}
    {cphrase}: {num}
    {cphrase} {amount}
    {cword}: {date}
    {cword} {num} {cword}
    {num}. {cphrase}
    {num}.{num} {cphrase}
    {time} {cphrase}
    {time}-{time} {cphrase}
    - {cphrase}
    - {phrase} ({abbr})
    * {cphrase}: {phrase}
    • {cphrase}
    {cphrase} ({cword})
    {cphrase} – {cphrase}
    {tphrase}
    {tenglish}
    {tenglish}: {num}
    {cword}sprojektet er forsinket til {month}.
    {cword} og {word} i {city}
    Ny {word} pr. {date}
    Tre {word} og to {word}
    Hans {word} er væk, og hendes {word} ligger i {city}.
    Per {date} er {topic} uændret.
    {word} {abbr} {word} {abbr}
    {abbr} {num} {word}, {abbr} {amount}
    møde {abbr} {num}/{num} om {topic}
    {word} - {abbr}
    {cword} {abbr} {num}
    Max {num} {word}, min {num}
    Bo i {country} og arbejde i {country}
    Liv og {word} i {city}
    Storm over {city} {day}
    Line Manager, Key Account og Head of Sales er titler.
    Uddannelse: {degree}, {school}, 20{num}
    {degree}, {school} ({english})
    {school}, {degree}
    Sprog: {language}, {language}, {language}
    Languages: {language} (native), {language}
    Kurser: {tphrase}
    Metode: Business Model Canvas og Porters Five Forces
    Kilde: {body}, {cword}sindekset 20{num}
    ISBN {id}, {num}. udgave, {num} sider
    Ifølge Danmarks eksportråd stiger tallet til {num}.
    {body} har meddelt, at {prose}
    Bøde fra {body} på {amount}
    Til {body}
    Rapport fra {body}, {cword} {num}
    {cword}styrelsen og {cword}nævnet er ikke enige.
    Sagen er sendt til {cword}nævnet og {cword}udvalget.
    VW Caddy, Ford Transit og Toyota Proace er til salg.
    Kaffemaskinen er en Jura, og printeren er en Canon.
    AP{num} {cphrase}
    Fase {num}: {cphrase}
    § {num} {cphrase}
    Stk. {num}. {prose}
    SV: VS: Re: {cphrase}
    Subject: Re: {english}
    Angående {topic}: {prose}
    Q{num} {cword}
    {ccompound}
    {ccompound}
    {ccompound}:
    {ccompound}: {compound}
    {ccompound}: {id}
    {ccompound} {amount}
    {ccompound} er på {amount}
    {ccompound} og {compound} skal være klar {day}
    {ccompound} kommer fra {compound}
    {ccompound} vedlægges
    {ccompound} {num}.{num}: {da}
    Husk {compound} og {compound} til {body}
    Kravet om {compound} gælder fra {date}.
    {body} kræver {compound}.
    Vi har vundet {ccompound}.
    Årets {ccompound} går til {city}
    {nation} {compound} for {compound}
    Nomineret til {ccompound}: {da}
    {acr}
    {acr}: {da}
    {acr} {num}
    {acr} og {acr} forklaret
    {acr} ({da})
    {da} ({acr})
    Hvad er {acr}?
    {da} {acr} {da}
    {acr}-{word}
    {ccompound} ({acr})
    {da}
    {da} {abbr} {da}
    {da}, {da}, {da}
    {da}: {da}
    {cda}
    {cda}, {da}.
    {cda}: {num}
    {cda} - {da}
    {en}
    {en}, {en} {en}
    {cen} {en}.
    {cen}: {en}
    {cen} {num} {en}
    {ten}
    {ten}: {en}
    - {cen}
    - {cda}
    {num}. {cda} {da}
    {num} stk. {da}, {amount}
    {num} {da} á {amount}
    {date};{cda};-{amount};{amount}
    {cda};{num};{num};{num} %
    {cda}	{amount}	{num}
    {ccompound}     {amount}
    {ident} = {num} + {ident} * {num}
    {wcity}, {wcity} og {wcity}
    Vi var i {wcity} og {wcity} i {month}.
    Messen i {wcity} {abbr}
    I live in {wcity}, {country}.
    {degree}, {uni}, 20{num}
    Studied at {uni}, {wcity}
    Date: {abbr}, {num} Nov 2026
    Produktet fås i {word} og {word}.
    Lagerpriser i {wcity} og {city}
    {num}.{num} {cnouns}
    {num}.{num} {ccompound}
    {nouns} + {num} {nouns}
    {num} m² {nouns} + {num} m² {nouns}
    {num}x {nouns}
    {num}x
    {ident} + {num}
    {num} + {ident}
    ({num} * {ident})
    {cnouns}-{nouns}
    {nouns}-{nouns} er {da}
    {acr}-{nouns} og {acr}-{nouns}
    {cnouns}-forløbet
    {cnouns}dagen den {date}
    {cnouns}minister og {nouns}direktør {da}
    {degree} in {ten}, {uni}, 20{num}
    {degree}, {ten}, {uni}
    {ten}, {uni}
    {en} a {english}-{english} {en}
    thank you for {en}
    thanks, {en}
    date of {english}: {date}
    {cnouns} over {nouns}
    {cnouns} af {nouns}
    {cnouns} om {nouns}
    {cnouns} og {nouns}
    {cnouns} i {country}
    Ny {nouns}
    Nyt {nouns} til {nouns}
    Lokal {nouns} vinder {nouns}
    {zip} {town} {postal}
    {zip} København {postal}
    1234 København {postal}
    {cnouns}: {nouns}; {nouns}: {nouns}
    vi {en}, ik?
    jeg {da} nu
    hun {da} {abbr} {da}
    kåret som {ccompound}
    spørg om {da}
    hej, {da}
    hej {word}, {da}
    hilsen
    ok {da}
    tak for {compound}
    Referat {tphrase}
    """)
CODE_ONLY = _lines("""
    {ident}={secret}
    {ident}: {secret}
    {ident}={ident};{ident}={secret};{ident}=true
    "{ident}": "{ident}",
    "{ident}": {num},
    "{ident}": {"{ident}": "{english}"},
    Server=tcp:{uuid}.local,1433;Database={ident};User Id={ident};Password={secret};Encrypt=True
    DefaultEndpointsProtocol=https;AccountName={ident};AccountKey={secret}
    headers={"Authorization": "Bearer {secret}"}
    Authorization: Basic {secret}
    export {ident}={secret}
    def {ident}({ident}: int) -> int | None:
    return ({ident} * {num} + {num}) if {ident} else None
    for {ident} in {ident}: print({ident})
    class {ident}(BaseModel): {ident}: str
    import {ident} from '{ident}'
    const {ident} = await {ident}();
    function {ident}() { return {num}; }
    image: {ident}:{num}.{num}
    {ident}:
    - {ident}
    <{ident}>{num}</{ident}>
    <{ident} {ident}="{num}">{english}</{ident}>
    <{ident}>{cword}</{ident}>
    SELECT {ident}, COUNT(*) FROM {ident} GROUP BY {ident};
    UPDATE {ident} SET {ident} = {num} WHERE {ident} = '{status}';
    {date} {time} ERROR {ident}: {english}
    {date} {time} INFO [{ident}] {english} {hex}
    Commit {hex}: {english}
    Hash {hex}
    Version {num}.{num}.{num} breaks {english}
    DTSTART;TZID=Europe/Copenhagen:20261208T1{num}000
    {date};{cword};{amount};{amount}
    {date};Overf. {cword} {num};-{amount};{amount}
    {cword};{cword};{cword}
    {cword}	{cword}	{num}
    {num};{phrase};{num}
    {cphrase}     {num}     {amount}
    {cphrase} -{amount}
    {cword} {amount}
    GET /{ident}/{ident}?{ident}={num} HTTP/1.1 404
    KeyError: '{ident}'
    git checkout -b {ident}
    pip install {ident}
    """)

ENGLISH = _lines("""
    Please send the contract to {per1} at {org1}.
    {per1} will join the call on Monday.
    Hi {first1}, thanks for your mail.
    Could you ask {first1} to call {first2} back?
    {bare1} is looking for a distributor in {city}.
    We met {per1} from {bare1} in {city} last week.
    Our CEO {per1} has approved the budget.
    The invoice from {org1} is overdue.
    Write a polite reply to {per1} about the delay.
    {bare1} and {bare2} signed an agreement in {city}.
    Mr {last1} and Ms {last2} will attend.
    {per1}, Head of Sales, {org1}
    Summarise the meeting between {bare1} and {bare2}.
    {firsts1} laptop is broken.
    {first1} said the numbers look fine.
    What do you know about {bare1}?
    I work for {bare1}, and my manager is {per1}.
    How do I apply for funding?
    What is the difference between VAT and sales tax?
    Translate this into Danish, please.
    Make the text shorter and more formal.
    The Board approved the Annual Report.
    Terms and Conditions apply.
    Please find attached the Minutes of Meeting.
    Use {tool} to create a chart.
    Monday, Tuesday and Wednesday are fully booked.
    The General Data Protection Regulation applies.
    Error: File not found. Please try again.
    Click Settings, then Accounts, then Sign Out.
    Act as a Business Coach and ask me questions.
    Your Order has been Shipped.
    Kind regards
    Speaker 1: So what is the next step?
    The Danish market is small but digital.
    {first1} {verb} the {english} is {verb}, {verb} we {verb} {english}.
    the {english} of the {english} is {verb}
    We need a {english} before {month}, cf. the {english}.
    {tenglish} for the {english}
    my {english} is {verb}, {verb} the {english} {verb}
    An experienced {english} with {num} years in {city}.
    {per1} ({role}, ex {english}) {verb} {english}
    {bare1} {verb} a {english} in {country}
    {first1}: {verb} {english}, {verb} {english}
    Ask {first1} and {first2} for the {english}
    {per1} of {org1} {verb} the {english}.
    Dear {first1}, the {english} is {verb}.
    Translate to Danish: {english} {english}
    Living in Denmark: a guide to {english} and {english}
    Commission Regulation (EU) No {num}/20{num}, Annex I
    Her English is {verb}, her Danish is {verb}.
    Regards, {first1}
    """)
