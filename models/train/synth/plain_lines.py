"""Sentence templates in which no person and no private firm stands."""

from __future__ import annotations

from models.train.synth.lines import lines

NEITHER = lines("""
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
    {time} {cword}
    {time} {cphrase}
    {time} {cword}, {num} x {num} minutter
    {time}-{time} {cphrase} og {cword}
    Kl. {time}: {cword} / {cword} / {cword}
    Program: {time} {cword}, {time} {cword}, {time} {cphrase}
    cf. Regulation (EU) No {num}/2014, Annex I.
    See Annex II, Section {num}, and Schedule {num}.
    Article {num} of Directive (EU) 2019/{num}, Annex {num}
    Appendix {num}: {tenglish} {english}
    {tenglish} {num}, Chapter {num}, Exhibit A
    Bilag {num}, afsnit {num}, jf. Annex III
    Date: Mon, {num} Oct 2026 {time}
    Date: Tue, {num} Jun 2026 {time}
    Sent: Wed, {num} Mar 2026 {time}
    Date: Thu, {num} Sep 2026 {time}
    Date: Fri, {num} Jan 2026 {time}
    Problem: {english} {english}\nSolution: {english}\nMarket: {amount}
    Ask: {amount}, {english} {english}
    {tenglish}: {amount} {english} {english}
    {tenglish}: {num} {english}, {num} {english}
    {place} og {place} er værd at besøge.
    Fra {place} til {place} er der {num} km.
    Færgen mellem {place} og {place} sejler hver time.
    Turen går forbi {place}, {place} og {place}.
    Ved {place} er der parkering, og fra {place} går der bus til {place}.
    {place} ligger syd for {place}.
    Kurset holdes i {place} {day}.
    Vi har butikker i {place}, {town} og {place}.
    {place}: {num} indbyggere
    Hvor langt er der fra {place} til {town}?
    Om sommeren er {place} fuld af turister.
    Busserne kører via {place} til {publichouse}.
    {publichouse} har åbent til kl. {time}.
    Tag toget til {place}, og gå ad stien mod {place}.
    Hvad betyder {ccompound}, {ccompound} og {ccompound}?
    Forklar {ccompound} og {ccompound} for en begynder.
    Vælg {ccompound}, klik på {cnouns}, og tryk {cnouns}.
    Træk feltet {cnouns} til {ccompound}.
    Tilbuddet gælder {cnouns}, {ccompound} og {cnouns}.
    Husk: {cnouns} og {cnouns} serveres kl. {time}.
    {cnouns} og {cnouns}
    {cnouns}, {cnouns} og {cnouns}: {num} kr.
    {num} g {cnouns}, {num} dl {cnouns}, {num} tsk. {cnouns}
    {cnouns}ministeren og {cnouns}ministeren {da}.
    {cnouns}ministeriet afventer svar om {topic}.
    {cnouns}loven, {cnouns}loven og {cnouns}loven {da}.
    {cnouns}styrelsen har ændret {topic}.
    Ny {cnouns}, Ny {ccompound}, Nyt {cnouns}
    {tenglish}: {tenglish}
    {tenglish}, {tenglish}, {tenglish}
""")
